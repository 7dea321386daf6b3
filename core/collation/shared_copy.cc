#include "collation/shared_copy.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "collation/shared_copy_changes.h"

namespace readout::collation {

namespace {

constexpr uint32_t kGap = 6;  // words that an editor may change between two runs of one passage

// The words outside quotation marks.
std::vector<Word> outside_quotations(const Reading& reading, const std::vector<Word>& all) {
  std::vector<Span> quoted;
  for (const Quotation& quotation : reading.quotations) {
    if (quotation.kind == QuotationKind::kIndirect) continue;
    quoted.insert(quoted.end(), quotation.content.begin(), quotation.content.end());
  }
  std::sort(quoted.begin(), quoted.end());
  std::vector<Word> words;
  size_t next = 0;
  uint32_t covered = 0;  // everything before this byte lies in a quotation already passed
  for (const Word& word : all) {
    while (next < quoted.size() && quoted[next].begin <= word.span.begin)
      covered = std::max(covered, quoted[next++].end);
    if (word.span.begin >= covered) words.push_back(word);
  }
  return words;
}

}  // namespace

std::vector<WordRange> joined_ranges(std::vector<WordRange> ranges) {
  std::sort(ranges.begin(), ranges.end());
  std::vector<WordRange> out;
  for (const WordRange& range : ranges) {
    if (!out.empty() && range.first <= out.back().second + kGap) {
      out.back().second = std::max(out.back().second, range.second);
    } else {
      out.push_back(range);
    }
  }
  return out;
}

std::vector<Shingle> shingles_of(const std::vector<uint64_t>& keys, Serial serial) {
  std::vector<Shingle> shingles;
  shingles.reserve(keys.size());
  for (uint32_t at = 0; at < keys.size(); ++at) shingles.push_back({keys[at], serial, at});
  return shingles;
}

void SharedCopy::add(const CorpusArticle& article, const std::vector<Word>& words) {
  const Serial serial = article.serial;
  if (own_words_.size() <= serial) own_words_.resize(serial + 1), state_.resize(serial + 1, State::kAbsent);
  const auto own = outside_quotations(*article.reading, words);
  OwnWords& kept = own_words_[serial];
  kept.places.reserve(own.size());
  for (const Word& word : own) kept.places.push_back(word.span);
  if (own.size() >= kShingleWords) kept.keys.reserve(own.size() - kShingleWords + 1);
  for (uint32_t at = 0; at + kShingleWords <= own.size(); ++at) {
    uint64_t key = 0;
    for (uint32_t k = 0; k < kShingleWords; ++k) key = (key ^ own[at + k].exact) * 0x9E3779B97F4A7C15u + (key >> 29);
    kept.keys.push_back(key);
  }
  const auto shingles = shingles_of(kept.keys, serial);
  fresh_.insert(fresh_.end(), shingles.begin(), shingles.end());
  state_[serial] = State::kFresh;
  ++changed_;
}

void SharedCopy::remove(const CorpusArticle& article) {
  const Serial serial = article.serial;
  if (state_[serial] == State::kFresh) {
    fresh_.erase(
        std::remove_if(fresh_.begin(), fresh_.end(), [&](const Shingle& shingle) { return shingle.article == serial; }),
        fresh_.end());
    state_[serial] = State::kAbsent;
  } else {
    state_[serial] = State::kGone;
    gone_[serial] = {article.reading->article.id, std::move(own_words_[serial].keys)};
  }
  own_words_[serial] = {};
  ++changed_;
}

const std::vector<CopyLink>& SharedCopy::find(const Corpus& corpus) {
  constexpr size_t kFewChanges = 16;  // of which share of the articles
  std::sort(fresh_.begin(), fresh_.end());
  if (changed_ * kFewChanges > corpus.size()) {
    find_all(corpus);
  } else if (changed_ > 0) {
    find_changed(corpus);
  }
  for (State& state : state_) {
    if (state == State::kFresh) state = State::kHeld;
    if (state == State::kGone) state = State::kAbsent;
  }
  gone_.clear();
  changed_ = 0;
  // The articles' places have moved, their order has not.
  const auto places = places_of_serials(corpus, state_.size());
  std::sort(links_.begin(), links_.end(), [&](const CopyLink& x, const CopyLink& y) {
    return std::make_pair(places[x.a], places[x.b]) < std::make_pair(places[y.a], places[y.b]);
  });
  return links_;
}

void SharedCopy::find_all(const Corpus& corpus) {
  std::vector<Shingle> all = std::move(fresh_);
  fresh_ = {};
  for (auto& level : levels_) {
    const auto middle = static_cast<std::ptrdiff_t>(all.size());
    std::copy_if(level.begin(), level.end(), std::back_inserter(all),
                 [&](const Shingle& shingle) { return state_[shingle.article] == State::kHeld; });
    level = {};
    std::inplace_merge(all.begin(), all.begin() + middle, all.end());
  }
  levels_.clear();
  const auto places = places_of_serials(corpus, state_.size());
  RunList runs;
  std::vector<Shingle> bucket;
  for (size_t begin = 0; begin < all.size();) {
    size_t end = begin + 1;
    while (end < all.size() && all[end].key == all[begin].key) ++end;
    if (end - begin > 1) {
      bucket.assign(all.begin() + static_cast<std::ptrdiff_t>(begin), all.begin() + static_cast<std::ptrdiff_t>(end));
      in_order_of_places(bucket, places);
      each_pair(bucket, [&](const Shingle& x, const Shingle& y) { runs.add(places, x, y); });
    }
    begin = end;
  }
  links_ = runs.links(corpus);
  if (!all.empty()) levels_.push_back(std::move(all));
}

void SharedCopy::find_changed(const Corpus& corpus) {
  // Levels at the end are the small ones; `fresh_` joins them.
  if (!fresh_.empty()) levels_.push_back(std::move(fresh_));
  fresh_ = {};
  const LinkChanges changes(corpus, levels_, own_words_, state_, gone_);
  links_.erase(std::remove_if(links_.begin(), links_.end(),
                              [&](const CopyLink& link) { return changes.concern(link.a, link.b); }),
               links_.end());
  auto more = changes.links();
  std::move(more.begin(), more.end(), std::back_inserter(links_));
  while (levels_.size() > 1 && levels_[levels_.size() - 2].size() < 2 * levels_.back().size()) {
    const std::vector<Shingle> last = std::move(levels_.back());
    levels_.pop_back();
    const std::vector<Shingle> other = std::move(levels_.back());
    std::vector<Shingle>& merged = levels_.back();
    merged = {};
    merged.reserve(last.size() + other.size());
    std::merge(other.begin(), other.end(), last.begin(), last.end(), std::back_inserter(merged));
    merged.erase(std::remove_if(merged.begin(), merged.end(),
                                [&](const Shingle& shingle) {
                                  const State state = state_[shingle.article];
                                  return state == State::kGone || state == State::kAbsent;
                                }),
                 merged.end());
  }
}

}  // namespace readout::collation
