// Tags, lemmas and trees for the sentences of an annotation.
#pragma once

#include <string_view>

#include "language/annotation.h"
#include "language/lemmatizer.h"
#include "language/weights.h"
#include "language/words.h"

namespace readout {

struct SyntaxModel {
  Weights tagger;
  Weights retagger;
  Weights actions;
  Weights labels;
  Lemmatizer lemmatizer;
};

// Fills upos, lemma, head and deprel of every token, and `tags` and `relations` with one a token. `words` holds one
// entry a token. O(tokens).
void add_syntax(std::string_view text, const std::vector<WordFeatures>& words, const SyntaxModel& model,
                Annotation& annotation, std::vector<TagId>& tags, std::vector<RelationId>& relations);

}  // namespace readout
