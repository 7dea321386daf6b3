#include "language/parser.h"

namespace readout {

RelationId Parser::label(uint32_t head, uint32_t child, std::span<const ParserWord> words) {
  if (head + 1 == words.size()) return kRootRelation;
  uint64_t hashes[kLabelFeatures];
  int16_t scores[kLabelStride];
  const uint32_t count = label_features(state_, words, head, child, hashes);
  labels_.sum<kLabelStride>(hashes, count, scores);
  RelationId best = 0;
  for (uint32_t r = 1; r < kRelationCount; ++r)
    if (scores[r] > scores[best]) best = static_cast<RelationId>(r);
  return best;
}

void Parser::parse(std::span<const ParserWord> words, std::vector<Arc>& arcs) {
  const auto size = static_cast<uint32_t>(words.size() - 1);
  state_.reset(size);
  uint64_t hashes[kActionFeatures];
  while (!state_.done()) {
    const bool allowed[kActionCount] = {may_shift(state_), may_left(state_), may_right(state_)};
    Action best = kShift;
    if (allowed[kLeft] || allowed[kRight]) {
      const uint32_t count = action_features(state_, words, hashes);
      int16_t scores[kActionStride];
      actions_.sum<kActionStride>(hashes, count, scores);
      bool chosen = false;
      for (uint32_t a = 0; a < kActionCount; ++a) {
        if (!allowed[a] || (chosen && scores[a] <= scores[best])) continue;
        best = static_cast<Action>(a);
        chosen = true;
      }
    }
    if (best == kShift) {
      state_.stack.push_back(state_.front++);
      continue;
    }
    const uint32_t child = state_.stack.back();
    const uint32_t head = best == kLeft ? state_.front : state_.from_top(1);
    state_.attach(head, child, label(head, child, words));
    state_.stack.pop_back();
  }
  arcs.resize(size);
  for (uint32_t i = 0; i < size; ++i) arcs[i] = {state_.nodes[i].head, state_.nodes[i].label};
}

}  // namespace readout
