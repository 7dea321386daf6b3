// Values in the plain words that the margin and the tables show.
#pragma once

#include <string>
#include <string_view>

#include "reading/values.h"

namespace readout::desk {

// "240 billion", "12,345.6": every digit that the value has, grouped for reading.
std::string number_text(double value);

// "about 240 billion USD", "1.6%", "40 to 50 km"; empty where the figure has no value.
std::string value_text(const Figure& figure);

// "a target", "a forecast", "a change"...; empty for a plain value.
std::string_view role_text(FigureRole role);

// "24 May 2023", "week 21 of 2023", "2 days"; a value that has no such form comes back as it is.
std::string date_text(std::string_view timex);

// How exact a TIMEX3 date is: "day", "week", "month", "quarter", "half-year", "season", "year"; empty for anything
// else.
std::string_view precision_of(std::string_view timex);

// "a meeting or talks" for CONSULT; a code that is not known comes back as it is.
std::string event_text(std::string_view code);

// "direct", "partly direct", "reported"
std::string_view kind_text(QuotationKind kind);

// "neutral", "doubting"...; empty where unknown.
std::string_view stance_text(CueClass cue);

}  // namespace readout::desk
