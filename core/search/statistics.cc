#include "search/statistics.h"

#include <cmath>

namespace readout::search {
namespace {

constexpr double kLn2 = 0.693147180559945309417;
constexpr double kHalfRoot = 0.70710678118654752440;

double term(double seen, double expected) { return seen > 0 && expected > 0 ? seen * natural_log(seen / expected) : 0; }

}  // namespace

double natural_log(double value) {
  if (!(value > 0)) return 0;
  int exponent = 0;
  double fraction = std::frexp(value, &exponent);
  if (fraction < kHalfRoot) {
    fraction *= 2;
    --exponent;
  }
  // ln f = 2 artanh s, s = (f - 1) / (f + 1), |s| < 0.172.
  const double s = (fraction - 1) / (fraction + 1);
  const double square = s * s;
  double sum = 0;
  for (int k = 25; k >= 1; k -= 2) sum = sum * square + 1.0 / k;
  return 2 * s * sum + exponent * kLn2;
}

double binary_log(double value) { return natural_log(value) / kLn2; }

double log_likelihood(uint32_t a, uint32_t n_a, uint32_t b, uint32_t n_b) {
  const double total = static_cast<double>(n_a) + n_b;
  if (total == 0) return 0;
  const double seen = static_cast<double>(a) + b;
  const double result = 2 * (term(a, n_a * seen / total) + term(b, n_b * seen / total));
  return result > 0 ? result : 0;
}

double log_ratio(uint32_t a, uint32_t n_a, uint32_t b, uint32_t n_b) {
  if (n_a == 0 || n_b == 0) return 0;
  const double first = (a == 0 ? 0.5 : a) / n_a;
  const double second = (b == 0 ? 0.5 : b) / n_b;
  return binary_log(first / second);
}

double log_dice(uint32_t together, uint32_t first, uint32_t second) {
  if (together == 0) return 0;
  return 14 + binary_log(2.0 * together / (static_cast<double>(first) + second));
}

double rounded(double value) { return std::floor(value * 100 + 0.5) / 100; }

}  // namespace readout::search
