// A story as the overview and the matrix show it.
#pragma once

#include <vector>

#include "desk.h"
#include "report/json_writer.h"

namespace readout::desk {

// How many independent origins the articles have between them.
size_t count_origins(const Dossier& dossier, const std::vector<ArticleIndex>& articles);

// Facts of every story, by story: one pass over the dossier.
struct StoryCounts {
  explicit StoryCounts(const Dossier& dossier);
  std::vector<uint32_t> quotations;
  std::vector<uint32_t> differing;  // facts with a cell that differs
};

void write_story_card(JsonWriter& json, Desk& desk, uint32_t story, const StoryCounts& counts);

}  // namespace readout::desk
