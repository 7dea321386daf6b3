#include "collation/stories.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <queue>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace readout::collation {

namespace {

struct Term {
  uint64_t key = 0;
  double weight = 0;
  uint32_t first = 0;  // index of the first word with this key
};

struct Vector {
  std::vector<Term> terms;  // by key, of unit length
  std::vector<Term> heavy;  // the weightiest, by falling weight: what candidates are looked up by
};

constexpr size_t kHeavyTerms = 40;
constexpr size_t kLongestPosting = 400;
constexpr size_t kCandidates = 60;
constexpr double kSameStory = 0.19;  // average cosine at which two groups tell of one happening
// A handful of articles says little about which words are rare: count as if these stood beside them.
constexpr size_t kPriorArticles = 50;
constexpr size_t kPriorCount = 1;
// Articles published further apart tell of two happenings, however like their words.
constexpr int64_t kFarApartDays = 90;
// The head of a news text says what happened; names say to whom.
constexpr uint32_t kHeadWords = 80;
constexpr uint32_t kHeadFactor = 2;
constexpr uint32_t kNameFactor = 2;

std::vector<std::pair<uint64_t, uint32_t>> sorted_counts(const std::vector<uint64_t>& keys) {
  std::vector<std::pair<uint64_t, uint32_t>> counts;
  for (const uint64_t key : keys) {
    if (counts.empty() || counts.back().first != key) counts.emplace_back(key, 0);
    ++counts.back().second;
  }
  return counts;
}

// Number of articles that hold each key, by key.
std::vector<std::pair<uint64_t, uint32_t>> document_frequencies(const Corpus& corpus) {
  std::vector<uint64_t> all;
  for (const CorpusArticle& article : corpus) {
    const auto keys = content_keys(article.words);
    all.insert(all.end(), keys.begin(), keys.end());
  }
  std::sort(all.begin(), all.end());
  return sorted_counts(all);
}

Vector make_vector(const CorpusArticle& article, const std::vector<std::pair<uint64_t, uint32_t>>& frequencies,
                   size_t articles) {
  struct Count {
    uint64_t key;
    uint32_t index;
    uint32_t points;
  };
  std::vector<Count> counts;
  for (uint32_t i = 0; i < article.words.size(); ++i) {
    const Word& word = article.words[i];
    if (!word.content) continue;
    uint32_t points = i < kHeadWords ? kHeadFactor : 1;
    if (word.capital) points *= kNameFactor;
    counts.push_back({word.key, i, points});
  }
  std::sort(counts.begin(), counts.end(),
            [](const Count& a, const Count& b) { return std::tie(a.key, a.index) < std::tie(b.key, b.index); });
  Vector vector;
  double squares = 0;
  for (size_t i = 0; i < counts.size();) {
    Term term{counts[i].key, 0, counts[i].index};
    uint32_t points = 0;
    for (; i < counts.size() && counts[i].key == term.key; ++i) points += counts[i].points;
    const auto at = std::lower_bound(frequencies.begin(), frequencies.end(), std::make_pair(term.key, 0u));
    const uint32_t frequency = at != frequencies.end() && at->first == term.key ? at->second : 1;
    // 1 + log2 in sixteenths: repeated words count, ever less; words of most articles count little.
    const uint32_t tf = 16 + log2_sixteenths(points);
    const uint32_t idf =
        8 + log2_sixteenths((articles + kPriorArticles) * 16 / (frequency + kPriorCount)) - log2_sixteenths(16);
    term.weight = static_cast<double>(tf) * static_cast<double>(idf);
    squares += term.weight * term.weight;
    vector.terms.push_back(term);
  }
  const double length = squares > 0 ? std::sqrt(squares) : 1;
  for (Term& term : vector.terms) term.weight /= length;
  vector.heavy = vector.terms;
  std::sort(vector.heavy.begin(), vector.heavy.end(),
            [](const Term& a, const Term& b) { return a.weight != b.weight ? a.weight > b.weight : a.key < b.key; });
  if (vector.heavy.size() > kHeavyTerms) vector.heavy.resize(kHeavyTerms);
  return vector;
}

double cosine(const Vector& a, const Vector& b) {
  double sum = 0;
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

struct Edge {
  double similarity;
  ArticleIndex a;
  ArticleIndex b;
};

std::vector<Edge> candidate_edges(const std::vector<Vector>& vectors) {
  std::unordered_map<uint64_t, std::vector<ArticleIndex>> postings;
  std::vector<Edge> edges;
  for (ArticleIndex i = 0; i < vectors.size(); ++i) {
    std::vector<ArticleIndex> seen;
    for (const Term& term : vectors[i].heavy) {
      const auto at = postings.find(term.key);
      if (at == postings.end() || at->second.size() > kLongestPosting) continue;
      seen.insert(seen.end(), at->second.begin(), at->second.end());
    }
    std::sort(seen.begin(), seen.end());
    std::vector<std::pair<uint32_t, ArticleIndex>> ranked;
    for (size_t k = 0; k < seen.size();) {
      size_t next = k;
      while (next < seen.size() && seen[next] == seen[k]) ++next;
      ranked.emplace_back(static_cast<uint32_t>(next - k), seen[k]);
      k = next;
    }
    std::sort(ranked.begin(), ranked.end(), [](const auto& x, const auto& y) {
      return x.first != y.first ? x.first > y.first : x.second < y.second;
    });
    if (ranked.size() > kCandidates) ranked.resize(kCandidates);
    for (const auto& [shared, other] : ranked) {
      const double similarity = cosine(vectors[i], vectors[other]);
      if (similarity > kSameStory / 2) edges.push_back({similarity, other, i});
    }
    for (const Term& term : vectors[i].heavy) postings[term.key].push_back(i);
  }
  return edges;
}

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

// Whether some day of one lies within kFarApartDays of some day of the other.
bool may_meet(const std::optional<Days>& a, const std::optional<Days>& b) {
  return !a || !b || std::max(a->first, b->first) - std::min(a->last, b->last) <= kFarApartDays;
}

std::optional<Days> hull(const std::optional<Days>& a, const std::optional<Days>& b) {
  if (!a || !b) return a ? a : b;
  return Days{std::min(a->first, b->first), std::max(a->last, b->last)};
}

// Average-link agglomeration; pairs that are no candidates count as unlike.
std::vector<std::vector<ArticleIndex>> cluster(const Corpus& corpus, const std::vector<Edge>& edges) {
  const size_t count = corpus.size();
  std::vector<std::optional<Days>> days;
  for (const CorpusArticle& article : corpus) days.push_back(days_of(article.reading->article.masthead.published));
  std::vector<std::vector<ArticleIndex>> members(count);
  std::vector<std::map<uint32_t, double>> sums(count);  // by other cluster: sum of similarities
  std::vector<uint32_t> version(count, 0);
  using Entry = std::tuple<double, uint32_t, uint32_t, uint32_t, uint32_t>;  // average, then smaller ids first
  const auto later = [](const Entry& x, const Entry& y) {
    if (std::get<0>(x) != std::get<0>(y)) return std::get<0>(x) < std::get<0>(y);
    return std::tie(std::get<1>(x), std::get<2>(x)) > std::tie(std::get<1>(y), std::get<2>(y));
  };
  std::priority_queue<Entry, std::vector<Entry>, decltype(later)> queue(later);
  const auto offer = [&](uint32_t a, uint32_t b) {
    if (b < a) std::swap(a, b);
    const double average = sums[a][b] / static_cast<double>(members[a].size() * members[b].size());
    if (average >= kSameStory && may_meet(days[a], days[b])) queue.emplace(average, a, b, version[a], version[b]);
  };
  for (ArticleIndex i = 0; i < count; ++i) members[i] = {i};
  for (const Edge& edge : edges) sums[edge.a][edge.b] = sums[edge.b][edge.a] = edge.similarity;
  for (const Edge& edge : edges) offer(edge.a, edge.b);
  while (!queue.empty()) {
    auto [average, a, b, version_a, version_b] = queue.top();
    queue.pop();
    if (version[a] != version_a || version[b] != version_b) continue;
    members[a].insert(members[a].end(), members[b].begin(), members[b].end());
    members[b].clear();
    days[a] = hull(days[a], days[b]);
    ++version[a], ++version[b];
    for (const auto& [other, sum] : sums[b]) {
      if (other == a) continue;
      sums[a][other] += sum;
      sums[other].erase(b);
      sums[other][a] = sums[a][other];
    }
    sums[a].erase(b);
    sums[b].clear();
    for (const auto& [other, sum] : sums[a]) offer(a, other);
  }
  std::vector<std::vector<ArticleIndex>> groups;
  for (auto& group : members) {
    if (group.empty()) continue;
    std::sort(group.begin(), group.end());
    groups.push_back(std::move(group));
  }
  std::sort(groups.begin(), groups.end());
  return groups;
}

// The weightiest words that all of the group share, as they stand in its first article.
std::string shared_words(const Corpus& corpus, const std::vector<Vector>& vectors,
                         const std::vector<ArticleIndex>& group) {
  const Vector& first = vectors[group.front()];
  std::string words;
  int shown = 0;
  for (const Term& term : first.heavy) {
    const bool everywhere = std::all_of(group.begin() + 1, group.end(), [&](ArticleIndex other) {
      const auto& terms = vectors[other].terms;
      const auto at = std::lower_bound(terms.begin(), terms.end(), term.key,
                                       [](const Term& t, uint64_t key) { return t.key < key; });
      return at != terms.end() && at->key == term.key;
    });
    if (!everywhere) continue;
    const CorpusArticle& article = corpus[group.front()];
    if (!words.empty()) words += ", ";
    words += words_of(article.reading->article.text, article.words[term.first].span);
    if (++shown == 6) break;
  }
  return words;
}

}  // namespace

std::vector<StoryGroup> find_stories(const Corpus& corpus) {
  const auto frequencies = document_frequencies(corpus);
  std::vector<Vector> vectors;
  vectors.reserve(corpus.size());
  for (const CorpusArticle& article : corpus) vectors.push_back(make_vector(article, frequencies, corpus.size()));
  std::vector<StoryGroup> stories;
  for (auto& group : cluster(corpus, candidate_edges(vectors))) {
    StoryGroup story;
    if (group.size() == 1) {
      story.reason = "No other article here tells of the same happening.";
    } else {
      const std::string shared = shared_words(corpus, vectors, group);
      story.reason = shared.empty() ? "Their words are alike." : "They share these words: " + shared + ".";
    }
    story.articles = std::move(group);
    stories.push_back(std::move(story));
  }
  return stories;
}

}  // namespace readout::collation
