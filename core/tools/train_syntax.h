// Trains the tagger and the parser.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "language/syntax.h"
#include "language/weights.h"
#include "language/words.h"
#include "tools/train_data.h"

namespace readout::train {

struct TaggerOptions {
  uint32_t bits = 19;
  uint32_t epochs = 14;
  float rate = 0.1f;
  uint32_t prune_after = 6;     // epochs; then only the most useful weights are learnt
  size_t most_first = 400000;   // weights of the first pass
  size_t most_second = 650000;  // weights of the second
  uint32_t runs = 3;            // in so many orders the pruned weights are learnt; the mean is taken
  uint32_t folds = 3;
  uint32_t fold_epochs = 5;
  uint64_t seed = 1;
};

struct TaggerFiles {
  std::string first;  // weights in file form
  std::string second;
  std::vector<std::vector<TagId>> unseen;  // each sentence's tags by taggers that have not seen it
};

// A tenth of the sentences are shown to the first pass in capitals, in small letters or with every word capitalised,
// anew in each epoch: headlines and shouting are news too. The second learns from tags given by taggers that have not
// seen the sentence.
TaggerFiles train_tagger(const std::vector<TreeSentence>& sentences, const WordTable& table,
                         const TaggerOptions& options);

// By both passes.
std::vector<TagId> predict_tags(const TreeSentence& sentence, const WordTable& table, const Weights& first,
                                const Weights& second);

struct ParserOptions {
  uint32_t action_bits = 20;
  uint32_t label_bits = 18;
  uint32_t epochs = 15;
  float action_rate = 0.04f;
  float label_rate = 0.1f;
  uint32_t prune_after = 5;
  size_t most_actions = 900000;
  size_t most_labels = 400000;
  uint32_t runs = 3;  // as the tagger's
  uint64_t seed = 1;
};

struct ParserFiles {
  std::string actions;
  std::string labels;
};

// `tags` stand in for the sentences' own: predicted by taggers that have not seen them.
ParserFiles train_parser(const std::vector<TreeSentence>& sentences, const std::vector<std::vector<TagId>>& tags,
                         const WordTable& table, const ParserOptions& options);

struct SyntaxScore {
  uint64_t words = 0;
  uint64_t upos = 0;
  uint64_t tags = 0;
  uint64_t heads = 0;
  uint64_t arcs = 0;  // head and relation without its subtype
};

// With words and sentences as they are given.
SyntaxScore score_syntax(const std::vector<TreeSentence>& sentences, const WordTable& table, const SyntaxModel& model);

}  // namespace readout::train
