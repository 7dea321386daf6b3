// Which articles tell of one happening.
//
// Method: the likeness of two articles is the cosine of their weighted words (story_terms.h), less where their days lie
// apart; average-link agglomerative clustering joins them over candidate pairs found by shared rare words, so that the
// cost stays near n log n; what it joins is parted again where two happenings of one kind stand in it
// (story_contrast.h). Arithmetic is IEEE addition, multiplication, division and square root in a fixed order: the same
// everywhere.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "collation/corpus.h"
#include "collation/rules.h"

namespace readout::collation {

struct StoryGroup {
  std::vector<ArticleIndex> articles;  // ascending
  std::string reason;                  // why they were put together; for one article, why it stands alone
  // Other groups whose articles have words in common with these, by index, with the average likeness in thousandths,
  // the days left aside: where happenings of one kind are to be looked for.
  std::vector<std::pair<uint32_t, uint32_t>> related;
  bool decided = false;  // a rule of the reader's made it what it is
};

// Every article is in exactly one group; groups are in order of their first article. Rules on stories come last, so
// that they hold whatever was inferred; others are passed over.
std::vector<StoryGroup> find_stories(const Corpus& corpus, const std::vector<Rule>& rules = {});

}  // namespace readout::collation
