#include <doctest/doctest.h>

#include <string>

#include "reading/events_lexicon.h"
#include "readout.h"
#include "text/bundle.h"
#include "text/lexicon.h"
#include "tools/embedded_model.h"

using namespace readout;

namespace {

Reading read_text(std::string text) {
  static const Model model = Model::load(embedded_model()).value();
  ArticleInput input;
  input.id = "a";
  input.text = std::move(text);
  input.source = SourceKind::kText;
  input.published = "2023-05-24";
  return read(input, model).value();
}

std::string names(const Reading& reading, const std::vector<EntityId>& ids) {
  std::string out;
  for (const EntityId id : ids) out += (out.empty() ? "" : ", ") + reading.entities[id].name;
  return out;
}

// The events' actors in order: name, country and sector of each.
std::string actors_in(std::string text) {
  const Reading reading = read_text(std::move(text));
  std::string out;
  for (const Event& event : reading.events)
    for (const Actor& actor : event.actors)
      out += reading.entities[actor.entity].name + " " + actor.country + " " + actor.sector + "; ";
  return out;
}

}  // namespace

TEST_CASE("event lists: sorted, distinct, with known roots") {
  const auto bundle = Bundle::open(embedded_model());
  REQUIRE(bundle.ok());
  for (const char* name : {"lexicon/event_verbs", "lexicon/event_nouns", "lexicon/event_light", "lexicon/event_things",
                           "lexicon/actor_nouns", "lexicon/actor_names"}) {
    const std::string_view section = bundle.value().section(name);
    std::string_view last;
    std::string_view rest = section;
    REQUIRE_FALSE(section.empty());
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      CHECK_MESSAGE(last < line, std::string(line));
      last = line;
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    }
  }
  events::EventLexicon lexicon;
  CHECK(lexicon.load(bundle.value()));
}

TEST_CASE("events: who did what to whom, through passives and possession") {
  const Reading active = read_text("Russia condemned Ukraine.");
  REQUIRE(active.events.size() == 1);
  CHECK(names(active, active.events[0].sources) == "Russia");
  CHECK(names(active, active.events[0].targets) == "Ukraine");
  const Reading passive = read_text("Ukraine was condemned by Russia.");
  REQUIRE(passive.events.size() == 1);
  CHECK(names(passive, passive.events[0].sources) == "Russia");
  CHECK(names(passive, passive.events[0].targets) == "Ukraine");
}

TEST_CASE("events: parties without a name are entities of their own, and their mentions hold the names in them") {
  const Reading reading = read_text("Peruvian police arrested a citizen. Other police arrested a student in Lima.");
  REQUIRE(reading.events.size() == 2);
  CHECK(reading.events[0].sources != reading.events[1].sources);
  CHECK(reading.entities[reading.events[0].sources.at(0)].unnamed);
  const auto said = [&](size_t i) { return std::string(words_of(reading.article.text, reading.mentions.at(i).span)); };
  CHECK(said(0) == "Peruvian");
  CHECK(said(1) == "Peruvian police");
}

TEST_CASE("events: parties know their country and sector") {
  CHECK(actors_in("The Dutch minister visited Beijing.") ==
        "minister of Netherlands NL government; Beijing CN government; ");
  CHECK(actors_in("The United Nations condemned the Israeli army.") ==
        "United Nations  international; the Israeli army IL military; ");
  CHECK(actors_in("Peruvian police arrested a journalist.") == "Peruvian police PE police; a journalist  media; ");
}

TEST_CASE("events: an organ is its state by its sector, whether the state is known or not") {
  CHECK(actors_in("Vestland's army attacked a town in Ostmark.").find("Vestland  military; ") == 0);
  CHECK(actors_in("Chile's police arrested a journalist.").find("Chile CL police; ") == 0);
}

TEST_CASE("events: the date is the clause's own, and one that bounds it is none") {
  const auto dates = [](std::string text) {
    const Reading reading = read_text(std::move(text));
    std::string out;
    for (const Event& event : reading.events) out += event.code + " " + event.date + "; ";
    return out;
  };
  CHECK(dates("Ann Lund arrived in Peru on Monday and visited Chile on Friday.") ==
        "CONSULT 2023-05-22; CONSULT 2023-05-19; ");
  CHECK(dates("Ann Lund has visited Peru since 2019.") == "CONSULT ; ");
  CHECK(dates("The army of Peru on Tuesday attacked a town in Chile.") == "ASSAULT 2023-05-23; ");
}

TEST_CASE("events: who acts is found by the order of words where the tree has it elsewhere") {
  const Reading speaking = read_text("Speaking to President Ann Lund, Premier Karl Holm said trade would grow.");
  REQUIRE(speaking.events.size() == 1);
  CHECK(names(speaking, speaking.events[0].sources) == "Karl Holm, Ann Lund");
  const Reading asked = read_text("Norway called on Chile to release the prisoners.");
  REQUIRE(asked.events.size() == 2);
  CHECK(names(asked, asked.events[1].sources) == "Chile");
}
