// Figures of one story that are no one fact but belong together: the same measure for another time, a target beside a
// value, and a change between two totals.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "collation/alignment.h"

namespace readout::collation {

struct FigureLinks {
  std::vector<Disagreement> disagreements;              // kScope and kArithmetic, with their facts
  std::vector<std::pair<uint32_t, std::string>> notes;  // on facts: a change that its totals bear out
};

// `facts` are the members of each fact, as indices into `candidates`. Compares only figures that share rare words, so
// that the cost stays near linear in the story's figures.
FigureLinks link_figures(const Corpus& corpus, const std::vector<Candidate>& candidates,
                         const std::vector<std::vector<uint32_t>>& facts);

}  // namespace readout::collation
