// Quotation marks to quoted stretches, whatever the marks are: curly, straight, single, low, guillemets, ``TeX''.
//
// Works paragraph by paragraph. A mark left open ends with its paragraph, and goes on in the next one only where that
// begins with an opening mark (the convention for speech over several paragraphs) or closes before it opens. An
// apostrophe, an inch mark or a stray closing mark opens nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "language/annotation.h"
#include "text/span.h"

namespace readout::quoting {

struct QuotedStretch {
  Span outer;                      // with its marks
  Span inner;                      // the words, white space at the ends left out
  bool single = false;             // single marks
  bool closed = true;              // false: the closing mark is missing, or stands in a later paragraph
  bool continued = false;          // goes on from the stretch before it, which was left open in the paragraph before
  std::optional<uint32_t> inside;  // index of the stretch that it stands in
};

// `paragraphs` and `sentences` are in text order. Stretches come in order of their begin; empty ones are left out.
// O(text).
std::vector<QuotedStretch> scan_quotation_marks(std::string_view text, const std::vector<Span>& paragraphs,
                                                const std::vector<Span>& sentences);

// The same over an annotated text. A line break between sentences ends a paragraph as a blank line does, unless the
// text's lines are wrapped inside sentences.
std::vector<QuotedStretch> scan_quotation_marks(std::string_view text, const Annotation& language);

// The annotated text's paragraphs in that sense, as half-open ranges of sentences.
struct ParagraphRange {
  uint32_t first_sentence = 0;
  uint32_t last_sentence = 0;
};
std::vector<ParagraphRange> paragraph_ranges(std::string_view text, const Annotation& language);

}  // namespace readout::quoting
