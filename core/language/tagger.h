// Part-of-speech tagging in two passes, left to right, by log-linear models over hashed features. The second pass sees
// the tags that the first gave to the words that follow (stacking: Wolpert 1992; Martins et al. 2008).
#pragma once

#include <span>
#include <vector>

#include "language/tagset.h"
#include "language/weights.h"
#include "language/words.h"

namespace readout {

// A step of the first pass's scores; so many are one natural logarithm.
constexpr int32_t kTagUnit = 64;

// Tags of one sentence's words by the first pass, and of which of them it is sure. `weights` has kTagCount classes.
// O(words).
void tag_words(std::span<const WordFeatures> words, const Weights& weights, std::vector<TagId>& tags,
               std::vector<bool>& sure);

// The second pass over tags of the first, for the words of which that was not sure; all spans are of one length.
// O(words).
void retag_words(std::span<const WordFeatures> words, const Weights& weights, const std::vector<bool>& sure,
                 std::span<TagId> tags);

// Where a sentence that ends in a full stop has no finite verb, and a form of a verb that may be a past tense or a
// participle follows a noun ("The rebels surrendered to the army."), the first such is its verb. O(words).
void settle_finite_verb(std::span<TagId> tags);

}  // namespace readout
