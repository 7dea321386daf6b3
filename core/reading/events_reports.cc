#include "reading/events_clause.h"
#include "reading/events_reader.h"
#include "reading/events_status.h"

namespace readout::events {

namespace {

bool is_guilt(std::string_view lemma) {
  return lemma == "responsible" || lemma == "guilty" || lemma == "culpable" || lemma == "complicit";
}

// "needs to"
bool obliges(const Trees& trees, uint32_t t) {
  if (trees.lemma(t) != "need") return false;
  const uint32_t complement = trees.child(t, "xcomp");
  return complement != Trees::kNone && trees.child(complement, "mark") != Trees::kNone;
}

}  // namespace

void Reader::report(uint32_t t) {
  const bool guilt = is_guilt(trees_.lemma(t));
  const bool obliged = modality_of(trees_, t).obliged || obliges(trees_, t);
  if ((!guilt && !obliged) || trees_.lemma(t) == "be") return;
  const uint32_t reporting = reporting_verb(trees_, t);
  if (reporting == Trees::kNone) return;
  Finding finding;
  finding.token = t;
  finding.span = trees_.token(t).span;
  finding.code = guilt && !obliged ? "ACCUSE" : "DEMAND";
  finding.sources = speakers_of(reporting);
  if (finding.sources.empty()) return;
  for (const uint32_t subject : clause_subject(trees_, t)) append(finding.targets, parties_.of(subject));
  subtract(finding.targets, finding.sources);
  if (finding.targets.empty()) return;
  if (guilt && !obliged && status_of(trees_, t) == EventStatus::kNegated) return;
  record(std::move(finding));
}

}  // namespace readout::events
