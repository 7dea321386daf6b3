// Numbers written in digits: groups, decimals, fraction signs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "reading/lexemes.h"

namespace readout::numerals {

struct Digits {
  size_t end = 0;
  uint64_t mantissa = 0;
  int exponent = 0;
  bool grouped = false;
  bool decimal = false;
  double fraction = 0;  // of a fraction sign or of "1/2" behind it
};

// mantissa x 10^exponent with one rounding: both factors are exact below 2^53 and 10^22.
double decimal_value(uint64_t mantissa, int exponent);

// End of the groups behind the first run of digits at `i`, or `i + 1` where there are none. The last group has three
// digits; Indian groups before it have two.
size_t end_of_groups(const Lexemes& lexemes, size_t i);

// The number of digits that begins at lexeme `i`; none where it is no number (1.2.3) or has more than 18 digits.
std::optional<Digits> read_digits(const Lexemes& lexemes, size_t i);

}  // namespace readout::numerals
