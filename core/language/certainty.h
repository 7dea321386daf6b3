// How likely log-linear scores hold a class to be: the logarithm of its share of exp(score), in integers, so that all
// machines agree to the bit.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace readout {

// A score of kUnit is one natural logarithm; the trainer writes the weights that take part in this unit.
constexpr int32_t kUnit = 256;

namespace certainty_detail {

constexpr uint32_t kOne = 1u << 16;
constexpr int32_t kFarthest = 8 * kUnit;    // beyond it a class counts for nothing
constexpr uint32_t kSteps = 256;            // of a sum between two whole numbers
constexpr uint32_t kLargest = 16 * kSteps;  // a larger sum counts as this

// exp(-d / kUnit) for d in [0, kFarthest), and 0 for kFarthest.
constexpr std::array<uint32_t, kFarthest + 1> make_shares() {
  std::array<uint32_t, kFarthest + 1> shares{};
  constexpr uint64_t kRatio = 4278222847;  // exp(-1 / 256) * 2^32
  uint64_t share = uint64_t{1} << 32;
  for (size_t d = 0; d < kFarthest; ++d) {
    shares[d] = static_cast<uint32_t>(share >> 16);
    share = (share * kRatio) >> 32;
  }
  return shares;
}

// kUnit * ln(i / kSteps) for i in [kSteps, kLargest].
constexpr std::array<uint16_t, kLargest + 1> make_logarithms() {
  std::array<uint16_t, kLargest + 1> logarithms{};
  for (uint32_t i = kSteps; i <= kLargest; ++i) {
    // The binary logarithm of i / kSteps with 20 places, by squaring.
    uint64_t mantissa = (uint64_t{i} << 31) / kSteps;
    uint64_t log2 = 0;
    while (mantissa >= (uint64_t{1} << 32)) {
      mantissa >>= 1;
      log2 += uint64_t{1} << 20;
    }
    for (int bit = 19; bit >= 0; --bit) {
      mantissa = (mantissa * mantissa) >> 31;
      if (mantissa < (uint64_t{1} << 32)) continue;
      mantissa >>= 1;
      log2 |= uint64_t{1} << bit;
    }
    constexpr uint64_t kLn2 = 726817;  // ln(2) * 2^20
    logarithms[i] = static_cast<uint16_t>((((log2 * kLn2) >> 20) * kUnit + (1u << 19)) >> 20);
  }
  return logarithms;
}

inline constexpr auto kShares = make_shares();
inline constexpr auto kLogarithms = make_logarithms();

}  // namespace certainty_detail

// The shares of several classes, added up.
class ShareSum {
 public:
  // `below`: by how much the class's score lies under the highest; not negative.
  void add(int32_t below) {
    using namespace certainty_detail;
    sum_ += kShares[static_cast<size_t>(std::min(below, kFarthest))];
  }
  // kUnit * ln(sum), where the highest class, of share 1, is among those added.
  int32_t logarithm() const {
    using namespace certainty_detail;
    return kLogarithms[std::clamp(sum_ / (kOne / kSteps), kSteps, kLargest)];
  }

 private:
  uint32_t sum_ = 0;
};

}  // namespace readout
