// What an article that does not carry a fact has instead: an honest absence.
#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "collation/alignment.h"

namespace readout::collation {

// Finds, in the articles of one story, the sentence nearest to some words. Built once a story.
class NearestPassage {
 public:
  NearestPassage(const Corpus& corpus, const std::vector<ArticleIndex>& articles);

  // The sentence of `article` that shares most of `keys`, and how many; none where fewer than two are shared.
  std::optional<std::pair<Span, uint32_t>> find(ArticleIndex article, const std::vector<uint64_t>& keys) const;

 private:
  const Corpus* corpus_;
  std::unordered_map<uint64_t, std::vector<std::pair<ArticleIndex, uint32_t>>> postings_;  // key -> (article, sentence)
};

// Why an article cannot be asked for what happened on `day` (empty: not known): it was published before. Empty: it can.
std::string written_before(const Corpus& corpus, ArticleIndex article, const std::string& day);

// A cell for an article that none of the fact's candidates stand in: kCannotTell where the article's text is cut off or
// is in another language, else kLacks with the nearest passage as proof.
Cell absent_cell(const Corpus& corpus, ArticleIndex article, const std::vector<uint64_t>& keys,
                 const NearestPassage& nearest);

}  // namespace readout::collation
