#include "search/rivals.h"

#include <iterator>

namespace readout::search {
namespace {

// Rows of data/built_in/rival_terms.tsv, which says what the columns are.
struct Row {
  std::string_view about;
  std::string_view place;
  std::string_view shown;
  std::string_view query;
};

constexpr Row kRows[] = {
#include "built_in/rival_terms.inc"
};

}  // namespace

std::vector<Rivals> rivals() {
  std::vector<Rivals> all;
  for (const Row& row : kRows) {
    if (all.empty() || all.back().about != row.about) all.push_back({row.about, {}});
    all.back().terms.push_back({row.shown, row.query});
  }
  return all;
}

}  // namespace readout::search
