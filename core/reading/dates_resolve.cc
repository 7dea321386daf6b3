#include "reading/dates_resolve.h"

#include <algorithm>

namespace readout::dates {

namespace {

using calendar::Date;
using calendar::date_from_days;
using calendar::days_from_date;

}  // namespace

Resolved Resolver::told(Point point) const {
  return {value_of(point), "the published date, " + telling_words_, "", false, point, false};
}
Resolved Resolver::spoken(Point point) const {
  return {value_of(point), "the date last spoken of, " + value_of(reference_), "", false, point, false};
}
Resolved Resolver::written(Point point) const { return {value_of(point), "its own words", "", false, point, false}; }
Resolved Resolver::unanchored(std::string value) const { return {std::move(value), "", "", true, std::nullopt, false}; }

std::optional<int> Resolver::related_year(Relation relation) const {
  if (relation == Relation::kThat || relation == Relation::kFollowing || relation == Relation::kPrevious) {
    const Point& base = reference_.grain >= Grain::kYear ? reference_ : telling_;
    if (base.grain < Grain::kYear) return std::nullopt;
    return base.date.year + (relation == Relation::kFollowing ? 1 : relation == Relation::kPrevious ? -1 : 0);
  }
  if (!knows(Grain::kYear)) return std::nullopt;
  switch (relation) {
    case Relation::kLast:
    case Relation::kPast:
      return telling_.date.year - 1;
    case Relation::kNext:
    case Relation::kComing:
      return telling_.date.year + 1;
    default:
      return telling_.date.year;
  }
}

Resolved Resolver::resolve(const Match& match, Tense tense, uint32_t paragraph) {
  paragraph_ = paragraph;
  const When& when = match.when;
  Resolved out;
  switch (when.form) {
    case Form::kCalendar:
      out = calendar_date(when, tense);
      break;
    case Form::kHoliday:
      out = holiday(when, tense);
      break;
    case Form::kUnit:
      out = unit(when);
      break;
    case Form::kOffset:
      out = offset(when, tense);
      break;
    case Form::kNumbered:
      out = numbered(when, tense);
      break;
    case Form::kDay: {
      if (knows(Grain::kDay)) {
        out = told(day_point(days_of(telling_) + when.days));
      } else {
        out = unanchored(when.days == 0 ? "PRESENT_REF" : when.days < 0 ? "PAST_REF" : "FUTURE_REF");
      }
      break;
    }
    case Form::kDuration:
      if (when.ahead_if_future && tense > 0 && telling_.grain != Grain::kNone) {
        When ahead = when;
        ahead.form = Form::kOffset;
        ahead.direction = 1;
        ahead.from_telling = true;
        out = offset(ahead, tense);
        if (out.point) {
          out.dated = true;
          return out;
        }
        out = {};
      }
      out.value = when.value;
      out.anchor = "its own words";
      return out;
    case Form::kReference:
      out.value = when.value;
      out.anchor = "the telling";
      return out;
    case Form::kSet:
      return recurring(when);
  }
  // What is compared with is not what is spoken of.
  if (out.point && out.point->grain != Grain::kNone && !when.comparison) {
    reference_ = *out.point;
    reference_paragraph_ = paragraph;
  }
  return when.has_clock() ? add_clock(std::move(out), when) : out;
}

Resolved Resolver::add_clock(Resolved resolved, const When& when) const {
  if (resolved.value.find("_REF") != std::string::npos) resolved.value = "XXXX-XX-XX";
  std::string clock;
  if (!when.part.empty()) {
    clock = std::string(when.part);
  } else {
    clock = padded(when.hour, 2) + ":" + padded(std::max(when.minute, 0), 2);
    if (when.second >= 0) clock += ":" + padded(when.second, 2);
  }
  resolved.value += "T" + clock;
  return resolved;
}

Resolved Resolver::recurring(const When& when) const {
  std::string value = when.value;
  if (value.empty()) {
    if (when.weekday > 0) {
      value = "XXXX-WXX-" + std::to_string(when.weekday);
    } else if (when.month > 0) {
      value = "XXXX-" + padded(when.month, 2);
    } else if (!when.season.empty()) {
      value = "XXXX-" + std::string(when.season);
    } else {
      value = "XXXX-XX-XX";
    }
    if (!when.part.empty()) value += "T" + std::string(when.part);
  }
  return {value, "its own words", "", false, std::nullopt, false};
}

Resolved Resolver::numbered(const When& when, Tense tense) {
  Match match;
  match.when = when.base.front();
  Resolved out = resolve(match, tense, paragraph_);
  if (!out.point) return unanchored("XXXX-XX");
  const Date whole = out.point->date;
  const int number = static_cast<int>(when.count);
  const bool in_month = out.point->grain == Grain::kMonth;
  Point point;
  if (when.unit == TimeUnit::kMonth) {
    point = month_point(whole.year, number < 0 ? 12 : number);
  } else if (when.unit == TimeUnit::kDay) {
    const int month = in_month ? whole.month : 12;
    const int last = calendar::days_in_month(whole.year, month);
    point = day_point(Date{whole.year, month, number < 0 ? last : std::min(number, last)});
  } else if (in_month) {
    // The first week of a month is that of its first day.
    const int64_t first = days_from_date(whole);
    const int64_t last = first + calendar::days_in_month(whole.year, whole.month) - 1;
    point = week_point(number < 0 ? last : first + (number - 1) * 7);
  } else {
    const int weeks = calendar::weeks_in_year(whole.year);
    point = week_point(calendar::monday_of_week({whole.year, number < 0 ? weeks : std::min(number, weeks)}));
  }
  out.value = value_of(point);
  out.point = point;
  return out;
}

Resolved Resolver::unit(const When& when) {
  // Whether it is told from the date last spoken of.
  const bool anaphoric =
      when.relation == Relation::kThat || when.relation == Relation::kFollowing || when.relation == Relation::kPrevious;
  const bool near = reference_.grain != Grain::kNone && (anaphoric || when.relation == Relation::kNone);
  int step = 0;
  switch (when.relation) {
    case Relation::kLast:
    case Relation::kPast:
    case Relation::kPrevious:
      step = -1;
      break;
    case Relation::kNext:
    case Relation::kComing:
    case Relation::kFollowing:
      step = 1;
      break;
    default:
      break;
  }
  const auto from = [&](const Point& base, TimeUnit unit) -> std::optional<Point> {
    const Date date = base.date;
    switch (unit) {
      case TimeUnit::kCentury:
        if (base.grain < Grain::kYear) return std::nullopt;
        return Point{Grain::kCentury, {(date.year / 100 + step) * 100, 1, 1}, 0};
      case TimeUnit::kDecade:
        if (base.grain < Grain::kDecade) return std::nullopt;
        return Point{Grain::kDecade, {(date.year / 10 + step) * 10, 1, 1}, 0};
      case TimeUnit::kYear:
        if (base.grain < Grain::kYear) return std::nullopt;
        return year_point(date.year + step);
      case TimeUnit::kQuarter:
        if (base.grain < Grain::kQuarter) return std::nullopt;
        return stepped(quarter_of(date), step);
      case TimeUnit::kMonth:
        if (base.grain < Grain::kMonth) return std::nullopt;
        return month_point(calendar::add_months({date.year, date.month, 1}, step));
      case TimeUnit::kFortnight:
      case TimeUnit::kWeek:
        if (base.grain < Grain::kWeek) return std::nullopt;
        return week_point(days_of(base) + step * 7);
      case TimeUnit::kWeekend:
        if (base.grain < Grain::kWeek) return std::nullopt;
        return weekend_point(days_of(base) + step * 7);
      case TimeUnit::kDay:
      case TimeUnit::kNight:
        if (base.grain != Grain::kDay) return std::nullopt;
        return day_point(days_of(base) + step);
      default:
        return std::nullopt;
    }
  };
  if (when.unit == TimeUnit::kWeekend && when.relation == Relation::kNone && knows(Grain::kDay)) {
    // "the weekend" on a Monday is the one just past.
    const int64_t now = days_of(telling_);
    return told(weekend_point(calendar::weekday(now) <= 3 ? now - 7 : now));
  }
  if (when.unit == TimeUnit::kQuarter && when.year > 0) {
    if (reference_.grain == Grain::kQuarter) return written(quarter_point(when.year, reference_.index));
    return written(year_point(when.year));
  }
  if (when.unit == TimeUnit::kQuarter && (when.relation == Relation::kNone || when.relation == Relation::kThat) &&
      reference_.grain != Grain::kQuarter && knows(Grain::kMonth)) {
    return told(stepped(quarter_of(telling_.date), -1));
  }
  if (near && !(when.relation == Relation::kNone && when.unit == TimeUnit::kWeek)) {
    if (const auto point = from(reference_, when.unit)) return spoken(*point);
  }
  if (knows(Grain::kYear)) {
    if (const auto point = from(telling_, when.unit)) return told(*point);
  }
  switch (when.unit) {
    case TimeUnit::kWeek:
      return unanchored("XXXX-WXX");
    case TimeUnit::kWeekend:
      return unanchored("XXXX-WXX-WE");
    case TimeUnit::kMonth:
      return unanchored("XXXX-XX");
    case TimeUnit::kQuarter:
      return unanchored("XXXX-QX");
    case TimeUnit::kDay:
      return unanchored("XXXX-XX-XX");
    default:
      return unanchored("XXXX");
  }
}

Resolved Resolver::offset(const When& when, Tense tense) {
  const char* vague = when.direction < 0 ? "PAST_REF" : "FUTURE_REF";
  if (when.count < 0) return {vague, "the telling", "", telling_.grain == Grain::kNone, std::nullopt, false};
  if (when.comparison) {
    // "a year earlier" compares with the period spoken of: a quarter with a quarter, a month with a month.
    const bool near = reference_.grain != Grain::kNone && reference_paragraph_ + 1 >= paragraph_;
    if (when.quarter > 0) {
      const int year = near || !knows(Grain::kYear) ? reference_.date.year : telling_.date.year;
      if (year == 0) return unanchored("XXXX-Q" + std::to_string(when.quarter));
      const Point point = quarter_point(year - 1, when.quarter);
      return near ? spoken(point) : told(point);
    }
    const bool same_kind = near && (reference_.grain == Grain::kQuarter || reference_.grain == Grain::kHalf ||
                                    (reference_.grain == Grain::kMonth && when.grain == TimeUnit::kMonth));
    if (same_kind) return spoken(moved_years(reference_, -1));
    if (when.grain == TimeUnit::kQuarter && knows(Grain::kMonth)) {
      return told(moved_years(stepped(quarter_of(telling_.date), -1), -1));
    }
    if (when.grain == TimeUnit::kMonth && knows(Grain::kMonth))
      return told(moved_years(month_point(telling_.date), -1));
  }
  Point base = telling_;
  bool by_reference = false;
  std::optional<Resolved> other;
  if (!when.base.empty()) {
    Match match;
    match.when = when.base.front();
    other = resolve(match, tense, paragraph_);
    if (!other->point) return unanchored(vague);
    base = *other->point;
    by_reference = true;
  } else if (!when.from_telling && reference_.grain != Grain::kNone) {
    base = reference_;
    by_reference = true;
  }
  const int whole = static_cast<int>(std::min(when.count, 100000.0));
  const bool half = when.count - whole >= 0.5;
  const int steps = whole * when.direction;
  std::optional<Point> point;
  switch (when.unit) {
    case TimeUnit::kCentury:
    case TimeUnit::kMillennium:
    case TimeUnit::kDecade: {
      const int years = when.unit == TimeUnit::kDecade ? 10 : when.unit == TimeUnit::kCentury ? 100 : 1000;
      const int64_t year = base.date.year + static_cast<int64_t>(steps) * years;
      if (base.grain >= Grain::kYear && year > 0 && year < 9999) point = year_point(static_cast<int>(year));
      break;
    }
    case TimeUnit::kYear:
      if (half && base.grain >= Grain::kMonth) {
        point = month_point(calendar::add_months(base.date, static_cast<int64_t>(steps) * 12 + 6 * when.direction));
      } else if (base.grain >= Grain::kYear && base.date.year + steps > 0 && base.date.year + steps < 9999) {
        point = year_point(base.date.year + steps);
      }
      break;
    case TimeUnit::kQuarter:
      if (base.grain >= Grain::kQuarter) point = stepped(quarter_of(base.date), steps);
      break;
    case TimeUnit::kMonth:
      if (base.grain >= Grain::kMonth)
        point = month_point(calendar::add_months({base.date.year, base.date.month, 1}, steps));
      break;
    case TimeUnit::kFortnight:
    case TimeUnit::kWeek:
      if (base.grain >= Grain::kWeek) {
        const int64_t days = days_of(base) + static_cast<int64_t>(steps) * (when.unit == TimeUnit::kFortnight ? 14 : 7);
        point = base.grain == Grain::kDay && !when.base.empty() ? day_point(days) : week_point(days);
      }
      break;
    case TimeUnit::kNight:
    case TimeUnit::kDay:
      if (base.grain == Grain::kDay) point = day_point(days_of(base) + steps);
      break;
    default:
      break;
  }
  if (!point || point->date.year < 1 || point->date.year > 9999) return unanchored(vague);
  if (other) {
    Resolved out = *other;
    out.value = value_of(*point);
    out.point = point;
    return out;
  }
  return by_reference ? spoken(*point) : told(*point);
}

}  // namespace readout::dates
