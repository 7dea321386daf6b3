#include "reading/numerals_digits.h"

#include <string_view>

#include "reading/numerals.h"

namespace readout::numerals {

namespace {

// The white space between two lexemes is one that typesetters put between groups of digits.
bool group_space(const Lexemes& l, size_t i) {
  const auto between = l.text().substr(l[i - 1].span.end, l[i].span.begin - l[i - 1].span.end);
  return between == "\xC2\xA0" || between == "\xE2\x80\xAF" || between == "\xE2\x80\x89";
}

}  // namespace

double decimal_value(uint64_t mantissa, int exponent) {
  double power = 1;
  for (int i = 0; i < (exponent < 0 ? -exponent : exponent); ++i) power *= 10;
  return exponent < 0 ? static_cast<double>(mantissa) / power : static_cast<double>(mantissa) * power;
}

double fraction_sign(char32_t c) {
  switch (c) {
    case 0xBC:
      return 0.25;
    case 0xBD:
      return 0.5;
    case 0xBE:
      return 0.75;
    case 0x2153:
      return 1.0 / 3;
    case 0x2154:
      return 2.0 / 3;
    case 0x2155:
      return 0.2;
    case 0x2156:
      return 0.4;
    case 0x2157:
      return 0.6;
    case 0x2158:
      return 0.8;
    case 0x2159:
      return 1.0 / 6;
    case 0x215A:
      return 5.0 / 6;
    case 0x215B:
      return 0.125;
    case 0x215C:
      return 0.375;
    case 0x215D:
      return 0.625;
    case 0x215E:
      return 0.875;
    default:
      return 0;
  }
}

size_t end_of_groups(const Lexemes& l, size_t i) {
  if (l[i].low.size() > 3 || l[i].low.front() == '0') return i + 1;
  size_t end = i + 1;
  size_t last = l[i].low.size();
  while (l.symbol(end, ',') && l.tight(end) && l.digits(end + 1) && l.tight(end + 1)) {
    last = l[end + 1].low.size();
    if (last != 2 && last != 3) return i + 1;
    end += 2;
  }
  if (end > i + 1) return last == 3 ? end : i + 1;
  size_t groups = 0;
  bool zeros = true;
  bool typeset = true;
  while (l.digits(end) && l.joined(end) && !l.tight(end) && l[end].low.size() == 3) {
    typeset = typeset && group_space(l, end);
    zeros = zeros && l[end].number == 0;
    ++groups;
    ++end;
  }
  return groups > 0 && (typeset || zeros || groups > 1) ? end : i + 1;
}

std::optional<Digits> read_digits(const Lexemes& l, size_t i) {
  Digits out;
  if (!l.digits(i) || l[i].low.size() > 18) {
    // ".77": the sentence's own full stop never touches digits behind it.
    if (!(l.symbol(i, '.') && !l.tight(i) && l.digits(i + 1) && l.tight(i + 1) && l[i + 1].low.size() <= 15)) {
      return std::nullopt;
    }
    out.mantissa = l[i + 1].number;
    out.exponent = -static_cast<int>(l[i + 1].low.size());
    out.decimal = true;
    out.end = i + 2;
    return out;
  }
  const size_t end = end_of_groups(l, i);
  size_t count = 0;
  for (size_t at = i; at < end; ++at) {
    if (!l.digits(at)) continue;
    count += l[at].low.size();
    if (count > 18) return std::nullopt;
    for (const char c : l[at].low) out.mantissa = out.mantissa * 10 + static_cast<uint64_t>(c - '0');
  }
  out.grouped = end > i + 1;
  out.end = end;
  if (l.symbol(end, '.') && l.tight(end) && l.digits(end + 1) && l.tight(end + 1)) {
    if (l.symbol(end + 2, '.') && l.tight(end + 2) && l.digits(end + 3) && l.tight(end + 3)) return std::nullopt;
    if (count + l[end + 1].low.size() > 18) return std::nullopt;
    for (const char c : l[end + 1].low) {
      out.mantissa = out.mantissa * 10 + static_cast<uint64_t>(c - '0');
      --out.exponent;
    }
    out.decimal = true;
    out.end = end + 2;
    return out;
  }
  if (l.joined(end) && fraction_sign(l[end].symbol) > 0) {
    out.fraction = fraction_sign(l[end].symbol);
    out.decimal = true;
    out.end = end + 1;
    return out;
  }
  // "4 1/2", "4-1/2": a proper fraction behind a whole number.
  size_t at = l.symbol(end, '-') && l.tight(end) && l.tight(end + 1) ? end + 1 : end;
  if (l.digits(at) && l.joined(at) && l.symbol(at + 1, '/') && l.tight(at + 1) && l.digits(at + 2) && l.tight(at + 2) &&
      l[at].number > 0 && l[at].number < l[at + 2].number && l[at + 2].number <= 64 && !l.symbol(at + 3, '/')) {
    out.fraction = static_cast<double>(l[at].number) / static_cast<double>(l[at + 2].number);
    out.decimal = true;
    out.end = at + 3;
  }
  return out;
}

}  // namespace readout::numerals
