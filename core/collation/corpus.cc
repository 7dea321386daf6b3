#include "collation/corpus.h"

#include <algorithm>

namespace readout::collation {

std::vector<Word> words_of_article(const Reading& reading) {
  std::vector<Word> all;
  for (const Sentence& sentence : reading.language.sentences) {
    const auto words = words_in(reading.article.text, sentence.span);
    all.insert(all.end(), words.begin(), words.end());
  }
  return all;
}

CorpusArticle make_article(const Reading& reading, Serial serial) {
  CorpusArticle article{&reading, Places(reading), {}, serial};
  article.sentence_keys.reserve(reading.language.sentences.size());
  for (const Sentence& sentence : reading.language.sentences) {
    article.sentence_keys.push_back(content_keys(words_in(reading.article.text, sentence.span)));
  }
  return article;
}

std::vector<ArticleIndex> places_of_serials(const Corpus& corpus, size_t count) {
  std::vector<ArticleIndex> places(count, UINT32_MAX);
  for (ArticleIndex a = 0; a < corpus.size(); ++a) places[corpus[a].serial] = a;
  return places;
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
