// Finds the line that is an article's title.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "intake/lines.h"

namespace readout::intake {

// A page's first line is often its <title>: the headline, a dash or bar, the site's name.
struct TitleLine {
  Span title;
  std::optional<Span> site;
};

// Line 0 taken apart at its last (or first) " - ", " | ", " – ", " :: " and the like.
TitleLine title_line(const Page& page);

// The distinct words of the page's title, sorted: of the one given, or else of line 0 without the site's name; empty
// where line 0 is a menu's or a notice.
std::vector<WordKey> page_title_keys(const Page& page, const std::optional<std::string>& given);

struct Headline {
  int64_t line = -1;
  bool by_shape = false;  // nothing says so but its shape and place
};

// The line before or at `body` (the first line of running text) that says what the given title or the page's first line
// says; else a line shaped like a headline, at `body` or the nearest above it; else -1. Linear in the lines above.
Headline find_headline(const Page& page, const std::optional<std::string>& given, int64_t body);

}  // namespace readout::intake
