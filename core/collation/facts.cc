#include "collation/facts.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "collation/arithmetic.h"
#include "collation/candidates.h"
#include "collation/cells.h"
#include "collation/disagreements.h"

namespace readout::collation {

namespace {

// Where the fact is told first, and most fully.
struct Draft {
  Fact fact;
  std::vector<uint32_t> members;
  uint32_t reference = 0;  // the member that tells it most fully
  std::vector<Disagreement> disagreements;
};

// The fullest wording: most content words, then the earliest article.
uint32_t fullest(const std::vector<Candidate>& candidates, const std::vector<uint32_t>& group) {
  return *std::max_element(group.begin(), group.end(), [&](uint32_t a, uint32_t b) {
    const Candidate& x = candidates[a];
    const Candidate& y = candidates[b];
    return std::make_tuple(!x.headline, x.keys.size(), b) < std::make_tuple(!y.headline, y.keys.size(), a);
  });
}

std::string fact_text(const Corpus& corpus, const Candidate& candidate) {
  const CorpusArticle& article = corpus[candidate.article];
  // A lone number or day says nothing: show the sentence it stands in.
  if (candidate.kind == FactKind::kFigure || candidate.kind == FactKind::kDate || candidate.kind == FactKind::kEvent) {
    if (const auto sentence = article.places.sentence_of(candidate.spans.front())) {
      return verbatim(*article.reading, {article.reading->language.sentences[*sentence].span});
    }
  }
  return verbatim(*article.reading, candidate.spans);
}

std::vector<uint64_t> search_keys(const Corpus& corpus, const std::vector<Candidate>& candidates,
                                  const std::vector<uint32_t>& group) {
  std::vector<uint64_t> keys;
  for (const uint32_t member : group) {
    const Candidate& candidate = candidates[member];
    if (candidate.kind == FactKind::kQuotation) {
      keys.insert(keys.end(), candidate.keys.begin(), candidate.keys.end());
    } else if (const auto s = corpus[candidate.article].places.sentence_of(candidate.spans.front())) {
      const auto& sentence = corpus[candidate.article].sentence_keys[*s];
      keys.insert(keys.end(), sentence.begin(), sentence.end());
    }
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

// The day of what an event tells as having happened; empty where it is not known.
std::string day_of(const Corpus& corpus, const Candidate& candidate) {
  if (candidate.kind != FactKind::kEvent) return {};
  const Event& event = corpus[candidate.article].reading->events[candidate.item];
  return event.status == EventStatus::kAsserted ? event.date : std::string();
}

Draft make_draft(const Corpus& corpus, const std::vector<ArticleIndex>& articles, uint32_t story,
                 const std::vector<Candidate>& candidates, std::vector<uint32_t> group, const OriginTable& origins,
                 const NearestPassage& nearest) {
  Draft draft;
  draft.fact.kind = candidates[group.front()].kind;
  draft.fact.story = story;
  draft.reference = fullest(candidates, group);
  const Candidate& reference = candidates[draft.reference];
  draft.fact.text = fact_text(corpus, reference);
  draft.fact.entity = reference.entity;
  std::set<uint32_t> carriers;
  const auto keys = search_keys(corpus, candidates, group);
  const std::string day = day_of(corpus, reference);
  for (const ArticleIndex article : articles) {
    Cell cell;
    cell.article = article;
    cell.state = CellState::kCarries;
    for (const uint32_t member : group) {
      const Candidate& candidate = candidates[member];
      if (candidate.article != article) continue;
      cell.spans.insert(cell.spans.end(), candidate.spans.begin(), candidate.spans.end());
      carriers.insert(origins.of(article, candidate.spans.front()));
    }
    std::sort(cell.spans.begin(), cell.spans.end());
    if (cell.spans.empty()) {
      cell = absent_cell(corpus, article, keys, nearest);
      std::string before = written_before(corpus, article, day);
      if (cell.state == CellState::kLacks && !before.empty()) {
        cell.state = CellState::kCannotTell;
        cell.reason = std::move(before);
      }
    } else {
      cell.reason = corpus[article].places.describe(cell.spans.front());
    }
    draft.fact.cells.push_back(std::move(cell));
  }
  draft.fact.origins = static_cast<uint32_t>(carriers.size());
  draft.members = std::move(group);
  return draft;
}

// What a reader should see first: what differs, what most accounts carry, statements before days; then by place.
std::tuple<bool, int, FactKind, uint32_t, ArticleIndex, uint32_t> rank(const Corpus& corpus, const Fact& fact) {
  auto place = std::make_tuple(UINT32_MAX, ArticleIndex{0}, 0u);
  bool differs = false;
  int carriers = 0;
  for (const Cell& cell : fact.cells) {
    if (cell.spans.empty()) continue;
    ++carriers;
    differs = differs || cell.state == CellState::kDiffers;
    const Span span = cell.spans.front();
    place =
        std::min(place, std::make_tuple(corpus[cell.article].places.body_paragraph(span), cell.article, span.begin));
  }
  return {!differs, -carriers, fact.kind, std::get<0>(place), std::get<1>(place), std::get<2>(place)};
}

}  // namespace

StoryFacts find_facts(const Corpus& corpus, const std::vector<ArticleIndex>& articles, uint32_t story,
                      const IdentityTable& identities, const OriginTable& origins) {
  std::vector<Candidate> candidates;
  for (const ArticleIndex article : articles) {
    auto more = candidates_of(corpus, article, identities);
    std::move(more.begin(), more.end(), std::back_inserter(candidates));
  }
  const NearestPassage nearest(corpus, articles);
  std::vector<Draft> drafts;
  for (auto& group : align(candidates, corpus)) {
    drafts.push_back(make_draft(corpus, articles, story, candidates, std::move(group), origins, nearest));
  }
  for (Draft& draft : drafts) {
    draft.disagreements = compare_cells(corpus, candidates, draft.members, draft.reference, identities, draft.fact);
  }
  std::sort(drafts.begin(), drafts.end(), [&](const Draft& a, const Draft& b) {
    return std::make_tuple(rank(corpus, a.fact), a.members) < std::make_tuple(rank(corpus, b.fact), b.members);
  });
  StoryFacts result;
  std::vector<std::vector<uint32_t>> members;
  for (uint32_t i = 0; i < drafts.size(); ++i) {
    for (Disagreement& disagreement : drafts[i].disagreements) {
      disagreement.facts = {i};
      result.disagreements.push_back(std::move(disagreement));
    }
    result.facts.push_back(std::move(drafts[i].fact));
    members.push_back(std::move(drafts[i].members));
  }
  FigureLinks links = link_figures(corpus, candidates, members);
  std::move(links.disagreements.begin(), links.disagreements.end(), std::back_inserter(result.disagreements));
  for (auto& [fact, note] : links.notes) {
    std::string& told = result.facts[fact].note;
    told += (told.empty() ? "" : " ") + note;
  }
  return result;
}

}  // namespace readout::collation
