// Which words differ between two passages.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "text/span.h"

namespace readout::desk {

// Stretches of `a` and of `b` (bytes of each) whose words are in no longest common subsequence of the two; case and
// accents do not count, neighbouring changed words make one stretch, and a stretch of articles alone ("the") is none.
// Cost is the product of the lengths in words; passages of more than kMostChangeWords are compared as far as that.
constexpr size_t kMostChangeWords = 400;
std::pair<std::vector<Span>, std::vector<Span>> changed_words(std::string_view a, std::string_view b);

}  // namespace readout::desk
