// What the reader's rules say of entities, brought to the items before anything is inferred of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "collation/identity_sets.h"
#include "collation/rules.h"

namespace readout::collation {

struct Decisions {
  struct Saying {
    uint32_t item;
    const Rule* rule;
    size_t reference;  // which of the rule's
  };
  std::vector<Saying> said;     // in order of the rules; merges that a later split undid are left out
  std::vector<bool> rejected;   // by item; empty: none
  std::deque<FoldedName> made;  // names of items that were split off, or are of another type than was read
};

// In order of the rules, so that a later one wins: what is split leaves what it was merged with, and may be merged
// again; what is retyped meets, from then on, what has its name and that type; what is rejected meets nobody, unnamed
// sources as well. `items` and `sets` are changed accordingly. O(items + what the rules name).
Decisions decide(const Corpus& corpus, const std::vector<Rule>& rules, KeyTable& keys, std::vector<Item>& items,
                 Sets& sets);

// What a rule makes of an entity that it has a part in.
void apply(const Rule& rule, DossierEntity& entity);

}  // namespace readout::collation
