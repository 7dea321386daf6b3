// Where a sentence looks from one of its expressions, by its verbs.
#pragma once

#include "reading/lexemes.h"

namespace readout::dates {

// -1 back, +1 ahead, 0 not said, for the expression of lexemes [first, end). The nearest verb before it decides, else
// the nearest behind it, both inside its sentence and within a window, so that long sentences cost no more.
int tense_around(const Lexemes& lexemes, size_t first, size_t end);

}  // namespace readout::dates
