#include "language/pipeline.h"

#include <span>

#include "language/language_id.h"
#include "language/paragraphs.h"
#include "language/sentences.h"
#include "language/tokenizer.h"

namespace readout {

Pipeline read_sentences(const Article& article, const WordTable& table, const Weights* splitter) {
  Pipeline pipeline;
  Annotation& annotation = pipeline.annotation;
  std::vector<uint32_t> ends;
  for (const Stretch& stretch : cut_stretches(article)) {
    const size_t before = pipeline.spans.size();
    tokenize(article.text, stretch.span, pipeline.spans);
    for (size_t i = before; i < pipeline.spans.size(); ++i)
      pipeline.words.push_back(table.features_of(words_of(article.text, pipeline.spans[i])));
    ends.clear();
    split_sentences(
        {article.text, std::span(pipeline.spans).subspan(before), std::span(pipeline.words).subspan(before)}, splitter,
        ends);
    auto first = static_cast<uint32_t>(before);
    for (const uint32_t end : ends) {
      const auto last = static_cast<uint32_t>(before + end);
      annotation.sentences.push_back(
          {{pipeline.spans[first].begin, pipeline.spans[last - 1].end}, first, last, stretch.paragraph});
      first = last;
    }
  }
  annotation.tokens.reserve(pipeline.spans.size());
  for (const Span span : pipeline.spans) annotation.tokens.push_back({span, Upos::kNone, "", -1, ""});
  LanguageGuess guess = guess_language(article.text, pipeline.spans);
  annotation.language = std::move(guess.code);
  annotation.limits = std::move(guess.limits);
  return pipeline;
}

void read_syntax(const Article& article, const SyntaxModel& model, Pipeline& pipeline) {
  add_syntax(article.text, pipeline.words, model, pipeline.annotation, pipeline.tags, pipeline.relations);
}

}  // namespace readout
