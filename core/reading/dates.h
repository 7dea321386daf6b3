// Temporal expressions with TIMEX3 type and value (Pustejovsky et al. 2003, ISO 24617-1).
#pragma once

#include <vector>

#include "reading/lexicons.h"
#include "reading/values.h"

namespace readout {

// Relative expressions are fixed against the masthead's published date, or the date last spoken of; where neither is
// known they stay relative and say so. Nothing is ever anchored to today's clock.
std::vector<DateExpression> find_dates(const Article& article, const Annotation& language,
                                       const ReadingLexicons& lexicons);

// The article's own date where its text pins one down and none was given or stated ("Tuesday, 23" in a text of 2023
// can only be May): how = kInferred with the words and the reason; else the masthead's date unchanged.
PublishedDate infer_published(const Article& article, const Annotation& language, const ReadingLexicons& lexicons);

}  // namespace readout
