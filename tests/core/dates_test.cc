#include <doctest/doctest.h>

#include <string>

#include "dates_test_model.h"
#include "thinned.h"

using namespace readout;

namespace {

// The only date of the text.
DateExpression only(std::string_view text, std::string_view published = "2023-05-24") {
  const Reading reading = read_text(text, published);
  REQUIRE(reading.dates.size() == 1);
  return reading.dates.front();
}

}  // namespace

TEST_CASE("dates: each says what fixed it") {
  CHECK(only("They met yesterday.").anchor == "the published date, 2023-05-24");
  CHECK(only("They met on 5 March 2019.").anchor == "its own words");
  const Reading reading = read_text("The war began in March 1998. The following year it ended.", "2023-05-24");
  REQUIRE(reading.dates.size() == 2);
  CHECK(reading.dates[1].value == "1999");
  CHECK(reading.dates[1].anchor == "the date last spoken of, 1998-03");
}

TEST_CASE("dates: without a published date values stay relative and say so") {
  for (const auto& [text, value] :
       {std::pair("They met on Wednesday.", "XXXX-WXX-3"), std::pair("They meet today.", "PRESENT_REF"),
        std::pair("They met last week.", "XXXX-WXX"), std::pair("They met in October.", "XXXX-10"),
        std::pair("They met on 3 October.", "XXXX-10-03"), std::pair("Trade fell in the third quarter.", "XXXX-Q3")}) {
    const std::string shown = text;  // clang 14 lets no lambda capture a structured binding
    CAPTURE(shown);
    const DateExpression date = only(text, "");
    CHECK(date.value == value);
    CHECK(date.relative);
    CHECK(date.anchor.empty());
  }
}

TEST_CASE("dates: a day and month that could change places is doubted, a wrong weekday too") {
  CHECK_FALSE(only("Signed on 3/4/2020 in town.").doubt.empty());
  CHECK(only("Signed on 3/14/2020 in town.").doubt.empty());
  CHECK_FALSE(only("Signed on Monday, March 5, 2019, in town.").doubt.empty());
}

TEST_CASE("dates: published date inferred from a weekday and a day of the month") {
  const Reading reading = read_text(
      "He came to the city in February 2022. On Tuesday, 23, the minister spoke at a forum. Trade grew in 2023.");
  const PublishedDate& published = reading.article.masthead.published;
  CHECK(published.how == DateHow::kInferred);
  CHECK(published.value == "2023-05");
  REQUIRE(published.span);
  CHECK(words_of(reading.article.text, *published.span) == "Tuesday, 23");
  CHECK(published.reason.find("2023-05-23") != std::string::npos);
  bool resolved = false;
  for (const DateExpression& date : reading.dates) resolved = resolved || date.value == "2023-05-23";
  CHECK(resolved);
}

TEST_CASE("dates: nothing is inferred where several months fit, no year is spoken of, or a date was given") {
  // 2024-02-13, 2024-08-13: both are Tuesdays.
  CHECK(read_text("On Tuesday, 13, they met. It was 2024.").article.masthead.published.how == DateHow::kUnknown);
  CHECK(read_text("On Tuesday, 23, they met.").article.masthead.published.how == DateHow::kUnknown);
  CHECK(read_text("On Tuesday, 23, they met. It was 2023.", "2023-06-01").article.masthead.published.how ==
        DateHow::kGiven);
}

TEST_CASE("dates: hostile text is read in bounded time and memory") {
  for (const std::string& part :
       {std::string("the last "), std::string("May "), std::string("1-"), std::string("two and "),
        std::string("a year earlier "), std::string("10:"), std::string("the end of "), std::string("19")}) {
    std::string text;
    while (text.size() < 320000 / kThinned) text += part;
    CHECK(read_text(text, "2023-05-24").dates.size() <= text.size());
  }
}

TEST_CASE("dates and figures: a text may end anywhere") {
  const std::string text =
      "The first half of a million, a quarter to six, mid-1996, the year-earlier third quarter; between $2 and 3m, "
      "minus "
      "one in five out of 8- to 16-metre, Sept. 5, \xE2\x80\x99 97 in the early hours of May 3, 2019 from 3% to "
      "4\xC2\xBD per cent.";
  for (size_t length = 1; length <= text.size(); ++length) {
    const Reading reading = read_text(text.substr(0, length), "2023-05-24");
    for (const Figure& figure : reading.figures) CHECK(figure.span.end <= reading.article.text.size());
    for (const DateExpression& date : reading.dates) CHECK(date.span.end <= reading.article.text.size());
  }
}
