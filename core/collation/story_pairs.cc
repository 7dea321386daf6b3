#include "collation/story_pairs.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>

namespace readout::collation {

namespace {

constexpr std::ptrdiff_t kLongestPosting = 128;
// How much of the likeness of words is left where the days are known and lie apart: all on one day, three quarters
// after a season.
constexpr float kWhateverTheDay = 0.5F;
constexpr float kSeasonDays = 90;
// Articles published further apart are one story only where their words are twice as like (the date may be that of a
// copy): two visits a year apart are two happenings.
constexpr float kFarApart = 0.5F;

// First and last day on which an article may have been published; none where that is not known.
struct Days {
  int64_t first = 0;
  int64_t last = 0;
};

// Days on a scale where months have 31: exact enough for telling weeks from seasons.
std::optional<Days> days_of(const PublishedDate& published) {
  const std::string& v = published.value;
  if (v.size() < 4 || published.how == DateHow::kUnknown) return std::nullopt;
  const auto number = [&](size_t at, size_t size, int64_t otherwise) {
    if (v.size() < at + size) return otherwise;
    int64_t value = 0;
    for (size_t i = at; i < at + size; ++i) {
      if (v[i] < '0' || v[i] > '9') return otherwise;
      value = value * 10 + (v[i] - '0');
    }
    return value;
  };
  const int64_t year = number(0, 4, 0);
  return Days{(year * 12 + number(5, 2, 1)) * 31 + number(8, 2, 1),
              (year * 12 + number(5, 2, 12)) * 31 + number(8, 2, 31)};
}

float nearness(const std::optional<Days>& a, const std::optional<Days>& b) {
  if (!a || !b) return 1;
  const auto gap = static_cast<float>(std::max<int64_t>(0, std::max(a->first, b->first) - std::min(a->last, b->last)));
  if (gap > kSeasonDays) return kFarApart;
  return kWhateverTheDay + (1 - kWhateverTheDay) / (1 + gap / kSeasonDays);
}

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

}  // namespace

void StoryPairs::remove(Serial serial) {
  if (serial >= known_.size()) return;
  known_[serial] = {};
  left_.insert(left_.end(), heavy_[serial].begin(), heavy_[serial].end());
  heavy_[serial] = {};
}

std::vector<StoryEdge> StoryPairs::find(const Corpus& corpus, const StoryVectors& vectors) {
  std::vector<std::optional<Days>> days;
  days.reserve(corpus.size());
  Serial most = 0;
  for (const CorpusArticle& article : corpus) {
    days.push_back(days_of(article.reading->article.masthead.published));
    most = std::max(most, article.serial + 1);
  }
  if (known_.size() < most) known_.resize(most), heavy_.resize(most);
  const auto changed = [&](Serial serial) { return vectors[serial].round == vectors.round(); };

  // Words whose lists of holders are others than the last time.
  std::vector<bool> stirred(vectors.word_count(), false);
  for (const uint32_t id : left_) stirred[id] = true;
  left_.clear();
  for (const CorpusArticle& article : corpus) {
    if (!changed(article.serial)) continue;
    const StoryVector& vector = vectors[article.serial];
    std::vector<uint32_t> ids;
    for (const uint32_t index : vector.heavy) ids.push_back(vector.terms[index].id);
    std::sort(ids.begin(), ids.end());
    std::vector<uint32_t> other;
    auto& before = heavy_[article.serial];
    std::set_symmetric_difference(ids.begin(), ids.end(), before.begin(), before.end(), std::back_inserter(other));
    for (const uint32_t id : other) stirred[id] = true;
    before = std::move(ids);
  }

  const auto places = places_of_serials(corpus, most);
  std::vector<float> before(most, -1);  // by serial: what was known of the article in hand
  std::vector<StoryEdge> edges;
  edges.reserve(corpus.size() * kStoryCandidates / 2);
  Candidates candidates(corpus, heavy_, vectors.word_count());
  std::vector<std::pair<Serial, float>> now;
  for (ArticleIndex i = 0; i < corpus.size(); ++i) {
    const Serial serial = corpus[i].serial;
    const StoryVector& vector = vectors[serial];
    const auto& heavy = heavy_[serial];
    auto& known = known_[serial];
    if (std::any_of(heavy.begin(), heavy.end(), [&](uint32_t id) { return stirred[id]; })) {
      for (const auto& [other, words] : known) before[other] = words;
      now.clear();
      for (const ArticleIndex other : candidates.before(i, heavy)) {
        const Serial other_serial = corpus[other].serial;
        now.emplace_back(other_serial, before[other_serial]);
      }
      for (const auto& [other, words] : known) before[other] = -1;
      known.assign(now.begin(), now.end());
    }
    for (auto& [other, words] : known) {
      if (words < 0 || changed(serial) || changed(other)) words = cosine(vectors[other], vector);
      if (words <= kLeastAlike) continue;
      const ArticleIndex place = places[other];
      edges.push_back({words, words * nearness(days[i], days[place]), place, i});
    }
  }
  return edges;
}

}  // namespace readout::collation
