// Articles as weighted words, for telling which of them tell of one happening.
//
// Method: TF-IDF vectors of content words (Salton & Buckley 1988); words of the headline and the head of the article
// count more, for the head of a news text says what happened. Weights are sixteenths of logarithms made from integers.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "collation/corpus.h"

namespace readout::collation {

struct StoryTerm {
  uint64_t key = 0;
  float weight = 0;      // in a vector of unit length
  uint32_t first = 0;    // index of the first word with this key; see term_text()
  uint16_t points = 16;  // 16 + 16 log2 of how much the article makes of it
  bool digit = false;    // a number, or a word that begins with a digit
};

struct StoryVector {
  std::vector<StoryTerm> terms;  // by key
  std::vector<uint32_t> heavy;   // indices of the weightiest, by falling weight
};

// One vector an article. O(words log words).
std::vector<StoryVector> story_vectors(const Corpus& corpus);

// From 0 (no word in common) to 1. O(terms).
float cosine(const StoryVector& a, const StoryVector& b);

// The term as its article writes it; the view lasts as long as the reading.
std::string_view term_text(const CorpusArticle& article, const StoryTerm& term);

}  // namespace readout::collation
