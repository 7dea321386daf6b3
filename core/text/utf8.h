// UTF-8, one code point at a time. All functions take any bytes: an invalid sequence reads as U+FFFD of length 1.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace readout::utf8 {

constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
  char32_t value = 0;
  uint8_t size = 0;   // bytes; 0 only at the end of the text
  bool valid = true;  // false where the bytes are no UTF-8 (overlong, surrogate, cut off, stray)
};

// The code point that starts at byte `at`, where that byte is none of ASCII. O(1).
CodePoint decode_multibyte(std::string_view text, size_t at);

// The code point that starts at byte `at`. O(1).
inline CodePoint decode(std::string_view text, size_t at) {
  if (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80)
    return {static_cast<unsigned char>(text[at]), 1, true};
  return decode_multibyte(text, at);
}

// The code point that ends right before byte `at` (size 0 at the beginning). O(1).
CodePoint decode_before(std::string_view text, size_t at);

// Appends `value`; surrogates and values past U+10FFFF become U+FFFD.
void append(std::string& out, char32_t value);

// Byte offset of the first invalid sequence, or npos where the text is valid.
size_t find_invalid(std::string_view text);

// Number of code points; every invalid byte counts one.
size_t count(std::string_view text);

// The text with every invalid sequence replaced by U+FFFD.
std::string repaired(std::string_view text);

}  // namespace readout::utf8
