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

class Rules {
 public:
  explicit Rules(const StretchWords& stretch) : text_(stretch.text), spans_(stretch.spans) {}

  std::vector<bool> ends() const {
    const auto size = static_cast<uint32_t>(spans_.size());
    std::vector<bool> ends(size);
    uint32_t begin = 0;
    for (uint32_t i = 0; i < size; ++i) {
      const End end = end_of(word(i));
      if (end == End::kNone) continue;
      uint32_t after = i + 1;
      while (after < size && glued(after) && is_close(first_char(after))) ++after;
      if (after < size && !is_boundary(begin, i, after, end)) continue;
      ends[after - 1] = true;
      begin = after;
      i = after - 1;
    }
    if (size > 0) ends[size - 1] = true;
    return ends;
  }

 private:
  std::string_view word(uint32_t i) const { return words_of(text_, spans_[i]); }
  char32_t first_char(uint32_t i) const { return utf8::decode(text_, spans_[i].begin).value; }
  // No white space before word i.
  bool glued(uint32_t i) const { return i > 0 && spans_[i - 1].end == spans_[i].begin; }

  // spans_[i] ends in a mark of kind `end`; spans_[after] is the first after it and its closing marks.
  bool is_boundary(uint32_t begin, uint32_t i, uint32_t after, End end) const {
    uint32_t next = after;
    while (next < spans_.size() && next < after + 3 && is_open(first_char(next))) ++next;
    if (next >= spans_.size()) return true;
    const char32_t c = first_char(next);
    const bool small = unicode::is_lower(c);
    const bool spaced = spans_[after - 1].end < spans_[after].begin;
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
  std::span<const Span> spans_;
};

bool ends_in_mark(std::string_view word) {
  switch (word.back()) {
    case '.':
    case '!':
    case '?':
    case ':':
    case ';':
    case ')':
    case ']':
    case '>':
    case '"':
    case '\'':
    case '-':
    case '*':
    case '_':
    case '=':
      return true;
    default:
      return static_cast<unsigned char>(word.back()) >= 0x80 &&
             !unicode::is_letter(utf8::decode_before(word, word.size()).value);
  }
}

}  // namespace

std::vector<bool> rule_ends(const StretchWords& stretch) { return Rules(stretch).ends(); }

bool is_judged(const StretchWords& stretch, const std::vector<bool>& rules, uint32_t next) {
  if (rules[next - 1]) return true;
  // "Gen. Kim": no model knows better.
  if (is_title_abbreviation(words_of(stretch.text, stretch.spans[next - 1]))) return false;
  const uint8_t capitals = stretch.words[next].shape & kCapitalsMask;
  if (capitals != kSmall && capitals != kNoLetters) return true;
  return ends_in_mark(words_of(stretch.text, stretch.spans[next - 1]));
}

uint32_t sentence_features(const StretchWords& stretch, const std::vector<bool>& rules, uint32_t begin, uint32_t next,
                           uint64_t* out) {
  static constexpr WordFeatures kNone;
  const auto at = [&](uint32_t i) -> const WordFeatures& {
    return i < stretch.words.size() ? stretch.words[i] : kNone;
  };
  const WordFeatures& p = at(next - 1);
  const WordFeatures& pp = next >= 2 ? at(next - 2) : kNone;
  const WordFeatures& n = at(next);
  const WordFeatures& nn = at(next + 1);
  const uint32_t gap = stretch.spans[next].begin - stretch.spans[next - 1].end;
  const uint32_t state = (rules[next - 1] ? 1u : 0u) + (gap == 0 ? 0u : gap == 1 ? 2u : 4u);
  const uint32_t length = std::min(next - begin, 40u);
  const uint32_t step = length < 6 ? length : length < 10 ? 6 : length < 20 ? 7 : length < 40 ? 8 : 9;
  uint32_t count = 0;
  uint32_t id = 701;
  const auto add = [&](uint64_t value) { out[count++] = feature_hash(id++, value); };
  add(state);
  add(join(state, step));
  add(join(p.form, state));
  add(join(n.form, state));
  add(join(pp.form, state));
  add(join(nn.form, state));
  add(join(p.form, n.form, state));
  add(join(p.shape, n.shape, state));
  add(join(join(pp.shape, p.shape), join(n.shape, nn.shape), state));
  add(join(p.form, n.shape, state));
  add(join(p.shape, n.form, state));
  add(join(p.word_class, n.word_class, state));
  add(join(p.word_class, n.shape, state));
  add(join(p.coarse_class, n.coarse_class, join(nn.coarse_class, state)));
  add(join(n.word_class, nn.word_class, state));
  add(join(n.word_class, state));
  add(join(p.word_class, state));
  add(join(p.form, step));
  add(join(n.shape, step, state));
  add(join(p.form, n.known_as, state));
  add(join(p.known_as, n.known_as, state));
  add(join(p.shape, n.known_as, join(n.shape, state)));
  add(join(pp.form, p.form, state));
  add(join(n.form, nn.form, state));
  add(join(at(begin).form, step, state));
  add(join(n.suffix3, p.shape, state));
  add(join(p.suffix3, n.shape, state));
  return count;
}

void split_sentences(const StretchWords& stretch, const Weights* weights, std::vector<uint32_t>& ends) {
  const auto size = static_cast<uint32_t>(stretch.spans.size());
  if (size == 0) return;
  const std::vector<bool> rules = rule_ends(stretch);
  Weights::Sum<kSentenceFeatures> sum;
  uint32_t begin = 0;
  bool more_than_signs = false;  // since `begin`: emoji alone belong to what follows them
  for (uint32_t next = 1; next < size; ++next) {
    const uint8_t shape = stretch.words[next - 1].shape;
    const auto first_byte = static_cast<unsigned char>(stretch.text[stretch.spans[next - 1].begin]);
    more_than_signs =
        more_than_signs || first_byte < 0x80 || (shape & kCapitalsMask) != kNoLetters || (shape & kHasDigit) != 0;
    bool end = rules[next - 1];
    if (weights != nullptr && is_judged(stretch, rules, next)) {
      uint64_t hashes[kSentenceFeatures];
      sentence_features(stretch, rules, begin, next, hashes);
      const auto asking = weights->ask<kSentenceStride>(sum);
      for (uint32_t f = 0; f < kSentenceFeatures; ++f) asking[f] = hashes[f];
      int16_t scores[kSentenceStride] = {};
      weights->add<kSentenceStride, kSentenceFeatures>(sum, scores);
      end = scores[1] > scores[0];
    }
    if ((!end || !more_than_signs) && next - begin < kLongestSentence) continue;
    ends.push_back(next);
    begin = next;
    more_than_signs = false;
  }
  ends.push_back(size);
}

}  // namespace readout
