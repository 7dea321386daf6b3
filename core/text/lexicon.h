// A lexicon: the rows of one sorted TSV file of core/data, as views into the model's bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace readout {

// One row of tab-separated fields after another, kept nowhere. Lines that are empty or begin with '#' are skipped, so
// it reads the source files as well as the packed sections. Views into `tsv`, which must outlive it.
class LexiconReader {
 public:
  explicit LexiconReader(std::string_view tsv) : rest_(tsv) {}

  // Goes to the next row; false where there is none.
  bool next_row();
  // The row's next field; empty where it has no more.
  std::string_view next_field();
  bool has_field() const { return more_; }

 private:
  std::string_view rest_;
  std::string_view row_;  // what is left of it
  bool more_ = false;
};

// All of them.
class Lexicon {
 public:
  Lexicon() = default;
  explicit Lexicon(std::string_view tsv);

  size_t size() const { return begins_.empty() ? 0 : begins_.size() - 1; }
  // Field `column` of row `row`; empty where the row is shorter.
  std::string_view at(size_t row, size_t column) const;

 private:
  std::vector<std::string_view> fields_;  // of all rows
  std::vector<uint32_t> begins_;          // where each row's fields begin, and where the last one's end
};

}  // namespace readout
