#include "reading/events_mood.h"

#include <algorithm>
#include <array>

#include "reading/events_control.h"
#include "reading/events_words.h"

namespace readout::events {

namespace {

// Verbs and adjectives whose complement is meant to happen. Sorted.
constexpr std::array<std::string_view, 48> kPlanning = {
    "about",   "agree",    "aim",       "approve",  "arrange",   "authorise", "authorize", "bind",
    "commit",  "decide",   "designate", "due",      "eager",     "expect",    "expected",  "forthcoming",
    "go",      "instruct", "intend",    "likely",   "mean",      "offer",     "order",     "pend",
    "plan",    "planned",  "pledge",    "poise",    "poised",    "prepare",   "prepared",  "promise",
    "propose", "proposed", "ready",     "resolve",  "schedule",  "scheduled", "set",       "slate",
    "slated",  "swear",    "undertake", "upcoming", "volunteer", "vow",       "willing",   "yet"};

// Those whose complement is only thought of. Sorted.
constexpr std::array<std::string_view, 82> kWishing = {
    "able",     "appeal",    "ask",      "assume",   "attempt",     "authority", "beg",         "call",
    "capable",  "clamor",    "clamour",  "consider", "contemplate", "convince",  "dare",        "debate",
    "demand",   "desire",    "discuss",  "doubt",    "encourage",   "entail",    "expectation", "favor",
    "favour",   "fear",      "feared",   "hesitant", "hesitate",    "hope",      "imagine",     "imminent",
    "implore",  "inclined",  "invite",   "involve",  "like",        "loath",     "lobby",       "look",
    "love",     "mull",      "need",     "persuade", "plead",       "ponder",    "possible",    "potential",
    "power",    "prefer",    "press",    "pressure", "presume",     "pretend",   "probable",    "prospective",
    "push",     "reluctant", "request",  "require",  "risk",        "seek",      "speculate",   "strive",
    "struggle", "suggest",   "suspect",  "tell",     "tempt",       "tempted",   "threaten",    "threatened",
    "tipped",   "try",       "unlikely", "urge",     "vie",         "want",      "warn",        "weigh",
    "wish",     "would"};

// Those whose complement does not happen. Sorted.
constexpr std::array<std::string_view, 29> kNegating = {
    "abandon", "abort",  "avert", "avoid", "ban",     "cancel",   "cancelled", "decline",  "deny",     "fail",
    "foil",    "forbid", "forgo", "halt",  "neglect", "postpone", "postponed", "prevent",  "prohibit", "refrain",
    "refuse",  "reject", "scrap", "shun",  "stop",    "thwart",   "unable",    "unwilling"};

// Nouns with a complement that is only thought of, or that did not happen. Sorted.
constexpr std::array<std::string_view, 32> kThoughtNouns = {
    "ability",     "attempt",     "bid",         "call",       "chance",      "danger",   "demand",   "desire",
    "effort",      "fear",        "hope",        "idea",       "likelihood",  "need",     "odds",     "offer",
    "opportunity", "possibility", "possible",    "pressure",   "probability", "proposal", "prospect", "request",
    "right",       "risk",        "speculation", "suggestion", "talk",        "threat",   "warning",  "wish"};

constexpr std::array<std::string_view, 8> kPlanNouns = {"agreement", "aim",  "decision", "intention",
                                                        "order",     "plan", "pledge",   "promise"};

constexpr std::array<std::string_view, 9> kRefusalNouns = {
    "absence", "failure", "hesitancy", "hesitation", "inability", "lack", "refusal", "reluctance", "unwillingness"};

// "opponents of taking in", "steered clear of criticising": whose deed is not done.
bool is_undone(std::string_view noun) {
  return among(kRefusalNouns, noun) || noun == "opponent" || noun == "opposition" || noun == "critic" ||
         noun == "clear" || noun == "instead" || noun == "short" || noun == "shy";
}

// "the idea of meeting", "his goal of taking in": whose deed is only thought of.
bool is_of_thought(std::string_view noun) {
  return meaning_of_noun(noun) != EventStatus::kAsserted || noun == "habit" || noun == "goal" || noun == "dream" ||
         noun == "policy" || noun == "notion" || noun == "favor" || noun == "favour" || noun == "support" ||
         noun == "supporter" || noun == "advocate" || noun == "push" || noun == "case" || noun == "open";
}

std::string_view noun_before(const Trees& trees, uint32_t t) { return t > 0 ? trees.lemma(t - 1) : std::string_view{}; }

}  // namespace

EventStatus meaning_of(std::string_view lemma) {
  if (among(kNegating, lemma)) return EventStatus::kNegated;
  if (among(kWishing, lemma)) return EventStatus::kHypothetical;
  if (among(kPlanning, lemma)) return EventStatus::kPlanned;
  return EventStatus::kAsserted;
}

EventStatus meaning_of_noun(std::string_view lemma) {
  if (among(kRefusalNouns, lemma)) return EventStatus::kNegated;
  if (among(kThoughtNouns, lemma)) return EventStatus::kHypothetical;
  if (among(kPlanNouns, lemma)) return EventStatus::kPlanned;
  return EventStatus::kAsserted;
}

// "avoided criticising", "refrained from criticising", "stopped short of fully endorsing", "the idea of meeting": by
// the order of words.
EventStatus status_before(const Trees& trees, uint32_t t) {
  uint32_t k = t;
  while (k > 0 && k + 2 > t && trees.token(k - 1).upos == Upos::kAdv) --k;
  if (k == 0) return EventStatus::kAsserted;
  const std::string_view before = trees.lemma(k - 1);
  if (before == "avoid" || before == "refuse" || before == "decline") return EventStatus::kNegated;
  // "considered backing him", "could not see herself backing him"
  if (is_gerund(trees, t) && trees.token(k - 1).upos == Upos::kVerb && before != "stop" && before != "go")
    return meaning_of(before);
  const bool reflexive = before.size() > 4 && before.substr(before.size() - 4) == "self";
  if (k > 1 && is_gerund(trees, t) && (reflexive || trees.words(k - 1) == "themselves") &&
      (noun_before(trees, k - 1) == "see" || noun_before(trees, k - 1) == "imagine" ||
       noun_before(trees, k - 1) == "picture"))
    return EventStatus::kHypothetical;
  // "balked at hacking it", "supports banning it"
  if (before == "at" && is_gerund(trees, t) &&
      (noun_before(trees, k - 1) == "balk" || noun_before(trees, k - 1) == "recoil"))
    return EventStatus::kNegated;
  if (is_gerund(trees, t) && (before == "support" || before == "oppose" || before == "favor" || before == "favour"))
    return EventStatus::kHypothetical;
  // "talk about barring them"; who brags of a deed has done it.
  constexpr std::array<std::string_view, 7> kOwning = {"apologise", "apologize", "boast", "brag",
                                                       "complain",  "joke",      "up"};
  if (before == "about" && is_gerund(trees, t) && !among(kOwning, noun_before(trees, k - 1)))
    return EventStatus::kHypothetical;
  // "leans toward backing him"
  if ((before == "toward" || before == "towards") && is_gerund(trees, t)) return EventStatus::kPlanned;
  if (k < 2 || (before != "from" && before != "of" && before != "against" && before != "for" && before != "to"))
    return EventStatus::kAsserted;
  const std::string_view noun = trees.lemma(k - 2);
  const bool gerund = trees.words(t).size() > 4 && trees.words(t).substr(trees.words(t).size() - 3) == "ing";
  // "under pressure to condemn"
  if (before == "to" && (noun == "pressure" || noun == "Pressure")) return EventStatus::kHypothetical;
  if (before == "for" || before == "to")
    return gerund && is_of_thought(noun) ? EventStatus::kHypothetical : EventStatus::kAsserted;
  // "fought hard against raising it", "bowed out of meeting them"
  if (gerund && (before == "against" || (before == "of" && noun == "out"))) return EventStatus::kNegated;
  if (among(kNegating, noun) || is_undone(noun)) return EventStatus::kNegated;
  return is_of_thought(noun) ? EventStatus::kHypothetical : EventStatus::kAsserted;
}

// "demanded Peru leave": a bare verb behind a noun phrase that such a verb stands before, however the tree hangs it.
bool is_demanded(const Trees& trees, uint32_t t) {
  constexpr std::array<std::string_view, 6> kSubjunctive = {"demand",  "propose", "recommend",
                                                            "request", "require", "urge"};
  constexpr std::array<std::string_view, 6> kNeeded = {"critical",   "crucial",   "essential",
                                                       "imperative", "important", "vital"};
  constexpr std::array<std::string_view, 6> kAskedNouns = {"condition", "demand",         "insistence",
                                                           "proposal",  "recommendation", "request"};
  constexpr uint32_t kLongest = 10;
  if (trees.token(t).upos != Upos::kVerb || trees.words(t) != trees.lemma(t) || t == 0) return false;
  if (!trees.is_nominal(t - 1)) return false;
  for (uint32_t k = t - 1; k > 0 && k + kLongest > t; --k) {
    const Upos tag = trees.token(k - 1).upos;
    if (tag == Upos::kVerb && among(kSubjunctive, trees.lemma(k - 1))) return true;
    // "insisted Lee apologise": of one, whose verb would else end in "s".
    if (tag == Upos::kVerb && trees.lemma(k - 1) == "insist")
      return trees.token(t - 1).upos != Upos::kPron && trees.words(t - 1).back() != 's';
    if (k > 1 && trees.lemma(k - 1) == "that" &&
        (among(kNeeded, trees.lemma(k - 2)) || among(kAskedNouns, trees.lemma(k - 2))))
      return true;
    const bool phrase =
        tag == Upos::kCconj || trees.is_nominal(k - 1) || tag == Upos::kAdj || tag == Upos::kDet || tag == Upos::kPart;
    if (!phrase && trees.lemma(k - 1) != "that") return false;
  }
  return false;
}

// See the header: by the order of words, with no finite verb between.
bool is_talked_of(const Trees& trees, uint32_t t) {
  constexpr uint32_t kWindow = 30;
  if (!is_gerund(trees, t) || t == 0 || trees.words(t - 1) != ",") return false;
  uint32_t listed = 0;
  for (uint32_t k = t - 1; k > 0 && k + kWindow > t; --k) {
    const bool gerund = trees.token(k).upos == Upos::kVerb && is_gerund(trees, k);
    if (gerund && trees.lemma(k - 1) == "about") return listed > 0;
    if (gerund && trees.words(k - 1) == ",") ++listed;
    const bool finite = trees.token(k).upos == Upos::kVerb && !gerund && trees.words(k) != trees.lemma(k);
    if (finite || trees.token(k).upos == Upos::kAux || trees.words(k) == "." || trees.words(k) == ";") return false;
  }
  return false;
}

// "at times she would meet him": told of the past, as often as it was so.
bool is_habit(const Trees& trees, uint32_t t) {
  constexpr std::array<std::string_view, 8> kOften = {"frequently", "occasionally", "often",     "regularly",
                                                      "repeatedly", "routinely",    "sometimes", "usually"};
  for (const uint32_t* c = trees.begin(t); c != trees.end(t); ++c) {
    if (trees.has_relation(*c, "advmod") && among(kOften, trees.lemma(*c))) return true;
    if (trees.has_relation(*c, "obl") && trees.words(*c) == "times" && trees.preposition(*c) == "at") return true;
  }
  // The same by the order of words.
  for (uint32_t k = t; k > 1 && k + 8 > t && trees.words(k) != ","; --k) {
    if (trees.words(k - 1) == "times" && trees.lemma(k - 2) == "at") return true;
  }
  return false;
}

// "wanted the minister arrested": what is only wished for, in whatever way the tree hangs it.
bool is_wanted(const Trees& trees, uint32_t t) {
  constexpr uint32_t kLongest = 8;
  if (trees.token(t).upos != Upos::kVerb || t == 0 || !trees.is_nominal(t - 1) || is_gerund(trees, t)) return false;
  if (trees.child(t, "aux") != Trees::kNone || trees.child(t, "obj") != Trees::kNone) return false;
  for (uint32_t k = t - 1; k > 0 && k + kLongest > t; --k) {
    const Upos tag = trees.token(k - 1).upos;
    if (tag == Upos::kVerb) return trees.lemma(k - 1) == "want" || trees.lemma(k - 1) == "need";
    const bool phrase = trees.is_nominal(k - 1) || tag == Upos::kAdj || tag == Upos::kDet || tag == Upos::kPart;
    if (!phrase) return false;
  }
  return false;
}

bool waits(const Trees& trees, uint32_t t) {
  for (const uint32_t* c = trees.begin(t); c != trees.end(t); ++c) {
    if (*c < t) continue;
    const uint32_t mark = trees.child(*c, "mark");
    if (trees.preposition(*c) == "until" || (mark != Trees::kNone && trees.lemma(mark) == "until")) return true;
  }
  // The same by the order of words, in the clause.
  constexpr uint32_t kWindow = 8;
  const auto end = std::min(static_cast<uint32_t>(trees.tokens().size()), t + kWindow);
  for (uint32_t k = t + 1; k < end; ++k) {
    const Upos tag = trees.token(k).upos;
    if (tag == Upos::kPunct || tag == Upos::kVerb || tag == Upos::kAux) break;
    if (trees.lemma(k) == "until") return true;
  }
  return false;
}

bool is_guess(std::string_view adverb) {
  return adverb == "conceivably" || adverb == "maybe" || adverb == "perhaps" || adverb == "possibly" ||
         adverb == "potentially" || adverb == "presumably";
}

bool replaces(const Trees& trees, uint32_t t) {
  for (const uint32_t* c = trees.begin(t); c != trees.end(t); ++c) {
    if (trees.has_relation(*c, "advmod") && trees.lemma(*c) == "instead") return true;
  }
  return false;
}

bool is_of_past(const Trees& trees, uint32_t t) {
  constexpr uint32_t kWindow = 14;
  const auto end = std::min(static_cast<uint32_t>(trees.tokens().size()), t + kWindow);
  for (uint32_t k = t + 1; k < end && trees.words(k) != "." && trees.words(k) != ","; ++k) {
    if (trees.lemma(k) == "ago" || (trees.lemma(k) == "last" && k + 1 < end && trees.is_nominal(k + 1))) return true;
  }
  return false;
}

bool is_emphatic(const Trees& trees, uint32_t t) {
  constexpr uint32_t kWindow = 6;
  if (trees.lemma(t) != "agree" && trees.lemma(t) != "disagree") return false;
  const auto end = std::min(static_cast<uint32_t>(trees.tokens().size()), t + kWindow);
  for (uint32_t k = t + 1; k < end; ++k) {
    if (trees.lemma(k) == "more" || trees.lemma(k) == "less" || trees.words(k) == "more") return true;
  }
  return false;
}

bool is_kept_from(const Trees& trees, uint32_t t) {
  return t > 0 && is_gerund(trees, t) && trees.lemma(t - 1) == "from" && trees.has_relation(t, "advcl") &&
         meaning_of(trees.lemma(trees.head(t))) == EventStatus::kNegated;
}

bool is_conditional(const Trees& trees, uint32_t t) {
  const uint32_t mark = trees.child(t, "mark");
  return mark != Trees::kNone && (trees.lemma(mark) == "if" || trees.lemma(mark) == "unless");
}

bool is_of_relative(const Trees& trees, uint32_t t) {
  if (!trees.has_relation(t, "ccomp") || t == 0 || trees.token(t - 1).upos != Upos::kCconj) return false;
  const uint32_t subject = trees.child(t, "nsubj");
  if (subject == Trees::kNone) return false;
  for (const uint32_t* c = trees.begin(subject); c != trees.end(subject); ++c) {
    if (*c<t&& * c> subject && trees.is_relation(*c, "acl:relcl")) return true;
  }
  return false;
}

bool is_timetabled(const Trees& trees, uint32_t t) {
  constexpr std::array<std::string_view, 6> kIs = {"am", "are", "is", "'re", "\u2019re", "'s"};
  if (trees.token(t).upos != Upos::kVerb) return false;
  bool present = false;
  bool future = false;
  bool helped = false;
  for (const uint32_t* c = trees.begin(t); c != trees.end(t); ++c) {
    if (trees.has_relation(*c, "aux")) {
      helped = true;
      const std::string_view word = trees.words(*c);
      present = present || ((trees.words(t).size() > 4 && trees.words(t).substr(trees.words(t).size() - 3) == "ing") &&
                            std::find(kIs.begin(), kIs.end(), word) != kIs.end());
    }
    if (*c < t || !trees.has_relation(*c, "obl")) continue;
    const uint32_t next = trees.child(*c, "amod");
    future = future || trees.words(*c) == "tomorrow" || (next != Trees::kNone && trees.lemma(next) == "next");
  }
  const bool finite = !helped && trees.words(t).back() == 's' && trees.words(t) != trees.lemma(t);
  return future && (present || finite);
}

}  // namespace readout::events
