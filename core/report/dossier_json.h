// Dossiers as JSON (the contract, version 1) and as a summary for people.
#pragma once

#include <string>
#include <vector>

#include "collation/dossier.h"
#include "reading/values.h"

namespace readout {

// `readings` are those that were collated, in any order. Ids in the JSON are indices. Ends with a line end.
std::string dossier_to_json(const Dossier& dossier, const std::vector<const Reading*>& readings);

// Plain text for a terminal: stories, what to look at first, counts.
std::string dossier_summary(const Dossier& dossier, const std::vector<const Reading*>& readings);

}  // namespace readout
