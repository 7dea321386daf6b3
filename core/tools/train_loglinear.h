// Log-linear classification over hashed rows, learnt online: the gradient of the log loss, with a rate of its own for
// every weight (AdaGrad: Duchi, Hazan and Singer 2011), averaged over all steps (Polyak and Juditsky 1992). Unlike a
// perceptron's, its scores say how sure it is, which is what a search over several analyses needs.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "language/weights.h"

namespace readout::train {

struct LogLinearOptions {
  uint32_t bits = 17;
  uint32_t classes = 2;
  float rate = 0.1f;
};

class LogLinear {
 public:
  explicit LogLinear(const LogLinearOptions& options)
      : bits_(options.bits),
        classes_(options.classes),
        rate_(options.rate),
        values_((size_t{1} << bits_) * classes_),
        squares_(values_.size()),
        late_(values_.size()),
        seen_(size_t{1} << bits_),
        shares_(classes_) {}

  uint32_t row_of(uint64_t hash) const { return static_cast<uint32_t>(hash >> (64 - bits_)); }

  void scores(const uint64_t* hashes, uint32_t count, float* out) const {
    std::fill(out, out + classes_, 0.0f);
    for (uint32_t f = 0; f < count; ++f) {
      const float* row = values_.data() + static_cast<size_t>(row_of(hashes[f])) * classes_;
      for (uint32_t c = 0; c < classes_; ++c) out[c] += row[c];
    }
  }

  // One step: of the classes that `allowed` admits, those of `right` should be likelier. `scores` as scores() gave
  // them.
  template <class Allowed, class Right>
  void learn(const uint64_t* hashes, uint32_t count, const float* scores, Allowed allowed, Right right) {
    ++step_;
    float top = -1e30f;
    for (uint32_t c = 0; c < classes_; ++c)
      if (allowed(c)) top = std::max(top, scores[c]);
    float all = 0;
    float good = 0;
    for (uint32_t c = 0; c < classes_; ++c) {
      shares_[c] = allowed(c) ? std::exp(scores[c] - top) : 0.0f;
      all += shares_[c];
      if (right(c)) good += shares_[c];
    }
    if (good <= 0 || good > kSure * all) return;
    for (uint32_t c = 0; c < classes_; ++c) {
      if (shares_[c] == 0) continue;
      const float gradient = shares_[c] / all - (right(c) ? shares_[c] / good : 0.0f);
      if (std::fabs(gradient) < kTooSmall) continue;
      for (uint32_t f = 0; f < count; ++f) change(row_of(hashes[f]), c, gradient);
    }
  }

  // Keeps the `most` weights that tell most, large and often used, and learns these anew: what they carried together
  // with the others they then learn to carry alone. What is kept keeps its place.
  void prune(size_t most) {
    const std::vector<float> weights = averages(1);
    std::vector<float> worth(weights.size());
    for (size_t i = 0; i < weights.size(); ++i)
      worth[i] = std::fabs(weights[i]) * std::sqrt(std::sqrt(static_cast<float>(seen_[i / classes_])));
    std::vector<float> sorted;
    for (const float w : worth)
      if (w > 0) sorted.push_back(w);
    if (sorted.size() <= most) return;
    const auto rank = sorted.end() - static_cast<std::ptrdiff_t>(most);
    std::nth_element(sorted.begin(), rank, sorted.end());
    kept_.resize(weights.size());
    for (size_t i = 0; i < weights.size(); ++i) kept_[i] = worth[i] >= *rank;
    std::fill(values_.begin(), values_.end(), 0.0f);
    std::fill(squares_.begin(), squares_.end(), 0.0f);
    std::fill(late_.begin(), late_.end(), 0.0);
    step_ = 1;
  }

  // The averages, rows seen in fewer than `least` steps left at 0.
  std::vector<float> averages(uint32_t least) const {
    std::vector<float> out(values_.size());
    for (size_t i = 0; i < values_.size(); ++i)
      if (seen_[i / classes_] >= least) out[i] = static_cast<float>(values_[i] - late_[i] / static_cast<double>(step_));
    return out;
  }

 private:
  static constexpr float kSure = 0.99f;
  static constexpr float kTooSmall = 0.004f;

  void change(uint32_t row, uint32_t cls, float gradient) {
    const size_t at = static_cast<size_t>(row) * classes_ + cls;
    if (!kept_.empty() && !kept_[at]) return;
    squares_[at] += gradient * gradient;
    const float by = -rate_ * gradient / (std::sqrt(squares_[at]) + 1e-3f);
    values_[at] += by;
    late_[at] += static_cast<double>(by) * static_cast<double>(step_);
    if (seen_[row] < 255) ++seen_[row];
  }

  uint32_t bits_;
  uint32_t classes_;
  float rate_;
  uint64_t step_ = 1;
  std::vector<float> values_;
  std::vector<float> squares_;
  std::vector<double> late_;
  std::vector<uint8_t> seen_;
  std::vector<bool> kept_;  // empty: all
  std::vector<float> shares_;
};

// Weights as signed bytes in file form. `unit` is what a step of a byte is worth; where it is 0, the step is as fine as
// leaves one weight in two thousand too large for a byte: these are cut, as the finer step is worth more to the others.
inline std::string quantised(uint32_t bits, uint32_t classes, const std::vector<float>& weights, float unit = 0) {
  if (unit <= 0) {
    std::vector<float> sizes;
    for (const float w : weights)
      if (w != 0) sizes.push_back(std::fabs(w));
    if (sizes.empty()) sizes.push_back(1);
    const auto rank = sizes.end() - 1 - static_cast<std::ptrdiff_t>(sizes.size() / 2000);
    std::nth_element(sizes.begin(), rank, sizes.end());
    unit = *rank / 127.0f;
  }
  std::vector<int8_t> bytes(weights.size());
  for (size_t i = 0; i < weights.size(); ++i)
    bytes[i] = static_cast<int8_t>(std::clamp(std::lround(weights[i] / unit), -127l, 127l));
  return write_weights(bits, classes, bytes);
}

}  // namespace readout::train
