#include "language/syntax.h"

#include <span>

#include "language/arcs.h"
#include "language/parser.h"
#include "language/tagger.h"

namespace readout {

void add_syntax(std::string_view text, const std::vector<WordFeatures>& words, const SyntaxModel& model,
                Annotation& annotation, std::vector<TagId>& tags, std::vector<RelationId>& relations) {
  // A stage at a time over the whole text: its weights stay in the cache.
  tags.assign(words.size(), 0);
  std::vector<uint8_t> sure(words.size());
  tag_words(words, annotation.sentences, model.tagger, tags, sure);
  retag_words(words, annotation.sentences, model.retagger, sure, tags);
  for (const Sentence& sentence : annotation.sentences) {
    const uint32_t size = sentence.last_token - sentence.first_token;
    settle_finite_verb(std::span(words).subspan(sentence.first_token, size),
                       std::span(tags).subspan(sentence.first_token, size));
  }
  std::vector<Arc> arcs(words.size());
  parse(words, tags, annotation.sentences, {model.actions, model.labels}, arcs);
  relations.clear();
  relations.reserve(words.size());
  for (const Sentence& sentence : annotation.sentences) {
    const uint32_t size = sentence.last_token - sentence.first_token;
    settle_arcs(std::span(tags).subspan(sentence.first_token, size),
                std::span(arcs).subspan(sentence.first_token, size));
    for (uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
      Token& token = annotation.tokens[i];
      token.upos = tag_of(tags[i]).upos;
      token.lemma = model.lemmatizer.lemma_of(words_of(text, token.span), words[i].form, tags[i]);
      token.head = arcs[i].head == size ? -1 : static_cast<int32_t>(sentence.first_token + arcs[i].head);
      token.deprel = relation_of(arcs[i].relation);
      relations.push_back(arcs[i].relation);
    }
  }
}

}  // namespace readout
