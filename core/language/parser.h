// Dependency parsing with the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011), trained with a
// dynamic oracle (Goldberg and Nivre 2013), the root last in the buffer (Ballesteros and Nivre 2013). The action and
// the relation are decided by models of their own, both log-linear.
//
// The first analysis is greedy. Then the decisions of which it was least sure are taken the other way, one at a time,
// and the likeliest analysis of all is kept (selectional branching: Choi and McCallum 2013). An analysis that is back
// in a state of the one it left goes on as that one did.
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

// One arc a word; exactly one hangs from the root, and there is no cycle. `words` has the root's entry last. O(words)
// steps; branches of a long sentence are bounded.
class Parser {
 public:
  Parser(const Weights& actions, const Weights& labels) : actions_(actions), labels_(labels) {}
  void parse(std::span<const ParserWord> words, std::vector<Arc>& arcs);

 private:
  struct Step {
    Action action = kShift;
    Action second = kShift;  // the next likely
    RelationId relation = 0;
    int32_t margin = 0;  // by how much the second is less likely; kUnit is one natural logarithm
    int32_t cost = 0;    // how far the step is from certain
    uint64_t state = 0;  // a hash of stack and buffer before it
  };
  using Path = std::vector<Step>;

  Step decide(std::span<const ParserWord> words, const Action* forced);
  RelationId label(uint32_t head, uint32_t child, std::span<const ParserWord> words, int32_t& cost);
  void apply(const Step& step);
  // Whether the step `at` of `from`, taken the other way, leads to a likelier analysis; it is then in branch_.
  bool branch(std::span<const ParserWord> words, const Path& from, uint32_t at);

  const Weights& actions_;
  const Weights& labels_;
  ParserState state_;
  std::vector<uint64_t> stack_hashes_;
  Path path_;
  Path branch_;
  std::vector<uint32_t> doubtful_;
};

constexpr uint32_t kLabelStride = 56;
constexpr uint32_t kActionStride = 4;
// What a step of a relation's score is worth in kUnit; an action's is worth one.
constexpr int32_t kLabelStep = 4;

// The sentence as the parser sees it, the root's entry last. `tags` is as long as `words`.
void see_words(std::span<const WordFeatures> words, std::span<const TagId> tags, std::vector<ParserWord>& out);

}  // namespace readout
