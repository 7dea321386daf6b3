// Trains the tagger and the parser.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "language/weights.h"
#include "language/words.h"
#include "tools/train_data.h"

namespace readout::train {

struct TaggerOptions {
  uint32_t bits = 17;
  uint32_t epochs = 10;
  uint32_t least_updates = 5;
  int64_t smallest = 9;
  uint64_t seed = 1;
};

// Weights in file form. A tenth of the sentences are shown in capitals, in small letters or with every word
// capitalised, anew in each epoch: headlines and shouting are news too.
std::string train_tagger(const std::vector<TreeSentence>& sentences, const WordTable& table,
                         const TaggerOptions& options);

std::vector<TagId> predict_tags(const TreeSentence& sentence, const WordTable& table, const Weights& tagger);

struct ParserOptions {
  uint32_t action_bits = 22;
  uint32_t label_bits = 18;
  uint32_t epochs = 10;
  uint32_t least_updates = 7;
  int64_t smallest_action = 10;
  int64_t smallest_label = 26;
  uint64_t seed = 1;
};

struct ParserFiles {
  std::string actions;
  std::string labels;
};

// `tags` stand in for the sentences' own: predicted by taggers that have not seen them.
ParserFiles train_parser(const std::vector<TreeSentence>& sentences, const std::vector<std::vector<TagId>>& tags,
                         const WordTable& table, const ParserOptions& options);

// Tags every sentence with a tagger trained on the other folds.
std::vector<std::vector<TagId>> cross_tag(const std::vector<TreeSentence>& sentences, const WordTable& table,
                                          const TaggerOptions& options, uint32_t folds);

struct SyntaxScore {
  uint64_t words = 0;
  uint64_t upos = 0;
  uint64_t tags = 0;
  uint64_t heads = 0;
  uint64_t arcs = 0;  // head and relation without its subtype
};

SyntaxScore score_syntax(const std::vector<TreeSentence>& sentences, const WordTable& table, const Weights& tagger,
                         const Weights& actions, const Weights& labels);

}  // namespace readout::train
