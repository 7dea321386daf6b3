#include "language/names.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "language/names_document.h"
#include "language/names_titles.h"
#include "language/turns.h"

namespace readout {

namespace {

// The place of a word in a known phrase, in the top bits of NameWord::known_phrase.
constexpr uint32_t kPhraseBegin = 1u << 29;
constexpr uint32_t kPhraseInside = 1u << 30;
constexpr uint32_t kPhraseLast = 1u << 31;

bool has_capital(const WordFeatures& word) {
  const uint8_t capitals = word.shape & kCapitalsMask;
  return capitals != kSmall && capitals != kNoLetters;
}

bool has_capitals(const Sentence& sentence, const std::vector<NameWord>& words) {
  for (uint32_t i = sentence.first_token; i < sentence.last_token; ++i)
    if (words[i].decide) return true;
  return false;
}

PhraseHash phrase_of(const NameWord& word) {
  PhraseHash hash;
  hash.add(word.word.form);
  return hash;
}

void add_known(const Sentence& sentence, const Gazetteer& gazetteer, std::vector<NameWord>& words) {
  for (uint32_t i = sentence.first_token; i < sentence.last_token; ++i) gazetteer.ask(phrase_of(words[i]));
  for (uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
    PhraseHash hash = phrase_of(words[i]);
    KnownPhrase found = gazetteer.look_up(hash);
    words[i].known = found.flags;
    if (!found.goes_on || !has_capital(words[i].word)) continue;
    uint32_t longest = 0;
    uint32_t flags = 0;
    for (uint32_t j = i + 1; j < sentence.last_token && found.goes_on; ++j) {
      hash.add(words[j].word.form);
      found = gazetteer.look_up(hash);
      if (found.flags == 0) continue;
      longest = j;
      flags = found.flags;
    }
    if (longest == 0) continue;
    for (uint32_t j = i; j <= longest; ++j)
      words[j].known_phrase |= flags | (j == i ? kPhraseBegin : j == longest ? kPhraseLast : kPhraseInside);
  }
}

// What the words of one run share. O(words).
NameRun read_run(const Annotation& annotation, const std::vector<NameWord>& words, uint32_t begin, uint32_t end) {
  NameRun run;
  run.size = static_cast<uint8_t>(end - begin);
  for (uint32_t i = begin; i < end; ++i) {
    run.known |= words[i].known;
    const int32_t head = annotation.tokens[i].head;
    if (head >= static_cast<int32_t>(begin) && head < static_cast<int32_t>(end)) continue;
    run.relation = words[i].relation;
    run.head_form = words[i].head_form;
  }
  return run;
}

// Finds the runs of capitalised words. O(words).
void add_runs(const Annotation& annotation, const Sentence& sentence, std::vector<NameWord>& words) {
  constexpr uint32_t kLongestRun = UINT8_MAX;
  const WordTable no_words;
  const uint32_t joints[] = {no_words.features_of("-").form, no_words.features_of("&").form};
  const auto capital = [&](uint32_t i) { return i < sentence.last_token && has_capital(words[i].word); };
  const auto joint = [&](uint32_t i) {
    return i < sentence.last_token && std::find(joints, joints + 2, words[i].word.form) != joints + 2;
  };
  for (uint32_t i = sentence.first_token; i < sentence.last_token;) {
    uint32_t end = i;
    while (end - i + 1 < kLongestRun && (capital(end) || (end > i && joint(end) && capital(end + 1)))) ++end;
    if (end == i) {
      ++i;
      continue;
    }
    NameRun run = read_run(annotation, words, i, end);
    for (const uint32_t begin = i; i < end; ++i) {
      run.before = static_cast<uint8_t>(i - begin);
      words[i].run = run;
    }
  }
}

struct Memory {
  std::array<uint16_t, kNameTypes + 1> counts{};  // by type; last: outside, though with a capital
  uint8_t ends_person = 0;                        // last word of a longer person's name
};

// The likeliest label that may follow `before`, and by how much it is above the next.
struct LabelChoice {
  NameLabel best = kOutside;
  int32_t margin = 0;

  LabelChoice(const int16_t* scores, NameLabel before, bool last) {
    constexpr int32_t kLowest = INT16_MIN;
    int32_t top = kLowest;
    int32_t second = kLowest;
    for (uint32_t label = 0; label < kNameLabels; ++label) {
      if (!may_follow(before, static_cast<NameLabel>(label), last)) continue;
      if (scores[label] > top) {
        second = top;
        top = scores[label];
        best = static_cast<NameLabel>(label);
      } else if (scores[label] > second) {
        second = scores[label];
      }
    }
    margin = top - second;
  }
};

// Labels one sentence after another, a word at a time.
class Lane {
 public:
  explicit Lane(const Weights& weights) : weights_(&weights) {}

  // `labels` are kOutside.
  void begin(std::span<const NameWord> words, std::span<NameLabel> labels) {
    words_ = words;
    labels_ = labels;
    at_ = 0;
    skip_small();
  }
  bool done() const { return at_ == words_.size(); }

  void ask() {
    const NameView view(words_, at_, before(1), before(2));
    if (in_doubt_) {
      view.rest(weights_->ask<kNameStride>(sum_));
    } else {
      view.first(weights_->ask<kNameStride>(sum_));
    }
  }
  void decide() {
    if (in_doubt_) {
      weights_->add<kNameStride, NameView::kRest>(sum_, scores_);
    } else {
      std::fill(scores_, scores_ + kNameStride, int16_t{0});
      weights_->add<kNameStride, NameView::kFirst>(sum_, scores_);
    }
    const LabelChoice choice(scores_, before(1), at_ + 1 == words_.size());
    if (!in_doubt_ && choice.margin < kNameSettled) {
      in_doubt_ = true;
      return;
    }
    in_doubt_ = false;
    labels_[at_] = choice.best;
    ++at_;
    skip_small();
  }

 private:
  NameLabel before(size_t distance) const { return at_ < distance ? kOutside : labels_[at_ - distance]; }
  void skip_small() {
    while (at_ < words_.size() && !words_[at_].decide && !is_open(before(1))) ++at_;
  }

  const Weights* weights_;
  std::span<const NameWord> words_;
  std::span<NameLabel> labels_;
  size_t at_ = 0;
  bool in_doubt_ = false;  // the first features did not settle it
  Weights::Sum<std::max(NameView::kFirst, NameView::kRest)> sum_;
  int16_t scores_[kNameStride] = {};
};

uint32_t bucket_of(uint32_t count) { return count == 0 ? 0 : count == 1 ? 1 : count < 4 ? 2 : 3; }

}  // namespace

std::vector<NameWord> name_words(const Annotation& annotation, const std::vector<WordFeatures>& words,
                                 const std::vector<TagId>& tags, const std::vector<RelationId>& relations,
                                 const Gazetteer& gazetteer) {
  std::vector<NameWord> out(words.size());
  for (size_t i = 0; i < words.size(); ++i) {
    NameWord& word = out[i];
    word.word = words[i];
    word.tag = tags[i];
    const Token& token = annotation.tokens[i];
    word.relation = relations[i];
    if (token.head >= 0) {
      word.head_form = words[static_cast<size_t>(token.head)].form;
      word.head_class = words[static_cast<size_t>(token.head)].word_class;
    }
    word.decide = has_capital(words[i]);
  }
  for (const Sentence& sentence : annotation.sentences) {
    const bool capitals = has_capitals(sentence, out);
    for (uint32_t i = sentence.last_token; i-- > sentence.first_token;) {
      if (annotation.tokens[i].upos != Upos::kPropn) continue;
      // "al-Sadr", "von der Leyen": small words before a capital.
      const bool leads =
          (i + 1 < sentence.last_token && out[i + 1].decide) || (i + 2 < sentence.last_token && out[i + 2].decide);
      if (!capitals || leads) out[i].decide = true;
    }
    add_known(sentence, gazetteer, out);
    add_runs(annotation, sentence, out);
  }
  return out;
}

void remember_names(const std::vector<NameLabel>& labels, std::vector<NameWord>& words) {
  std::unordered_map<uint32_t, Memory> memories;
  const auto slot = [](NameLabel label) { return label == kOutside ? kNameTypes : type_of_label(label); };
  for (size_t i = 0; i < words.size(); ++i) {
    if (!words[i].decide) continue;
    Memory& memory = memories[words[i].word.form];
    uint16_t& count = memory.counts[slot(labels[i])];
    if (count < 1000) ++count;
    if (labels[i] == name_label(0, kLast)) memory.ends_person = 1;
  }
  for (size_t i = 0; i < words.size(); ++i) {
    words[i].first_label = labels[i];
    if (!words[i].decide) continue;
    const Memory& memory = memories[words[i].word.form];
    std::array<uint32_t, kNameTypes + 1> counts;
    std::copy(memory.counts.begin(), memory.counts.end(), counts.begin());
    if (counts[slot(labels[i])] > 0) --counts[slot(labels[i])];
    uint32_t best = 0;
    uint32_t total = 0;
    for (uint32_t t = 0; t <= kNameTypes; ++t) {
      total += counts[t];
      if (counts[t] > counts[best]) best = t;
    }
    const uint32_t rest = total - counts[best];
    words[i].memory =
        1 + (total == 0 ? 0 : 1 + best) + 8 * bucket_of(counts[best]) + 32 * bucket_of(rest) + 128 * memory.ends_person;
  }
}

std::vector<NameLabel> label_names(const Annotation& annotation, const std::vector<NameWord>& words,
                                   const Weights& weights) {
  std::vector<NameLabel> labels(words.size(), kOutside);
  std::vector<Lane> lanes(kLanes, Lane(weights));
  take_turns(std::span(lanes), std::span(annotation.sentences), [&](Lane& lane, size_t first, size_t size) {
    lane.begin(std::span(words).subspan(first, size), std::span(labels).subspan(first, size));
  });
  return labels;
}

std::vector<Name> find_names(std::string_view text, const Annotation& annotation, std::vector<NameWord> words,
                             const Weights& weights, const Gazetteer& gazetteer) {
  std::vector<NameLabel> labels = label_names(annotation, words, weights);
  remember_names(labels, words);
  labels = label_names(annotation, words, weights);
  settle_names(text, annotation, words, labels);
  return names_from_labels(text, annotation, words, labels, gazetteer);
}

}  // namespace readout
