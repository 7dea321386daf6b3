#include "text/lexicon.h"

#include <algorithm>

namespace readout {

bool LexiconReader::next_row() {
  more_ = false;
  while (!more_ && !rest_.empty()) {
    const size_t end = std::min(rest_.find('\n'), rest_.size());
    row_ = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    if (!row_.empty() && row_.back() == '\r') row_.remove_suffix(1);
    more_ = !row_.empty() && row_.front() != '#';
  }
  return more_;
}

std::string_view LexiconReader::next_field() {
  if (!more_) return {};
  const size_t end = row_.find('\t');
  const std::string_view field = row_.substr(0, end);
  more_ = end != std::string_view::npos;
  if (more_) row_.remove_prefix(end + 1);
  return field;
}

Lexicon::Lexicon(std::string_view tsv) {
  LexiconReader reader(tsv);
  while (reader.next_row()) {
    begins_.push_back(static_cast<uint32_t>(fields_.size()));
    while (reader.has_field()) fields_.push_back(reader.next_field());
  }
  begins_.push_back(static_cast<uint32_t>(fields_.size()));
}

std::string_view Lexicon::at(size_t row, size_t column) const {
  if (row >= size() || column >= begins_[row + 1] - begins_[row]) return {};
  return fields_[begins_[row] + column];
}

}  // namespace readout
