// The proleptic Gregorian calendar: what dates need of it. Days are counted from 1970-01-01 (Howard Hinnant's
// civil-from-days arithmetic); weeks are ISO 8601's.
#pragma once

#include <cstdint>

namespace readout::calendar {

struct Date {
  int year = 0;
  int month = 1;
  int day = 1;
};

struct Week {
  int year = 0;
  int week = 1;
};

bool leap(int year);
int days_in_month(int year, int month);  // month 1..12
bool valid(int year, int month, int day);
int64_t days_from_date(Date date);
Date date_from_days(int64_t days);
int weekday(int64_t days);  // ISO: Monday 1 ... Sunday 7
Week iso_week(int64_t days);
int64_t monday_of_week(Week week);
int weeks_in_year(int year);  // 52 or 53
// The date moved by whole months; the day is clipped to the month's length.
Date add_months(Date date, int64_t months);
// Easter Sunday of the Western churches (the anonymous Gregorian computus).
Date easter(int year);
// The `n`-th ISO weekday of a month, counted from its end where `n` is negative.
Date nth_weekday(int year, int month, int weekday, int n);

}  // namespace readout::calendar
