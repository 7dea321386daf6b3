// Another story's text after or inside an article: found by form and by its names breaking with the article's.
#pragma once

#include "intake/kinds.h"
#include "intake/lines.h"

namespace readout::intake {

// Marks as stray the body lines of a story that is not the article's. A candidate has a sign of its own beginning (a
// place line; a heading between paragraphs; a section's name in capitals) and is stray where few of its names and of
// its words occur in the article before it. A second topic without such a sign is the article's own. The stray ends
// where the article's names return. At most kMostCandidates signs are tried: linear.
void mark_strays(const Page& page, Judgement& judgement);

}  // namespace readout::intake
