// The names that the articles together give to the entities of each reading, so that one is called the same whichever
// account tells of it, as the reader has set it right.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "desk.h"

namespace readout::desk {

class Names {
 public:
  // O(members of the dossier's entities).
  explicit Names(Desk& desk);

  // Empty where the reader said that it is no name.
  std::string of(const DeskArticle& article, EntityId entity) const;

 private:
  Desk* desk_;
  std::unordered_map<const DeskArticle*, std::vector<uint32_t>> entities_;  // only looked up
};

}  // namespace readout::desk
