// Where a query's words stand: keywords in context (KWIC; Luhn 1960), and their order on the page.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "search/index.h"
#include "search/query.h"

namespace readout::search {

// A place: bytes of the document's text, and the words that it covers, [first, last) of the document.
struct Hit {
  uint32_t document = 0;
  Span span;
  uint32_t first = 0;
  uint32_t last = 0;

  friend bool operator<(const Hit& a, const Hit& b) {
    if (a.document != b.document) return a.document < b.document;
    return a.span < b.span;
  }
};

// Who answers `entity:NAME`; the search knows no entities itself.
class EntityPlaces {
 public:
  virtual ~EntityPlaces() = default;
  // Mentions of whoever bears the folded name, as (document, bytes of its text).
  virtual std::vector<std::pair<uint32_t, Span>> places_of(std::string_view name) const = 0;
};

struct Found {
  std::vector<Hit> hits;        // by document, then place; no two begin at the same place
  uint32_t documents = 0;       // that hold them
  uint32_t looked_through = 0;  // documents that an expression got through before it was stopped
  bool stopped = false;
};

// Steps of a regular expression that a search may take; about a second's worth in a browser.
constexpr uint64_t kMostSearchSteps = 100'000'000;

// The places of every term that is not excluded, in the documents of `scope` (by document) that have all of those and
// none of the excluded ones. Cost: the places of the rarest word of each phrase; types times patterns; for regular
// expressions at most `steps`.
Found find(const Lexicon& lexicon, const Index& index, const Query& query, const EntityPlaces& entities,
           const std::vector<bool>& scope, uint64_t steps = kMostSearchSteps);

// Alphabetical ranks of types, by form.
std::vector<uint32_t> form_ranks(const Lexicon& lexicon);

// Sorts by the words before the place (nearest first), after it, or in it, as far as the paragraph goes; ties stay in
// the order of the text. O(n log n).
enum class Order : uint8_t { kText, kLeft, kRight, kMatch };
void sort_hits(std::vector<Hit>& hits, Order order, const Index& index, const std::vector<uint32_t>& ranks);

}  // namespace readout::search
