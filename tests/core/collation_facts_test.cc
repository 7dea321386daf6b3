// What a story's accounts say of one another: days, speakers, and what cannot be told.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "accounts_by_hand.h"
#include "report/dossier_json.h"

using namespace readout;

namespace {

constexpr const char* kOpened = "Vessby harbour\nThe harbour of Vessby was opened with ferries, flags and a brass band";

}  // namespace

TEST_CASE("dates: the first account of a story bounds when it happened for those that have no date, or a later one") {
  std::vector<Reading> readings;
  readings.push_back(account("a", std::string(kOpened) + ".", "2023-05-26"));
  readings.push_back(account("b", std::string(kOpened) + " on a windy day."));
  readings.push_back(account("c", std::string(kOpened) + " by the mayor.", "2023-05-24"));
  const Dossier dossier = together(readings);
  REQUIRE(dossier.stories.size() == 1);
  for (const ArticleIndex article : {0u, 1u}) {
    REQUIRE(dossier.articles[article].bound.has_value());
    CHECK(dossier.articles[article].bound->latest == "2023-05-24");
    CHECK(dossier.articles[article].bound->reason ==
          "At the latest 2023-05-24, since c, another article of the story, published then, tells of it.");
  }
  CHECK_FALSE(dossier.articles[2].bound.has_value());
}

TEST_CASE("cells: an account published before something happened cannot be said to lack it") {
  std::vector<Reading> readings;
  readings.push_back(account("a", std::string(kOpened) + ".", "2023-05-22"));
  readings.push_back(account("b", std::string(kOpened) + " and Anna Holm struck Karl Berg.", "2023-05-24"));
  name(readings[1], "Anna Holm");
  name(readings[1], "Karl Berg");
  Event event;
  event.span = at(readings[1], "struck");
  event.code = "ASSAULT";
  event.sources = {0};
  event.targets = {1};
  event.date = "2023-05-23";
  readings[1].events.push_back(event);
  const auto cell = [&] {
    const Dossier dossier = together(readings);
    REQUIRE(dossier.stories.size() == 1);
    return dossier.facts.at(0).cells.at(0);
  };
  CHECK(cell().state == CellState::kCannotTell);
  CHECK(cell().reason.find("before this happened (2023-05-23)") != std::string::npos);
  readings[0].article.masthead.published.value = "2023-05-24";
  CHECK(cell().state == CellState::kLacks);
}

TEST_CASE("quotations: where several speak as one, one of them in the other account is enough") {
  const std::string words = "we shall build the tunnel before the winter storms and pay for it together";
  std::vector<Reading> readings;
  readings.push_back(account("a", "Tunnel\n\"" + words + ",\" said Anna Holm and Karl Berg in Vessby.", "2023-05-24"));
  readings.push_back(account("b", "Tunnel\n\"" + words + ",\" said Karl Berg in Vessby.", "2023-05-24"));
  for (Reading& reading : readings) {
    const bool both = reading.article.id == "a";
    if (both) name(reading, "Anna Holm");
    name(reading, "Karl Berg");
    Quotation quotation;
    quotation.content = {at(reading, words)};
    quotation.source = Source{reading.mentions[0].span, 0, false, {}};
    if (both) quotation.source->also = {1};
    reading.quotations.push_back(quotation);
  }
  const Dossier dossier = together(readings);
  REQUIRE(dossier.facts.size() == 1);
  CHECK(dossier.facts[0].cells[1].state == CellState::kCarries);
  CHECK(dossier.disagreements.empty());
  // Somebody else altogether is a difference, told with all names.
  readings[1].entities[0].name = "Mira Falk";
  const Dossier other = together(readings);
  REQUIRE(other.disagreements.size() == 1);
  CHECK(other.disagreements[0].kind == DisagreementKind::kAttribution);
  CHECK(other.disagreements[0].note.find("Anna Holm and Karl Berg") != std::string::npos);
}

TEST_CASE("subjects: a chain of happenings ends where nobody takes part in all of it") {
  std::vector<Reading> readings;
  const auto visit = [&](const std::string& id, const std::vector<std::string>& parties, const std::string& day,
                         const std::string& words) {
    std::string text = "Talks of ministers on " + words + "\n";
    for (const std::string& party : parties) text += party + " ";
    text += "flew in for a state visit, a banquet and talks of ministers on " + words + ".";
    Reading reading = account(id, text, day);
    for (const std::string& party : parties) name(reading, party);
    Event event;
    event.span = at(reading, "flew");
    event.code = "CONSULT";
    event.mode = "visit";
    event.sources = {0};
    event.targets = {1};
    reading.events.push_back(event);
    readings.push_back(std::move(reading));
  };
  visit("a", {"Oran Vell", "Mira Falk", "Jon Tarn"}, "2021-03-01", "cod and trawlers");
  visit("b", {"Oran Vell", "Mira Falk", "Lena Stor", "Karl Berg"}, "2022-03-01", "tunnels and ploughs");
  visit("c", {"Lena Stor", "Karl Berg", "Rolf Aske"}, "2023-03-01", "grain and barges");
  std::vector<const Reading*> pointers;
  for (const Reading& reading : readings) pointers.push_back(&reading);
  Rule apart;
  apart.kind = RuleKind::kSplitStory;
  CollateOptions options;
  for (const Reading& reading : readings) apart.articles = {reading.article.id}, options.rules.push_back(apart);
  const Dossier dossier = collate(pointers, options);
  REQUIRE(dossier.stories.size() == 3);
  for (const Subject& subject : dossier.subjects) CHECK(subject.stories.size() == 2);
}

TEST_CASE("talking points: what a speaker says again in another story is linked, and stays two statements") {
  const auto said = [](const std::string& id, const std::string& where, const std::string& words,
                       const std::string& who, const std::string& day) {
    Reading reading = account(id, where + "\n" + who + " said in the hall: \"" + words + "\".", day);
    const EntityId speaker = name(reading, who);
    Quotation quotation;
    quotation.content = {at(reading, words)};
    quotation.source = Source{at(reading, who), speaker, false};
    reading.quotations.push_back(quotation);
    return reading;
  };
  const std::string point = "no island of ours will ever again depend on foreign ferries for its bread";
  std::vector<Reading> readings;
  readings.push_back(said("a",
                          "Vessby harbour opens with flags\nFerries, flags and a brass band filled the new harbour of "
                          "Vessby, where the mayor cut a ribbon and children threw herring to the gulls.",
                          point, "Anna Holm", "2021-03-01"));
  readings.push_back(said("b",
                          "Parliament of Norland passes trawler tax\nDeputies in Holmstad voted for a levy on trawlers "
                          "after a night of shouting over quotas, nets, diesel and the price of cod.",
                          "no island will depend on foreign ferries again, not for its bread", "Anna Holm",
                          "2021-09-10"));
  readings.push_back(said("c",
                          "Snow ploughs stuck on the railway\nDrivers of engines spent two nights in carriages near "
                          "Ostholm while soldiers dug through drifts as high as the signal masts.",
                          point, "Karl Berg", "2021-12-10"));
  // So short texts are taken for one story where they share a point: the reader sets them apart.
  CollateOptions options;
  for (const char* id : {"b", "c"}) {
    Rule rule;
    rule.kind = RuleKind::kSplitStory;
    rule.articles = {id};
    options.rules.push_back(rule);
  }
  const Dossier dossier = together(readings, options);
  REQUIRE(dossier.stories.size() == 3);
  REQUIRE(dossier.facts.size() == 3);
  REQUIRE(dossier.points.size() == 1);
  CHECK(dossier.points[0].facts.size() == 2);
  CHECK(dossier.entities[dossier.points[0].entity].name == "Anna Holm");
  for (const uint32_t fact : dossier.points[0].facts) {
    CHECK(dossier.facts[fact].cells.size() == 1);
    CHECK(dossier.facts[fact].cells[0].article != 2);
  }
}

TEST_CASE("facts: what four hundred accounts give is one fact") {
  const std::string words = "the tunnel is dry and the trains will run on Monday";
  std::vector<Reading> readings;
  for (int i = 0; i < 400; ++i) {
    std::string id = std::to_string(1000 + i);
    readings.push_back(account(id, std::string(kOpened) + ".\nAnna Holm said: \"" + words + "\"."));
    const EntityId speaker = name(readings.back(), "Anna Holm");
    Quotation quotation;
    quotation.content = {at(readings.back(), words)};
    quotation.source = Source{at(readings.back(), "Anna Holm"), speaker, false};
    readings.back().quotations.push_back(quotation);
  }
  const Dossier dossier = together(readings);
  REQUIRE(dossier.facts.size() == 1);
  CHECK(std::all_of(dossier.facts[0].cells.begin(), dossier.facts[0].cells.end(),
                    [](const Cell& cell) { return cell.state == CellState::kCarries; }));
}
