// How fingerprints make links, and which links a few articles more or less change.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "collation/shared_copy.h"

namespace readout::collation {

// Sorts a bucket (the shingles of one key) by the places of their articles in the corpus.
void in_order_of_places(std::vector<Shingle>& bucket, const std::vector<ArticleIndex>& places);

constexpr size_t kMostInBucket = 64;  // longer lists are chained, not paired: enough to join them

// The pairs of a bucket in order of places that count; never two of one article.
template <class Visit>
void each_pair(const std::vector<Shingle>& bucket, Visit visit) {
  const bool chained = bucket.size() > kMostInBucket;
  for (size_t i = 0; i < bucket.size(); ++i) {
    for (size_t j = i + 1; j < (chained ? std::min(i + 2, bucket.size()) : bucket.size()); ++j) {
      if (bucket[i].article != bucket[j].article) visit(bucket[i], bucket[j]);
    }
  }
}

// Shingles that two articles share, to be made into links.
class RunList {
 public:
  // `x` stands in the earlier article.
  void add(const std::vector<ArticleIndex>& places, const Shingle& x, const Shingle& y) {
    runs_.push_back(
        {places[x.article], places[y.article], static_cast<int64_t>(y.at) - static_cast<int64_t>(x.at), x.at});
  }
  // By articles. Empties the list.
  std::vector<CopyLink> links(const Corpus& corpus);

 private:
  struct Run {
    ArticleIndex a;
    ArticleIndex b;
    int64_t diagonal;  // place in b less that in a
    uint32_t at;       // in a
  };
  std::vector<Run> runs_;
};

// The links that have to be made anew after some articles came (State::kFresh) and went (State::kGone).
class LinkChanges {
 public:
  // `levels` hold the shingles of all articles, those that went among them.
  LinkChanges(const Corpus& corpus, const std::vector<std::vector<Shingle>>& levels, const std::vector<OwnWords>& own,
              const std::vector<CopyState>& state, const std::map<Serial, GoneCopy>& gone);

  // Whether the link of two articles is among them.
  bool concern(Serial a, Serial b) const;
  std::vector<CopyLink> links() const;

 private:
  using Pair = std::pair<ArticleIndex, ArticleIndex>;

  std::vector<Shingle> bucket(uint64_t key, bool as_before) const;
  void look_at(uint64_t key);
  // A place among all articles, those that went too: twice that of those held, and odd for those that went.
  std::pair<uint32_t, std::string_view> order(Serial serial) const;

  const Corpus& corpus_;
  const std::vector<std::vector<Shingle>>& levels_;
  const std::vector<OwnWords>& own_;  // by serial
  const std::vector<CopyState>& state_;
  const std::map<Serial, GoneCopy>& gone_;
  std::vector<ArticleIndex> places_;
  std::set<Pair> pairs_;  // of articles that are held
};

}  // namespace readout::collation
