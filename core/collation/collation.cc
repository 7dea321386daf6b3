#include "collation/collation.h"

#include <algorithm>
#include <map>
#include <utility>

#include "collation/corpus.h"
#include "collation/facts.h"
#include "collation/identities.h"
#include "collation/origins.h"
#include "collation/stories.h"
#include "collation/subjects.h"

namespace readout {

namespace {

using namespace collation;

constexpr size_t kMostNamed = 8;

// A headline of one of the articles, else a lead: words that stand in the text, never a file's name.
void entitle(const Corpus& corpus, Story& story) {
  for (const ArticleIndex article : story.articles) {
    const Masthead& masthead = corpus[article].reading->article.masthead;
    if (!masthead.title || masthead.title->empty()) continue;
    story.title = *masthead.title;
    if (masthead.title_span) story.title_evidence = Evidence{article, *masthead.title_span};
    return;
  }
  for (const ArticleIndex article : story.articles) {
    const Reading& reading = *corpus[article].reading;
    for (const Sentence& sentence : reading.language.sentences) {
      if (corpus[article].places.body_paragraph(sentence.span) != 1) continue;
      story.title = std::string(words_of(reading.article.text, sentence.span));
      story.title_evidence = Evidence{article, sentence.span};
      return;
    }
  }
}

// The earliest date on which one of the articles was published.
void date_story(const Corpus& corpus, Story& story) {
  for (const ArticleIndex article : story.articles) {
    const PublishedDate& published = corpus[article].reading->article.masthead.published;
    if (published.value.empty() || (!story.date.empty() && story.date <= published.value)) continue;
    story.date = published.value;
    story.date_reason = "The earliest of its articles: " + published.reason;
  }
}

// The persons and organisations most named in each story.
void name_parties(const IdentityTable& identities, Dossier& dossier) {
  std::vector<std::map<uint32_t, size_t>> counts(dossier.stories.size());
  for (uint32_t e = 0; e < identities.entities.size(); ++e) {
    const DossierEntity& entity = identities.entities[e];
    if (entity.type != EntityType::kPerson && entity.type != EntityType::kOrganisation) continue;
    for (const Evidence& mention : entity.mentions) ++counts[*dossier.articles[mention.article].story][e];
  }
  for (size_t s = 0; s < counts.size(); ++s) {
    std::vector<std::pair<uint32_t, size_t>> ranked(counts[s].begin(), counts[s].end());
    std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    if (ranked.size() > kMostNamed) ranked.resize(kMostNamed);
    for (const auto& [entity, count] : ranked) dossier.stories[s].who.push_back(entity);
  }
}

std::vector<TimelineEntry> make_timeline(const Corpus& corpus, const std::vector<Fact>& facts) {
  std::map<std::string, std::vector<uint32_t>> days;
  for (uint32_t f = 0; f < facts.size(); ++f) {
    const Fact& fact = facts[f];
    if (fact.kind != FactKind::kDate) continue;
    const auto carrier =
        std::find_if(fact.cells.begin(), fact.cells.end(), [](const Cell& c) { return !c.spans.empty(); });
    if (carrier == fact.cells.end()) continue;
    for (const DateExpression& date : corpus[carrier->article].reading->dates) {
      if (date.span == carrier->spans.front()) days[date.value].push_back(f);
    }
  }
  std::vector<TimelineEntry> timeline;
  for (auto& [date, list] : days) timeline.push_back({date, std::move(list)});
  return timeline;
}

}  // namespace

Dossier collate(std::vector<const Reading*> readings, const CollateOptions& options) {
  const Corpus corpus = make_corpus(std::move(readings));
  const auto groups = find_stories(corpus, options.rules);
  IdentityTable identities = link_identities(corpus, groups, options.rules);
  OriginTable origins = find_origins(corpus);

  Dossier dossier;
  for (ArticleIndex a = 0; a < corpus.size(); ++a) {
    dossier.articles.push_back({corpus[a].reading->article.id, std::nullopt, origins.by_article[a]});
    for (const Silence& silence : corpus[a].reading->silences) {
      const auto entity = silence.source ? identities.of(a, silence.source->entity) : std::nullopt;
      dossier.silences.push_back({{a, silence.span}, entity});
    }
  }
  for (uint32_t s = 0; s < groups.size(); ++s) {
    Story story;
    story.articles = groups[s].articles;
    story.reason = groups[s].reason;
    story.decided = groups[s].decided;
    entitle(corpus, story);
    date_story(corpus, story);
    for (const ArticleIndex article : story.articles) dossier.articles[article].story = s;
    StoryFacts found = find_facts(corpus, story.articles, s, identities, origins);
    const auto first_fact = static_cast<uint32_t>(dossier.facts.size());
    for (Disagreement& disagreement : found.disagreements) {
      for (uint32_t& fact : disagreement.facts) fact += first_fact;
      dossier.disagreements.push_back(std::move(disagreement));
    }
    std::move(found.facts.begin(), found.facts.end(), std::back_inserter(dossier.facts));
    dossier.stories.push_back(std::move(story));
  }
  name_parties(identities, dossier);
  dossier.subjects = find_subjects(corpus, groups, dossier.stories, identities);
  dossier.timeline = make_timeline(corpus, dossier.facts);
  dossier.entities = std::move(identities.entities);
  dossier.origins = std::move(origins.origins);
  return dossier;
}

}  // namespace readout
