// Names without a trained model: runs of capitalised words, typed by titles, word lists and the article's own usage.
// What annotate() falls back on where the model file holds no weights.
#pragma once

#include <string_view>
#include <vector>

#include "language/annotation.h"
#include "language/gazetteer.h"

namespace readout {

// Names in text order. Words that begin a sentence count only with other evidence: a capital elsewhere inside a
// sentence, a title, a known name. O(tokens).
std::vector<Name> find_names_by_rules(std::string_view text, const Annotation& annotation, const Gazetteer& gazetteer);

}  // namespace readout
