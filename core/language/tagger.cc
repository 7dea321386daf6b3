#include "language/tagger.h"

#include <cstdint>

#include "language/tagger_features.h"

namespace readout {

namespace {

// With such a margin the first pass is surer than the second: its class is some forty times as likely as the next.
constexpr int32_t kSureMargin = kTagUnit * 15 / 4;

struct Best {
  TagId tag = 0;
  int32_t margin = 0;  // over the second best
};

Best best_tag(const Weights& weights, const uint64_t* hashes, uint32_t count) {
  int16_t scores[kTagCount];
  weights.sum<kTagCount>(hashes, count, scores);
  Best best;
  int32_t second = INT16_MIN;
  for (uint32_t t = 1; t < kTagCount; ++t) {
    if (scores[t] > scores[best.tag]) {
      second = scores[best.tag];
      best.tag = static_cast<TagId>(t);
    } else if (scores[t] > second) {
      second = scores[t];
    }
  }
  best.margin = scores[best.tag] - second;
  return best;
}

}  // namespace

void tag_words(std::span<const WordFeatures> words, const Weights& weights, std::vector<TagId>& tags,
               std::vector<bool>& sure) {
  tags.resize(words.size());
  sure.resize(words.size());
  uint64_t hashes[kTaggerFeatures];
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].only_tag != kNoTag) {
      tags[i] = words[i].only_tag;
      sure[i] = true;
      continue;
    }
    const TagId before = i > 0 ? tags[i - 1] : kTagBefore;
    const TagId before2 = i > 1 ? tags[i - 2] : kTagBefore;
    const uint32_t count = tagger_features(words, i, before, before2, hashes);
    const Best best = best_tag(weights, hashes, count);
    tags[i] = best.tag;
    sure[i] = best.margin >= kSureMargin;
  }
}

void retag_words(std::span<const WordFeatures> words, const Weights& weights, const std::vector<bool>& sure,
                 std::span<TagId> tags) {
  uint64_t hashes[kRetaggerFeatures];
  for (size_t i = 0; i < words.size(); ++i) {
    if (sure[i]) continue;
    const uint32_t count = retagger_features(words, tags, i, hashes);
    tags[i] = best_tag(weights, hashes, count).tag;
  }
}

void settle_finite_verb(std::span<TagId> tags) {
  if (tags.size() < 3 || tag_of(tags.back()).penn != ".") return;
  const auto is_noun = [](Upos upos) { return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron; };
  size_t verb = tags.size();
  bool after_noun = false;
  for (size_t i = 0; i < tags.size(); ++i) {
    const Tag tag = tag_of(tags[i]);
    if (tag.penn == "VBD" || tag.penn == "VBZ" || tag.penn == "VBP" || tag.penn == "MD" || tag.upos == Upos::kAux)
      return;
    if (verb == tags.size() && tag.upos == Upos::kVerb && tag.penn == "VBN" && after_noun) verb = i;
    if (tag.penn != "," && tag.upos != Upos::kAdv) after_noun = is_noun(tag.upos);
  }
  if (verb < tags.size()) tags[verb] = tag_id("VERB", "VBD");
}

}  // namespace readout
