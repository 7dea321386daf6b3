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
  // Shared origins first, by their first passage; then one of its own for every article.
  std::vector<Origin> origins;
  std::vector<std::vector<uint32_t>> by_article;  // the shared origins of an article, else its own
  std::vector<uint32_t> own;                      // an article's own origin

  // The origin of some words: the shared one whose passage holds their beginning, else the article's own.
  uint32_t of(ArticleIndex article, Span words) const;
};

OriginTable find_origins(const Corpus& corpus);

}  // namespace readout::collation
