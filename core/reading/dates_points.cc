#include "reading/dates_points.h"

#include <algorithm>
#include <array>

namespace readout::dates {

namespace {

using calendar::Date;
using calendar::date_from_days;
using calendar::days_from_date;

constexpr std::array<std::string_view, 4> kSeasons{"SP", "SU", "FA", "WI"};

}  // namespace

std::string padded(int value, size_t width) {
  std::string out = std::to_string(value < 0 ? -value : value);
  return out.size() < width ? std::string(width - out.size(), '0') + out : out;
}

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
Point season_point(int year, int index) { return {Grain::kSeason, {year, index * 3 + 3, 1}, index}; }
Point week_point(int64_t days) { return {Grain::kWeek, date_from_days(days - calendar::weekday(days) + 1), 0}; }
Point weekend_point(int64_t days) { return {Grain::kWeekend, date_from_days(days - calendar::weekday(days) + 6), 0}; }

int64_t days_of(const Point& point) { return days_from_date(point.date); }

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

int nearest_year(Date telling, int month, int day, int tense) {
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

}  // namespace readout::dates
