// Dates that a page states about itself ("Updated 24 May 2023", "2023-05-24T10:00Z", "Friday, January 4, 2019"):
// whole calendar days in figures or with an English month. Dates inside the story are the reading's business.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/span.h"

namespace readout::intake {

struct StatedDate {
  std::string value;      // YYYY-MM-DD
  Span span;              // bytes of the text given
  bool labelled = false;  // a word such as "Published" or "Updated" stands before it
  bool updated = false;   // that word says it is the date of a change
  bool alone = false;     // the line says nothing else (a time, a zone and the label aside)
};

// The first full date of a line. Looks at the first 300 bytes. Figures such as 04/05/2023, which two countries read
// differently, are no date unless one of the numbers is above 12.
std::optional<StatedDate> stated_date(std::string_view line);

}  // namespace readout::intake
