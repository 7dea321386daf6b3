// What the tagger looks at. Shared with the trainer, so that both see the same.
#pragma once

#include <cstdint>
#include <span>

#include "language/tagset.h"
#include "language/weights.h"
#include "language/words.h"

namespace readout {

constexpr uint32_t kTaggerFeatures = 36;
constexpr TagId kTagBefore = kTagCount;  // before the sentence's first word

// Hashes for word `i`, given the tags of the two words before it. O(1).
inline uint32_t tagger_features(std::span<const WordFeatures> words, size_t i, TagId before, TagId before2,
                                uint64_t* out) {
  constexpr WordFeatures kNone;
  const auto at = [&](size_t index) -> const WordFeatures& { return index < words.size() ? words[index] : kNone; };
  const WordFeatures& w = words[i];
  const WordFeatures& p = i > 0 ? words[i - 1] : kNone;
  const WordFeatures& pp = i > 1 ? words[i - 2] : kNone;
  const WordFeatures& n = at(i + 1);
  const WordFeatures& nn = at(i + 2);
  const uint32_t place = i == 0 ? 1 : 0;
  uint32_t count = 0;
  uint32_t id = 1;
  const auto add = [&](uint64_t value) { out[count++] = feature_hash(id++, value); };
  add(w.form);
  add(join(w.form, w.shape * 2u + place));
  add(w.suffix2);
  add(w.suffix3);
  add(w.suffix4);
  add(join(w.suffix3, w.shape * 2u + place));
  add(w.prefix2);
  add(w.prefix3);
  add(w.shape * 2u + place);
  add(join(w.shape, p.shape, n.shape) + place);
  add(p.form);
  add(pp.form);
  add(n.form);
  add(nn.form);
  add(n.suffix3);
  add(p.suffix3);
  add(n.suffix2);
  add(join(p.form, w.form));
  add(join(w.form, n.form));
  add(join(p.form, n.form));
  add(before);
  add(before * 256u + before2);
  add(join(before, w.form));
  add(join(before * 256u + before2, w.form));
  add(join(before, w.suffix3));
  add(join(before, n.form));
  add(w.word_class);
  add(n.word_class);
  add(join(p.word_class, n.word_class));
  add(join(before, w.word_class));
  add(join(before, n.word_class));
  add(join(w.word_class, n.word_class, before));
  add(join(n.coarse_class, nn.coarse_class, before));
  add(join(w.known_as, w.suffix2));
  add(join(w.known_as, before, n.known_as));
  add(join(n.known_as, n.suffix2, before));
  return count;
}

}  // namespace readout
