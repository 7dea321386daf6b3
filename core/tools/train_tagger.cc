#include <cstdio>

#include "language/tagger.h"
#include "language/tagger_features.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "tools/train_perceptron.h"
#include "tools/train_syntax.h"

namespace readout::train {

namespace {

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

}  // namespace

std::string train_tagger(const std::vector<TreeSentence>& sentences, const WordTable& table,
                         const TaggerOptions& options) {
  Perceptron model(options.bits, kTagCount);
  Random random(options.seed);
  std::vector<uint32_t> order(sentences.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  uint64_t hashes[kTaggerFeatures];
  int32_t scores[kTagCount];
  for (uint32_t epoch = 0; epoch < options.epochs; ++epoch) {
    random.shuffle(order);
    for (const uint32_t at : order) {
      const TreeSentence& sentence = sentences[at];
      const auto words = words_of(sentence, table, writing_of(random));
      TagId before = kTagBefore;
      TagId before2 = kTagBefore;
      for (size_t i = 0; i < words.size(); ++i) {
        TagId best = 0;
        if (words[i].only_tag != kNoTag) {
          best = words[i].only_tag;
        } else {
          const uint32_t count = tagger_features(words, i, before, before2, hashes);
          model.scores(hashes, count, scores);
          for (uint32_t t = 1; t < kTagCount; ++t)
            if (scores[t] > scores[best]) best = static_cast<TagId>(t);
          if (best != sentence.tags[i]) model.update(hashes, count, sentence.tags[i], best);
          model.tick();
        }
        before2 = before;
        before = best;
      }
    }
  }
  return model.file(options.least_updates, options.smallest);
}

std::vector<TagId> predict_tags(const TreeSentence& sentence, const WordTable& table, const Weights& tagger) {
  std::vector<TagId> tags;
  tag_words(words_of(sentence, table, Writing::kAsIs), tagger, tags);
  return tags;
}

std::vector<std::vector<TagId>> cross_tag(const std::vector<TreeSentence>& sentences, const WordTable& table,
                                          const TaggerOptions& options, uint32_t folds) {
  std::vector<std::vector<TagId>> tags(sentences.size());
  for (uint32_t fold = 0; fold < folds; ++fold) {
    std::vector<TreeSentence> others;
    for (size_t i = 0; i < sentences.size(); ++i)
      if (i * folds / sentences.size() != fold) others.push_back(sentences[i]);
    const auto tagger = Weights::parse(train_tagger(others, table, options));
    if (!tagger) continue;
    for (size_t i = 0; i < sentences.size(); ++i)
      if (i * folds / sentences.size() == fold) tags[i] = predict_tags(sentences[i], table, tagger.value());
    std::fprintf(stderr, "readout_train: tagged fold %u of %u\n", fold + 1, folds);
  }
  return tags;
}

}  // namespace readout::train
