// Who is in the reader's mind while the article is read, and how much: integer salience after Lappin and Leass 1994.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "reading/identities_grammar.h"
#include "reading/identities_words.h"
#include "reading/values.h"

namespace readout::naming {

// Somebody whom a pronoun may stand for. Nobody's name: an indefinite person ("a woman"), who is remembered so that
// "she" is not taken for somebody else.
struct Referent {
  static constexpr EntityId kNobody = 0xFFFFFFFF;

  EntityId entity = kNobody;
  wording::Gender gender = wording::Gender::kUnknown;
  int weight = 0;                                 // halves with every sentence
  uint32_t token = 0;                             // of the last mention
  GrammaticalRole role = GrammaticalRole::kNone;  // of that mention
};

using ReferentId = uint32_t;
constexpr ReferentId kNoReferent = 0xFFFFFFFF;

// At most 12 referents are in mind; the others are forgotten. Every operation is O(12) but `add`.
class Salience {
 public:
  ReferentId add(EntityId entity, wording::Gender gender);
  Referent& at(ReferentId id) { return referents_[id]; }
  const Referent& at(ReferentId id) const { return referents_[id]; }
  const std::vector<ReferentId>& in_mind() const { return mind_; }
  size_t size() const { return referents_.size(); }

  // A sentence has ended.
  void fade();
  // A mention of that weight and role at `token`.
  void note(ReferentId id, uint32_t token, GrammaticalRole role, int weight);

 private:
  std::vector<Referent> referents_;
  std::vector<ReferentId> mind_;
};

// What a mention weighs by its place in the sentence; `speaks`: as the subject of a verb of saying.
int weight_of(const Standing& standing, bool speaks, bool quoted);

}  // namespace readout::naming
