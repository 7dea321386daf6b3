#include "collation/story_facts.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace readout::collation {

namespace {

constexpr uint32_t kNone = UINT32_MAX;

// Numbers things in the order in which a story meets them.
class Numbering {
 public:
  explicit Numbering(size_t count) : number_(count, kNone) {}
  // Fresh: met for the first time.
  std::pair<uint32_t, bool> of(uint32_t thing) {
    const bool fresh = number_[thing] == kNone;
    if (fresh) number_[thing] = static_cast<uint32_t>(met_.size()), met_.push_back(thing);
    return {number_[thing], fresh};
  }
  void clear() {
    for (const uint32_t thing : met_) number_[thing] = kNone;
    met_.clear();
  }

 private:
  std::vector<uint32_t> number_;
  std::vector<uint32_t> met_;
};

// From the indices of the last dossier to those of this one.
struct Translation {
  std::vector<ArticleIndex> articles;
  std::vector<uint32_t> entities;

  void apply(uint32_t story, Fact& fact) const {
    fact.story = story;
    if (fact.entity) fact.entity = entities[*fact.entity];
    for (Cell& cell : fact.cells) cell.article = articles[cell.article];
  }
  void apply(Disagreement& disagreement) const {
    for (ArticleIndex& article : disagreement.articles) article = articles[article];
    for (Evidence& place : disagreement.evidence) place.article = articles[place.article];
  }
};

}  // namespace

void FactKeeper::find(const Corpus& corpus, const std::vector<Story>& stories, IdentityTable& identities,
                      const OriginTable& origins, Dossier& before, Dossier& made) {
  Numbering entities(identities.entities.size());
  Numbering sources(origins.origins.size());
  const auto signature_of = [&](const std::vector<ArticleIndex>& articles) {
    Signature signature;
    for (const ArticleIndex article : articles) {
      for (const uint32_t entity : identities.by_reading[article]) {
        if (entity == IdentityTable::kRejected) {
          signature.push_back(kNone);
          continue;
        }
        const auto [number, fresh] = entities.of(entity);
        signature.push_back(number);
        if (!fresh) continue;
        const uint64_t name = hash(identities.entities[entity].name);
        signature.push_back(static_cast<uint32_t>(name));
        signature.push_back(static_cast<uint32_t>(name >> 32));
      }
      signature.push_back(sources.of(origins.by_article[article].front()).first);
      for (const auto& [span, origin] : origins.passages[article]) {
        signature.insert(signature.end(), {span.begin, span.end, sources.of(origin).first});
      }
      signature.push_back(kNone);
    }
    entities.clear();
    sources.clear();
    return signature;
  };

  Translation translation{std::vector<ArticleIndex>(before.articles.size(), kNone),
                          std::vector<uint32_t>(before.entities.size(), kNone)};
  for (ArticleIndex a = 0; a < corpus.size(); ++a) {
    const Serial serial = corpus[a].serial;
    if (serial < places_.size() && places_[serial] != kNone) translation.articles[places_[serial]] = a;
  }
  std::vector<Kept> kept;
  kept.reserve(stories.size());
  for (uint32_t s = 0; s < stories.size(); ++s) {
    const auto& articles = stories[s].articles;
    Kept now;
    for (const ArticleIndex article : articles) now.articles.push_back(corpus[article].serial);
    now.signature = signature_of(articles);
    now.facts_begin = static_cast<uint32_t>(made.facts.size());
    now.disagreements_begin = static_cast<uint32_t>(made.disagreements.size());
    const Serial first = now.articles.front();
    const uint32_t story = first < story_of_.size() ? story_of_[first] : kNone;
    if (story != kNone && kept_[story].articles == now.articles && kept_[story].signature == now.signature) {
      const Kept& old = kept_[story];
      for (const ArticleIndex article : articles) {
        const auto& was = entity_of_[places_[corpus[article].serial]];
        for (size_t e = 0; e < was.size(); ++e) {
          if (was[e] != IdentityTable::kRejected) translation.entities[was[e]] = identities.by_reading[article][e];
        }
      }
      for (uint32_t f = old.facts_begin; f < old.facts_end; ++f) {
        translation.apply(s, made.facts.emplace_back(std::move(before.facts[f])));
      }
      for (uint32_t d = old.disagreements_begin; d < old.disagreements_end; ++d) {
        Disagreement& moved = made.disagreements.emplace_back(std::move(before.disagreements[d]));
        translation.apply(moved);
        for (uint32_t& fact : moved.facts) fact = fact - old.facts_begin + now.facts_begin;
      }
    } else {
      StoryFacts found = find_facts(corpus, articles, s, identities, origins);
      for (Disagreement& disagreement : found.disagreements) {
        for (uint32_t& fact : disagreement.facts) fact += now.facts_begin;
        made.disagreements.push_back(std::move(disagreement));
      }
      std::move(found.facts.begin(), found.facts.end(), std::back_inserter(made.facts));
    }
    now.facts_end = static_cast<uint32_t>(made.facts.size());
    now.disagreements_end = static_cast<uint32_t>(made.disagreements.size());
    kept.push_back(std::move(now));
  }
  kept_ = std::move(kept);
  size_t serials = 0;
  for (const CorpusArticle& article : corpus) serials = std::max<size_t>(serials, article.serial + 1);
  places_ = places_of_serials(corpus, serials);
  story_of_.assign(serials, kNone);
  for (uint32_t s = 0; s < kept_.size(); ++s) {
    for (const Serial serial : kept_[s].articles) story_of_[serial] = s;
  }
  entity_of_ = std::move(identities.by_reading);
}

}  // namespace readout::collation
