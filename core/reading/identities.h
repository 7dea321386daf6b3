// Who is who inside one article: names, nominals and pronouns resolved to entities with aliases, roles and country.
#pragma once

#include <vector>

#include "reading/lexicons.h"
#include "reading/values.h"

namespace readout {

struct Identities {
  std::vector<Mention> mentions;  // in text order, no overlaps
  std::vector<Entity> entities;   // in order of first mention
};

// Over-merging is worse than under-merging: two people of one surname stay two; a doubtful link says so.
Identities resolve_identities(const Article& article, const Annotation& language, const ReadingLexicons& lexicons);

}  // namespace readout
