// Stretches of the calendar, from a century to a day, and their TIMEX3 values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "reading/dates_calendar.h"

namespace readout::dates {

// How exactly a point in time is known.
enum class Grain : uint8_t { kNone, kCentury, kDecade, kYear, kHalf, kSeason, kQuarter, kMonth, kWeek, kWeekend, kDay };

// A stretch of the calendar. `date` is its first day; `index` the half, quarter or season (0 spring) where one.
struct Point {
  Grain grain = Grain::kNone;
  calendar::Date date;
  int index = 0;
};

// TIMEX3 value of a point: 198, 1989, 1989-Q3, 1989-SU, 1989-11, 1989-W44, 1989-W44-WE, 1989-11-02.
std::string value_of(const Point& point);

// YYYY, YYYY-MM or YYYY-MM-DD as a point; kNone for anything else.
Point point_of(std::string_view iso);

Point day_point(calendar::Date date);
Point day_point(int64_t days);
Point month_point(int year, int month);
Point month_point(calendar::Date date);
Point year_point(int year);
Point quarter_point(int year, int quarter);
Point half_point(int year, int half);
// The meteorological seasons of the northern half: spring from March. Winter is named after the year it begins in.
Point season_point(int year, int index);
Point week_point(int64_t days);     // the week of a day
Point weekend_point(int64_t days);  // the weekend of a day's week
Point quarter_of(calendar::Date date);

// 0 spring ... 3 winter, of SP SU FA WI.
int season_index(std::string_view season);

// First day, counted from 1970-01-01.
int64_t days_of(const Point& point);

// The half, quarter or season that follows by `steps`.
Point stepped(const Point& point, int steps);
Point moved_years(Point point, int years);

// Year that puts `month` and `day` nearest to `telling`; a side that the tense (-1 back, +1 ahead) does not look to
// counts four times as far.
int nearest_year(calendar::Date telling, int month, int day, int tense);

std::string padded(int value, size_t width);

}  // namespace readout::dates
