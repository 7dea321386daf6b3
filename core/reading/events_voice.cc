// Whether a verb is passive, whatever the tree calls its subject and its agent.
#include <algorithm>
#include <array>

#include "reading/events_clause.h"
#include "reading/events_control.h"
#include "reading/events_words.h"

namespace readout::events {

namespace {

bool is_participle(const Trees& trees, uint32_t t) {
  const std::string_view word = trees.words(t);
  return word.size() < 4 || word.substr(word.size() - 3) != "ing";
}

// "a fund financed by Lee", with the fund taken for its subject: "by" right behind a participle, and no object.
bool is_done_by(const Trees& trees, uint32_t t) {
  constexpr std::array<std::string_view, 12> kAlone = {"abide", "arrive", "come", "drive", "fly",   "get",
                                                       "go",    "live",   "pass", "stand", "start", "stop"};
  const std::string_view word = trees.words(t);
  const size_t end = trees.tokens().size();
  // "workers held hostage by ..."
  const bool hostage = t + 2 < end && trees.lemma(t) == "hold" && trees.lemma(t + 2) == "by" &&
                       (trees.lemma(t + 1) == "hostage" || trees.lemma(t + 1) == "captive");
  if (hostage && trees.child(t, "aux") == Trees::kNone) return true;
  const bool by = t + 1 < end && trees.lemma(t + 1) == "by";
  if (!by || word == trees.lemma(t) || word.back() == 's' || trees.child(t, "aux") != Trees::kNone) return false;
  return trees.child(t, "obj") == Trees::kNone && !among(kAlone, trees.lemma(t));
}

// "firms that he's attacked": of what somebody has done to them, whatever the tree takes "'s" for.
bool is_object_relative(const Trees& trees, uint32_t t) {
  if (!trees.is_relation(t, "acl:relcl")) return false;
  for (const uint32_t* c = trees.begin(t); c != trees.end(t); ++c) {
    if (!trees.is_relation(*c, "nsubj:pass") || *c == 0 || *c + 2 > t) continue;
    const std::string_view lemma = trees.lemma(*c);
    const std::string_view link = trees.lemma(*c - 1);
    const std::string_view has = trees.words(*c + 1);
    const bool pronoun = lemma == "he" || lemma == "she" || lemma == "it";
    if (pronoun && (link == "that" || link == "which" || link == "whom") && (has == "'s" || has == "\u2019s"))
      return true;
  }
  return false;
}

}  // namespace

bool is_bare_agent(const Trees& trees, uint32_t c) {
  const uint32_t verb = trees.head(c);
  if (!trees.is_relation(c, "obl:agent") || verb == Trees::kNone || c < verb) return false;
  if (is_behind_by(trees, c) || trees.child(verb, "aux:pass") != Trees::kNone) return false;
  for (uint32_t k = verb + 1; k < c; ++k) {
    const Upos tag = trees.token(k).upos;
    if (tag != Upos::kDet && tag != Upos::kAdj && tag != Upos::kPart && !trees.is_nominal(k)) return false;
  }
  return true;
}

bool is_passive(const Trees& trees, uint32_t t) {
  if (is_object_relative(trees, t)) return false;
  bool by = false;
  for (const uint32_t* c = trees.begin(t); c != trees.end(t); ++c) {
    const bool be = trees.is_relation(*c, "aux:pass");
    if (be && (trees.lemma(*c) == "be" || trees.lemma(*c) == "get")) return true;
    // "he all but accused them": the subject of a passive without auxiliary is no "he".
    const std::string_view subject = trees.lemma(*c);
    if (trees.is_relation(*c, "nsubj:pass") && !be && (subject == "he" || subject == "she" || subject == "they"))
      continue;
    // "'...', Lee charged": said.
    if (trees.is_relation(*c, "nsubj:pass") && !be && trees.child(t, "ccomp") != Trees::kNone &&
        trees.child(t, "ccomp") < *c)
      continue;
    // "police have arrested": no passive, whatever the tree calls its subject.
    if (trees.is_relation(*c, "nsubj:pass") && trees.child(t, "aux") == Trees::kNone && !be &&
        trees.child(t, "obj") == Trees::kNone)
      return true;
    by = by || (trees.is_relation(*c, "obl:agent") && is_behind_by(trees, *c));
  }
  if (trees.token(t).upos != Upos::kVerb || !is_participle(trees, t)) return false;
  // "the men detained could be ...": a participle before the finite verb.
  const bool past = trees.words(t) != trees.lemma(t) && trees.words(t).back() == 'd';
  const bool finite_next = t + 1 < trees.tokens().size() && trees.token(t + 1).upos == Upos::kAux;
  if (past && finite_next && trees.child(t, "aux") == Trees::kNone && !trees.has_relation(t, "acl")) return true;
  if (is_done_by(trees, t)) return true;
  if (trees.child(t, "nsubj") != Trees::kNone || trees.child(t, "aux") != Trees::kNone ||
      trees.child(t, "mark") != Trees::kNone)
    return false;
  const bool object = trees.child(t, "obj") != Trees::kNone;
  // "Lee, a member, called for talks": nothing is called for.
  const bool calls = trees.lemma(t) == "call" && t + 1 < trees.tokens().size() && trees.lemma(t + 1) == "for";
  if (calls) return false;
  // "documents signed in ...", "accused of ..., he": the participle alone.
  if (trees.is_relation(t, "acl")) return by || !object;
  if (trees.is_relation(t, "advcl")) return by || !object;
  // "was tortured and killed"
  const uint32_t above = trees.head(t);
  if (trees.has_relation(t, "conj") && above != Trees::kNone && !object) {
    return trees.child(above, "aux:pass") != Trees::kNone;
  }
  return false;
}

}  // namespace readout::events
