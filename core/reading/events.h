// Who did what to whom, when and where, coded with PLOVER roots (Open Event Data Alliance).
#pragma once

#include <vector>

#include "reading/identities.h"
#include "reading/lexicons.h"
#include "reading/values.h"

namespace readout {

// An unknown predicate yields no event rather than a wrong one.
std::vector<Event> find_events(const Article& article, const Annotation& language, const Identities& identities,
                               const std::vector<Quotation>& quotations, const std::vector<DateExpression>& dates,
                               const ReadingLexicons& lexicons);

}  // namespace readout
