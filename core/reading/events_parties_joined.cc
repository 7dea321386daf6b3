// Who is joined to a party: the conjuncts of its phrase, and what says over again who it is.
#include <algorithm>
#include <array>

#include "reading/events_parties.h"
#include "reading/events_words.h"
#include "reading/identities_bodies.h"
#include "text/unicode.h"

namespace readout::events {

bool Parties::is_lone_conjunct(uint32_t t, uint32_t conjunct) const {
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    if (*c != conjunct && trees_.has_relation(*c, "conj")) return false;
  }
  return !trees_.has_relation(t, "conj") && trees_.child(t, "appos") == Trees::kNone;
}

// "A, B and C": B is joined by the word that joins C.
bool Parties::is_joined_on(uint32_t conjunct) const {
  constexpr uint32_t kWindow = 12;
  const uint32_t last = std::min(conjunct + kWindow, static_cast<uint32_t>(trees_.tokens().size()));
  for (uint32_t k = conjunct + 1; k < last; ++k) {
    const Upos tag = trees_.token(k).upos;
    if (tag == Upos::kCconj) return true;
    if (tag == Upos::kVerb || tag == Upos::kAux || tag == Upos::kAdp || trees_.words(k) == ".") return false;
  }
  return false;
}

// "artists, actors and scientists": whether `other` are people by the ending of the word, and told of like those at
// `t`.
bool Parties::are_people_as(uint32_t other, uint32_t t) const {
  constexpr std::array<std::string_view, 4> kEndings = {"ers", "ians", "ists", "ors"};
  const std::string_view word = trees_.words(other);
  const std::string* role = lexicon_.sector(trees_.lemma(t));
  const auto works = [&](uint32_t k) {
    const std::string* sector = lexicon_.sector(trees_.lemma(k));
    return sector != nullptr && (*sector == "civilians" || *sector == "labour");
  };
  // "the mayors, artists and masons": one of the others at least.
  bool people = works(t);
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c)
    people = people || (trees_.has_relation(*c, "conj") && works(*c) && trees_.words(*c).back() == 's');
  people = people && role != nullptr && trees_.words(t).back() == 's';
  if (trees_.child(other, "nmod:poss") != Trees::kNone) return false;
  if (!people || made_of_[t] == 0 || trees_.token(other).upos != Upos::kNoun || in_date_[other]) return false;
  if (lexicon_.thing(trees_.lemma(other)) != Thing::kNone || lexicon_.event_noun(trees_.lemma(other)) != nullptr)
    return false;
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) {
    return word.size() > ending.size() + 2 && word.substr(word.size() - ending.size()) == ending;
  });
}

// "banks and their managers": whether those who are joined to the noun make a body of it.
bool Parties::has_people(uint32_t t) const {
  if (at(t) || trees_.token(t).upos != Upos::kNoun || trees_.words(t).back() != 's' || in_date_[t]) return false;
  if (lexicon_.thing(trees_.lemma(t)) != Thing::kNone || lexicon_.event_noun(trees_.lemma(t)) != nullptr) return false;
  constexpr std::array<std::string_view, 7> kPeople = {"boss", "chief",   "director", "executive",
                                                       "head", "manager", "owner"};
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    const bool joined = *c > t && trees_.has_relation(*c, "conj") && among(kPeople, trees_.lemma(*c));
    const uint32_t owner = joined ? trees_.child(*c, "nmod:poss") : Trees::kNone;
    if (owner != Trees::kNone && trees_.lemma(owner) == "their") return true;
  }
  return false;
}

// "the leaders of the provinces and their envoys", with the envoys joined to the provinces: those who are led.
void Parties::add_their_people(uint32_t t, std::vector<EntityId>& out, int depth, bool doing) {
  if (trees_.token(t).upos != Upos::kNoun || lexicon_.sector(trees_.lemma(t)) == nullptr) return;
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    if (*c < t || !trees_.has_relation(*c, "nmod") || trees_.preposition(*c) != "of") continue;
    for (const uint32_t* d = trees_.begin(*c); d != trees_.end(*c); ++d) {
      if (*d < *c || !trees_.has_relation(*d, "conj") || lexicon_.sector(trees_.lemma(*d)) == nullptr) continue;
      const uint32_t owner = trees_.child(*d, "nmod:poss");
      if (owner != Trees::kNone && trees_.token(owner).upos == Upos::kPron) add(*d, out, depth + 1, doing);
    }
  }
}

// "A, B, and C", with C hung on the verb as another object: joined like the others.
void Parties::add_last_of_list(uint32_t t, std::vector<EntityId>& out, int depth, bool doing) {
  const uint32_t verb = trees_.head(t);
  uint32_t last = Trees::kNone;
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    if (*c > t && trees_.has_relation(*c, "conj") && trees_.child(*c, "cc") == Trees::kNone) last = *c;
  }
  if (verb == Trees::kNone || last == Trees::kNone || trees_.token(verb).upos != Upos::kVerb) return;
  const auto end = static_cast<uint32_t>(trees_.tokens().size());
  if (last + 3 >= end || trees_.words(last + 1) != "," || trees_.lemma(last + 2) != "and") return;
  for (const uint32_t* c = trees_.begin(verb); c != trees_.end(verb); ++c) {
    if (*c > last && trees_.head(last + 2) == *c && trees_.is_nominal(*c) &&
        trees_.token(*c).deprel == trees_.token(t).deprel) {
      if (!at(*c) && are_people_as(*c, t)) make(*c, EntityType::kPerson, "civilians", false);
      add(*c, out, depth + 1, doing);
    }
  }
}

// "Former prosecutor and Vessby Mayor Ann Lee": a noun without an article is a title of whom the words name behind.
std::optional<EntityId> Parties::named_after_titles(uint32_t t) const {
  constexpr uint32_t kReach = 9;
  const auto end = std::min(static_cast<uint32_t>(trees_.tokens().size()), t + kReach);
  if (trees_.token(t).upos != Upos::kNoun || trees_.words(t).back() == 's' || t + 3 >= end) return std::nullopt;
  if (trees_.lemma(t + 1) != "and" || lexicon_.sector(trees_.lemma(t)) == nullptr || lexicon_.is_body(trees_.lemma(t)))
    return std::nullopt;
  for (const std::string_view relation : {"det", "nmod:poss", "nummod"}) {
    if (trees_.child(t, relation) != Trees::kNone) return std::nullopt;
  }
  uint32_t begin = t;
  while (begin > 0 && trees_.token(begin - 1).upos == Upos::kAdj && trees_.head(begin - 1) == t) --begin;
  const bool former = begin < t && trees_.lemma(begin) == "former";
  const bool opens = begin == 0 || trees_.words(begin - 1) == "," || trees_.token(begin - 1).upos == Upos::kPunct;
  if (!former && !opens) return std::nullopt;
  bool title = false;
  for (uint32_t k = t + 2; k < end; ++k) {
    const auto named = at(k);
    if (named && is_person(*named)) return title && in_name_[k] ? named : std::nullopt;
    const Upos tag = trees_.token(k).upos;
    const bool part = tag == Upos::kPropn || tag == Upos::kNoun || tag == Upos::kAdj || trees_.lemma(k) == "of";
    if (!part) return std::nullopt;
    title = title || lexicon_.sector(unicode::fold(trees_.words(k))) != nullptr;
  }
  return std::nullopt;
}

// "the Vessby Front, the radical group that ...": the body before such an apposition, by the order of words.
std::optional<EntityId> Parties::body_before(uint32_t t) {
  const std::string noun(trees_.lemma(t));
  const bool kind = naming::is_body_noun(noun) || naming::is_business_noun(noun) || naming::is_group_noun(noun);
  if (!kind || trees_.token(t).upos != Upos::kNoun || trees_.words(t).back() == 's') return std::nullopt;
  const auto end = static_cast<uint32_t>(trees_.tokens().size());
  if (t + 1 >= end || (trees_.lemma(t + 1) != "that" && trees_.lemma(t + 1) != "which")) return std::nullopt;
  uint32_t first = t;
  while (first > 0 && first + 6 > t && trees_.token(first).upos != Upos::kDet) --first;
  if (first < 3 || trees_.token(first).upos != Upos::kDet || trees_.words(first - 1) != ",") return std::nullopt;
  const uint32_t name = first - 2;
  // A name that the names stage does not know.
  if (!at(name) && trees_.token(name).upos == Upos::kPropn && trees_.head(name) != Trees::kNone)
    return make(name, EntityType::kOther, {}, true);
  const auto body = at(name);
  if (!body || trees_.token(name).upos != Upos::kPropn) return std::nullopt;
  const EntityType type = entity(*body).type;
  return type == EntityType::kOrganisation || type == EntityType::kOther ? body : std::nullopt;
}

// "African Americans": a people of its own, and not all who bear the last name.
std::optional<EntityId> Parties::people_within(uint32_t t) {
  const auto own = at(t);
  if (!own || mention_of_[t] == 0 || entity(*own).type != EntityType::kNationality) return std::nullopt;
  constexpr std::array<std::string_view, 7> kKinds = {"African", "Arab",    "Asian", "Cuban",
                                                      "Latino",  "Mexican", "Native"};
  if (t == 0 || trees_.words(t).back() != 's' || !among(kKinds, trees_.words(t - 1))) return std::nullopt;
  if (trees_.token(t - 1).span.end + 1 != trees_.token(t).span.begin || trees_.head(t - 1) != t) return std::nullopt;
  if (mention_of_[t - 1] == mention_of_[t]) return std::nullopt;
  if (made_of_[t] > 0) return static_cast<EntityId>(identities_.entities.size() + made_of_[t] - 1);
  return make(t, EntityType::kPerson, "civilians", false);
}

}  // namespace readout::events
