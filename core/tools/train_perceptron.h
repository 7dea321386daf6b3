// The averaged perceptron (Freund and Schapire 1999, Collins 2002) over hashed rows, in integers throughout.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "language/weights.h"

namespace readout::train {

class Perceptron {
 public:
  Perceptron(uint32_t bits, uint32_t classes)
      : bits_(bits),
        classes_(classes),
        values_((size_t{1} << bits) * classes),
        late_(values_.size()),
        updates_(size_t{1} << bits) {}

  uint32_t row_of(uint64_t hash) const { return static_cast<uint32_t>(hash >> (64 - bits_)); }

  void scores(const uint64_t* hashes, uint32_t count, int32_t* out) const {
    std::fill(out, out + classes_, 0);
    for (uint32_t f = 0; f < count; ++f) {
      const int32_t* row = values_.data() + static_cast<size_t>(row_of(hashes[f])) * classes_;
      for (uint32_t c = 0; c < classes_; ++c) out[c] += row[c];
    }
  }

  void update(const uint64_t* hashes, uint32_t count, uint32_t good, uint32_t bad) {
    for (uint32_t f = 0; f < count; ++f) {
      change(hashes[f], good, 1);
      change(hashes[f], bad, -1);
    }
  }
  void change(uint64_t hash, uint32_t cls, int32_t by) {
    const uint32_t row = row_of(hash);
    const size_t at = static_cast<size_t>(row) * classes_ + cls;
    values_[at] += by;
    late_[at] += by * step_;
    if (updates_[row] < 255) ++updates_[row];
  }
  void tick() { ++step_; }

  // Averaged weights, each a signed byte; rows changed fewer than `least` times are dropped, and weights whose byte is
  // below `smallest`.
  std::string file(uint32_t least, int64_t smallest = 1) const {
    std::vector<int64_t> averages(values_.size());
    std::vector<int64_t> sizes;
    for (size_t i = 0; i < values_.size(); ++i) {
      if (updates_[i / classes_] < least) continue;
      averages[i] = int64_t{values_[i]} * step_ - late_[i];
      if (averages[i] != 0) sizes.push_back(averages[i] < 0 ? -averages[i] : averages[i]);
    }
    std::vector<int8_t> bytes(values_.size());
    if (!sizes.empty()) {
      // One weight in two thousand may be clipped: a finer step for all the others is worth more.
      const size_t rank = sizes.size() - 1 - sizes.size() / 2000;
      std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(rank), sizes.end());
      const int64_t top = std::max<int64_t>(sizes[rank], 127);
      for (size_t i = 0; i < averages.size(); ++i) {
        const int64_t size = averages[i] < 0 ? -averages[i] : averages[i];
        const int64_t byte = std::min<int64_t>((size * 127 + top / 2) / top, 127);
        if (byte >= smallest) bytes[i] = static_cast<int8_t>(averages[i] < 0 ? -byte : byte);
      }
    }
    return write_weights(bits_, classes_, bytes);
  }

 private:
  uint32_t bits_;
  uint32_t classes_;
  int64_t step_ = 1;
  std::vector<int32_t> values_;
  std::vector<int64_t> late_;
  std::vector<uint8_t> updates_;
};

}  // namespace readout::train
