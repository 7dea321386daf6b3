// A lexicon: the rows of one sorted TSV file of core/data, as views into the model's bytes.
#pragma once

#include <string_view>
#include <vector>

namespace readout {

// Rows of tab-separated fields. Lines that are empty or begin with '#' are skipped, so it reads the source files as
// well as the packed sections. Views into `tsv`, which must outlive it.
class Lexicon {
 public:
  Lexicon() = default;
  explicit Lexicon(std::string_view tsv);

  size_t size() const { return rows_.size(); }
  // Field `column` of row `row`; empty where the row is shorter.
  std::string_view at(size_t row, size_t column) const;

 private:
  std::vector<std::vector<std::string_view>> rows_;
};

}  // namespace readout
