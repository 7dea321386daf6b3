// Who said what, and through whom it reached the reader.
#pragma once

#include <vector>

#include "reading/identities.h"
#include "reading/lexicons.h"
#include "reading/values.h"

namespace readout {

struct Attributions {
  std::vector<Quotation> quotations;
  std::vector<Silence> silences;
};

// A wrong or missing quotation mark never takes in more than its own paragraph. Sources that nobody is named for ("a
// senior official") are added to `identities` as entities and mentions of their own.
Attributions find_quotations(const Article& article, const Annotation& language, Identities& identities,
                             const ReadingLexicons& lexicons);

}  // namespace readout
