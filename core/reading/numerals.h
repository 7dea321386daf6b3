// Numbers as English writes them: digits with group marks, decimals, fraction signs and scale words; words; mixtures
// ("1.2 million", "4½", "three crore twelve lakh", "two and a half"). No sign, no unit, no hedge: those are the
// callers'. Parsing is from left to right without backtracking over more than one "and": O(length of the number).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "reading/lexemes.h"

namespace readout::numerals {

struct Numeral {
  size_t end = 0;        // index of the lexeme after it
  double value = 0;      // correctly rounded for up to 15 significant digits
  bool digits = false;   // begins with digits
  bool grouped = false;  // has group marks: 1,234
  bool decimal = false;  // has a decimal part or a fraction
  bool scaled = false;   // has a scale word or suffix: million, bn, dozen
  bool article = false;  // begins with "a": a dozen
  double scale = 1;      // of its last scale word or suffix
  uint8_t length = 0;    // digits of its first run of digits, 0 for words
};

// A cardinal that begins at lexeme `i`. The letters m, b, t and k behind digits are left alone: they may be units.
// `join_and`: whether "and" may join its parts ("a hundred and two"), which it may not after "between".
// Not read: Roman numerals, numbers of three and more dot-separated parts (1.2.3), times and dates with signs inside.
std::optional<Numeral> cardinal(const Lexemes& lexemes, size_t i, bool join_and = true);

// "third", "twenty-first", "101st", "one hundred and first".
std::optional<Numeral> ordinal(const Lexemes& lexemes, size_t i);

// A part of one: "half", "a quarter", "two-thirds", "3/4", "½". The value is below 1 except for improper fractions
// in words ("five quarters").
std::optional<Numeral> fraction(const Lexemes& lexemes, size_t i);

// What a vulgar fraction sign is worth; 0 for any other character.
double fraction_sign(char32_t c);

}  // namespace readout::numerals
