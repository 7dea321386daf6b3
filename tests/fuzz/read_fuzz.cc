// Any text as an article, through every stage: the reading keeps what it promises, and comes back from its JSON. The
// first byte chooses what is known beside the text.
#include "invariants.h"
#include "model.h"
#include "report/reading_json.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace readout;
  if (size == 0) return 0;
  ArticleInput input;
  input.id = "a";
  input.source = (data[0] & 1) != 0 ? SourceKind::kPage : SourceKind::kText;
  if ((data[0] & 2) != 0) input.published = "2023-05-24";
  if ((data[0] & 4) != 0) input.title = "Berg meets Lindqvist";
  if ((data[0] & 8) != 0) input.restored = {{static_cast<uint32_t>(size / 4), static_cast<uint32_t>(size / 2)}};
  input.text.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto reading = read(input, fuzz::model());
  if (!reading) {
    fuzz::must(reading.error().code == "empty-text", "only an empty text is refused");
    return 0;
  }
  fuzz::check(reading.value());
  const std::string line = reading_to_json(reading.value(), {true, OffsetUnit::kCodePoints});
  const auto again = reading_from_json(line);
  fuzz::must(again.ok(), "a reading is read back");
  fuzz::check(again.value());
  fuzz::must(reading_to_json(again.value(), {true, OffsetUnit::kCodePoints}) == line, "a reading comes back whole");
  return 0;
}
