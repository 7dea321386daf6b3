// The word table: exchange classes from running text, a dictionary's parts of speech, and words with one tag.
#pragma once

#include <string>
#include <vector>

#include "tools/train_data.h"

namespace readout::train {

// Sentences of normalised words (language/words.h), cut by Readout's own tokenizer.
using PlainSentence = std::vector<std::string>;

struct WordSources {
  std::string shared;    // the folder with articles, syntax and names
  std::string wordnet;   // a folder of WordNet 3.x database files
  std::string speeches;  // a folder of plain texts, *.txt
  bool without_wikinews = false;
};

std::vector<PlainSentence> read_plain_text(const WordSources& sources);

struct ClassOptions {
  uint32_t classes = 512;
  uint32_t least_count = 4;
  uint32_t rounds = 12;
};

// Class of every word that is frequent enough, from 1. The exchange algorithm (Kneser and Ney 1993) on class bigrams;
// logarithms in fixed point, so that every machine gives the same classes.
std::vector<std::pair<std::string, uint32_t>> exchange_classes(const std::vector<PlainSentence>& text,
                                                               const ClassOptions& options);

// Lines as WordTable reads them.
std::string word_lines(const std::vector<TreeSentence>& trees, const WordSources& sources);

}  // namespace readout::train
