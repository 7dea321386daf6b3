// What a party is in politics: a public body, one that bears arms, an audience, anybody at all.
#include <algorithm>
#include <array>

#include "reading/events_actors.h"
#include "reading/events_reader.h"
#include "text/unicode.h"

namespace readout::events {

bool Reader::is_bodily(uint32_t object) const {
  // "parts of the economy"
  if (lexicon_.thing(trees_.lemma(object)) == Thing::kMeasure && !parties_.at(object)) {
    for (const uint32_t* c = trees_.begin(object); c != trees_.end(object); ++c) {
      const bool counted = trees_.has_relation(*c, "nmod") && trees_.preposition(*c) == "of";
      if (counted && lexicon_.thing(trees_.lemma(*c)) != Thing::kMeasure) return is_bodily(*c);
    }
  }
  const Thing kind = lexicon_.thing(trees_.lemma(object));
  return parties_.at(object) || kind == Thing::kBodily || kind == Thing::kMeasure ||
         trees_.token(object).upos == Upos::kNum || lexicon_.sector(trees_.lemma(object)) != nullptr ||
         trees_.token(object).upos == Upos::kPropn;
}

bool Reader::bears_arms(EntityId id) const {
  // Parties fight with words.
  constexpr std::array<std::string_view, 13> kParties = {
      "campaign",  "democrat", "republican", "conservatives", "democrats",   "gop",   "labour",
      "lawmakers", "liberals", "pac",        "party",         "republicans", "tories"};
  const std::string& name = parties_.entity(id).name;
  const std::string last = unicode::fold(name.substr(name.find_last_of(' ') + 1));
  if (std::find(kParties.begin(), kParties.end(), last) != kParties.end()) return false;
  const Actor actor = describe_actor(id, parties_.entity(id), lexicon_, lists_);
  if (actor.sector == "military" || actor.sector == "armed group" || actor.sector == "police") return true;
  const Entity& entity = parties_.entity(id);
  if (entity.type == EntityType::kPerson) return entity.unnamed && actor.sector == "civilians";
  return actor.sector.empty() || actor.sector == "government" || actor.sector == "international";
}

// Attacks and battles are fought by those who bear arms, and on places; between others they are words.
bool Reader::is_of_arms(std::string_view noun, const Finding& finding) const {
  constexpr std::array<std::string_view, 9> kFigures = {"assault",  "attack", "battle",    "clash",   "fight",
                                                        "fighting", "fire",   "offensive", "skirmish"};
  const bool figure =
      std::any_of(kFigures.begin(), kFigures.end(), [&](std::string_view f) { return is_form_of(noun, f); });
  if (!figure || (finding.sources.empty() && finding.targets.empty())) return true;
  // "opened fire at the firm, killing two": with arms, whoever did it.
  constexpr uint32_t kWindow = 24;
  const uint32_t end = std::min(sentence_->last_token, finding.token + kWindow);
  for (uint32_t k = finding.token + 1; k < end; ++k) {
    const std::string_view hurting = trees_.words(k);
    if (trees_.words(k - 1) == "," && (hurting == "killing" || hurting == "wounding" || hurting == "injuring"))
      return true;
  }
  const auto places = [&](EntityId id) { return parties_.is_place(id) || is_fighter(id); };
  if (std::any_of(finding.sources.begin(), finding.sources.end(), [&](EntityId id) { return parties_.is_person(id); }))
    return std::any_of(finding.targets.begin(), finding.targets.end(), places);
  const auto armed = [&](EntityId id) {
    return is_fighter(id) || parties_.is_place(id) ||
           (parties_.entity(id).type == EntityType::kOrganisation && bears_arms(id));
  };
  return std::any_of(finding.sources.begin(), finding.sources.end(), armed) ||
         std::any_of(finding.targets.begin(), finding.targets.end(), armed);
}

// "a verbal attack"
bool Reader::is_of_words(uint32_t t) const {
  constexpr std::array<std::string_view, 13> kOfWords = {"blistering", "broad",     "harsh",  "negative", "partisan",
                                                         "personal",   "political", "public", "racist",   "rhetorical",
                                                         "scathing",   "sexist",    "verbal"};
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    if (trees_.has_relation(*c, "amod") &&
        std::find(kOfWords.begin(), kOfWords.end(), trees_.lemma(*c)) != kOfWords.end())
      return true;
  }
  return false;
}

bool Reader::is_fighter(EntityId id) const {
  if (const std::string* sector = parties_.acting_sector(id)) return *sector == "military" || *sector == "police";
  const Actor actor = describe_actor(id, parties_.entity(id), lexicon_, lists_);
  return actor.sector == "military" || actor.sector == "armed group" || actor.sector == "police";
}

bool Reader::is_public(EntityId id) const {
  if (parties_.acting_sector(id) != nullptr) return true;
  const Entity& entity = parties_.entity(id);
  const std::string sector = describe_actor(id, entity, lexicon_, lists_).sector;
  if (sector.empty()) {
    return !entity.unnamed && entity.type != EntityType::kPerson && entity.type != EntityType::kOrganisation;
  }
  return sector == "government" || sector == "military" || sector == "police" || sector == "legislature" ||
         sector == "judiciary" || sector == "armed group" || sector == "international";
}

bool Reader::is_body(EntityId id) const {
  const Entity& entity = parties_.entity(id);
  const std::string last = entity.name.substr(entity.name.find_last_of(' ') + 1);
  return lexicon_.is_body(last) ||
         (!entity.unnamed && entity.roles.empty() && entity.name.find(' ') == std::string::npos && is_public(id));
}

bool Reader::any_public(const std::vector<EntityId>& parties) const {
  return std::any_of(parties.begin(), parties.end(), [&](EntityId id) { return is_public(id); });
}

// A public body, or who opposes one.
bool Reader::any_political(const std::vector<EntityId>& parties) const {
  return std::any_of(parties.begin(), parties.end(), [&](EntityId id) {
    return is_public(id) || describe_actor(id, parties_.entity(id), lexicon_, lists_).sector == "opposition";
  });
}

// An everyday verb tells an event between public bodies, or by one where only they can do it.
bool Reader::is_political(const Finding& finding) const {
  if (any_political(finding.sources)) return true;
  const std::string& code = finding.code;
  // Help is given by charities and companies too.
  const bool body = std::any_of(finding.sources.begin(), finding.sources.end(),
                                [&](EntityId id) { return parties_.entity(id).type == EntityType::kOrganisation; });
  const bool of_power = code == "CONCEDE" || code == "COERCE" || code == "RETREAT" || code == "AID" ||
                        code == "SANCTION" || code == "MOBILIZE";
  if (body && (code == "AID" || code == "DEMAND" || (any_public(finding.targets) && code != "CONCEDE"))) return true;
  return !of_power && any_public(finding.targets);
}

// Voters and people at large: what they favour is opinion, and no event.
bool Reader::are_anybody(const std::vector<EntityId>& parties) const {
  constexpr std::array<std::string_view, 18> kAnybody = {
      "american", "anybody",  "anyone", "audience", "crowd",  "delegate", "donor",      "electorate", "fan",
      "friend",   "majority", "man",    "people",   "person", "reader",   "respondent", "viewer",     "voter"};
  const auto is_anybody = [&](EntityId id) {
    const Entity& entity = parties_.entity(id);
    if (!entity.unnamed) return entity.type == EntityType::kNationality && parties_.acting_sector(id) == nullptr;
    const std::string last = unicode::fold(entity.name.substr(entity.name.find_last_of(' ') + 1));
    return std::any_of(kAnybody.begin(), kAnybody.end(),
                       [&](std::string_view noun) { return is_form_of(last, noun); }) ||
           last == "men" || last == "women" || last == "supporters";
  };
  return !parties.empty() && std::all_of(parties.begin(), parties.end(), is_anybody);
}

// Those without a country or a name of their own.
bool Reader::are_crowd(const std::vector<EntityId>& parties) const {
  return are_anybody(parties) && std::all_of(parties.begin(), parties.end(), [&](EntityId id) {
           const Entity& entity = parties_.entity(id);
           return entity.unnamed && describe_actor(id, entity, lexicon_, lists_).country.empty();
         });
}

bool Reader::is_state(EntityId id) const {
  const Actor actor = describe_actor(id, parties_.entity(id), lexicon_, lists_);
  return is_public(id) && (!actor.sector.empty() || !actor.country.empty());
}

bool Reader::names_itself(uint32_t object, const std::vector<EntityId>& targets) const {
  const auto own = parties_.at(object);
  return own && std::find(targets.begin(), targets.end(), *own) != targets.end() && !parties_.is_thing(*own);
}

bool Reader::is_press(EntityId id) const {
  return describe_actor(id, parties_.entity(id), lexicon_, lists_).sector == "media";
}

bool Reader::is_audience(EntityId id) const {
  const Entity& entity = parties_.entity(id);
  const std::string last = entity.name.substr(entity.name.find_last_of(' ') + 1);
  if (entity.unnamed && (last == "nation" || last == "country" || last == "public")) return true;
  // "spoke with Peruvian officials": with those, and with no people at large.
  const std::string* acting = parties_.acting_sector(id);
  const std::string sector = acting ? *acting : describe_actor(id, parties_.entity(id), lexicon_, lists_).sector;
  return sector == "media" || sector == "civilians" || sector == "labour";
}

}  // namespace readout::events
