#include "collation/words.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"
#include "text/utf8.h"

namespace readout::collation {

namespace {

// Words that carry no topic. Sorted.
constexpr std::array<std::string_view, 150> kFunctionWords = {
    "a",       "about",  "after", "again", "against", "all",     "also",    "although", "am",      "among", "an",
    "and",     "any",    "are",   "as",    "at",      "be",      "because", "been",     "before",  "being", "between",
    "both",    "but",    "by",    "can",   "could",   "did",     "do",      "does",     "doing",   "down",  "during",
    "each",    "either", "even",  "ever",  "few",     "for",     "from",    "further",  "had",     "has",   "have",
    "having",  "he",     "her",   "here",  "hers",    "him",     "his",     "how",      "however", "i",     "if",
    "in",      "into",   "is",    "it",    "its",     "just",    "like",    "made",     "make",    "many",  "may",
    "me",      "might",  "more",  "most",  "mr",      "mrs",     "ms",      "much",     "must",    "my",    "neither",
    "no",      "nor",    "not",   "now",   "of",      "off",     "on",      "once",     "one",     "only",  "or",
    "other",   "our",    "ours",  "out",   "over",    "own",     "per",     "quite",    "said",    "same",  "say",
    "saying",  "says",   "shall", "she",   "should",  "since",   "so",      "some",     "still",   "such",  "tell",
    "than",    "that",   "the",   "their", "them",    "then",    "there",   "these",    "they",    "this",  "those",
    "through", "to",     "told",  "too",   "under",   "until",   "up",      "upon",     "us",      "very",  "was",
    "we",      "were",   "what",  "when",  "where",   "whether", "which",   "while",    "who",     "whom",  "whose",
    "why",     "will",   "with",  "would", "yet",     "you",     "your"};

bool is_function_word(std::string_view folded) {
  return folded.size() == 1 || std::binary_search(kFunctionWords.begin(), kFunctionWords.end(), folded);
}

bool ends_with(std::string_view word, std::string_view suffix) {
  return word.size() > suffix.size() && word.substr(word.size() - suffix.size()) == suffix;
}

}  // namespace

uint64_t hash(std::string_view bytes) {
  uint64_t value = 0xcbf29ce484222325u;
  for (const char c : bytes) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return value;
}

std::string stem(std::string_view folded) {
  std::string word(folded);
  const auto cut = [&](size_t n) { word.resize(word.size() - n); };
  if (ends_with(word, "ies") && word.size() > 4) {
    cut(3), word += 'y';
  } else if (ends_with(word, "sses") || ends_with(word, "shes") || ends_with(word, "ches") || ends_with(word, "xes")) {
    cut(2);
  } else if (ends_with(word, "s") && !ends_with(word, "ss") && !ends_with(word, "us") && !ends_with(word, "is") &&
             word.size() > 3) {
    cut(1);
  }
  if (ends_with(word, "ing") && word.size() > 5) {
    cut(3);
  } else if (ends_with(word, "ed") && word.size() > 4) {
    cut(2);
  } else if (ends_with(word, "ly") && word.size() > 5) {
    cut(2);
  }
  if (word.size() > 3 && word.back() == 'e') cut(1);
  // "planned", "plan": a doubled consonant before a cut suffix.
  if (word.size() > 3 && word.size() < folded.size() && word[word.size() - 1] == word[word.size() - 2]) cut(1);
  return word;
}

std::vector<Word> words_in(std::string_view text, Span within) {
  std::vector<Word> words;
  const size_t end = std::min<size_t>(within.end, text.size());
  for (size_t at = within.begin; at < end;) {
    auto point = utf8::decode(text, at);
    const auto in_word = [](char32_t c) {
      return unicode::is_letter(c) || unicode::is_number(c) || unicode::is_ignorable(c);
    };
    if (!in_word(point.value) || unicode::is_ignorable(point.value)) {
      at += point.size;
      continue;
    }
    const size_t begin = at;
    const bool capital = unicode::is_upper(point.value);
    const bool digit = unicode::is_number(point.value);
    while (at < end && in_word(point.value)) {
      at += point.size;
      point = utf8::decode(text, at);
      // Dots and commas stay inside numbers: "1.6", "240,000".
      if (digit && (point.value == '.' || point.value == ',')) {
        const auto next = utf8::decode(text, at + 1);
        if (unicode::is_digit(next.value)) at += 1, point = next;
      }
      // Han and kana are written without spaces: a character a word.
      if (unicode::is_cjk(utf8::decode(text, begin).value)) break;
    }
    const std::string folded = unicode::fold(text.substr(begin, at - begin));
    // The possessive's "s" after an apostrophe is no word of its own.
    if (folded == "s" && begin > 0) {
      const auto before = utf8::decode_before(text, begin).value;
      if (before == '\'' || before == 0x2019) continue;
    }
    Word word;
    word.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(at)};
    word.exact = hash(folded);
    word.key = hash(digit ? folded : stem(folded));
    word.content = !is_function_word(folded);
    word.capital = capital;
    word.digit = digit;
    words.push_back(word);
  }
  return words;
}

std::vector<uint64_t> content_keys(const std::vector<Word>& words) {
  std::vector<uint64_t> keys;
  for (const Word& word : words) {
    if (word.content) keys.push_back(word.key);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::vector<uint64_t> content_keys(std::string_view text, const std::vector<Span>& spans) {
  std::vector<Word> all;
  for (const Span span : spans) {
    const auto words = words_in(text, span);
    all.insert(all.end(), words.begin(), words.end());
  }
  return content_keys(all);
}

size_t shared_count(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  size_t shared = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] < b[j]) {
      ++i;
    } else if (b[j] < a[i]) {
      ++j;
    } else {
      ++shared, ++i, ++j;
    }
  }
  return shared;
}

}  // namespace readout::collation
