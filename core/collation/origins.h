// Which articles, or passages of them, have their words from one text.
//
// Method: word n-gram fingerprints (Manber 1994; Broder 1997) over the outlet's own words, extended to maximal runs.
// Words inside quotation marks are left out first: a quotation that both carry is not shared copy. Runs that overlap in
// some article are one origin, so an article merged from two wires stands in two.
#pragma once

#include <vector>

#include "collation/corpus.h"

namespace readout::collation {

struct OriginTable {
  // Shared origins first, by their first passage; then one for every article that shares no copy.
  std::vector<Origin> origins;
  std::vector<std::vector<uint32_t>> by_article;  // never empty

  // The origin of some words: the one whose passage holds their beginning, else the article's first. What an article
  // that shares copy adds in other words counts with that copy: corroboration is rather counted too low than too high.
  uint32_t of(ArticleIndex article, Span words) const;
};

OriginTable find_origins(const Corpus& corpus);

}  // namespace readout::collation
