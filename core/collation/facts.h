// Facts: what the articles of one story give together, with a cell for each of them.
#pragma once

#include <vector>

#include "collation/alignment.h"
#include "collation/origins.h"

namespace readout::collation {

struct StoryFacts {
  std::vector<Fact> facts;  // what differs first, then what most articles carry, then as the story tells it
  std::vector<Disagreement> disagreements;  // Disagreement::facts index `facts`
};

// The facts of the articles of one story. `story` is its index in the dossier.
StoryFacts find_facts(const Corpus& corpus, const std::vector<ArticleIndex>& articles, uint32_t story,
                      const IdentityTable& identities, const OriginTable& origins);

}  // namespace readout::collation
