// Any date of 1800 to 2199 written in any supported form reads back to itself.
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "dates_test_model.h"
#include "reading/dates_calendar.h"
#include "thinned.h"

using namespace readout;

namespace {

constexpr std::array<const char*, 12> kMonths{"January", "February", "March",     "April",   "May",      "June",
                                              "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<const char*, 12> kShort{"Jan.", "Feb.", "Mar.",  "Apr.", "May",  "Jun.",
                                             "Jul.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."};
constexpr std::array<const char*, 7> kDays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                           "Friday", "Saturday", "Sunday"};
constexpr std::array<const char*, 31> kOrdinals{
    "first",         "second",       "third",         "fourth",       "fifth",        "sixth",          "seventh",
    "eighth",        "ninth",        "tenth",         "eleventh",     "twelfth",      "thirteenth",     "fourteenth",
    "fifteenth",     "sixteenth",    "seventeenth",   "eighteenth",   "nineteenth",   "twentieth",      "twenty-first",
    "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth",
    "twenty-ninth",  "thirtieth",    "thirty-first"};

std::string two(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

std::string suffix(int day) {
  if (day >= 11 && day <= 13) return "th";
  return day % 10 == 1 ? "st" : day % 10 == 2 ? "nd" : day % 10 == 3 ? "rd" : "th";
}

std::vector<std::string> forms(calendar::Date date) {
  const std::string month = kMonths[static_cast<size_t>(date.month - 1)];
  const std::string brief = kShort[static_cast<size_t>(date.month - 1)];
  const std::string day = std::to_string(date.day);
  const std::string year = std::to_string(date.year);
  const std::string weekday = kDays[static_cast<size_t>(calendar::weekday(calendar::days_from_date(date)) - 1)];
  std::vector<std::string> out{
      month + " " + day + ", " + year,
      month + " " + day + suffix(date.day) + ", " + year,
      day + " " + month + " " + year,
      day + suffix(date.day) + " " + month + " " + year,
      "the " + day + suffix(date.day) + " of " + month + ", " + year,
      brief + " " + day + ", " + year,
      day + " " + brief + " " + year,
      weekday + ", " + month + " " + day + ", " + year,
      weekday + " " + day + " " + month + " " + year,
      month + " " + kOrdinals[static_cast<size_t>(date.day - 1)] + ", " + year,
      day + "-" + month + "-" + year,
      year + "-" + two(date.month) + "-" + two(date.day),
      year + "/" + two(date.month) + "/" + two(date.day),
  };
  // Day and month in figures are certain where one of them can be no month.
  if (date.day > 12) {
    out.push_back(std::to_string(date.month) + "/" + day + "/" + year);
    out.push_back(day + "/" + std::to_string(date.month) + "/" + year);
    out.push_back(day + "." + std::to_string(date.month) + "." + year);
  }
  return out;
}

}  // namespace

TEST_CASE("dates: every form of a date of 1800 to 2199 reads back to that date") {
  // A step coprime to weeks, months and years: all days of the month, weekdays, months and years come up.
  const int64_t last = calendar::days_from_date({2199, 12, 31});
  std::string text;
  std::vector<std::string> expected;
  std::vector<std::string> written;
  const auto check = [&] {
    const Reading reading = read_text(text);
    REQUIRE(reading.dates.size() == expected.size());
    for (size_t i = 0; i < expected.size(); ++i) {
      CAPTURE(written[i]);
      REQUIRE(reading.dates[i].value == expected[i]);
      REQUIRE(words_of(reading.article.text, reading.dates[i].span) == written[i]);
      REQUIRE_FALSE(reading.dates[i].relative);
    }
    text.clear();
    expected.clear();
    written.clear();
  };
  for (int64_t days = calendar::days_from_date({1800, 1, 1}); days <= last; days += 37 * kThinned) {
    const calendar::Date date = calendar::date_from_days(days);
    const std::string iso = std::to_string(date.year) + "-" + two(date.month) + "-" + two(date.day);
    for (const std::string& form : forms(date)) {
      text += "It happened on " + form + " in the capital.\n\n";
      expected.push_back(iso);
      written.push_back(form);
    }
    if (expected.size() > 4000) check();
  }
  check();
}

TEST_CASE("dates: months, quarters, halves, decades and years read back") {
  for (int year = 1800; year < 2200; year += 7 * kThinned) {
    const std::string y = std::to_string(year);
    std::string text;
    std::vector<std::string> expected;
    const auto add = [&](const std::string& words, const std::string& value) {
      text += "It was known in " + words + " to all.\n\n";
      expected.push_back(value);
    };
    add(y, y);
    for (int month = 1; month <= 12; ++month) {
      add(kMonths[static_cast<size_t>(month - 1)] + std::string(" ") + y, y + "-" + two(month));
      add(kMonths[static_cast<size_t>(month - 1)] + std::string(" of ") + y, y + "-" + two(month));
    }
    for (int quarter = 1; quarter <= 4; ++quarter) {
      const std::string value = y + "-Q" + std::to_string(quarter);
      add("the " + std::string(kOrdinals[static_cast<size_t>(quarter - 1)]) + " quarter of " + y, value);
      add("Q" + std::to_string(quarter) + " " + y, value);
    }
    add("the first half of " + y, y + "-H1");
    add("the second half of " + y, y + "-H2");
    add("the summer of " + y, y + "-SU");
    if (year % 100 != 0)
      add("the " + y.substr(0, 3) + "0s", (year / 10) % 10 == 0 && year < 2000 ? y.substr(0, 2) : y.substr(0, 3));
    const Reading reading = read_text(text);
    REQUIRE(reading.dates.size() == expected.size());
    for (size_t i = 0; i < expected.size(); ++i) CHECK(reading.dates[i].value == expected[i]);
  }
}
