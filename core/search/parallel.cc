#include "search/parallel.h"

#include <algorithm>
#include <tuple>

#include "search/words.h"

namespace readout::search {
namespace {

struct Passage {
  uint32_t first = 0;  // words of the document
  uint32_t last = 0;
  std::vector<uint32_t> topics;  // lemmas of its content words, sorted, distinct
};

std::vector<Passage> passages_of(const Lexicon& lexicon, const Document& document, const std::vector<Span>& spans) {
  std::vector<Passage> passages;
  const PackedWords& words = *document.words;
  for (const Span span : spans) {
    if (passages.size() == kMostPassages) break;
    Passage passage;
    passage.first = words.word_at(span.begin);
    passage.last = std::max(passage.first, words.word_at(span.end));
    for (uint32_t word = passage.first; word < passage.last; ++word) {
      const uint32_t lemma = lexicon.lemma_id(words.types[word]);
      if (!is_function_word(lexicon.string(lemma))) passage.topics.push_back(lemma);
    }
    std::sort(passage.topics.begin(), passage.topics.end());
    passage.topics.erase(std::unique(passage.topics.begin(), passage.topics.end()), passage.topics.end());
    passages.push_back(std::move(passage));
  }
  return passages;
}

// How much a word of meaning counts: less, the more passages of the two articles have it, since both are about the
// same.
class Weights {
 public:
  Weights(size_t words, const std::vector<Passage>& lefts, const std::vector<Passage>& rights) : passages_(words, 0) {
    for (const auto* passages : {&lefts, &rights})
      for (const Passage& passage : *passages)
        for (const uint32_t word : passage.topics) ++passages_[word];
  }
  uint32_t of(uint32_t word) const { return 1000 / (3 + passages_[word]); }
  uint32_t of(const std::vector<uint32_t>& words) const {
    uint32_t sum = 0;
    for (const uint32_t word : words) sum += of(word);
    return sum;
  }

 private:
  std::vector<uint32_t> passages_;
};

struct Shared {
  uint32_t words = 0;
  uint32_t weight = 0;
};

Shared shared_of(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b, const Weights& weights) {
  Shared shared;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      ++shared.words;
      shared.weight += weights.of(a[i]);
      ++i;
      ++j;
    } else {
      ++(a[i] < b[j] ? i : j);
    }
  }
  return shared;
}

struct Match {
  uint32_t likeness = 0;
  uint32_t left = 0;
  uint32_t right = 0;
};

std::vector<Match> matches_of(size_t words, const std::vector<Passage>& lefts, const std::vector<Passage>& rights) {
  const Weights weights(words, lefts, rights);
  std::vector<uint32_t> right_weights;
  for (const Passage& passage : rights) right_weights.push_back(weights.of(passage.topics));
  std::vector<Match> all;
  for (uint32_t i = 0; i < lefts.size(); ++i) {
    const uint32_t left_weight = weights.of(lefts[i].topics);
    for (uint32_t j = 0; j < rights.size(); ++j) {
      const Shared shared = shared_of(lefts[i].topics, rights[j].topics, weights);
      if (shared.words < 2) continue;
      const uint64_t both = std::max(left_weight + right_weights[j], 1u);
      const uint64_t shorter = std::max(std::min(left_weight, right_weights[j]), 1u);
      // A passage that stands whole inside a longer one is cut, not other.
      const uint64_t inside = shared.words >= 4 ? uint64_t{shared.weight} * 700 / shorter : 0;
      const auto likeness = static_cast<uint32_t>(std::max(2000 * uint64_t{shared.weight} / both, inside));
      if (likeness >= kLeastLikeness) all.push_back({likeness, i, j});
    }
  }
  std::sort(all.begin(), all.end(), [](const Match& a, const Match& b) {
    return std::tie(b.likeness, a.left, a.right) < std::tie(a.likeness, b.left, b.right);
  });
  std::vector<bool> left_used(lefts.size(), false);
  std::vector<bool> right_used(rights.size(), false);
  std::vector<Match> taken;
  for (const Match& match : all) {
    if (left_used[match.left] || right_used[match.right]) continue;
    left_used[match.left] = right_used[match.right] = true;
    taken.push_back(match);
  }
  return taken;
}

struct Run {
  uint32_t length = 0;
  uint32_t left = 0;
  uint32_t right = 0;
};

// The runs of words that both passages have, longest first, none over another.
void share_words(const Lexicon& lexicon, const Document& left, const Passage& a, const Document& right,
                 const Passage& b, ParallelRow& row) {
  const uint32_t n = std::min(a.last - a.first, kMostPassageWords);
  const uint32_t m = std::min(b.last - b.first, kMostPassageWords);
  const auto form = [&](const Document& in, uint32_t word) { return lexicon.form_id(in.words->types[word]); };
  std::vector<Run> runs;
  std::vector<uint32_t> before(m + 1, 0);
  std::vector<uint32_t> now(m + 1, 0);
  for (uint32_t i = 0; i < n; ++i) {
    for (uint32_t j = 0; j < m; ++j) {
      now[j + 1] = form(left, a.first + i) == form(right, b.first + j) ? before[j] + 1 : 0;
      const bool goes_on = i + 1 < n && j + 1 < m && form(left, a.first + i + 1) == form(right, b.first + j + 1);
      if (now[j + 1] >= kLeastRun && !goes_on)
        runs.push_back({now[j + 1], a.first + i + 1 - now[j + 1], b.first + j + 1 - now[j + 1]});
    }
    std::swap(before, now);
  }
  std::sort(runs.begin(), runs.end(), [](const Run& x, const Run& y) {
    return std::tie(y.length, x.left, x.right) < std::tie(x.length, y.left, y.right);
  });
  std::vector<bool> left_used(n, false);
  std::vector<bool> right_used(m, false);
  for (const Run& run : runs) {
    bool clear = true;
    for (uint32_t k = 0; k < run.length && clear; ++k)
      clear = !left_used[run.left - a.first + k] && !right_used[run.right - b.first + k];
    if (!clear) continue;
    for (uint32_t k = 0; k < run.length; ++k) {
      left_used[run.left - a.first + k] = true;
      right_used[run.right - b.first + k] = true;
    }
    const auto bytes = [&](const Document& in, uint32_t word) {
      return Span{in.words->begins[word], in.words->span(word + run.length - 1).end};
    };
    row.left_shared.push_back(bytes(left, run.left));
    row.right_shared.push_back(bytes(right, run.right));
    row.shared_words += run.length;
  }
  std::sort(row.left_shared.begin(), row.left_shared.end());
  std::sort(row.right_shared.begin(), row.right_shared.end());
}

}  // namespace

std::vector<ParallelRow> lay_side_by_side(const Lexicon& lexicon, const Document& left, const std::vector<Span>& lefts,
                                          const Document& right, const std::vector<Span>& rights) {
  const std::vector<Passage> a = passages_of(lexicon, left, lefts);
  const std::vector<Passage> b = passages_of(lexicon, right, rights);
  std::vector<const Match*> of_left(a.size(), nullptr);
  std::vector<const Match*> of_right(b.size(), nullptr);
  const std::vector<Match> matches = matches_of(lexicon.string_count(), a, b);
  for (const Match& match : matches) of_left[match.left] = of_right[match.right] = &match;
  std::vector<ParallelRow> rows;
  const auto alone_after = [&](uint32_t from) {
    for (uint32_t j = from; j < b.size() && of_right[j] == nullptr; ++j) {
      ParallelRow row;
      row.right = j;
      rows.push_back(std::move(row));
    }
  };
  alone_after(0);
  for (uint32_t i = 0; i < a.size(); ++i) {
    ParallelRow row;
    row.left = i;
    if (const Match* match = of_left[i]) {
      row.right = match->right;
      row.likeness = match->likeness;
      share_words(lexicon, left, a[i], right, b[match->right], row);
    }
    const auto matched = row.right;
    rows.push_back(std::move(row));
    if (matched) alone_after(*matched + 1);
  }
  return rows;
}

}  // namespace readout::search
