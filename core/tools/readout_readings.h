// Readings from standard input, for the commands that take them.
#pragma once

#include <functional>

#include "reading/values.h"

namespace readout::cli {

// Gives every reading of the NDJSON on standard input to `take`, in order, without tokens and names. Lines that are no
// reading, and ids given twice, are named on standard error; true where there was none, and the input was read to its
// end. Memory: the lines in hand and 32 bytes an id.
bool take_readings(unsigned jobs, const std::function<void(Reading)>& take);

}  // namespace readout::cli
