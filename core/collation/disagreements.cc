#include "collation/disagreements.h"

#include <algorithm>

namespace readout::collation {

namespace {

void mark_differing(Fact& fact, ArticleIndex article) {
  for (Cell& cell : fact.cells) {
    if (cell.article == article) cell.state = CellState::kDiffers;
  }
}

Disagreement make(DisagreementKind kind, const Candidate& a, const Candidate& b, std::string note) {
  Disagreement disagreement;
  disagreement.kind = kind;
  disagreement.articles = {a.article};
  if (b.article != a.article) disagreement.articles.push_back(b.article);
  std::sort(disagreement.articles.begin(), disagreement.articles.end());
  disagreement.evidence = {{a.article, {a.spans.front().begin, a.spans.back().end}},
                           {b.article, {b.spans.front().begin, b.spans.back().end}}};
  disagreement.note = std::move(note);
  return disagreement;
}

// A trim drops words but changes none; a third may go before it is worth saying.
constexpr size_t kTrimPermille = 667;

std::optional<Disagreement> compare_quotations(const Candidate& a, const Candidate& b, const IdentityTable& identities,
                                               Fact& fact) {
  // Where both have words in quotation marks, these are compared: what leads into them is the outlet's own.
  const size_t quoted_least = std::min(a.quoted.size(), b.quoted.size());
  const bool both_quote = quoted_least >= 2 || (quoted_least == 1 && shared_count(a.quoted, b.quoted) == 1);
  const auto& left = both_quote ? a.quoted : a.keys;
  const auto& right = both_quote ? b.quoted : b.keys;
  const size_t shared = shared_count(left, right);
  const size_t shorter = std::min(left.size(), right.size());
  const size_t longer = std::max(left.size(), right.size());
  if (a.entity && b.entity && *a.entity != *b.entity) {
    mark_differing(fact, a.article);
    mark_differing(fact, b.article);
    return make(DisagreementKind::kAttribution, a, b,
                "One account gives these words to " + identities.entities[*a.entity].name + ", the other to " +
                    identities.entities[*b.entity].name + ".");
  }
  const bool same_words = shared * 1000 >= shorter * 850;
  if (a.article == b.article) {
    if (shared == longer) return std::nullopt;
    mark_differing(fact, a.article);
    return make(DisagreementKind::kWording, a, b, "The headline words it otherwise than the text below it.");
  }
  if (same_words) {
    if (!both_quote || shorter * 1000 >= longer * kTrimPermille) return std::nullopt;
    return make(DisagreementKind::kTrim, a, b, "One account gives only a part of the statement.");
  }
  // Two accounts that tell it in words of their own do not disagree.
  if (!both_quote) return std::nullopt;
  mark_differing(fact, a.article);
  mark_differing(fact, b.article);
  return make(DisagreementKind::kTranslation, a, b,
              "Both put it in quotation marks, in different words: two translations, or one is not verbatim.");
}

std::optional<Disagreement> compare_values(const Corpus& corpus, const Candidate& a, const Candidate& b, Fact& fact) {
  const Reading& left = *corpus[a.article].reading;
  const Reading& right = *corpus[b.article].reading;
  const Figure& x = left.figures[a.item];
  const Figure& y = right.figures[b.item];
  switch (compare_figures(x, y)) {
    case FigureRelation::kSame:
    case FigureRelation::kIncomparable:
      return std::nullopt;
    case FigureRelation::kRounded:
      return make(DisagreementKind::kRounding, a, b, "The values agree once rounded or hedged as the words say.");
    case FigureRelation::kDifferent:
      break;
  }
  mark_differing(fact, a.article);
  mark_differing(fact, b.article);
  const PublishedDate& before = left.article.masthead.published;
  const PublishedDate& after = right.article.masthead.published;
  const bool dated = before.value.size() == 10 && after.value.size() == 10 && before.value != after.value;
  if (dated && x.kind == FigureKind::kCount && x.value && y.value &&
      (before.value < after.value) == (*x.value < *y.value)) {
    return make(DisagreementKind::kEarlier, a, b,
                "The lower count is from the earlier article (" + std::min(before.value, after.value) + ", " +
                    std::max(before.value, after.value) + "): it may have risen.");
  }
  return make(DisagreementKind::kConflict, a, b, "The accounts give different values for what reads as one measure.");
}

// Sets more articles and words beside those that a disagreement already shows.
void widen(Disagreement& disagreement, const std::vector<ArticleIndex>& articles,
           const std::vector<Evidence>& evidence) {
  const auto add = [](auto& list, const auto& more) {
    list.insert(list.end(), more.begin(), more.end());
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  };
  add(disagreement.articles, articles);
  add(disagreement.evidence, evidence);
}

// One disagreement a kind.
void gather(std::vector<Disagreement>& found, Disagreement more) {
  const auto same =
      std::find_if(found.begin(), found.end(), [&](const Disagreement& d) { return d.kind == more.kind; });
  if (same == found.end()) {
    found.push_back(std::move(more));
  } else {
    widen(*same, more.articles, more.evidence);
  }
}

}  // namespace

std::vector<Disagreement> compare_cells(const Corpus& corpus, const std::vector<Candidate>& candidates,
                                        const std::vector<uint32_t>& members, uint32_t reference,
                                        const IdentityTable& identities, Fact& fact) {
  std::vector<Disagreement> found;
  for (const uint32_t member : members) {
    if (member == reference) continue;
    const Candidate& first = candidates[reference];
    const Candidate& other = candidates[member];
    std::optional<Disagreement> disagreement;
    if (fact.kind == FactKind::kQuotation) disagreement = compare_quotations(first, other, identities, fact);
    if (fact.kind == FactKind::kFigure) disagreement = compare_values(corpus, first, other, fact);
    if (disagreement) gather(found, std::move(*disagreement));
  }
  // A conflict is shown with all who take part in it, those who agree with the reference too.
  for (Disagreement& disagreement : found) {
    if (disagreement.kind != DisagreementKind::kConflict && disagreement.kind != DisagreementKind::kRounding) continue;
    for (const uint32_t member : members) {
      const Candidate& other = candidates[member];
      widen(disagreement, {other.article}, {{other.article, {other.spans.front().begin, other.spans.back().end}}});
      if (disagreement.kind == DisagreementKind::kConflict) mark_differing(fact, other.article);
    }
  }
  if (members.size() > 1) {
    fact.note = found.empty() ? "The accounts agree." : found.front().note;
  }
  return found;
}

}  // namespace readout::collation
