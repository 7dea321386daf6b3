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

// What an ASCII character is in a normal form, and what it says of the shape: its bits in the lowest byte, a letter
// from bit 8 on, a capital from bit 20 on, so that these add up.
struct AsciiForms {
  static constexpr uint32_t kShape = 0xFF;
  static constexpr uint32_t kLetter = 1u << 8;
  static constexpr uint32_t kUpper = 1u << 20;
  std::array<char, 128> forms{};
  std::array<uint32_t, 128> says{};

  constexpr AsciiForms() {
    for (size_t i = 0; i < forms.size(); ++i) {
      const char c = static_cast<char>(i);
      const bool upper = c >= 'A' && c <= 'Z';
      const bool digit = c >= '0' && c <= '9';
      forms[i] = upper ? static_cast<char>(c + 32) : digit ? '0' : c;
      says[i] = upper                  ? kLetter + kUpper
                : c >= 'a' && c <= 'z' ? kLetter
                : digit                ? uint32_t{kHasDigit}
                : c == '-'             ? uint32_t{kHasHyphen}
                : c == '.'             ? uint32_t{kHasStop}
                                       : uint32_t{kHasMark};
    }
  }
};
constexpr AsciiForms kAscii;

constexpr uint32_t hash_on(uint32_t hash, char c) { return (hash ^ static_cast<unsigned char>(c)) * kHashPrime; }
constexpr uint32_t hash_end(uint32_t hash) { return hash == 0 ? 1 : hash; }

struct Normal {
  std::array<char, kMostBytes + 4> bytes;  // the first `size`
  uint32_t size = 0;
  uint32_t hash = kHashStart;  // of them, still to be ended
  uint8_t shape = 0;
  std::string_view view() const { return {bytes.data(), size}; }
};

void normalise(std::string_view word, Normal& normal) {
  uint32_t size = 0;
  uint32_t hash = kHashStart;
  uint32_t said = 0;  // see AsciiForms
  bool first_upper = false;
  const auto say = [&](uint32_t says) {
    first_upper = first_upper || (said < AsciiForms::kLetter && says >= AsciiForms::kUpper);
    said = (said + (says & ~AsciiForms::kShape)) | (says & AsciiForms::kShape);
  };
  const auto take = [&](char c) {
    normal.bytes[size++] = c;
    hash = hash_on(hash, c);
  };
  for (size_t at = 0; at < word.size() && size < kMostBytes;) {
    const auto byte = static_cast<unsigned char>(word[at]);
    if (byte < 0x80) {
      say(kAscii.says[byte]);
      take(kAscii.forms[byte]);
      ++at;
      continue;
    }
    const auto c = utf8::decode(word, at);
    at += c.size;
    if (unicode::is_ignorable(c.value)) continue;
    char32_t value = c.value;
    if (unicode::is_letter(value)) {
      value = unicode::to_lower(value);
      say(value != c.value ? AsciiForms::kLetter + AsciiForms::kUpper : AsciiForms::kLetter);
    } else {
      say(kHasMark);
      if (value == 0x2019 || value == 0x2018) value = '\'';
      if (value == 0x201C || value == 0x201D) value = '"';
    }
    std::string bytes;
    utf8::append(bytes, value);
    for (const char b : bytes) take(b);
  }
  const uint32_t letters = said / AsciiForms::kLetter % (AsciiForms::kUpper / AsciiForms::kLetter);
  const uint32_t upper = said / AsciiForms::kUpper;
  uint32_t shape = said & AsciiForms::kShape;
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
  normal.size = size;
  normal.hash = hash;
  normal.shape = static_cast<uint8_t>(shape);
}

template <uint32_t kCount>
uint32_t hash_of(const char* from, uint32_t start) {
  uint32_t hash = start;
  for (uint32_t i = 0; i < kCount; ++i) hash = hash_on(hash, from[i]);
  return hash_end(hash);
}

uint32_t hash_of(const char* from, uint32_t count, uint32_t start) {
  uint32_t hash = start;
  for (uint32_t i = 0; i < count; ++i) hash = hash_on(hash, from[i]);
  return hash_end(hash);
}

// All of a word's features that need no list.
WordFeatures features_of_letters(std::string_view word) {
  Normal normal;
  normalise(word, normal);
  const char* begin = normal.bytes.data();
  const char* end = begin + normal.size;
  WordFeatures features;
  features.shape = normal.shape;
  features.form = hash_end(normal.hash);
  constexpr uint32_t kTail = kHashStart;
  constexpr uint32_t kHead = kHashStart + 10;
  if (normal.size >= 4) {
    features.suffix2 = hash_of<2>(end - 2, kTail + 2);
    features.suffix3 = hash_of<3>(end - 3, kTail + 3);
    features.suffix4 = hash_of<4>(end - 4, kTail + 4);
    features.prefix2 = hash_of<2>(begin, kHead + 2);
    features.prefix3 = hash_of<3>(begin, kHead + 3);
    return features;
  }
  const auto tail = [&](uint32_t n) {
    return hash_of(end - std::min(n, normal.size), std::min(n, normal.size), kTail + n);
  };
  const auto head = [&](uint32_t n) { return hash_of(begin, std::min(n, normal.size), kHead + n); };
  features.suffix2 = tail(2);
  features.suffix3 = tail(3);
  features.suffix4 = tail(4);
  features.prefix2 = head(2);
  features.prefix3 = head(3);
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

uint32_t form_of(std::string_view word) {
  Normal normal;
  normalise(word, normal);
  return hash_end(normal.hash);
}

std::string normal_form(std::string_view word) {
  Normal normal;
  normalise(word, normal);
  return std::string(normal.view());
}

Result<WordTable> WordTable::parse(std::string_view lines) {
  std::vector<Slot> words;
  for (LexiconReader reader(lines); reader.next_row();) {
    const uint32_t form = form_of(reader.next_field());
    uint32_t numbers[4];
    constexpr uint32_t kMost[4] = {65535, 255, 255, 255};
    for (size_t i = 0; i < 4; ++i)
      if (!to_number(reader.next_field(), kMost[i], numbers[i])) return malformed(words.size());
    if (numbers[3] >= kTagCount && numbers[3] != kNoTag) return malformed(words.size());
    words.push_back({form, static_cast<uint16_t>(numbers[0]), static_cast<uint8_t>(numbers[1]),
                     static_cast<uint8_t>(numbers[2]), static_cast<uint8_t>(numbers[3])});
  }
  WordTable table;
  if (words.empty()) return table;
  size_t size = 16;
  while (size < words.size() * 2) size *= 2;
  table.slots_.resize(size);
  for (const Slot& word : words) {
    size_t at = word.form & (size - 1);
    while (table.slots_[at].form != 0 && table.slots_[at].form != word.form) at = (at + 1) & (size - 1);
    table.slots_[at] = word;
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
  for (const Span span : spans) {
    out.push_back(features_of_letters(words_of(text, span)));
    if (!slots_.empty()) __builtin_prefetch(&slots_[out.back().form & (slots_.size() - 1)]);
  }
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
