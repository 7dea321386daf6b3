// Words to sentences.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace readout {

// Longer sentences are cut, so that nothing after this grows with one endless line.
constexpr uint32_t kLongestSentence = 400;

// Appends the end (an index into `tokens`, half-open) of every sentence of tokens[first, size), the last one included.
// Closing quotation marks and brackets stay with the sentence that they close; a question or exclamation inside a
// quotation does not end the sentence that reports it ("Why?" he asked.). O(tokens).
void split_sentences(std::string_view text, const std::vector<Span>& tokens, uint32_t first,
                     std::vector<uint32_t>& ends);

}  // namespace readout
