// An expression's text to the states that search/regex.h runs (Thompson 1968), by recursive descent.
#pragma once

#include <string_view>
#include <vector>

#include "search/regex.h"
#include "text/result.h"
#include "text/unicode.h"

namespace readout::search {

struct RegexProgram {
  std::vector<Regex::State> states;  // the first is the beginning
  std::vector<Regex::Class> classes;
};

// The grammar is in search/regex.h, as are the errors. At most Regex::kMostStates states; groups 40 deep. O(expression
// + states).
Result<RegexProgram> compile_program(std::string_view expression);

// What \w takes.
inline bool is_word(char32_t c) { return c == '_' || unicode::is_letter(c) || unicode::is_number(c); }

// The character as it is compared: lower case, quotation marks straight.
inline char32_t plain(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
  if (c == 0x2018 || c == 0x2019) return '\'';
  if (c == 0x201C || c == 0x201D) return '"';
  if (c == 0x00A0) return ' ';
  return unicode::to_lower(c);
}

}  // namespace readout::search
