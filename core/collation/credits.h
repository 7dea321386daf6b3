// Whom articles credit for their words: "(Reuters)", "With information from AFP", the outlet that is an agency itself.
#pragma once

#include <string>
#include <vector>

#include "collation/corpus.h"

namespace readout::collation {

// A source that articles credit, as the first of them writes it.
struct CreditedSource {
  std::string name;
  std::vector<ArticleIndex> crediting;  // ascending
  std::vector<ArticleIndex> own;        // articles of which it is the outlet
};

// The sources that `articles` (ascending) credit, those first that most of them name, then by name.
std::vector<CreditedSource> credited_sources(const Corpus& corpus, const std::vector<ArticleIndex>& articles);

// One of them credits a source that the other credits too, or is the article of.
bool share_source(const Corpus& corpus, ArticleIndex a, ArticleIndex b);

// What the credits say of words that stand in all of `articles`: a sentence, or nothing.
std::string tell_credits(const Corpus& corpus, const std::vector<ArticleIndex>& articles);

}  // namespace readout::collation
