// Dependency parsing with the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011), greedy, trained
// with a dynamic oracle (Goldberg and Nivre 2013), the root last in the buffer (Ballesteros and Nivre 2013). The action
// and the relation are decided by models of their own.
//
// Not supported: crossing arcs; one in two hundred English words has one.
#pragma once

#include <span>
#include <vector>

#include "language/parser_features.h"
#include "language/weights.h"

namespace readout {

struct Arc {
  uint32_t head = 0;  // index into the sentence; its length for the root
  RelationId relation = 0;
};

// One arc a word; exactly one hangs from the root, and there is no cycle. `words` has the root's entry last. O(words).
class Parser {
 public:
  Parser(const Weights& actions, const Weights& labels) : actions_(actions), labels_(labels) {}
  void parse(std::span<const ParserWord> words, std::vector<Arc>& arcs);

 private:
  RelationId label(uint32_t head, uint32_t child, std::span<const ParserWord> words);

  const Weights& actions_;
  const Weights& labels_;
  ParserState state_;
};

constexpr uint32_t kLabelStride = 56;
constexpr uint32_t kActionStride = 4;

// The root's entry.
constexpr ParserWord root_word() { return {1, 0, kTagCount + 2}; }

}  // namespace readout
