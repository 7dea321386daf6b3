#include "collation/story_pairs.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace readout::collation {

namespace {

constexpr std::ptrdiff_t kLongestPosting = 128;
// Heads that name others tell of others: how much of the likeness is left where no name is shared, and how many have to
// be for all of it.
constexpr float kWhoeverIsNamed = 0.5F;
constexpr float kNamesShared = 0.3F;

// For an article those before it that share most of its weightiest words, in order.
class Candidates {
 public:
  // `heavy` are the ids of these words, by serial.
  Candidates(const Corpus& corpus, const std::vector<std::vector<uint32_t>>& heavy, size_t words)
      : begin_(words + 1, 0), shared_(corpus.size(), 0) {
    for (const CorpusArticle& article : corpus) {
      for (const uint32_t id : heavy[article.serial]) ++begin_[id + 1];
    }
    for (size_t id = 1; id < begin_.size(); ++id) begin_[id] += begin_[id - 1];
    std::vector<uint32_t> end(begin_);
    holders_.resize(begin_.back());
    for (ArticleIndex i = 0; i < corpus.size(); ++i) {
      for (const uint32_t id : heavy[corpus[i].serial]) holders_[end[id]++] = i;
    }
  }

  // The answer lasts until the next question.
  const std::vector<ArticleIndex>& before(ArticleIndex article, const std::vector<uint32_t>& heavy) {
    for (const uint32_t id : heavy) {
      const auto begin = holders_.begin() + begin_[id];
      const auto end = std::lower_bound(begin, holders_.begin() + begin_[id + 1], article);
      for (auto p = end - begin > kLongestPosting ? end - kLongestPosting : begin; p != end; ++p) {
        if (shared_[*p]++ == 0) seen_.push_back(*p);
      }
    }
    // The count that the last one taken has; of those that share as much the first are taken.
    std::array<uint32_t, kHeavyTerms + 1> having{};
    for (const ArticleIndex other : seen_) ++having[shared_[other]];
    uint32_t least = kHeavyTerms;
    size_t more = 0;  // that share more than `least`
    while (least > 1 && more + having[least] < kStoryCandidates) more += having[least--];
    best_.clear();
    last_.clear();
    for (const ArticleIndex other : seen_) {
      const uint32_t count = shared_[other];
      if (count > least) best_.push_back(other);
      if (count == least) last_.push_back(other);
      shared_[other] = 0;
    }
    seen_.clear();
    const size_t kept = std::min(last_.size(), kStoryCandidates - more);
    std::nth_element(last_.begin(), last_.begin() + static_cast<std::ptrdiff_t>(kept), last_.end());
    best_.insert(best_.end(), last_.begin(), last_.begin() + static_cast<std::ptrdiff_t>(kept));
    std::sort(best_.begin(), best_.end());
    return best_;
  }

 private:
  std::vector<uint32_t> begin_;  // by word: of its list in holders_
  std::vector<ArticleIndex> holders_;
  std::vector<uint32_t> shared_;
  std::vector<ArticleIndex> seen_;
  std::vector<ArticleIndex> best_;
  std::vector<ArticleIndex> last_;
};

float similarity(const Likeness& like, const StoryDays& a, const StoryDays& b) {
  if (!like.number && seasons_apart(a, b)) return -like.words;
  const float names = kWhoeverIsNamed + (1 - kWhoeverIsNamed) * std::min(1.F, like.names / kNamesShared);
  return like.words * names * nearness(a, b);
}

}  // namespace

void StoryPairs::add(const CorpusArticle& article) {
  if (known_.size() <= article.serial) {
    known_.resize(article.serial + 1);
    heavy_.resize(article.serial + 1);
    days_.resize(article.serial + 1);
  }
  days_[article.serial] = days_of(*article.reading);
}

void StoryPairs::remove(Serial serial) {
  known_[serial] = {};
  left_.insert(left_.end(), heavy_[serial].begin(), heavy_[serial].end());
  heavy_[serial] = {};
}

std::vector<StoryEdge> StoryPairs::find(const Corpus& corpus, const StoryVectors& vectors) {
  Serial most = 0;
  for (const CorpusArticle& article : corpus) most = std::max(most, article.serial + 1);
  // Asked for every pair: a byte an article stays near.
  std::vector<uint8_t> changed(most, 0);
  for (const CorpusArticle& article : corpus) {
    changed[article.serial] = vectors[article.serial].round == vectors.round() ? 1 : 0;
  }

  // By word: from which place on its list of holders is another than the last time.
  std::vector<ArticleIndex> stirred(vectors.word_count(), UINT32_MAX);
  for (const uint32_t id : left_) stirred[id] = 0;
  left_.clear();
  for (ArticleIndex i = 0; i < corpus.size(); ++i) {
    const Serial serial = corpus[i].serial;
    if (changed[serial] == 0) continue;
    const StoryVector& vector = vectors[serial];
    std::vector<uint32_t> ids;
    for (const uint32_t index : vector.heavy) ids.push_back(vector.terms[index].id);
    std::sort(ids.begin(), ids.end());
    std::vector<uint32_t> other;
    auto& before = heavy_[serial];
    std::set_symmetric_difference(ids.begin(), ids.end(), before.begin(), before.end(), std::back_inserter(other));
    // The list is asked for those before an article: what comes later changes nothing for it.
    for (const uint32_t id : other) stirred[id] = std::min(stirred[id], i);
    before = std::move(ids);
  }

  const auto places = places_of_serials(corpus, most);
  std::vector<uint32_t> before(most, UINT32_MAX);  // by serial: where it was known of the article in hand
  std::vector<StoryEdge> edges;
  edges.reserve(corpus.size() * kStoryCandidates / 2);
  Candidates candidates(corpus, heavy_, vectors.word_count());
  std::vector<Pair> now;
  Comparison comparison(vectors.word_count());
  for (ArticleIndex i = 0; i < corpus.size(); ++i) {
    const Serial serial = corpus[i].serial;
    const StoryVector& vector = vectors[serial];
    const auto& heavy = heavy_[serial];
    auto& known = known_[serial];
    if (std::any_of(heavy.begin(), heavy.end(), [&](uint32_t id) { return stirred[id] <= i; })) {
      for (uint32_t k = 0; k < known.size(); ++k) before[known[k].other] = k;
      now.clear();
      for (const ArticleIndex other : candidates.before(i, heavy)) {
        const Serial named = corpus[other].serial;
        now.push_back(before[named] == UINT32_MAX ? Pair{named, true, 0, 0} : known[before[named]]);
      }
      for (const Pair& pair : known) before[pair.other] = UINT32_MAX;
      known.assign(now.begin(), now.end());
    }
    for (Pair& pair : known) {
      if (pair.fresh || (changed[serial] | changed[pair.other]) != 0) {
        if (!comparison.is_set()) comparison.set(vector);
        const Likeness like = comparison.with(vectors[pair.other]);
        pair = {pair.other, false, like.words, similarity(like, days_[pair.other], days_[serial])};
      }
      if (pair.words <= kLeastAlike) continue;
      edges.push_back({pair.words, pair.similarity, places[pair.other], i});
    }
    comparison.clear();
  }
  return edges;
}

}  // namespace readout::collation
