// The Universal Dependencies relations (https://universaldependencies.org/u/dep/ and the English subtypes), so that a
// relation read from JSON can stand as a view of static storage, as Token::deprel wants it.
#pragma once

#include <string_view>

namespace readout {

// The same word in static storage; empty for one that is no relation of the English treebanks.
std::string_view known_relation(std::string_view name);

}  // namespace readout
