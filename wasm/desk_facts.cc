#include "desk_facts.h"

#include <algorithm>

namespace readout::desk {

FactPlaces::FactPlaces(Desk& desk, ArticleIndex article) {
  const Dossier& dossier = desk.dossier();
  for (const uint32_t fact : desk.facts_of(article)) {
    for (const Cell& cell : dossier.facts[fact].cells) {
      if (cell.article != article) continue;
      for (const Span span : cell.spans) places_.push_back({dossier.facts[fact].kind, span, fact});
    }
  }
  std::sort(places_.begin(), places_.end());
}

std::optional<uint32_t> FactPlaces::find(FactKind kind, Span span) const {
  const auto at = std::lower_bound(places_.begin(), places_.end(), Place{kind, span, 0});
  if (at != places_.end() && at->kind == kind && at->span.overlaps(span)) return at->fact;
  if (at != places_.begin() && (at - 1)->kind == kind && (at - 1)->span.overlaps(span)) return (at - 1)->fact;
  return std::nullopt;
}

bool is_small_talk(const Figure& figure) {
  constexpr double kSmall = 2;
  constexpr double kSmallOfNothing = 9;
  if (figure.kind == FigureKind::kOrdinal) return true;
  if (figure.kind != FigureKind::kCount || !figure.unit.empty() || !figure.value) return false;
  return *figure.value <= (figure.of ? kSmall : kSmallOfNothing);
}

const Figure* figure_of(Desk& desk, const Fact& fact) {
  if (fact.kind != FactKind::kFigure) return nullptr;
  for (const Cell& cell : fact.cells) {
    if (cell.spans.empty() || cell.article >= desk.articles().size()) continue;
    const auto& figures = desk.articles()[cell.article]->reading.figures;
    const auto at = std::lower_bound(figures.begin(), figures.end(), cell.spans.front(),
                                     [](const Figure& figure, Span span) { return figure.span < span; });
    return at != figures.end() && at->span == cell.spans.front() ? &*at : nullptr;
  }
  return nullptr;
}

size_t count_accounts(const Fact& fact) {
  return static_cast<size_t>(
      std::count_if(fact.cells.begin(), fact.cells.end(), [](const Cell& cell) { return !cell.spans.empty(); }));
}

}  // namespace readout::desk
