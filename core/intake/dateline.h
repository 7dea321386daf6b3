// The dateline that opens a news report: "BEIJING, May 24 (Reuters) - ...", "BERLIN (AP) — ...".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/span.h"

namespace readout::intake {

struct Dateline {
  std::string place;
  bool shouted = false;        // the place stands in capitals
  std::optional<Span> agency;  // bytes of the line: what stands in brackets
};

// A place in capitals, or any capitalised place with brackets after it, then a dash. Looks at the first 90 bytes.
std::optional<Dateline> dateline_of(std::string_view line);

}  // namespace readout::intake
