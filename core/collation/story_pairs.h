// Which articles are worth comparing as wholes, and how alike they are.
//
// Pairs are those that share most of their weightiest words, each article with those before it by id; a word that very
// many articles hold pairs only those that stand near each other in the list of its holders. So the cost stays near
// linear. The likeness of a pair is kept while neither article's weights change, and the pairs of an article while the
// lists of holders of its weightiest words do not.
#pragma once

#include <vector>

#include "collation/story_days.h"
#include "collation/story_terms.h"

namespace readout::collation {

struct StoryEdge {
  float words = 0;  // likeness of the words alone
  // The same, less where the heads name others and where the days of publication lie apart; below zero where the texts
  // show that they tell of happenings of two seasons.
  float similarity = 0;
  ArticleIndex a = 0;  // a < b
  ArticleIndex b = 0;
};

constexpr float kLeastAlike = 0.05F;     // less than this is unlike
constexpr size_t kStoryCandidates = 60;  // pairs of an article with those before it, at most

class StoryPairs {
 public:
  void add(const CorpusArticle& article);
  void remove(Serial serial);

  // The pairs whose words are alike at all, by b and then by a. `vectors` has been weighed.
  // O(holders of the weightiest words, at most some hundred an article; a cosine for each pair that is new or changed).
  std::vector<StoryEdge> find(const Corpus& corpus, const StoryVectors& vectors);

 private:
  struct Pair {
    Serial other;
    bool fresh;  // the rest is not known yet
    float words;
    float similarity;
  };

  std::vector<std::vector<Pair>> known_;      // by serial of the later article: its pairs in order
  std::vector<StoryDays> days_;               // by serial
  std::vector<std::vector<uint32_t>> heavy_;  // by serial: ids of the weightiest words, sorted
  std::vector<uint32_t> left_;                // such ids of articles that went
};

}  // namespace readout::collation
