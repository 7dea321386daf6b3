#include "collation/collation.h"

#include "collation/collator.h"

namespace readout {

Dossier collate(std::vector<const Reading*> readings, const CollateOptions& options) {
  Collator collator;
  for (const Reading* reading : readings) collator.add(*reading);
  collator.set_rules(options.rules);
  return collator.take();
}

}  // namespace readout
