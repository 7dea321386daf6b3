#include <doctest/doctest.h>

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "reading/quotations_marks.h"
#include "readout.h"
#include "text/lexicon.h"
#include "text/unicode.h"
#include "tools/embedded_model.h"

using namespace readout;

namespace {

const Model& model() {
  static const Model loaded = Model::load(embedded_model()).value();
  return loaded;
}

Reading read_text(std::string text) {
  ArticleInput input;
  input.id = "a";
  input.text = std::move(text);
  input.source = SourceKind::kText;
  return read(input, model()).value();
}

// The quoted words of one paragraph.
std::vector<std::string> quoted(const std::string& text) {
  const Span all{0, static_cast<uint32_t>(text.size())};
  std::vector<std::string> words;
  for (const auto& stretch : quoting::scan_quotation_marks(text, {all}, {all})) {
    words.emplace_back(words_of(text, stretch.inner));
  }
  return words;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("marks: every kind pairs up") {
  CHECK(quoted("“a b” and \"c d\"") == Strings{"a b", "c d"});
  CHECK(quoted("«a b», »c d«, „e f“") == Strings{"a b", "c d", "e f"});
  CHECK(quoted("``a b'' and ''c d''") == Strings{"a b", "c d"});
  CHECK(quoted("‘a b’ and 'C d'") == Strings{"a b", "C d"});
  CHECK(quoted("“a ‘b c’ d”") == Strings{"a ‘b c’ d", "b c"});
  CHECK(quoted("“he calls it “a hell” now”") == Strings{"he calls it “a hell” now", "a hell"});
}

TEST_CASE("marks: apostrophes, inches and markup open nothing") {
  CHECK(quoted("the '90s, rock 'n' roll, the boats' owners, it's").empty());
  CHECK(quoted("a 6\" plank and a 12\" one").empty());
  CHECK(quoted("<a href=\"x y\" class=\"z\">").empty());
}

TEST_CASE("marks: what is left open ends with its paragraph, and goes on only where the next one says so") {
  const std::string text = "“One two.\n\n“Three four.”\n\nFive six. “Seven";
  const std::vector<Span> paragraphs = {{0, 11}, {13, 28}, {30, static_cast<uint32_t>(text.size())}};
  const auto stretches = quoting::scan_quotation_marks(text, paragraphs, paragraphs);
  REQUIRE(stretches.size() == 3);
  CHECK_FALSE(stretches[0].closed);
  CHECK(stretches[1].continued);
  CHECK(stretches[1].closed);
  CHECK_FALSE(stretches[2].continued);
  CHECK(words_of(text, stretches[2].inner) == "Seven");
}

TEST_CASE("quotations: a hostile row of marks, verbs or sources takes time in proportion to its length") {
  const auto seconds = [](const std::string& unit, size_t times) {
    std::string text;
    for (size_t i = 0; i < times; ++i) text += unit;
    const auto begin = std::chrono::steady_clock::now();
    read_text(std::move(text));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  for (const std::string unit : {"\"a\" ", "“a ", "'a ", "said he ", "\"a,\" he said, ", "Mr Li said. ",
                                 "according to ", "the official said: "}) {
    CAPTURE(unit);
    const double small = seconds(unit, 2000);
    const double large = seconds(unit, 16000);
    CHECK(large < 40 * small + 0.5);
  }
}

TEST_CASE("the borders of countries: both sides have them, and all are known countries") {
  const auto bundle = Bundle::open(embedded_model());
  const auto codes_of = [&](const char* name, size_t column) {
    const Lexicon lexicon(bundle.value().section(name));
    std::map<std::string, std::string> codes;
    for (size_t row = 0; row < lexicon.size(); ++row)
      codes[std::string(lexicon.at(row, 0))] = std::string(lexicon.at(row, column)) + ",";
    return codes;
  };
  const auto countries = codes_of("lexicon/countries", 1);
  const auto each = [](const std::string& list, auto use) {
    for (size_t at = 0; at < list.size(); at = list.find(',', at) + 1) use(list.substr(at, list.find(',', at) - at));
  };
  auto borders = codes_of("lexicon/country_borders", 1);
  for (const auto& entry : borders) {
    // Named by hand: the checks below are lambdas, which may not take structured bindings.
    const auto& code = entry.first;
    const auto& neighbours = entry.second;
    CAPTURE(code);
    CHECK(countries.count(code) == 1);
    each(neighbours, [&](const std::string& other) {
      CAPTURE(other);
      CHECK((borders[other].find(code + ",") != std::string::npos));
    });
  }
  for (const auto& entry : codes_of("lexicon/country_descriptions", 1)) {
    CAPTURE(entry.first);
    each(entry.second, [&](const std::string& code) { CHECK(countries.count(code) == 1); });
  }
}

TEST_CASE("the lexicons of who said what: sorted, unique, well-formed") {
  const auto bundle = Bundle::open(embedded_model());
  struct List {
    const char* name;
    size_t columns;
    bool lower;
  };
  for (const List& list : {List{"lexicon/reporting_verbs", 5, true}, List{"lexicon/reporting_nouns", 3, true},
                           List{"lexicon/clause_words", 2, true}, List{"lexicon/offices", 3, true},
                           List{"lexicon/given_name_genders", 3, true}, List{"lexicon/countries", 4, false}}) {
    const Lexicon lexicon(bundle.value().section(list.name));
    REQUIRE(lexicon.size() > 50);
    std::string before;
    for (size_t row = 0; row < lexicon.size(); ++row) {
      const std::string key(lexicon.at(row, 0));
      CAPTURE(key);
      CHECK(before < key);
      if (list.lower) CHECK(unicode::lower(key) == key);
      for (size_t column = 0; column < list.columns; ++column) CHECK_FALSE(lexicon.at(row, column).empty());
      CHECK(lexicon.at(row, list.columns).empty());
      before = key;
    }
  }
  for (const char* name : {"lexicon/country_descriptions", "lexicon/country_borders"}) {
    const Lexicon lexicon(bundle.value().section(name));
    REQUIRE(lexicon.size() > 20);
    std::string before;
    for (size_t row = 0; row < lexicon.size(); ++row) {
      const std::string key(lexicon.at(row, 0));
      CAPTURE(key);
      CHECK(before < key);
      CHECK(lexicon.at(row, 1).size() >= 2);
      CHECK(lexicon.at(row, 2).empty());
      before = key;
    }
  }
  const Lexicon verbs(bundle.value().section("lexicon/reporting_verbs"));
  for (size_t row = 0; row < verbs.size(); ++row) {
    CAPTURE(verbs.at(row, 0));
    CHECK(verbs.at(row, 2).find_first_not_of("sqawtongmxc") == std::string_view::npos);
  }
}
