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
bool is_other_body(const std::string& key);

// "Vessby Water" and "Vessby Water Inc.": one begins with all words of the other.
bool are_one_name(std::string_view a, std::string_view b);

// Nouns, folded and singular, that speak of a body: one that has the noun in its name ("the ministry"), a company
// ("the firm"), who publishes news ("the newspaper"), states or people together ("the bloc", "the group").
bool is_body_noun(std::string_view noun);
bool is_business_noun(std::string_view noun);
bool is_outlet_noun(std::string_view noun);
bool is_alliance_noun(std::string_view noun);
bool is_group_noun(std::string_view noun);

}  // namespace readout::naming
