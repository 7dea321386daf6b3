#include "language/language.h"

#include "language/gazetteer.h"
#include "language/language_id.h"
#include "language/names_rules.h"
#include "language/paragraphs.h"
#include "language/sentences.h"
#include "language/tokenizer.h"

namespace readout {

struct LanguageModel::Parts {
  Gazetteer gazetteer;
};

LanguageModel::LanguageModel() : parts_(std::make_unique<const Parts>()) {}
LanguageModel::~LanguageModel() = default;
LanguageModel::LanguageModel(LanguageModel&&) noexcept = default;
LanguageModel& LanguageModel::operator=(LanguageModel&&) noexcept = default;

Result<LanguageModel> LanguageModel::load(const Bundle& bundle) {
  auto parts = std::make_unique<Parts>();
  parts->gazetteer = Gazetteer::build(bundle);
  LanguageModel model;
  model.parts_ = std::move(parts);
  return model;
}

Annotation annotate(const Article& article, const LanguageModel& model) {
  Annotation annotation;
  std::vector<Span> words;
  std::vector<uint32_t> ends;
  uint32_t first = 0;
  for (const Stretch& stretch : cut_stretches(article)) {
    tokenize(article.text, stretch.span, words);
    ends.clear();
    split_sentences(article.text, words, first, ends);
    for (const uint32_t end : ends) {
      annotation.sentences.push_back({{words[first].begin, words[end - 1].end}, first, end, stretch.paragraph});
      first = end;
    }
  }
  annotation.tokens.reserve(words.size());
  for (const Span word : words) annotation.tokens.push_back({word, Upos::kNone, "", -1, ""});
  LanguageGuess guess = guess_language(article.text, words);
  annotation.language = std::move(guess.code);
  annotation.limits = std::move(guess.limits);
  if (annotation.limits.empty())
    annotation.names = find_names_by_rules(article.text, annotation, model.parts().gazetteer);
  return annotation;
}

}  // namespace readout
