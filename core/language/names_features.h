// What the name recogniser looks at. Shared with the trainer, so that both see the same.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "language/annotation.h"
#include "language/tagset.h"
#include "language/weights.h"
#include "language/words.h"

namespace readout {

// Begin, inside, last, unit (Ratinov and Roth 2009) for each of four types; outside is 0.
using NameLabel = uint8_t;
constexpr uint32_t kNameTypes = 4;  // person, organisation, place, other
constexpr uint32_t kNameLabels = 1 + 4 * kNameTypes;
enum NamePart : uint8_t { kBegin, kInside, kLast, kUnit };
constexpr NameLabel kOutside = 0;
constexpr NameLabel name_label(uint32_t type, NamePart part) { return static_cast<NameLabel>(1 + type * 4 + part); }
constexpr uint32_t type_of_label(NameLabel label) { return (label - 1u) / 4u; }
constexpr NamePart part_of_label(NameLabel label) { return static_cast<NamePart>((label - 1u) % 4u); }
constexpr bool is_open(NameLabel label) {
  return label != kOutside && (part_of_label(label) == kBegin || part_of_label(label) == kInside);
}

// Whether `label` may follow `before`; `last`: no word follows.
constexpr bool may_follow(NameLabel before, NameLabel label, bool last) {
  if (is_open(before)) {
    if (label == kOutside || type_of_label(label) != type_of_label(before)) return false;
    return part_of_label(label) == kLast || (part_of_label(label) == kInside && !last);
  }
  if (label == kOutside) return true;
  return part_of_label(label) == kUnit || (part_of_label(label) == kBegin && !last);
}

// The run of capitalised words that a word stands in, hyphens and "&" between them included: "Marek Dovran", "Dovran &
// Sons". What stands around it, and what it hangs on, its inner words see too.
struct NameRun {
  uint8_t size = 0;                      // words, at most 255; 0: the word stands in none
  uint8_t before = 0;                    // words of the run that stand before it
  RelationId relation = kRelationCount;  // of the run to the rest of the sentence
  uint32_t head_form = 0;
  uint32_t known = 0;  // gazetteer flags of all its words
};

// One word as the recogniser sees it.
struct NameWord {
  WordFeatures word;
  TagId tag = kTagCount;
  RelationId relation = kRelationCount;
  uint32_t head_form = 0;
  uint16_t head_class = 0;
  uint32_t known = 0;  // gazetteer flags of the word alone
  NameRun run;
  uint32_t known_phrase = 0;    // of longer phrases that it stands in, and its place in them (top bits)
  uint32_t memory = 0;          // what the article's other mentions of the word were taken for; 0 in the first pass
  NameLabel first_label = 255;  // what the first pass took it for; 255 in the first pass
  bool decide = false;          // may be part of a name: it has a capital or leads to one, or its sentence has none
};

// A word with its neighbours, and the two labels before it.
class NameView {
 public:
  static constexpr uint32_t kFirst = 28;
  static constexpr uint32_t kRest = 54;

  NameView(std::span<const NameWord> words, size_t i, NameLabel before, NameLabel before2)
      : words_(words),
        i_(i),
        w(words[i]),
        p(i > 0 ? words[i - 1] : kNone),
        pp(i > 1 ? words[i - 2] : kNone),
        n(i + 1 < words.size() ? words[i + 1] : kNone),
        nn(i + 2 < words.size() ? words[i + 2] : kNone),
        before_(before),
        before2_(before2),
        written_(w.word.shape * 2u + (i == 0 ? 1 : 0)) {}

  // Hashes of what tells most: for most words it is enough. O(1).
  template <class Out>
  uint32_t first(Out out) const {
    uint32_t count = 0;
    uint32_t id = 501;
    const auto add = [&](uint64_t value) { out[count++] = feature_hash(id++, value); };
    add(w.word.form);
    add(p.word.form);
    add(n.word.form);
    add(join(w.word.suffix3, written_));
    add(join(p.word.shape, written_, n.word.shape));
    add(join(w.word.word_class, written_));
    add(join(p.word.word_class, w.word.word_class));
    add(join(w.word.word_class, n.word.word_class));
    add(w.tag * 256u + written_);
    add(join(p.tag * 256u + w.tag, n.tag));
    add(join(w.known, written_));
    add(join(w.known, w.known_phrase));
    add(join(w.known, n.known, written_));
    add(join(p.known, w.known, written_));
    add(join(w.known, p.word.form));
    add(join(w.known, n.word.form));
    add(join(before_, w.word.form));
    add(join(before_, w.word.word_class));
    add(join(before_, w.tag * 256u + written_));
    add(join(before_, w.known));
    add(join(before_, w.known_phrase));
    add(join(before_, p.word.form, w.word.shape));
    add(join(before_, n.word.form));
    add(join(w.relation, w.head_form));
    add(join(w.memory, before_, written_));
    add(join(w.memory, w.first_label));
    add(join(w.first_label, before_));
    add(join(p.first_label, w.first_label, n.first_label));
    return count;
  }

  // Hashes of the rest. O(1).
  template <class Out>
  uint32_t rest(Out out) const {
    uint32_t count = 0;
    uint32_t id = 501 + kFirst;
    const auto add = [&](uint64_t value) { out[count++] = feature_hash(id++, value); };
    add(join(w.word.form, written_));
    add(join(pp.word.form, 2));
    add(join(nn.word.form, 2));
    add(join(p.word.form, w.word.form));
    add(join(w.word.form, n.word.form));
    add(join(p.word.form, written_));
    add(join(n.word.form, written_));
    add(join(pp.word.form, p.word.form, written_));
    add(join(n.word.form, nn.word.form, written_));
    add(join(w.word.suffix2, written_));
    add(join(w.word.suffix4, written_));
    add(join(w.word.prefix3, written_));
    add(join(w.word.prefix2, written_));
    add(written_);
    add(join(join(pp.word.shape, p.word.shape), written_, join(n.word.shape, nn.word.shape)));
    add(p.word.word_class);
    add(n.word.word_class);
    add(pp.word.word_class);
    add(nn.word.word_class);
    add(join(p.word.word_class, n.word.word_class, written_));
    add(join(w.word.coarse_class, p.word.coarse_class, n.word.coarse_class));
    add(join(p.word.word_class, written_));
    add(join(n.word.word_class, written_));
    add(join(w.known_phrase, written_));
    add(join(p.known, p.known_phrase) + 1);
    add(join(n.known, n.known_phrase) + 1);
    add(join(w.known, n.known, nn.known));
    add(join(p.known, w.known_phrase));
    add(join(w.known, w.word.word_class));
    add(join(w.word.known_as, written_));
    add(join(w.word.known_as, p.word.known_as, n.word.known_as));
    add(join(p.word.known_as, written_));
    add(join(n.word.known_as, written_));
    add(before_);
    add(before_ * 32u + before2_);
    add(join(before_, p.word.form));
    add(join(before_, n.word.word_class, w.word.shape));
    add(join(before_ * 32u + before2_, w.word.shape));
    add(join(before_, n.word.shape, w.word.shape));
    add(join(w.relation, w.head_class, written_));
    add(join(static_cast<uint32_t>(w.relation), written_));
    add(w.memory);
    add(join(w.memory, w.known));
    add(join(n.memory, w.memory, before_));
    add(w.first_label);
    add(join(w.first_label, w.known, w.known_phrase));
    add(join(n.first_label, n.memory, before_));
    const NameWord& left = run_word(-1);
    const NameWord& last = run_word(w.run.size - 1);
    const NameWord& right = run_word(w.run.size);
    const uint32_t place = place_in_run();
    add(join(left.word.form, place));
    add(join(right.word.form, place));
    add(join(last.word.form, place));
    add(join(last.known, place));
    add(join(before_, last.known, place));
    add(join(w.run.known, last.known, before_));
    add(join(static_cast<uint32_t>(w.run.relation), w.run.head_form));
    return count;
  }

 private:
  static constexpr NameWord kNone{};

  // The word at `offset` from the first of the run; kNone beyond the sentence, and where there is no run.
  const NameWord& run_word(int32_t offset) const {
    const auto at = static_cast<int64_t>(i_) - w.run.before + offset;
    return w.run.size == 0 || at < 0 || at >= static_cast<int64_t>(words_.size()) ? kNone
                                                                                  : words_[static_cast<size_t>(at)];
  }
  // The run's size, and how far the word is from its ends; long ones are alike.
  uint32_t place_in_run() const {
    if (w.run.size == 0) return 0;
    const uint32_t before = w.run.before;
    return std::min<uint32_t>(w.run.size, 4) + 8 * std::min<uint32_t>(before, 3) +
           32 * std::min<uint32_t>(w.run.size - 1u - before, 3);
  }

  std::span<const NameWord> words_;
  size_t i_;
  const NameWord& w;
  const NameWord& p;
  const NameWord& pp;
  const NameWord& n;
  const NameWord& nn;
  NameLabel before_;
  NameLabel before2_;
  uint32_t written_;
};

}  // namespace readout
