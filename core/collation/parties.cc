#include "collation/parties.h"

#include <algorithm>

namespace readout::collation {

std::vector<Named> find_named(const std::vector<DossierEntity>& entities, const std::vector<uint32_t>& story_of,
                              size_t stories) {
  std::vector<Named> named(stories);
  for (uint32_t e = 0; e < entities.size(); ++e) {
    for (const Evidence& mention : entities[e].mentions) {
      Named& list = named[story_of[mention.article]];
      if (list.empty() || list.back().entity != e) list.push_back({e, 0});
      ++list.back().mentions;
    }
  }
  return named;
}

std::vector<uint32_t> most_named(const Named& named, const std::vector<DossierEntity>& entities,
                                 std::initializer_list<EntityType> types, size_t most) {
  Named ranked;
  for (const NamedEntity& each : named) {
    if (std::find(types.begin(), types.end(), entities[each.entity].type) != types.end()) ranked.push_back(each);
  }
  const size_t kept = std::min(most, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept), ranked.end(),
                    [](const NamedEntity& a, const NamedEntity& b) {
                      return a.mentions != b.mentions ? a.mentions > b.mentions : a.entity < b.entity;
                    });
  std::vector<uint32_t> found;
  for (size_t i = 0; i < kept; ++i) found.push_back(ranked[i].entity);
  return found;
}

}  // namespace readout::collation
