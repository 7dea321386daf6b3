// What no English tree has and a parser that decides step by step now and then makes, set right in the whole tree.
#pragma once

#include <span>

#include "language/parser.h"
#include "language/tagset.h"

namespace readout {

// One sentence's arcs. A finite verb is joined to a verb, not to a thing: "He lost the case and accused the court" has
// "accused" beside "lost", not beside "case". O(words) for trees of bounded depth, O(words * depth) at most.
void settle_arcs(std::span<const TagId> tags, std::span<Arc> arcs);

}  // namespace readout
