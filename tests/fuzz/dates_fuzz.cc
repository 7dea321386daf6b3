// Any text to the reading of dates: spans lie in the text, in order and apart; values are plain ASCII and never empty.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "readout.h"
#include "tools/embedded_model.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const readout::Model model = std::move(readout::Model::load(readout::embedded_model())).value();
  readout::ArticleInput input;
  input.source = readout::SourceKind::kText;
  input.text.assign(reinterpret_cast<const char*>(data), size);
  // The first byte chooses between an article with and without its date.
  if (size > 0 && (data[0] & 1u) != 0) input.published = "2024-02-29";
  const auto reading = readout::read(input, model);
  if (!reading.ok()) return 0;
  uint32_t end = 0;
  for (const readout::DateExpression& date : reading.value().dates) {
    if (date.span.begin < end || date.span.empty() || date.span.end > reading.value().article.text.size()) std::abort();
    if (date.value.empty()) std::abort();
    for (const char c : date.value) {
      if (c < ' ' || c > '~') std::abort();
    }
    end = date.span.end;
  }
  return 0;
}
