// What stands beside a number or a name and tells whether it is a date.
#pragma once

#include <cstddef>

#include "reading/lexemes.h"

namespace readout::dates {

// Whether lexemes [i, end) stand free: digits behind a currency, in a decimal, a version or a word are no dates.
bool stands_free(const Lexemes& lexemes, size_t i, size_t end);

// Whether a word before lexeme `i` makes a bare month, year or season a time: in, since, until, early ...
bool after_time_preposition(const Lexemes& lexemes, size_t i);

// Whether lexeme `i` is what the number before it counts or measures.
bool counts_something(const Lexemes& lexemes, size_t i);

// Whether lexeme `i` looks like a plural noun in lower case.
bool plural_noun(const Lexemes& lexemes, size_t i);

}  // namespace readout::dates
