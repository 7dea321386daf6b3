// Facts, wishes and denials that only the order of the words tells, where the tree hangs them on something else.
#include <algorithm>
#include <array>

#include "reading/events_mood.h"
#include "reading/events_words.h"

namespace readout::events {

namespace {

bool is_denial(std::string_view lemma) {
  return lemma == "not" || lemma == "n't" || lemma == "n’t" || lemma == "never";
}

bool is_quote(std::string_view word) { return word == "\"" || word == "''" || word == "“" || word == "”"; }

bool is_of_phrase(const Trees& trees, uint32_t k) {
  const Upos tag = trees.token(k).upos;
  return trees.is_nominal(k) || tag == Upos::kAdj || tag == Upos::kDet || tag == Upos::kNum || tag == Upos::kPart ||
         trees.words(k) == "-";
}

}  // namespace

bool is_no_denial(const Trees& trees, uint32_t no) {
  if (trees.lemma(no) != "no" || no + 1 >= trees.tokens().size()) return false;
  const std::string_view next = trees.lemma(no + 1);
  return next == "matter" || next == "doubt" || next == "wonder" || next == "surprise";
}

bool is_of_none(const Trees& trees, uint32_t t) {
  constexpr uint32_t kLongest = 10;
  if (trees.token(t).upos != Upos::kVerb) return false;
  uint32_t k = t;
  while (k > 0 && (trees.token(k - 1).upos == Upos::kAux || trees.token(k - 1).upos == Upos::kAdv)) --k;
  if (k == t) return false;  // a verb without auxiliary has its subject where the tree says
  while (k > 0 && k + kLongest > t) {
    const std::string_view word = trees.words(k - 1);
    if (word == "No" || (word == "no" && (k == 1 || is_quote(trees.words(k - 2)) || trees.lemma(k - 2) == "that")))
      return !is_no_denial(trees, k - 1);
    if (!is_of_phrase(trees, k - 1) && trees.lemma(k - 1) != "of") return false;
    --k;
  }
  return false;
}

bool is_given(const Trees& trees, uint32_t t) {
  constexpr uint32_t kLongest = 10;
  constexpr std::array<std::string_view, 6> kFacts = {"amid",      "considering", "despite",
                                                      "following", "given",       "notwithstanding"};
  if (trees.child(t, "nmod:poss") == Trees::kNone) return false;
  for (uint32_t k = t; k > 0 && k + kLongest > t; --k) {
    if (among(kFacts, trees.words(k - 1))) return true;
    if (!is_of_phrase(trees, k - 1)) return false;
  }
  return false;
}

bool is_exhorted(const Trees& trees, uint32_t t) {
  uint32_t k = t;
  while (k > 0 && k + 3 > t &&
         (trees.token(k - 1).upos == Upos::kAdv || trees.lemma(k - 1) == "all" || trees.lemma(k - 1) == "not"))
    --k;
  if (k < 2 || trees.lemma(k - 2) != "let") return false;
  const std::string_view word = trees.words(k - 1);
  return word == "us" || word == "'s" || word == "’s";
}

EventStatus status_of_headline(const Trees& trees, uint32_t t) {
  if (t < 2 || trees.lemma(t - 1) != "to" || trees.head(t) != Trees::kNone) return EventStatus::kAsserted;
  const uint32_t subject = trees.child(t, "nsubj");
  if (subject == Trees::kNone || subject >= t - 1 || !trees.is_nominal(t - 2)) return EventStatus::kAsserted;
  uint32_t k = t - 1;
  while (k > 0 && is_of_phrase(trees, k - 1)) --k;
  if (k == 0 || trees.token(k - 1).upos == Upos::kPunct) return EventStatus::kPlanned;
  const std::string_view before = trees.words(k - 1);
  return before == "On" || before == "on" ? EventStatus::kHypothetical : EventStatus::kAsserted;
}

bool is_unsaid(const Trees& trees, uint32_t t) {
  constexpr uint32_t kWindow = 24;
  constexpr std::array<std::string_view, 4> kSaying = {"claim", "promise", "say", "suggest"};
  constexpr std::array<std::string_view, 10> kOpen = {"but",   "how", "what", "when",  "where",
                                                      "which", "who", "whom", "whose", "why"};
  bool asks = false;
  for (uint32_t k = t; k > 1 && k + kWindow > t; --k) {
    const std::string_view word = trees.words(k - 1);
    if (word == ";" || word == ":" || word == "." || is_quote(word) || trees.lemma(k - 1) == "but") return false;
    if (trees.token(k - 1).upos == Upos::kVerb && among(kSaying, trees.lemma(k - 1))) {
      if (!is_denial(trees.lemma(k - 2))) return false;
      if (trees.lemma(k) == "that") return !asks;
      // "I did not say, ..., I will": the speaker's own words, cut short.
      const bool spoken = k > 3 && (trees.words(k - 4) == "I" || trees.words(k - 4) == "We");
      return trees.words(k) == "," && spoken && k < t;
    }
    asks = asks || among(kOpen, trees.lemma(k - 1));
  }
  return false;
}

bool is_unproven(const Trees& trees, uint32_t t) {
  constexpr uint32_t kWindow = 20;
  constexpr std::array<std::string_view, 8> kSigns = {"confirmation", "evidence", "hint",  "indication",
                                                      "proof",        "sign",     "signs", "suggestion"};
  constexpr std::array<std::string_view, 4> kNone = {"any", "little", "no", "scant"};
  for (uint32_t k = t; k > 2 && k + kWindow > t; --k) {
    const std::string_view word = trees.words(k - 1);
    if (word == ";" || word == "." || is_quote(word) || trees.lemma(k - 1) == "but") return false;
    if (trees.lemma(k - 1) != "that" || !among(kSigns, trees.lemma(k - 2))) continue;
    for (uint32_t d = k - 2; d > 0 && d + 4 > k - 2; --d) {
      if (among(kNone, trees.words(d - 1)) || trees.words(d - 1) == "No") return true;
      if (trees.token(d - 1).upos != Upos::kAdj) return false;
    }
    return false;
  }
  return false;
}

bool is_performed(const Trees& trees, uint32_t t) {
  constexpr std::array<std::string_view, 14> kPerformed = {
      "acknowledge",  "admit",    "apologise", "apologize", "applaud", "commend", "condemn",
      "congratulate", "denounce", "deplore",   "praise",    "protest", "salute",  "thank"};
  const uint32_t subject = trees.child(t, "nsubj");
  return subject != Trees::kNone && among(kPerformed, trees.lemma(t)) &&
         (trees.words(subject) == "I" || trees.words(subject) == "we" || trees.words(subject) == "We");
}

bool is_left_undone_by(const Trees& trees, uint32_t above) {
  constexpr std::array<std::string_view, 4> kLeave = {"allow", "let", "permit", "tolerate"};
  if (!among(kLeave, trees.lemma(above))) return false;
  bool modal = false;
  bool denied = false;
  for (const uint32_t* c = trees.begin(above); c != trees.end(above) && *c < above; ++c) {
    const std::string_view lemma = trees.lemma(*c);
    modal = modal || (trees.has_relation(*c, "aux") && (lemma == "can" || lemma == "must" || lemma == "should"));
    denied = denied || is_denial(lemma);
  }
  return modal && denied;
}

}  // namespace readout::events
