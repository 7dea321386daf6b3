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
  static constexpr uint32_t kRejected = UINT32_MAX;  // in by_reading: the reader says that this is no entity

  std::vector<DossierEntity> entities;            // in order of their first mention
  std::vector<std::vector<uint32_t>> by_reading;  // [article][entity of its reading] -> index into entities

  // The dossier's entity of a reading's; none where the reading has none.
  std::optional<uint32_t> of(ArticleIndex article, const std::optional<EntityId>& id) const;
};

// Rules on entities come first: what they merge is one whatever its names, what they split never meets, and what they
// reject is no entity of the table.
IdentityTable link_identities(const Corpus& corpus, const std::vector<StoryGroup>& stories,
                              const std::vector<Rule>& rules = {});

// The key under which spellings of one name meet: "Zelenskiy", "Zelenskyy" and "Zelensky" are one.
std::string spelling_key(std::string_view name);

}  // namespace readout::collation
