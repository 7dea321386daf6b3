#include "collation/alignment.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace readout::collation {

namespace {

constexpr size_t kMostCompared = 24;  // members of a fact of which every pair is compared
// A word that stands in more candidates than kLongestPosting pairs a further one with the last kWindow of them alone:
// enough to join what is alike, link by link, at a cost that grows with their number and no faster.
constexpr size_t kLongestPosting = 300;
constexpr size_t kWindow = 32;

uint32_t permille(size_t part, size_t whole) { return whole == 0 ? 0 : static_cast<uint32_t>(1000 * part / whole); }

// Twice the shared over the sum (Dice 1945).
uint32_t dice(size_t shared, const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  return permille(2 * shared, a.size() + b.size());
}

// The shared over the shorter: 1000 where one is a trim of the other.
uint32_t containment(size_t shared, const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  return permille(shared, std::min(a.size(), b.size()));
}

uint32_t likeness_of_words(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b, bool same_speaker,
                           bool other_speaker) {
  const size_t shared = shared_count(a, b);
  if (shared < 2) return 0;
  const uint32_t part = containment(shared, a, b);
  const uint32_t whole = dice(shared, a, b);
  // Another speaker: the same only where the words are, which is a difference of attribution.
  if (other_speaker) return shared >= 4 && whole >= 700 ? whole : 0;
  // One speaker may say the same in two translations, where a third of the words agree: of a long statement beside a
  // short one more of the short one must.
  if (same_speaker) {
    const bool alike = shared >= 3 && ((part >= 400 && whole >= 250) || (part >= 360 && whole >= 350));
    return alike || part == 1000 ? (part + whole) / 2 + 1 : 0;
  }
  return shared >= 3 && part >= 600 && whole >= 350 ? (part + whole) / 2 : 0;
}

// Words inside quotation marks are the firmer ground: what leads into them is the outlet's own.
uint32_t quotation_likeness(const Candidate& a, const Candidate& b) {
  const bool other_speaker = have_other_speakers(a, b);
  const bool same_speaker = !other_speaker && !a.speakers.empty() && !b.speakers.empty();
  const uint32_t quoted = likeness_of_words(a.quoted, b.quoted, same_speaker, other_speaker);
  // Two speakers may well say the like in indirect speech.
  return other_speaker ? quoted : std::max(quoted, likeness_of_words(a.keys, b.keys, same_speaker, other_speaker));
}

uint32_t event_likeness(const Candidate& a, const Candidate& b, const Corpus& corpus) {
  if (a.value != b.value || a.keys.empty() || b.keys.empty()) return 0;
  const Event& x = corpus[a.article].reading->events[a.item];
  const Event& y = corpus[b.article].reading->events[b.item];
  if (x.status != y.status) return 0;
  if (!x.date.empty() && !y.date.empty() &&
      x.date.compare(0, std::min(x.date.size(), y.date.size()), y.date, 0, std::min(x.date.size(), y.date.size())) !=
          0) {
    return 0;
  }
  // The keys are the parties: both sides must meet.
  const size_t shared = shared_count(a.keys, b.keys);
  return shared >= 2 ? 500 + containment(shared, a.keys, b.keys) / 2 : 0;
}

bool have_common(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) return true;
    ++(a[i] < b[j] ? i : j);
  }
  return false;
}

}  // namespace

bool have_other_speakers(const Candidate& a, const Candidate& b) {
  if (a.speakers.empty() || b.speakers.empty()) return false;
  return std::none_of(a.speakers.begin(), a.speakers.end(), [&](uint32_t speaker) {
    return std::binary_search(b.speakers.begin(), b.speakers.end(), speaker);
  });
}

uint32_t likeness(const Candidate& a, const Candidate& b, const Corpus& corpus) {
  if (a.kind != b.kind) return 0;
  switch (a.kind) {
    case FactKind::kQuotation:
      return quotation_likeness(a, b);
    case FactKind::kFigure:
      return figure_likeness(corpus[a.article].reading->figures[a.item], a.measure,
                             corpus[b.article].reading->figures[b.item], b.measure);
    case FactKind::kDate:
      return a.value == b.value ? 1000 : 0;
    case FactKind::kEvent:
      return event_likeness(a, b, corpus);
  }
  return 0;
}

std::vector<std::vector<uint32_t>> align(const std::vector<Candidate>& candidates, const Corpus& corpus) {
  struct Pair {
    uint32_t score;
    uint32_t a;
    uint32_t b;
  };
  std::vector<Pair> pairs;
  std::unordered_map<uint64_t, std::vector<uint32_t>> postings;
  for (uint32_t i = 0; i < candidates.size(); ++i) {
    const Candidate& candidate = candidates[i];
    const auto& lookup = candidate.kind == FactKind::kFigure ? candidate.measure.near : candidate.keys;
    std::vector<uint32_t> others;
    for (const uint64_t key : lookup) {
      auto& posting = postings[key];
      const bool all = posting.size() <= kLongestPosting;
      others.insert(others.end(), all ? posting.begin() : posting.end() - kWindow, posting.end());
      posting.push_back(i);
    }
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
    for (const uint32_t other : others) {
      const Candidate& before = candidates[other];
      if (before.article == candidate.article && before.headline == candidate.headline) continue;
      if (const uint32_t score = likeness(before, candidate, corpus)) pairs.push_back({score, other, i});
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) {
    return x.score != y.score ? x.score > y.score : std::tie(x.a, x.b) < std::tie(y.a, y.b);
  });

  std::vector<std::vector<uint32_t>> groups(candidates.size());
  std::vector<uint32_t> group_of(candidates.size());
  for (uint32_t i = 0; i < candidates.size(); ++i) groups[i] = {i}, group_of[i] = i;
  // No chain of likenesses makes one measure of two: figures of other values than the pair that joins two groups must
  // themselves be alike.
  const auto same_value = [&](uint32_t x, uint32_t y) {
    return compare_figures(corpus[candidates[x].article].reading->figures[candidates[x].item],
                           corpus[candidates[y].article].reading->figures[candidates[y].item]) == FigureRelation::kSame;
  };
  const auto may_stand_together = [&](uint32_t x, uint32_t y, uint32_t a, uint32_t b) {
    if ((same_value(x, a) && same_value(y, b)) || (same_value(x, b) && same_value(y, a))) return true;
    return likeness(candidates[x], candidates[y], corpus) > 0;
  };
  // Where the members of each group stand, sorted: an article and its headline stand in a group once.
  const auto stand_of = [&](uint32_t i) { return 2 * candidates[i].article + (candidates[i].headline ? 1 : 0); };
  std::vector<std::vector<uint32_t>> stands(candidates.size());
  for (uint32_t i = 0; i < candidates.size(); ++i) stands[i] = {stand_of(i)};
  std::unordered_set<uint64_t> clashing;  // pairs of groups that have an article in common: they always will
  std::vector<uint32_t> joined;
  for (const Pair& pair : pairs) {
    const uint32_t a = std::min(group_of[pair.a], group_of[pair.b]);
    const uint32_t b = std::max(group_of[pair.a], group_of[pair.b]);
    const uint64_t both = (static_cast<uint64_t>(a) << 32) | b;
    if (a == b || clashing.count(both) > 0) continue;
    if (have_common(stands[a], stands[b])) {
      clashing.insert(both);
      continue;
    }
    const bool apart = candidates[pair.a].kind == FactKind::kFigure &&
                       groups[a].size() + groups[b].size() <= kMostCompared &&
                       std::any_of(groups[a].begin(), groups[a].end(), [&](uint32_t x) {
                         return std::any_of(groups[b].begin(), groups[b].end(),
                                            [&](uint32_t y) { return !may_stand_together(x, y, pair.a, pair.b); });
                       });
    if (apart) continue;
    for (const uint32_t member : groups[b]) group_of[member] = a;
    groups[a].insert(groups[a].end(), groups[b].begin(), groups[b].end());
    groups[b].clear();
    joined.clear();
    std::merge(stands[a].begin(), stands[a].end(), stands[b].begin(), stands[b].end(), std::back_inserter(joined));
    stands[a].swap(joined);
    stands[b].clear();
  }
  std::vector<std::vector<uint32_t>> out;
  for (auto& group : groups) {
    if (group.empty()) continue;
    std::sort(group.begin(), group.end());
    out.push_back(std::move(group));
  }
  return out;
}

}  // namespace readout::collation
