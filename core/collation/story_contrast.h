// Two happenings of one kind: two captures by one navy, two fights of one champion. Their articles share the words of
// the kind, so that likeness alone takes them for one story; what tells them apart is that each side has words of its
// own (names, numbers, days) which nearly all of its articles give and none of the other's.
//
// Method: within a group, words are weighed anew by how few of the group hold them (words of all weigh nothing); the
// first principal component of these vectors, refined by spherical 2-means (Dhillon & Modha 2001), proposes two sides.
// They are two happenings where the average likeness across the sides is small beside that within each of them.
#pragma once

#include <string>
#include <vector>

#include "collation/story_terms.h"

namespace readout::collation {

struct StoryPart {
  std::vector<ArticleIndex> articles;  // ascending
  std::string contrast;                // what tells it from the rest, in plain words; empty where nothing was parted
};

// The happenings that `group` (ascending) tells of: one, or more where it falls apart. Sides of fewer than three
// articles are never parted: so few say too little about what is their own. O(terms of the group) a level, few levels.
std::vector<StoryPart> part_happenings(const Corpus& corpus, const StoryVectors& vectors,
                                       std::vector<ArticleIndex> group);

}  // namespace readout::collation
