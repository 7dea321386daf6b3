// What tells an article's lines from a page's: features of one line and of its surroundings. Their weights stand in
// lexicon/line_weights, by name.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "intake/lines.h"

namespace readout::intake {

using FeatureId = uint16_t;

// Number of features, and each one's name.
size_t feature_count();
std::string feature_name(FeatureId id);

// The features that hold of each line. Linear in the page.
class PageFeatures {
 public:
  // `title`: keys of the words of the page's title, sorted, where one is known.
  PageFeatures(const std::vector<Line>& lines, const std::vector<Word>& words, const std::vector<WordKey>& title);

  size_t lines() const { return first_.size() - 1; }
  // Those of line i, in no order, each once.
  const FeatureId* begin(size_t i) const { return ids_.data() + first_[i]; }
  const FeatureId* end(size_t i) const { return ids_.data() + first_[i + 1]; }

 private:
  std::vector<FeatureId> ids_;
  std::vector<uint32_t> first_;
};

}  // namespace readout::intake
