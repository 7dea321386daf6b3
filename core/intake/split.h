// Several articles in one file: where one ends and the next begins.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace readout::intake {

// Stretches of the decoded text, in order, one an article; the whole text where nothing clear parts it. Known signs:
// "1 of 50 DOCUMENTS" of old Nexis downloads; a row of one repeated mark (= - * _ # ~) or a form feed between two
// pieces that each read like an article of their own, the second beginning with a line shaped like a headline or a
// dateline. At most `most` stretches. Linear.
std::vector<Span> split_articles(std::string_view text, uint32_t most);

}  // namespace readout::intake
