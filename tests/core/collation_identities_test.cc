// Who is the same over several articles, and who is not.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "accounts_by_hand.h"

using namespace readout;

namespace {

EntityId person(Reading& reading, const std::string& words, std::vector<Office> offices = {},
                MentionKind kind = MentionKind::kName) {
  const EntityId id = name(reading, words, EntityType::kPerson, kind);
  reading.entities[id].offices = std::move(offices);
  return id;
}

// The dossier's entity that the first of an article's became.
const DossierEntity& entity_of(const Dossier& dossier, ArticleIndex article, EntityId id = 0) {
  for (const DossierEntity& entity : dossier.entities) {
    for (const auto& member : entity.members) {
      if (member == std::make_pair(article, id)) return entity;
    }
  }
  static const DossierEntity nobody;
  return nobody;
}

const Office kPremier{"head of government", "NL"};
const Office kForeign{"foreign minister", "NL"};

constexpr const char* kOpening = "The harbour of Vessby was opened with ferries, flags and a brass band by ";

}  // namespace

TEST_CASE("identities: an office in one article is filled in from another of the story, and says from where") {
  std::vector<Reading> readings;
  readings.push_back(account("a", std::string("Vessby harbour\n") + kOpening + "the Dutch premier.", "2023-05-24"));
  readings.push_back(account("b", std::string("Vessby harbour\n") + kOpening + "Jan Smit.", "2023-05-24"));
  person(readings[0], "Dutch premier", {kPremier}, MentionKind::kNominal);
  person(readings[1], "Jan Smit", {kPremier});
  const Dossier dossier = together(readings);
  REQUIRE(dossier.stories.size() == 1);
  const DossierEntity& premier = entity_of(dossier, 0);
  CHECK(&premier == &entity_of(dossier, 1));
  CHECK(premier.name == "Jan Smit");
  CHECK(premier.reason.find("“Dutch premier” in a is filled in from b") != std::string::npos);
  // Where two of the story's articles name two people in that office, nobody is filled in.
  readings.push_back(account("c", std::string("Vessby harbour\n") + kOpening + "Piet Bakker.", "2023-05-24"));
  person(readings[2], "Piet Bakker", {kPremier});
  CHECK(entity_of(together(readings), 0).members.size() == 1);
}

TEST_CASE("identities: two holders of one office in two years are two people, though both are spoken of by it") {
  std::vector<Reading> readings;
  const auto visit = [&](const std::string& id, const std::string& who, const std::string& day,
                         const std::string& rest) {
    readings.push_back(account(id, rest + "\n" + "Envoys met " + who + " " + rest, day));
    const bool office = who.find(' ') == std::string::npos || who.rfind("the ", 0) == 0;
    person(readings.back(), who, {kForeign}, office ? MentionKind::kNominal : MentionKind::kName);
  };
  const std::string fish = "over herring quotas, trawlers and the price of cod in Vessby in spring.";
  const std::string rail = "about tunnels, snow ploughs, engine drivers and the railway to Ostholm in autumn.";
  visit("a", "Jan Smit", "2021-03-01", fish);
  visit("b", "the Dutch foreign minister", "2021-03-01", fish);
  visit("c", "Piet Bakker", "2023-10-01", rail);
  visit("d", "the Dutch foreign minister", "2023-10-01", rail);
  const Dossier dossier = together(readings);
  REQUIRE(dossier.stories.size() == 2);
  CHECK(entity_of(dossier, 1).name == "Jan Smit");
  CHECK(entity_of(dossier, 3).name == "Piet Bakker");
  CHECK(entity_of(dossier, 0).members.size() == 2);
  CHECK(entity_of(dossier, 2).members.size() == 2);
}

TEST_CASE("identities: one name with offices of two countries, or a surname with another office, is not merged") {
  std::vector<Reading> readings;
  readings.push_back(account("a", "Vote\nMaria Weber of Norland lost the vote on herring quotas.", "2023-05-24"));
  readings.push_back(account("b", "Snow\nMaria Weber closed the passes after days of heavy snowfall.", "2022-01-10"));
  readings.push_back(account("c", "Vote\nMaria Weber lost the vote on herring quotas in Norland.", "2023-05-24"));
  person(readings[0], "Maria Weber", {{"finance minister", "NO"}});
  person(readings[1], "Maria Weber", {{"governor", "AT"}});
  person(readings[2], "Maria Weber");
  const Dossier dossier = together(readings);
  CHECK(&entity_of(dossier, 0) != &entity_of(dossier, 1));
  CHECK(&entity_of(dossier, 0) == &entity_of(dossier, 2));  // of whom nothing is told goes with the one of its story

  std::vector<Reading> two;
  two.push_back(account("a", "Vessby\nThe harbour of Vessby was opened by Anna Holm with flags.", "2023-05-24"));
  two.push_back(account("b", "Vessby\nThe harbour of Vessby was opened with flags, said Holm.", "2023-05-24"));
  person(two[0], "Anna Holm", {{"head of government", "NO"}});
  person(two[1], "Holm", {{"interior minister", "NO"}});
  const Dossier apart = together(two);
  REQUIRE(apart.stories.size() == 1);
  CHECK(&entity_of(apart, 0) != &entity_of(apart, 1));
  two[1].entities[0].offices.clear();
  const Dossier joined = together(two);
  CHECK(&entity_of(joined, 0) == &entity_of(joined, 1));
}
