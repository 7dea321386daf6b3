// Names that an office beside them gives away: what the names stage missed or took for a place.
#pragma once

#include <string_view>
#include <vector>

#include "reading/identities_words.h"
#include "reading/values.h"

namespace readout::naming {

// The names of the article with three faults put right. Capitals after an office are a person ("Foreign Minister Qin
// Gang"). A place or an untyped name of several words after an office is a person too ("counterpart Xi Jinping"). A
// name that runs from a country into a person is two ("ambassador to the Netherlands Tan Jian"). A country or capital
// taken for something else ("Kyiv have alleged") is the place that it is elsewhere in the article. Names come back in
// text order without overlaps; made ones say so in their doubt. O(tokens).
std::vector<Name> complete_names(std::string_view text, const std::vector<wording::Word>& words,
                                 const std::vector<Token>& tokens, const std::vector<Name>& names,
                                 const wording::WordLists& lists);

}  // namespace readout::naming
