// Looks words up in the closed lists of the event stage. Private to the stage.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace readout::events {

// `sorted` is in ascending order of bytes. O(log N).
template <size_t N>
bool among(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

// The same in any order. O(N), for short lists that stand where they are used.
template <size_t N>
bool listed(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace readout::events
