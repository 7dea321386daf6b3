// Collation that goes on: whatever came and went, the dossier is that of what is held.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "accounts_by_hand.h"
#include "collation/collator.h"
#include "report/dossier_json.h"

using namespace readout;

namespace {

// One of many: floods of eleven towns in two years. Six accounts a flood, which share a wire, a speaker and figures
// that do not always agree; all carry one line of the same press office, which makes for long lists of holders.
Reading flood_account(int number) {
  const int flood = number / 6;
  const std::string town = "Vess" + std::string(1, static_cast<char>('a' + flood % 11)) + "holm";
  const std::string mayor = "Karla" + std::to_string(flood % 11) + " Brandt";
  const std::string dead = std::to_string(12 + flood % 9 + number % 2);
  const std::string day = (flood < 11 ? "2022-03-1" : "2023-05-1") + std::to_string(flood % 9);
  const std::string wire =
      "Engineers worked through the night to close the breach in the old dyke at " + town +
      " while boats of the coast guard took families from the roofs of their houses, and a school on the hill was " +
      "opened to all who had lost their beds.";
  std::string text = "Flood at " + town + "\nThe river at " + town + " burst its banks on " + day + ".\n";
  if (number % 3 != 0) text += wire + "\n";
  text += "The flood killed " + dead + " people in " + town + ", officials said.\n";
  text += number % 2 == 0 ? "“We will build a higher dyke before the autumn storms return,” Mayor " + mayor + " said.\n"
                          : "“Before the autumn storms we shall have built a taller dyke,” Mayor " + mayor + " said.\n";
  text += "Account " + std::to_string(number * 7919) + " of the water speaks of lamp" + std::to_string(number) +
          " and rope" + std::to_string(number % 13) + ".\n";
  text += "This account was made with the help of the press office of the northern water board in the capital.";
  Reading reading = reading_by_hand("r" + std::to_string(number * 37 % 1009), text);
  reading.language.language = "en";
  reading.article.masthead.published = {day, DateHow::kGiven, {}, "given"};
  const EntityId speaker = name(reading, mayor, EntityType::kPerson);
  const EntityId place = name(reading, town, EntityType::kPlace);
  Quotation quotation;
  const Span open = at(reading, "“");
  quotation.content = {{open.end, at(reading, ",”").begin}};
  quotation.source = Source{at(reading, mayor), speaker, false, {}};
  reading.quotations.push_back(quotation);
  Figure figure;
  figure.span = at(reading, dead + " people");
  figure.value = 12 + flood % 9 + number % 2;
  reading.figures.push_back(figure);
  DateExpression date;
  date.span = at(reading, day);
  date.value = day;
  reading.dates.push_back(date);
  Event event;
  event.span = at(reading, "burst");
  event.code = "ASSAULT";
  event.sources = {speaker};
  event.targets = {place};
  reading.events.push_back(event);
  return reading;
}

std::vector<Reading> accounts(int count) {
  std::vector<Reading> readings;
  for (int i = 0; i < count; ++i) readings.push_back(flood_account(i));
  return readings;
}

std::string from_nothing(const std::vector<const Reading*>& held) { return dossier_to_json(collate(held), held); }

}  // namespace

TEST_CASE(
    "collator: one by one, in any order, with some taken away, gives the dossier of a new beginning, to the byte") {
  const auto readings = accounts(110);
  for (const uint32_t seed : {1u, 2u}) {
    std::mt19937 random(seed);
    Collator collator;
    std::vector<const Reading*> out;
    for (const Reading& reading : readings) out.push_back(&reading);
    std::vector<const Reading*> held;
    size_t compared = 0;
    for (int step = 0; step < 170; ++step) {
      // Ever more of them, with setbacks.
      const bool take_away = !held.empty() && (out.empty() || random() % 5 == 0);
      auto& from = take_away ? held : out;
      auto& to = take_away ? out : held;
      const size_t which = random() % from.size();
      if (take_away) {
        CHECK(collator.remove(from[which]->article.id));
      } else {
        collator.add(*from[which]);
      }
      to.push_back(from[which]);
      from.erase(from.begin() + static_cast<std::ptrdiff_t>(which));
      // Several changes may lie between two dossiers.
      if (random() % 3 == 0) continue;
      const std::string json = dossier_to_json(collator.dossier(), held);
      if (step % 5 != 0 && (held.size() < 60 || step % 3 != 0)) continue;
      ++compared;
      REQUIRE(json == from_nothing(held));
    }
    CHECK(compared > 20);
    CHECK_FALSE(collator.remove("no such article"));
  }
}

TEST_CASE("collator: the reader's rules come and go, and leave no trace") {
  const auto readings = accounts(18);
  std::vector<const Reading*> held;
  Collator collator;
  for (const Reading& reading : readings) held.push_back(&reading), collator.add(reading);
  const std::string plain = dossier_to_json(collator.dossier(), held);
  Rule split;
  split.kind = RuleKind::kSplitStory;
  split.articles = {readings[1].article.id};
  Rule rename;
  rename.kind = RuleKind::kRenameEntity;
  rename.entities = {{"Karla0 Brandt", {}, ""}};
  rename.name = "Karla von Brandt";
  collator.set_rules({split, rename});
  CHECK(dossier_to_json(collator.dossier(), held) == dossier_to_json(collate(held, {{split, rename}}), held));
  CHECK(dossier_to_json(collator.dossier(), held) != plain);
  // What was made of an entity under one rule is not taken over where another holds, or none.
  Rule retype;
  retype.kind = RuleKind::kRetypeEntity;
  retype.entities = rename.entities;
  retype.type = EntityType::kOrganisation;
  Rule merge;
  merge.kind = RuleKind::kMergeEntities;
  merge.entities = {{"Karla0 Brandt", {}, ""}, {"Karla1 Brandt", {}, ""}};
  merge.name = "The Brandts";
  Rule part;
  part.kind = RuleKind::kSplitEntity;
  part.entities = {merge.entities.back()};
  for (const std::vector<Rule>& rules : {std::vector<Rule>{merge}, {merge, part}, {retype}, {rename, merge}, {part}}) {
    collator.set_rules(rules);
    CHECK(dossier_to_json(collator.dossier(), held) == dossier_to_json(collate(held, {rules}), held));
  }
  collator.set_rules({});
  CHECK(dossier_to_json(collator.dossier(), held) == plain);
}
