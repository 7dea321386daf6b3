// A linear model's weights: rows addressed by hashed features (Weinberger et al. 2009), a signed byte a class, 16-bit
// sums.
//
// In the model file (little-endian): "RW", u8 version 1, u8 bits, u32 classes, u32 count; then `count` weights in
// order of row * classes + class, each the distance from the one before as a LEB128 number and a signed byte.
//
// A sum's time is that of its cache misses and of its branches. Rows of four classes or fewer stand in memory as they
// are addressed, the missing ones as zeros: one miss a feature. Of longer rows only those with weights are kept, found
// by a bit set with counts (rank; Jacobson 1989), behind one of zeros that stands for all that are missing: that costs
// less than to guess which are.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#if defined(__SSE4_1__)
#include <smmintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

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
  // The stride of rows that stand as they are addressed.
  static constexpr uint32_t kShort = 4;
  static constexpr uint32_t pitch_of(uint32_t stride) { return std::bit_ceil(stride); }

  // Of longer rows: which of 64 there are, and how many there are in earlier blocks.
  struct Block {
    uint64_t present = 0;
    uint32_t before = 0;
  };

 public:
  static constexpr uint32_t kMaxBits = 22;
  static constexpr uint32_t kMaxClasses = 128;

  // Errors: "model-malformed".
  static Result<Weights> parse(std::string_view bytes);

  uint32_t classes() const { return classes_; }
  uint32_t stride() const { return stride_; }
  bool empty() const { return stride_ == 0; }

  // One sum in two steps, so that the cache misses of several sums may overlap (language/turns.h): first the places of
  // its features' rows. `kMost`: features.
  template <uint32_t kMost>
  struct Sum {
    uint32_t places[kMost] = {};
  };

  // Takes the hashes of a sum's features as they are computed, as an array would: out[i] = hash finds the row and asks
  // for its memory.
  template <uint32_t kStride>
  class Asking {
   public:
    Asking(const Weights& weights, uint32_t* places)
        : places_(places), shift_(weights.shift_), blocks_(weights.blocks_.data()), values_(weights.values()) {}

    class Feature {
     public:
      Feature(const Asking& asking, uint32_t i) : asking_(asking), i_(i) {}
      void operator=(uint64_t hash) const { asking_.find(i_, hash); }

     private:
      const Asking& asking_;
      uint32_t i_;
    };
    Feature operator[](uint32_t i) const { return {*this, i}; }
    Asking operator+(uint32_t count) const {
      Asking asking = *this;
      asking.places_ += count;
      return asking;
    }

   private:
    void find(uint32_t i, uint64_t hash) const {
      const auto row = static_cast<uint32_t>(hash >> shift_);
      uint32_t place = row;
      if constexpr (kStride != kShort) {
        const Block& block = blocks_[row / 64];
        // The row's own bit comes to stand at the top, those of later rows are gone. Without a branch: whether there is
        // the row is anybody's guess.
        const uint64_t up_to = block.present << (~row % 64);
        const auto there = static_cast<uint32_t>(static_cast<int64_t>(up_to) >> 63);
        place = (block.before + static_cast<uint32_t>(std::popcount(up_to))) & there;
      }
      places_[i] = place;
      __builtin_prefetch(values_ + size_t{place} * pitch_of(kStride));
    }

    uint32_t* places_;
    uint32_t shift_;
    const Block* blocks_;
    const int8_t* values_;
  };
  // kStride must be stride().
  template <uint32_t kStride, uint32_t kMost>
  Asking<kStride> ask(Sum<kMost>& sum) const {
    return {*this, sum.places};
  }
  // Then adds the rows of the first kCount features to scores[0, kStride).
  template <uint32_t kStride, uint32_t kCount, uint32_t kMost>
  void add(const Sum<kMost>& sum, int16_t* scores) const {
    static_assert(kCount <= kMost);
    if constexpr (kStride == kShort) {
      Short sums = {};
      for (uint32_t f = 0; f < kCount; ++f) sums += widen4(values() + size_t{sum.places[f]} * kShort);
      for (uint32_t c = 0; c < kShort; ++c) scores[c] = static_cast<int16_t>(scores[c] + sums[c]);
    } else {
      constexpr uint32_t kVectors = kStride / 8;
      Lanes8 sums[kVectors];
      __builtin_memcpy(sums, scores, sizeof(sums));
      for (uint32_t f = 0; f < kCount; ++f) {
        const int8_t* from = values() + size_t{sum.places[f]} * pitch_of(kStride);
        for (uint32_t v = 0; v < kVectors; ++v) sums[v] += widen8(from + v * 8);
      }
      __builtin_memcpy(scores, sums, sizeof(sums));
    }
  }

 private:
  using Lanes4 = int32_t __attribute__((vector_size(16)));
  using Lanes8 = int16_t __attribute__((vector_size(16)));
  // Weights as wide as sums: a whole vector, and a short row.
#if defined(__SSE4_1__)
  // GCC 12 makes many instructions of what is one.
  using Short = Lanes4;
  static Short widen4(const int8_t* from) {
    int32_t bytes = 0;
    __builtin_memcpy(&bytes, from, sizeof(bytes));
    return reinterpret_cast<Short>(_mm_cvtepi8_epi32(_mm_cvtsi32_si128(bytes)));
  }
  static Lanes8 widen8(const int8_t* from) {
    return reinterpret_cast<Lanes8>(_mm_cvtepi8_epi16(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(from))));
  }
#else
#if defined(__wasm_simd128__)
  // So does Clang 14 of a short row.
  using Short = Lanes8;
  static Short widen4(const int8_t* from) {
    return reinterpret_cast<Short>(wasm_i16x8_extend_low_i8x16(wasm_v128_load32_zero(from)));
  }
#else
  using Short = Lanes4;
  static Short widen4(const int8_t* from) {
    using Bytes4 = int8_t __attribute__((vector_size(4)));
    Bytes4 bytes;
    __builtin_memcpy(&bytes, from, sizeof(bytes));
    return __builtin_convertvector(bytes, Short);
  }
#endif
  static Lanes8 widen8(const int8_t* from) {
    using Bytes8 = int8_t __attribute__((vector_size(8)));
    Bytes8 bytes;
    __builtin_memcpy(&bytes, from, sizeof(bytes));
    return __builtin_convertvector(bytes, Lanes8);
  }
#endif

  // A cache line of weights; rows do not straddle two where they fit into one.
  struct alignas(64) Line {
    int8_t bytes[64];
  };
  const int8_t* values() const { return reinterpret_cast<const int8_t*>(lines_.data()); }
  // Where parse() stands in the file form.
  struct Reading;
  // Reads so many more weights; false where they are malformed.
  [[gnu::noinline]] bool read_some(std::string_view bytes, uint32_t count, Reading& reading);
  // Where its weights begin among values(). Rows come in order, and there is room for it.
  size_t add_row(uint64_t row);
  size_t lines_of(size_t rows) const;
  void count_rows();

  uint32_t classes_ = 0;
  uint32_t stride_ = 0;
  uint32_t shift_ = 63;
  std::vector<Block> blocks_;
  std::vector<Line> lines_;
  size_t rows_ = 0;  // of `lines_`
};

// The first of the highest of `scores`, and by how much it is above the second.
struct Decision {
  uint32_t best = 0;
  int32_t margin = 0;
};
template <uint32_t kClasses>
Decision highest_of(const int16_t* scores) {
  // Without branches: vectors take eight at a time.
  const auto highest = [](const int16_t* from) {
    int16_t top = INT16_MIN;
    for (uint32_t c = 0; c < kClasses; ++c) top = from[c] > top ? from[c] : top;
    return top;
  };
  const int16_t top = highest(scores);
  uint16_t best = kClasses;
  for (uint16_t c = 0; c < kClasses; ++c) {
    const uint16_t here = scores[c] == top ? c : uint16_t{kClasses};
    best = here < best ? here : best;
  }
  int16_t others[kClasses];
  __builtin_memcpy(others, scores, sizeof(others));
  others[best] = INT16_MIN;
  return {best, top - highest(others)};
}

// The file form of dense weights `values` (rows * classes, unpadded, each within a signed byte).
std::string write_weights(uint32_t bits, uint32_t classes, const std::vector<int8_t>& values);

}  // namespace readout
