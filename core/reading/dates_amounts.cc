#include "reading/dates_amounts.h"

#include <array>
#include <cstdint>
#include <string_view>

#include "reading/dates_neighbours.h"
#include "reading/numerals.h"

namespace readout::dates {

bool is_unit(const Lexemes& l, size_t i) { return (l.classes(i) & kTimeUnit) != 0; }
bool is_plural_unit(const Lexemes& l, size_t i) { return (l.classes(i) & kTimeUnitPlural) != 0; }

size_t skip_filler(const Lexemes& l, size_t i) {
  constexpr std::array<std::string_view, 20> kFillers{"more",    "additional", "consecutive", "straight", "full",
                                                      "whole",   "long",       "short",       "calendar", "business",
                                                      "trading", "working",    "fiscal",      "extra",    "successive",
                                                      "further", "other",      "solid",       "or",       "lean"};
  if (l.joined(i) && l.word(i) && one_of(l[i].low, kFillers) && !l.is(i, "or")) return i + 1;
  return i;
}

std::optional<Count> count_at(const Lexemes& l, size_t i) {
  if (i >= l.size()) return std::nullopt;
  if (l.is(i, "a") || l.is(i, "an")) {
    if (!l.joined(i + 1)) return std::nullopt;
    if (l.is(i + 1, "few") || l.is(i + 1, "number") || l.is(i + 1, "couple") || l.is(i + 1, "handful")) {
      const bool couple = l.is(i + 1, "couple");
      const size_t end = l.is(i + 2, "of") ? i + 3 : i + 2;
      return Count{end, couple ? 2.0 : -1.0, false, false};
    }
    if (const auto number = numerals::cardinal(l, i)) return Count{number->end, number->value, false, false};
    if (l.is(i + 1, "half") && l.symbol(i + 2, '-')) return Count{i + 3, 0.5, false, false};
    return Count{skip_filler(l, i + 1), 1, true, false};
  }
  if (l.is(i, "half") && (l.is(i + 1, "a") || l.is(i + 1, "an")) && l.joined(i + 1) && is_unit(l, i + 2)) {
    return Count{i + 2, 0.5, false, false};
  }
  if (l.is(i, "couple") && l.is(i + 1, "of")) return Count{i + 2, 2, false, false};
  if ((l.classes(i) & kVagueNumber) != 0) {
    size_t end = i + 1;
    if (l.symbol(end, '-') && l.tight(end)) ++end;
    return Count{skip_filler(l, end), -1, false, false};
  }
  constexpr std::array<std::string_view, 6> kVaguePlurals{"hundreds", "thousands", "dozens",
                                                          "scores",   "tens",      "decades"};
  if (l.word(i) && one_of(l[i].low, kVaguePlurals) && l.is(i + 1, "of") && l.joined(i + 1))
    return Count{i + 2, -1, false, false};
  const auto number = numerals::cardinal(l, i);
  if (!number || (number->digits && !stands_free(l, i, i + 1) && !l.tight(i + 1))) return std::nullopt;
  if (l.digits(i) && l.tight(i) && l[i - 1].kind != LexemeKind::kSymbol) return std::nullopt;
  Count out{number->end, number->value, false, false};
  // "two to three weeks", "two or three": TIMEX3 has one value; the smaller one is safe as a bound.
  if ((l.is(out.end, "to") || l.is(out.end, "or") || (l.symbol(out.end, '-') && !l.word(out.end + 1))) &&
      l.joined(out.end)) {
    const auto other = numerals::cardinal(l, out.end + 1);
    if (other && other->value > out.value &&
        (is_unit(l, other->end) || (l.symbol(other->end, '-') && is_unit(l, other->end + 1)))) {
      out.end = other->end;
    }
  }
  if (l.symbol(out.end, '-') && l.tight(out.end) && l.tight(out.end + 1) && is_unit(l, out.end + 1)) {
    ++out.end;
    out.hyphen = true;
    return out;
  }
  out.end = skip_filler(l, out.end);
  return out;
}

std::string amount(double value) {
  if (value < 0) return "X";
  const auto hundredths = static_cast<uint64_t>(value * 100 + 0.5);
  std::string out = std::to_string(hundredths / 100);
  const uint64_t rest = hundredths % 100;
  if (rest != 0) {
    out += '.';
    out += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
  }
  return out;
}

void add_part(DurationParts& parts, TimeUnit unit, double count) {
  const auto whole = static_cast<double>(static_cast<int64_t>(count));
  const bool half = count >= 0 && count - whole == 0.5;
  const auto with_half = [&](std::string& out, const char* letter, const char* half_part) {
    if (!half) {
      out += amount(count) + letter;
      return;
    }
    if (whole > 0) out += amount(whole) + letter;
    out += half_part;
  };
  switch (unit) {
    case TimeUnit::kSecond:
      parts.time += amount(count) + "S";
      break;
    case TimeUnit::kMinute:
      with_half(parts.time, "M", "30S");
      break;
    case TimeUnit::kHour:
      with_half(parts.time, "H", "30M");
      break;
    case TimeUnit::kNight:
    case TimeUnit::kDay:
      if (half && whole == 0)
        parts.time += "12H";
      else if (half)
        parts.date += amount(whole) + "D", parts.time += "12H";
      else
        parts.date += amount(count) + "D";
      break;
    case TimeUnit::kWeekend:
      parts.date += amount(count) + "WE";
      break;
    case TimeUnit::kWeek:
      parts.date += amount(count) + "W";
      break;
    case TimeUnit::kFortnight:
      parts.date += count < 0 ? "XW" : amount(count * 2) + "W";
      break;
    case TimeUnit::kMonth:
      parts.date += amount(count) + "M";
      break;
    case TimeUnit::kQuarter:
      parts.date += count < 0 ? "XQ" : amount(count * 3) + "M";
      break;
    case TimeUnit::kSeason:
      parts.date += amount(count) + "S";
      break;
    case TimeUnit::kYear:
      with_half(parts.date, "Y", "6M");
      break;
    case TimeUnit::kDecade:
      parts.date += count < 0 ? "XE" : amount(count * 10) + "Y";
      break;
    case TimeUnit::kCentury:
      parts.date += count < 0 ? "XC" : amount(count * 100) + "Y";
      break;
    case TimeUnit::kMillennium:
      parts.date += count < 0 ? "XL" : amount(count * 1000) + "Y";
      break;
    case TimeUnit::kNone:
      break;
  }
}

std::string written(const DurationParts& parts) {
  std::string out(1, 'P');
  out += parts.date;
  if (!parts.time.empty()) {
    out += 'T';
    out += parts.time;
  }
  return out;
}

}  // namespace readout::dates
