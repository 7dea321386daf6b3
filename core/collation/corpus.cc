#include "collation/corpus.h"

#include <algorithm>

namespace readout::collation {

Corpus make_corpus(std::vector<const Reading*> readings) {
  std::sort(readings.begin(), readings.end(),
            [](const Reading* a, const Reading* b) { return a->article.id < b->article.id; });
  Corpus corpus;
  corpus.reserve(readings.size());
  for (const Reading* reading : readings) {
    CorpusArticle article{reading, Places(*reading), {}, {}};
    for (const Sentence& sentence : reading->language.sentences) {
      auto words = words_in(reading->article.text, sentence.span);
      article.sentence_keys.push_back(content_keys(words));
      article.words.insert(article.words.end(), words.begin(), words.end());
    }
    corpus.push_back(std::move(article));
  }
  return corpus;
}

uint32_t log2_sixteenths(uint64_t x) {
  if (x < 2) return 0;
  uint32_t whole = 0;
  while ((x >> whole) > 1) ++whole;
  // Squaring the mantissa (Q16) yields one fractional bit a round.
  uint64_t mantissa = whole > 16 ? x >> (whole - 16) : x << (16 - whole);
  uint32_t result = whole;
  for (int bit = 0; bit < 4; ++bit) {
    mantissa = (mantissa * mantissa) >> 16;
    result <<= 1;
    if (mantissa >= (2u << 16)) {
      mantissa >>= 1;
      result |= 1;
    }
  }
  return result;
}

}  // namespace readout::collation
