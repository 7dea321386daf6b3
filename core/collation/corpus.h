// The readings as collation's stages see them: sorted by id, with what is compared of each made once.
#pragma once

#include <cstdint>
#include <vector>

#include "collation/dossier.h"
#include "collation/words.h"
#include "reading/place.h"
#include "reading/values.h"

namespace readout::collation {

// Names an article as long as it is held, whatever comes and goes beside it; given once and never again. What the
// stages keep from one dossier to the next they keep by serial, since an ArticleIndex moves when articles come in.
using Serial = uint32_t;

struct CorpusArticle {
  const Reading* reading = nullptr;
  Places places;
  std::vector<std::vector<uint64_t>> sentence_keys;  // content keys by sentence
  Serial serial = 0;
};

// Sorted by id; ArticleIndex indexes it.
using Corpus = std::vector<CorpusArticle>;

// The words of the article's own text, in order, sentence by sentence. O(text).
std::vector<Word> words_of_article(const Reading& reading);

CorpusArticle make_article(const Reading& reading, Serial serial);

// By serial below `count`: its place in the corpus; UINT32_MAX where it is not held.
std::vector<ArticleIndex> places_of_serials(const Corpus& corpus, size_t count);

// floor(16 * log2(x)) by integer arithmetic alone, so that weights are the same on every machine; 0 for x < 2.
uint32_t log2_sixteenths(uint64_t x);

}  // namespace readout::collation
