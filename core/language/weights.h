// A linear model's weights: rows addressed by hashed features (Weinberger et al. 2009), a signed byte a class, 16-bit
// sums.
//
// In the model file (little-endian): "RW", u8 version 1, u8 bits, u32 classes, u32 count; then `count` weights in
// order of row * classes + class, each the distance from the one before as a LEB128 number and a signed byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/result.h"

namespace readout {

// A feature: which template, and what it saw. Multiplicative hashing; the caller takes the top bits.
constexpr uint64_t feature_hash(uint32_t feature_template, uint64_t value) {
  return (value ^ (feature_template * 0x9E3779B97F4A7C15ull)) * 0xD6E8FEB86659FD93ull;
}
constexpr uint64_t join(uint64_t a, uint64_t b) { return (a << 32) ^ b ^ (a >> 32); }
constexpr uint64_t join(uint64_t a, uint64_t b, uint64_t c) { return join(a * 0x2545F4914F6CDD1Dull ^ b, c); }

// Classes are padded to whole vectors of eight.
class Weights {
 public:
  static constexpr uint32_t kMaxBits = 22;
  static constexpr uint32_t kMaxClasses = 128;

  // Errors: "model-malformed".
  static Result<Weights> parse(std::string_view bytes);

  uint32_t classes() const { return classes_; }
  uint32_t stride() const { return stride_; }
  uint32_t row_of(uint64_t hash) const { return static_cast<uint32_t>(hash >> shift_); }
  const int8_t* row(uint32_t row) const { return values_.data() + static_cast<size_t>(row) * stride_; }
  bool empty() const { return values_.empty(); }

  // scores[0, kStride) = sum of the rows; kStride must be stride().
  template <uint32_t kStride>
  void sum(const uint32_t* rows, uint32_t count, int16_t* scores) const {
    using Bytes = int8_t __attribute__((vector_size(8)));
    using Lanes = int16_t __attribute__((vector_size(16)));
    constexpr uint32_t kVectors = kStride / 8;
    Lanes sums[kVectors] = {};
    for (uint32_t r = 0; r < count; ++r) {
      const int8_t* from = row(rows[r]);
      for (uint32_t v = 0; v < kVectors; ++v) {
        Bytes bytes;
        __builtin_memcpy(&bytes, from + v * 8, sizeof(bytes));
        sums[v] += __builtin_convertvector(bytes, Lanes);
      }
    }
    __builtin_memcpy(scores, sums, sizeof(sums));
  }

 private:
  uint32_t classes_ = 0;
  uint32_t stride_ = 0;
  uint32_t shift_ = 63;
  std::vector<int8_t> values_;
};

// The file form of dense weights `values` (rows * classes, unpadded, each within a signed byte).
std::string write_weights(uint32_t bits, uint32_t classes, const std::vector<int8_t>& values);

}  // namespace readout
