// What the name recogniser looks at. Shared with the trainer, so that both see the same.
#pragma once

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

// One word as the recogniser sees it.
struct NameWord {
  WordFeatures word;
  TagId tag = kTagCount;
  RelationId relation = kRelationCount;
  uint32_t head_form = 0;
  uint16_t head_class = 0;
  uint32_t known = 0;           // gazetteer flags of the word alone
  uint32_t known_phrase = 0;    // of longer phrases that it stands in, and its place in them (top bits)
  uint32_t memory = 0;          // what the article's other mentions of the word were taken for; 0 in the first pass
  NameLabel first_label = 255;  // what the first pass took it for; 255 in the first pass
  bool decide = false;          // may be part of a name: it has a capital or leads to one, or its sentence has none
};

enum class NameDomain : uint8_t { kEdited, kChat };

constexpr uint32_t kNameFeatures = 76;

// Hashes for word `i`, given the two labels before it. O(1).
inline uint32_t name_features(std::span<const NameWord> words, size_t i, NameLabel before, NameLabel before2,
                              NameDomain domain, uint64_t* out) {
  static constexpr NameWord kNone;
  const auto at = [&](size_t index) -> const NameWord& { return index < words.size() ? words[index] : kNone; };
  const NameWord& w = words[i];
  const NameWord& p = i > 0 ? words[i - 1] : kNone;
  const NameWord& pp = i > 1 ? words[i - 2] : kNone;
  const NameWord& n = at(i + 1);
  const NameWord& nn = at(i + 2);
  const uint32_t place = i == 0 ? 1 : 0;
  const uint32_t shape = w.word.shape * 2u + place;
  uint32_t count = 0;
  uint32_t id = 501;
  const auto add = [&](uint64_t value) { out[count++] = feature_hash(id++, value); };
  add(w.word.form);
  add(join(w.word.form, shape));
  add(p.word.form);
  add(n.word.form);
  add(join(pp.word.form, 2));
  add(join(nn.word.form, 2));
  add(join(p.word.form, w.word.form));
  add(join(w.word.form, n.word.form));
  add(join(p.word.form, shape));
  add(join(n.word.form, shape));
  add(join(pp.word.form, p.word.form, shape));
  add(join(n.word.form, nn.word.form, shape));
  add(join(w.word.suffix3, shape));
  add(join(w.word.suffix2, shape));
  add(join(w.word.suffix4, shape));
  add(join(w.word.prefix3, shape));
  add(join(w.word.prefix2, shape));
  add(shape);
  add(join(p.word.shape, shape, n.word.shape));
  add(join(join(pp.word.shape, p.word.shape), shape, join(n.word.shape, nn.word.shape)));
  add(join(w.word.word_class, shape));
  add(p.word.word_class);
  add(n.word.word_class);
  add(pp.word.word_class);
  add(nn.word.word_class);
  add(join(p.word.word_class, w.word.word_class));
  add(join(w.word.word_class, n.word.word_class));
  add(join(p.word.word_class, n.word.word_class, shape));
  add(join(w.word.coarse_class, p.word.coarse_class, n.word.coarse_class));
  add(join(p.word.word_class, shape));
  add(join(n.word.word_class, shape));
  add(w.tag * 256u + shape);
  add(join(p.tag * 256u + w.tag, n.tag));
  add(join(w.known, shape));
  add(join(w.known_phrase, shape));
  add(join(w.known, w.known_phrase));
  add(join(p.known, w.known, shape));
  add(join(w.known, n.known, shape));
  add(join(p.known, p.known_phrase) + 1);
  add(join(n.known, n.known_phrase) + 1);
  add(join(w.known, n.known, nn.known));
  add(join(p.known, w.known_phrase));
  add(join(w.known, w.word.word_class));
  add(join(w.known, p.word.form));
  add(join(w.known, n.word.form));
  add(join(w.word.known_as, shape));
  add(join(w.word.known_as, p.word.known_as, n.word.known_as));
  add(join(p.word.known_as, shape));
  add(join(n.word.known_as, shape));
  add(before);
  add(before * 32u + before2);
  add(join(before, w.word.form));
  add(join(before, w.word.word_class));
  add(join(before, w.tag * 256u + shape));
  add(join(before, w.known));
  add(join(before, w.known_phrase));
  add(join(before, p.word.form));
  add(join(before, p.word.form, w.word.shape));
  add(join(before, n.word.form));
  add(join(before, n.word.word_class, w.word.shape));
  add(join(before * 32u + before2, w.word.shape));
  add(join(before, n.word.shape, w.word.shape));
  add(join(w.relation, w.head_form));
  add(join(w.relation, w.head_class, shape));
  add(join(static_cast<uint32_t>(w.relation), shape));
  add(join(static_cast<uint32_t>(domain), before, w.word.shape));
  add(w.memory);
  add(join(w.memory, before, shape));
  add(join(w.memory, w.first_label));
  add(join(w.memory, w.known));
  add(join(n.memory, w.memory, before));
  add(w.first_label);
  add(join(w.first_label, before));
  add(join(p.first_label, w.first_label, n.first_label));
  add(join(w.first_label, w.known, w.known_phrase));
  add(join(n.first_label, n.memory, before));
  return count;
}

}  // namespace readout
