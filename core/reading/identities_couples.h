// "Karl and Ann Lund": people who share the family name that stands behind the last of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reading/identities_words.h"
#include "reading/values.h"

namespace readout::naming {

// A name as the article writes it, without a role that it begins with.
struct WrittenName {
  Span span;
  EntityType type = EntityType::kOther;
  std::vector<std::string> words;                      // folded
  wording::Gender titled = wording::Gender::kUnknown;  // by "Mr", "Mrs"
  bool has_role = false;
};

// For every name of `names`, in text order, its words with the family name that it shares with the name behind it;
// empty for all other names. "Karl" of "Karl and Ann Lund" is taken for Karl Lund where Karl is a given name, or the
// article speaks of a Mr. and of a Mrs. Lund, unless others go by that word in the article. Of two, not of more.
// O(names).
std::vector<std::string> share_family_names(std::string_view text, const std::vector<WrittenName>& names,
                                            const wording::WordLists& lists);

}  // namespace readout::naming
