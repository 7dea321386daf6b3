// Trains the name recogniser on texts with named mentions.
#pragma once

#include <string>
#include <vector>

#include "language/gazetteer.h"
#include "language/names_features.h"
#include "language/syntax.h"
#include "tools/train_data.h"

namespace readout::train {

// Where a text is from: what is peculiar to one source is learnt apart, and not read with (Daumé 2007: features of the
// source beside the features of all).
enum class NameSource : uint8_t { kPlain, kTweets, kPolitics, kSecurity };

// One document, read by Readout's own pipeline. Words of doubtful mentions have `ignore` set.
struct NameDocument {
  Annotation annotation;
  std::vector<NameWord> words;
  std::vector<NameLabel> labels;
  std::vector<bool> ignore;
  NameSource source = NameSource::kPlain;
};

struct NameModels {
  const WordTable& table;
  const Weights& splitter;
  const SyntaxModel& syntax;
  const Gazetteer& gazetteer;
};

// Documents of one JSON Lines file with gold.mentions in code points.
std::vector<NameDocument> read_names(const std::string& path, NameSource source, const NameModels& models);

struct NameOptions {
  uint32_t bits = 20;
  uint32_t epochs = 16;
  float rate = 0.03f;
  uint32_t prune_after = 6;
  size_t most = 1250000;
  uint32_t runs = 8;  // in so many orders the pruned weights are learnt; the mean is taken
  uint32_t fold_epochs = 6;
  uint32_t folds = 3;
  uint32_t least_seen = 3;
  uint64_t seed = 11;
};

// Weights in file form, for both passes: memory for training comes from models that have not seen the document.
std::string train_names(std::vector<NameDocument> documents, const NameOptions& options);

}  // namespace readout::train
