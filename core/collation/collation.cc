#include "collation/collation.h"

#include <algorithm>

namespace readout {

Dossier collate(std::vector<const Reading*> readings, const CollateOptions&) {
  std::sort(readings.begin(), readings.end(),
            [](const Reading* a, const Reading* b) { return a->article.id < b->article.id; });
  Dossier dossier;
  for (const Reading* reading : readings) dossier.articles.push_back({reading->article.id, std::nullopt, {}});
  return dossier;
}

}  // namespace readout
