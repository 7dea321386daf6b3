#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "reading/identities.h"
#include "readout.h"
#include "tools/embedded_model.h"

using namespace readout;

namespace {

const Model& model() {
  static const Model loaded = Model::load(embedded_model()).value();
  return loaded;
}

struct TypedName {
  std::string words;
  EntityType type = EntityType::kPerson;
  std::string role = {};
};

// An annotation whose names are given by hand, in the order of the text, so that the language stage is left out.
struct Prepared {
  Article article;
  Annotation language;
  Identities identities;

  Prepared(std::string text, const std::vector<TypedName>& names) {
    ArticleInput input;
    input.id = "a";
    input.text = std::move(text);
    input.source = SourceKind::kText;
    Reading reading = read(input, model()).value();
    article = reading.article;
    language = reading.language;
    language.names.clear();
    size_t at = 0;
    for (const TypedName& typed : names) {
      Name name;
      name.type = typed.type;
      if (!typed.role.empty()) {
        at = article.text.find(typed.role, at);
        name.role = Span{static_cast<uint32_t>(at), static_cast<uint32_t>(at + typed.role.size())};
      }
      at = article.text.find(typed.words, at);
      name.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + typed.words.size())};
      at = name.span.end;
      language.names.push_back(name);
    }
    identities = resolve_identities(article, language, model().lexicons);
  }

  // The entity's name behind the n-th mention with these words.
  std::string who(std::string_view words, size_t n = 0) const {
    for (const Mention& mention : identities.mentions) {
      if (words_of(article.text, mention.span) != words || n-- > 0) continue;
      return mention.entity ? identities.entities[*mention.entity].name : "nobody";
    }
    return "no mention";
  }
};

constexpr auto kPerson = EntityType::kPerson;
constexpr auto kOrganisation = EntityType::kOrganisation;
constexpr auto kPlace = EntityType::kPlace;

}  // namespace

TEST_CASE("names: full name, family name, title and initial meet") {
  const Prepared text("Mikhail J. Berg spoke. Mr Berg left. Mikhail Berg came back. Berg sat down.",
                      {{"Mikhail J. Berg"}, {"Berg", kPerson, "Mr"}, {"Mikhail Berg"}, {"Berg"}});
  CHECK(text.who("Mikhail Berg") == "Mikhail J. Berg");
  CHECK(text.who("Berg") == "Mikhail J. Berg");
  CHECK(text.who("Berg", 1) == "Mikhail J. Berg");
}

TEST_CASE("names: a short given name and its long form are one person") {
  const Prepared text("William Holm spoke. Bill Holm left.", {{"William Holm"}, {"Bill Holm"}});
  CHECK(text.who("Bill Holm") == "William Holm");
}

TEST_CASE("names: two people of one family name stay two, and a bare one says that it is doubtful") {
  const Prepared text("Anna Berg spoke. Karl Berg left. Mrs Berg came back. Berg sat down.",
                      {{"Anna Berg"}, {"Karl Berg"}, {"Berg", kPerson, "Mrs"}, {"Berg"}});
  CHECK(text.who("Karl Berg") == "Karl Berg");
  CHECK(text.who("Berg") == "Anna Berg");
  CHECK_FALSE(text.identities.mentions.back().doubt.empty());
}

TEST_CASE("names: the junior is not the senior") {
  const Prepared text("Karl Berg spoke. Karl Berg Jr. left.", {{"Karl Berg"}, {"Karl Berg Jr."}});
  CHECK(text.who("Karl Berg Jr.") == "Karl Berg Jr.");
}

TEST_CASE("names: family name first, as in Chinese") {
  const Prepared text("Wen Qiang arrived. Wen left.", {{"Wen Qiang"}, {"Wen"}});
  CHECK(text.who("Wen") == "Wen Qiang");
}

TEST_CASE("names: an acronym joins the body whose initials it is; two such bodies leave it alone") {
  const Prepared text("The Norland Fisheries Board met. The NFB voted.",
                      {{"Norland Fisheries Board", kOrganisation}, {"NFB", kOrganisation}});
  CHECK(text.who("NFB") == "Norland Fisheries Board");
  const Prepared two(
      "The Norland Fisheries Board met the Northern Freight Bank. The NFB voted.",
      {{"Norland Fisheries Board", kOrganisation}, {"Northern Freight Bank", kOrganisation}, {"NFB", kOrganisation}});
  CHECK(two.who("NFB") == "NFB");
}

TEST_CASE("pronouns: he and she go to the person last in mind whose gender fits") {
  const Prepared text("Karl Berg met Anna Holm on Monday. She thanked the crew. He left early.",
                      {{"Karl Berg"}, {"Anna Holm"}});
  CHECK(text.who("She") == "Anna Holm");
  CHECK(text.who("He") == "Karl Berg");
}

TEST_CASE("pronouns: who speaks stays in mind before who is spoken to") {
  const Prepared text("Speaking to Karl Berg, Peter Holm said the ice was thin. “Stay here,” he said.",
                      {{"Karl Berg"}, {"Peter Holm"}});
  CHECK(text.who("he") == "Peter Holm");
}

TEST_CASE("pronouns: nobody fits, nobody is named") {
  const Prepared text("Anna Holm spoke. He left.", {{"Anna Holm"}});
  CHECK(text.who("He") == "no mention");
}

TEST_CASE("offices: the premier, the leader and his counterpart are the people who hold the office") {
  const Prepared text(
      "Russian Prime Minister Pavel Orlov met Chinese Premier Wen Qiang. The Russian premier thanked his Chinese "
      "counterpart. The Chinese leader smiled.",
      {{"Russian", EntityType::kNationality},
       {"Pavel Orlov", kPerson, "Prime Minister"},
       {"Chinese", EntityType::kNationality},
       {"Wen Qiang", kPerson, "Premier"}});
  CHECK(text.who("The Russian premier") == "Pavel Orlov");
  CHECK(text.who("his") == "Pavel Orlov");
  CHECK(text.who("Chinese counterpart") == "Wen Qiang");
  CHECK(text.who("The Chinese leader") == "Wen Qiang");
}

TEST_CASE("offices: roles give office and country") {
  const Prepared text("China's foreign minister, Wen Qiang, spoke. Dutch Foreign Minister Jan Smit left.",
                      {{"China", kPlace}, {"Wen Qiang"}, {"Jan Smit", kPerson, "Dutch Foreign Minister"}});
  const auto smit = std::find_if(text.identities.entities.begin(), text.identities.entities.end(),
                                 [](const Entity& e) { return e.name == "Jan Smit"; });
  REQUIRE(smit != text.identities.entities.end());
  CHECK(smit->country == "NL");
  REQUIRE(smit->roles.size() == 1);
  CHECK(smit->roles[0].name == "Dutch Foreign Minister");
}

TEST_CASE("offices: an office that nobody is named for is an entity of its own and says so") {
  const Prepared text("Norway's prime minister spoke. The Norwegian premier left.", {{"Norway", kPlace}});
  const auto& entities = text.identities.entities;
  const auto office = std::find_if(entities.begin(), entities.end(),
                                   [](const Entity& e) { return e.country == "NO" && e.type == kPerson; });
  REQUIRE(office != entities.end());
  CHECK_FALSE(office->doubt.empty());
  CHECK(std::count_if(entities.begin(), entities.end(), [](const Entity& e) { return e.type == kPerson; }) == 1);
}

TEST_CASE("aliases: an acronym or another script in brackets is the same name") {
  const Prepared text("The Norwegian Sea Fishers’ Union (NSF) met. NSF members voted. Pavel Orlov (Павел Орлов) left.",
                      {{"Norwegian Sea Fishers’ Union", kOrganisation},
                       {"NSF", kOrganisation},
                       {"NSF", kOrganisation},
                       {"Pavel Orlov"}});
  CHECK(text.who("NSF", 1) == "Norwegian Sea Fishers’ Union");
  const auto& orlov = text.identities.entities[*text.identities.mentions.back().entity];
  CHECK(std::count(orlov.aliases.begin(), orlov.aliases.end(), "Павел Орлов") == 1);
}

TEST_CASE("metonyms: a capital that acts stands for its government, one that is visited is a place") {
  const Prepared text("Moscow rejected the plan. The envoys met in Moscow.", {{"Moscow", kPlace}, {"Moscow", kPlace}});
  const auto& mentions = text.identities.mentions;
  REQUIRE(mentions.size() >= 2);
  const Entity& government = text.identities.entities[*mentions[0].entity];
  CHECK(government.type == kOrganisation);
  CHECK(government.country == "RU");
  CHECK_FALSE(government.doubt.empty());
  CHECK(mentions[0].type == kPlace);
  CHECK(text.identities.entities[*mentions.back().entity].type == kPlace);
}

TEST_CASE("names: a role inside a name is no part of it") {
  const Prepared text("Chinese President Wen Qiang spoke. Wen left.", {{"Chinese President Wen Qiang"}, {"Wen"}});
  CHECK(text.who("Wen") == "Wen Qiang");
  REQUIRE(text.identities.entities[0].roles.size() == 1);
  CHECK(text.identities.entities[0].country == "CN");
}
