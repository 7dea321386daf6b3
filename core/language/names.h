// Named mentions: a greedy sequence model over BILOU labels (Ratinov and Roth 2009) with gazetteers, word classes,
// syntax, and a second pass that sees what the article's other mentions of each word were taken for.
#pragma once

#include <string_view>
#include <vector>

#include "language/annotation.h"
#include "language/gazetteer.h"
#include "language/names_features.h"
#include "language/tagset.h"
#include "language/weights.h"
#include "language/words.h"

namespace readout {

constexpr uint32_t kNameStride = 24;
// A step of a label's score; so many are one natural logarithm.
constexpr int32_t kNameUnit = 32;
// With such a margin the first features alone decide.
constexpr int32_t kNameSettled = kNameUnit * 9 / 4;

// Everything of NameWord but memory and first label, for every token. O(tokens).
std::vector<NameWord> name_words(const Annotation& annotation, const std::vector<WordFeatures>& words,
                                 const std::vector<TagId>& tags, const std::vector<RelationId>& relations,
                                 const Gazetteer& gazetteer);

// Fills memory and first labels from the labels of the first pass. O(tokens).
void remember_names(const std::vector<NameLabel>& labels, std::vector<NameWord>& words);

// Labels of all tokens, sentence by sentence; words that need no decision cost nothing.
std::vector<NameLabel> label_names(const Annotation& annotation, const std::vector<NameWord>& words,
                                   const Weights& weights);

// Names with their types and the titles beside them, in text order.
std::vector<Name> find_names(std::string_view text, const Annotation& annotation, std::vector<NameWord> words,
                             const Weights& weights, const Gazetteer& gazetteer);

}  // namespace readout
