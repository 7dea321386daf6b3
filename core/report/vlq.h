// Whole numbers as short text: Base64 VLQ as source maps (ECMA-426) have it, without signs: five bits a character, the
// lowest first, the sixth bit set where more follow.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace readout {

constexpr std::string_view kVlqDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

inline void append_vlq(std::string& out, uint32_t number) {
  do {
    const uint32_t digit = number & 31;
    number >>= 5;
    out.push_back(kVlqDigits[digit | (number > 0 ? 32 : 0)]);
  } while (number > 0);
}

// The number that begins at `at`, which moves past it; none where the text ends or is none.
inline std::optional<uint32_t> take_vlq(std::string_view text, size_t& at) {
  const auto value_of = [](char c) -> uint32_t {
    if (c >= 'A' && c <= 'Z') return static_cast<uint32_t>(c - 'A');
    if (c >= 'a' && c <= 'z') return static_cast<uint32_t>(c - 'a') + 26;
    if (c >= '0' && c <= '9') return static_cast<uint32_t>(c - '0') + 52;
    return c == '+' ? 62 : c == '/' ? 63 : 64;
  };
  uint64_t number = 0;
  for (unsigned shift = 0; at < text.size() && shift < 35; shift += 5) {
    const uint32_t digit = value_of(text[at++]);
    if (digit > 63) return std::nullopt;
    number |= static_cast<uint64_t>(digit & 31) << shift;
    if (digit < 32) return number > UINT32_MAX ? std::nullopt : std::optional(static_cast<uint32_t>(number));
  }
  return std::nullopt;
}

}  // namespace readout
