// Quarters, seasons and units of time told by their relation: last year, the third week of May.
#include <array>

#include "reading/dates_amounts.h"
#include "reading/dates_grammar.h"
#include "reading/numerals.h"

namespace readout::dates {

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
  const bool the = l.is(at, "the") && l.joined(at + 1);
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
    if (l.symbol(next, '-') && l.tight(next)) {
      // "the third-quarter results": the article is the noun's.
      if (the && at == i + 1) return std::nullopt;
      ++next;
    }
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

}  // namespace readout::dates
