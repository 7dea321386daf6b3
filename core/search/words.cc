#include "search/words.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"
#include "text/utf8.h"

namespace readout::search {
namespace {

bool is_word(char32_t c) { return unicode::is_letter(c) || unicode::is_number(c); }
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

char32_t at_byte(std::string_view text, size_t at) { return utf8::decode(text, at).value; }

// "'s" and no letter after it.
bool is_possessive(std::string_view text, size_t apostrophe) {
  const auto mark = utf8::decode(text, apostrophe);
  const auto s = utf8::decode(text, apostrophe + mark.size);
  if (s.value != 's' && s.value != 'S') return false;
  return !is_word(at_byte(text, apostrophe + mark.size + s.size));
}

// Whether the mark at `at`, after a word character, holds the word together with what follows.
bool joins(std::string_view text, size_t begin, size_t at, utf8::CodePoint mark) {
  const char32_t before = utf8::decode_before(text, at).value;
  const char32_t after = at_byte(text, at + mark.size);
  if (is_apostrophe(mark.value))
    return unicode::is_letter(before) && unicode::is_letter(after) && !is_possessive(text, at);
  if (mark.value == ',') return unicode::is_digit(before) && unicode::is_digit(after);
  if (mark.value != '.') return false;
  if (unicode::is_digit(before) && unicode::is_digit(after)) return true;
  if (!unicode::is_upper(before) || !unicode::is_upper(after)) return false;
  // "U.S": single capitals on both sides of the point.
  const size_t letter = at - utf8::decode_before(text, at).size;
  const bool single = letter == begin || at_byte(text, letter - 1) == '.';
  return single && !unicode::is_letter(at_byte(text, at + mark.size + utf8::decode(text, at + mark.size).size));
}

// Sorted.
constexpr std::array<std::string_view, 172> kFunctionWords = {
    "'s",      "a",       "about",   "above",  "after",   "again",      "against", "all",     "also",   "although",
    "am",      "among",   "an",      "and",    "any",     "are",        "aren't",  "as",      "at",     "be",
    "because", "been",    "before",  "being",  "below",   "between",    "both",    "but",     "by",     "can",
    "can't",   "cannot",  "could",   "did",    "didn't",  "do",         "does",    "doesn't", "doing",  "don't",
    "down",    "during",  "each",    "either", "else",    "even",       "ever",    "every",   "few",    "for",
    "from",    "further", "had",     "has",    "have",    "having",     "he",      "her",     "here",   "hers",
    "herself", "him",     "himself", "his",    "how",     "however",    "i",       "if",      "in",     "into",
    "is",      "isn't",   "it",      "its",    "itself",  "just",       "less",    "like",    "many",   "may",
    "me",      "might",   "more",    "most",   "mr",      "mrs",        "ms",      "much",    "must",   "my",
    "neither", "no",      "nor",     "not",    "now",     "of",         "off",     "on",      "once",   "one",
    "only",    "or",      "other",   "others", "our",     "ours",       "out",     "over",    "own",    "per",
    "rather",  "s",       "same",    "shall",  "she",     "should",     "since",   "so",      "some",   "such",
    "t",       "than",    "that",    "the",    "their",   "theirs",     "them",    "then",    "there",  "these",
    "they",    "this",    "those",   "though", "through", "throughout", "thus",    "to",      "too",    "toward",
    "towards", "under",   "until",   "up",     "upon",    "us",         "very",    "was",     "wasn't", "we",
    "were",    "what",    "when",    "where",  "whether", "which",      "while",   "who",     "whom",   "whose",
    "why",     "will",    "with",    "within", "without", "won't",      "would",   "yet",     "you",    "your",
    "yours",   "yourself"};

}  // namespace

Span next_word(std::string_view text, uint32_t from) {
  size_t at = from;
  utf8::CodePoint c{};
  for (;; at += c.size) {
    c = utf8::decode(text, at);
    if (c.size == 0) return {static_cast<uint32_t>(text.size()), static_cast<uint32_t>(text.size())};
    if (is_word(c.value)) break;
    if (is_apostrophe(c.value) && at > 0 && is_word(utf8::decode_before(text, at).value) && is_possessive(text, at)) {
      const auto end = static_cast<uint32_t>(at + c.size + 1);
      return {static_cast<uint32_t>(at), end};
    }
  }
  size_t end = at + c.size;
  if (!unicode::is_cjk(c.value)) {
    while (end - at < kLongestWord) {
      const auto next = utf8::decode(text, end);
      if (next.size == 0 || unicode::is_cjk(next.value)) break;
      const bool part = is_word(next.value) || unicode::is_ignorable(next.value) || joins(text, at, end, next);
      if (!part) break;
      end += next.size;
    }
  }
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
}

std::string folded(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (const char c : word) {
    if (static_cast<unsigned char>(c) >= 0x80) return unicode::fold(word);
    out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return out;
}

bool is_function_word(std::string_view word) {
  return std::binary_search(kFunctionWords.begin(), kFunctionWords.end(), word);
}

}  // namespace readout::search
