// A stretch of text. Inside the core every offset counts UTF-8 bytes of the article's decoded text;
// text/offsets.h turns them into code points (exported JSON) or UTF-16 units (the page).
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace readout {

// Half-open [begin, end). Value type; order is by begin, then end.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  constexpr uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return end <= begin; }
  constexpr bool contains(uint32_t at) const { return begin <= at && at < end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

  friend constexpr bool operator==(Span a, Span b) { return a.begin == b.begin && a.end == b.end; }
  friend constexpr bool operator<(Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; }
};

// The words of a span; clipped to the text, so a stale span is never read past the end.
inline std::string_view words_of(std::string_view text, Span span) {
  const auto end = std::min<size_t>(span.end, text.size());
  const auto begin = std::min<size_t>(span.begin, end);
  return text.substr(begin, end - begin);
}

}  // namespace readout
