// The words that keep company with the places of a query (Firth 1957; Sinclair 1991).
#pragma once

#include <string>
#include <vector>

#include "search/concordance.h"

namespace readout::search {

struct Collocate {
  std::string word;        // the lemma
  Upos tag = Upos::kNone;  // its most frequent one near the places
  uint32_t left = 0;       // times it stands in the windows before the places
  uint32_t right = 0;      // and after them
  uint32_t total = 0;      // times it stands in the articles searched
  uint32_t documents = 0;  // in which it stands near a place
  double expected = 0;     // times that it would stand in the windows if it kept no company
  double log_likelihood = 0;
  double log_dice = 0;
};

struct CollocateOptions {
  uint32_t window = 5;         // words to either side, within the paragraph
  uint32_t least = 2;          // times in the windows
  bool function_words = true;  // false: without "the", "of" ...
};

// Words that stand in the windows more often than they would by chance, by log-likelihood, ties by word. A word of the
// text is counted once, though it may lie in two windows. O(words of the scope + windows).
std::vector<Collocate> collocates(const Lexicon& lexicon, const Index& index, const std::vector<bool>& scope,
                                  const std::vector<Hit>& hits, const CollocateOptions& options);

}  // namespace readout::search
