// What stands between quotation marks, whoever is quoted: a reporter's own words are outside, a term held at arm's
// length ("special military operation") is inside.
#pragma once

#include <vector>

#include "search/index.h"

namespace readout::search {

// Bytes between the marks, in text order, without overlaps: “ ”, „ “, « », " ", and ‘ ’ or ' ' where they stand as
// quotation marks and not as apostrophes. An opening “ that is not closed runs to its paragraph's end, as in a
// quotation of several paragraphs; any other mark without its partner is none. Linear.
std::vector<Span> quoted_spans(const Document& document);

// Whether the span begins inside one of the sorted spans. O(log n).
bool is_inside(const std::vector<Span>& spans, uint32_t at);

}  // namespace readout::search
