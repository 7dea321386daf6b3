#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "report/csv.h"
#include "report/dossier_json.h"
#include "report/json_access.h"

using namespace readout;

namespace {

Span at(const std::string& text, std::string_view words) {
  const auto begin = static_cast<uint32_t>(text.find(words));
  return {begin, begin + static_cast<uint32_t>(words.size())};
}

Reading reading_of(const std::string& id, const std::string& text) {
  Reading reading;
  reading.article.id = id;
  reading.article.text = text;
  reading.article.blocks = {{{0, static_cast<uint32_t>(text.size())}, BlockKind::kBody, "", false}};
  reading.language.sentences = {{{0, static_cast<uint32_t>(text.size())}, 0, 0, 0}};
  return reading;
}

// Two accounts of one thing, with one of everything that a dossier holds.
struct Fixture {
  Reading a = reading_of("a", "=SUM, “é 5” said Ann.");
  Reading b = reading_of("b", "😀 “6, \"six\"” said Ann.");
  Dossier dossier;
  std::vector<const Reading*> readings{&b, &a};

  Fixture() {
    a.article.masthead.outlet = "-Post";
    a.article.masthead.published = {"2023-05-24", DateHow::kGiven, std::nullopt, ""};
    for (Reading* reading : {&a, &b}) {
      const std::string& text = reading->article.text;
      reading->entities = {{"Ann", EntityType::kPerson, {}, {{"minister", {}}}, "NO", false, ""}};
      Quotation quotation;
      quotation.content = {reading == &a ? at(text, "é 5") : at(text, "6, \"six\"")};
      quotation.source = Source{at(text, "Ann"), 0, false};
      reading->quotations = {quotation};
    }
    dossier.articles = {{"a", 0, {0}}, {"b", 0, {0}}};
    dossier.stories = {{"T", Evidence{1, at(b.article.text, "said")}, {0, 1}, "2023-05-24", "given", {0}, "names"}};
    dossier.subjects = {{"S", {0}, {}, {}, {}}};
    dossier.origins = {{{0, 1}, {{1, at(b.article.text, "Ann")}}, "copied"}};
    dossier.entities = {{"Ann", EntityType::kPerson, {"A"}, {{0, at(a.article.text, "Ann")}}, {{0, 0}, {1, 0}}, ""}};
    dossier.facts = {{FactKind::kQuotation,
                      0,
                      "é 5",
                      0,
                      {{0, CellState::kCarries, {at(a.article.text, "é 5")}, std::nullopt, ""},
                       {1, CellState::kLacks, {}, at(b.article.text, "6, \"six\""), "no such words"}},
                      1,
                      "n"}};
    dossier.disagreements = {{DisagreementKind::kConflict, {0}, {0, 1}, {{0, at(a.article.text, "é 5")}}, "5 or 6"}};
    dossier.timeline = {{"2023-05-24", {0}}};
    dossier.silences = {{{1, at(b.article.text, "said Ann")}, 0}};
  }
};

// The line of `table` that begins with `start`.
std::string row(const std::string& table, const std::string& start) {
  const size_t begin = table.find("\r\n" + start);
  return begin == std::string::npos ? "" : table.substr(begin + 2, table.find("\r\n", begin + 2) - begin - 2);
}

}  // namespace

TEST_CASE_FIXTURE(Fixture, "a dossier's JSON names articles by id and counts code points") {
  const std::string json = dossier_to_json(dossier, readings);
  const auto parsed = json_access::parse(json);
  REQUIRE(parsed.ok());
  const auto& line = parsed.value();
  CHECK(json_access::string(line, "schema") == "readout/dossier/1");
  const auto facts = json_access::elements(line, "facts");
  REQUIRE(facts.size() == 1);
  const auto cells = json_access::elements(*facts[0], "cells");
  REQUIRE(cells.size() == 2);
  CHECK(json_access::string(*cells[1], "article") == "b");
  CHECK(json_access::string(*cells[1], "state") == "lacks");
  const auto* nearest = json_access::member(*cells[1], "nearest");
  CHECK(json_access::index(*nearest, "begin") == 3);  // after "😀 “"
  CHECK(json.find("\"timeline\":[{\"date\":\"2023-05-24\",\"facts\":[0]}]") != std::string::npos);
  CHECK(json.find("\"silences\":[{\"article\":\"b\",\"begin\":13,\"end\":21,\"entity\":0}]") != std::string::npos);
  CHECK(json.back() == '\n');
}

TEST_CASE_FIXTURE(Fixture, "reports do not depend on the order of the readings") {
  CHECK(dossier_to_json(dossier, readings) == dossier_to_json(dossier, {&a, &b}));
  CHECK(table_csv("facts", dossier, readings) == table_csv("facts", dossier, {&a, &b}));
}

TEST_CASE_FIXTURE(Fixture, "a reading that is not given leads no offset astray") {
  const std::string json = dossier_to_json(dossier, {&a});
  CHECK(json.find("\"silences\":[{\"article\":\"b\",\"begin\":0,\"end\":0,\"entity\":0}]") != std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "the summary shows findings with their words") {
  const std::string summary = dossier_summary(dossier, readings);
  CHECK(summary.find("2 articles, 1 story, 1 independent origin\n") == 0);
  CHECK(summary.find("conflict: 5 or 6\n     a: \"é 5\"\n") != std::string::npos);
  CHECK(summary.find("Stated silences\n     b: \"said Ann\"\n") != std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "tables quote what CSV must and disarm what a spreadsheet would run") {
  const std::string quotations = table_csv("quotations", dossier, readings);
  CHECK(quotations.substr(0, 3) == "\xEF\xBB\xBF");
  CHECK(row(quotations, "a,").find("a,'-Post,2023-05-24,0,é 5,direct,Ann,Ann") == 0);
  CHECK(row(quotations, "b,").find("b,,,0,\"6, \"\"six\"\"\",direct,Ann") == 0);
  CHECK(row(quotations, "b,").find(",lead,3,11") != std::string::npos);
  CHECK(row(table_csv("people", dossier, readings), "0,") == "0,Ann,person,A,minister,NO,2,1,2");
  CHECK(row(table_csv("timeline", dossier, readings), "2023") == "2023-05-24,0,quotation,é 5,Ann,0,1,a");
  CHECK(row(table_csv("articles", dossier, readings), "b,").find("b,,,0,,unknown,") == 0);
  CHECK(table_csv("facts", dossier, readings).find("lacks,,,no such words,\"6, \"\"six\"\"\"") != std::string::npos);
  CHECK(table_csv("nonsense", dossier, readings).empty());
}

TEST_CASE("a figure's number is written plain, its words are not run as a formula") {
  Reading reading = reading_of("a", "-5 degrees");
  Figure figure;
  figure.span = {0, 10};
  figure.kind = FigureKind::kMeasure;
  figure.value = -5;
  reading.figures = {figure};
  Dossier dossier;
  dossier.articles = {{"a", std::nullopt, {}}};
  const std::string table = table_csv("figures", dossier, {&reading});
  CHECK(row(table, "a,").find("a,,,,'-5 degrees,measure,-5,,,exact,") == 0);
}
