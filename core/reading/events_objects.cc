// What a verb's object is: somebody, a thing of somebody's, or what one acts with.
#include <algorithm>
#include <array>

#include "reading/events_targets.h"
#include "reading/events_words.h"

namespace readout::events {

std::vector<EntityId> Targets::of_verb(uint32_t t, uint32_t object, const Predicate& entry,
                                       const std::vector<EntityId>& sources) {
  auto out = taken_by_verb(t, object, entry, sources);
  // "fired a Vessby-12 missile", "joined the Vessby demonstrations": whose or where they are, and not against whom.
  const bool noun = object != Trees::kNone && object > t && trees_.token(object).upos == Upos::kNoun;
  const bool fired = noun && entry.code == "ASSAULT" && lexicon_.thing(trees_.lemma(object)) == Thing::kWeapon;
  // "fired it from a town towards Peru": at whatever the first such word introduces.
  constexpr std::array<std::string_view, 3> kAt = {"into", "toward", "towards"};
  for (uint32_t k = object + 1; fired && k + 1 < last_ && k < object + 14 && !trees_.has_relation(k, "nsubj"); ++k) {
    if (std::find(kAt.begin(), kAt.end(), trees_.lemma(k)) == kAt.end()) continue;
    const uint32_t there = phrases_.after(k, last_);
    auto aimed = there == Trees::kNone ? std::vector<EntityId>{} : parties_.of(there);
    subtract(aimed, sources);
    if (aimed.empty()) continue;
    auto other = aimed;
    subtract(other, out);
    return other.empty() ? out : aimed;
  }
  const bool marches = noun && entry.code == "PROTEST" && lexicon_.event_noun(trees_.lemma(object)) != nullptr;
  const bool moved = noun && entry.code == "MOBILIZE" &&
                     (lexicon_.thing(trees_.lemma(object)) == Thing::kWeapon || trees_.lemma(object) == "system");
  if (!fired && !marches && !moved) return out;
  for (uint32_t k = object - 1; k > t && trees_.token(k).upos != Upos::kAdp; --k) {
    if (const auto named = parties_.at(k)) subtract(out, {*named});
  }
  return out;
}

bool Targets::is_asked_about(uint32_t object, const Predicate& entry) const {
  return object != Trees::kNone && entry.code == "DEMAND" && entry.objects.empty() && !is_actor(object) &&
         trees_.token(object).upos == Upos::kNoun && trees_.child(object, "nmod:poss") == Trees::kNone;
}

bool Targets::is_means(uint32_t t) const {
  constexpr std::array<std::string_view, 17> kMeans = {
      "army",        "battalion", "contingent", "doctor", "expert",  "force", "jet",   "military", "navy",
      "peacekeeper", "personnel", "platoon",    "police", "soldier", "team",  "troop", "warship"};
  const std::string_view noun = trees_.lemma(t);
  const bool means =
      std::any_of(kMeans.begin(), kMeans.end(), [&](std::string_view word) { return is_form_of(noun, word); });
  if (!means || !trees_.has_relation(t, "obj")) return false;
  const uint32_t owner = trees_.child(t, "nmod:poss");
  return owner == Trees::kNone ? trees_.child(t, "amod") == Trees::kNone : trees_.token(owner).upos == Upos::kPron;
}

bool Targets::has_named_compound(uint32_t noun) const {
  for (const uint32_t* c = trees_.begin(noun); c != trees_.end(noun); ++c) {
    if (*c < noun && trees_.has_relation(*c, "compound") && parties_.at(*c)) return true;
  }
  return false;
}

// "Vessby's proposal", "a Vessby proposal": whether a name before the noun says whose it is.
bool Targets::is_named_owner(uint32_t noun) const {
  for (const uint32_t* c = trees_.begin(noun); c != trees_.end(noun); ++c) {
    const bool beside = trees_.is_relation(*c, "nmod:poss") || trees_.has_relation(*c, "compound") ||
                        (trees_.has_relation(*c, "amod") && parties_.is_country(*c));
    if (*c < noun && beside && parties_.at(*c) && parties_.names()[*c]) return true;
  }
  return false;
}

// A thing, by a name that stands right before it and is nobody's own: "the Vessby war", but "Vessby's war".
bool Targets::bears_name(uint32_t noun, uint32_t verb) const {
  const std::string_view lemma = trees_.lemma(noun);
  // "organisers of Vessby's festival": those, though nothing more is known of them.
  const std::string_view word = trees_.words(noun);
  const bool doers =
      word.size() > 6 && (word.substr(word.size() - 3) == "ers" || word.substr(word.size() - 3) == "ors");
  if (doers && trees_.token(noun).upos == Upos::kNoun && !parties_.at(noun) && lexicon_.sector(lemma) == nullptr &&
      lexicon_.thing(lemma) == Thing::kNone && noun + 1 < last_ && trees_.lemma(noun + 1) == "of")
    return true;
  const uint32_t clause = trees_.child(noun, "acl");
  const bool thing = trees_.token(noun).upos == Upos::kNoun && !parties_.at(noun) &&
                     lexicon_.sector(lemma) == nullptr && lexicon_.thing(lemma) != Thing::kMeasure;
  if (!thing || trees_.child(noun, "nmod:poss") != Trees::kNone) return false;
  // "a plan put forward by ..." is theirs.
  if (clause != Trees::kNone && clause != verb && !has_named_compound(noun)) return false;
  const Predicate* event = lexicon_.event_noun(lemma);
  if (event != nullptr && event->mode != "agree" && is_cooperation(event->code)) return false;  // "the Vessby visit"
  // "the cost of the Vessby bridge": of another thing that bears a name.
  for (const uint32_t* c = trees_.begin(noun); c != trees_.end(noun); ++c) {
    const bool of = *c > noun && trees_.has_relation(*c, "nmod") && trees_.preposition(*c) == "of";
    if (!of || event != nullptr || trees_.token(*c).upos != Upos::kNoun || parties_.at(*c)) continue;
    const std::string_view part = trees_.lemma(*c);
    if (lexicon_.sector(part) == nullptr && lexicon_.event_noun(part) == nullptr && has_named_compound(*c) &&
        trees_.child(*c, "nmod:poss") == Trees::kNone)
      return true;
  }
  for (const uint32_t* c = trees_.begin(noun); c != trees_.end(noun); ++c) {
    if (*c > noun) continue;
    if (trees_.has_relation(*c, "compound") && !parties_.is_country(*c)) return true;
    if (event != nullptr && trees_.has_relation(*c, "compound")) return true;
  }
  return false;
}

uint32_t Targets::behind_quoted(uint32_t noun) const {
  constexpr uint32_t kLongest = 6;
  constexpr std::array<std::string_view, 6> kOpening = {"\"", "''", "``", "“", "‘", "'"};
  constexpr std::array<std::string_view, 5> kClosing = {"\"", "''", "”", "’", "'"};
  bool opened = false;
  for (uint32_t k = noun; !opened && k > 0 && k + kLongest > noun; --k) {
    opened = listed(kOpening, trees_.words(k - 1));
    if (trees_.token(k - 1).upos == Upos::kVerb) break;
  }
  for (uint32_t k = noun + 1; opened && k + 1 < last_ && k < noun + kLongest; ++k) {
    if (trees_.token(k).upos == Upos::kVerb) break;
    if (!listed(kClosing, trees_.words(k))) continue;
    const bool head = trees_.token(k + 1).upos == Upos::kNoun && !parties_.at(k + 1);
    return head ? k + 1 : Trees::kNone;
  }
  return Trees::kNone;
}

uint32_t Targets::counted_by(uint32_t noun) const {
  if (lexicon_.thing(trees_.lemma(noun)) != Thing::kMeasure || parties_.at(noun)) return noun;
  for (const uint32_t* c = trees_.begin(noun); c != trees_.end(noun); ++c) {
    const bool of = *c > noun && trees_.has_relation(*c, "nmod") && trees_.preposition(*c) == "of";
    if (of && trees_.token(*c).upos == Upos::kNoun) return *c;
  }
  return noun;
}

// "discrimination against Peru": of a thing that is done to somebody, and is nobody's own.
bool Targets::is_against(uint32_t noun) const {
  if (trees_.token(noun).upos != Upos::kNoun || parties_.at(noun) || lexicon_.sector(trees_.lemma(noun)) != nullptr)
    return false;
  if (trees_.child(noun, "nmod:poss") != Trees::kNone) return false;
  for (const uint32_t* c = trees_.begin(noun); c != trees_.end(noun); ++c) {
    if (trees_.has_relation(*c, "nmod") && trees_.preposition(*c) == "against") return true;
  }
  return false;
}

// "a deal to supply Peru with ...": what its two sides do to each other.
bool Targets::is_trade(uint32_t t, uint32_t object) const {
  constexpr std::array<std::string_view, 10> kTrade = {"buy",  "deliver", "export",   "give", "import",
                                                       "lend", "provide", "purchase", "sell", "supply"};
  const uint32_t behind = object == Trees::kNone ? t : std::max(t, object);
  for (uint32_t k = behind + 1; k + 1 < last_ && k < behind + 6; ++k) {
    if (trees_.lemma(k) == "to" && trees_.token(k + 1).upos == Upos::kVerb) return listed(kTrade, trees_.lemma(k + 1));
  }
  return false;
}

// "cracked down on dissent in Vessby": what it is done to is said behind the frame's own preposition, and is nobody.
bool Targets::is_on_a_thing(uint32_t t, const Predicate& entry) const {
  if (trees_.token(t).upos != Upos::kVerb) return false;
  const auto is_thing = [&](uint32_t noun) {
    return noun != Trees::kNone && trees_.token(noun).upos == Upos::kNoun && !parties_.is_date(noun);
  };
  for (const std::string& place : entry.targets) {
    if (place == "obj" || place == "iobj" || place == "comp" || place == "in" || place == "at") continue;
    if (is_thing(phrases_.behind(t, place, last_))) return true;
    for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
      const bool behind = *c > t && trees_.has_relation(*c, "obl") && trees_.preposition(*c) == place;
      if (behind && is_thing(*c)) return true;
    }
  }
  return false;
}

// By itself, not through whose it is: "recognised the weight of Vessby's win" recognises no Vessby.
bool Targets::is_actor(uint32_t noun) const {
  const std::string_view lemma = trees_.lemma(noun);
  return parties_.at(noun) || trees_.token(noun).upos != Upos::kNoun || lexicon_.sector(lemma) != nullptr ||
         lexicon_.thing(lemma) == Thing::kMeasure || lexicon_.thing(lemma) == Thing::kBodily;
}

bool Targets::is_actor_by_itself(uint32_t noun) const {
  return parties_.at(noun) || lexicon_.sector(trees_.lemma(noun)) != nullptr ||
         (trees_.token(noun).upos != Upos::kNoun && trees_.token(noun).upos != Upos::kNum);
}

uint32_t Targets::taken_slot(uint32_t t, uint32_t object, const Predicate& entry) const {
  for (const uint32_t at : {t, object}) {
    if (at == Trees::kNone) continue;
    for (const uint32_t* c = trees_.begin(at); c != trees_.end(at); ++c) {
      if (!trees_.has_relation(*c, "obl") && !trees_.has_relation(*c, "nmod")) continue;
      if (parties_.is_date(*c) || trees_.token(*c).upos != Upos::kNoun) continue;
      const std::string_view preposition = trees_.preposition(*c);
      if (preposition == "into" || preposition == "against" || preposition == "at" || preposition == "over") {
        if (std::find(entry.targets.begin(), entry.targets.end(), preposition) != entry.targets.end()) return *c;
      }
    }
  }
  return Trees::kNone;
}

std::vector<EntityId> Targets::of_noun(uint32_t t, const Predicate& entry, const std::vector<EntityId>& sources) {
  std::vector<EntityId> out;
  const uint32_t goal = entry.mode == "visit" ? phrases_.behind(t, "to", last_) : Trees::kNone;
  if (goal != Trees::kNone && is_form_of(trees_.lemma(goal), "border")) return in_order(goal, "in");
  for (const std::string& preposition : entry.targets) {
    out = by_preposition(t, preposition);
    if (out.empty()) out = in_order(t, preposition);
    // "a call between Lee and Roe": two are asked for, whatever the tree joins the second to.
    const bool lone = preposition == "between" && out.size() == 1;
    const uint32_t first = lone ? phrases_.behind(t, preposition, last_) : Trees::kNone;
    const uint32_t second = phrases_.joined(first, last_);
    if (second != Trees::kNone) append(out, parties_.of(second));
    subtract(out, sources);
    if (!out.empty()) break;
  }
  return out;
}

}  // namespace readout::events
