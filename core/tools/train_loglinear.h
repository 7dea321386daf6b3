// Log-linear classification over hashed rows, learnt online: the gradient of the log loss, with a rate of its own for
// every weight (AdaGrad: Duchi, Hazan and Singer 2011), averaged over all steps (Polyak and Juditsky 1992). Unlike a
// perceptron's, its scores say how sure it is, which is what a search over several analyses needs.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "language/weights.h"

namespace readout::train {

struct LogLinearOptions {
  uint32_t bits = 17;
  uint32_t classes = 2;
  float rate = 0.1f;
  float limit = 1e30f;  // no weight grows beyond it
};

class LogLinear {
 public:
  explicit LogLinear(const LogLinearOptions& options)
      : bits_(options.bits),
        classes_(options.classes),
        rate_(options.rate),
        limit_(options.limit),
        values_((size_t{1} << bits_) * classes_),
        squares_(values_.size()),
        late_(values_.size()),
        seen_(size_t{1} << bits_),
        shares_(classes_) {}

  uint32_t row_of(uint64_t hash) const { return static_cast<uint32_t>(hash >> (64 - bits_)); }

  // Adds the features' rows to `out`.
  void add(const uint64_t* hashes, uint32_t count, float* out) const {
    for (uint32_t f = 0; f < count; ++f) {
      const float* row = values_.data() + static_cast<size_t>(row_of(hashes[f])) * classes_;
      for (uint32_t c = 0; c < classes_; ++c) out[c] += row[c];
    }
  }

  // One step: of the classes that `allowed` admits, those of `right` should be likelier. `scores` as add() gave
  // them; `share`: how much the step counts.
  template <class Allowed, class Right>
  void learn(const uint64_t* hashes, uint32_t count, const float* scores, Allowed allowed, Right right,
             float share = 1) {
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
      const float gradient = share * (shares_[c] / all - (right(c) ? shares_[c] / good : 0.0f));
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
    const float value = values_[at] - rate_ * gradient / (std::sqrt(squares_[at]) + 1e-3f);
    const float by = std::clamp(value, -limit_, limit_) - values_[at];
    values_[at] += by;
    late_[at] += static_cast<double>(by) * static_cast<double>(step_);
    if (seen_[row] < 255) ++seen_[row];
  }

  uint32_t bits_;
  uint32_t classes_;
  float rate_;
  float limit_;
  uint64_t step_ = 1;
  std::vector<float> values_;
  std::vector<float> squares_;
  std::vector<double> late_;
  std::vector<uint8_t> seen_;
  std::vector<bool> kept_;  // empty: all
  std::vector<float> shares_;
};

// The mean of several runs' weights, which hangs less on the order of the examples than any.
class MeanWeights {
 public:
  void add(const std::vector<float>& weights) {
    sum_.resize(weights.size());
    for (size_t i = 0; i < weights.size(); ++i) sum_[i] += weights[i];
    ++runs_;
  }
  std::vector<float> take() {
    for (float& weight : sum_) weight /= static_cast<float>(runs_);
    return std::move(sum_);
  }

 private:
  std::vector<float> sum_;
  uint32_t runs_ = 0;
};

// One decision as the reader takes it, in two stages (language/weights.h); learnt so, each stage for itself (Strubell
// et al. 2015): the second learns from what the first leaves open.
template <class View, uint32_t kClasses>
class StagedDecision {
 public:
  template <class Allowed>
  StagedDecision(const LogLinear& model, const View& view, Allowed allowed) {
    first_ = view.first(hashes_);
    model.add(hashes_, first_, first_scores_);
    std::copy(first_scores_, first_scores_ + kClasses, scores_);
    decide(allowed);
    settled_ = margin_ >= kSettled;
    if (settled_) return;
    const uint32_t rest = view.rest(hashes_ + first_);
    model.add(hashes_ + first_, rest, scores_);
    all_ = first_ + rest;
    decide(allowed);
  }

  uint32_t best() const { return best_; }
  const float* scores() const { return scores_; }

  template <class Allowed, class Right>
  void teach(LogLinear& model, Allowed allowed, Right right) const {
    model.learn(hashes_, first_, first_scores_, allowed, right, settled_ ? 1 : kUnsettledShare);
    if (!settled_) model.learn(hashes_, all_, scores_, allowed, right);
  }

 private:
  template <class Allowed>
  void decide(Allowed allowed) {
    constexpr float kLowest = -1e30f;
    float top = kLowest;
    float second = kLowest;
    for (uint32_t c = 0; c < kClasses; ++c) {
      if (!allowed(c)) continue;
      if (scores_[c] > top) {
        second = top;
        top = scores_[c];
        best_ = c;
      } else if (scores_[c] > second) {
        second = scores_[c];
      }
    }
    margin_ = top - second;
  }

  // A margin, in natural logarithms, that is more than the reader asks for: the second stage learns from doubtful cases
  // that it may not see.
  static constexpr float kSettled = 4;
  // What the first stage cannot settle it should not be bent to: the second needs its weights too.
  static constexpr float kUnsettledShare = 0.25f;

  uint64_t hashes_[View::kFirst + View::kRest];
  uint32_t first_ = 0;
  uint32_t all_ = 0;
  float first_scores_[kClasses] = {};
  float scores_[kClasses] = {};
  uint32_t best_ = 0;
  float margin_ = 0;
  bool settled_ = false;
};

// The largest weight that a signed byte holds, where its step is worth `unit`.
constexpr float largest(float unit) { return 127 * unit; }

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
