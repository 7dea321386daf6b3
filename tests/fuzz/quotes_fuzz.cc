// Any text read for who is who and who said what: quotation marks pair up inside their paragraphs, quotations and
// sources point at words of the text, and the work stays in proportion to it.
#include "invariants.h"
#include "model.h"
#include "reading/quotations_marks.h"
#include "readout.h"
#include "text/utf8.h"

namespace {

using namespace readout;

void check_marks(const Reading& reading) {
  const std::string& text = reading.article.text;
  const auto stretches = quoting::scan_quotation_marks(text, reading.language);
  uint32_t begin = 0;
  for (size_t i = 0; i < stretches.size(); ++i) {
    const auto& stretch = stretches[i];
    fuzz::must(stretch.outer.begin >= begin, "quoted stretches are in order");
    fuzz::must(!stretch.inner.empty() && stretch.outer.contains(stretch.inner), "a stretch holds its words");
    fuzz::must(stretch.outer.end <= text.size(), "a stretch ends inside the text");
    if (stretch.inside) {
      fuzz::must(*stretch.inside < i, "a stretch stands inside one before it");
      fuzz::must(stretches[*stretch.inside].outer.contains(stretch.outer), "a stretch stands wholly inside another");
    }
    begin = stretch.outer.begin;
  }
}

void check_quotations(const Reading& reading) {
  for (size_t i = 0; i < reading.quotations.size(); ++i) {
    const Quotation& quotation = reading.quotations[i];
    fuzz::must(!quotation.content.empty(), "a quotation has words");
    uint32_t end = 0;
    for (const Span span : quotation.content) {
      fuzz::must(!span.empty() && span.begin >= end, "a quotation's words are in order");
      end = span.end;
    }
    if (quotation.source && quotation.source->entity) {
      fuzz::must(*quotation.source->entity < reading.entities.size(), "a source's entity exists");
    }
    if (quotation.parent) fuzz::must(*quotation.parent < i, "a quotation stands inside one before it");
    if (i > 0) {
      fuzz::must(!(quotation.content.front() < reading.quotations[i - 1].content.front()), "quotations are in order");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  ArticleInput input;
  input.id = "fuzz";
  input.text = utf8::repaired({reinterpret_cast<const char*>(data), size});
  input.source = SourceKind::kText;
  const auto reading = read(input, fuzz::model());
  if (!reading) return 0;
  check_marks(reading.value());
  check_quotations(reading.value());
  return 0;
}
