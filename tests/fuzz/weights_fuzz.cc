// Any bytes as weights or as a word table: refused with an error, or rows that can be summed and words looked up.
#include "invariants.h"
#include "language/weights.h"
#include "language/words.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace readout;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto weights = Weights::parse(bytes);
  if (weights) {
    const uint32_t last = weights.value().row_of(~uint64_t{0});
    fuzz::must(weights.value().row(last) != nullptr, "the last row is there");
  } else {
    fuzz::must(weights.error().code == "model-malformed", "refused weights say so");
  }
  const auto table = WordTable::parse(bytes);
  if (table) table.value().features_of(bytes);
  return 0;
}
