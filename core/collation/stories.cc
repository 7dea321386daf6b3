#include "collation/stories.h"

#include <algorithm>
#include <map>
#include <optional>
#include <queue>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "collation/story_contrast.h"
#include "collation/story_terms.h"

namespace readout::collation {

namespace {

// Fitted on both development sets at once; story_contrast.cc parts what is joined too freely.
constexpr float kSameStory = 0.10F;  // average likeness at which two groups tell of one happening
constexpr size_t kLongestPosting = 256;
constexpr size_t kCandidates = 60;
constexpr size_t kShownWords = 6;
constexpr uint32_t kRelated = 40;  // thousandths of likeness below which two stories have nothing to do with each other
// How much of the likeness of words is left where the days are known and lie apart: all on one day, three quarters
// after a season.
constexpr float kWhateverTheDay = 0.5F;
constexpr float kSeasonDays = 90;
// Articles published further apart are one story only where their words are twice as like (the date may be that of a
// copy): two visits a year apart are two happenings.
constexpr float kFarApart = 0.5F;

struct Edge {
  float words;  // likeness of the words alone
  float similarity;
  ArticleIndex a;
  ArticleIndex b;
};

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

// The pairs that share most of their weightiest words. A word that very many articles hold pairs only those that stand
// near each other in the list of its holders.
std::vector<Edge> candidate_edges(const Corpus& corpus, const std::vector<StoryVector>& vectors) {
  std::vector<std::optional<Days>> days;
  for (const CorpusArticle& article : corpus) days.push_back(days_of(article.reading->article.masthead.published));
  std::unordered_map<uint64_t, std::vector<ArticleIndex>> postings;
  std::vector<Edge> edges;
  std::vector<uint32_t> shared(vectors.size(), 0);
  std::vector<ArticleIndex> seen;
  for (ArticleIndex i = 0; i < vectors.size(); ++i) {
    seen.clear();
    for (const uint32_t index : vectors[i].heavy) {
      auto& posting = postings[vectors[i].terms[index].key];
      const size_t from = posting.size() > kLongestPosting ? posting.size() - kLongestPosting : 0;
      for (size_t p = from; p < posting.size(); ++p) {
        if (shared[posting[p]]++ == 0) seen.push_back(posting[p]);
      }
      posting.push_back(i);
    }
    std::vector<std::pair<uint32_t, ArticleIndex>> ranked;
    ranked.reserve(seen.size());
    for (const ArticleIndex other : seen) ranked.emplace_back(shared[other], other), shared[other] = 0;
    const auto better = [](const auto& x, const auto& y) {
      return x.first != y.first ? x.first > y.first : x.second < y.second;
    };
    if (ranked.size() > kCandidates) {
      std::nth_element(ranked.begin(), ranked.begin() + kCandidates, ranked.end(), better);
      ranked.resize(kCandidates);
    }
    std::sort(ranked.begin(), ranked.end(), better);
    for (const auto& [count, other] : ranked) {
      const float words = cosine(vectors[i], vectors[other]);
      if (words > kSameStory / 2) edges.push_back({words, words * nearness(days[i], days[other]), other, i});
    }
  }
  return edges;
}

// How many pairs of articles of two groups could have been compared.
double pairs_between(size_t a, size_t b) {
  return static_cast<double>(std::min(a, b) * std::min(std::max(a, b), kCandidates / 2));
}

// Average-link agglomeration; pairs that are no candidates count as unlike, as far as they could have been candidates:
// an article has at most kCandidates, however large the story.
std::vector<std::vector<ArticleIndex>> cluster(size_t count, const std::vector<Edge>& edges) {
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
    const double average = sums[a][b] / pairs_between(members[a].size(), members[b].size());
    if (average >= static_cast<double>(kSameStory)) queue.emplace(average, a, b, version[a], version[b]);
  };
  for (ArticleIndex i = 0; i < count; ++i) members[i] = {i};
  for (const Edge& edge : edges) {
    sums[edge.a][edge.b] = sums[edge.b][edge.a] = static_cast<double>(edge.similarity);
  }
  for (const Edge& edge : edges) offer(edge.a, edge.b);
  while (!queue.empty()) {
    auto [average, a, b, version_a, version_b] = queue.top();
    queue.pop();
    if (version[a] != version_a || version[b] != version_b) continue;
    members[a].insert(members[a].end(), members[b].begin(), members[b].end());
    members[b].clear();
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

// The weightiest words that at least three quarters of the group share, as the first of them writes each.
std::string shared_words(const Corpus& corpus, const std::vector<StoryVector>& vectors,
                         const std::vector<ArticleIndex>& group) {
  struct Shared {
    float weight = 0;
    uint32_t holders = 0;
    ArticleIndex first = 0;
    uint32_t term = 0;
  };
  std::map<uint64_t, Shared> words;
  for (const ArticleIndex article : group) {
    for (uint32_t i = 0; i < vectors[article].terms.size(); ++i) {
      const StoryTerm& term = vectors[article].terms[i];
      Shared& shared = words[term.key];
      if (shared.holders++ == 0) shared.first = article, shared.term = i;
      shared.weight += term.weight;
    }
  }
  std::vector<Shared> ranked;
  for (const auto& [key, shared] : words) {
    if (shared.holders * 4 >= group.size() * 3) ranked.push_back(shared);
  }
  std::sort(ranked.begin(), ranked.end(), [](const Shared& a, const Shared& b) {
    return a.weight != b.weight ? a.weight > b.weight : std::tie(a.first, a.term) < std::tie(b.first, b.term);
  });
  if (ranked.size() > kShownWords) ranked.resize(kShownWords);
  std::string text;
  for (const Shared& shared : ranked) {
    if (!text.empty()) text += ", ";
    text += term_text(corpus[shared.first], vectors[shared.first].terms[shared.term]);
  }
  return text;
}

std::string reason_of(const Corpus& corpus, const std::vector<StoryVector>& vectors, const StoryPart& part) {
  if (part.articles.size() == 1) return "No other article here tells of the same happening." + part.contrast;
  const std::string shared = shared_words(corpus, vectors, part.articles);
  return (shared.empty() ? "Their words are alike." : "They share these words: " + shared + ".") + part.contrast;
}

// Leaves a group that is emptied in its place.
void apply_rule(const Corpus& corpus, const Rule& rule, std::vector<StoryGroup>& stories) {
  if (rule.kind != RuleKind::kMergeStories && rule.kind != RuleKind::kSplitStory) return;
  std::vector<ArticleIndex> named;
  for (const std::string& id : rule.articles) {
    const auto at = std::lower_bound(
        corpus.begin(), corpus.end(), id,
        [](const CorpusArticle& article, const std::string& wanted) { return article.reading->article.id < wanted; });
    if (at != corpus.end() && at->reading->article.id == id) {
      named.push_back(static_cast<ArticleIndex>(at - corpus.begin()));
    }
  }
  std::sort(named.begin(), named.end());
  named.erase(std::unique(named.begin(), named.end()), named.end());
  const bool merges = rule.kind == RuleKind::kMergeStories;
  if (named.size() < (merges ? 2U : 1U)) return;
  StoryGroup made;
  made.decided = true;
  made.reason = merges ? "You put these articles together." : "You set these articles apart.";
  for (StoryGroup& story : stories) {
    std::vector<ArticleIndex> rest;
    std::set_difference(story.articles.begin(), story.articles.end(), named.begin(), named.end(),
                        std::back_inserter(rest));
    if (rest.size() == story.articles.size()) continue;
    // To merge stories is to merge all that they hold; what is set apart leaves the others where they are.
    if (merges) {
      made.articles.insert(made.articles.end(), story.articles.begin(), story.articles.end());
      story.articles.clear();
    } else {
      story.articles = std::move(rest);
    }
  }
  if (!merges) made.articles = named;
  std::sort(made.articles.begin(), made.articles.end());
  stories.push_back(std::move(made));
}

void relate(size_t articles, const std::vector<Edge>& edges, std::vector<StoryGroup>& stories) {
  std::vector<uint32_t> story_of(articles);
  for (uint32_t s = 0; s < stories.size(); ++s) {
    for (const ArticleIndex article : stories[s].articles) story_of[article] = s;
  }
  std::map<std::pair<uint32_t, uint32_t>, double> sums;
  for (const Edge& edge : edges) {
    const uint32_t a = std::min(story_of[edge.a], story_of[edge.b]);
    const uint32_t b = std::max(story_of[edge.a], story_of[edge.b]);
    if (a != b) sums[{a, b}] += static_cast<double>(edge.words);
  }
  for (const auto& [pair, sum] : sums) {
    const auto likeness = static_cast<uint32_t>(
        1000 * sum / pairs_between(stories[pair.first].articles.size(), stories[pair.second].articles.size()));
    if (likeness < kRelated) continue;
    stories[pair.first].related.emplace_back(pair.second, likeness);
    stories[pair.second].related.emplace_back(pair.first, likeness);
  }
}

}  // namespace

std::vector<StoryGroup> find_stories(const Corpus& corpus, const std::vector<Rule>& rules) {
  const auto vectors = story_vectors(corpus);
  const auto edges = candidate_edges(corpus, vectors);
  std::vector<StoryGroup> stories;
  for (auto& group : cluster(corpus.size(), edges)) {
    for (StoryPart& part : part_happenings(corpus, vectors, std::move(group))) {
      std::string reason = reason_of(corpus, vectors, part);
      stories.push_back({std::move(part.articles), std::move(reason), {}, false});
    }
  }
  for (const Rule& rule : rules) apply_rule(corpus, rule, stories);
  stories.erase(std::remove_if(stories.begin(), stories.end(), [](const StoryGroup& s) { return s.articles.empty(); }),
                stories.end());
  std::sort(stories.begin(), stories.end(),
            [](const StoryGroup& a, const StoryGroup& b) { return a.articles < b.articles; });
  relate(corpus.size(), edges, stories);
  return stories;
}

}  // namespace readout::collation
