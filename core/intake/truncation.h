// Whether an article's own text ends before the article does.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "intake/kinds.h"
#include "intake/lines.h"
#include "text/article.h"

namespace readout::intake {

// Where "[+1234 chars]" begins, with which news interfaces end the texts that they cut.
std::optional<uint32_t> cut_mark(std::string_view text, const Line& line);

// A notice to go on elsewhere counts only where it follows the last paragraph; a notice about paying above or below an
// article that comes to an end does not; nor does a lone "Read more:" after a finished sentence.
std::optional<Truncation> find_truncation(const Page& page, const Judgement& judgement);

}  // namespace readout::intake
