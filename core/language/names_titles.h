// From labelled words to names: types, demonyms, and the titles that stand before a person's name.
#pragma once

#include <string_view>
#include <vector>

#include "language/annotation.h"
#include "language/gazetteer.h"
#include "language/names_features.h"

namespace readout {

// Titles are cut off a person's name and become its role, with what stands before them ("Russian Prime Minister").
// A demonym outside a name becomes a nationality. O(tokens).
std::vector<Name> names_from_labels(std::string_view text, const Annotation& annotation,
                                    const std::vector<NameWord>& words, const std::vector<NameLabel>& labels,
                                    const Gazetteer& gazetteer);

}  // namespace readout
