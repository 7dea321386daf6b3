// Which language a text is in, as far as Readout needs to know.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace readout {

struct LanguageGuess {
  std::string code = "und";  // ISO 639-1, or "und" where nothing can be told
  std::string limits;        // what is therefore not attempted, for a reporter; empty for English
};

// By script, and for Latin script by the most frequent function words of fourteen languages, over some five
// hundred words from all parts of the text. A text too short to tell counts as English where it is written in plain
// Latin letters.
LanguageGuess guess_language(std::string_view text, const std::vector<Span>& tokens);

}  // namespace readout
