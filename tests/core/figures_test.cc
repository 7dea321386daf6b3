#include <doctest/doctest.h>

#include <string>

#include "dates_test_model.h"
#include "thinned.h"

using namespace readout;

namespace {

struct Read {
  Reading reading;
  const Figure& figure(std::string_view words) const {
    for (const Figure& figure : reading.figures) {
      if (words_of(reading.article.text, figure.span) == words) return figure;
    }
    FAIL("no figure reads " << words);
    return reading.figures.front();
  }
  std::string words(const std::optional<Span>& span) const {
    return span ? std::string(words_of(reading.article.text, *span)) : std::string();
  }
};

Read read(std::string_view text) { return {read_text(text, "2024-08-21")}; }

}  // namespace

TEST_CASE("figures: a target, a forecast, a limit and a record are no values") {
  CHECK(read("Trade hit new highs, surpassing a target of $240 billion.").figure("$240 billion").role ==
        FigureRole::kTarget);
  CHECK(read("Growth is expected to reach 3% in autumn.").figure("3%").role == FigureRole::kForecast);
  CHECK(read("The group agreed on a $60 price cap for oil.").figure("$60").role == FigureRole::kLimit);
  CHECK(read("The firm reported a record $5bn for the year.").figure("$5bn").role == FigureRole::kRecord);
  CHECK(read("The fund is worth $5bn today.").figure("$5bn").role == FigureRole::kValue);
}

TEST_CASE("figures: what rose by so much is a change, what it rose to is a value") {
  const Read text = read("Unemployment fell 0.3 percentage points to 4.1% in June.");
  CHECK(text.figure("0.3 percentage points").role == FigureRole::kChange);
  CHECK(text.figure("4.1%").role == FigureRole::kValue);
}

TEST_CASE("figures: a change with its subject, its period and its base") {
  const Read text = read(
      "Bilateral trade increased by more than a quarter year-on-year in 2023, but has only grown about 1.6% between "
      "January and July this year over the same period last year.");
  const Figure& quarter = text.figure("a quarter");
  CHECK(quarter.kind == FigureKind::kPercent);
  CHECK(*quarter.value == 25);
  CHECK(quarter.approx == Approximation::kOver);
  CHECK(text.words(quarter.of) == "Bilateral trade");
  CHECK(text.words(quarter.period) == "2023");
  CHECK(text.words(quarter.base) == "year-on-year");
  const Figure& growth = text.figure("1.6%");
  CHECK(growth.role == FigureRole::kChange);
  CHECK(growth.approx == Approximation::kAbout);
  CHECK(text.words(growth.of) == "Bilateral trade");
  CHECK(text.words(growth.period) == "January and July this year");
  CHECK(text.words(growth.base) == "the same period last year");
}

TEST_CASE("figures: what is counted") {
  CHECK(read("They launched some 300 missiles overnight.")
            .words(read("They launched some 300 missiles overnight.").figure("300").of) == "missiles");
  const Read share = read("Nearly two-thirds of the delegates backed it.");
  CHECK(share.words(share.figure("two-thirds").of) == "delegates");
  const Read plan = read("China put forward a 12-point peace plan.");
  CHECK(plan.words(plan.figure("12-point").of) == "peace plan");
}

TEST_CASE("figures: dates, names and codes are none") {
  for (const char* text :
       {"The factory opened in 1974.", "They won 2-1 at home.", "It was 9/11 again.", "Call 0800 555 0199 now.",
        "Call +44 20 7946 0958 for more.", "Flight MH370 vanished.", "Section 230 shields websites.",
        "Covid-19 came back.", "The M25 was shut.", "He spoke at 10.30am.", "Version 1.10.30 is out.",
        "The Group of 20 meets.", "It ran from 2014-2018."}) {
    CAPTURE(std::string(text));
    CHECK(read_text(text).figures.empty());
  }
}

TEST_CASE("figures: hostile text is read in bounded time and memory") {
  for (const std::string& part : {std::string("one hundred and "), std::string("1,234,"), std::string("$"),
                                  std::string("3 to "), std::string("-"), std::string("half a "),
                                  std::string("more than "), std::string("1 "), std::string("tens of ")}) {
    std::string text;
    while (text.size() < 320000 / kThinned) text += part;
    CHECK(read_text(text).figures.size() <= text.size());
  }
}
