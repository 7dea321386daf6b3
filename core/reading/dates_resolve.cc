#include "reading/dates_resolve.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace readout::dates {

namespace {

using calendar::Date;
using calendar::date_from_days;
using calendar::days_from_date;

std::string padded(int value, size_t width) {
  std::string out = std::to_string(value < 0 ? -value : value);
  return out.size() < width ? std::string(width - out.size(), '0') + out : out;
}

constexpr std::array<std::string_view, 4> kSeasons{"SP", "SU", "FA", "WI"};

int season_index(std::string_view season) {
  return static_cast<int>(std::find(kSeasons.begin(), kSeasons.end(), season) - kSeasons.begin());
}

Point day_point(Date date) { return {Grain::kDay, date, 0}; }
Point day_point(int64_t days) { return day_point(date_from_days(days)); }
Point month_point(int year, int month) { return {Grain::kMonth, {year, month, 1}, 0}; }
Point month_point(Date date) { return month_point(date.year, date.month); }
Point year_point(int year) { return {Grain::kYear, {year, 1, 1}, 0}; }
Point quarter_point(int year, int quarter) { return {Grain::kQuarter, {year, (quarter - 1) * 3 + 1, 1}, quarter}; }
Point half_point(int year, int half) { return {Grain::kHalf, {year, half == 2 ? 7 : 1, 1}, half}; }
// The meteorological seasons of the northern half: spring from March. Winter is named after the year it begins in.
Point season_point(int year, int index) { return {Grain::kSeason, {year, index * 3 + 3, 1}, index}; }
Point week_point(int64_t days) { return {Grain::kWeek, date_from_days(days - calendar::weekday(days) + 1), 0}; }
Point weekend_point(int64_t days) { return {Grain::kWeekend, date_from_days(days - calendar::weekday(days) + 6), 0}; }

int64_t days_of(const Point& point) { return days_from_date(point.date); }

// The half, quarter or season that follows by `steps`.
Point stepped(const Point& point, int steps) {
  const Date moved =
      calendar::add_months(point.date, static_cast<int64_t>(steps) * (point.grain == Grain::kHalf ? 6 : 3));
  switch (point.grain) {
    case Grain::kHalf:
      return half_point(moved.year, moved.month >= 7 ? 2 : 1);
    case Grain::kQuarter:
      return quarter_point(moved.year, (moved.month - 1) / 3 + 1);
    default:
      return season_point(moved.year, moved.month / 3 - 1);
  }
}

Point quarter_of(Date date) { return quarter_point(date.year, (date.month - 1) / 3 + 1); }

Point moved_years(Point point, int years) {
  point.date = calendar::add_months(point.date, static_cast<int64_t>(years) * 12);
  return point;
}

// Year that puts `month` (and `day`) where the sentence looks; without tense the nearest.
int nearest_year(Date telling, int month, int day, Tense tense) {
  const int64_t now = days_from_date(telling);
  int best = telling.year;
  int64_t best_distance = INT64_MAX;
  for (const int year : {telling.year - 1, telling.year, telling.year + 1}) {
    const Date date{year, month, std::min(day, calendar::days_in_month(year, month))};
    const int64_t distance = days_from_date(date) - now;
    int64_t cost = distance < 0 ? -distance : distance;
    if ((tense < 0 && distance > 0) || (tense > 0 && distance < 0)) cost *= 4;
    if (cost < best_distance) {
      best_distance = cost;
      best = year;
    }
  }
  return best;
}

}  // namespace

std::string value_of(const Point& point) {
  const std::string year = padded(point.date.year, 4);
  switch (point.grain) {
    case Grain::kNone:
      return "";
    case Grain::kCentury:
      return padded(point.date.year / 100, 2);
    case Grain::kDecade:
      return padded(point.date.year / 10, 3);
    case Grain::kYear:
      return year;
    case Grain::kHalf:
      return year + "-H" + std::to_string(point.index);
    case Grain::kSeason:
      return year + "-" + std::string(kSeasons[static_cast<size_t>(point.index) % 4]);
    case Grain::kQuarter:
      return year + "-Q" + std::to_string(point.index);
    case Grain::kMonth:
      return year + "-" + padded(point.date.month, 2);
    case Grain::kWeek:
    case Grain::kWeekend: {
      const auto week = calendar::iso_week(days_from_date(point.date));
      return padded(week.year, 4) + "-W" + padded(week.week, 2) + (point.grain == Grain::kWeekend ? "-WE" : "");
    }
    case Grain::kDay:
      return year + "-" + padded(point.date.month, 2) + "-" + padded(point.date.day, 2);
  }
  return "";
}

Point point_of(std::string_view iso) {
  const auto number = [&](size_t at, size_t size) {
    int value = 0;
    for (size_t i = at; i < at + size; ++i) {
      if (i >= iso.size() || iso[i] < '0' || iso[i] > '9') return -1;
      value = value * 10 + (iso[i] - '0');
    }
    return value;
  };
  const int year = number(0, 4);
  if (year <= 0 || (iso.size() != 4 && iso[4] != '-')) return {};
  if (iso.size() == 4) return year_point(year);
  const int month = number(5, 2);
  if (month < 1 || month > 12) return {};
  if (iso.size() == 7) return month_point(year, month);
  const int day = number(8, 2);
  if (iso.size() < 10 || iso[7] != '-' || !calendar::valid(year, month, day)) return {};
  return day_point(Date{year, month, day});
}

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
