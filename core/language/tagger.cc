#include "language/tagger.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "language/tagger_features.h"
#include "language/turns.h"

namespace readout {

namespace {

// With such a margin the first pass is surer than the second: its class is some twenty times as likely as the next.
constexpr int32_t kSureMargin = kTagUnit * 3;

class FirstPass {
 public:
  explicit FirstPass(const Weights& weights) : weights_(&weights) {}

  void begin(std::span<const WordFeatures> words, std::span<TagId> tags, std::span<uint8_t> sure) {
    words_ = words;
    tags_ = tags;
    sure_ = sure;
    at_ = 0;
    skip_known();
  }
  bool done() const { return at_ == words_.size(); }

  void ask() {
    const TaggerView view(words_, at_, at_ > 0 ? tags_[at_ - 1] : kTagBefore, at_ > 1 ? tags_[at_ - 2] : kTagBefore);
    if (in_doubt_) {
      view.rest(weights_->ask<kTagCount>(sum_));
    } else {
      view.first(weights_->ask<kTagCount>(sum_));
    }
  }
  void decide() {
    if (in_doubt_) {
      weights_->add<kTagCount, TaggerView::kRest>(sum_, scores_);
    } else {
      std::fill(scores_, scores_ + kTagCount, int16_t{0});
      weights_->add<kTagCount, TaggerView::kFirst>(sum_, scores_);
    }
    const Decision decision = highest_of<kTagCount>(scores_);
    if (!in_doubt_ && decision.margin < kTagSettled) {
      in_doubt_ = true;
      return;
    }
    in_doubt_ = false;
    tags_[at_] = static_cast<TagId>(decision.best);
    sure_[at_] = decision.margin >= kSureMargin ? 1 : 0;
    ++at_;
    skip_known();
  }

 private:
  void skip_known() {
    for (; at_ < words_.size() && words_[at_].only_tag != kNoTag; ++at_) {
      tags_[at_] = words_[at_].only_tag;
      sure_[at_] = 1;
    }
  }

  const Weights* weights_;
  std::span<const WordFeatures> words_;
  std::span<TagId> tags_;
  std::span<uint8_t> sure_;
  size_t at_ = 0;
  bool in_doubt_ = false;
  Weights::Sum<std::max(TaggerView::kFirst, TaggerView::kRest)> sum_;
  int16_t scores_[kTagCount] = {};
};

class SecondPass {
 public:
  explicit SecondPass(const Weights& weights) : weights_(&weights) {}

  void begin(std::span<const WordFeatures> words, std::span<TagId> tags, std::span<const uint8_t> sure) {
    words_ = words;
    tags_ = tags;
    sure_ = sure;
    at_ = 0;
    skip_sure();
  }
  bool done() const { return at_ == words_.size(); }

  void ask() { retagger_features(words_, tags_, at_, weights_->ask<kTagCount>(sum_)); }
  void decide() {
    int16_t scores[kTagCount] = {};
    weights_->add<kTagCount, kRetaggerFeatures>(sum_, scores);
    tags_[at_] = static_cast<TagId>(highest_of<kTagCount>(scores).best);
    ++at_;
    skip_sure();
  }

 private:
  void skip_sure() {
    while (at_ < words_.size() && sure_[at_] != 0) ++at_;
  }

  const Weights* weights_;
  std::span<const WordFeatures> words_;
  std::span<TagId> tags_;
  std::span<const uint8_t> sure_;
  size_t at_ = 0;
  Weights::Sum<kRetaggerFeatures> sum_;
};

// Gives each sentence to a lane of `Pass`.
template <class Pass, class Sure>
void pass_over(std::span<const WordFeatures> words, std::span<const Sentence> sentences, const Weights& weights,
               std::span<TagId> tags, std::span<Sure> sure) {
  std::vector<Pass> lanes(kLanes, Pass(weights));
  take_turns(std::span(lanes), sentences, [&](Pass& lane, size_t first, size_t size) {
    lane.begin(words.subspan(first, size), tags.subspan(first, size), sure.subspan(first, size));
  });
}

}  // namespace

void tag_words(std::span<const WordFeatures> words, std::span<const Sentence> sentences, const Weights& weights,
               std::span<TagId> tags, std::span<uint8_t> sure) {
  pass_over<FirstPass>(words, sentences, weights, tags, sure);
}

void retag_words(std::span<const WordFeatures> words, std::span<const Sentence> sentences, const Weights& weights,
                 std::span<const uint8_t> sure, std::span<TagId> tags) {
  pass_over<SecondPass>(words, sentences, weights, tags, sure);
}

void settle_finite_verb(std::span<const WordFeatures> words, std::span<TagId> tags) {
  if (tags.size() < 3) return;
  const auto is_noun = [](Upos upos) { return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron; };
  const auto begins_phrase = [&](size_t i) {
    const std::string_view penn = i < tags.size() ? tag_of(tags[i]).penn : std::string_view{};
    return penn == "$" || penn == "CD" || penn == "DT" || penn == "PRP" || penn == "PRP$";
  };
  size_t participle = tags.size();
  size_t noun = tags.size();
  bool after_noun = false;
  for (size_t i = 0; i < tags.size(); ++i) {
    const Tag tag = tag_of(tags[i]);
    if (tag.penn == "VBD" || tag.penn == "VBZ" || tag.penn == "VBP" || tag.penn == "MD" || tag.upos == Upos::kAux)
      return;
    if (participle == tags.size() && tag.penn == "VBN" && tag.upos == Upos::kVerb && after_noun) participle = i;
    if (noun == tags.size() && tag.penn == "NN" && after_noun && (words[i].known_as & kKnownVerb) != 0 &&
        begins_phrase(i + 1))
      noun = i;
    if (tag.penn != "," && tag.upos != Upos::kAdv) after_noun = is_noun(tag.upos);
  }
  const bool stops = tag_of(tags.back()).penn == ".";
  if (stops && participle < tags.size()) {
    tags[participle] = tag_id("VERB", "VBD");
  } else if (noun < tags.size()) {
    tags[noun] = tag_id("VERB", "VBD");
  }
}

}  // namespace readout
