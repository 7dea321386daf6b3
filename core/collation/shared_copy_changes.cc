#include "collation/shared_copy_changes.h"

#include <iterator>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "collation/credits.h"

namespace readout::collation {

namespace {

constexpr uint32_t kLeastWords = 24;      // shorter agreement is chance, or a stock phrase
constexpr uint32_t kLeastOfOneWire = 12;  // the same, where both articles credit one source

uint32_t length_of(const std::vector<WordRange>& ranges) {
  uint32_t words = 0;
  for (const auto& [begin, end] : ranges) words += end - begin;
  return words;
}

}  // namespace

void in_order_of_places(std::vector<Shingle>& bucket, const std::vector<ArticleIndex>& places) {
  std::sort(bucket.begin(), bucket.end(), [&](const Shingle& x, const Shingle& y) {
    return x.article != y.article ? places[x.article] < places[y.article] : x.at < y.at;
  });
}

std::vector<CopyLink> RunList::links(const Corpus& corpus) {
  std::sort(runs_.begin(), runs_.end(), [](const Run& x, const Run& y) {
    return std::tie(x.a, x.b, x.diagonal, x.at) < std::tie(y.a, y.b, y.diagonal, y.at);
  });
  std::vector<CopyLink> links;
  for (size_t i = 0; i < runs_.size();) {
    CopyLink link{corpus[runs_[i].a].serial, corpus[runs_[i].b].serial, {}, {}};
    const ArticleIndex a = runs_[i].a;
    const ArticleIndex b = runs_[i].b;
    while (i < runs_.size() && runs_[i].a == a && runs_[i].b == b) {
      const Run first = runs_[i];
      uint32_t end = first.at + kShingleWords;
      for (++i; i < runs_.size() && runs_[i].a == a && runs_[i].b == b && runs_[i].diagonal == first.diagonal &&
                runs_[i].at <= end;
           ++i) {
        end = runs_[i].at + kShingleWords;
      }
      const auto in_b = static_cast<uint32_t>(static_cast<int64_t>(first.at) + first.diagonal);
      link.in_a.emplace_back(first.at, end);
      link.in_b.emplace_back(in_b, in_b + (end - first.at));
    }
    link.in_a = joined_ranges(std::move(link.in_a));
    link.in_b = joined_ranges(std::move(link.in_b));
    const uint32_t words = std::min(length_of(link.in_a), length_of(link.in_b));
    if (words >= kLeastWords || (words >= kLeastOfOneWire && share_source(corpus, a, b)))
      links.push_back(std::move(link));
  }
  runs_ = {};
  return links;
}

LinkChanges::LinkChanges(const Corpus& corpus, const std::vector<std::vector<Shingle>>& levels,
                         const std::vector<OwnWords>& own, const std::vector<CopyState>& state,
                         const std::map<Serial, GoneCopy>& gone)
    : corpus_(corpus),
      levels_(levels),
      own_(own),
      state_(state),
      gone_(gone),
      places_(places_of_serials(corpus, state.size())) {
  std::vector<uint64_t> keys;
  for (const CorpusArticle& article : corpus) {
    if (state[article.serial] != CopyState::kFresh) continue;
    const auto& own_keys = own[article.serial].keys;
    keys.insert(keys.end(), own_keys.begin(), own_keys.end());
  }
  for (const auto& [serial, copy] : gone) keys.insert(keys.end(), copy.keys.begin(), copy.keys.end());
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  for (const uint64_t key : keys) look_at(key);
}

std::vector<Shingle> LinkChanges::bucket(uint64_t key, bool as_before) const {
  std::vector<Shingle> found;
  for (const auto& level : levels_) {
    for (auto at = std::lower_bound(level.begin(), level.end(), Shingle{key, 0, 0});
         at != level.end() && at->key == key; ++at) {
      const CopyState state = state_[at->article];
      if (state == CopyState::kHeld || state == (as_before ? CopyState::kGone : CopyState::kFresh))
        found.push_back(*at);
    }
  }
  if (!as_before) in_order_of_places(found, places_);
  return found;
}

std::pair<uint32_t, std::string_view> LinkChanges::order(Serial serial) const {
  const auto gone = gone_.find(serial);
  if (gone == gone_.end()) return {2 * places_[serial] + 1, {}};
  const auto at = std::lower_bound(
      corpus_.begin(), corpus_.end(), gone->second.id,
      [](const CorpusArticle& article, const std::string& id) { return article.reading->article.id < id; });
  return {2 * static_cast<uint32_t>(at - corpus_.begin()), gone->second.id};
}

void LinkChanges::look_at(uint64_t key) {
  const auto now = bucket(key, false);
  auto then = bucket(key, true);
  const auto as_pair = [&](Serial x, Serial y) {
    return Pair{std::min(places_[x], places_[y]), std::max(places_[x], places_[y])};
  };
  if (now.size() <= kMostInBucket && then.size() <= kMostInBucket) {
    // Only what has come makes pairs; those of what went are gone with it.
    for (const Shingle& x : now) {
      if (state_[x.article] != CopyState::kFresh) continue;
      for (const Shingle& y : now) {
        if (y.article != x.article) pairs_.insert(as_pair(x.article, y.article));
      }
    }
    return;
  }
  std::sort(then.begin(), then.end(), [&](const Shingle& x, const Shingle& y) {
    return x.article != y.article ? order(x.article) < order(y.article) : x.at < y.at;
  });
  std::set<Pair> before;
  std::set<Pair> after;
  each_pair(then, [&](const Shingle& x, const Shingle& y) {
    if (state_[x.article] == CopyState::kHeld && state_[y.article] == CopyState::kHeld)
      before.insert(as_pair(x.article, y.article));
  });
  each_pair(now, [&](const Shingle& x, const Shingle& y) { after.insert(as_pair(x.article, y.article)); });
  // What was paired with all and is now chained, or the other way, counts otherwise though it is still a pair.
  if ((then.size() > kMostInBucket) != (now.size() > kMostInBucket)) {
    pairs_.insert(before.begin(), before.end());
    pairs_.insert(after.begin(), after.end());
    return;
  }
  std::set_symmetric_difference(before.begin(), before.end(), after.begin(), after.end(),
                                std::inserter(pairs_, pairs_.end()));
}

bool LinkChanges::concern(Serial a, Serial b) const {
  if (state_[a] != CopyState::kHeld || state_[b] != CopyState::kHeld) return true;
  return pairs_.count({std::min(places_[a], places_[b]), std::max(places_[a], places_[b])}) > 0;
}

std::vector<CopyLink> LinkChanges::links() const {
  std::unordered_map<ArticleIndex, std::vector<Shingle>> shingles;  // sorted, of the articles that are looked at
  const auto sorted_shingles = [&](ArticleIndex article) -> const std::vector<Shingle>& {
    const auto [at, fresh] = shingles.try_emplace(article);
    if (fresh) {
      const Serial serial = corpus_[article].serial;
      at->second = shingles_of(own_[serial].keys, serial);
      std::sort(at->second.begin(), at->second.end());
    }
    return at->second;
  };
  std::unordered_map<uint64_t, std::vector<Shingle>> chains;  // buckets that are chained; others are empty
  const auto chain_of = [&](uint64_t key) -> const std::vector<Shingle>& {
    const auto [at, fresh] = chains.try_emplace(key);
    if (fresh) {
      auto found = bucket(key, false);
      if (found.size() > kMostInBucket) at->second = std::move(found);
    }
    return at->second;
  };
  RunList runs;
  for (const auto& [a, b] : pairs_) {
    const auto& of_a = sorted_shingles(a);
    const auto& of_b = sorted_shingles(b);
    for (auto x = of_a.begin(), y = of_b.begin(); x != of_a.end() && y != of_b.end();) {
      if (x->key != y->key) {
        ++(x->key < y->key ? x : y);
        continue;
      }
      const uint64_t key = x->key;
      auto x_end = x;
      while (x_end != of_a.end() && x_end->key == key) ++x_end;
      auto y_end = y;
      while (y_end != of_b.end() && y_end->key == key) ++y_end;
      const auto& chain = chain_of(key);
      if (chain.empty()) {
        for (; x != x_end; ++x) {
          for (auto each = y; each != y_end; ++each) runs.add(places_, *x, *each);
        }
      } else {
        // Chained: the last place in a and the first in b, where nothing stands between.
        const Shingle last = *(x_end - 1);
        const auto at =
            std::lower_bound(chain.begin(), chain.end(), last, [&](const Shingle& s, const Shingle& wanted) {
              return s.article != wanted.article ? places_[s.article] < places_[wanted.article] : s.at < wanted.at;
            });
        if (at + 1 != chain.end() && (at + 1)->article == y->article) runs.add(places_, last, *y);
      }
      x = x_end, y = y_end;
    }
  }
  return runs.links(corpus_);
}

}  // namespace readout::collation
