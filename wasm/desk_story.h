// A story as the overview and the matrix show it.
#pragma once

#include <string>
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

// The places that the headlines and leads of each story name, by story: those of most articles first, kMostWhere of
// them. One pass over the dossier's mentions.
constexpr size_t kMostWhere = 3;
std::vector<std::vector<std::string>> places_of_stories(Desk& desk);

void write_story_card(JsonWriter& json, Desk& desk, uint32_t story, const StoryCounts& counts,
                      const std::vector<std::string>& where);

}  // namespace readout::desk
