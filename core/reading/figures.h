// Quantities: value, range, approximation, unit, and what they measure.
#pragma once

#include <vector>

#include "reading/lexicons.h"
#include "reading/values.h"

namespace readout {

// `dates` are those found in the same article: a number inside one is no figure (a duration may be both).
std::vector<Figure> find_figures(const Article& article, const Annotation& language,
                                 const std::vector<DateExpression>& dates, const ReadingLexicons& lexicons);

}  // namespace readout
