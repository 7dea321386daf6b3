// What the tagger looks at. Shared with the trainer, so that both see the same.
#pragma once

#include <cstdint>
#include <span>

#include "language/tagset.h"
#include "language/weights.h"
#include "language/words.h"

namespace readout {

constexpr TagId kTagBefore = kTagCount;  // before the sentence's first word

// A word with its neighbours, and the tags of the two words before it.
class TaggerView {
 public:
  static constexpr uint32_t kFirst = 14;
  static constexpr uint32_t kRest = 21;

  TaggerView(std::span<const WordFeatures> words, size_t i, TagId before, TagId before2)
      : w(words[i]),
        p(i > 0 ? words[i - 1] : kNone),
        pp(i > 1 ? words[i - 2] : kNone),
        n(i + 1 < words.size() ? words[i + 1] : kNone),
        nn(i + 2 < words.size() ? words[i + 2] : kNone),
        before_(before),
        before2_(before2),
        written_(w.shape * 2u + (i == 0 ? 1 : 0)) {}

  // Hashes of what tells most: for most words it is enough. O(1).
  template <class Out>
  uint32_t first(Out out) const {
    uint32_t count = 0;
    uint32_t id = 1;
    const auto add = [&](uint64_t value) { out[count++] = feature_hash(id++, value); };
    add(w.form);
    add(join(w.form, written_));
    add(join(w.suffix3, written_));
    add(w.suffix2);
    add(p.form);
    add(n.form);
    add(before_ * 256u + before2_);
    add(join(before_, w.form));
    add(join(before_, w.suffix3));
    add(join(before_, w.word_class));
    add(join(before_, n.word_class));
    add(join(w.known_as, w.suffix2));
    add(join(w.word_class, written_, n.shape));
    add(join(w.known_as, before_, n.known_as));
    return count;
  }

  // Hashes of the rest. O(1).
  template <class Out>
  uint32_t rest(Out out) const {
    uint32_t count = 0;
    uint32_t id = 1 + kFirst;
    const auto add = [&](uint64_t value) { out[count++] = feature_hash(id++, value); };
    add(w.suffix3);
    add(w.suffix4);
    add(w.prefix2);
    add(w.prefix3);
    add(written_);
    add(join(w.shape, p.shape, n.shape) + (written_ & 1));
    add(pp.form);
    add(nn.form);
    add(n.suffix3);
    add(p.suffix3);
    add(n.suffix2);
    add(before_);
    add(w.word_class);
    add(n.word_class);
    add(join(n.known_as, n.suffix2, before_));
    add(join(w.form, n.shape));
    add(join(w.form, p.shape));
    add(join(w.suffix3, written_, n.shape));
    add(join(p.form, w.shape, n.shape));
    add(join(written_, before_, n.shape));
    add(join(w.word_class, n.form));
    return count;
  }

 private:
  static constexpr WordFeatures kNone{};
  const WordFeatures& w;
  const WordFeatures& p;
  const WordFeatures& pp;
  const WordFeatures& n;
  const WordFeatures& nn;
  TagId before_;
  TagId before2_;
  uint32_t written_;
};

constexpr uint32_t kRetaggerFeatures = TaggerView::kFirst + TaggerView::kRest + 13;

// Hashes for word `i` in the second pass: `tags` are of this pass before `i`, of the first pass from there on. O(1).
template <class Out>
uint32_t retagger_features(std::span<const WordFeatures> words, std::span<const TagId> tags, size_t i, Out out) {
  const TagId before = i > 0 ? tags[i - 1] : kTagBefore;
  const TagId before2 = i > 1 ? tags[i - 2] : kTagBefore;
  const TaggerView view(words, i, before, before2);
  uint32_t count = view.first(out);
  count += view.rest(out + count);
  const WordFeatures& w = words[i];
  const auto tag = [&](size_t index) -> uint32_t { return index < tags.size() ? tags[index] : kTagBefore + 1; };
  const uint32_t t = tag(i);
  const uint32_t n = tag(i + 1);
  const uint32_t nn = tag(i + 2);
  const uint32_t nnn = tag(i + 3);
  uint32_t id = 61;
  const auto add = [&](uint64_t value) { out[count++] = feature_hash(id++, value); };
  add(t);
  add(join(t, n));
  add(join(t, w.form));
  add(n);
  add(nn);
  add(join(n, nn));
  add(join(n, w.form));
  add(join(before, n));
  add(join(before, n * 256u + nn));
  add(join(before * 256u + before2, n));
  add(join(n, w.suffix3));
  add(join(n, w.word_class));
  add(join(n * 256u + nn, nnn));
  return count;
}

}  // namespace readout
