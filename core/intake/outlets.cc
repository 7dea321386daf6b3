#include "intake/outlets.h"

#include <algorithm>

#include "text/lexicon.h"
#include "text/unicode.h"

namespace readout::intake {

Outlets Outlets::load(const Bundle& bundle) {
  Outlets out;
  const Lexicon lexicon(bundle.section("lexicon/outlets"));
  for (size_t row = 0; row < lexicon.size(); ++row)
    out.entries_.push_back(
        {unicode::fold(lexicon.at(row, 0)), std::string(lexicon.at(row, 1)), lexicon.at(row, 2) == "agency"});
  std::sort(out.entries_.begin(), out.entries_.end(), [](const Outlet& a, const Outlet& b) { return a.key < b.key; });
  return out;
}

const Outlet* Outlets::find(std::string_view name) const {
  if (name.size() > 80) return nullptr;
  std::string key = unicode::fold(name);
  if (key.compare(0, 4, "www.") == 0) key.erase(0, 4);
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), key,
                                   [](const Outlet& outlet, const std::string& k) { return outlet.key < k; });
  return at != entries_.end() && at->key == key ? &*at : nullptr;
}

std::string Outlets::shown(std::string_view name) const {
  const Outlet* known = find(name);
  return known ? known->name : std::string(name);
}

}  // namespace readout::intake
