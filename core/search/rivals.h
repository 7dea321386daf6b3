// Terms that outlets choose between for one and the same thing, where the choice tells something about the chooser.
#pragma once

#include <array>
#include <string_view>

namespace readout::search {

// `about` names the thing for a heading; a term is a query (search/query.h) and what it is shown as.
struct RivalTerm {
  std::string_view shown;
  std::string_view query;
};
struct Rivals {
  std::string_view about;
  std::array<RivalTerm, 8> terms;  // the first empty one ends them
};

// Written for Readout from common knowledge of terms and names that parties to conflicts dispute. In the order in which
// they are shown where all are equally frequent.
const Rivals* rivals_begin();
const Rivals* rivals_end();

}  // namespace readout::search
