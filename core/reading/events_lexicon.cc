#include "reading/events_lexicon.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/lexicon.h"

namespace readout::events {

namespace {

// Sorted.
constexpr std::array<std::string_view, 17> kRoots = {
    "ACCUSE",      "AGREE",    "AID",     "ASSAULT", "COERCE",  "CONCEDE",  "CONSULT", "COOPERATE", "DEMAND",
    "INVESTIGATE", "MOBILIZE", "PROTEST", "REJECT",  "RETREAT", "SANCTION", "SUPPORT", "THREATEN"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kPasts = {{{"broke", "break"},
                                                                                   {"forbade", "forbid"},
                                                                                   {"fought", "fight"},
                                                                                   {"overran", "overrun"},
                                                                                   {"overthrew", "overthrow"},
                                                                                   {"retook", "retake"},
                                                                                   {"sank", "sink"},
                                                                                   {"shot", "shoot"},
                                                                                   {"struck", "strike"},
                                                                                   {"swore", "swear"},
                                                                                   {"threw", "throw"},
                                                                                   {"withdrew", "withdraw"},
                                                                                   {"withheld", "withhold"}}};

// A column of the lists; "-" stands for nothing.
std::string_view column(const Lexicon& rows, size_t row, size_t at) {
  const std::string_view value = rows.at(row, at);
  return value == "-" ? std::string_view{} : value;
}

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const size_t comma = list.find(',');
    parts.emplace_back(list.substr(0, comma));
    list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
  }
  return parts;
}

// Code, mode, targets and flags stand side by side in both lists.
Predicate read_predicate(const Lexicon& rows, size_t row, size_t at) {
  Predicate predicate;
  predicate.code = column(rows, row, at);
  predicate.mode = column(rows, row, at + 1);
  predicate.targets = split(column(rows, row, at + 2));
  for (const std::string& flag : split(column(rows, row, at + 3))) {
    predicate.two_way = predicate.two_way || flag == "two-way";
    predicate.bodily = predicate.bodily || flag == "bodily";
    predicate.verbal = predicate.verbal || flag == "verbal";
    predicate.armed = predicate.armed || flag == "armed";
    predicate.weak = predicate.weak || flag == "weak";
    predicate.meant = predicate.meant || flag == "meant";
    predicate.strict = predicate.strict || flag == "strict";
    predicate.undergone = predicate.undergone || flag == "undergone";
    predicate.received = predicate.received || flag == "received";
    predicate.of_ties = predicate.of_ties || flag == "of-ties";
    predicate.light_only = predicate.light_only || flag == "light";
  }
  return predicate;
}

Light light_named(std::string_view name) {
  if (name == "does") return Light::kDoes;
  if (name == "gets") return Light::kGets;
  if (name == "plans") return Light::kPlans;
  if (name == "ends") return Light::kEnds;
  return name == "prevents" ? Light::kPrevents : Light::kNone;
}

Thing thing_named(std::string_view name) {
  if (name == "bodily") return Thing::kBodily;
  if (name == "cause") return Thing::kCause;
  if (name == "weapon") return Thing::kWeapon;
  if (name == "measure") return Thing::kMeasure;
  return name == "sport" ? Thing::kSport : Thing::kNone;
}

}  // namespace

bool is_plover_root(std::string_view code) { return std::binary_search(kRoots.begin(), kRoots.end(), code); }

bool is_cooperation(std::string_view code) {
  constexpr std::array<std::string_view, 7> kCooperation = {"AGREE",     "AID",     "CONCEDE", "CONSULT",
                                                            "COOPERATE", "RETREAT", "SUPPORT"};
  return std::binary_search(kCooperation.begin(), kCooperation.end(), code);
}

const std::vector<Predicate>* EventLexicon::find_verb(std::string_view lemma) const {
  auto found = verbs.find(std::string(lemma));
  if (found == verbs.end() && lemma.size() > 3 && lemma[lemma.size() - 1] == lemma[lemma.size() - 2]) {
    found = verbs.find(std::string(lemma.substr(0, lemma.size() - 1)));
  }
  // "re-open"
  if (found == verbs.end() && lemma.substr(0, 3) == "re-") found = verbs.find("re" + std::string(lemma.substr(3)));
  // A lemma cut too short ("boycot"), and past tenses left as they stand ("overran").
  if (found == verbs.end() && lemma.size() > 3) found = verbs.find(std::string(lemma) + lemma.back());
  if (found == verbs.end() && lemma.size() > 3) found = verbs.find(std::string(lemma) + "e");
  // "suing", left as it stands.
  if (found == verbs.end() && lemma.size() > 4 && lemma.substr(lemma.size() - 3) == "ing") {
    const std::string stem(lemma.substr(0, lemma.size() - 3));
    found = verbs.find(stem);
    if (found == verbs.end()) found = verbs.find(stem + "e");
  }
  for (size_t i = 0; found == verbs.end() && i < kPasts.size(); ++i) {
    if (kPasts[i].first == lemma) found = verbs.find(std::string(kPasts[i].second));
  }
  return found == verbs.end() ? nullptr : &found->second;
}

const std::string* EventLexicon::sector(std::string_view noun) const {
  std::string word(noun);
  auto found = actors.find(word);
  if (found == actors.end() && word.size() > 3 && word.back() == 's') {
    word.pop_back();
    found = actors.find(word);
  }
  // "gunmen"; "men" and "women" alone are anybody.
  if (found == actors.end() && word.size() > 5 && word.compare(word.size() - 3, 3, "men") == 0) {
    word[word.size() - 2] = 'a';
    found = actors.find(word);
  }
  return found == actors.end() ? nullptr : &found->second;
}

bool EventLexicon::is_body(std::string_view noun) const {
  std::string word(noun);
  if (actors.find(word) == actors.end() && word.size() > 3 && word.back() == 's') word.pop_back();
  return bodies.find(word) != bodies.end();
}

Thing EventLexicon::thing(std::string_view noun) const {
  auto found = things.find(std::string(noun));
  if (found == things.end() && noun.size() > 3 && noun.back() == 's')
    found = things.find(std::string(noun.substr(0, noun.size() - 1)));
  return found == things.end() ? Thing::kNone : found->second;
}

const Predicate* EventLexicon::event_noun(std::string_view noun) const {
  auto found = nouns.find(std::string(noun));
  if (found == nouns.end() && noun.size() > 3 && noun.back() == 's')
    found = nouns.find(std::string(noun.substr(0, noun.size() - 1)));
  return found == nouns.end() ? nullptr : &found->second;
}

bool is_form_of(std::string_view lemma, std::string_view noun) {
  if (lemma.substr(0, noun.size()) != noun) {
    // "supplies"
    return noun.size() > 2 && noun.back() == 'y' && lemma.size() == noun.size() + 2 &&
           lemma.substr(0, noun.size() - 1) == noun.substr(0, noun.size() - 1) &&
           lemma.substr(noun.size() - 1) == "ies";
  }
  return lemma.size() == noun.size() || (lemma.size() == noun.size() + 1 && lemma.back() == 's');
}

bool EventLexicon::load(const Bundle& bundle) {
  const Lexicon verb_rows(bundle.section("lexicon/event_verbs"));
  const Lexicon noun_rows(bundle.section("lexicon/event_nouns"));
  const Lexicon light_rows(bundle.section("lexicon/event_light"));
  const Lexicon thing_rows(bundle.section("lexicon/event_things"));
  const Lexicon actor_rows(bundle.section("lexicon/actor_nouns"));
  const Lexicon name_rows(bundle.section("lexicon/actor_names"));
  for (const Lexicon* rows : {&verb_rows, &noun_rows, &light_rows, &thing_rows, &actor_rows, &name_rows}) {
    if (rows->size() == 0) return false;
  }
  for (size_t i = 0; i < verb_rows.size(); ++i) {
    Predicate predicate = read_predicate(verb_rows, i, 3);
    predicate.particle = column(verb_rows, i, 1);
    predicate.objects = split(column(verb_rows, i, 2));
    if (!is_plover_root(predicate.code)) return false;
    verbs[std::string(column(verb_rows, i, 0))].push_back(std::move(predicate));
  }
  for (size_t i = 0; i < noun_rows.size(); ++i) {
    Predicate predicate = read_predicate(noun_rows, i, 1);
    if (!is_plover_root(predicate.code)) return false;
    nouns[std::string(column(noun_rows, i, 0))] = std::move(predicate);
  }
  for (size_t i = 0; i < light_rows.size(); ++i) {
    const Light kind = light_named(column(light_rows, i, 2));
    if (kind == Light::kNone) return false;
    light[std::string(column(light_rows, i, 0))].push_back({std::string(column(light_rows, i, 1)), kind});
  }
  for (size_t i = 0; i < thing_rows.size(); ++i) {
    const Thing kind = thing_named(column(thing_rows, i, 1));
    if (kind == Thing::kNone) return false;
    things[std::string(column(thing_rows, i, 0))] = kind;
  }
  for (size_t i = 0; i < actor_rows.size(); ++i) {
    actors[std::string(column(actor_rows, i, 0))] = column(actor_rows, i, 1);
    if (column(actor_rows, i, 2) == "body") bodies.emplace(column(actor_rows, i, 0));
  }
  for (size_t i = 0; i < name_rows.size(); ++i) {
    named_actors[std::string(column(name_rows, i, 0))] = {std::string(column(name_rows, i, 1)),
                                                          std::string(column(name_rows, i, 2))};
  }
  return true;
}

}  // namespace readout::events
