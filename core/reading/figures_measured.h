// What a figure measures, by the parse: the noun that it counts ("1,279 confirmed cases"), the thing that stands at
// it ("infections surpassed 100,000", "the R0 is about 2"), or that is moved to it ("raised the wage to $15").
#pragma once

#include <optional>
#include <vector>

#include "language/annotation.h"
#include "reading/values.h"

namespace readout::figures {

// For each figure (in text order) the words of what it measures; none where the parse does not say it. Only what
// stands in the figure's own sentence, at most eight words. O(tokens + figures · words of a sentence).
std::vector<std::optional<Span>> measured_by_syntax(const Annotation& language, const std::vector<Figure>& figures);

}  // namespace readout::figures
