// What the tagger looks at. Shared with the trainer, so that both see the same.
#pragma once

#include <cstdint>
#include <span>

#include "language/tagset.h"
#include "language/weights.h"
#include "language/words.h"

namespace readout {

constexpr uint32_t kTaggerFeatures = 35;
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
  add(before);
  add(before * 256u + before2);
  add(join(before, w.form));
  add(join(before, w.suffix3));
  add(w.word_class);
  add(n.word_class);
  add(join(before, w.word_class));
  add(join(before, n.word_class));
  add(join(w.known_as, w.suffix2));
  add(join(w.known_as, before, n.known_as));
  add(join(n.known_as, n.suffix2, before));
  add(join(w.form, n.shape));
  add(join(w.form, p.shape));
  add(join(w.word_class, w.shape * 2u + place, n.shape));
  add(join(w.suffix3, w.shape * 2u + place, n.shape));
  add(join(p.form, w.shape, n.shape));
  add(join(w.shape * 2u + place, before, n.shape));
  add(join(w.word_class, n.form));
  return count;
}

constexpr uint32_t kRetaggerFeatures = kTaggerFeatures + 13;

// Hashes for word `i` in the second pass: `tags` are of this pass before `i`, of the first pass from there on. O(1).
inline uint32_t retagger_features(std::span<const WordFeatures> words, std::span<const TagId> tags, size_t i,
                                  uint64_t* out) {
  const TagId before = i > 0 ? tags[i - 1] : kTagBefore;
  const TagId before2 = i > 1 ? tags[i - 2] : kTagBefore;
  uint32_t count = tagger_features(words, i, before, before2, out);
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
