// What the reader has decided: rules that come before anything that collation infers, and are kept apart from it.
//
// A rule names an entity by its name (spellings that fold to one key are one name) and may narrow it to one type or one
// article; it names stories by ids of articles. So rules outlive the folder that they were made for: what they name
// and the readings do not hold is passed over. Later rules win over earlier ones: what was merged may be split again,
// and what was split merged; only what is rejected stays so. Unnamed sources ("reporters") can be rejected and nothing
// else, for they are nobody who could be named. JSON: report/rules_json.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "language/annotation.h"

namespace readout {

struct EntityRef {
  std::string name;
  std::optional<EntityType> type;  // none: of whatever type
  std::string article;             // id; empty: in every article
};

enum class RuleKind : uint8_t {
  kMergeEntities,  // `entities` are one, in all articles that they name
  kSplitEntity,    // `entities` never share an entity with one another, nor with anything else of their name or that
                   // earlier rules merged them with
  kRenameEntity,   // the first of `entities` is called `name`
  kRetypeEntity,   // the first of `entities` is of `type`, and one with what has its name and that type
  kRejectEntity,   // the first of `entities` is none: it is left out of the dossier
  kMergeStories,   // `articles` tell of one happening
  kSplitStory      // `articles` tell of a happening of their own, together, apart from all others
};

struct Rule {
  RuleKind kind = RuleKind::kMergeEntities;
  std::vector<EntityRef> entities;
  std::vector<std::string> articles;
  std::string name;
  EntityType type = EntityType::kOther;
};

}  // namespace readout
