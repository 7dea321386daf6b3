#include "language/tagger.h"

#include "language/tagger_features.h"

namespace readout {

void tag_words(std::span<const WordFeatures> words, const Weights& weights, std::vector<TagId>& tags) {
  tags.resize(words.size());
  uint64_t hashes[kTaggerFeatures];
  int16_t scores[kTagCount];
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].only_tag != kNoTag) {
      tags[i] = words[i].only_tag;
      continue;
    }
    const TagId before = i > 0 ? tags[i - 1] : kTagBefore;
    const TagId before2 = i > 1 ? tags[i - 2] : kTagBefore;
    const uint32_t count = tagger_features(words, i, before, before2, hashes);
    weights.sum<kTagCount>(hashes, count, scores);
    TagId best = 0;
    for (uint32_t t = 1; t < kTagCount; ++t)
      if (scores[t] > scores[best]) best = static_cast<TagId>(t);
    tags[i] = best;
  }
}

}  // namespace readout
