// What holds of every reading, whatever the text: what the fuzzers check beside not crashing.
#pragma once

#include <string>
#include <string_view>

#include "reading/values.h"

namespace readout::fuzz {

// Ends the program with `what` on standard error, so that the fuzzer keeps the input.
void must(bool holds, std::string_view what);

// Text is valid UTF-8; every span lies inside it on character boundaries; blocks, sentences, tokens and names are in
// order and do not overlap, mentions nest at most; every reference points at something.
void check(const Reading& reading);

}  // namespace readout::fuzz
