// Training texts: Universal Dependencies trees (CoNLL-U) and named mentions (IOB2).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/tagset.h"

namespace readout::train {

struct TreeSentence {
  std::vector<std::string> forms;
  std::vector<std::string> lemmas;
  std::vector<TagId> tags;
  std::vector<uint32_t> heads;  // index into forms; their count for the root
  std::vector<RelationId> relations;
};

// Sentences of the files in order, without the documents whose id begins with one of `left_out`. Words of multiword
// tokens stand alone; empty nodes are left out. Lines that do not read are an error told on standard error, and end the
// program.
std::vector<TreeSentence> read_trees(const std::vector<std::string>& paths, const std::vector<std::string>& left_out);

// Whether `line` opens a document, "# newdoc id = ...", whose id begins with one of `left_out`; no other line changes
// `within`.
void note_document(std::string_view line, const std::vector<std::string>& left_out, bool& within);

// SplitMix64: the same seed gives the same numbers everywhere.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  uint64_t next();
  uint32_t below(uint32_t limit) { return static_cast<uint32_t>(next() % limit); }
  template <class T>
  void shuffle(std::vector<T>& items) {
    for (size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(static_cast<uint32_t>(i))]);
  }

 private:
  uint64_t state_;
};

std::string read_file(const std::string& path);
void write_file(const std::string& path, const std::string& bytes);

}  // namespace readout::train
