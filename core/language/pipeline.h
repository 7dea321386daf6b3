// The language stage up to trees: what annotate() and the trainer both run.
#pragma once

#include <vector>

#include "language/annotation.h"
#include "language/syntax.h"
#include "language/tagset.h"
#include "language/words.h"
#include "text/article.h"

namespace readout {

// Beside the annotation, one entry a token. Tags and relations are empty where nothing was parsed.
struct Pipeline {
  Annotation annotation;
  std::vector<Span> spans;
  std::vector<WordFeatures> words;
  std::vector<TagId> tags;
  std::vector<RelationId> relations;
};

// Paragraphs, words, sentences and the language; `splitter` may be null. O(text).
Pipeline read_sentences(const Article& article, const WordTable& table, const Weights* splitter);

// Tags, lemmas and trees. O(tokens).
void read_syntax(const Article& article, const SyntaxModel& model, Pipeline& pipeline);

}  // namespace readout
