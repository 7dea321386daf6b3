// Words to sentences.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/weights.h"
#include "language/words.h"
#include "text/span.h"

namespace readout {

// Longer sentences are cut, so that nothing after this grows with one endless line.
constexpr uint32_t kLongestSentence = 400;

// The words of one stretch (language/paragraphs.h), and what is known of them; both of one length.
struct StretchWords {
  std::string_view text;
  std::span<const Span> spans;
  std::span<const WordFeatures> words;
};

// Appends the end (an index into `stretch`, half-open) of every sentence, the last one included. By rules: closing
// quotation marks and brackets stay with the sentence that they close; a question or exclamation inside a quotation
// does not end the sentence that reports it ("Why?" he asked.). Where there are weights (two classes), these judge
// every gap that a mark or a capital makes possible, with the rules' word among the evidence. O(words).
void split_sentences(const StretchWords& stretch, const Weights* weights, std::vector<uint32_t>& ends);

constexpr uint32_t kSentenceFeatures = 27;
constexpr uint32_t kSentenceClasses = 2;  // goes on, ends
constexpr uint32_t kSentenceStride = 4;

// For the trainer: whether the rules end a sentence after each word.
std::vector<bool> rule_ends(const StretchWords& stretch);
// Whether the gap before word `next` (from 1) is one that is judged.
bool is_judged(const StretchWords& stretch, const std::vector<bool>& rules, uint32_t next);
// Hashes for that gap; `begin` is the first word of the sentence so far.
uint32_t sentence_features(const StretchWords& stretch, const std::vector<bool>& rules, uint32_t begin, uint32_t next,
                           uint64_t* out);

}  // namespace readout
