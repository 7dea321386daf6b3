// The shipped word lists and one article from text alone, for tests of dates and figures.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "readout.h"
#include "tools/embedded_model.h"

inline const readout::Model& test_model() {
  static const readout::Model model = std::move(readout::Model::load(readout::embedded_model())).value();
  return model;
}

inline readout::Reading read_text(std::string_view text, std::string_view published = {}) {
  readout::ArticleInput input;
  input.text = std::string(text);
  input.source = readout::SourceKind::kText;
  if (!published.empty()) input.published = std::string(published);
  return std::move(readout::read(input, test_model())).value();
}
