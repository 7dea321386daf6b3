// Which articles, or passages of them, have their words from one text: what shared copy (shared_copy.h) makes of them.
// Passages that overlap in some article are one origin, so an article merged from two wires stands in two.
// Credits to a wire are evidence beside it: less agreement is enough where both articles credit one, and the reason
// says so.
#pragma once

#include <vector>

#include "collation/shared_copy.h"

namespace readout::collation {

struct OriginTable {
  // Shared origins first, by their first passage; then one for every article that shares no copy.
  std::vector<Origin> origins;
  std::vector<std::vector<uint32_t>> by_article;  // never empty
  // By article: its passages with their origins, in the order of by_article.
  std::vector<std::vector<std::pair<Span, uint32_t>>> passages;

  // The origin of some words: the one whose passage holds their beginning, else the article's first. What an article
  // that shares copy adds in other words counts with that copy: corroboration is rather counted too low than too high.
  uint32_t of(ArticleIndex article, Span words) const;
};

OriginTable find_origins(const Corpus& corpus, SharedCopy& copy);

}  // namespace readout::collation
