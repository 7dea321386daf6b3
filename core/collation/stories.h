// Which articles tell of one happening.
//
// Method: TF-IDF vectors of content words (Salton & Buckley 1988) with names and the head of the article weighted up,
// and average-link agglomerative clustering over candidate pairs found by shared rare terms, so that the cost stays
// near n log n. Arithmetic is IEEE addition, multiplication, division and square root in a fixed order: the same
// everywhere.
#pragma once

#include <string>
#include <vector>

#include "collation/corpus.h"

namespace readout::collation {

struct StoryGroup {
  std::vector<ArticleIndex> articles;  // ascending
  std::string reason;                  // why they were put together; for one article, why it stands alone
};

// Every article is in exactly one group; groups are in order of their first article.
std::vector<StoryGroup> find_stories(const Corpus& corpus);

}  // namespace readout::collation
