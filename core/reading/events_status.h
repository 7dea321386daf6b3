// Whether what a predicate says happened: asserted, negated, planned or hypothetical.
#pragma once

#include "reading/events_syntax.h"
#include "reading/values.h"

namespace readout::events {

// From auxiliaries, negation, conditions, purpose clauses and the verbs and nouns above ("plans to visit", "refusal to
// meet", "cancelled talks", "a widely expected invasion"). Looks a few verbs up, no further.
EventStatus status_of(const Trees& trees, uint32_t t);

// Whether a verb or noun has a deed as its content, which it puts in doubt or plans ("ask", "plan", "refusal").
bool takes_deed(std::string_view lemma);

// "the first", "the highest": said of a noun whose infinitive tells what was done ("the first envoy to visit").
bool is_ranked(const Trees& trees, uint32_t noun);

// "which forced the premier to resign", "was the pretext for Lee to back down": whether the deed in the infinitive of
// `noun` is told as done.
bool is_brought_about(const Trees& trees, uint32_t noun);

// The stronger doubt: negated over hypothetical over planned over asserted.
EventStatus stronger(EventStatus a, EventStatus b);

// Whether the clause's own auxiliaries put verb `t` in the future ("will", "is to") or deny it ("did not").
struct Modality {
  bool future = false;
  bool obliged = false;  // must, should, ought
  bool negated = false;
};
Modality modality_of(const Trees& trees, uint32_t t);

}  // namespace readout::events
