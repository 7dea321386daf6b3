// Which articles tell of one happening.
//
// Method: the likeness of two articles is the cosine of their weighted words (story_terms.h), less where their heads
// name others or their days lie apart (story_pairs.h); where the texts bear out that they were written seasons apart,
// it holds them apart (story_days.h); average-link clustering joins them (story_clusters.h); what it joins is parted
// again where two happenings of one kind stand in it (story_contrast.h). Arithmetic is IEEE addition, multiplication,
// division and square root in a fixed order: the same everywhere.
#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "collation/rules.h"
#include "collation/story_pairs.h"

namespace readout::collation {

struct StoryGroup {
  std::vector<ArticleIndex> articles;  // ascending
  std::string reason;                  // why they were put together; for one article, why it stands alone
  // Other groups whose articles have words in common with these, by index, with the average likeness in thousandths,
  // the days left aside: where happenings of one kind are to be looked for.
  std::vector<std::pair<uint32_t, uint32_t>> related;
  bool decided = false;  // a rule of the reader's made it what it is
};

// Keeps, from one question to the next, what articles that come or go do not change.
class StoryFinder {
 public:
  void add(const CorpusArticle& article, const std::vector<Word>& words);
  void remove(Serial serial);

  // `corpus` holds the articles that were added and not removed. Every article is in exactly one group; groups are in
  // order of their first article. Rules on stories come last, so that they hold whatever was inferred; others are
  // passed over. The answer hangs on the corpus and the rules alone.
  std::vector<StoryGroup> find(const Corpus& corpus, const std::vector<Rule>& rules = {});

 private:
  struct Part {
    std::vector<Serial> articles;
    std::string contrast;
    std::string reason;
  };
  // What a cluster fell apart into, by a hash of its serials.
  struct Cluster {
    std::vector<Serial> articles;
    std::vector<Part> parts;
  };
  using Clusters = std::unordered_map<uint64_t, Cluster>;

  Cluster parted(const Corpus& corpus, std::vector<ArticleIndex> group) const;

  StoryVectors vectors_;
  StoryPairs pairs_;
  Clusters clusters_;
};

}  // namespace readout::collation
