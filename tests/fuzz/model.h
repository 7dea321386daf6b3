// The built-in model, loaded once a process.
#pragma once

#include "readout.h"

namespace readout::fuzz {

const Model& model();

}  // namespace readout::fuzz
