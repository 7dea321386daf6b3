#include "reading/quotations_syntax.h"

#include <algorithm>

namespace readout::quoting {
namespace {

constexpr int kDeepest = 64;

}  // namespace

Subtrees measure_subtrees(const std::vector<Token>& tokens) {
  const auto n = static_cast<uint32_t>(tokens.size());
  Subtrees trees;
  trees.first.resize(n);
  trees.last.resize(n);
  for (uint32_t i = 0; i < n; ++i) trees.first[i] = trees.last[i] = i;
  for (uint32_t i = 0; i < n; ++i) {
    int32_t above = tokens[i].head;
    for (int depth = 0; above >= 0 && static_cast<uint32_t>(above) < n && depth < kDeepest; ++depth) {
      const auto a = static_cast<uint32_t>(above);
      trees.first[a] = std::min(trees.first[a], i);
      trees.last[a] = std::max(trees.last[a], i);
      above = tokens[a].head;
    }
  }
  return trees;
}

std::optional<uint32_t> branch_of(const std::vector<Token>& tokens, uint32_t token, uint32_t above) {
  uint32_t at = token;
  for (int depth = 0; depth < kDeepest; ++depth) {
    const int32_t head = tokens[at].head;
    if (head < 0 || static_cast<uint32_t>(head) >= tokens.size()) return std::nullopt;
    if (static_cast<uint32_t>(head) == above) return at;
    at = static_cast<uint32_t>(head);
  }
  return std::nullopt;
}

std::optional<uint32_t> subject_of(const std::vector<Token>& tokens, uint32_t verb, uint32_t begin, uint32_t end) {
  end = std::min<uint32_t>(end, static_cast<uint32_t>(tokens.size()));
  uint32_t at = verb;
  for (int depth = 0; depth < 4; ++depth) {
    for (uint32_t i = begin; i < end; ++i) {
      if (tokens[i].head == static_cast<int32_t>(at) && tokens[i].deprel.substr(0, 5) == "nsubj") return i;
    }
    const auto relation = tokens[at].deprel;
    const int32_t head = tokens[at].head;
    if (head < 0 || static_cast<uint32_t>(head) >= tokens.size()) return std::nullopt;
    if (relation != "conj" && relation != "xcomp" && relation != "advcl") return std::nullopt;
    at = static_cast<uint32_t>(head);
  }
  return std::nullopt;
}

}  // namespace readout::quoting
