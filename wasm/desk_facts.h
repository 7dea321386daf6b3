// Which fact of the dossier some words of an article belong to.
#pragma once

#include <optional>
#include <vector>

#include "desk.h"

namespace readout::desk {

// The facts that have words in one article, by place. Built in O(n log n) of those facts' spans.
class FactPlaces {
 public:
  FactPlaces(Desk& desk, ArticleIndex article);

  // The fact of that kind whose words overlap the span; none where there is none. O(log n).
  std::optional<uint32_t> find(FactKind kind, Span span) const;

 private:
  struct Place {
    FactKind kind;
    Span span;
    uint32_t fact;
    friend bool operator<(const Place& a, const Place& b) {
      if (a.kind != b.kind) return a.kind < b.kind;
      return a.span == b.span ? a.fact < b.fact : a.span < b.span;
    }
  };
  std::vector<Place> places_;
};

// "first", "both", "two countries": numbers that tell little by themselves, and there are many.
bool is_small_talk(const Figure& figure);

// The figure that the fact is, as the first account that has it gives it; null where the fact is none.
const Figure* figure_of(Desk& desk, const Fact& fact);

// How many accounts have words of the fact.
size_t count_accounts(const Fact& fact);

}  // namespace readout::desk
