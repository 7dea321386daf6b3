// What one speaker says again in another story: the same point on other occasions, which is no one statement.
#pragma once

#include <vector>

#include "collation/corpus.h"

namespace readout::collation {

// Quotations of one speaker in different stories, where most content words of the shorter stand in the other. `facts`
// are those of the dossier; they stay as they are. By their first fact. O(quotations of speakers who are in several
// stories, times the last 32 of theirs that share a word).
std::vector<TalkingPoint> find_talking_points(const Corpus& corpus, const std::vector<Fact>& facts,
                                              const std::vector<DossierEntity>& entities);

}  // namespace readout::collation
