// Which names of an article are the same one: full names, surnames, given names, acronyms.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/identities_words.h"
#include "reading/values.h"

namespace readout::naming {

// What the names say of one entity. `first` is the index of its first name in Annotation::names.
struct NamedEntity {
  EntityType type = EntityType::kOther;
  std::string name;  // the fullest form
  std::vector<std::string> aliases;
  wording::Gender gender = wording::Gender::kUnknown;
  std::string doubt;
};

// For every name its entity, and why the link is uncertain (empty where it is not).
struct NameLink {
  uint32_t entity = 0;
  std::string doubt;
  std::optional<Span> role;  // words inside the name that are a role: "President" of "President Berg"
};

struct LinkedNames {
  std::vector<NameLink> links;  // one a name of the annotation
  std::vector<NamedEntity> entities;
};

// Over-merging is worse than under-merging: two full names meet only if family name and given name (or its initial, or
// its short form) agree; a bare family name goes to the one person of that name whose honorific fits, and says so in
// `doubt` where there are several. O(names log names).
LinkedNames link_names(std::string_view text, const std::vector<Name>& names, const wording::WordLists& lists);

}  // namespace readout::naming
