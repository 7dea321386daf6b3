// Two articles laid side by side: which passage of one says what which passage of the other says, and the words that
// they share.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "search/index.h"

namespace readout::search {

// A passage of each side that give the same thing; one of them is absent where the other stands alone.
struct ParallelRow {
  std::optional<uint32_t> left;  // index into the passages given
  std::optional<uint32_t> right;
  uint32_t likeness = 0;          // 0 to 1000: shared content words, Dice's coefficient, common ones counting less
  std::vector<Span> left_shared;  // bytes: runs of at least kLeastRun words that both have, in the same order within
  std::vector<Span> right_shared;
  uint32_t shared_words = 0;
};
constexpr uint32_t kLeastRun = 3;
constexpr uint32_t kLeastLikeness = 280;

// Passages are sorted spans of bytes. Most alike first, each passage once (ties by place), at least kLeastLikeness and
// two content words in common; then in the order of the left article, what stands alone on the right after the passage
// that it follows there. Cost: the product of the numbers of passages, of which at most kMostPassages of either side
// are looked at; runs (greedy string tiling, after Wise 1993) the product of the words of matched passages, each looked
// at as far as kMostPassageWords.
constexpr uint32_t kMostPassages = 400;
constexpr uint32_t kMostPassageWords = 160;
std::vector<ParallelRow> lay_side_by_side(const Lexicon& lexicon, const Document& left, const std::vector<Span>& lefts,
                                          const Document& right, const std::vector<Span>& rights);

}  // namespace readout::search
