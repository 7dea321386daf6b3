// The model file, linked into native programs.
#pragma once

#include <string_view>

namespace readout {

std::string_view embedded_model();

}  // namespace readout
