#include "text/offsets.h"

#include <algorithm>

#include "text/utf8.h"

namespace readout {

namespace {

uint32_t units_of(const utf8::CodePoint& point, OffsetUnit unit) {
  return unit == OffsetUnit::kUtf16 && point.value > 0xFFFF ? 2 : 1;
}

}  // namespace

OffsetMap::OffsetMap(std::string_view text, OffsetUnit unit) : text_(text), unit_(unit) {
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (unit == OffsetUnit::kBytes || ascii) {
    identity_ = true;
    length_ = static_cast<uint32_t>(text.size());
    return;
  }
  units_.reserve(text.size() / kStep + 1);
  uint32_t units = 0;
  for (size_t at = 0; at < text.size();) {
    const auto point = utf8::decode(text, at);
    // Every checkpoint inside this character's bytes rounds down to its start.
    while (units_.size() * kStep < at + point.size) units_.push_back(units);
    units += units_of(point, unit);
    at += point.size;
  }
  length_ = units;
}

uint32_t OffsetMap::to_unit(uint32_t byte) const {
  if (byte >= text_.size()) return length_;
  if (identity_) return byte;
  const uint32_t step = byte / kStep;
  uint32_t units = units_[step];
  size_t at = static_cast<size_t>(step) * kStep;
  while (at > 0 && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80) --at;
  for (;;) {
    const auto point = utf8::decode(text_, at);
    if (at + point.size > byte) return units;
    units += units_of(point, unit_);
    at += point.size;
  }
}

uint32_t OffsetMap::to_byte(uint32_t unit) const {
  if (unit >= length_) return static_cast<uint32_t>(text_.size());
  if (identity_) return unit;
  const auto after = std::upper_bound(units_.begin(), units_.end(), unit);
  const size_t step = static_cast<size_t>(after - units_.begin()) - 1;
  uint32_t units = units_[step];
  size_t at = step * kStep;
  while (at > 0 && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80) --at;
  for (;;) {
    const auto point = utf8::decode(text_, at);
    if (units + units_of(point, unit_) > unit) return static_cast<uint32_t>(at);
    units += units_of(point, unit_);
    at += point.size;
  }
}

}  // namespace readout
