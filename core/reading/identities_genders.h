// What the words beside a name say of somebody's gender: titles, and the pronouns that go on from it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "reading/identities_words.h"
#include "reading/values.h"

namespace readout::naming {

// "Mrs", "spokesman"; unknown for most roles.
wording::Gender gender_of_role(std::string_view role);

// By the folded words of every name of one word: how often the next pronoun in its sentence, with no other name, mark
// of quotation or end of a sentence between, is a man's and a woman's. O(text behind the names, at most 120 bytes
// each).
wording::StringMap<std::array<uint32_t, 2>> count_pronouns_behind(std::string_view text,
                                                                  const std::vector<Name>& names);

// The gender that such counts speak for; unknown where they do not agree.
wording::Gender gender_spoken_of(const std::array<uint32_t, 2>& counts);

}  // namespace readout::naming
