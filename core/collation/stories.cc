#include "collation/stories.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "collation/story_clusters.h"
#include "collation/story_contrast.h"

namespace readout::collation {

namespace {

// Fitted on both development sets at once; story_contrast.cc parts what is joined too freely.
constexpr double kSameStory = 0.09;  // average likeness at which two groups tell of one happening
constexpr size_t kShownWords = 6;
constexpr uint32_t kRelated = 40;  // thousandths of likeness below which two stories have nothing to do with each other

// The weightiest words that at least three quarters of the group share, as the first of them writes each.
std::string shared_words(const Corpus& corpus, const StoryVectors& vectors, const std::vector<ArticleIndex>& group) {
  struct Held {
    uint64_t key;
    ArticleIndex article;
    uint32_t term;
  };
  std::vector<Held> held;
  for (const ArticleIndex article : group) {
    const auto& terms = vectors[corpus[article].serial].terms;
    for (uint32_t i = 0; i < terms.size(); ++i) held.push_back({terms[i].key, article, i});
  }
  std::sort(held.begin(), held.end(),
            [](const Held& a, const Held& b) { return std::tie(a.key, a.article) < std::tie(b.key, b.article); });
  struct Shared {
    float weight = 0;
    ArticleIndex first = 0;
    uint32_t term = 0;
  };
  std::vector<Shared> ranked;
  for (size_t begin = 0; begin < held.size();) {
    size_t end = begin;
    Shared shared{0, held[begin].article, held[begin].term};
    for (; end < held.size() && held[end].key == held[begin].key; ++end) {
      shared.weight += vectors[corpus[held[end].article].serial].terms[held[end].term].weight;
    }
    if ((end - begin) * 4 >= group.size() * 3) ranked.push_back(shared);
    begin = end;
  }
  std::sort(ranked.begin(), ranked.end(), [](const Shared& a, const Shared& b) {
    return a.weight != b.weight ? a.weight > b.weight : std::tie(a.first, a.term) < std::tie(b.first, b.term);
  });
  if (ranked.size() > kShownWords) ranked.resize(kShownWords);
  std::string text;
  for (const Shared& shared : ranked) {
    if (!text.empty()) text += ", ";
    text += term_text(corpus[shared.first], vectors[corpus[shared.first].serial].terms[shared.term]);
  }
  return text;
}

std::string reason_of(const Corpus& corpus, const StoryVectors& vectors, const std::vector<ArticleIndex>& articles,
                      const std::string& contrast) {
  if (articles.size() == 1) return "No other article here tells of the same happening." + contrast;
  const std::string shared = shared_words(corpus, vectors, articles);
  return (shared.empty() ? "Their words are alike." : "They share these words: " + shared + ".") + contrast;
}

// Leaves a group that is emptied in its place. `contrasts` are those of the groups; what was inferred of one that lost
// articles is inferred of the rest again.
void apply_rule(const Corpus& corpus, const StoryVectors& vectors, const Rule& rule, std::vector<StoryGroup>& stories,
                std::vector<std::string>& contrasts) {
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
  for (size_t s = 0; s < stories.size(); ++s) {
    StoryGroup& story = stories[s];
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
      if (story.articles.size() == 1) {
        story.reason = "You set the other articles of its happening apart.";
      } else if (!story.decided && !story.articles.empty()) {
        story.reason = reason_of(corpus, vectors, story.articles, contrasts[s]);
      }
    }
  }
  if (!merges) made.articles = named;
  std::sort(made.articles.begin(), made.articles.end());
  stories.push_back(std::move(made));
  contrasts.emplace_back();
}

// Says of stories that are kept apart by their days alone what those days are: of those so like that days which nothing
// bears out would not part them.
void tell_seasons(const Corpus& corpus, const std::vector<StoryEdge>& edges, std::vector<StoryGroup>& stories) {
  std::vector<uint32_t> story_of(corpus.size());
  for (uint32_t s = 0; s < stories.size(); ++s) {
    for (const ArticleIndex article : stories[s].articles) story_of[article] = s;
  }
  std::vector<const StoryEdge*> likest(stories.size(), nullptr);
  for (const StoryEdge& edge : edges) {
    if (edge.similarity >= 0 || static_cast<double>(edge.words) < 2 * kSameStory) continue;
    for (const ArticleIndex end : {edge.a, edge.b}) {
      const StoryEdge*& best = likest[story_of[end]];
      if (story_of[edge.a] != story_of[edge.b] && (best == nullptr || edge.words > best->words)) best = &edge;
    }
  }
  const auto told = [&](ArticleIndex article) {
    const Article& read = corpus[article].reading->article;
    return read.id + " is of " + read.masthead.published.value;
  };
  for (uint32_t s = 0; s < stories.size(); ++s) {
    if (likest[s] == nullptr || stories[s].decided) continue;
    const bool first = story_of[likest[s]->a] == s;
    stories[s].reason += " Kept apart from a like happening, for the texts bear out their dates: here " +
                         told(first ? likest[s]->a : likest[s]->b) + ", there " +
                         told(first ? likest[s]->b : likest[s]->a) + ".";
  }
}

void relate(size_t articles, const std::vector<StoryEdge>& edges, std::vector<StoryGroup>& stories) {
  std::vector<uint32_t> story_of(articles);
  for (uint32_t s = 0; s < stories.size(); ++s) {
    for (const ArticleIndex article : stories[s].articles) story_of[article] = s;
  }
  // The edges that lead from one story to another, dealt out to the earlier one.
  struct Lead {
    uint32_t to;
    float words;
  };
  std::vector<std::vector<Lead>> leads(stories.size());
  for (const StoryEdge& edge : edges) {
    const uint32_t a = std::min(story_of[edge.a], story_of[edge.b]);
    const uint32_t b = std::max(story_of[edge.a], story_of[edge.b]);
    if (a != b) leads[a].push_back({b, edge.words});
  }
  std::vector<double> sums(stories.size(), 0);
  std::vector<uint32_t> met;
  for (uint32_t a = 0; a < stories.size(); ++a) {
    for (const Lead& lead : leads[a]) {
      if (!(sums[lead.to] > 0)) met.push_back(lead.to);
      sums[lead.to] += static_cast<double>(lead.words);
    }
    std::sort(met.begin(), met.end());
    for (const uint32_t b : met) {
      const auto likeness =
          static_cast<uint32_t>(1000 * sums[b] / pairs_between(stories[a].articles.size(), stories[b].articles.size()));
      sums[b] = 0;
      if (likeness < kRelated) continue;
      stories[a].related.emplace_back(b, likeness);
      stories[b].related.emplace_back(a, likeness);
    }
    met.clear();
  }
}

}  // namespace

void StoryFinder::add(const CorpusArticle& article, const std::vector<Word>& words) {
  vectors_.add(article, words);
  pairs_.add(article);
}

void StoryFinder::remove(Serial serial) {
  vectors_.remove(serial);
  pairs_.remove(serial);
}

StoryFinder::Cluster StoryFinder::parted(const Corpus& corpus, std::vector<ArticleIndex> group) const {
  Cluster cluster;
  for (const ArticleIndex article : group) cluster.articles.push_back(corpus[article].serial);
  for (StoryPart& part : part_happenings(corpus, vectors_, std::move(group))) {
    Part& made = cluster.parts.emplace_back();
    made.contrast = std::move(part.contrast);
    for (const ArticleIndex article : part.articles) made.articles.push_back(corpus[article].serial);
  }
  return cluster;
}

std::vector<StoryGroup> StoryFinder::find(const Corpus& corpus, const std::vector<Rule>& rules) {
  vectors_.weigh();
  const auto edges = pairs_.find(corpus, vectors_);
  Serial most = 0;
  for (const CorpusArticle& article : corpus) most = std::max(most, article.serial + 1);
  const auto places = places_of_serials(corpus, most);
  Clusters clusters;
  std::vector<StoryGroup> stories;
  std::vector<std::string> contrasts;  // by story
  for (auto& group : cluster_stories(corpus.size(), edges, kSameStory)) {
    uint64_t key = group.size();
    for (const ArticleIndex article : group) key = (key ^ corpus[article].serial) * 0x9E3779B97F4A7C15u + (key >> 29);
    const auto known = clusters_.find(key);
    const bool same = known != clusters_.end() && known->second.articles.size() == group.size() &&
                      std::equal(group.begin(), group.end(), known->second.articles.begin(),
                                 [&](ArticleIndex a, Serial serial) { return corpus[a].serial == serial; });
    Cluster cluster = same ? std::move(known->second) : parted(corpus, std::move(group));
    for (Part& part : cluster.parts) {
      StoryGroup& story = stories.emplace_back();
      bool stands = !part.reason.empty();
      for (const Serial serial : part.articles) {
        story.articles.push_back(places[serial]);
        stands = stands && vectors_[serial].round != vectors_.round();
      }
      if (!stands) part.reason = reason_of(corpus, vectors_, story.articles, part.contrast);
      story.reason = part.reason;
      if (!rules.empty()) contrasts.push_back(part.contrast);
    }
    clusters.insert_or_assign(key, std::move(cluster));
  }
  clusters_ = std::move(clusters);
  for (const Rule& rule : rules) apply_rule(corpus, vectors_, rule, stories, contrasts);
  stories.erase(std::remove_if(stories.begin(), stories.end(), [](const StoryGroup& s) { return s.articles.empty(); }),
                stories.end());
  std::sort(stories.begin(), stories.end(),
            [](const StoryGroup& a, const StoryGroup& b) { return a.articles < b.articles; });
  tell_seasons(corpus, edges, stories);
  relate(corpus.size(), edges, stories);
  return stories;
}

}  // namespace readout::collation
