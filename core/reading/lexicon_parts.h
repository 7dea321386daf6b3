// Private to core/reading: what ReadingLexicons holds. One member a stage.
#pragma once

#include "reading/events_lexicon.h"
#include "reading/identities_words.h"
#include "reading/lexicons.h"
#include "reading/quantity_words.h"

namespace readout {

struct ReadingLexicons::Parts {
  wording::WordLists words;  // identities and quotations
  QuantityWords quantities;  // dates and figures
  events::EventLexicon events;
};

}  // namespace readout
