// The words and phrases that one set of articles uses more than another (keyness; Scott 1997).
#pragma once

#include <string>
#include <vector>

#include "search/index.h"

namespace readout::search {

struct KeyItem {
  std::string words;  // a lemma, or a phrase as it stands, folded
  bool phrase = false;
  Upos tag = Upos::kNone;  // of a single word: its most frequent one
  uint32_t a = 0;          // times in A and B
  uint32_t b = 0;
  uint32_t documents_a = 0;  // articles of A and B that have it
  uint32_t documents_b = 0;
  double log_likelihood = 0;
  double log_ratio = 0;   // above 0: key in A; below: in B
  double dispersion = 0;  // over the articles of the side that it is key in, 0 (one article) to 1 (even)
};

struct KeynessOptions {
  uint32_t least_count = 3;      // on the side that it is key in
  uint32_t least_documents = 2;  // of that side; 1 is asked of a side that has no more
  double least_likelihood = 6.63;
  double least_dispersion = 0.1;  // where that side has more than one article
  bool function_words = true;
  bool phrases = true;  // of two and three words that neither begin nor end with a function word
};

enum class Side : uint8_t { kNone, kA, kB };

struct Keyness {
  std::vector<KeyItem> items;  // key in A, then key in B; each by log-likelihood, ties by words
  uint32_t words_a = 0;
  uint32_t words_b = 0;
  uint32_t articles_a = 0;
  uint32_t articles_b = 0;
};

// `sides` by document. Log-likelihood (Rayson and Garside 2000) says whether a difference is more than chance, log
// ratio (Hardie 2014) how large it is, and the dispersion is 1 - DPnorm (Gries 2008; Lijffijt and Gries 2012).
// Phrases are counted by 64-bit hashes of their forms. O(n log n) of the words of both sides.
Keyness keyness(const Lexicon& lexicon, const Index& index, const std::vector<Side>& sides,
                const KeynessOptions& options);

}  // namespace readout::search
