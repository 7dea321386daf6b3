// Any bytes to a service: it must answer every request, and stay usable. The input is cut at zero bytes into a row of
// requests to one service that has its model, so that the fuzzer can add readings and then ask about them.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "service.h"
#include "tools/embedded_model.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::string kModel = "{\"op\":\"model\"}\n" + std::string(readout::embedded_model());
  readout::Service service;
  service.call(kModel);
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  for (size_t at = 0; at <= input.size();) {
    const size_t end = std::min(input.find('\0', at), input.size());
    service.call(input.substr(at, end - at));
    at = end + 1;
  }
  if (service.call("{\"op\":\"version\"}\n").status != readout::Status::kOk) std::abort();
  return 0;
}
