#include "language/syntax.h"

#include <span>

#include "language/parser.h"
#include "language/tagger.h"

namespace readout {

void add_syntax(std::string_view text, const std::vector<WordFeatures>& words, const SyntaxModel& model,
                Annotation& annotation, std::vector<TagId>& tags, std::vector<RelationId>& relations) {
  // A stage at a time over the whole text: its weights stay in the cache.
  std::vector<TagId> sentence_tags;
  std::vector<bool> sure;
  tags.clear();
  tags.reserve(words.size());
  for (const Sentence& sentence : annotation.sentences) {
    const auto of_sentence = std::span(words).subspan(sentence.first_token, sentence.last_token - sentence.first_token);
    tag_words(of_sentence, model.tagger, sentence_tags, sure);
    retag_words(of_sentence, model.retagger, sure, sentence_tags);
    settle_finite_verb(sentence_tags);
    tags.insert(tags.end(), sentence_tags.begin(), sentence_tags.end());
  }
  Parser parser(model.actions, model.labels);
  std::vector<ParserWord> parser_words;
  std::vector<Arc> arcs;
  relations.clear();
  relations.reserve(words.size());
  for (const Sentence& sentence : annotation.sentences) {
    const uint32_t first = sentence.first_token;
    const uint32_t size = sentence.last_token - first;
    see_words(std::span(words).subspan(first, size), std::span(tags).subspan(first, size), parser_words);
    parser.parse(parser_words, arcs);
    for (uint32_t i = 0; i < size; ++i) {
      Token& token = annotation.tokens[first + i];
      token.upos = tag_of(tags[first + i]).upos;
      token.lemma = model.lemmatizer.lemma_of(words_of(text, token.span), words[first + i].form, tags[first + i]);
      token.head = arcs[i].head == size ? -1 : static_cast<int32_t>(first + arcs[i].head);
      token.deprel = relation_of(arcs[i].relation);
      relations.push_back(arcs[i].relation);
    }
  }
}

}  // namespace readout
