// The desk's answers behind Record: measures, the timeline, who does what to whom.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

#include "desk.h"
#include "reading_by_hand.h"
#include "report/json_access.h"
#include "text/sha256.h"

using namespace readout;
using json_access::Json;

namespace {

// An article given by hand: the first line is its headline, every line after it a sentence of the body.
Reading reading_of(const std::string& id, const std::string& text) {
  Reading reading = reading_by_hand(id, text);
  return reading;
}

Figure& money(Reading& reading, std::string_view words, double value, std::string_view of, std::string_view period) {
  Figure figure;
  figure.span = at(reading, words);
  figure.kind = FigureKind::kMoney;
  figure.unit = "USD";
  figure.value = value;
  if (!of.empty()) figure.of = at(reading, of);
  if (!period.empty()) figure.period = at(reading, period);
  return reading.figures.emplace_back(figure);
}

DateExpression& date(Reading& reading, std::string_view words, const std::string& value) {
  DateExpression expression;
  expression.span = at(reading, words);
  expression.value = value;
  expression.anchor = "its own words";
  return reading.dates.emplace_back(expression);
}

EntityId party(Reading& reading, const std::string& name, std::string_view words) {
  const auto id = static_cast<EntityId>(reading.entities.size());
  Entity entity;
  entity.name = name;
  entity.type = EntityType::kPerson;
  reading.entities.push_back(entity);
  reading.mentions.push_back({at(reading, words), EntityType::kPerson, MentionKind::kName, id, ""});
  return id;
}

Event& event(Reading& reading, std::string_view words, const std::string& code, std::vector<EntityId> sources,
             std::vector<EntityId> targets) {
  Event made;
  made.span = at(reading, words);
  made.code = code;
  made.sources = std::move(sources);
  made.targets = std::move(targets);
  return reading.events.emplace_back(made);
}

Json ask(Desk& desk, const Json& question) {
  const auto answer = desk.ask(question);
  REQUIRE(answer.ok());
  return json_access::parse(answer.value()).value();
}

}  // namespace

TEST_CASE("measures: one measure by its words and unit, changes apart, periods with their dates") {
  Reading reading = reading_of("a.txt",
                               "Trade grows\n"
                               "Bilateral trade reached $190 billion in 2022.\n"
                               "Trade between the two sides hit $240 billion from January to July 2023.\n"
                               "Trade grew by $50 billion.\n"
                               "Gas sales brought $8 billion.\n");
  money(reading, "$190 billion", 190e9, "Bilateral trade", "2022");
  money(reading, "$240 billion", 240e9, "Trade between the two sides", "January to July 2023");
  money(reading, "$50 billion", 50e9, "Trade", "").role = FigureRole::kChange;
  money(reading, "$8 billion", 8e9, "Gas sales", "");
  date(reading, "2022", "2022");
  date(reading, "January", "2023-01");
  date(reading, "July 2023", "2023-07");
  Desk desk;
  desk.add(std::move(reading));
  const Json view = ask(desk, Json{{"kind", "measures"}});
  REQUIRE(view["total"] == 3);
  const Json& trade = view["measures"][0];
  CHECK(trade["unit"] == "USD");
  CHECK(trade["change"] == false);
  REQUIRE(trade["entries"].size() == 2);
  CHECK(trade["entries"][0]["date"] == "2022");
  CHECK(trade["entries"][1]["date"] == "2023-01/2023-07");
  CHECK(trade["entries"][1]["period"] == "January to July 2023");
  CHECK(view["measures"][1]["entries"].size() == 1);
  CHECK(trade["of"] == "Trade between the two sides");
  CHECK(ask(desk, Json{{"kind", "measures"}, {"text", "gas"}})["total"] == 1);
  CHECK(ask(desk, Json{{"kind", "measures"}, {"text", "oil"}})["total"] == 0);
}

TEST_CASE("measures: the same words in unrelated happenings measure different things") {
  Reading fire = reading_of("fire.txt", "Hotel burns in Delhi\nSeventeen people died when a hotel burned in Delhi.\n");
  Reading vote = reading_of("vote.txt", "Senate votes on taxes\nThe senate passed a tax bill for 900 people.\n");
  for (Reading* reading : {&fire, &vote}) {
    Figure figure;
    figure.span = at(*reading, reading == &fire ? "Seventeen" : "900");
    figure.value = reading == &fire ? 17 : 900;
    figure.of = at(*reading, "people");
    reading->figures.push_back(figure);
  }
  Desk desk;
  desk.add(std::move(fire));
  desk.add(std::move(vote));
  CHECK(ask(desk, Json{{"kind", "measures"}})["total"] == 2);
}

TEST_CASE("timeline: certain, inferred, vague and unplaced dates are told apart") {
  Reading reading = reading_of("a.txt",
                               "Talks in Vessby\n"
                               "They met on 14 October 2025 in Vessby.\n"
                               "A month later they met again.\n"
                               "In recent years little was said.\n"
                               "On Friday they left.\n"
                               "14 October 2025\n");
  date(reading, "14 October 2025", "2025-10-14");
  date(reading, "A month later", "2025-11").anchor = "the date last spoken of, 2025-10-14";
  date(reading, "In recent years", "PAST_REF").relative = true;
  date(reading, "Friday", "XXXX-WXX-5").relative = true;
  DateExpression line;
  line.span = {static_cast<uint32_t>(reading.article.text.rfind("14 October")),
               static_cast<uint32_t>(reading.article.text.size() - 1)};
  line.value = "2025-10-14";
  reading.dates.push_back(line);  // a line of its own states nothing
  Desk desk;
  desk.add(std::move(reading));
  const Json view = ask(desk, Json{{"kind", "timeline"}});
  REQUIRE(view["total"] == 4);
  std::map<std::string, std::string> certainty;
  for (const Json& statement : view["statements"]) certainty[statement["date"]] = statement["certainty"];
  CHECK(certainty["2025-10-14"] == "certain");
  CHECK(certainty["2025-11"] == "inferred");
  CHECK(certainty["PAST_REF"] == "vague");
  CHECK(certainty["XXXX-WXX-5"] == "unplaced");
  const Json& first = view["statements"][0];
  CHECK(first["before"] == "They met on ");
  CHECK(first["words"] == "14 October 2025");
  CHECK(first["after"] == " in Vessby.");
  const Json table = ask(desk, Json{{"kind", "table"}, {"table", "timeline"}});
  CHECK(table["rows"][0]["cells"]["what"] == "They met on 14 October 2025 in Vessby.");
}

TEST_CASE("actors: cells count by quad; what is mutual goes both ways; joint deeds do not") {
  Reading reading = reading_of("a.txt",
                               "News\n"
                               "Holm met Ek.\n"
                               "Holm accused Ek.\n"
                               "Holm and Ek imposed curbs.\n"
                               "Ek might attack Holm.\n");
  const EntityId holm = party(reading, "Anna Holm", "Holm");
  const EntityId ek = party(reading, "Bo Ek", "Ek");
  event(reading, "met", "CONSULT", {holm, ek}, {});
  event(reading, "accused", "ACCUSE", {holm}, {ek});
  event(reading, "imposed", "COERCE", {holm, ek}, {});
  event(reading, "attack", "ASSAULT", {ek}, {holm}).status = EventStatus::kHypothetical;
  for (Event& one : reading.events) one.actors = {{holm, "NO", "government"}, {ek, "SE", "government"}};
  Desk desk;
  desk.add(std::move(reading));
  const Json view = ask(desk, Json{{"kind", "actors"}, {"by", "country"}});
  CHECK(view["events"] == 3);
  CHECK(view["paired"] == 2);
  CHECK(view["alone"] == 1);
  CHECK(view["possible"] == 1);
  REQUIRE(view["cells"].size() == 2);
  CHECK(view["cells"][0]["from"] == "NO");
  CHECK(view["cells"][0]["counts"] == Json::array({1, 0, 1, 0}));
  CHECK(view["cells"][1]["counts"] == Json::array({1, 0, 0, 0}));

  const Json actors = ask(desk, Json{{"kind", "actors"}});
  REQUIRE(actors["actors"].size() == 2);
  CHECK(actors["actors"][0]["name"] == "Anna Holm");
  const Json behind = ask(desk, Json{{"kind", "table"},
                                     {"table", "events"},
                                     {"between", {{"by", "country"}, {"from", "NO"}, {"to", "SE"}, {"status", ""}}}});
  CHECK(behind["total"] == 2);
  const Json considered = ask(desk, Json{{"kind", "actors"}, {"by", "country"}, {"status", "hypothetical"}});
  REQUIRE(considered["cells"].size() == 1);
  CHECK(considered["cells"][0]["counts"] == Json::array({0, 0, 0, 1}));
}

TEST_CASE("actors: where several countries meet, two of one of them do not meet one another") {
  Reading reading = reading_of("a.txt", "News\nHolm met Ek and Lund.\nEk met Lund.\n");
  const EntityId holm = party(reading, "Anna Holm", "Holm");
  const EntityId ek = party(reading, "Bo Ek", "Ek");
  const EntityId lund = party(reading, "Eva Lund", "Lund");
  event(reading, "met", "CONSULT", {holm, ek, lund}, {}).actors = {
      {holm, "NO", "government"}, {ek, "SE", "government"}, {lund, "SE", "legislature"}};
  Desk desk;
  desk.add(reading);
  const Json question{{"kind", "actors"}, {"by", "country"}};
  const Json several = ask(desk, question);
  REQUIRE(several["cells"].size() == 2);
  CHECK(several["cells"][0]["from"] == "NO");
  CHECK(several["cells"][1]["to"] == "NO");

  reading.events[0].sources = {ek, lund};
  Desk at_home;
  at_home.add(std::move(reading));
  const Json one = ask(at_home, question);
  REQUIRE(one["cells"].size() == 1);
  CHECK(one["cells"][0]["from"] == "SE");
  CHECK(one["cells"][0]["to"] == "SE");
}

TEST_CASE("events table: each party is a value to filter by") {
  Reading reading = reading_of("a.txt", "News\nHolm met Ek.\nHolm left.\n");
  const EntityId holm = party(reading, "Anna Holm", "Holm");
  const EntityId ek = party(reading, "Bo Ek", "Ek");
  event(reading, "met", "CONSULT", {holm, ek}, {});
  event(reading, "left", "RETREAT", {holm}, {});
  Desk desk;
  desk.add(std::move(reading));
  const Json all = ask(desk, Json{{"kind", "table"}, {"table", "events"}});
  CHECK(all["rows"][0]["cells"]["who"] == "Anna Holm and Bo Ek");
  CHECK(all["rows"][0]["cells"]["whom"] == "each other");
  CHECK(all["facets"][0]["values"][0] == Json{{"value", "Anna Holm"}, {"count", 2}});
  const Json of_ek = ask(desk, Json{{"kind", "table"}, {"table", "events"}, {"facet", {{"who", "Bo Ek"}}}});
  CHECK(of_ek["total"] == 1);
}

TEST_CASE("names: of mentions in one another both ends tell which is asked for, one end the shortest") {
  Reading reading = reading_of("a.txt", "News\nHolm's aides met Ek.\n");
  party(reading, "Anna Holm", "Holm");
  party(reading, "Holm's aides", "Holm's aides");
  Desk desk;
  desk.add(std::move(reading));
  const auto rows = ask(desk, Json{{"kind", "table"}, {"table", "people"}})["rows"];
  REQUIRE(rows.size() == 2);
  for (const Json& row : rows) {
    Json question = row["open"];
    question["kind"] = "person";
    CHECK(ask(desk, question)["name"] == row["cells"]["name"]);
    question.erase("end");
    CHECK(ask(desk, question)["name"] == "Anna Holm");
  }
}
