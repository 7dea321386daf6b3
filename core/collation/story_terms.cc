#include "collation/story_terms.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace readout::collation {

namespace {

constexpr size_t kHeavyTerms = 40;
// A handful of articles says little about which words are rare: count as if these stood beside them.
constexpr size_t kPriorArticles = 10;
constexpr size_t kPriorCount = 1;
constexpr uint32_t kHeadWords = 50;
constexpr uint32_t kHeadPoints = 4;
constexpr uint32_t kTitlePoints = 12;
constexpr uint32_t kInTitle = 1u << 31;  // StoryTerm::first: a byte of a title that does not stand in the text

struct Count {
  uint64_t key;
  uint32_t first;
  uint32_t points;
  bool digit;
};

std::vector<Count> weigh_words(const CorpusArticle& article) {
  std::vector<Count> counts;
  const Masthead& masthead = article.reading->article.masthead;
  const Span title = masthead.title_span.value_or(Span{});
  uint32_t head = 0;
  for (uint32_t i = 0; i < article.words.size(); ++i) {
    const Word& word = article.words[i];
    if (!word.content) continue;
    uint32_t points = head++ < kHeadWords ? kHeadPoints : 1;
    if (word.span.begin < title.end && word.span.begin >= title.begin) points = kTitlePoints;
    counts.push_back({word.key, i, points, word.digit});
  }
  if (masthead.title && !masthead.title_span) {
    for (const Word& word : words_in(*masthead.title, {0, static_cast<uint32_t>(masthead.title->size())})) {
      if (word.content) counts.push_back({word.key, word.span.begin | kInTitle, kTitlePoints, word.digit});
    }
  }
  std::sort(counts.begin(), counts.end(),
            [](const Count& a, const Count& b) { return std::tie(a.key, a.first) < std::tie(b.key, b.first); });
  std::vector<Count> distinct;
  for (const Count& count : counts) {
    if (!distinct.empty() && distinct.back().key == count.key) {
      distinct.back().points += count.points;
    } else {
      distinct.push_back(count);
    }
  }
  return distinct;
}

using Frequencies = std::vector<std::pair<uint64_t, uint32_t>>;  // how many articles hold each key, by key

Frequencies document_frequencies(const std::vector<StoryVector>& vectors) {
  std::vector<uint64_t> all;
  for (const StoryVector& vector : vectors) {
    for (const StoryTerm& term : vector.terms) all.push_back(term.key);
  }
  std::sort(all.begin(), all.end());
  Frequencies frequencies;
  for (const uint64_t key : all) {
    if (frequencies.empty() || frequencies.back().first != key) frequencies.emplace_back(key, 0);
    ++frequencies.back().second;
  }
  return frequencies;
}

void weigh(StoryVector& vector, const Frequencies& frequencies, size_t articles) {
  float squares = 0;
  auto at = frequencies.begin();
  for (StoryTerm& term : vector.terms) {
    at = std::lower_bound(at, frequencies.end(), std::make_pair(term.key, 0u));
    const uint32_t idf =
        8 + log2_sixteenths((articles + kPriorArticles) * 16 / (at->second + kPriorCount)) - log2_sixteenths(16);
    term.weight = static_cast<float>(term.points) * static_cast<float>(idf);
    squares += term.weight * term.weight;
  }
  const float length = squares > 0 ? std::sqrt(squares) : 1;
  for (StoryTerm& term : vector.terms) term.weight /= length;
  vector.heavy.resize(vector.terms.size());
  for (uint32_t i = 0; i < vector.heavy.size(); ++i) vector.heavy[i] = i;
  const size_t kept = std::min(kHeavyTerms, vector.heavy.size());
  std::partial_sort(vector.heavy.begin(), vector.heavy.begin() + static_cast<std::ptrdiff_t>(kept), vector.heavy.end(),
                    [&](uint32_t a, uint32_t b) {
                      const StoryTerm& x = vector.terms[a];
                      const StoryTerm& y = vector.terms[b];
                      return x.weight != y.weight ? x.weight > y.weight : a < b;
                    });
  vector.heavy.resize(kept);
  vector.heavy.shrink_to_fit();
}

}  // namespace

std::vector<StoryVector> story_vectors(const Corpus& corpus) {
  std::vector<StoryVector> vectors(corpus.size());
  for (size_t i = 0; i < corpus.size(); ++i) {
    const auto counts = weigh_words(corpus[i]);
    vectors[i].terms.reserve(counts.size());
    for (const Count& count : counts) {
      const auto points = static_cast<uint16_t>(16 + log2_sixteenths(count.points));
      vectors[i].terms.push_back({count.key, 0, count.first, points, count.digit});
    }
  }
  const auto frequencies = document_frequencies(vectors);
  for (StoryVector& vector : vectors) weigh(vector, frequencies, corpus.size());
  return vectors;
}

float cosine(const StoryVector& a, const StoryVector& b) {
  float sum = 0;
  for (size_t i = 0, j = 0; i < a.terms.size() && j < b.terms.size();) {
    if (a.terms[i].key < b.terms[j].key) {
      ++i;
    } else if (b.terms[j].key < a.terms[i].key) {
      ++j;
    } else {
      sum += a.terms[i++].weight * b.terms[j++].weight;
    }
  }
  return sum;
}

std::string_view term_text(const CorpusArticle& article, const StoryTerm& term) {
  const Article& read = article.reading->article;
  if ((term.first & kInTitle) == 0) return words_of(read.text, article.words[term.first].span);
  const uint32_t begin = term.first & ~kInTitle;
  const auto words = words_in(*read.masthead.title, {begin, static_cast<uint32_t>(read.masthead.title->size())});
  return words.empty() ? std::string_view() : words_of(*read.masthead.title, words.front().span);
}

}  // namespace readout::collation
