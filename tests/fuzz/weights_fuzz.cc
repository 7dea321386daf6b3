// Any bytes as weights or as a word table: refused with an error, or rows that can be summed and words looked up.
#include <type_traits>

#include "invariants.h"
#include "language/weights.h"
#include "language/words.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace readout;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto weights = Weights::parse(bytes);
  if (weights) {
    const auto sum_up = [&]<uint32_t kStride>(std::integral_constant<uint32_t, kStride>, int16_t* scores) {
      if (weights.value().stride() != kStride) return;
      Weights::Sum<3> sum;
      const auto asking = weights.value().ask<kStride>(sum);
      uint32_t count = 0;
      for (const uint64_t hash : {uint64_t{0}, uint64_t{1} << 63, ~uint64_t{0}}) asking[count++] = hash;
      weights.value().add<kStride, 3>(sum, scores);
    };
    int16_t scores[64] = {};
    sum_up(std::integral_constant<uint32_t, 4>(), scores);
    sum_up(std::integral_constant<uint32_t, 24>(), scores);
    sum_up(std::integral_constant<uint32_t, 64>(), scores);
    for (const int16_t score : scores) fuzz::must(score >= -3 * 128 && score <= 3 * 127, "a sum is of signed bytes");
  } else {
    fuzz::must(weights.error().code == "model-malformed", "refused weights say so");
  }
  const auto table = WordTable::parse(bytes);
  if (table) table.value().features_of(bytes);
  return 0;
}
