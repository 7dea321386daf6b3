#include "report/plover.h"

#include <doctest/doctest.h>

#include <string>

#include "report/json_access.h"

using namespace readout;
using json_access::Json;

namespace {

Span at(const Reading& reading, std::string_view words) {
  const auto begin = static_cast<uint32_t>(reading.article.text.find(words));
  return {begin, begin + static_cast<uint32_t>(words.size())};
}

EntityId actor(Reading& reading, const std::string& name, std::string_view words) {
  const auto id = static_cast<EntityId>(reading.entities.size());
  Entity entity;
  entity.name = name;
  reading.entities.push_back(entity);
  reading.mentions.push_back({at(reading, words), EntityType::kPerson, MentionKind::kName, id, ""});
  return id;
}

Reading reading_with_events() {
  Reading reading;
  reading.article.id = "a.txt";
  reading.article.text = "Zoë Vries will meet Qin in The Hague. Japan denied it.";
  reading.language.sentences = {{{0, 38}, 0, 0, 0}, {{39, 55}, 0, 0, 0}};
  const EntityId vries = actor(reading, "Zoë Vries", "Zoë Vries");
  const EntityId qin = actor(reading, "Qin Gang", "Qin");
  reading.entities[vries].roles.push_back({"minister", {}});
  Event event;
  event.span = at(reading, "meet");
  event.code = "CONSULT";
  event.mode = "meet";
  event.sources = {vries, qin};
  event.date = "2023-05";
  event.status = EventStatus::kPlanned;
  event.actors = {{vries, "NL", "government"}};
  event.reporter = qin;
  reading.events.push_back(event);
  Event denial;
  denial.span = at(reading, "denied");
  denial.code = "REJECT";
  denial.status = EventStatus::kNegated;
  denial.doubt = "Who is meant is not certain.";
  reading.events.push_back(denial);
  return reading;
}

}  // namespace

TEST_CASE("plover: a record a line says who, to whom, what, when and where it stands, in code points") {
  const std::string lines = plover_lines(reading_with_events());
  const size_t end = lines.find('\n');
  REQUIRE(end != std::string::npos);
  const Json record = json_access::parse(lines.substr(0, end)).value();
  CHECK(record["id"] == "a.txt/event/0");
  CHECK(record["date"] == "2023-05");
  CHECK(record["event"] == Json::array({"CONSULT"}));
  CHECK(record["mode"] == Json::array({"meet"}));
  CHECK(record["quad_code"] == 1);
  CHECK(record["context"] == Json::array({"future"}));
  CHECK(record["source"][0] == Json{{"code", "NLD"},
                                    {"sector", "GOV"},
                                    {"actor_text", "Zoë Vries"},
                                    {"identifier_text", "Zoë Vries"},
                                    {"office", "minister"}});
  CHECK(record["source"][1] == Json{{"actor_text", "Qin"}, {"identifier_text", "Qin Gang"}});
  CHECK(record["recipient"] == Json::array());
  CHECK(record["text_info"] == Json{{"sequence", 0}, {"start", 15}, {"end", 19}});
  CHECK(record["claimed_by"] == "Qin Gang");
}

TEST_CASE("plover: what is not known is null or left out, and what did not happen says so") {
  const std::string lines = plover_lines(reading_with_events());
  const Json record = json_access::parse(lines.substr(lines.find('\n') + 1)).value();
  CHECK(record["date"].is_null());
  CHECK(record["status"] == "negated");
  CHECK(record["source"] == Json::array());
  CHECK(record["comment"] == "Who is meant is not certain.");
  CHECK_FALSE(record.contains("claimed_by"));
  CHECK_FALSE(record.contains("event_loc"));
  CHECK(plover_lines(Reading{}).empty());
}

TEST_CASE("plover: quads and country codes") {
  CHECK(plover_quad("AID") == 2);
  CHECK(plover_quad("SANCTION") == 4);
  CHECK(plover_quad("VISIT") == 0);
  CHECK(country_alpha3("NL") == "NLD");
  CHECK(country_alpha3("AD") == "AND");
  CHECK(country_alpha3("ZW") == "ZWE");
  CHECK(country_alpha3("DA").empty());  // stands across two entries of the list
  CHECK(country_alpha3("").empty());
}
