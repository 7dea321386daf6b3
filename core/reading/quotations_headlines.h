// A headline's quotations beside the fuller words that the article's body gives. Private to quotations.
#pragma once

#include <string_view>
#include <vector>

#include "reading/identities_words.h"
#include "reading/quotations_marks.h"
#include "reading/values.h"

namespace readout::quoting {

// Where the article's headline stands; empty where it has none in its text.
Span headline_of(const Article& article);

// Gives every quotation inside `headline` the one of the body that shares most of its words, if at least two and half
// of them, and does not have another speaker. Inflections of a word count as the word ("firm", "firmly"). What the
// headline leaves out between the words it takes is said in its `doubt`: without "each other" they say something else.
// At most 8 quotations of the headline, 256 of the body, 96 words each.
void align_headlines(std::string_view text, const std::vector<wording::Word>& words,
                     const std::vector<QuotedStretch>& stretches, Span headline, std::vector<Quotation>& quotations);

}  // namespace readout::quoting
