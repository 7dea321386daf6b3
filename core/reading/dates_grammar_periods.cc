// Quarters, seasons, units of time, durations and recurring times.
#include <algorithm>
#include <array>

#include "reading/dates_grammar.h"
#include "reading/numerals.h"

namespace readout::dates {

namespace {

template <size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_unit(const Lexemes& l, size_t i) { return (l.classes(i) & kTimeUnit) != 0; }
bool is_plural_unit(const Lexemes& l, size_t i) { return (l.classes(i) & kTimeUnitPlural) != 0; }

// Words between a number and its unit that leave the length as it is.
size_t skip_filler(const Lexemes& l, size_t i) {
  constexpr std::array<std::string_view, 20> kFillers{"more",    "additional", "consecutive", "straight", "full",
                                                      "whole",   "long",       "short",       "calendar", "business",
                                                      "trading", "working",    "fiscal",      "extra",    "successive",
                                                      "further", "other",      "solid",       "or",       "lean"};
  if (l.joined(i) && l.word(i) && one_of(l[i].low, kFillers) && !l.is(i, "or")) return i + 1;
  return i;
}

struct Count {
  size_t end = 0;
  double value = 0;  // negative: vague
  bool article = false;
  bool hyphen = false;  // "two-week"
};

// How many: "two", "12", "a", "an", "several", "a few", "a couple of", "half a", "two to three", "hundreds of".
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

// Digits of a TIMEX3 amount: whole, or with at most two decimals.
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

struct DurationParts {
  std::string date;  // behind P
  std::string time;  // behind T
};

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

}  // namespace

Relation Grammar::relation_at(size_t i, size_t& end) const {
  if (!l.word(i)) return Relation::kNone;
  const std::string_view low = l[i].low;
  end = i + 1;
  if (low == "this") {
    if (l.is(i + 1, "past") || l.is(i + 1, "coming") || l.is(i + 1, "same") || l.is(i + 1, "current") ||
        l.is(i + 1, "next")) {
      end = i + 2;
      return l.is(i + 1, "past")                            ? Relation::kLast
             : l.is(i + 1, "coming") || l.is(i + 1, "next") ? Relation::kNext
                                                            : Relation::kThis;
    }
    return Relation::kThis;
  }
  if (low == "current") return Relation::kThis;
  if (low == "last" || low == "latest") return Relation::kLast;
  if (low == "past" || low == "recent") return Relation::kPast;
  if (low == "next") return Relation::kNext;
  if (low == "coming" || low == "upcoming") return Relation::kComing;
  if (low == "previous" || low == "preceding" || low == "prior") return Relation::kPrevious;
  // Without its article "following" is a preposition: "Following Wednesday's talks".
  if (low == "following" || low == "subsequent") return l.is(i - 1, "the") ? Relation::kFollowing : Relation::kNone;
  if (low == "that" || low == "same") {
    if (low == "that" && l.is(i + 1, "same")) end = i + 2;
    return Relation::kThat;
  }
  return Relation::kNone;
}

// "... of 1989", "... this year", "... of last year", "1989 ..." behind a part of a year.
bool Grammar::year_of(size_t i, Match& match) const {
  size_t at = i;
  if ((l.is(at, "of") || l.is(at, "in")) && l.joined(at)) ++at;
  if (l.symbol(at, ',') && l.joined(at)) ++at;
  if (!l.joined(at)) return false;
  size_t end = 0;
  if (const int number = l.digits(at) ? year_number(at, end) : 0; number > 0 && !l.symbol(end, '%')) {
    match.when.year = number;
    match.end = end;
    return true;
  }
  if (const auto named = year(at); named && named->when.year > 0) {
    if (at == i && !l.digits(at)) return false;
    match.when.year = named->when.year;
    match.end = named->end;
    return true;
  }
  // "the second half of the '80s": the decade's half, kept as its mod
  size_t unit = at;
  if (l.is(unit, "the")) ++unit;
  const Relation relation = relation_at(unit, end);
  if (relation == Relation::kNone || relation == Relation::kPast || relation == Relation::kComing) return false;
  if (l.is(end, "fiscal")) ++end;
  if (!(l.is(end, "year") && l.joined(end))) return false;
  match.when.year_relation = relation;
  match.end = end + 1;
  return true;
}

Grammar::Found Grammar::quarter(size_t i) const {
  size_t at = i;
  Match out{i, 0, {}, DateType::kDate};
  When& when = out.when;
  const bool the = (l.is(at, "the") || l.is(at, "its") || l.is(at, "their")) && l.joined(at + 1);
  if (the) ++at;
  // "this year's third quarter", "next year's first half", "the 1988 third quarter"
  size_t end = 0;
  if (const Relation relation = relation_at(at, end);
      relation != Relation::kNone && l.is(end, "year") && l.symbol(end + 1, '\'') && l.is(end + 2, "s")) {
    when.year_relation = relation;
    at = end + 3;
  } else if (l.digits(at) && l[at].low.size() == 4) {
    const int value = year_number(at, end);
    if (value > 0) {
      when.year = value;
      at = end;
      if (l.symbol(at, '\'') && l.is(at + 1, "s")) at += 2;
      if (l.symbol(at, '-') && l.tight(at)) ++at;
    }
  }
  if (l.is(at, "fiscal") && l.joined(at + 1)) {
    ++at;
    if (l.symbol(at, '-')) ++at;
    if (const int value = l.joined(at) ? year_number(at, end) : 0; value > 0) {
      when.year = value;
      at = end;
      if (l.symbol(at, '\'') && l.is(at + 1, "s")) at += 2;
    }
  }
  if (at > i && !l.joined(at)) return std::nullopt;
  // "Q3", "H1"
  if ((l.is(at, "q") || l.is(at, "h")) && l.tight(at + 1) && l.digits(at + 1) && l[at + 1].low.size() == 1) {
    const int number = static_cast<int>(l[at + 1].number);
    const bool q = l.is(at, "q");
    if (number < 1 || number > (q ? 4 : 2) || (l.tight(at + 2) && l.word(at + 2))) return std::nullopt;
    (q ? when.quarter : when.half) = number;
    out.end = at + 2;
    if (l.symbol(out.end, '-') && l.tight(out.end) && when.year == 0 && year_number(out.end + 1, end) > 0) {
      when.year = year_number(out.end + 1, end);
      out.end = end;
    }
  } else {
    int number = 0;
    size_t next = at + 1;
    if (the && when.year > 0 && (l.is(at, "quarter") || l.is(at, "period"))) {
      // "the 1988 quarter": the one of that year that is spoken of.
      when.form = Form::kUnit;
      when.unit = TimeUnit::kQuarter;
      when.relation = Relation::kThat;
      when.comparison = l.is(at, "period");
      out.end = at + 1;
      return out;
    }
    if (const auto ordinal = numerals::ordinal(l, at); ordinal && ordinal->value <= 4) {
      number = static_cast<int>(ordinal->value);
      next = ordinal->end;
    } else if (l.is(at, "last") || l.is(at, "final") || l.is(at, "latter")) {
      number = -1;
    }
    if (number == 0) return std::nullopt;
    if (l.symbol(next, '-') && l.tight(next)) ++next;
    if (!l.joined(next)) return std::nullopt;
    if (l.is(next, "quarter") && number > 0) {
      when.quarter = number;
    } else if (l.is(next, "half") && number <= 2) {
      when.half = number < 0 ? 2 : number;
      // "the first half" of a match, of a distance: only beside a year, or written as one word.
      Match probe = out;
      probe.end = next + 1;
      const bool dated = when.year > 0 || when.year_relation != Relation::kNone || year_of(next + 1, probe) ||
                         decade(l.is(next + 1, "of") ? next + 2 : next + 1).has_value();
      if (!dated && !(l.symbol(next - 1, '-') && number > 0)) return std::nullopt;
      if (!dated && l.is(next + 1, "of")) return std::nullopt;
    } else {
      return std::nullopt;
    }
    out.end = next + 1;
  }
  if (when.half > 0 && l.is(out.end, "of")) {
    if (const auto ten = decade(out.end + 1)) {
      const int half = when.half;
      when = ten->when;
      when.mod = half == 1 ? "START" : "END";
      out.end = ten->end;
      return out;
    }
  }
  if (when.year == 0 && when.year_relation == Relation::kNone) year_of(out.end, out);
  return out;
}

Grammar::Found Grammar::season(size_t i) const {
  size_t at = i;
  const bool the = l.is(at, "the") && l.joined(at + 1);
  if (the) ++at;
  size_t end = at;
  Relation relation = Relation::kNone;
  if (l.word(at) && (l.classes(at) & kSeasonName) == 0) {
    relation = relation_at(at, end);
    if (relation == Relation::kNone) return std::nullopt;
    at = end;
  }
  if ((l.classes(at) & kSeasonName) == 0 || (at > i && !l.joined(at))) return std::nullopt;
  Match out{i, at + 1, {}, DateType::kDate};
  out.when.season = l[at].word->season;
  out.when.relation = relation;
  if (year_of(out.end, out)) return out;
  if (relation != Relation::kNone)
    return relation == Relation::kPast || relation == Relation::kThat ? std::nullopt : std::optional(out);
  // A bare "fall" or "spring" is mostly another word.
  constexpr std::array<std::string_view, 9> kLeads{"in",         "during", "by",   "since", "until",
                                                   "throughout", "early",  "late", "mid"};
  const bool led = i > 0 && l.joined(i) && one_of(l[i - 1].low, kLeads);
  const bool sure = l.is(at, "summer") || l.is(at, "winter") || l.is(at, "autumn");
  const bool noun_follows = l.joined(at + 1) && l.word(at + 1) && !the;
  if (l.tight(at) || (l.symbol(at + 1, '\'') && !sure)) return std::nullopt;
  if (led && (the || sure || !noun_follows)) return out;
  if (the && sure) return out;
  return std::nullopt;
}

Grammar::Found Grammar::related_unit(size_t i) const {
  size_t at = i;
  const bool the = (l.is(at, "the") || l.is(at, "its") || l.is(at, "their")) && l.joined(at + 1);
  if (the) ++at;
  size_t end = at;
  const Relation relation = relation_at(at, end);
  Match out{i, 0, {}, DateType::kDate};
  When& when = out.when;
  if (relation == Relation::kNone) {
    // "the week", "the full year", "the fiscal year"
    if (!l.is(i, "the")) return std::nullopt;
    if (l.is(at, "full") || l.is(at, "fiscal") || l.is(at, "calendar") || l.is(at, "entire") || l.is(at, "whole")) ++at;
    if (!l.joined(at) || !is_unit(l, at) || is_plural_unit(l, at)) return std::nullopt;
    const TimeUnit unit = l[at].word->unit;
    if (unit != TimeUnit::kWeek && unit != TimeUnit::kMonth && unit != TimeUnit::kQuarter && unit != TimeUnit::kYear &&
        unit != TimeUnit::kWeekend) {
      return std::nullopt;
    }
    if (l.symbol(at + 1, '-') && l.tight(at + 1)) return std::nullopt;
    if (l.is(at + 1, "of") && unit == TimeUnit::kWeek) {
      // "the week of March 6"
      Found day = month_first(at + 2);
      if (!day || day->when.day == 0) day = day_first(at + 2);
      if (day && day->when.day > 0) {
        day->first = i;
        day->when.week_of = true;
        return day;
      }
    }
    when.form = Form::kUnit;
    when.unit = unit;
    when.relation = Relation::kNone;
    out.end = at + 1;
    return out;
  }
  if (!l.joined(end)) return std::nullopt;
  at = end;
  // "last May", "next Tuesday", "this Christmas": nothing may stand between.
  if (relation != Relation::kPast) {
    size_t after = 0;
    if ((l.classes(at) & (kMonthName | kMonthShort)) != 0 && relation != Relation::kThat) {
      if ((l.is(at, "may") || l.is(at, "march")) && !l[at].capital) return std::nullopt;
      Found month = month_first(at);
      const int number = month_at(at, after);
      if (number == 0) return std::nullopt;
      if (month) {
        out.when = month->when;
        out.end = month->end;
      } else {
        out.when.month = number;
        out.end = after;
      }
      out.when.relation = relation;
      return out;
    }
    if (weekday_at(at, after) > 0) {
      Found day = weekday(at);
      if (!day) return std::nullopt;
      day->first = i;
      day->when.relation = relation;
      return day;
    }
    if (const auto* feast = l.phrase(at, PhraseKind::kHoliday, after)) {
      when.form = Form::kHoliday;
      when.holiday = feast;
      when.relation = relation;
      out.end = after;
      return out;
    }
  }
  const auto count = count_at(l, at);
  const size_t unit_at = count && !count->article ? count->end : skip_filler(l, at);
  if (!l.joined(unit_at) || !is_unit(l, unit_at)) return std::nullopt;
  const TimeUnit unit = l[unit_at].word->unit;
  const bool plural = is_plural_unit(l, unit_at);
  out.end = unit_at + 1;
  when.unit = unit;
  if ((count && !count->article) || plural) {
    if (count && !count->article && relation == Relation::kThis) return std::nullopt;
    if (relation == Relation::kThat) return std::nullopt;
    if (unit == TimeUnit::kSecond && !plural) return std::nullopt;
    DurationParts parts;
    add_part(parts, unit, count && !count->article ? count->value : -1);
    when.form = Form::kDuration;
    when.value = written(parts);
    out.type = DateType::kDuration;
    return out;
  }
  if (unit == TimeUnit::kSecond || unit == TimeUnit::kNight) return std::nullopt;
  if (l.symbol(out.end, '-') && l.tight(out.end)) return std::nullopt;
  if ((unit == TimeUnit::kMinute || unit == TimeUnit::kHour)) {
    if (!the || relation == Relation::kThis || relation == Relation::kThat) return std::nullopt;
    DurationParts parts;
    add_part(parts, unit, 1);
    when.form = Form::kDuration;
    when.value = written(parts);
    out.type = DateType::kDuration;
    return out;
  }
  if (unit == TimeUnit::kSeason) return std::nullopt;
  const bool long_unit = unit == TimeUnit::kDecade || unit == TimeUnit::kCentury || unit == TimeUnit::kMillennium;
  if (relation == Relation::kPast && l.is(at - 1, "recent")) return std::nullopt;
  if ((relation == Relation::kPast || relation == Relation::kComing) && long_unit) {
    DurationParts parts;
    add_part(parts, unit, 1);
    when.form = Form::kDuration;
    when.value = written(parts);
    out.type = DateType::kDuration;
    return out;
  }
  when.form = Form::kUnit;
  // "the next day" follows the one spoken of.
  when.relation = unit == TimeUnit::kDay && relation == Relation::kNext ? Relation::kFollowing : relation;
  return out;
}

Grammar::Found Grammar::duration(size_t i) const {
  Match out{i, 0, {}, DateType::kDuration};
  When& when = out.when;
  when.form = Form::kDuration;
  size_t at = i;
  if (l.is(at, "the") && l.joined(at + 1)) ++at;
  // "the first nine months"
  if (at > i && (l.is(at, "first") || l.is(at, "final") || l.is(at, "opening"))) ++at;
  auto count = count_at(l, at);
  if (!count || !l.joined(count->end) || !is_unit(l, count->end)) {
    if (at != i) return std::nullopt;
    // Bare plurals: "for weeks", "years of", "months ago".
    if (!is_plural_unit(l, i)) return std::nullopt;
    const TimeUnit unit = l[i].word->unit;
    if (unit == TimeUnit::kSecond || unit == TimeUnit::kNight || unit == TimeUnit::kQuarter ||
        unit == TimeUnit::kSeason || unit == TimeUnit::kWeekend) {
      return std::nullopt;
    }
    constexpr std::array<std::string_view, 8> kBefore{"for", "after", "of", "in", "over", "within", "take", "took"};
    constexpr std::array<std::string_view, 8> kAfter{"ago", "later", "earlier", "of", "before", "after", "if", "or"};
    const bool led = i > 0 && l.joined(i) && one_of(l[i - 1].low, kBefore);
    const bool followed = l.joined(i + 1) && one_of(l[i + 1].low, kAfter);
    if (i > 0 && l.joined(i) && (l.digits(i - 1) || (l.classes(i - 1) & kCardinalWord) != 0)) return std::nullopt;
    if ((!led && !followed) || l.tight(i) || (l.symbol(i + 1, '-') && l.tight(i + 1))) return std::nullopt;
    if (i > 0 && l.is(i - 1, "of") && !followed && l[i].capital) return std::nullopt;
    DurationParts parts;
    add_part(parts, unit, -1);
    when.unit = unit;
    when.count = -1;
    when.value = written(parts);
    out.end = i + 1;
    return out;
  }
  const size_t unit_at = count->end;
  const TimeUnit unit = l[unit_at].word->unit;
  const bool plural = is_plural_unit(l, unit_at);
  out.end = unit_at + 1;
  if (count->article && plural) return std::nullopt;
  if (unit == TimeUnit::kSecond && !plural && !count->hyphen) return std::nullopt;  // "a second" is an ordinal too
  if (unit == TimeUnit::kQuarter && (!plural || at == i) && !(count->value != 3 && plural)) return std::nullopt;
  if (unit == TimeUnit::kSeason || unit == TimeUnit::kWeekend) return std::nullopt;
  if (unit == TimeUnit::kNight && count->article) return std::nullopt;
  // Ages are no times: "37 years old", "a 27-year-old".
  size_t old = out.end;
  if (l.symbol(old, '-') && l.tight(old)) ++old;
  if (l.joined(old) && (l.is(old, "old") || l.is(old, "olds"))) return std::nullopt;
  if (l.is(out.end, "of") && l.is(out.end + 1, "age")) return std::nullopt;
  if (count->article && at == i && l.symbol(out.end, '-') && l.tight(out.end)) return std::nullopt;
  double value = count->value;
  // "a minute and a half"
  if (l.is(out.end, "and") && l.is(out.end + 1, "a") && l.is(out.end + 2, "half") && l.joined(out.end) && value > 0) {
    value += 0.5;
    out.end += 3;
  }
  DurationParts parts;
  add_part(parts, unit, value);
  TimeUnit last = unit;
  // "three years and two months", "2 hours 30 minutes"
  for (int more = 0; more < 3 && value > 0 && !count->hyphen; ++more) {
    size_t next = out.end;
    if (l.symbol(next, ',') && l.joined(next)) ++next;
    if (l.is(next, "and") && l.joined(next)) ++next;
    const auto other = l.joined(next) ? count_at(l, next) : std::nullopt;
    if (!other || other->value <= 0 || other->article || !l.joined(other->end) || !is_unit(l, other->end)) break;
    const TimeUnit smaller = l[other->end].word->unit;
    if (smaller >= last || smaller == TimeUnit::kNight) break;
    add_part(parts, smaller, other->value);
    last = smaller;
    out.end = other->end + 1;
  }
  when.unit = unit;
  when.count = last == unit ? value : 0;
  when.value = written(parts);
  when.relation = at > i ? Relation::kThat : Relation::kNone;
  return out;
}

// "$500 million a year", "four flights a week": a rate recurs.
bool Grammar::is_rate(const Match& match) const {
  const size_t i = match.first;
  if (!(l.is(i, "a") || l.is(i, "an")) || i == 0 || !l.joined(i) || match.when.unit < TimeUnit::kDay ||
      match.end != i + 2)
    return false;
  const Lexeme& before = l[i - 1];
  constexpr std::array<std::string_view, 5> kCounted{"times", "once", "twice", "percent", "cent"};
  return before.symbol == '%' || before.kind == LexemeKind::kDigits ||
         (l.classes(i - 1) & (kScaleWord | kCardinalWord)) != 0 || one_of(before.low, kCounted);
}

Grammar::Found Grammar::counted(size_t i) const {
  auto out = duration(i);
  if (!out) return std::nullopt;
  When& when = out->when;
  if (when.relation == Relation::kThat) {
    when.relation = Relation::kNone;
    return out;
  }
  const bool rate = is_rate(*out);
  size_t at = out->end;
  std::string mod;
  if (l.is(at, "or") && (l.is(at + 1, "so") || l.is(at + 1, "more") || l.is(at + 1, "less")) && l.joined(at)) {
    mod = l.is(at + 1, "so") ? "APPROX" : l.is(at + 1, "more") ? "EQUAL_OR_MORE" : "EQUAL_OR_LESS";
    at += 2;
    out->end = at;
  }
  when.mod = mod;
  if (rate && !(l.joined(at) && (l.is(at, "ago") || l.is(at, "earlier") || l.is(at, "later")))) {
    out->type = DateType::kSet;
    return out;
  }
  if (!l.joined(at)) return out;
  if (l.symbol(at, '-') && l.tight(at) && l.tight(at + 1)) ++at;  // "year-ago"
  const auto offset = [&](int direction, bool telling, size_t end) {
    when.form = Form::kOffset;
    when.direction = direction;
    when.from_telling = telling;
    when.value.clear();
    out->type = DateType::kDate;
    out->end = end;
  };
  if (when.count == 0) return out;
  if (l.is(at, "ago")) {
    offset(-1, true, at + 1);
    when.comparison = when.unit == TimeUnit::kYear && when.count == 1;
  } else if (l.is(at, "earlier") || l.is(at, "previously")) {
    offset(-1, false, at + 1);
    when.comparison = when.unit == TimeUnit::kYear && when.count == 1;
  } else if (l.is(at, "later") || l.is(at, "afterward") || l.is(at, "afterwards")) {
    offset(1, false, at + 1);
  } else if (l.is(at, "hence")) {
    offset(1, true, at + 1);
  } else if (l.is(at, "from") && (l.is(at + 1, "now") || l.is(at + 1, "today"))) {
    offset(1, true, at + 2);
  } else if (l.is(at, "before") || l.is(at, "after") || l.is(at, "from") || l.is(at, "prior")) {
    const bool after = l.is(at, "after") || l.is(at, "from");
    const size_t base_at = l.is(at, "prior") ? at + 2 : at + 1;
    if (const auto base = l.joined(base_at) ? plain(base_at) : std::nullopt; base && base->type == DateType::kDate &&
                                                                             base->when.form != Form::kReference &&
                                                                             base->when.form != Form::kUnit) {
      offset(after ? 1 : -1, false, base->end);
      when.base.push_back(base->when);
    }
  }
  if (when.form == Form::kDuration && when.count > 0 && when.unit >= TimeUnit::kDay && mod.empty() && i > 0 &&
      l.joined(i) && l.is(i - 1, "in") && !l.is(out->end, "of")) {
    when.ahead_if_future = true;
  }
  return out;
}

// "the first week of May", "the third month of 2021", "the last day of the year": a numbered unit of a longer one.
Grammar::Found Grammar::numbered_unit(size_t i) const {
  size_t at = i;
  if (l.is(at, "the") && l.joined(at + 1)) ++at;
  int number = 0;
  size_t next = at + 1;
  if (l.is(at, "last") || l.is(at, "final")) {
    number = -1;
  } else if (const auto ordinal = numerals::ordinal(l, at); ordinal && ordinal->value <= 53) {
    number = static_cast<int>(ordinal->value);
    next = ordinal->end;
  }
  if (number == 0 || !l.joined(next) || is_plural_unit(l, next) || !is_unit(l, next)) return std::nullopt;
  const TimeUnit unit = l[next].word->unit;
  if ((unit != TimeUnit::kWeek && unit != TimeUnit::kMonth && unit != TimeUnit::kDay) || !l.is(next + 1, "of") ||
      !l.joined(next + 2)) {
    return std::nullopt;
  }
  Found whole = month_first(next + 2);
  if (!whole) whole = year(next + 2);
  if (!whole) whole = related_unit(next + 2);
  if (!whole || whole->type != DateType::kDate || whole->when.day > 0) return std::nullopt;
  const bool in_month = whole->when.month > 0 || whole->when.unit == TimeUnit::kMonth;
  const bool in_year = !in_month && (whole->when.year > 0 || whole->when.unit == TimeUnit::kYear);
  if (!in_month && !in_year) return std::nullopt;
  if (in_month && (unit == TimeUnit::kMonth || number > (unit == TimeUnit::kWeek ? 5 : 31))) return std::nullopt;
  if (in_year && (number > (unit == TimeUnit::kWeek ? 53 : 12) || (unit == TimeUnit::kDay && number > 0)))
    return std::nullopt;
  Match out{i, whole->end, {}, DateType::kDate};
  out.when.form = Form::kNumbered;
  out.when.unit = unit;
  out.when.count = number;
  out.when.base.push_back(whole->when);
  return out;
}

Grammar::Found Grammar::comparison(size_t i) const {
  size_t at = i;
  if (l.is(at, "the") && l.joined(at + 1)) ++at;
  if (l.is(at, "comparable") || l.is(at, "corresponding")) ++at;
  Match out{i, 0, {}, DateType::kDate};
  When& when = out.when;
  when.form = Form::kOffset;
  when.unit = TimeUnit::kYear;
  when.count = 1;
  when.direction = -1;
  when.comparison = true;
  // "year-ago", "year-earlier" with or without what they qualify
  if (!(l.is(at, "year") && (l.symbol(at + 1, '-') || l.is(at + 1, "earlier") || l.is(at + 1, "ago"))))
    return std::nullopt;
  size_t word = l.symbol(at + 1, '-') ? at + 2 : at + 1;
  if (!(l.is(word, "ago") || l.is(word, "earlier")) || !l.joined(word)) return std::nullopt;
  out.end = word + 1;
  size_t next = out.end;
  if (!l.joined(next)) return out;
  if (const auto ordinal = numerals::ordinal(l, next);
      ordinal && ordinal->value <= 4 && l.is(ordinal->end, "quarter")) {
    when.quarter = static_cast<int>(ordinal->value);
    out.end = ordinal->end + 1;
  } else if (l.is(next, "quarter")) {
    when.grain = TimeUnit::kQuarter;
    out.end = next + 1;
  } else if (l.is(next, "month")) {
    when.grain = TimeUnit::kMonth;
    out.end = next + 1;
  } else if (l.is(next, "period") || l.is(next, "time")) {
    out.end = next + 1;
  } else if (const auto length = duration(next); length && length->when.count > 1) {
    Match whole = *length;
    whole.first = i;
    return whole;
  }
  return out;
}

Grammar::Found Grammar::recurring(size_t i) const {
  Match out{i, i + 1, {}, DateType::kSet};
  When& when = out.when;
  when.form = Form::kSet;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kAdverbs{{{"daily", "P1D"},
                                                                                   {"weekly", "P1W"},
                                                                                   {"monthly", "P1M"},
                                                                                   {"yearly", "P1Y"},
                                                                                   {"annually", "P1Y"},
                                                                                   {"hourly", "PT1H"},
                                                                                   {"nightly", "P1D"},
                                                                                   {"fortnightly", "P2W"},
                                                                                   {"biweekly", "P2W"}}};
  for (const auto& [word, value] : kAdverbs) {
    if (!l.is(i, word)) continue;
    if (l[i].capital && l.joined(i) && !l[i].shout) return std::nullopt;  // the Daily Telegraph
    when.value = value;
    return out;
  }
  if (!l.is(i, "every") && !l.is(i, "each")) return std::nullopt;
  size_t at = i + 1;
  if (!l.joined(at)) return std::nullopt;
  double count = 1;
  if (l.is(at, "other")) {
    count = 2;
    ++at;
  } else if (l.is(at, "single")) {
    ++at;
  } else if (const auto ordinal = numerals::ordinal(l, at); ordinal && ordinal->value < 100) {
    count = ordinal->value;
    at = ordinal->end;
  } else if (const auto number = numerals::cardinal(l, at)) {
    count = number->value;
    at = number->end;
  }
  if (!l.joined(at)) return std::nullopt;
  out.end = at + 1;
  if (l.word(at) && (l.classes(at) & kWeekdayName) != 0) {
    when.weekday = l[at].word->weekday;
    if ((l.classes(at + 1) & kDayPart) != 0 && l.joined(at + 1)) {
      when.part = l[at + 1].word->day_part;
      ++out.end;
    }
    return out;
  }
  if ((l.classes(at) & kMonthName) != 0 && l[at].capital) {
    when.month = l[at].word->month;
    return out;
  }
  if ((l.classes(at) & kSeasonName) != 0) {
    when.season = l[at].word->season;
    return out;
  }
  if ((l.classes(at) & kDayPart) != 0) {
    when.part = l[at].word->day_part;
    return out;
  }
  if (is_unit(l, at) && !l.is(at, "second")) {
    if (l[at].word->unit == TimeUnit::kWeekend) {
      when.value = "XXXX-WXX-WE";
      return out;
    }
    if (l[at].word->unit == TimeUnit::kQuarter) {
      when.value = "P";
      when.value += amount(count);
      when.value += 'Q';
      return out;
    }
    DurationParts parts;
    add_part(parts, l[at].word->unit, count);
    when.value = written(parts);
    return out;
  }
  return std::nullopt;
}

}  // namespace readout::dates
