// What the tokeniser knows of single characters.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace readout::token_characters {

enum class CharKind : uint8_t { kLetter, kDigit, kSpace, kApostrophe, kHyphen, kJoiner, kOther };

constexpr std::array<CharKind, 256> make_ascii_kinds() {
  std::array<CharKind, 256> kinds{};
  for (size_t c = 0; c < kinds.size(); ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    kinds[c] = letter      ? CharKind::kLetter
               : digit     ? CharKind::kDigit
               : space     ? CharKind::kSpace
               : c == '\'' ? CharKind::kApostrophe
               : c == '-'  ? CharKind::kHyphen
                           : CharKind::kOther;
  }
  return kinds;
}
// kOther for what is none of ASCII.
inline constexpr std::array<CharKind, 256> kAsciiKinds = make_ascii_kinds();
constexpr CharKind kind_of_ascii(unsigned char c) { return kAsciiKinds[c]; }

// What an address has and few other words have: a bit for each of the characters.
constexpr uint8_t kHasSign = 1;   // @ # /
constexpr uint8_t kHasW = 2;      // w W
constexpr uint8_t kHasPoint = 4;  // .
constexpr std::array<uint8_t, 256> make_address_signs() {
  std::array<uint8_t, 256> signs{};
  signs['@'] = signs['#'] = signs['/'] = kHasSign;
  signs['w'] = signs['W'] = kHasW;
  signs['.'] = kHasPoint;
  return signs;
}
inline constexpr std::array<uint8_t, 256> kAddressSigns = make_address_signs();

struct Char {
  char32_t value = 0;
  uint32_t size = 0;  // 0 past the end
  CharKind kind = CharKind::kSpace;
};

}  // namespace readout::token_characters
