#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "reading/quantity_words.h"
#include "text/bundle.h"
#include "text/lexicon.h"
#include "text/unicode.h"
#include "tools/embedded_model.h"

using namespace readout;

TEST_CASE("lexicons of dates and figures: sorted, unique, lower case, every column filled") {
  const auto bundle = Bundle::open(embedded_model());
  const std::pair<const char*, size_t> lists[] = {
      {"months", 3},     {"weekdays", 3},   {"seasons", 2},    {"time_units", 3},  {"day_parts", 3},
      {"numerals", 3},   {"past_verbs", 2}, {"date_words", 3}, {"holidays", 3},    {"time_zones", 2},
      {"currencies", 4}, {"units", 4},      {"hedges", 2},     {"figure_roles", 2}};
  for (const auto& [name, columns] : lists) {
    const std::string shown = name;  // clang 14 lets no lambda capture a structured binding
    CAPTURE(shown);
    const Lexicon lexicon(bundle.value().section(std::string("lexicon/") + name));
    REQUIRE(lexicon.size() > 5);
    std::string before;
    for (size_t row = 0; row < lexicon.size(); ++row) {
      const std::string key(lexicon.at(row, 0));
      CAPTURE(key);
      CHECK(before < key);
      CHECK(unicode::lower(key) == key);
      for (size_t column = 0; column < columns; ++column) CHECK_FALSE(lexicon.at(row, column).empty());
      CHECK(lexicon.at(row, columns).empty());
      before = key;
    }
  }
}

TEST_CASE("lexicons of dates and figures: units and currencies name what the contract knows") {
  const auto bundle = Bundle::open(embedded_model());
  const Lexicon currencies(bundle.value().section("lexicon/currencies"));
  for (size_t row = 0; row < currencies.size(); ++row) {
    const std::string code(currencies.at(row, 1));
    CAPTURE(code);
    CHECK(code.size() == 3);
    for (const char c : code) CHECK((c >= 'A' && c <= 'Z'));
    const auto kind = currencies.at(row, 2);
    CHECK((kind == "symbol" || kind == "code" || kind == "word" || kind == "minor"));
  }
  const Lexicon units(bundle.value().section("lexicon/units"));
  for (size_t row = 0; row < units.size(); ++row) {
    CAPTURE(units.at(row, 0));
    CHECK((units.at(row, 3) == "word" || units.at(row, 3) == "symbol"));
  }
}

TEST_CASE("phrases are cut as the scanner cuts text") {
  const auto parts = split_phrase("us$ km/h");
  REQUIRE(parts.size() == 5);
  CHECK(parts[0].low == "us");
  CHECK(parts[1].low == "$");
  CHECK(parts[1].tight);
  CHECK_FALSE(parts[2].tight);
  CHECK(parts[4].low == "h");
}
