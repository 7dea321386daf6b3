// The verb that an event noun is the object of, and what part that verb has in the event: "held talks", "called off the
// visit".
#include "reading/events_reader.h"

namespace readout::events {

uint32_t Reader::governor_of(uint32_t t, uint32_t* counted) const {
  uint32_t at = t;
  for (int depth = 0; depth < 3; ++depth) {
    const uint32_t above = trees_.head(at);
    if (above == Trees::kNone) return Trees::kNone;
    const bool measured = trees_.has_relation(at, "nmod") && trees_.preposition(at) == "of" &&
                          lexicon_.thing(trees_.lemma(above)) == Thing::kMeasure;
    const bool joined = trees_.has_relation(at, "conj") && trees_.is_nominal(above);
    if (!measured && !joined) {
      *counted = at;
      const Upos tag = trees_.token(above).upos;
      return tag == Upos::kVerb || tag == Upos::kAux || tag == Upos::kAdj ? above : Trees::kNone;
    }
    at = above;
  }
  return Trees::kNone;
}

Light Reader::light_kind(uint32_t verb, uint32_t t) const {
  const auto found = lexicon_.light.find(std::string(trees_.lemma(verb)));
  if (found == lexicon_.light.end()) return Light::kNone;
  // "it took a war": costs, and tells of no deed. "struck down a ban": another verb than "strike".
  const Predicate* deed = lexicon_.event_noun(trees_.lemma(t));
  if (trees_.lemma(verb) == "take" && deed != nullptr && deed->code == "ASSAULT") return Light::kNone;
  if (trees_.lemma(verb) == "take" && is_form_of(trees_.lemma(t), "call")) return Light::kNone;
  // "a visit that they concluded was paid by Peru": another clause.
  const uint32_t next = verb + 1;
  if (trees_.is_relation(verb, "acl:relcl") && next < sentence_->last_token && trees_.token(next).upos == Upos::kAux)
    return Light::kNone;
  // "discussed his commitment to it"
  if (trees_.lemma(verb) == "discuss" && deed != nullptr && !deed->two_way &&
      (deed->code == "AGREE" || deed->code == "THREATEN"))
    return Light::kNone;
  // "held his fire"
  if (trees_.lemma(verb) == "hold" && is_form_of(trees_.lemma(t), "fire")) return Light::kNone;
  // "led to protests"
  if (trees_.lemma(verb) == "lead" && trees_.preposition(t) == "to") return Light::kNone;
  // "ended her visit": it took place.
  if (trees_.lemma(verb) == "end" && deed != nullptr && deed->code == "CONSULT" && deed->mode != "talk" &&
      deed->mode != "negotiate")
    return trees_.has_relation(t, "obj") ? Light::kDoes : Light::kNone;
  const std::string_view adverb = phrasal_adverb(verb);
  const bool object = trees_.has_relation(t, "obj") || trees_.is_relation(t, "nsubj:pass") || object_of(verb) == t;
  const bool oblique = trees_.has_relation(t, "obl");
  Light kind = Light::kNone;
  for (const LightVerb& entry : found->second) {
    if (entry.particle.empty() && object && kind == Light::kNone && adverb.empty()) kind = entry.kind;
    if (entry.particle.empty()) continue;
    if (oblique && trees_.preposition(t) == entry.particle) kind = entry.kind;
    if (object && has_particle(verb, entry.particle)) kind = entry.kind;
  }
  return kind;
}

}  // namespace readout::events
