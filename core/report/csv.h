// The dossier's tables as CSV (RFC 4180, UTF-8 with byte order mark for spreadsheets). Cells that a spreadsheet would
// run as a formula are given a leading apostrophe. Offsets count code points; ids are those of the dossier as JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "collation/dossier.h"
#include "reading/values.h"

namespace readout {

// Tables: "quotations", "people", "figures", "events", "timeline", "facts", "articles". An unknown name gives an empty
// string. Events are coded as report/plover.h says; several names in one cell are parted by "; ".
std::string table_csv(std::string_view table, const Dossier& dossier, const std::vector<const Reading*>& readings);

}  // namespace readout
