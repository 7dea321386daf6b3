#include "reading/dates_calendar.h"

#include <algorithm>

namespace readout::calendar {

namespace {

constexpr int64_t floor_div(int64_t a, int64_t b) { return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0); }

}  // namespace

bool leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && leap(year) ? 29 : kDays[std::clamp(month, 1, 12) - 1];
}

bool valid(int year, int month, int day) {
  return month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

int64_t days_from_date(Date date) {
  const int64_t y = static_cast<int64_t>(date.year) - (date.month <= 2 ? 1 : 0);
  const int64_t era = floor_div(y, 400);
  const int64_t year_of_era = y - era * 400;
  const int64_t day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Date date_from_days(int64_t days) {
  days += 719468;
  const int64_t era = floor_div(days, 146097);
  const int64_t day_of_era = days - era * 146097;
  const int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int64_t shifted = (5 * day_of_year + 2) / 153;
  const int day = static_cast<int>(day_of_year - (153 * shifted + 2) / 5 + 1);
  const int month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
  return {static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)), month, day};
}

int weekday(int64_t days) { return static_cast<int>((days + 3) - floor_div(days + 3, 7) * 7) + 1; }

Week iso_week(int64_t days) {
  // A week belongs to the year of its Thursday.
  const int64_t thursday = days - weekday(days) + 4;
  const Date date = date_from_days(thursday);
  const int64_t first = days_from_date({date.year, 1, 1});
  return {date.year, static_cast<int>((thursday - first) / 7) + 1};
}

int64_t monday_of_week(Week week) {
  const int64_t fourth = days_from_date({week.year, 1, 4});
  return fourth - weekday(fourth) + 1 + static_cast<int64_t>(week.week - 1) * 7;
}

int weeks_in_year(int year) { return iso_week(days_from_date({year, 12, 28})).week; }

Date add_months(Date date, int64_t months) {
  const int64_t index = static_cast<int64_t>(date.year) * 12 + date.month - 1 + months;
  const int year = static_cast<int>(floor_div(index, 12));
  const int month = static_cast<int>(index - floor_div(index, 12) * 12) + 1;
  return {year, month, std::min(date.day, days_in_month(year, month))};
}

Date easter(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return {year, n / 31, n % 31 + 1};
}

Date nth_weekday(int year, int month, int weekday_wanted, int n) {
  if (n > 0) {
    const int64_t first = days_from_date({year, month, 1});
    const int ahead = (weekday_wanted - weekday(first) + 7) % 7;
    return date_from_days(first + ahead + (n - 1) * 7);
  }
  const int64_t last = days_from_date({year, month, days_in_month(year, month)});
  const int back = (weekday(last) - weekday_wanted + 7) % 7;
  return date_from_days(last - back + (n + 1) * 7);
}

}  // namespace readout::calendar
