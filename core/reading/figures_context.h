// What stands around a figure: what it claims to be, what it measures, for which time and against what. Read by
// plain patterns of neighbouring words, and by the parse what is measured; where these do not say it, the field stays
// empty.
#pragma once

#include <optional>
#include <vector>

#include "reading/figures_grammar.h"
#include "reading/lexemes.h"
#include "reading/values.h"

namespace readout::figures {

// A figure with the lexemes that it covers.
struct Placed {
  size_t first = 0;
  size_t end = 0;
};

// Fills role, of, period and base of every figure. `places` and `measured` (of measured_by_syntax) are parallel to
// `figures`; `dates` are in text order.
// O(figures + dates), for every look around is bounded.
void read_context(const Lexemes& lexemes, const std::vector<DateExpression>& dates, const std::vector<Placed>& places,
                  const std::vector<std::optional<Span>>& measured, std::vector<Figure>& figures);

}  // namespace readout::figures
