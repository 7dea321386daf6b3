// The closed sets that the tagger and the parser choose from: a tag is a universal part of speech with its Penn
// Treebank tag (Marcus et al. 1993), which tells "said" in "was said" from "said" in "he said"; a relation is one of
// Universal Dependencies 2 as English uses them.
#pragma once

#include <cstdint>
#include <string_view>

#include "language/annotation.h"

namespace readout {

struct Tag {
  Upos upos = Upos::kNone;
  std::string_view penn;
};

using TagId = uint8_t;
using RelationId = uint8_t;
constexpr RelationId kRootRelation = 47;

constexpr uint32_t kTagCount = 64;
constexpr uint32_t kRelationCount = 50;

Tag tag_of(TagId id);
// The tag itself, else the first of that part of speech; X where there is none.
TagId tag_id(std::string_view upos, std::string_view penn);
std::string_view name_of(Upos upos);

std::string_view relation_of(RelationId id);
// The relation itself, else its universal part before the colon, else "dep".
RelationId relation_id(std::string_view relation);

}  // namespace readout
