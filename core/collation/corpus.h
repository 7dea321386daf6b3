// The readings as collation's stages see them: sorted by id, with their words cut once.
#pragma once

#include <vector>

#include "collation/dossier.h"
#include "collation/words.h"
#include "reading/place.h"
#include "reading/values.h"

namespace readout::collation {

struct CorpusArticle {
  const Reading* reading = nullptr;
  Places places;
  std::vector<Word> words;                           // of the article's own text, in order
  std::vector<std::vector<uint64_t>> sentence_keys;  // content keys by sentence
};

// ArticleIndex indexes it.
using Corpus = std::vector<CorpusArticle>;

// Sorts by id. All pointers must be non-null; the readings must outlive the corpus. O(text + n log n).
Corpus make_corpus(std::vector<const Reading*> readings);

// floor(16 * log2(x)) by integer arithmetic alone, so that weights are the same on every machine; 0 for x < 2.
uint32_t log2_sixteenths(uint64_t x);

}  // namespace readout::collation
