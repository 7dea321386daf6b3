#include "collation/identity_evidence.h"

#include <algorithm>
#include <string_view>

namespace readout::collation {

namespace {

// An office of which a country has one holder at a time.
bool has_one_holder(const Office& office) {
  constexpr std::string_view kMinister = " minister";
  const std::string_view name = office.name;
  if (name == "head of government" || name == "head of state" || name == "monarch") return true;
  return name.size() > kMinister.size() && name.substr(name.size() - kMinister.size()) == kMinister &&
         name != "deputy minister" && name != "deputy prime minister";
}

bool same_country(const Office& a, const Office& b) {
  return a.country.empty() || b.country.empty() || a.country == b.country;
}

}  // namespace

bool contradict(const Offices& a, const Offices& b) {
  bool countries[2] = {false, false};
  bool common_country = false;
  bool sole[2] = {false, false};
  bool common_sole = false;
  for (const Office& x : a) {
    countries[0] = countries[0] || !x.country.empty();
    sole[0] = sole[0] || has_one_holder(x);
    for (const Office& y : b) {
      common_country = common_country || (!x.country.empty() && x.country == y.country);
      common_sole = common_sole || (has_one_holder(x) && x.name == y.name && same_country(x, y));
    }
  }
  for (const Office& y : b) {
    countries[1] = countries[1] || !y.country.empty();
    sole[1] = sole[1] || has_one_holder(y);
  }
  return (countries[0] && countries[1] && !common_country) || (sole[0] && sole[1] && !common_sole);
}

bool is_office_alone(const Reading& reading, EntityId id) {
  const Entity& entity = reading.entities[id];
  if (entity.type != EntityType::kPerson || entity.unnamed || entity.offices.empty()) return false;
  return std::none_of(reading.mentions.begin(), reading.mentions.end(), [&](const Mention& mention) {
    return mention.entity == id && mention.kind == MentionKind::kName;
  });
}

}  // namespace readout::collation
