// From one article's reading to what can be compared with other articles.
#pragma once

#include <vector>

#include "collation/alignment.h"

namespace readout::collation {

// Quotations, figures, dates and events of the article, in that order, each in text order.
std::vector<Candidate> candidates_of(const Corpus& corpus, ArticleIndex article, const IdentityTable& identities);

// The verbatim words from the first span's beginning to the last one's end.
std::string verbatim(const Reading& reading, const std::vector<Span>& spans);

}  // namespace readout::collation
