// What the page says about the article: title, outlet, authors, credits, place and date, each with the words that show
// it. Removed lines testify too; another story's lines do not.
#pragma once

#include "intake/intake.h"
#include "intake/kinds.h"
#include "intake/lines.h"
#include "intake/outlets.h"
#include "text/article.h"

namespace readout::intake {

// Published is given, stated (words near the top, or labelled ones below the text) or unknown; to infer it from the
// story's own words is the reading's part (reading/dates.h).
Masthead read_masthead(const Page& page, const Judgement& judgement, const ArticleInput& input, const Outlets& outlets);

}  // namespace readout::intake
