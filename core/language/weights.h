// A linear model's weights: rows addressed by hashed features (Weinberger et al. 2009), a signed byte a class, 16-bit
// sums.
//
// In the model file (little-endian): "RW", u8 version 1, u8 bits, u32 classes, u32 count; then `count` weights in
// order of row * classes + class, each the distance from the one before as a LEB128 number and a signed byte.
//
// In memory only rows with weights are kept, found by a bit set with counts (rank; Jacobson 1989), because a sum's time
// is the time of its cache misses. Rows of few weights stand as pairs of class and weight, all others as vectors.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "text/result.h"

namespace readout {

// A feature: which template, and what it saw. Multiplicative hashing; the caller takes the top bits.
constexpr uint64_t feature_hash(uint32_t feature_template, uint64_t value) {
  return (value ^ (feature_template * 0x9E3779B97F4A7C15ull)) * 0xD6E8FEB86659FD93ull;
}
constexpr uint64_t join(uint64_t a, uint64_t b) { return (a << 32) ^ b ^ (a >> 32); }
constexpr uint64_t join(uint64_t a, uint64_t b, uint64_t c) { return join(a * 0x2545F4914F6CDD1Dull ^ b, c); }

// Classes are padded to whole vectors of eight, or to four where there are no more.
class Weights {
 public:
  static constexpr uint32_t kMaxBits = 22;
  static constexpr uint32_t kMaxClasses = 128;
  // The most features that one sum takes.
  static constexpr uint32_t kMaxFeatures = 128;

  // Errors: "model-malformed".
  static Result<Weights> parse(std::string_view bytes);

  uint32_t classes() const { return classes_; }
  uint32_t stride() const { return stride_; }
  bool empty() const { return stride_ == 0; }

  // scores[0, kStride) = sum of the features' rows; kStride must be stride(), `count` at most kMaxFeatures.
  template <uint32_t kStride>
  void sum(const uint64_t* hashes, uint32_t count, int16_t* scores) const {
    using Bytes = std::conditional_t<kStride == 4, Bytes4, Bytes8>;
    using Lanes = std::conditional_t<kStride == 4, Lanes4, Lanes8>;
    constexpr uint32_t kVectors = kStride / sizeof(Bytes);
    uint32_t found[kMaxFeatures];
    Lanes sums[kVectors] = {};
    const uint32_t full = full_.find(hashes, count, shift_, found);
    const int8_t* values = reinterpret_cast<const int8_t*>(lines_.data());
    for (uint32_t r = 0; r < full; ++r) __builtin_prefetch(values + size_t{found[r]} * pitch_of(kStride));
    for (uint32_t r = 0; r < full; ++r) {
      const int8_t* from = values + size_t{found[r]} * pitch_of(kStride);
      for (uint32_t v = 0; v < kVectors; ++v) {
        Bytes bytes;
        __builtin_memcpy(&bytes, from + v * sizeof(bytes), sizeof(bytes));
        sums[v] += __builtin_convertvector(bytes, Lanes);
      }
    }
    __builtin_memcpy(scores, sums, sizeof(sums));
    if constexpr (kStride > 4) {
      const uint32_t few = few_.find(hashes, count, shift_, found);
      for (uint32_t r = 0; r < few; ++r) __builtin_prefetch(&pairs_[found[r]]);
      for (uint32_t r = 0; r < few; ++r) {
        const Pairs& pairs = pairs_[found[r]];
        for (uint32_t i = 0; i < kPairs; ++i) scores[pairs.classes[i]] += pairs.weights[i];
      }
    }
  }

 private:
  using Bytes4 = int8_t __attribute__((vector_size(4)));
  using Bytes8 = int8_t __attribute__((vector_size(8)));
  using Lanes4 = int16_t __attribute__((vector_size(8)));
  using Lanes8 = int16_t __attribute__((vector_size(16)));

  // A cache line of weights; rows do not straddle two where they fit into one.
  struct alignas(64) Line {
    int8_t bytes[64];
  };
  static constexpr uint32_t pitch_of(uint32_t stride) { return std::bit_ceil(stride); }

  static constexpr uint32_t kPairs = 4;
  // Unused pairs have weight 0.
  struct Pairs {
    uint8_t classes[kPairs];
    int8_t weights[kPairs];
  };

  // A set of rows, and the place of each among them. What is in the set stands beside its count: one cache line tells
  // both.
  class Rows {
   public:
    void resize(uint32_t bits) { blocks_.assign(((size_t{1} << bits) + 63) / 64, Block{}); }
    void add(uint64_t row) { blocks_[row / 64].present |= uint64_t{1} << (row % 64); }
    void seal();

    // The places of those rows that are in the set, in order of `hashes`; how many.
    uint32_t find(const uint64_t* hashes, uint32_t count, uint32_t shift, uint32_t* places) const {
      uint32_t found = 0;
      for (uint32_t f = 0; f < count; ++f) {
        const auto row = static_cast<uint32_t>(hashes[f] >> shift);
        const Block& block = blocks_[row / 64];
        const uint64_t bit = uint64_t{1} << (row % 64);
        places[found] =
            static_cast<uint32_t>(block.before) + static_cast<uint32_t>(std::popcount(block.present & (bit - 1)));
        found += (block.present & bit) != 0 ? 1 : 0;
      }
      return found;
    }

   private:
    struct Block {
      uint64_t present = 0;
      uint64_t before = 0;  // rows of the set in earlier blocks
    };
    std::vector<Block> blocks_;
  };

  // `entries`: the row's classes and weights, in order. Rows come in order.
  void add_row(uint64_t row, const std::vector<std::pair<uint8_t, int8_t>>& entries);

  uint32_t classes_ = 0;
  uint32_t stride_ = 0;
  uint32_t shift_ = 63;
  Rows full_;
  Rows few_;
  std::vector<Line> lines_;
  size_t full_count_ = 0;
  std::vector<Pairs> pairs_;
};

// The file form of dense weights `values` (rows * classes, unpadded, each within a signed byte).
std::string write_weights(uint32_t bits, uint32_t classes, const std::vector<int8_t>& values);

}  // namespace readout
