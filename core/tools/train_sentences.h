// Trains the judge of sentence ends.
#pragma once

#include <string>
#include <vector>

#include "language/words.h"

namespace readout::train {

// Weights in file form, from the paragraphs of CoNLL-U files with their text as it was written, without the documents
// whose id begins with one of `left_out`.
std::string train_sentences(const std::vector<std::string>& paths, const std::vector<std::string>& left_out,
                            const WordTable& table);

}  // namespace readout::train
