// Average-link agglomerative clustering over sparse pairs (Sokal & Michener 1958).
#pragma once

#include <vector>

#include "collation/story_pairs.h"

namespace readout::collation {

// How many pairs of articles of two groups could have been compared: an article has at most kStoryCandidates, however
// large the story.
double pairs_between(size_t a, size_t b);

// Joins the two most alike groups while their average likeness is at least `least`; pairs that are no edges count as
// unlike, edges below zero hold their groups apart, and groups between which no chain of pairs leads that are `least`
// alike are never joined. Groups and what they hold are ascending. The outcome hangs on the edges and the order of
// articles alone: ties go to the first articles. O(edges log edges) where groups have few neighbours.
std::vector<std::vector<ArticleIndex>> cluster_stories(size_t articles, const std::vector<StoryEdge>& edges,
                                                       double least);

}  // namespace readout::collation
