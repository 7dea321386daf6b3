#include <doctest/doctest.h>

#include <cmath>

#include "language/certainty.h"

using namespace readout;

namespace {

int32_t logarithm_of(std::initializer_list<int32_t> below) {
  ShareSum sum;
  for (const int32_t d : below) sum.add(d);
  return sum.logarithm();
}

}  // namespace

TEST_CASE("certainty: a class alone, or far above all others, is certain") {
  CHECK(logarithm_of({0}) == 0);
  CHECK(logarithm_of({0, 9 * kUnit, 20 * kUnit, 1 << 30}) == 0);
}

TEST_CASE("certainty: agrees with floating point to half a hundredth") {
  for (int32_t first = 0; first < 8 * kUnit; first += 17)
    for (const int32_t second : {first, first + 40, first + 700}) {
      const double exact = kUnit * std::log(1 + std::exp(-double(first) / kUnit) + std::exp(-double(second) / kUnit));
      CHECK(std::abs(logarithm_of({0, first, second}) - exact) <= 1.5);
    }
}

TEST_CASE("certainty: many equal classes count as sixteen at most") {
  ShareSum sum;
  for (int i = 0; i < 50; ++i) sum.add(0);
  CHECK(sum.logarithm() == doctest::Approx(kUnit * std::log(16.0)).epsilon(0.01));
}
