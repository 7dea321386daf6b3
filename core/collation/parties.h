// Who is named in which story, and how often.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <vector>

#include "collation/dossier.h"

namespace readout::collation {

struct NamedEntity {
  uint32_t entity = 0;
  uint32_t mentions = 0;
};

using Named = std::vector<NamedEntity>;  // by entity

// By story. `story_of` is by article. O(mentions).
std::vector<Named> find_named(const std::vector<DossierEntity>& entities, const std::vector<uint32_t>& story_of,
                              size_t stories);

// Those of the types given, most named first, `most` at most.
std::vector<uint32_t> most_named(const Named& named, const std::vector<DossierEntity>& entities,
                                 std::initializer_list<EntityType> types, size_t most);

}  // namespace readout::collation
