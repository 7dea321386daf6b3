// The words of a text as the search counts them: what a reader would type. Cut from the characters alone, so that every
// language and every reading can be searched; a query is cut the same way as the texts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/span.h"

namespace readout::search {

// Longer words are broken up, so that a length fits one byte.
constexpr uint32_t kLongestWord = 240;  // bytes

// The first word that begins at or after `at`: a run of letters and digits with the apostrophes ("don't"), the points
// of abbreviations ("U.S.") and the separators of numbers ("1,234.5") inside it. A possessive "'s" is a word of its
// own; hyphens part words; a character of a script without spaces stands alone. Empty, at the end of the text, where
// there is none. O(word + what is skipped).
Span next_word(std::string_view text, uint32_t at);

// The form under which spellings of one word meet: unicode::fold.
std::string folded(std::string_view word);

// True for words that tell the grammar and not the topic, in English; `folded` is folded.
bool is_function_word(std::string_view folded);

}  // namespace readout::search
