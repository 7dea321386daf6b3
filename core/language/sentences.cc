#include "language/sentences.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "language/tokenizer.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace readout {

namespace {

// Lower case, sorted: words that begin a sentence far more often than they follow an abbreviation.
constexpr std::string_view kStarters[] = {
    "a",       "according", "after", "although",  "an",    "and",   "as",   "at",      "but",   "by",
    "despite", "during",    "for",   "he",        "her",   "his",   "how",  "however", "i",     "if",
    "in",      "it",        "its",   "meanwhile", "my",    "on",    "our",  "she",     "since", "so",
    "some",    "that",      "the",   "their",     "there", "these", "they", "this",    "those", "to",
    "under",   "we",        "what",  "when",      "while", "with",  "you"};

bool is_close(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}' || c == 0x201D || c == 0x2019 || c == 0xBB;
}

bool is_open(char32_t c) {
  return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x201C || c == 0x2018 || c == 0x201E || c == 0x201A ||
         c == 0xAB;
}

enum class End : uint8_t { kNone, kStop, kAbbreviation, kTitle, kMark };

End end_of(std::string_view word) {
  if (word == ".") return End::kStop;
  if (word.back() == '!' || word.back() == '?') return End::kMark;
  if (word == "..." || word == "\u2026" || word == "....") return End::kMark;
  if (word.back() == '.' && word.size() > 1)
    return is_title_abbreviation(word) || word.size() == 2 ? End::kTitle : End::kAbbreviation;
  return End::kNone;
}

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Span>& tokens) : text_(text), tokens_(tokens) {}

  void run(uint32_t first, std::vector<uint32_t>& ends) const {
    const auto size = static_cast<uint32_t>(tokens_.size());
    uint32_t begin = first;
    for (uint32_t i = first; i < size; ++i) {
      uint32_t after = i + 1;
      const End end = end_of(word(i));
      if (end != End::kNone) {
        while (after < size && glued(after) && is_close(first_char(after))) ++after;
        if (after < size && !is_boundary(begin, i, after, end)) after = 0;
      } else if (after - begin < kLongestSentence) {
        after = 0;
      }
      if (after == 0 || after >= size) continue;
      ends.push_back(after);
      begin = after;
      i = after - 1;
    }
    if (begin < size) ends.push_back(size);
  }

 private:
  std::string_view word(uint32_t i) const { return words_of(text_, tokens_[i]); }
  char32_t first_char(uint32_t i) const { return utf8::decode(text_, tokens_[i].begin).value; }
  // No white space before token i.
  bool glued(uint32_t i) const { return i < tokens_.size() && i > 0 && tokens_[i - 1].end == tokens_[i].begin; }

  // tokens_[i] ends in a mark of kind `end`; tokens_[after] is the first after it and its closing marks.
  bool is_boundary(uint32_t begin, uint32_t i, uint32_t after, End end) const {
    uint32_t next = after;
    while (next < tokens_.size() && next < after + 3 && is_open(first_char(next))) ++next;
    if (next >= tokens_.size()) return true;
    const char32_t c = first_char(next);
    const bool small = unicode::is_lower(c);
    const bool spaced = tokens_[after - 1].end < tokens_[after].begin;
    if (end == End::kTitle) return false;
    if (end == End::kAbbreviation) {
      if (!unicode::is_upper(c)) return false;
      const std::string low = unicode::lower(word(next));
      return std::binary_search(std::begin(kStarters), std::end(kStarters), std::string_view(low));
    }
    if (small && (after > i + 1 || end == End::kStop || word(i).back() == '.')) return false;
    if (!spaced && !unicode::is_upper(c)) return false;
    if (end == End::kMark && small) return false;
    // "1. First point": the number belongs to what follows.
    if (end == End::kStop && i == begin + 1 && unicode::is_digit(first_char(begin))) return false;
    return true;
  }

  std::string_view text_;
  const std::vector<Span>& tokens_;
};

}  // namespace

void split_sentences(std::string_view text, const std::vector<Span>& tokens, uint32_t first,
                     std::vector<uint32_t>& ends) {
  Splitter(text, tokens).run(first, ends);
}

}  // namespace readout
