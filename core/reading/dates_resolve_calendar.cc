// Expressions of the calendar: dates with missing fields, weekdays, parts of the year, feasts.
#include <algorithm>
#include <array>

#include "reading/dates_resolve.h"

namespace readout::dates {

namespace {

using calendar::Date;
using calendar::date_from_days;
using calendar::days_from_date;

}  // namespace

// Halves, quarters and seasons.
Resolved Resolver::part_of_year(const When& when, Tense tense) {
  const auto point_in = [&](int year) {
    if (when.quarter > 0) return quarter_point(year, when.quarter);
    if (when.half > 0) return half_point(year, when.half);
    return season_point(year, season_index(when.season));
  };
  if (when.year > 0) return written(point_in(when.year));
  const std::string bare = when.quarter > 0 ? "XXXX-Q" + std::to_string(when.quarter)
                           : when.half > 0  ? "XXXX-H" + std::to_string(when.half)
                                            : "XXXX-" + std::string(when.season);
  if (when.year_relation != Relation::kNone) {
    const auto year = related_year(when.year_relation);
    return year ? told(point_in(*year)) : unanchored(bare);
  }
  if (!knows(Grain::kMonth)) {
    if (knows(Grain::kYear) && when.relation == Relation::kThis) return told(point_in(telling_.date.year));
    return unanchored(bare);
  }
  const int64_t now = days_of(telling_);
  Point best = point_in(telling_.date.year);
  if (when.relation == Relation::kThis) {
    // "this winter" in January began last year.
    if (when.season == "WI" && telling_.date.month <= 2) best = point_in(telling_.date.year - 1);
    return told(best);
  }
  if (when.relation == Relation::kNext || when.relation == Relation::kComing || when.relation == Relation::kFollowing) {
    return told(days_of(best) > now ? best : moved_years(best, 1));
  }
  if (when.relation == Relation::kLast || when.relation == Relation::kPrevious) {
    return told(days_of(stepped(best, 1)) <= now ? best : moved_years(best, -1));
  }
  // A part of the year long past, in a sentence that looks ahead, is next year's.
  if (tense > 0) return told(now - days_of(stepped(best, 1)) < 180 ? best : moved_years(best, 1));
  return told(days_of(best) <= now ? best : moved_years(best, -1));
}

Resolved Resolver::weekday(const When& when, Tense tense) {
  const std::string bare = "XXXX-WXX-" + std::to_string(when.weekday);
  if (!knows(Grain::kDay)) return unanchored(bare);
  const int64_t now = days_of(telling_);
  const int today = calendar::weekday(now);
  const int back = (today - when.weekday + 7) % 7;  // 0: today
  const int ahead = (when.weekday - today + 7) % 7;
  const int64_t monday = now - today + 1;
  if (when.week_of) {
    const int week =
        when.relation == Relation::kNext || when.relation == Relation::kFollowing || when.relation == Relation::kComing
            ? 1
        : when.relation == Relation::kLast || when.relation == Relation::kPrevious ? -1
                                                                                   : 0;
    return told(day_point(monday + week * 7 + when.weekday - 1));
  }
  switch (when.relation) {
    case Relation::kLast:
    case Relation::kPast:
      return told(day_point(now - (back == 0 ? 7 : back)));
    case Relation::kNext:
    case Relation::kComing:
      return told(day_point(now + (ahead == 0 ? 7 : ahead)));
    case Relation::kThis:
      return told(day_point(monday + when.weekday - 1));
    case Relation::kPrevious:
    case Relation::kFollowing:
    case Relation::kThat: {
      if (reference_.grain != Grain::kDay) break;
      const int64_t from = days_of(reference_);
      const int there = calendar::weekday(from);
      const int behind = (there - when.weekday + 7) % 7;
      const int beyond = (when.weekday - there + 7) % 7;
      if (when.relation == Relation::kThat) return spoken(day_point(from - behind));
      return spoken(day_point(when.relation == Relation::kPrevious ? from - (behind == 0 ? 7 : behind)
                                                                   : from + (beyond == 0 ? 7 : beyond)));
    }
    default:
      break;
  }
  return told(day_point(tense > 0 ? now + ahead : now - back));
}

Resolved Resolver::calendar_date(const When& when, Tense tense) {
  if (when.decade >= 0) return written({Grain::kDecade, {when.decade * 10, 1, 1}, 0});
  if (when.century >= 0) return written({Grain::kCentury, {when.century * 100, 1, 1}, 0});
  if (when.quarter > 0 || when.half > 0 || !when.season.empty()) return part_of_year(when, tense);
  const auto with_doubt = [&](Resolved resolved) {
    if (when.doubtful_order) resolved.doubt = "the day and the month could stand the other way round";
    return resolved;
  };
  if (when.month > 0 && when.day > 0) {
    const std::string bare = "XXXX-" + padded(when.month, 2) + "-" + padded(when.day, 2);
    const auto finish = [&](Resolved resolved) {
      if (when.week_of && resolved.point) {
        const Point week = week_point(days_of(*resolved.point));
        resolved.value = value_of(week);
        resolved.point = week;
      }
      if (when.weekday > 0 && resolved.point && calendar::weekday(days_of(*resolved.point)) != when.weekday) {
        resolved.doubt = "the weekday does not fit the date";
      }
      return resolved;
    };
    if (when.year > 0) {
      return with_doubt(finish(written(
          day_point(Date{when.year, when.month, std::min(when.day, calendar::days_in_month(when.year, when.month))}))));
    }
    if (!knows(Grain::kYear)) return unanchored(bare);
    const Date telling = telling_.grain == Grain::kYear ? Date{telling_.date.year, 7, 1} : telling_.date;
    int year = nearest_year(telling, when.month, when.day, tense);
    if (when.weekday > 0) {
      // The weekday tells the year where the nearest one does not fit.
      for (const int off : {0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6}) {
        const int candidate = year + off;
        if (calendar::valid(candidate, when.month, when.day) &&
            calendar::weekday(days_from_date({candidate, when.month, when.day})) == when.weekday) {
          year = candidate;
          break;
        }
      }
    }
    if (telling_.grain == Grain::kYear) year = telling_.date.year;
    if (!calendar::valid(year, when.month, when.day)) {
      for (const int off : {-1, 1, -2, 2, -3, 3, -4, 4}) {
        if (calendar::valid(year + off, when.month, when.day)) {
          year += off;
          break;
        }
      }
    }
    return finish(told(day_point(Date{year, when.month, when.day})));
  }
  if (when.weekday > 0 && when.day > 0) {
    // "Tuesday, 23": the nearest month, the past ones first, in which it falls so.
    const std::string bare = "XXXX-XX-" + padded(when.day, 2);
    if (!knows(Grain::kMonth)) return unanchored(bare);
    for (const int off : {0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6}) {
      const Date date = calendar::add_months({telling_.date.year, telling_.date.month, 1}, off);
      if (calendar::valid(date.year, date.month, when.day) &&
          calendar::weekday(days_from_date({date.year, date.month, when.day})) == when.weekday) {
        return told(day_point(Date{date.year, date.month, when.day}));
      }
    }
    return unanchored(bare);
  }
  if (when.weekday > 0) return weekday(when, tense);
  if (when.day > 0) {
    const Point& base = reference_.grain >= Grain::kMonth && reference_paragraph_ == paragraph_ ? reference_ : telling_;
    if (base.grain < Grain::kMonth || !calendar::valid(base.date.year, base.date.month, when.day)) {
      return unanchored("XXXX-XX-" + padded(when.day, 2));
    }
    const Point point = day_point(Date{base.date.year, base.date.month, when.day});
    return &base == &reference_ ? spoken(point) : told(point);
  }
  if (when.month > 0) {
    const std::string bare = "XXXX-" + padded(when.month, 2);
    if (when.year > 0) return with_doubt(written(month_point(when.year, when.month)));
    if (when.year_relation != Relation::kNone) {
      const auto year = related_year(when.year_relation);
      return year ? told(month_point(*year, when.month)) : unanchored(bare);
    }
    if (!knows(Grain::kYear)) return unanchored(bare);
    if (!knows(Grain::kMonth)) return unanchored(bare);
    const int now = telling_.date.month;
    const int year = telling_.date.year;
    switch (when.relation) {
      case Relation::kLast:
      case Relation::kPast:
        return told(month_point(when.month < now ? year : year - 1, when.month));
      case Relation::kNext:
      case Relation::kComing:
        return told(month_point(when.month > now ? year : year + 1, when.month));
      case Relation::kThis:
        return told(month_point(year, when.month));
      case Relation::kFollowing:
      case Relation::kPrevious:
        if (reference_.grain >= Grain::kMonth) {
          const bool ahead = when.relation == Relation::kFollowing;
          const bool same = ahead ? when.month > reference_.date.month : when.month < reference_.date.month;
          return spoken(month_point(reference_.date.year + (same ? 0 : ahead ? 1 : -1), when.month));
        }
        break;
      default:
        break;
    }
    return told(month_point(nearest_year({year, now, 15}, when.month, 15, tense), when.month));
  }
  if (when.year > 0) return written(year_point(when.year));
  if (when.has_clock()) {
    if (reference_.grain == Grain::kDay && reference_paragraph_ == paragraph_) return spoken(reference_);
    if (knows(Grain::kDay)) return told(telling_);
    return unanchored("XXXX-XX-XX");
  }
  return unanchored("XXXX");
}

Resolved Resolver::holiday(const When& when, Tense tense) {
  const std::string& rule = when.holiday->fields[0];
  const std::string& argument = when.holiday->fields[1];
  std::array<int, 4> numbers{0, 0, 0, 0};
  size_t count = 0;
  bool negative = false;
  bool open = false;
  for (size_t i = 0; i <= argument.size() && count < numbers.size(); ++i) {
    const char c = i < argument.size() ? argument[i] : ' ';
    if (c >= '0' && c <= '9') {
      numbers[count] = numbers[count] * 10 + (c - '0');
      open = true;
    } else {
      if (open) {
        if (negative) numbers[count] = -numbers[count];
        ++count;
        open = false;
        negative = false;
      }
      // In "12-25" the hyphen parts; before a number alone it is a sign.
      if (c == '-' && rule != "fixed") negative = true;
    }
  }
  const auto in_year = [&](int year) {
    if (rule == "easter") return date_from_days(days_from_date(calendar::easter(year)) + numbers[0]);
    if (rule == "fixed") return Date{year, std::clamp(numbers[0], 1, 12), numbers[1]};
    const Date day = calendar::nth_weekday(year, std::clamp(numbers[0], 1, 12), numbers[1], numbers[2]);
    return date_from_days(days_from_date(day) + numbers[3]);
  };
  if (when.year > 0) return written(day_point(in_year(when.year)));
  if (!knows(Grain::kMonth)) {
    return unanchored(rule == "fixed" ? "XXXX-" + padded(numbers[0], 2) + "-" + padded(numbers[1], 2) : "XXXX-XX-XX");
  }
  const int64_t now = days_of(telling_);
  const int year = telling_.date.year;
  const int64_t here = days_from_date(in_year(year));
  switch (when.relation) {
    case Relation::kLast:
    case Relation::kPrevious:
      return told(day_point(in_year(here < now ? year : year - 1)));
    case Relation::kNext:
    case Relation::kComing:
      return told(day_point(in_year(here > now ? year : year + 1)));
    case Relation::kThis:
      return told(day_point(in_year(year)));
    default:
      break;
  }
  const Date now_date = in_year(year);
  return told(day_point(in_year(nearest_year(telling_.date, now_date.month, now_date.day, tense))));
}

}  // namespace readout::dates
