// Which lines of a page are the article: a score a line, and the best run of states over the page.
#pragma once

#include <cstdint>
#include <vector>

#include "intake/lines.h"

namespace readout::intake {

// Where a line stands: above the article, in it, in something that interrupts it, below it.
enum class Place : uint8_t { kAbove, kBody, kAside, kBelow };

// How much a line by itself looks like a paragraph of an article (positive) or like what stands around one
// (negative), in hundredths of a nat, roughly. `prose` is false for pages in a language whose function words are
// unknown.
int prose_score(const Line& line, bool prose);

// One place a line; the most probable sequence (Viterbi) under the scores and the costs of changing place. Linear.
std::vector<Place> place_lines(const Page& page);

}  // namespace readout::intake
