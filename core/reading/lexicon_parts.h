// Private to core/reading: what ReadingLexicons holds. One member a stage.
#pragma once

#include "reading/lexicons.h"

namespace readout {

struct ReadingLexicons::Parts {};

}  // namespace readout
