// Whom a verb's deed is done to, beyond its frame: hostages, those who are joined or listed, the foe of troops.
#include <algorithm>
#include <array>

#include "reading/events_actors.h"
#include "reading/events_clause.h"
#include "reading/events_control.h"
#include "reading/events_reader.h"

namespace readout::events {

void Reader::find_targets(uint32_t t, uint32_t object, const Predicate& entry, Finding& finding) {
  if (entry.code == "AGREE" && finding.several) {
    // Several who agree, agree with each other.
    finding.targets = targets_.by_preposition(t, "with");
    subtract(finding.targets, finding.sources);
  } else {
    finding.targets = targets_.of_verb(t, object, entry, finding.sources);
  }
  // "workers held hostage by ...": they.
  if (object == t + 1 && (trees_.lemma(object) == "hostage" || trees_.lemma(object) == "captive") &&
      is_passive(trees_, t)) {
    finding.targets.clear();
    for (const uint32_t patient : patients(trees_, t)) append(finding.targets, parties_.of(patient));
  }
  // "the woman he took hostage", "took hostage two men": they.
  if (object != Trees::kNone && trees_.lemma(object) == "hostage" && trees_.lemma(t) == "take" &&
      trees_.child(object, "det") == Trees::kNone && trees_.child(object, "nummod") == Trees::kNone) {
    const uint32_t behind = phrases_.after(object, sentence_->last_token);
    const bool relative = trees_.is_relation(t, "acl:relcl") && trees_.head(t) != Trees::kNone;
    if (relative || behind != Trees::kNone) finding.targets = parties_.of(relative ? trees_.head(t) : behind);
  }
  auto& found = finding.targets;
  found.erase(std::remove_if(found.begin(), found.end(), [&](EntityId id) { return is_reporter(t, id); }), found.end());
  const bool several = found.size() > 1;
  found.erase(
      std::remove_if(found.begin(), found.end(), [&](EntityId id) { return several && is_next_subject(t, id); }),
      found.end());
  // "backed Mayor Ann Lee, Gov. Bob Roe and Jo Poe", of whom the tree may join the first two elsewhere.
  if (finding.targets.size() == 1 && parties_.is_person(finding.targets.front()) && object != Trees::kNone &&
      object > t) {
    for (uint32_t k = object; k < sentence_->last_token && k < object + 8; ++k) {
      if (parties_.at(k) != finding.targets.front()) continue;
      append(finding.targets, parties_.people_behind(k));
      break;
    }
  }
  add_joined(t, finding);
  if (entry.code == "AID" || entry.code == "AGREE" || entry.code == "CONCEDE") name_people(t, finding);
  // Troops that are withdrawn or moved are one's own; "withdrew Peruvian forces" is not from Peru.
  // Those who are released are not.
  if ((entry.code != "RETREAT" && entry.code != "MOBILIZE") || entry.meant) return;
  for (const uint32_t* c = object == Trees::kNone ? nullptr : trees_.begin(object);
       c != nullptr && !entry.objects.empty() && c != trees_.end(object); ++c) {
    const auto beside = trees_.has_relation(*c, "amod") ? parties_.at(*c) : std::nullopt;
    if (beside) subtract(finding.targets, {*beside});
  }
  const auto is_own = [&](EntityId id) {
    const Entity& entity = parties_.entity(id);
    const Actor actor = describe_actor(id, entity, lexicon_, lists_);
    const bool sent = entry.code == "MOBILIZE" && object != Trees::kNone && parties_.at(object) == id;
    return entity.unnamed && (actor.country.empty() || sent) && actor.sector == "military";
  };
  auto& targets = finding.targets;
  targets.erase(std::remove_if(targets.begin(), targets.end(), is_own), targets.end());
  // "sent troops to fight the rebels": against them.
  const uint32_t foe = entry.code == "MOBILIZE" && object != Trees::kNone ? foe_behind(object) : Trees::kNone;
  if (foe != Trees::kNone) targets = parties_.of(foe);
  subtract(targets, finding.sources);
}

// "troops to fight the rebels": the rebels; kNone where no such clause follows the noun.
uint32_t Reader::foe_behind(uint32_t noun) const {
  constexpr uint32_t kWindow = 10;
  constexpr std::array<std::string_view, 12> kFighting = {"attack",  "battle", "combat", "confront",
                                                          "counter", "crush",  "defeat", "destroy",
                                                          "fight",   "invade", "repel",  "retake"};
  const uint32_t end = std::min(sentence_->last_token, noun + kWindow);
  for (uint32_t k = noun + 1; k + 1 < end; ++k) {
    if (trees_.token(k).upos == Upos::kPunct) break;
    if (trees_.lemma(k) != "to" || trees_.token(k + 1).upos != Upos::kVerb) continue;
    if (std::find(kFighting.begin(), kFighting.end(), trees_.lemma(k + 1)) == kFighting.end()) break;
    const uint32_t foe = phrases_.after(k + 1, sentence_->last_token);
    if (foe == Trees::kNone || (!parties_.at(foe) && lexicon_.sector(trees_.lemma(foe)) == nullptr)) break;
    return foe;
  }
  return Trees::kNone;
}

// "police said Ann Lee, 61, shot two": whoever stands with an age before a verb that has no subject; kNone where nobody
// does.
uint32_t Reader::aged_before(uint32_t t) const {
  uint32_t k = t;
  while (k > sentence_->first_token && trees_.token(k - 1).upos == Upos::kAux) --k;
  if (k < sentence_->first_token + 4 || trees_.child(t, "nsubj") != Trees::kNone || is_gerund(trees_, t))
    return Trees::kNone;
  const bool age = trees_.words(k - 1) == "," && trees_.token(k - 2).upos == Upos::kNum && trees_.words(k - 3) == ",";
  return age && parties_.at(k - 4) && parties_.is_person(*parties_.at(k - 4)) ? k - 4 : Trees::kNone;
}

}  // namespace readout::events
