// The text outside quotation marks as a row of steps: a word, a mark, or a whole quoted stretch taken as one. Sentences
// over steps never end inside a quotation. Private to quotations.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reading/identities_words.h"
#include "reading/quotations_marks.h"

namespace readout::quoting {

constexpr int32_t kNoStretch = -1;

struct Step {
  Span span;                     // of the token, or the outer span of the stretch
  uint32_t token = 0;            // its token, or the first inside the stretch
  int32_t stretch = kNoStretch;  // index of the quoted stretch that it stands for
};

// A sentence outside quotation marks, as a half-open range of steps.
struct StepSentence {
  uint32_t first = 0;
  uint32_t last = 0;
  uint32_t paragraph = 0;
};

struct Steps {
  std::vector<Step> steps;
  std::vector<StepSentence> sentences;
};

// O(tokens + stretches).
Steps lay_steps(std::string_view text, const Annotation& language, const std::vector<wording::Word>& words,
                const std::vector<QuotedStretch>& stretches);

}  // namespace readout::quoting
