// How the cells of one fact differ, typed: conflict, earlier, rounding, trim, translation, attribution, wording.
#pragma once

#include <vector>

#include "collation/alignment.h"

namespace readout::collation {

// Compares the candidates `members` that make up `fact` with one of them, `reference` (the fullest): sets its cells to
// kDiffers where they do, writes its note, and returns what is worth a reader's look, each with the words side by side
// (Disagreement::facts is left to the caller). A rounding is listed, but its cells still carry: the accounts agree. A
// conflict says so only where both values claim to be one measure; where time may explain it, the kind is kEarlier,
// where other words around them may, kScope.
std::vector<Disagreement> compare_cells(const Corpus& corpus, const std::vector<Candidate>& candidates,
                                        const std::vector<uint32_t>& members, uint32_t reference,
                                        const IdentityTable& identities, Fact& fact);

}  // namespace readout::collation
