#include <doctest/doctest.h>

#include "reading/dates_calendar.h"

using namespace readout::calendar;

TEST_CASE("calendar: days and dates are each other's inverse over eight centuries") {
  int64_t days = days_from_date({1700, 1, 1});
  int weekday_expected = weekday(days);
  for (int year = 1700; year < 2500; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= days_in_month(year, month); ++day, ++days) {
        const Date back = date_from_days(days);
        REQUIRE(days_from_date({year, month, day}) == days);
        REQUIRE(back.year == year);
        REQUIRE(back.month == month);
        REQUIRE(back.day == day);
        REQUIRE(weekday(days) == weekday_expected);
        weekday_expected = weekday_expected % 7 + 1;
      }
    }
  }
}

TEST_CASE("calendar: known days") {
  CHECK(days_from_date({1970, 1, 1}) == 0);
  CHECK(weekday(days_from_date({2023, 5, 23})) == 2);
  CHECK(weekday(days_from_date({1969, 7, 20})) == 7);
  CHECK_FALSE(valid(2023, 2, 29));
  CHECK(valid(2024, 2, 29));
  CHECK_FALSE(valid(1900, 2, 29));
  CHECK_FALSE(valid(2023, 13, 1));
}

TEST_CASE("calendar: ISO weeks belong to the year of their Thursday") {
  CHECK(iso_week(days_from_date({2021, 1, 3})).year == 2020);
  CHECK(iso_week(days_from_date({2021, 1, 3})).week == 53);
  CHECK(iso_week(days_from_date({2018, 12, 31})).year == 2019);
  CHECK(iso_week(days_from_date({2018, 12, 31})).week == 1);
  for (int year = 1800; year < 2200; ++year) {
    for (int week = 1; week <= weeks_in_year(year); ++week) {
      const int64_t monday = monday_of_week({year, week});
      REQUIRE(weekday(monday) == 1);
      REQUIRE(iso_week(monday).year == year);
      REQUIRE(iso_week(monday + 6).week == week);
    }
  }
}

TEST_CASE("calendar: months are clipped, feasts fall where they fell") {
  CHECK(add_months({2024, 1, 31}, 1).day == 29);
  CHECK(add_months({2024, 1, 31}, -2).year == 2023);
  CHECK(add_months({2024, 1, 31}, -2).month == 11);
  const auto same = [](Date a, Date b) { return days_from_date(a) == days_from_date(b); };
  CHECK(same(easter(1999), {1999, 4, 4}));
  CHECK(same(easter(2019), {2019, 4, 21}));
  CHECK(same(easter(2024), {2024, 3, 31}));
  CHECK(same(nth_weekday(1999, 11, 4, 4), {1999, 11, 25}));  // Thanksgiving
  CHECK(same(nth_weekday(2023, 5, 1, -1), {2023, 5, 29}));   // Memorial Day
}
