#include "language/words.h"

#include <algorithm>
#include <array>

#include "language/tagset.h"
#include "text/lexicon.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace readout {

namespace {

constexpr uint32_t kHashStart = 0x811C9DC5u;
constexpr uint32_t kHashPrime = 0x01000193u;
constexpr size_t kMostBytes = 64;

uint32_t hash_of(const char* from, const char* to, uint32_t start = kHashStart) {
  uint32_t hash = start;
  for (; from < to; ++from) hash = (hash ^ static_cast<unsigned char>(*from)) * kHashPrime;
  return hash == 0 ? 1 : hash;
}

struct Normal {
  std::array<char, kMostBytes + 4> bytes{};
  uint32_t size = 0;
  uint8_t shape = 0;
  std::string_view view() const { return {bytes.data(), size}; }
};

Normal normalise(std::string_view word) {
  Normal normal;
  uint32_t letters = 0;
  uint32_t upper = 0;
  bool first_upper = false;
  uint8_t shape = 0;
  for (size_t at = 0; at < word.size() && normal.size < kMostBytes;) {
    const auto byte = static_cast<unsigned char>(word[at]);
    if (byte < 0x80) {
      char c = static_cast<char>(byte);
      if (c >= 'A' && c <= 'Z') {
        if (letters == 0) first_upper = true;
        ++letters;
        ++upper;
        c = static_cast<char>(c + 32);
      } else if (c >= 'a' && c <= 'z') {
        ++letters;
      } else if (c >= '0' && c <= '9') {
        c = '0';
        shape |= kHasDigit;
      } else if (c == '-') {
        shape |= kHasHyphen;
      } else if (c == '.') {
        shape |= kHasStop;
      } else {
        shape |= kHasMark;
      }
      normal.bytes[normal.size++] = c;
      ++at;
      continue;
    }
    const auto c = utf8::decode(word, at);
    at += c.size;
    if (unicode::is_ignorable(c.value)) continue;
    char32_t value = c.value;
    if (unicode::is_letter(value)) {
      const char32_t low = unicode::to_lower(value);
      if (low != value) {
        if (letters == 0) first_upper = true;
        ++upper;
      }
      ++letters;
      value = low;
    } else if (value == 0x2019 || value == 0x2018) {
      value = '\'';
      shape |= kHasMark;
    } else if (value == 0x201C || value == 0x201D) {
      value = '"';
      shape |= kHasMark;
    } else {
      shape |= kHasMark;
    }
    std::string bytes;
    utf8::append(bytes, value);
    for (const char b : bytes) normal.bytes[normal.size++] = b;
  }
  if (letters == 0) {
    shape |= kNoLetters;
  } else if (upper == 0) {
    shape |= kSmall;
  } else if (upper == letters && letters > 1) {
    shape |= kAllCapitals;
  } else if (first_upper && upper == 1) {
    shape |= kInitialCapital;
  } else {
    shape |= kMixedCapitals;
  }
  normal.shape = shape;
  return normal;
}

// All of a word's features that need no list.
WordFeatures features_of_letters(std::string_view word) {
  const Normal normal = normalise(word);
  const char* begin = normal.bytes.data();
  const char* end = begin + normal.size;
  WordFeatures features;
  features.shape = normal.shape;
  features.form = hash_of(begin, end);
  const auto tail = [&](uint32_t n) { return hash_of(end - std::min(n, normal.size), end, kHashStart + n); };
  features.suffix2 = tail(2);
  features.suffix3 = tail(3);
  features.suffix4 = tail(4);
  features.prefix2 = hash_of(begin, begin + std::min(2u, normal.size), kHashStart + 12);
  features.prefix3 = hash_of(begin, begin + std::min(3u, normal.size), kHashStart + 13);
  return features;
}

bool to_number(std::string_view digits, uint32_t most, uint32_t& value) {
  value = 0;
  if (digits.empty() || digits.size() > 5) return false;
  for (const char c : digits) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + static_cast<uint32_t>(c - '0');
  }
  return value <= most;
}

Error malformed(size_t row) {
  return {"model-malformed", "The model's word list cannot be read; fetch the model file again.", row};
}

}  // namespace

std::string normal_form(std::string_view word) { return std::string(normalise(word).view()); }

Result<WordTable> WordTable::parse(std::string_view lines) {
  WordTable table;
  const Lexicon lexicon(lines);
  if (lexicon.size() == 0) return table;
  size_t size = 16;
  while (size < lexicon.size() * 2) size *= 2;
  table.slots_.resize(size);
  for (size_t row = 0; row < lexicon.size(); ++row) {
    const Normal normal = normalise(lexicon.at(row, 0));
    uint32_t numbers[4];
    constexpr uint32_t kMost[4] = {65535, 255, 255, 255};
    for (size_t i = 0; i < 4; ++i)
      if (!to_number(lexicon.at(row, i + 1), kMost[i], numbers[i])) return malformed(row);
    if (numbers[3] >= kTagCount && numbers[3] != kNoTag) return malformed(row);
    const uint32_t form = hash_of(normal.bytes.data(), normal.bytes.data() + normal.size);
    size_t at = form & (size - 1);
    while (table.slots_[at].form != 0 && table.slots_[at].form != form) at = (at + 1) & (size - 1);
    table.slots_[at] = {form, static_cast<uint16_t>(numbers[0]), static_cast<uint8_t>(numbers[1]),
                        static_cast<uint8_t>(numbers[2]), static_cast<uint8_t>(numbers[3])};
  }
  return table;
}

const WordTable::Slot* WordTable::find(uint32_t form) const {
  if (slots_.empty()) return nullptr;
  const size_t mask = slots_.size() - 1;
  for (size_t at = form & mask; slots_[at].form != 0; at = (at + 1) & mask)
    if (slots_[at].form == form) return &slots_[at];
  return nullptr;
}

WordFeatures WordTable::features_of(std::string_view word) const {
  WordFeatures features = features_of_letters(word);
  add_known(features);
  return features;
}

void WordTable::features_of(std::string_view text, std::span<const Span> spans, std::vector<WordFeatures>& out) const {
  const size_t first = out.size();
  for (const Span span : spans) out.push_back(features_of_letters(words_of(text, span)));
  // Apart, so that the cache misses of several words overlap.
  for (size_t i = first; i < out.size(); ++i) add_known(out[i]);
}

void WordTable::add_known(WordFeatures& features) const {
  const Slot* slot = find(features.form);
  if (slot == nullptr) return;
  features.word_class = slot->word_class;
  features.coarse_class = slot->coarse_class;
  features.known_as = slot->known_as;
  const uint8_t capitals = features.shape & kCapitalsMask;
  if (capitals == kSmall || capitals == kNoLetters) features.only_tag = slot->only_tag;
}

}  // namespace readout
