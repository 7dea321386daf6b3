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

TEST_CASE("identities: initials join the one person of the story whom they fit, and nobody where two could be meant") {
  std::vector<Reading> readings;
  readings.push_back(account("a", std::string("Vessby harbour\n") + kOpening + "Anna Holm.", "2023-05-24"));
  readings.push_back(account("b", std::string("Vessby harbour\n") + kOpening + "A. Holm.", "2023-05-24"));
  readings.push_back(account("c", std::string("Vessby harbour\n") + kOpening + "B. Holm.", "2023-05-24"));
  person(readings[0], "Anna Holm");
  person(readings[1], "A. Holm");
  person(readings[2], "B. Holm");
  const Dossier dossier = together(readings);
  REQUIRE(dossier.stories.size() == 1);
  CHECK(&entity_of(dossier, 0) == &entity_of(dossier, 1));
  CHECK(entity_of(dossier, 0).reason.find("“A. Holm” in b is “Anna Holm” in a") != std::string::npos);
  CHECK(entity_of(dossier, 2).members.size() == 1);
  // Two letters are no short form of one name.
  readings.push_back(account("d", std::string("Vessby harbour\n") + kOpening + "A.J. Holm.", "2023-05-24"));
  person(readings[3], "A.J. Holm");
  CHECK(entity_of(together(readings), 3).members.size() == 1);
  readings.push_back(account("e", std::string("Vessby harbour\n") + kOpening + "Arne Holm.", "2023-05-24"));
  person(readings[4], "Arne Holm");
  CHECK(entity_of(together(readings), 1).members.size() == 1);
}

TEST_CASE("identities: acronyms and foreign names join their body, and never one that they are not given to") {
  const auto body = [](Reading& reading, const std::string& words, std::vector<std::string> aliases = {}) {
    const EntityId id = name(reading, words, EntityType::kOrganisation);
    reading.entities[id].aliases = std::move(aliases);
  };
  const auto opened_by = [](const std::string& id, const std::string& who) {
    return account(id, std::string("Vessby harbour\n") + kOpening + who + ".", "2023-05-24");
  };
  std::vector<Reading> readings;
  SUBCASE("a table of bodies knows both") {
    readings = {opened_by("a", "World Health Organization"), opened_by("b", "WHO"),
                opened_by("c", "Organisation mondiale de la Santé")};
    body(readings[0], "World Health Organization");
    body(readings[1], "WHO");
    body(readings[2], "Organisation mondiale de la Santé");
    CHECK(entity_of(together(readings), 0).members.size() == 3);
  }
  SUBCASE("one article gives the letters with the name, though a table knows them otherwise") {
    readings = {opened_by("a", "Vessby Harbour Owners"), opened_by("b", "WHO"),
                opened_by("c", "World Health Organization")};
    body(readings[0], "Vessby Harbour Owners", {"WHO"});
    body(readings[1], "WHO");
    body(readings[2], "World Health Organization");
    const Dossier dossier = together(readings);
    CHECK(&entity_of(dossier, 0) == &entity_of(dossier, 1));
    CHECK(entity_of(dossier, 2).members.size() == 1);
  }
  SUBCASE("the letters are those of the only body of the story") {
    readings = {opened_by("a", "Vessby Harbour Authority"), opened_by("b", "VHA")};
    body(readings[0], "Vessby Harbour Authority");
    body(readings[1], "VHA");
    CHECK(entity_of(together(readings), 0).members.size() == 2);
    readings.push_back(opened_by("c", "Vestland Herring Association"));
    body(readings[2], "Vestland Herring Association");
    CHECK(entity_of(together(readings), 1).members.size() == 1);
  }
}
