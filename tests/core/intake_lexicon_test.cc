#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "text/bundle.h"
#include "text/lexicon.h"
#include "text/unicode.h"
#include "tools/embedded_model.h"

using namespace readout;

TEST_CASE("intake's lexicons: sorted, unique, lower case, every column filled") {
  const auto bundle = Bundle::open(embedded_model());
  const std::pair<const char*, size_t> lists[] = {
      {"lexicon/line_weights", 6}, {"lexicon/notices", 3}, {"lexicon/outlets", 3}, {"lexicon/prose_words", 1}};
  for (const auto& [name, columns] : lists) {
    const Lexicon lexicon(bundle.value().section(name));
    REQUIRE(lexicon.size() > 100);
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
