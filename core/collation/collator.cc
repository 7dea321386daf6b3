#include "collation/collator.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "collation/corpus.h"
#include "collation/identities.h"
#include "collation/origins.h"
#include "collation/parties.h"
#include "collation/stories.h"
#include "collation/story_facts.h"
#include "collation/subjects.h"
#include "collation/talking_points.h"

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

bool is_day(const PublishedDate& published) {
  return published.value.size() == 10 && published.how != DateHow::kUnknown;
}

// The first day on which an article of the story was published is the latest on which its happening can have been: it
// bounds the dates of the others, which have none, or a later one.
void bound_dates(const Corpus& corpus, const Story& story, std::vector<DossierArticle>& articles) {
  const auto published = [&](ArticleIndex a) -> const PublishedDate& {
    return corpus[a].reading->article.masthead.published;
  };
  std::optional<ArticleIndex> first;
  for (const ArticleIndex article : story.articles) {
    if (is_day(published(article)) && (!first || published(article).value < published(*first).value)) first = article;
  }
  if (!first) return;
  const std::string& latest = published(*first).value;
  for (const ArticleIndex article : story.articles) {
    if (is_day(published(article)) && published(article).value <= latest) continue;
    articles[article].bound = DateBound{latest, *first,
                                        "At the latest " + latest + ", since " + articles[*first].id +
                                            ", another article of the story, published then, tells of it."};
  }
}

std::vector<TimelineEntry> make_timeline(const Corpus& corpus, const std::vector<Fact>& facts) {
  std::map<std::string_view, std::vector<uint32_t>> days;
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
  for (auto& [date, list] : days) timeline.push_back({std::string(date), std::move(list)});
  return timeline;
}

}  // namespace

struct Collator::State {
  Corpus corpus;
  std::vector<Rule> rules;
  StoryFinder stories;
  SharedCopy copy;
  IdentityLinker identities;
  FactKeeper facts;
  TalkingPointFinder points;
  Dossier dossier;
  Serial next = 0;
  bool fresh = false;  // the dossier is that of the corpus

  Corpus::iterator place(std::string_view id) {
    return std::lower_bound(
        corpus.begin(), corpus.end(), id,
        [](const CorpusArticle& article, std::string_view wanted) { return article.reading->article.id < wanted; });
  }
  void add(const Reading& reading);
  void collate();
};

void Collator::State::add(const Reading& reading) {
  CorpusArticle article = make_article(reading, next++);
  const auto words = words_of_article(reading);
  stories.add(article, words);
  copy.add(article, words);
  identities.add(article);
  // Readings often come in order.
  const bool last = corpus.empty() || corpus.back().reading->article.id < reading.article.id;
  corpus.insert(last ? corpus.end() : place(reading.article.id), std::move(article));
  fresh = false;
}

void Collator::State::collate() {
  const auto groups = stories.find(corpus, rules);
  IdentityTable table = identities.link(corpus, groups, rules, dossier.entities);
  OriginTable origins = find_origins(corpus, copy);

  Dossier made;
  std::vector<uint32_t> story_of(corpus.size());
  for (ArticleIndex a = 0; a < corpus.size(); ++a) {
    made.articles.push_back({corpus[a].reading->article.id, std::nullopt, origins.by_article[a]});
    for (const Silence& silence : corpus[a].reading->silences) {
      const auto entity = silence.source ? table.of(a, silence.source->entity) : std::nullopt;
      made.silences.push_back({{a, silence.span}, entity, silence.topic});
    }
  }
  for (uint32_t s = 0; s < groups.size(); ++s) {
    Story story;
    story.articles = groups[s].articles;
    story.reason = groups[s].reason;
    story.decided = groups[s].decided;
    entitle(corpus, story);
    date_story(corpus, story);
    for (const ArticleIndex article : story.articles) made.articles[article].story = story_of[article] = s;
    bound_dates(corpus, story, made.articles);
    made.stories.push_back(std::move(story));
  }
  facts.find(corpus, made.stories, table, origins, dossier, made);
  const auto named = find_named(table.entities, story_of, groups.size());
  for (uint32_t s = 0; s < groups.size(); ++s) {
    made.stories[s].who =
        most_named(named[s], table.entities, {EntityType::kPerson, EntityType::kOrganisation}, kMostNamed);
  }
  made.subjects = find_subjects(corpus, groups, made.stories, named, table.entities);
  made.points = points.find(corpus, made.facts, table.entities);
  made.timeline = make_timeline(corpus, made.facts);
  made.entities = std::move(table.entities);
  made.origins = std::move(origins.origins);
  dossier = std::move(made);
  fresh = true;
}

Collator::Collator() : state_(std::make_unique<State>()) {}
Collator::~Collator() = default;
Collator::Collator(Collator&&) noexcept = default;
Collator& Collator::operator=(Collator&&) noexcept = default;

void Collator::add(const Reading& reading) { state_->add(reading); }

bool Collator::remove(std::string_view id) {
  const auto at = state_->place(id);
  if (at == state_->corpus.end() || at->reading->article.id != id) return false;
  state_->stories.remove(at->serial);
  state_->copy.remove(*at);
  state_->identities.remove(at->serial);
  state_->corpus.erase(at);
  state_->fresh = false;
  return true;
}

void Collator::set_rules(std::vector<Rule> rules) {
  state_->rules = std::move(rules);
  state_->fresh = false;
}

const Dossier& Collator::dossier() {
  if (!state_->fresh) state_->collate();
  return state_->dossier;
}

Dossier Collator::take() {
  dossier();
  return std::move(state_->dossier);
}

}  // namespace readout
