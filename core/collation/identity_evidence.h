// What speaks for and against two names being one person, beside the names: offices and countries.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reading/values.h"

namespace readout::collation {

// The offices that the names of one set give; each once.
using Offices = std::vector<Office>;

// Evidence against: both hold offices of countries and of none in common; or both hold an office that only one person
// of a country can have at one time ("prime minister", "foreign minister"), and not the same.
bool contradict(const Offices& a, const Offices& b);

// The entity is spoken of by office alone: "the Chinese premier", whom its article does not name.
bool is_office_alone(const Reading& reading, EntityId id);

}  // namespace readout::collation
