// Part-of-speech tagging, left to right: an averaged perceptron (Collins 2002) over hashed features.
#pragma once

#include <span>
#include <vector>

#include "language/tagset.h"
#include "language/weights.h"
#include "language/words.h"

namespace readout {

// Tags of one sentence's words. `weights` has kTagCount classes. O(words).
void tag_words(std::span<const WordFeatures> words, const Weights& weights, std::vector<TagId>& tags);

}  // namespace readout
