// Part-of-speech tagging in two passes, left to right, by log-linear models over hashed features. The second pass sees
// the tags that the first gave to the words that follow (stacking: Wolpert 1992; Martins et al. 2008). The first
// decides by some of its features where these are sure (Strubell et al. 2015).
#pragma once

#include <cstdint>
#include <span>

#include "language/annotation.h"
#include "language/tagset.h"
#include "language/weights.h"
#include "language/words.h"

namespace readout {

// A step of the first pass's scores; so many are one natural logarithm.
constexpr int32_t kTagUnit = 64;
// With such a margin the first pass decides by its first features alone.
constexpr int32_t kTagSettled = kTagUnit * 4;

// Tags of all words by the first pass, and of which of them it is sure (1, else 0). `words`, `tags` and `sure` are of
// one length, which the sentences cover; `weights` has kTagCount classes. O(words).
void tag_words(std::span<const WordFeatures> words, std::span<const Sentence> sentences, const Weights& weights,
               std::span<TagId> tags, std::span<uint8_t> sure);

// The second pass over tags of the first, for the words of which that was not sure. O(words).
void retag_words(std::span<const WordFeatures> words, std::span<const Sentence> sentences, const Weights& weights,
                 std::span<const uint8_t> sure, std::span<TagId> tags);

// Gives one sentence without a finite verb its verb, where one may be: if it ends in a full stop, the first form that
// may be a past tense or a participle behind a noun ("The rebels surrendered to the army."); else a noun behind a noun
// that is a verb too and takes an object ("Trade hit $3 billion"). O(words).
void settle_finite_verb(std::span<const WordFeatures> words, std::span<TagId> tags);

}  // namespace readout
