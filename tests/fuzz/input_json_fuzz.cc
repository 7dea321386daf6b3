// Any bytes as one line of NDJSON input; what can be read is written back the same.
#include "invariants.h"
#include "report/reading_json.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace readout;
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  const auto input = input_from_json(line);
  const std::string id = id_of(line);
  if (!input) {
    fuzz::must(!input.error().code.empty() && !input.error().message.empty(), "an error says what and why");
    fuzz::must(!error_to_json(id, input.error()).empty(), "an error is written");
    return 0;
  }
  const std::string written = input_to_json(input.value());
  const auto again = input_from_json(written);
  fuzz::must(again.ok(), "what was written is read");
  fuzz::must(input_to_json(again.value()) == written, "input comes back from its JSON");
  return 0;
}
