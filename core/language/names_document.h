// What an article as a whole says of its names corrects single decisions: edges, hyphens, abbreviations in brackets,
// one type for one name, and mentions that were missed.
#pragma once

#include <string_view>
#include <vector>

#include "language/annotation.h"
#include "language/names_features.h"

namespace readout {

// Changes `labels` in place; every name stays inside its sentence. O(tokens).
void settle_names(std::string_view text, const Annotation& annotation, const std::vector<NameWord>& words,
                  std::vector<NameLabel>& labels);

}  // namespace readout
