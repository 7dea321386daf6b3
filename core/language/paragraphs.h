// Cuts an article's own text into stretches that no sentence crosses.
#pragma once

#include <cstdint>
#include <vector>

#include "text/article.h"
#include "text/span.h"

namespace readout {

// Text without white space at its ends. `paragraph` counts from 0; a new one begins at every blank line and every
// block.
struct Stretch {
  Span span;
  uint32_t paragraph = 0;
};

// Stretches in text order, only of blocks that are the article's own. A single line break ends a stretch too, unless
// the article's lines are wrapped: enough of its lines then go on with a small letter. O(text).
std::vector<Stretch> cut_stretches(const Article& article);

}  // namespace readout
