#include <algorithm>
#include <array>
#include <cstdio>

#include "language/tagger.h"
#include "language/tagger_features.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "tools/train_loglinear.h"
#include "tools/train_syntax.h"

namespace readout::train {

namespace {

constexpr uint32_t kLeastSeen = 5;
constexpr float kSecondUnit = 1.0f / 64;  // a step of the second pass's weights, in natural logarithms

// The sentence that `words` are.
std::array<Sentence, 1> alone(std::span<const WordFeatures> words) {
  return {Sentence{{}, 0, static_cast<uint32_t>(words.size()), 0}};
}

enum class Writing : uint8_t { kAsIs, kCapitals, kSmallLetters, kEveryWord };

std::string rewritten(const std::string& word, Writing writing) {
  if (writing == Writing::kSmallLetters) return unicode::lower(word);
  std::string out;
  for (size_t at = 0; at < word.size();) {
    const auto c = utf8::decode(word, at);
    utf8::append(out, writing == Writing::kCapitals || at == 0 ? unicode::to_upper(c.value) : c.value);
    at += c.size;
  }
  return out;
}

std::vector<WordFeatures> words_of(const TreeSentence& sentence, const WordTable& table, Writing writing) {
  std::vector<WordFeatures> words;
  for (const std::string& form : sentence.forms)
    words.push_back(table.features_of(writing == Writing::kAsIs ? form : rewritten(form, writing)));
  return words;
}

Writing writing_of(Random& random) {
  switch (random.below(50)) {
    case 0:
    case 1:
      return Writing::kCapitals;
    case 2:
    case 3:
      return Writing::kSmallLetters;
    case 4:
      return Writing::kEveryWord;
    default:
      return Writing::kAsIs;
  }
}

// Learns a tag for every word that has not the one only. Where `rewrite` is set, a tenth of the sentences are written
// otherwise; `begin` gives the tags that a sentence starts with, `learn` decides and learns a word's, given the tags
// that stand now. `unit` as in quantised(); no weight is larger than it allows.
template <class Begin, class Learn>
std::string learn_tags(const std::vector<TreeSentence>& sentences, const WordTable& table, const TaggerOptions& options,
                       size_t most, bool rewrite, float unit, Begin begin, Learn learn) {
  LogLinear pruned({options.bits, kTagCount, options.rate, largest(unit)});
  Random random(options.seed);
  std::vector<uint32_t> order(sentences.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto learn_all = [&](LogLinear& model) {
    random.shuffle(order);
    for (const uint32_t at : order) {
      const TreeSentence& sentence = sentences[at];
      const auto words = words_of(sentence, table, rewrite ? writing_of(random) : Writing::kAsIs);
      std::vector<TagId> tags = begin(at);
      for (size_t i = 0; i < words.size(); ++i)
        tags[i] = words[i].only_tag != kNoTag ? words[i].only_tag : learn(model, words, tags, i, sentence.tags[i]);
    }
  };
  const uint32_t before = std::min(options.prune_after, options.epochs);
  for (uint32_t epoch = 0; epoch < before; ++epoch) learn_all(pruned);
  if (before == options.epochs) return quantised(options.bits, kTagCount, pruned.averages(kLeastSeen), unit);
  pruned.prune(most);
  MeanWeights mean;
  for (uint32_t run = 0; run < options.runs; ++run) {
    LogLinear model = pruned;
    for (uint32_t epoch = before; epoch < options.epochs; ++epoch) learn_all(model);
    mean.add(model.averages(kLeastSeen));
  }
  return quantised(options.bits, kTagCount, mean.take(), unit);
}

std::string learn_first(const std::vector<TreeSentence>& sentences, const WordTable& table,
                        const TaggerOptions& options) {
  return learn_tags(
      sentences, table, options, options.most_first, true, 1.0f / kTagUnit,
      [&](uint32_t at) { return std::vector<TagId>(sentences[at].forms.size()); },
      [](LogLinear& model, std::span<const WordFeatures> words, std::span<const TagId> tags, size_t i, TagId right) {
        const auto any = [](uint32_t) { return true; };
        const TaggerView view(words, i, i > 0 ? tags[i - 1] : kTagBefore, i > 1 ? tags[i - 2] : kTagBefore);
        const StagedDecision<TaggerView, kTagCount> decision(model, view, any);
        decision.teach(model, any, [&](uint32_t t) { return t == right; });
        return static_cast<TagId>(decision.best());
      });
}

using Tags = std::vector<std::vector<TagId>>;

std::string learn_second(const std::vector<TreeSentence>& sentences, const Tags& first, const WordTable& table,
                         const TaggerOptions& options) {
  return learn_tags(
      sentences, table, options, options.most_second, false, kSecondUnit, [&](uint32_t at) { return first[at]; },
      [](LogLinear& model, std::span<const WordFeatures> words, std::span<const TagId> tags, size_t i, TagId right) {
        uint64_t hashes[kRetaggerFeatures];
        float scores[kTagCount] = {};
        const uint32_t count = retagger_features(words, tags, i, hashes);
        model.add(hashes, count, scores);
        model.learn(
            hashes, count, scores, [](uint32_t) { return true; }, [&](uint32_t t) { return t == right; });
        return static_cast<TagId>(std::max_element(scores, scores + kTagCount) - scores);
      });
}

// Calls `learn` with the sentences outside each fold, and `tell` with those inside and what was learnt.
template <class Learn, class Tell>
void over_folds(size_t sentences, const TaggerOptions& options, const char* what, Learn learn, Tell tell) {
  const auto fold_of = [&](size_t i) { return i * options.folds / sentences; };
  for (uint32_t fold = 0; fold < options.folds; ++fold) {
    std::vector<size_t> others;
    for (size_t i = 0; i < sentences; ++i)
      if (fold_of(i) != fold) others.push_back(i);
    const auto weights = Weights::parse(learn(others));
    if (!weights) continue;
    for (size_t i = 0; i < sentences; ++i)
      if (fold_of(i) == fold) tell(i, weights.value());
    std::fprintf(stderr, "readout_train: %s tags, fold %u of %u\n", what, fold + 1, options.folds);
  }
}

template <class T>
std::vector<T> picked(const std::vector<T>& all, const std::vector<size_t>& which) {
  std::vector<T> out;
  for (const size_t i : which) out.push_back(all[i]);
  return out;
}

}  // namespace

TaggerFiles train_tagger(const std::vector<TreeSentence>& sentences, const WordTable& table,
                         const TaggerOptions& options) {
  TaggerOptions fold_options = options;
  fold_options.epochs = options.fold_epochs;
  Tags first(sentences.size());
  std::vector<std::vector<uint8_t>> sure(sentences.size());
  over_folds(
      sentences.size(), options, "first",
      [&](const std::vector<size_t>& others) { return learn_first(picked(sentences, others), table, fold_options); },
      [&](size_t i, const Weights& weights) {
        const auto words = words_of(sentences[i], table, Writing::kAsIs);
        first[i].resize(words.size());
        sure[i].resize(words.size());
        tag_words(words, alone(words), weights, first[i], sure[i]);
      });
  TaggerFiles files;
  files.unseen = first;
  over_folds(
      sentences.size(), options, "second",
      [&](const std::vector<size_t>& others) {
        return learn_second(picked(sentences, others), picked(first, others), table, fold_options);
      },
      [&](size_t i, const Weights& weights) {
        const auto words = words_of(sentences[i], table, Writing::kAsIs);
        retag_words(words, alone(words), weights, sure[i], files.unseen[i]);
      });
  files.first = learn_first(sentences, table, options);
  files.second = learn_second(sentences, first, table, options);
  return files;
}

std::vector<TagId> predict_tags(const TreeSentence& sentence, const WordTable& table, const Weights& first,
                                const Weights& second) {
  const auto words = words_of(sentence, table, Writing::kAsIs);
  std::vector<TagId> tags(words.size());
  std::vector<uint8_t> sure(words.size());
  tag_words(words, alone(words), first, tags, sure);
  retag_words(words, alone(words), second, sure, tags);
  return tags;
}

}  // namespace readout::train
