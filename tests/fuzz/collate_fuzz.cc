// Articles parted by a byte 0x1E, read and collated: the same dossier in any order, and from readings that went through
// JSON.
#include <algorithm>
#include <vector>

#include "invariants.h"
#include "model.h"
#include "report/dossier_json.h"
#include "report/reading_json.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace readout;
  constexpr size_t kMost = 8;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::vector<Reading> readings;
  std::vector<Reading> parsed;
  while (!rest.empty() && readings.size() < kMost) {
    const size_t end = std::min(rest.find('\x1e'), rest.size());
    ArticleInput input;
    input.id = std::to_string(readings.size());
    input.text = std::string(rest.substr(0, end));
    input.source = SourceKind::kText;
    rest.remove_prefix(std::min(end + 1, rest.size()));
    auto reading = read(input, fuzz::model());
    if (!reading) continue;
    readings.push_back(std::move(reading).value());
    parsed.push_back(reading_from_json(reading_to_json(readings.back())).value());
  }
  std::vector<const Reading*> forwards;
  std::vector<const Reading*> backwards;
  for (const Reading& reading : readings) forwards.push_back(&reading);
  for (const Reading& reading : parsed) backwards.insert(backwards.begin(), &reading);
  const std::string dossier = dossier_to_json(collate(forwards), forwards);
  fuzz::must(dossier == dossier_to_json(collate(backwards), backwards), "the dossier does not depend on the way");
  return 0;
}
