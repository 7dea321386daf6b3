// Names of outlets and agencies, from lexicon/outlets.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/bundle.h"

namespace readout::intake {

struct Outlet {
  std::string key;   // as a page gives it, folded: a name or a domain
  std::string name;  // as it is shown
  bool agency = false;
};

class Outlets {
 public:
  static Outlets load(const Bundle& bundle);

  // Case, accents and a leading "www." do not matter. O(log n).
  const Outlet* find(std::string_view name) const;
  // The known name, or the words as they stand.
  std::string shown(std::string_view name) const;

 private:
  std::vector<Outlet> entries_;  // sorted by key
};

}  // namespace readout::intake
