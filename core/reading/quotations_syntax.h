// What the parse says of stretches of text: how far a word's subtree reaches, and which word is a verb's subject.
// Private to quotations.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "language/annotation.h"

namespace readout::quoting {

// Subtrees of every token, as first and last token (inclusive). Where nothing was parsed every token stands alone.
struct Subtrees {
  std::vector<uint32_t> first;
  std::vector<uint32_t> last;
};

// O(tokens x depth), depth counted to at most 64.
Subtrees measure_subtrees(const std::vector<Token>& tokens);

// The token right below `above` on the way up from `token`; none where `token` is not below it within 64 steps.
std::optional<uint32_t> branch_of(const std::vector<Token>& tokens, uint32_t token, uint32_t above);

// The subject of the verb at `verb`: its own, or that of the verb that it is coordinated with or complements. Looks at
// tokens `begin` to `end` only.
std::optional<uint32_t> subject_of(const std::vector<Token>& tokens, uint32_t verb, uint32_t begin, uint32_t end);

}  // namespace readout::quoting
