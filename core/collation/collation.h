// Collation: readings -> dossier. Stages, each replaceable behind its own header in this folder:
// identities (entities over articles), stories and subjects, origins, facts with their cells, disagreements, timeline.
#pragma once

#include <vector>

#include "collation/dossier.h"
#include "collation/rules.h"
#include "reading/values.h"

namespace readout {

struct CollateOptions {
  std::vector<Rule> rules;  // what the reader has decided; it comes before anything inferred
};

// The readings may come in any order and are given as pointers so that a desk need not copy them; all must be non-null
// and their ids distinct. The same set gives the same dossier, to the byte: inputs are sorted by id, sums are
// integers, sorts are total. Collation needs no tokens: readings parsed back from JSON do.
Dossier collate(std::vector<const Reading*> readings, const CollateOptions& options = {});

}  // namespace readout
