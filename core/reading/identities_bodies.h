// What kind of body a name tells of: which nouns speak of it again ("the caucus", "the bureau", "the group").
#pragma once

#include <string>
#include <string_view>

#include "reading/values.h"

namespace readout::naming {

// The names of a body as words between spaces, folded, to look nouns up in. Empty names give "  ".
std::string key_of_names(const Entity& entity);

// Whether `noun` (folded, singular) stands in the names of the body behind `key`, or says what an acronym stands for:
// "the bureau" for "FBI". O(length of the names).
bool is_named_as(const std::string& key, std::string_view noun);

// Whether the body is one that reports call "the group" or "the organisation" though its name need not say so: a
// caucus, a league, "Peru for Peace", an armed group.
bool is_group(const std::string& key);

// Whether the name tells that it is no company: of a state, a party or an armed group.
bool is_no_company(const std::string& key);

}  // namespace readout::naming
