// What the reader decides, and what is said above stories.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "accounts_by_hand.h"
#include "collation/measures.h"
#include "report/dossier_json.h"
#include "report/rules_json.h"

using namespace readout;

namespace {

Figure& figure(Reading& reading, std::string_view words, double value, FigureKind kind = FigureKind::kCount,
               const std::string& unit = {}) {
  Figure made;
  made.span = at(reading, words);
  made.kind = kind;
  made.value = value;
  made.unit = unit;
  reading.figures.push_back(made);
  return reading.figures.back();
}

Dossier together(const std::vector<Reading>& readings, std::string_view rules) {
  CollateOptions options;
  options.rules = rules_from_json(rules).value();
  return together(readings, options);
}

const DossierEntity* entity_named(const Dossier& dossier, std::string_view name) {
  const auto found = std::find_if(dossier.entities.begin(), dossier.entities.end(),
                                  [&](const DossierEntity& entity) { return entity.name == name; });
  return found == dossier.entities.end() ? nullptr : &*found;
}

std::vector<Reading> two_accounts() {
  std::vector<Reading> readings;
  readings.push_back(
      account("a", "Harbour opens at Vessby\nAnna Holm opened the harbour at Vessby with a long speech."));
  readings.push_back(
      account("b", "Vessby harbour opens\nThe harbour at Vessby was opened by A. Holmgren, a minister."));
  name(readings[0], "Anna Holm");
  name(readings[0], "Vessby", EntityType::kPlace);
  name(readings[1], "A. Holmgren");
  return readings;
}

const Disagreement* of_kind(const Dossier& dossier, DisagreementKind kind) {
  const auto found = std::find_if(dossier.disagreements.begin(), dossier.disagreements.end(),
                                  [&](const Disagreement& d) { return d.kind == kind; });
  return found == dossier.disagreements.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("rules: entities are merged, renamed, retyped and rejected as the reader says, and the dossier tells so") {
  const auto readings = two_accounts();
  CHECK(together(readings).entities.size() == 3);
  const Dossier merged = together(
      readings,
      R"({"rules":[{"rule":"merge-entities","entities":[{"name":"Anna Holm"},{"name":"A. Holmgren"}],"name":"Anna Holmgren"}]})");
  const DossierEntity* one = entity_named(merged, "Anna Holmgren");
  REQUIRE(one != nullptr);
  CHECK(one->members.size() == 2);
  CHECK(one->decided);
  CHECK(one->reason == "You said that these are one.");
  const Dossier changed =
      together(readings, R"({"rules":[{"rule":"rename-entity","entities":[{"name":"Vessby"}],"name":"Vessby Port"},
    {"rule":"retype-entity","entities":[{"name":"Vessby"}],"type":"organisation"},
    {"rule":"reject-entity","entities":[{"name":"A. Holmgren","article":"b"}]}]})");
  REQUIRE(entity_named(changed, "Vessby Port") != nullptr);
  CHECK(entity_named(changed, "Vessby Port")->type == EntityType::kOrganisation);
  CHECK(entity_named(changed, "A. Holmgren") == nullptr);
  CHECK(changed.entities.size() == 2);
}

TEST_CASE("rules: what the reader splits stays apart, though it has one name") {
  std::vector<Reading> readings = two_accounts();
  readings[1] = account("b", "Vessby harbour opens\nThe harbour at Vessby was opened by Anna Holm, a minister.");
  name(readings[1], "Anna Holm");
  CHECK(entity_named(together(readings), "Anna Holm")->members.size() == 2);
  const Dossier split =
      together(readings, R"({"rules":[{"rule":"split-entity","entities":[{"name":"Anna Holm","article":"b"}]}]})");
  CHECK(entity_named(split, "Anna Holm")->members.size() == 1);
  CHECK(split.entities.size() == 3);
}

TEST_CASE("rules: stories are merged and set apart, and say that it was the reader") {
  auto readings = two_accounts();
  readings.push_back(account("c", "Voters go to the polls\nVoters in Sudmark choose a president on Sunday."));
  REQUIRE(together(readings).stories.size() == 2);
  const Dossier merged = together(readings, R"({"rules":[{"rule":"merge-stories","articles":["a","c"]}]})");
  REQUIRE(merged.stories.size() == 1);
  CHECK(merged.stories[0].decided);
  const Dossier split = together(readings, R"({"rules":[{"rule":"split-story","articles":["b"]}]})");
  CHECK(split.stories.size() == 3);
  CHECK(split.articles[0].story != split.articles[1].story);
  CHECK(together(readings, R"({"rules":[{"rule":"merge-stories","articles":["a","gone"]}]})").stories.size() == 2);
}

TEST_CASE("rules: they come back from JSON as they went, and a faulty one is named") {
  const std::string json =
      R"({"schema":"readout/rules/1","rules":[{"rule":"merge-entities","entities":[{"name":"A","type":"person","article":"x"},{"name":"B"}],"name":"C"},{"rule":"retype-entity","entities":[{"name":"A"}],"type":"place"},{"rule":"split-story","articles":["x"]}]})"
      "\n";
  const auto rules = rules_from_json(json);
  REQUIRE(rules.ok());
  CHECK(rules_to_json(rules.value()) == json);
  CHECK(rules_from_json(R"({"rules":[{"rule":"fly"}]})").error().code == "rules-invalid");
  CHECK(rules_from_json(R"({"rules":[{"rule":"reject-entity","entities":[]}]})").error().code == "rules-invalid");
  CHECK_FALSE(rules_from_json("[").ok());
}

TEST_CASE("figures: a conflict is claimed only where nothing in the words may explain it") {
  std::vector<Reading> readings;
  readings.push_back(account("a", "Quake in the valley\nThe quake killed 27 people in the valley, officials said."));
  readings.push_back(account("b", "Quake in the valley\nOfficials said the quake killed 31 people in the valley."));
  figure(readings[0], "27", 27);
  figure(readings[1], "31", 31);
  REQUIRE(of_kind(together(readings), DisagreementKind::kConflict) != nullptr);
  // On another day the toll may have risen.
  readings[0].article.masthead.published = {"2023-05-24", DateHow::kGiven, {}, "given"};
  readings[1].article.masthead.published = {"2023-05-25", DateHow::kGiven, {}, "given"};
  CHECK(of_kind(together(readings), DisagreementKind::kConflict) == nullptr);
  REQUIRE(of_kind(together(readings), DisagreementKind::kEarlier) != nullptr);
  // The injured are not the dead.
  readings[1] = account("b", "Quake in the valley\nOfficials said the quake injured 130 people in the valley.");
  figure(readings[1], "130", 130);
  CHECK(together(readings).disagreements.empty());
}

TEST_CASE("figures: a target is not a value, and the dossier says so") {
  std::vector<Reading> readings;
  readings.push_back(account("a", "Trade\nTrade between Norland and Sudmark reached 190 billion crowns."));
  readings.push_back(account("b", "Trade\nTrade between Norland and Sudmark should reach 200 billion crowns."));
  figure(readings[0], "190 billion", 1.9e11, FigureKind::kMoney, "NOK");
  figure(readings[1], "200 billion", 2e11, FigureKind::kMoney, "NOK").role = FigureRole::kTarget;
  const Dossier dossier = together(readings);
  CHECK(of_kind(dossier, DisagreementKind::kConflict) == nullptr);
  const Disagreement* scope = of_kind(dossier, DisagreementKind::kScope);
  REQUIRE(scope != nullptr);
  CHECK(scope->facts.size() == 2);
  CHECK(scope->note.find("a target") != std::string::npos);
}

TEST_CASE("figures: a change must fit the two totals that it lies between") {
  const auto fall = [](double percent) {
    std::vector<Reading> readings;
    readings.push_back(account("a", "Profit\nProfit fell 12 percent to 44 million euros from 50 million euros."));
    figure(readings[0], "12 percent", percent, FigureKind::kPercent, "%").role = FigureRole::kChange;
    figure(readings[0], "44 million euros", 4.4e7, FigureKind::kMoney, "EUR");
    figure(readings[0], "50 million euros", 5e7, FigureKind::kMoney, "EUR");
    return together(readings);
  };
  CHECK(of_kind(fall(12), DisagreementKind::kArithmetic) == nullptr);
  const Dossier wrong = fall(20);
  REQUIRE(of_kind(wrong, DisagreementKind::kArithmetic) != nullptr);
  CHECK(of_kind(wrong, DisagreementKind::kArithmetic)->evidence.size() == 3);
}

TEST_CASE("subjects: two visits between the same parties are two stories of one subject") {
  std::vector<Reading> readings;
  const auto visit = [&](const std::string& id, const std::string& words, const std::string& day) {
    Reading reading = account(
        id, "Oran Vell visits Sudmark\nPremier Oran Vell of Norland flew to Sudmark for a visit and talks. " + words,
        day);
    name(reading, "Oran Vell");
    name(reading, "Norland", EntityType::kPlace);
    name(reading, "Sudmark", EntityType::kPlace);
    Event event;
    event.span = at(reading, "flew");
    event.code = "CONSULT";
    event.mode = "visit";
    event.sources = {0};
    event.targets = {2};
    reading.events.push_back(event);
    readings.push_back(std::move(reading));
  };
  visit("a", "They spoke of fish quotas, harbours, trawlers and the price of cod in northern markets.", "2022-03-01");
  visit("b", "They spoke of railways, tunnels, snow ploughs and the training of engine drivers.", "2023-06-01");
  readings.push_back(
      account("c", "Voters go to the polls\nVoters in Ostland choose a president on Sunday.", "2023-06-01"));
  const Dossier dossier = together(readings, R"({"rules":[{"rule":"split-story","articles":["b"]}]})");
  REQUIRE(dossier.stories.size() == 3);
  REQUIRE(dossier.subjects.size() == 1);
  const Subject& subject = dossier.subjects[0];
  CHECK(subject.stories.size() == 2);
  CHECK(subject.kind == "visits");
  CHECK(subject.title.find("Oran Vell") != std::string::npos);
  CHECK(subject.parties.size() == 3);
}

TEST_CASE("collate: five hundred articles in any order make one dossier, to the byte") {
  std::vector<Reading> readings;
  for (int i = 0; i < 500; ++i) {
    const std::string town = "Town" + std::string(1, static_cast<char>('a' + i / 7 % 26)) + std::to_string(i / 7);
    readings.push_back(account("r" + std::to_string(i * 7919 % 500),
                               "Flood at " + town + "\nThe river at " + town + " rose by " + std::to_string(i % 9 + 2) +
                                   " metres, Mayor Karl" + std::to_string(i / 7) + " Brandt said at the town hall.\n" +
                                   "Rescuers brought " + std::to_string(20 + i % 5) + " people out of " + town + "."));
    name(readings.back(), "Karl" + std::to_string(i / 7) + " Brandt");
    figure(readings.back(), std::to_string(20 + i % 5) + " people", 20 + i % 5);
  }
  std::vector<const Reading*> forwards;
  for (const Reading& reading : readings) forwards.push_back(&reading);
  std::vector<const Reading*> backwards(forwards.rbegin(), forwards.rend());
  std::vector<const Reading*> dealt;
  for (size_t start = 0; start < 7; ++start) {
    for (size_t i = start; i < forwards.size(); i += 7) dealt.push_back(forwards[i]);
  }
  const std::string dossier = dossier_to_json(collate(forwards), forwards);
  CHECK(dossier == dossier_to_json(collate(backwards), backwards));
  CHECK(dossier == dossier_to_json(collate(dealt), dealt));
}

TEST_CASE("rules: a later one wins, so what was merged can be split again and what was split be merged") {
  const auto readings = two_accounts();
  const std::string merge =
      R"({"rule":"merge-entities","entities":[{"name":"Anna Holm"},{"name":"A. Holmgren"}],"name":"Anna Holmgren"})";
  const std::string split = R"({"rule":"split-entity","entities":[{"name":"A. Holmgren","article":"b"}]})";
  const Dossier apart = together(readings, R"({"rules":[)" + merge + "," + split + "]}");
  CHECK(apart.entities.size() == 3);
  CHECK(entity_named(apart, "Anna Holmgren") == nullptr);
  REQUIRE(entity_named(apart, "Anna Holm") != nullptr);
  CHECK_FALSE(entity_named(apart, "Anna Holm")->decided);
  REQUIRE(entity_named(apart, "A. Holmgren") != nullptr);
  CHECK(entity_named(apart, "A. Holmgren")->reason == "You set this apart from others of the name.");
  const Dossier again = together(readings, R"({"rules":[)" + merge + "," + split + "," + merge + "]}");
  REQUIRE(entity_named(again, "Anna Holmgren") != nullptr);
  CHECK(entity_named(again, "Anna Holmgren")->members.size() == 2);
  CHECK(entity_named(again, "Anna Holmgren")->reason == "You said that these are one.");
}

TEST_CASE("rules: of three that were merged the one that is split off leaves two") {
  auto readings = two_accounts();
  readings.push_back(account("c", "Ferry at Vessby\nA ferry named after Anna Lund came into the harbour at Vessby."));
  name(readings[2], "Anna Lund");
  const Dossier dossier = together(readings, R"({"rules":[
    {"rule":"merge-entities","entities":[{"name":"Anna Holm"},{"name":"A. Holmgren"},{"name":"Anna Lund"}]},
    {"rule":"split-entity","entities":[{"name":"Anna Lund"}]}]})");
  REQUIRE(entity_named(dossier, "A. Holmgren") != nullptr);
  CHECK(entity_named(dossier, "A. Holmgren")->members.size() == 2);
  CHECK(entity_named(dossier, "A. Holmgren")->reason == "You said that these are one.");
  REQUIRE(entity_named(dossier, "Anna Lund") != nullptr);
  CHECK(entity_named(dossier, "Anna Lund")->members.size() == 1);
}

TEST_CASE("rules: a source without a name is rejected as a name is") {
  auto readings = two_accounts();
  readings[1] = account("b", "Vessby harbour opens\nThe harbour at Vessby was opened, a minister told reporters.");
  name(readings[1], "reporters", EntityType::kPerson, MentionKind::kNominal);
  readings[1].entities[0].unnamed = true;
  REQUIRE(entity_named(together(readings), "reporters") != nullptr);
  const Dossier dossier =
      together(readings, R"({"rules":[{"rule":"reject-entity","entities":[{"name":"reporters"}]}]})");
  CHECK(entity_named(dossier, "reporters") == nullptr);
  CHECK(dossier.entities.size() == 2);
}

TEST_CASE("rules: what is given another type is one with its namesake of that type, and no more with the others") {
  std::vector<Reading> readings;
  readings.push_back(account("a", "Harbour opens at Vessby\nThe harbour of Vessby was opened by Maren Dahl."));
  readings.push_back(account("b", "Maren Dahl sails\nThe Maren Dahl sailed from the new harbour of Vessby."));
  readings.push_back(account("c", "Harbour of Vessby opens\nThe new harbour of Vessby was opened by Maren Dahl."));
  name(readings[0], "Maren Dahl");
  name(readings[1], "Maren Dahl", EntityType::kWork);
  name(readings[2], "Maren Dahl", EntityType::kPlace);
  CHECK(together(readings).entities.size() == 2);
  const Dossier dossier = together(
      readings,
      R"({"rules":[{"rule":"retype-entity","entities":[{"name":"Maren Dahl","article":"c"}],"type":"person"}]})");
  REQUIRE(dossier.entities.size() == 2);
  CHECK(dossier.entities[0].type == EntityType::kPerson);
  CHECK(dossier.entities[0].members.size() == 2);
  CHECK(dossier.entities[1].members == std::vector<std::pair<ArticleIndex, uint32_t>>{{1, 0}});
  // A later split holds them apart all the same.
  const Dossier split = together(readings, R"({"rules":[
    {"rule":"split-entity","entities":[{"name":"Maren Dahl","article":"c"}]},
    {"rule":"retype-entity","entities":[{"name":"Maren Dahl","article":"c"}],"type":"person"}]})");
  CHECK(split.entities.size() == 3);
}

TEST_CASE("rules: what is left of a story from which the reader took an article has reasons of its own") {
  std::vector<Reading> readings;
  readings.push_back(account("a", "Harbour opens at Vessby\nThe harbour at Vessby was opened with flags and a band."));
  readings.push_back(
      account("b", "Harbour opens at Vessby\nThe harbour at Vessby was opened with flags and lanterns."));
  readings.push_back(
      account("c", "Harbour opens at Vessby\nThe harbour at Vessby was opened with songs and lanterns."));
  readings.push_back(
      account("d", "Harbour opens at Vessby\nThe harbour at Vessby was opened with songs and lanterns."));
  const Dossier whole = together(readings);
  REQUIRE(whole.stories.size() == 1);
  const auto rest = [&](const std::string& articles) {
    return together(readings, R"({"rules":[{"rule":"split-story","articles":[)" + articles + "]}]}").stories[0].reason;
  };
  CHECK(whole.stories[0].reason.find("songs") == std::string::npos);
  CHECK(rest(R"("c","d")").find("flags") != std::string::npos);
  CHECK(rest(R"("b","c","d")") == "You set the other articles of its happening apart.");
}
