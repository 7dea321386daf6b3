#include "language/language.h"

#include <optional>

#include "language/gazetteer.h"
#include "language/language_id.h"
#include "language/names_rules.h"
#include "language/paragraphs.h"
#include "language/parser_features.h"
#include "language/sentences.h"
#include "language/syntax.h"
#include "language/tokenizer.h"
#include "language/words.h"

namespace readout {

struct LanguageModel::Parts {
  Gazetteer gazetteer;
  WordTable words;
  std::optional<SyntaxModel> syntax;
};

namespace {

// The weights of one section; `classes` is what the code that sums them expects.
Result<Weights> read_weights(const Bundle& bundle, std::string_view section, uint32_t classes) {
  auto weights = Weights::parse(bundle.section(section));
  if (weights && weights.value().classes() != classes)
    return Error{"model-malformed", "The model's weights are of another version; fetch the model file again.", 4};
  return weights;
}

}  // namespace

LanguageModel::LanguageModel() : parts_(std::make_unique<const Parts>()) {}
LanguageModel::~LanguageModel() = default;
LanguageModel::LanguageModel(LanguageModel&&) noexcept = default;
LanguageModel& LanguageModel::operator=(LanguageModel&&) noexcept = default;

Result<LanguageModel> LanguageModel::load(const Bundle& bundle) {
  auto parts = std::make_unique<Parts>();
  parts->gazetteer = Gazetteer::build(bundle);
  auto words = WordTable::parse(bundle.section("weights/words"));
  if (!words) return words.error();
  parts->words = std::move(words).value();
  if (bundle.has("weights/tagger") && bundle.has("weights/actions") && bundle.has("weights/labels")) {
    auto tagger = read_weights(bundle, "weights/tagger", kTagCount);
    if (!tagger) return tagger.error();
    auto actions = read_weights(bundle, "weights/actions", kActionCount);
    if (!actions) return actions.error();
    auto labels = read_weights(bundle, "weights/labels", kRelationCount);
    if (!labels) return labels.error();
    parts->syntax = SyntaxModel{std::move(tagger).value(), std::move(actions).value(), std::move(labels).value(),
                                Lemmatizer::build(bundle)};
  }
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
  if (!annotation.limits.empty()) return annotation;
  if (model.parts().syntax) {
    std::vector<WordFeatures> features;
    features.reserve(words.size());
    for (const Span word : words) features.push_back(model.parts().words.features_of(words_of(article.text, word)));
    std::vector<TagId> tags;
    add_syntax(article.text, features, *model.parts().syntax, annotation, tags);
  }
  annotation.names = find_names_by_rules(article.text, annotation, model.parts().gazetteer);
  return annotation;
}

}  // namespace readout
