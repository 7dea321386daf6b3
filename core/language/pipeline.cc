#include "language/pipeline.h"

#include <span>

#include "language/language_id.h"
#include "language/paragraphs.h"
#include "language/sentences.h"
#include "language/tagset.h"
#include "language/tokenizer.h"

namespace readout {

namespace {

// An apostrophe with a space before it and none behind opens a quotation: it is no possessive's.
void settle_opening_marks(std::string_view text, std::span<const Span> spans, std::span<WordFeatures> words) {
  const TagId opening = tag_id("PUNCT", "``");
  for (size_t i = 0; i + 1 < spans.size(); ++i) {
    const bool after_space = i == 0 || spans[i - 1].end < spans[i].begin;
    if (!after_space || spans[i].end != spans[i + 1].begin) continue;
    const std::string_view word = words_of(text, spans[i]);
    if (word == "'" || word == "\u2018") words[i].only_tag = opening;
  }
}

}  // namespace

Pipeline read_sentences(const Article& article, const WordTable& table, const Weights* splitter) {
  Pipeline pipeline;
  Annotation& annotation = pipeline.annotation;
  std::vector<uint32_t> ends;
  for (const Stretch& stretch : cut_stretches(article)) {
    const size_t before = pipeline.spans.size();
    tokenize(article.text, stretch.span, pipeline.spans);
    table.features_of(article.text, std::span(pipeline.spans).subspan(before), pipeline.words);
    settle_opening_marks(article.text, std::span(pipeline.spans).subspan(before),
                         std::span(pipeline.words).subspan(before));
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
