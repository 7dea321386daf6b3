// Dependency parsing with the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011), trained with a
// dynamic oracle (Goldberg and Nivre 2013), the root last in the buffer (Ballesteros and Nivre 2013). The action and
// the relation are decided by models of their own, both log-linear.
//
// The first analysis is greedy. Then the decisions of which it was least sure are taken the other way, one at a time,
// and the likeliest analysis of all is kept (selectional branching: Choi and McCallum 2013). An analysis that is back
// in a state of the one it left goes on as that one did.
// Both models decide by some of their features where these are sure (Strubell et al. 2015).
//
// Not supported: crossing arcs; one in two hundred English words has one.
#pragma once

#include <span>
#include <vector>

#include "language/annotation.h"
#include "language/certainty.h"
#include "language/parser_features.h"
#include "language/weights.h"

namespace readout {

struct Arc {
  uint32_t head = 0;  // index into the sentence; its length for the root
  RelationId relation = 0;
};

struct ParserModel {
  const Weights& actions;
  const Weights& labels;
};

// One arc a word; in each sentence exactly one hangs from the root, and there is no cycle. `words`, `tags` and `arcs`
// are of one length, which the sentences cover. O(words) steps; branches of a long sentence are bounded.
void parse(std::span<const WordFeatures> words, std::span<const TagId> tags, std::span<const Sentence> sentences,
           const ParserModel& model, std::span<Arc> arcs);

constexpr uint32_t kLabelStride = 56;
constexpr uint32_t kActionStride = 4;
// What a step of a score is worth in kUnit.
constexpr int32_t kActionStep = 2;
constexpr int32_t kLabelStep = 4;
// With such a margin the first features alone decide.
constexpr int32_t kActionSettled = kUnit * 2 / kActionStep;
constexpr int32_t kLabelSettled = kUnit * 2 / kLabelStep;

// The sentence as the parser sees it (ParserWord). `tags` is as long as `words`.
void see_words(std::span<const WordFeatures> words, std::span<const TagId> tags, std::vector<ParserWord>& out);

}  // namespace readout
