// Text to words, by the conventions of UD English EWT and GUM: clitics stand alone ("do"+"n't", "Li"+"'s"), hyphens
// part compounds but not prefixes ("US"+"-"+"led", "non-nuclear"), addresses and numbers stay whole, currency and
// percent signs stand alone.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace readout {

// Appends the spans of the words of text[within], in order and without overlap, each on character boundaries and not
// empty. White space lies in none; every other character lies in exactly one. `text` is valid UTF-8. O(bytes).
void tokenize(std::string_view text, Span within, std::vector<Span>& out);

// Whether tokenize() certainly makes one word of all of `text`: it is of ASCII letters, and none that it cuts.
bool is_plain_word(std::string_view text);

// Whether `word`, which ends in a full stop, is a known abbreviation that hardly ever ends a sentence ("Mr.", "Gen.").
bool is_title_abbreviation(std::string_view word);

}  // namespace readout
