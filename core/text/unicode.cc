#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

#include "text/utf8.h"

namespace readout::unicode {

namespace {

struct CasePair {
  char32_t from;
  char32_t to;
};

#include "text/unicode_tables.inc"

enum : uint8_t {
  kLetter = 1,
  kUpperFlag = 2,
  kLowerFlag = 4,
  kDigit = 8,
  kNumber = 16,
  kSpace = 32,
  kPunct = 64,
  kSymbol = 128
};

uint8_t flags_by_search(char32_t c) {
  const auto after = std::upper_bound(std::begin(kRanges), std::end(kRanges), (static_cast<uint32_t>(c) << 8) | 0xFFu);
  return static_cast<uint8_t>(*(after - 1) & 0xFFu);
}

// Most text is below U+0250: one look-up there, a search above.
constexpr size_t kDirect = 0x250;

constexpr std::array<uint8_t, kDirect> direct_table() {
  std::array<uint8_t, kDirect> table{};
  size_t range = 0;
  for (uint32_t c = 0; c < kDirect; ++c) {
    while (range + 1 < std::size(kRanges) && (kRanges[range + 1] >> 8) <= c) ++range;
    table[c] = static_cast<uint8_t>(kRanges[range] & 0xFFu);
  }
  return table;
}
constexpr auto kDirectTable = direct_table();

uint8_t flags_of(char32_t c) {
  if (c < kDirect) return kDirectTable[c];
  return c <= 0x10FFFF ? flags_by_search(c) : uint8_t{0};
}

template <size_t N>
char32_t mapped(const CasePair (&pairs)[N], char32_t c) {
  const auto* at = std::lower_bound(std::begin(pairs), std::end(pairs), c,
                                    [](const CasePair& pair, char32_t key) { return pair.from < key; });
  return at != std::end(pairs) && at->from == c ? at->to : c;
}

// What one character becomes under fold(); most stay one character.
void append_folded(std::string& out, char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x02BC:
      c = '\'';
      break;
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x00AB:
    case 0x00BB:
    case 0x2033:
      c = '"';
      break;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      c = '-';
      break;
    case 0x2026:
      out += "...";
      return;
    case 0x00A0:
    case 0x202F:
    case 0x2009:
    case 0x2007:
      c = ' ';
      break;
    case 0x00DF:
    case 0x1E9E:
      out += "ss";
      return;
    case 0x00C6:
    case 0x00E6:
      out += "ae";
      return;
    case 0x0152:
    case 0x0153:
      out += "oe";
      return;
    case 0x00D8:
    case 0x00F8:
      c = 'o';
      break;
    case 0x0110:
    case 0x0111:
      c = 'd';
      break;
    case 0x0131:
      c = 'i';
      break;
    case 0x0141:
    case 0x0142:
      c = 'l';
      break;
    default:
      break;
  }
  if (is_ignorable(c) || (c >= 0x300 && c <= 0x36F)) return;
  utf8::append(out, to_lower(mapped(kBase, c)));
}

}  // namespace

bool is_letter(char32_t c) { return (flags_of(c) & kLetter) != 0; }
bool is_upper(char32_t c) { return (flags_of(c) & kUpperFlag) != 0; }
bool is_lower(char32_t c) { return (flags_of(c) & kLowerFlag) != 0; }
bool is_digit(char32_t c) { return (flags_of(c) & kDigit) != 0; }
bool is_number(char32_t c) { return (flags_of(c) & kNumber) != 0; }
bool is_wide_space(char32_t c) { return (flags_of(c) & kSpace) != 0; }
bool is_punctuation(char32_t c) { return (flags_of(c) & kPunct) != 0; }
bool is_symbol(char32_t c) { return (flags_of(c) & kSymbol) != 0; }

char32_t to_lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  return mapped(kLower, c);
}

char32_t to_upper(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
  return mapped(kUpper, c);
}

std::string lower(std::string_view text) {
  std::string out(text);
  bool ascii = true;
  for (char& c : out) {
    ascii = ascii && static_cast<unsigned char>(c) < 0x80;
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  if (ascii) return out;
  out.clear();
  for (size_t at = 0; at < text.size();) {
    const auto point = utf8::decode(text, at);
    if (point.value < 0x80) {
      out.push_back(static_cast<char>(to_lower(point.value)));
    } else {
      utf8::append(out, to_lower(point.value));
    }
    at += point.size;
  }
  return out;
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const auto point = utf8::decode(text, at);
    append_folded(out, point.value);
    at += point.size;
  }
  return out;
}

}  // namespace readout::unicode
