// Who is the same over many articles.
//
// Names that fold to one key (accents, case, common transliteration endings) are one entity; a person's lone surname
// joins the only fuller name that it fits within its story. Nothing is merged against the type of name (a person is
// no place), and unnamed sources are never merged.
#pragma once

#include <vector>

#include "collation/corpus.h"
#include "collation/stories.h"

namespace readout::collation {

struct IdentityTable {
  std::vector<DossierEntity> entities;            // in order of their first mention
  std::vector<std::vector<uint32_t>> by_reading;  // [article][entity of its reading] -> index into entities

  // The dossier's entity of a reading's; none where the reading has none.
  std::optional<uint32_t> of(ArticleIndex article, const std::optional<EntityId>& id) const;
};

IdentityTable link_identities(const Corpus& corpus, const std::vector<StoryGroup>& stories);

// The key under which spellings of one name meet: "Zelenskiy", "Zelenskyy" and "Zelensky" are one.
std::string spelling_key(std::string_view name);

}  // namespace readout::collation
