// What stands around a figure: what it claims to be, what it measures, for which time and against what. Read by
// plain patterns of neighbouring words; where these do not say it, the field stays empty.
#pragma once

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

// Fills role, of, period and base of every figure. `places` is parallel to `figures`; `dates` are in text order.
// O(figures + dates), for every look around is bounded.
void read_context(const Lexemes& lexemes, const std::vector<DateExpression>& dates, const std::vector<Placed>& places,
                  std::vector<Figure>& figures);

}  // namespace readout::figures
