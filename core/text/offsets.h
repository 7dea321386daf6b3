// Byte offsets to the offsets that the outside speaks: Unicode code points (exported JSON, as W3C Web Annotation
// counts them) and UTF-16 units (JavaScript strings).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace readout {

enum class OffsetUnit : uint8_t { kBytes, kCodePoints, kUtf16 };

// Converts offsets of one text. Built in one pass, O(text); a look-up walks at most kStep bytes. Offsets inside a
// character round down to its start; offsets past the end count as the end. Holds a view: the text must outlive it.
class OffsetMap {
 public:
  OffsetMap(std::string_view text, OffsetUnit unit);

  // Bytes to the map's unit.
  uint32_t to_unit(uint32_t byte) const;
  Span to_unit(Span bytes) const { return {to_unit(bytes.begin), to_unit(bytes.end)}; }

  // The map's unit to bytes.
  uint32_t to_byte(uint32_t unit) const;
  Span to_byte(Span units) const { return {to_byte(units.begin), to_byte(units.end)}; }

  // Length of the whole text in the map's unit.
  uint32_t length() const { return length_; }

 private:
  static constexpr uint32_t kStep = 64;
  std::string_view text_;
  OffsetUnit unit_;
  bool identity_ = false;        // pure ASCII, or bytes asked for
  std::vector<uint32_t> units_;  // units before byte i * kStep (rounded down to a character's start)
  uint32_t length_ = 0;
};

}  // namespace readout
