#include "language/language.h"

#include <optional>

#include "language/gazetteer.h"
#include "language/names.h"
#include "language/names_rules.h"
#include "language/parser_features.h"
#include "language/pipeline.h"
#include "language/sentences.h"

namespace readout {

struct LanguageModel::Parts {
  Gazetteer gazetteer;
  WordTable words;
  std::optional<SyntaxModel> syntax;
  std::optional<Weights> names;
  std::optional<Weights> splitter;
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
  if (bundle.has("weights/tagger") && bundle.has("weights/retagger") && bundle.has("weights/actions") &&
      bundle.has("weights/labels")) {
    auto tagger = read_weights(bundle, "weights/tagger", kTagCount);
    if (!tagger) return tagger.error();
    auto retagger = read_weights(bundle, "weights/retagger", kTagCount);
    if (!retagger) return retagger.error();
    auto actions = read_weights(bundle, "weights/actions", kActionCount);
    if (!actions) return actions.error();
    auto labels = read_weights(bundle, "weights/labels", kRelationCount);
    if (!labels) return labels.error();
    parts->syntax = SyntaxModel{std::move(tagger).value(), std::move(retagger).value(), std::move(actions).value(),
                                std::move(labels).value(), Lemmatizer::build(bundle)};
  }
  if (bundle.has("weights/names")) {
    auto names = read_weights(bundle, "weights/names", kNameLabels);
    if (!names) return names.error();
    parts->names = std::move(names).value();
  }
  if (bundle.has("weights/sentences")) {
    auto splitter = read_weights(bundle, "weights/sentences", kSentenceClasses);
    if (!splitter) return splitter.error();
    parts->splitter = std::move(splitter).value();
  }
  LanguageModel model;
  model.parts_ = std::move(parts);
  return model;
}

Annotation annotate(const Article& article, const LanguageModel& model) {
  const LanguageModel::Parts& parts = model.parts();
  Pipeline pipeline = read_sentences(article, parts.words, parts.splitter ? &*parts.splitter : nullptr);
  Annotation& annotation = pipeline.annotation;
  if (!annotation.limits.empty()) return std::move(annotation);
  if (parts.syntax) read_syntax(article, *parts.syntax, pipeline);
  if (parts.syntax && parts.names)
    annotation.names =
        find_names(article.text, annotation,
                   name_words(annotation, pipeline.words, pipeline.tags, pipeline.relations, parts.gazetteer),
                   *parts.names, parts.gazetteer);
  else
    annotation.names = find_names_by_rules(article.text, annotation, parts.gazetteer);
  return std::move(annotation);
}

}  // namespace readout
