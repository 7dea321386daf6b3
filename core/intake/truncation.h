// Whether an article's own text ends before the article does.
#pragma once

#include <optional>

#include "intake/kinds.h"
#include "intake/lines.h"
#include "text/article.h"

namespace readout::intake {

// A notice to go on elsewhere counts only where it follows the last paragraph; a notice about paying above or below an
// article that comes to an end does not; nor does a lone "Read more:" after a finished sentence.
std::optional<Truncation> find_truncation(const Page& page, const Judgement& judgement);

}  // namespace readout::intake
