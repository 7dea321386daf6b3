// Private to core/reading: what ReadingLexicons holds. One member a stage.
#pragma once

#include "reading/identities_words.h"
#include "reading/lexicons.h"

namespace readout {

struct ReadingLexicons::Parts {
  wording::WordLists words;  // identities and quotations
};

}  // namespace readout
