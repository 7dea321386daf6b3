// Old plain-text downloads of Nexis: "1 of 50 DOCUMENTS", then lines of outlet, date, edition and headline, then fields
// with labels in capitals ("BYLINE:", "LENGTH:", "BODY:", "LOAD-DATE:").
#pragma once

#include <optional>

#include "intake/kinds.h"
#include "intake/lines.h"

namespace readout::intake {

// Line `line` is the number of a document ("12 of 50 DOCUMENTS", "Document 3 of 10").
bool is_document_number(const Page& page, const Line& line);

// The kinds of a document's lines by its fields; none where the page is no such document (its first line is no document
// number and fewer than three of its lines are fields).
std::optional<Judgement> judge_nexis(const Page& page);

// What stands after a field's label; the words themselves where they have none.
std::string_view without_label(std::string_view words);

}  // namespace readout::intake
