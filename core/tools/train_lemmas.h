// Collects the word forms whose lemma the regular endings do not give.
#pragma once

#include <string>
#include <vector>

#include "tools/train_data.h"

namespace readout::train {

// Lines of data/irregular_forms.tsv, sorted, without its head.
std::string irregular_lines(const std::vector<TreeSentence>& trees);

}  // namespace readout::train
