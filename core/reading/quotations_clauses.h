// Reporting clauses in one sentence: the verb (or "according to"), who it belongs to, and which words it reports.
// Works on the order of words and their classes; where the language stage gives tags, a verb must be tagged as one.
// Private to quotations.
#pragma once

#include <vector>

#include "reading/quotations_sentence.h"

namespace readout::quoting {

// The reporting clauses of one sentence, in text order; their contents do not overlap. Time is linear in the sentence
// apart from look-ahead of bounded length.
std::vector<ReportingClause> find_clauses(const ClauseContext& context, const StepSentence& sentence);

}  // namespace readout::quoting
