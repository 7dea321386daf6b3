// When articles were published and of which days they tell, for telling a happening from the next one of its kind.
//
// A date given beside an article is often that of a copy or of a crawl, so it is believed to part two articles only
// where their texts bear it out: they were written a season apart if the earlier names the year it is given, and the
// later a time after the earlier was published.
#pragma once

#include <cstdint>
#include <optional>

#include "reading/values.h"

namespace readout::collation {

// First and last day on which something may have been, on a scale where months have 31 days: exact enough for telling
// weeks from seasons.
struct Days {
  int64_t first = 0;
  int64_t last = 0;
};

struct StoryDays {
  std::optional<Days> published;  // none where it is not known
  std::optional<Days> told;       // the latest day that the text writes in full, no later than its publication
  int64_t written_after = 0;      // what the text itself shows; 0 where it shows nothing
  bool borne_out = false;         // the date of publication is taken from the text, or the text names its year
};

// O(dates).
StoryDays days_of(const Reading& reading);

// How much of the likeness of their words is left: all where the days are near or not known, three quarters after a
// season, half beyond it.
float nearness(const StoryDays& a, const StoryDays& b);

// Both texts bear out that they were written more than a season apart, and neither speaks of the other's days.
bool seasons_apart(const StoryDays& a, const StoryDays& b);

}  // namespace readout::collation
