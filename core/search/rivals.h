// Terms that outlets choose between for one and the same thing, where the choice tells something about the chooser.
#pragma once

#include <string_view>
#include <vector>

namespace readout::search {

// `about` names the thing for a heading; a term is a query (search/query.h) and what it is shown as.
struct RivalTerm {
  std::string_view shown;
  std::string_view query;
};
struct Rivals {
  std::string_view about;
  std::vector<RivalTerm> terms;
};

// By what they are about; terms in the order in which they are shown where all are equally frequent. The views last for
// ever.
std::vector<Rivals> rivals();

}  // namespace readout::search
