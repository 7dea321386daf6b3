// Any text to the reading of figures: spans lie in the text, in order and apart; a figure has a value or a bound, never
// both; no number is infinite; the spans of what stands around it lie in the text too.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "readout.h"
#include "tools/embedded_model.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const readout::Model model = std::move(readout::Model::load(readout::embedded_model())).value();
  readout::ArticleInput input;
  input.source = readout::SourceKind::kText;
  input.text.assign(reinterpret_cast<const char*>(data), size);
  input.published = "2024-02-29";
  const auto reading = readout::read(input, model);
  if (!reading.ok()) return 0;
  const size_t length = reading.value().article.text.size();
  uint32_t end = 0;
  for (const readout::Figure& figure : reading.value().figures) {
    if (figure.span.begin < end || figure.span.empty() || figure.span.end > length) std::abort();
    if (figure.value.has_value() == (figure.min.has_value() || figure.max.has_value())) std::abort();
    for (const auto& number : {figure.value, figure.min, figure.max}) {
      if (number && !std::isfinite(*number)) std::abort();
    }
    if (figure.min && figure.max && *figure.min > *figure.max) std::abort();
    for (const auto& span : {figure.of, figure.period, figure.base}) {
      if (span && (span->empty() || span->end > length)) std::abort();
    }
    end = figure.span.end;
  }
  return 0;
}
