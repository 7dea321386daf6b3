#include "tools/train_names.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "language/names.h"
#include "language/pipeline.h"
#include "text/offsets.h"
#include "tools/train_loglinear.h"

namespace readout::train {

namespace {

int type_of(const std::string& type) {
  if (type == "person") return 0;
  if (type == "organisation") return 1;
  if (type == "place") return 2;
  return 3;
}

void set_labels(const std::vector<Token>& tokens, Span span, int type, bool optional, NameDocument& document) {
  size_t begin = 0;
  while (begin < tokens.size() && tokens[begin].span.end <= span.begin) ++begin;
  size_t end = begin;
  while (end < tokens.size() && tokens[end].span.begin < span.end) ++end;
  if (begin == end) return;
  const bool exact = tokens[begin].span.begin == span.begin && tokens[end - 1].span.end == span.end;
  for (size_t i = begin; i < end; ++i) {
    // A name's small words are learnt too, or the rest of it would be learnt as a name of its own.
    document.words[i].decide = true;
    if (optional || !exact) document.ignore[i] = true;
  }
  if (optional) return;
  // Demonyms are told by the list of them.
  if (type == 3 && end - begin == 1 && (document.words[begin].known & kKnownNationality) != 0) return;
  const auto label = [&](NamePart part) { return name_label(static_cast<uint32_t>(type), part); };
  if (end - begin == 1) {
    document.labels[begin] = label(kUnit);
    return;
  }
  for (size_t i = begin; i < end; ++i) document.labels[i] = label(i == begin ? kBegin : i + 1 == end ? kLast : kInside);
}

// What the reader sees, and what is peculiar to the text's source.
class SourceView {
 public:
  static constexpr uint32_t kPeculiar = 10;
  static constexpr uint32_t kFirst = NameView::kFirst;
  static constexpr uint32_t kRest = NameView::kRest + kPeculiar;

  SourceView(std::span<const NameWord> words, size_t i, NameLabel before, NameLabel before2, NameSource source)
      : view_(words, i, before, before2), words_(words), i_(i), before_(before), source_(source) {}

  uint32_t first(uint64_t* out) const { return view_.first(out); }
  uint32_t rest(uint64_t* out) const {
    uint32_t count = view_.rest(out);
    if (source_ == NameSource::kPlain) return count;
    const NameWord& w = words_[i_];
    uint32_t id = 1 + NameView::kFirst + NameView::kRest + static_cast<uint32_t>(source_) * kPeculiar;
    const auto add = [&](uint64_t value) { out[count++] = feature_hash(501 + id++, value); };
    add(w.word.form);
    add(i_ > 0 ? words_[i_ - 1].word.form : 0);
    add(i_ + 1 < words_.size() ? words_[i_ + 1].word.form : 0);
    add(join(before_, w.word.shape));
    add(join(before_, w.tag));
    add(join(before_, w.word.word_class));
    add(join(w.known, w.known_phrase));
    add(w.first_label);
    add(w.memory);
    add(static_cast<uint64_t>(w.relation));
    return count;
  }

 private:
  NameView view_;
  std::span<const NameWord> words_;
  size_t i_;
  NameLabel before_;
  NameSource source_;
};

constexpr float kStep = 1.0f / kNameUnit;  // of a weight, in natural logarithms

class NameTrainer {
 public:
  explicit NameTrainer(const NameOptions& options)
      : model_({options.bits, kNameLabels, options.rate, largest(kStep)}) {}

  void learn(const NameDocument& document, const std::vector<NameWord>& words) {
    for (const Sentence& sentence : document.annotation.sentences) {
      const std::span<const NameWord> view(words.data() + sentence.first_token,
                                           sentence.last_token - sentence.first_token);
      NameLabel before = kOutside;
      NameLabel before2 = kOutside;
      for (size_t i = 0; i < view.size(); ++i) {
        const size_t at = sentence.first_token + i;
        NameLabel best = kOutside;
        if (view[i].decide || is_open(before)) best = decide(view, i, before, before2, document, at);
        before2 = before;
        before = best;
      }
    }
  }

  void prune(size_t most) { model_.prune(most); }

  std::vector<float> weights(const NameOptions& options) const { return model_.averages(options.least_seen); }

 private:
  NameLabel decide(std::span<const NameWord> view, size_t i, NameLabel before, NameLabel before2,
                   const NameDocument& document, size_t at) {
    const bool last = i + 1 == view.size();
    const auto allowed = [&](uint32_t l) { return may_follow(before, static_cast<NameLabel>(l), last); };
    const StagedDecision<SourceView, kNameLabels> decision(
        model_, SourceView(view, i, before, before2, document.source), allowed);
    NameLabel right = document.labels[at];
    // After a wrong label the right one may be barred: the best of what keeps the type, or ends the name, is right.
    if (!allowed(right)) right = repaired(before, document.labels[at], last);
    if (!document.ignore[at]) decision.teach(model_, allowed, [&](uint32_t l) { return l == right; });
    return static_cast<NameLabel>(decision.best());
  }

  static NameLabel repaired(NameLabel before, NameLabel gold, bool last) {
    if (is_open(before)) {
      const uint32_t type = type_of_label(before);
      const bool goes_on = gold != kOutside && is_open(gold) && !last;
      return name_label(type, goes_on ? kInside : kLast);
    }
    if (gold == kOutside) return kOutside;
    const uint32_t type = type_of_label(gold);
    return name_label(type, is_open(gold) && !last ? kBegin : kUnit);
  }

  LogLinear model_;
};

}  // namespace

std::vector<NameDocument> read_names(const std::string& path, NameSource source, const NameModels& models) {
  std::vector<NameDocument> documents;
  const std::string file = read_file(path);
  for (size_t at = 0; at < file.size();) {
    const size_t end = std::min(file.find('\n', at), file.size());
    const auto row = nlohmann::json::parse(std::string_view(file).substr(at, end - at), nullptr, false);
    at = end + 1;
    if (!row.is_object()) continue;
    Article article;
    article.text = row["text"].get<std::string>();
    article.blocks.push_back({{0, static_cast<uint32_t>(article.text.size())}, BlockKind::kBody, "", false});
    Pipeline pipeline = read_sentences(article, models.table, &models.splitter);
    read_syntax(article, models.syntax, pipeline);
    NameDocument document;
    document.source = source;
    document.words =
        name_words(pipeline.annotation, pipeline.words, pipeline.tags, pipeline.relations, models.gazetteer);
    for (size_t i = 0; i < document.words.size(); ++i)
      if (pipeline.annotation.tokens[i].upos == Upos::kPropn) document.words[i].decide = true;
    document.labels.assign(document.words.size(), kOutside);
    document.ignore.assign(document.words.size(), false);
    const OffsetMap offsets(article.text, OffsetUnit::kCodePoints);
    for (const auto& mention : row["gold"]["mentions"]) {
      const Span points{mention["begin"].get<uint32_t>(), mention["end"].get<uint32_t>()};
      set_labels(pipeline.annotation.tokens, offsets.to_byte(points), type_of(mention["type"].get<std::string>()),
                 mention.value("optional", false), document);
    }
    document.annotation = std::move(pipeline.annotation);
    documents.push_back(std::move(document));
  }
  return documents;
}

std::string train_names(std::vector<NameDocument> documents, const NameOptions& options) {
  std::vector<uint32_t> order(documents.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  Random random(options.seed);
  random.shuffle(order);
  std::vector<std::vector<NameWord>> remembered(documents.size());
  for (uint32_t fold = 0; fold < options.folds; ++fold) {
    NameTrainer trainer(options);
    for (uint32_t epoch = 0; epoch < options.fold_epochs; ++epoch) {
      random.shuffle(order);
      for (const uint32_t i : order)
        if (i % options.folds != fold) trainer.learn(documents[i], documents[i].words);
    }
    const auto weights = Weights::parse(quantised(options.bits, kNameLabels, trainer.weights(options), kStep));
    if (!weights) return {};
    for (uint32_t i = fold; i < documents.size(); i += options.folds) {
      remembered[i] = documents[i].words;
      remember_names(label_names(documents[i].annotation, documents[i].words, weights.value()), remembered[i]);
    }
    std::fprintf(stderr, "readout_train: names, fold %u of %u\n", fold + 1, options.folds);
  }
  const auto learn = [&](NameTrainer& trainer, uint32_t epoch) {
    random.shuffle(order);
    for (const uint32_t i : order) {
      const bool second = random.below(2) == 0;
      trainer.learn(documents[i], second ? remembered[i] : documents[i].words);
    }
    std::fprintf(stderr, "readout_train: names, epoch %u of %u\n", epoch + 1, options.epochs);
  };
  NameTrainer pruned(options);
  for (uint32_t epoch = 0; epoch < options.prune_after; ++epoch) learn(pruned, epoch);
  pruned.prune(options.most);
  MeanWeights mean;
  for (uint32_t run = 0; run < options.runs; ++run) {
    NameTrainer trainer = pruned;
    for (uint32_t epoch = options.prune_after; epoch < options.epochs; ++epoch) learn(trainer, epoch);
    mean.add(trainer.weights(options));
  }
  return quantised(options.bits, kNameLabels, mean.take(), kStep);
}

}  // namespace readout::train
