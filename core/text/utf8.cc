#include "text/utf8.h"

namespace readout::utf8 {

namespace {

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

}  // namespace

CodePoint decode_multibyte(std::string_view text, size_t at) {
  if (at >= text.size()) return {0, 0, true};
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, 1, true};
  int extra = 0;
  char32_t value = 0;
  char32_t least = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    extra = 1, value = lead & 0x1Fu, least = 0x80;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    extra = 2, value = lead & 0x0Fu, least = 0x800;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    extra = 3, value = lead & 0x07u, least = 0x10000;
  } else {
    return {kReplacement, 1, false};
  }
  if (at + static_cast<size_t>(extra) >= text.size()) return {kReplacement, 1, false};
  for (int i = 1; i <= extra; ++i) {
    const unsigned char next = byte(at + static_cast<size_t>(i));
    if (!is_continuation(next)) return {kReplacement, 1, false};
    value = (value << 6) | (next & 0x3Fu);
  }
  if (value < least || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {kReplacement, 1, false};
  return {value, static_cast<uint8_t>(extra + 1), true};
}

CodePoint decode_before(std::string_view text, size_t at) {
  if (at == 0 || at > text.size()) return {0, 0, true};
  size_t start = at - 1;
  while (start > 0 && at - start < 4 && is_continuation(static_cast<unsigned char>(text[start]))) --start;
  const CodePoint point = decode(text, start);
  if (point.valid && start + point.size == at) return point;
  return {kReplacement, 1, false};
}

void append(std::string& out, char32_t value) {
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = kReplacement;
  if (value < 0x80) {
    out += static_cast<char>(value);
  } else if (value < 0x800) {
    out += static_cast<char>(0xC0 | (value >> 6));
    out += static_cast<char>(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    out += static_cast<char>(0xE0 | (value >> 12));
    out += static_cast<char>(0x80 | ((value >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (value & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (value >> 18));
    out += static_cast<char>(0x80 | ((value >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((value >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (value & 0x3F));
  }
}

size_t find_invalid(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint point = decode(text, at);
    if (!point.valid) return at;
    at += point.size;
  }
  return std::string_view::npos;
}

size_t count(std::string_view text) {
  size_t points = 0;
  for (size_t at = 0; at < text.size(); at += decode(text, at).size) ++points;
  return points;
}

std::string repaired(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (point.valid) {
      out.append(text.substr(at, point.size));
    } else {
      append(out, kReplacement);
    }
    at += point.size;
  }
  return out;
}

}  // namespace readout::utf8
