// Names that the article speaks of as states: places, whatever they looked like by themselves.
#pragma once

#include <string_view>
#include <vector>

#include "reading/identities_words.h"
#include "reading/values.h"

namespace readout::naming {

// Retypes names of one word that were taken for persons or left untyped, and of which the article says what is said of
// states alone: "Vessland's parliament", "diplomatic ties with Vessland", "the border with Vessland"; or that are all
// that "its embassy" can refer to. No name is retyped that is a given name, a known country or part of a person's full
// name in the article. A retyped name says so in its doubt. A nationality's word that stands alone for somebody and is
// the family name of a person named in full ("French said", of Ann French) becomes a person's. O(tokens).
void settle_states(std::string_view text, const std::vector<wording::Word>& words, const std::vector<Token>& tokens,
                   const wording::WordLists& lists, std::vector<Name>& names);

}  // namespace readout::naming
