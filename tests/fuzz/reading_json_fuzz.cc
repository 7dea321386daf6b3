// Any bytes as one reading, collated and reported: nothing that was tampered with may harm.
#include "collation/collation.h"
#include "invariants.h"
#include "report/csv.h"
#include "report/dossier_json.h"
#include "report/reading_json.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace readout;
  const auto reading = reading_from_json({reinterpret_cast<const char*>(data), size});
  if (!reading) return 0;
  const std::string written = reading_to_json(reading.value(), {true, OffsetUnit::kCodePoints});
  const auto again = reading_from_json(written);
  fuzz::must(again.ok(), "what was written is read");
  fuzz::must(reading_to_json(again.value(), {true, OffsetUnit::kCodePoints}) == written, "a reading comes back");
  Reading other = again.value();
  other.article.id += "2";
  const std::vector<const Reading*> readings{&reading.value(), &other};
  const Dossier dossier = collate(readings);
  fuzz::must(!dossier_to_json(dossier, readings).empty(), "a dossier is written");
  fuzz::must(!dossier_summary(dossier, readings).empty(), "a summary is written");
  for (const char* table : {"quotations", "people", "figures", "timeline", "facts", "articles"}) {
    fuzz::must(!table_csv(table, dossier, readings).empty(), "a table is written");
  }
  return 0;
}
