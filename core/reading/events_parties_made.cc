// Parties that no name stands for, made from the words that tell of them: "Peruvian police", "activists in Vessby".
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "reading/events_parties.h"
#include "text/unicode.h"

namespace readout::events {

// First token of the words that are the phrase's alone: after the last name or party in it.
uint32_t Parties::own_words(uint32_t t, uint32_t first) const {
  uint32_t begin = t;
  while (begin > first && mention_of_[begin - 1] == 0 && made_of_[begin - 1] == 0) --begin;
  while (begin < t && (trees_.token(begin).upos == Upos::kPart || trees_.token(begin).upos == Upos::kPunct)) ++begin;
  return begin;
}

// With the names that say whose or of where it is: "Vessby's opposition", "activists in Vessby and Norrby". `phrase`
// begins at token `first` and ends in token `t`. Never cuts through a mention.
Span Parties::whole_phrase(uint32_t t, Span phrase, uint32_t* first) const {
  constexpr uint32_t kLongest = 8;  // tokens behind the noun
  const auto names = [&](uint32_t k) { return in_name_[k] || trees_.token(k).upos == Upos::kPropn; };
  uint32_t begin = *first;
  // "Vessby 's |", "San Vessby 's |"
  const uint32_t owner = trees_.child(t, "nmod:poss");
  const bool owned = owner != Trees::kNone && begin > 1 && trees_.token(begin - 1).upos == Upos::kPart &&
                     names(begin - 2) && (owner == begin - 2 || trees_.head(begin - 2) == owner);
  if (owned) begin = std::min(owner, begin - 2);
  while (begin > 0 && begin < t && mention_of_[begin] != 0 && mention_of_[begin - 1] == mention_of_[begin]) --begin;
  // "a Peruvian envoy in Vessby": it is told already of where.
  bool placed = false;
  for (uint32_t k = begin; k < t; ++k) {
    const auto named = mention_of_[k] != 0 ? at(k) : std::nullopt;
    placed = placed || (named && entity(*named).type != EntityType::kOrganisation);
  }
  uint32_t last = t;
  const auto end = static_cast<uint32_t>(trees_.tokens().size());
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    const std::string_view link = trees_.has_relation(*c, "nmod") ? trees_.preposition(*c) : std::string_view{};
    if (*c == ranks_of(t)) {
      last = *c;
      break;
    }
    if (*c < t || *c > t + kLongest || (link != "of" && link != "from" && link != "in") || !names(*c)) continue;
    if (in_date_[*c] || (link == "in" && placed)) continue;
    uint32_t k = t + 1;
    const auto inner = [&](uint32_t word) {
      const Upos tag = trees_.token(word).upos;
      return names(word) || tag == Upos::kAdp || tag == Upos::kDet || tag == Upos::kCconj;
    };
    while (k < *c && inner(k)) ++k;
    if (k < *c) continue;
    last = *c;
    // "in A and B"
    while (last + 2 < end && last < t + kLongest && trees_.token(last + 1).upos == Upos::kCconj && names(last + 2) &&
           trees_.has_relation(last + 2, "conj"))
      last += 2;
    break;
  }
  while (last > t && last + 1 < end && mention_of_[last] != 0 && mention_of_[last + 1] == mention_of_[last]) ++last;
  *first = begin;
  return {begin == t ? phrase.begin : trees_.token(begin).span.begin,
          last == t ? phrase.end : trees_.token(last).span.end};
}

// "members of his party": the party whose members are spoken of, where nothing names it. kNone where `t` are no
// members.
uint32_t Parties::ranks_of(uint32_t t) const {
  constexpr uint32_t kLongest = 5;
  if (!is_form_of(trees_.lemma(t), "member") || trees_.token(t).upos != Upos::kNoun) return Trees::kNone;
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    const bool of = *c > t && trees_.has_relation(*c, "nmod") && trees_.preposition(*c) == "of";
    const bool known = trees_.token(*c).upos == Upos::kNoun && lexicon_.sector(trees_.lemma(*c)) != nullptr;
    const bool theirs = trees_.child(*c, "nmod:poss") != Trees::kNone;
    if (of && known && theirs && mention_of_[*c] == 0 && *c < t + kLongest) return *c;
  }
  return Trees::kNone;
}

std::optional<EntityId> Parties::make(uint32_t t, EntityType type, const std::string& sector, bool named) {
  uint32_t first = t;
  Span phrase = trees_.noun_phrase(t, &first);
  // "assails elites", with a headline's verb taken for a noun.
  for (uint32_t k = t; k-- > first;) {
    const std::string_view word = trees_.words(k);
    const bool verb = trees_.token(k).upos == Upos::kNoun && word.back() == 's' && word.size() > 4 &&
                      trees_.has_relation(k, "compound") && mention_of_[k] == 0;
    if (!verb || lexicon_.find_verb(trees_.lemma(k)) == nullptr) continue;
    if (lexicon_.event_noun(trees_.lemma(k)) != nullptr || lexicon_.sector(trees_.lemma(k)) != nullptr ||
        lexicon_.thing(trees_.lemma(k)) != Thing::kNone)
      continue;
    first = k + 1;
    phrase.begin = trees_.token(first).span.begin;
    break;
  }
  if (!named) phrase = whole_phrase(t, phrase, &first);
  Entity entity;
  entity.name = std::string(words_of(text_, phrase));
  entity.type = type;
  entity.unnamed = !named;
  // The country stands in the phrase ("Peruvian police"), or the phrase is somebody's ("Peru's police").
  for (uint32_t k = first; k < t; ++k) {
    if (mention_of_[k] == 0) continue;
    const Entity& inner = identities_.entities[*identities_.mentions[mention_of_[k] - 1].entity];
    if (!inner.country.empty()) entity.country = inner.country;
  }
  const uint32_t owner = trees_.child(t, "nmod:poss");
  if (entity.country.empty() && owner != Trees::kNone) {
    const auto country = lists_.countries.find(std::string_view(unicode::fold(trees_.words(owner))));
    if (country != lists_.countries.end()) entity.country = country->second.code;
  }
  Mention mention;
  mention.span = phrase;
  mention.type = entity.type;
  mention.kind = MentionKind::kNominal;
  std::optional<EntityId> known;
  const auto same = named ? by_name_.find(entity.name) : by_name_.end();
  if (same != by_name_.end()) known = same->second;
  mention.entity = known ? *known : static_cast<EntityId>(identities_.entities.size() + made_.entities.size());
  if (!known) {
    if (!sector.empty()) entity.roles.push_back({sector, trees_.token(t).span});
    if (named) by_name_.emplace(entity.name, *mention.entity);
    made_.entities.push_back(std::move(entity));
  }
  const uint32_t made = *mention.entity - static_cast<uint32_t>(identities_.entities.size()) + 1;
  made_.mentions.push_back(mention);
  for (uint32_t k = own_words(t, first); k <= t; ++k) made_of_[k] = made;
  return mention.entity;
}

// "the 12-nation pact", "Lee-style taxes", "Lee-infused drinks", "R-Norrby", "secretary of state"
bool Parties::is_part_of_word(uint32_t t) const {
  const std::string_view word = trees_.words(t);
  if (t > 1 && trees_.words(t - 1) == "-") {
    const std::string_view before = trees_.words(t - 2);
    if (word == "nation" && trees_.token(t - 2).upos == Upos::kNum) return true;
    if (before == "R" || before == "D" || before == "I") return true;
  }
  if (t > 1 && word == "state" && trees_.words(t - 1) == "of" && trees_.lemma(t - 2) == "secretary") return true;
  // "Hong Kong-flagged"
  for (int names = 0; names < 2 && t + 1 < trees_.tokens().size() && trees_.token(t).upos == Upos::kPropn &&
                      trees_.token(t + 1).upos == Upos::kPropn;
       ++names)
    ++t;
  if (t + 2 >= trees_.tokens().size() || trees_.words(t + 1) != "-") return false;
  const std::string_view behind = trees_.words(t + 2);
  const bool apart = trees_.token(t + 1).span.end != trees_.token(t + 2).span.begin;
  // "the Lee-backed council": through him it acts.
  constexpr std::array<std::string_view, 10> kDone = {"allied", "armed", "backed",   "brokered",  "controlled",
                                                      "funded", "held",  "occupied", "sponsored", "supported"};
  const bool done = std::find(kDone.begin(), kDone.end(), behind) != kDone.end();
  const bool past = behind.size() > 4 && behind.substr(behind.size() - 2) == "ed";
  return !apart && (behind == "style" || (past && !done));
}

std::optional<EntityId> Parties::make_actor(uint32_t t) {
  const Upos tag = trees_.token(t).upos;
  // A name that the names stage has not typed is still a party; a verb never is.
  const char initial = trees_.words(t)[0];
  // A capital inside a sentence makes a name of what was taken for a noun.
  const bool inside = t > 0 && tag == Upos::kNoun && initial >= 'A' && initial <= 'Z' &&
                      (trees_.token(t - 1).upos == Upos::kAdj || trees_.token(t - 1).upos == Upos::kDet ||
                       trees_.token(t - 1).upos == Upos::kAdp) &&
                      lexicon_.sector(trees_.lemma(t)) == nullptr && lexicon_.event_noun(trees_.lemma(t)) == nullptr &&
                      lexicon_.thing(trees_.lemma(t)) == Thing::kNone;
  const bool named = (tag == Upos::kPropn || inside) && trees_.words(t) != "I" && !(initial >= 'a' && initial <= 'z');
  if (tag == Upos::kVerb || tag == Upos::kAux || tag == Upos::kAdv) return std::nullopt;
  if (is_part_of_word(t)) return std::nullopt;
  // "Regrettably, ...": how something is, where a sentence or quotation begins.
  const std::string_view word = trees_.words(t);
  if (tag == Upos::kPropn && word.size() > 6 && word.substr(word.size() - 2) == "ly" &&
      t + 1 < trees_.tokens().size() && trees_.words(t + 1) == "," && t > 0 && trees_.token(t - 1).upos == Upos::kPunct)
    return std::nullopt;
  const std::string* role = lexicon_.sector(trees_.lemma(t));
  // "a gang member": one of those.
  if (role == nullptr && is_form_of(trees_.lemma(t), "member")) {
    const uint32_t kind = trees_.child(t, "compound");
    if (kind != Trees::kNone && kind < t && trees_.token(kind).upos == Upos::kNoun && !at(kind))
      role = lexicon_.sector(trees_.lemma(kind));
  }
  if (role == nullptr && ranks_of(t) != Trees::kNone) role = lexicon_.sector(trees_.lemma(ranks_of(t)));
  // "demands justice": nobody.
  const bool bare = trees_.child(t, "det") == Trees::kNone && trees_.child(t, "amod") == Trees::kNone &&
                    trees_.child(t, "compound") == Trees::kNone;
  if (trees_.words(t) == "justice" && bare) role = nullptr;
  // "the House", but "a house"
  if (role != nullptr && !named && is_form_of(trees_.lemma(t), "house")) role = nullptr;
  if (role == nullptr && !named) return std::nullopt;
  if (role == nullptr) return make(t, EntityType::kOther, {}, true);
  const bool people = *role == "civilians" || *role == "labour" || *role == "opposition";
  return make(t, people ? EntityType::kPerson : EntityType::kOrganisation, *role, named);
}

std::optional<EntityId> Parties::thing(uint32_t t) {
  if (const auto known = at(t)) return known;
  if (in_date_[t] || trees_.token(t).upos != Upos::kNoun) return std::nullopt;
  // "what other methods he would back"
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    if (*c < t && trees_.has_relation(*c, "det") && (trees_.lemma(*c) == "what" || trees_.lemma(*c) == "which"))
      return std::nullopt;
  }
  // "dozens of assaults": those.
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    const bool counted = lexicon_.thing(trees_.lemma(t)) == Thing::kMeasure && trees_.has_relation(*c, "nmod") &&
                         trees_.preposition(*c) == "of" && trees_.token(*c).upos == Upos::kNoun;
    if (counted && lexicon_.thing(trees_.lemma(*c)) != Thing::kMeasure) return thing(*c);
  }
  const bool event = lexicon_.event_noun(trees_.lemma(t)) != nullptr;
  return make(t, event ? EntityType::kEvent : EntityType::kOther, {}, false);
}

}  // namespace readout::events
