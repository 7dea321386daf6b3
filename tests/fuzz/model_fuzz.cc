// Any bytes as a model file: refused with an error, or loaded; also with a digest that is right, so that what lies
// behind it is reached.
#include "invariants.h"
#include "readout.h"
#include "text/sha256.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace readout;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (const std::string& file : {bytes, bytes + sha256_hex(bytes)}) {
    const auto model = Model::load(file);
    if (!model) {
      fuzz::must(model.error().code.rfind("model-", 0) == 0, "a refused model says so");
      continue;
    }
    ArticleInput input;
    input.id = "a";
    input.text = "Ann Berg said on 3 May: “Trade grew 5%.”";
    if (const auto reading = read(input, model.value())) fuzz::check(reading.value());
  }
  return 0;
}
