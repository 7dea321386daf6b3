#include <algorithm>
#include <array>

#include "reading/events_clause.h"
#include "reading/events_reader.h"
#include "reading/events_status.h"

namespace readout::events {

namespace {

bool is_guilt(std::string_view lemma) {
  return lemma == "responsible" || lemma == "guilty" || lemma == "culpable" || lemma == "complicit";
}

// A verb, or "ready to ..."; "must be careful" and "should be able to" demand no deed.
bool is_deed(const Trees& trees, uint32_t t) {
  const std::string_view lemma = trees.lemma(t);
  return trees.token(t).upos == Upos::kVerb || lemma == "ready" || lemma == "prepared" || lemma == "willing";
}

bool is_of_mind(std::string_view lemma) {
  constexpr std::array<std::string_view, 34> kMind = {
      "be",     "become", "believe",    "care", "choose", "consider", "decide",   "deserve", "enjoy",
      "expect", "face",   "feel",       "find", "get",    "have",     "hesitate", "hope",    "imagine",
      "know",   "learn",  "like",       "lose", "mean",   "play",     "receive",  "remain",  "remember",
      "see",    "think",  "understand", "wait", "win",    "wonder",   "worry"};
  return std::find(kMind.begin(), kMind.end(), lemma) != kMind.end();
}

// "needs to"
bool obliges(const Trees& trees, uint32_t t) {
  if (trees.lemma(t) != "need") return false;
  const uint32_t complement = trees.child(t, "xcomp");
  return complement != Trees::kNone && trees.child(complement, "mark") != Trees::kNone;
}

}  // namespace

// "responsible for the deaths", "for Vessby"; for a good result, nobody is accused.
bool Reader::is_for_harm(uint32_t t) const {
  constexpr std::array<std::string_view, 22> kHarm = {
      "abuse",       "chaos",    "collapse", "crime",   "crisis", "damage",      "death", "debacle",
      "destruction", "disaster", "failure",  "fiasco",  "harm",   "instability", "loss",  "mess",
      "problem",     "scandal",  "tragedy",  "trouble", "unrest", "violence"};
  const uint32_t what = phrases_.behind(t, "for", sentence_->last_token);
  if (what == Trees::kNone) return true;
  if (parties_.at(what) || lexicon_.thing(trees_.lemma(what)) == Thing::kCause) return true;
  const Predicate* deed = lexicon_.event_noun(trees_.lemma(what));
  return (deed != nullptr && !is_cooperation(deed->code)) ||
         std::any_of(kHarm.begin(), kHarm.end(),
                     [&](std::string_view noun) { return is_form_of(trees_.lemma(what), noun); });
}

// "a court found him guilty of fraud", "he was found guilty by a court".
void Reader::verdict(uint32_t t) {
  constexpr uint32_t kFarthest = 8;
  if (trees_.lemma(t) != "guilty") return;
  for (uint32_t v = t; v > sentence_->first_token && v + kFarthest > t; --v) {
    if (trees_.lemma(v - 1) != "find") continue;
    const uint32_t verb = v - 1;
    Finding finding;
    finding.token = verb;
    finding.span = {trees_.token(verb).span.begin, trees_.token(t).span.end};
    finding.code = "ACCUSE";
    finding.sources = sources_of(verb);
    if (is_passive(trees_, verb)) {
      for (const uint32_t patient : patients(trees_, verb)) append(finding.targets, parties_.of(patient));
    } else {
      for (uint32_t k = verb + 1; k < t; ++k) {
        if (const auto found = parties_.at(k)) finding.targets = {*found};
      }
    }
    subtract(finding.targets, finding.sources);
    if (finding.targets.empty()) return;
    finding.status = status_of(trees_, verb);
    record(std::move(finding));
    return;
  }
}

void Reader::report(uint32_t t) {
  const bool guilt = is_guilt(trees_.lemma(t));
  const bool needs = obliges(trees_, t);
  const bool obliged = modality_of(trees_, t).obliged || needs;
  if (guilt && !is_for_harm(t)) return;
  if ((!guilt && !obliged) || trees_.lemma(t) == "be" || (!guilt && !is_deed(trees_, t))) return;
  // "should be jailed": of somebody else, who is not named, unless it is for a deed.
  if (!guilt && is_passive(trees_, t) && trees_.token(t).upos == Upos::kVerb) return;
  // "should know": of what somebody thinks or is nothing is demanded.
  const uint32_t wanted = trees_.lemma(t) == "need" ? trees_.child(t, "xcomp") : t;
  if (wanted == Trees::kNone || is_of_mind(trees_.lemma(wanted))) return;
  // "will need to be changed": by nobody who is named. "must weigh whether": of what somebody thinks.
  if (wanted != t && is_passive(trees_, wanted)) return;
  if (trees_.lemma(wanted) == "weigh" && wanted + 1 < sentence_->last_token && trees_.lemma(wanted + 1) != "in") return;
  // "should not have said it": too late to be demanded.
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    if (!guilt && trees_.has_relation(*c, "aux") && trees_.lemma(*c) == "have") return;
  }
  // "the mayor, who must decide, ..."
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    if (trees_.has_relation(*c, "nsubj") && (trees_.lemma(*c) == "who" || trees_.lemma(*c) == "which")) return;
  }
  // "a vote on whether Peru should leave"
  const uint32_t asked = trees_.child(t, "mark");
  if (asked != Trees::kNone && (trees_.lemma(asked) == "whether" || trees_.lemma(asked) == "if")) return;
  const uint32_t reporting = reporting_verb(trees_, t);
  if (reporting == Trees::kNone || status_of(trees_, reporting) == EventStatus::kNegated) return;
  Finding finding;
  finding.token = t;
  finding.span = trees_.token(t).span;
  finding.code = guilt && !obliged ? "ACCUSE" : "DEMAND";
  finding.sources = speakers_of(reporting);
  if (finding.sources.empty() || are_crowd(finding.sources)) return;
  for (const uint32_t subject : clause_subject(trees_, t)) {
    // "his showing should help": nothing is asked of whose it is.
    const bool actor = trees_.token(subject).upos != Upos::kNoun || parties_.at(subject) ||
                       lexicon_.sector(trees_.lemma(subject)) != nullptr ||
                       lexicon_.thing(trees_.lemma(subject)) == Thing::kMeasure;
    if (actor) append(finding.targets, parties_.doers(subject));
  }
  subtract(finding.targets, finding.sources);
  // "any reasonable person should ..." asks nobody.
  finding.targets.erase(std::remove_if(finding.targets.begin(), finding.targets.end(),
                                       [&](EntityId id) { return parties_.entity(id).unnamed && !is_public(id); }),
                        finding.targets.end());
  if (finding.targets.empty()) return;
  // "needs to win" says a strategist: what would serve somebody. A public body says it to another.
  if (needs && !(any_political(finding.sources) && any_public(finding.targets))) return;
  if (guilt && !obliged && status_of(trees_, t) == EventStatus::kNegated) return;
  record(std::move(finding));
}

}  // namespace readout::events
