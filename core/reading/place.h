// Where in an article some words stand, as a reader would say it.
#pragma once

#include <string>
#include <vector>

#include "reading/values.h"

namespace readout {

// Numbers the paragraphs of an article's body once, so that many spans can be placed. Holds a pointer to the reading,
// which must outlive it. Paragraphs are those of Annotation::sentences; the body's first is the lead.
class Places {
 public:
  explicit Places(const Reading& reading);

  // "headline", "byline", "dateline", "caption", "lead", "paragraph 9"; "set aside" for a removed block; empty where
  // the article was not cut into sentences. O(log sentences + log blocks).
  std::string describe(Span span) const;

  // 1 for the lead; 0 where the span is not in the body.
  uint32_t body_paragraph(Span span) const;

  // Index of the sentence that holds the span's beginning, or of the nearest before it; none without sentences.
  std::optional<uint32_t> sentence_of(Span span) const;

 private:
  const Block* block_of(Span span) const;

  const Reading* reading_;
  std::vector<uint32_t> number_;  // by sentence: its body paragraph, from 1; 0 outside the body
};

}  // namespace readout
