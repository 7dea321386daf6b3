// SHA-256 (FIPS 180-4): the fingerprint that ties every line of a dossier to the bytes that it was read from.
#pragma once

#include <string>
#include <string_view>

namespace readout {

// Lower-case hexadecimal, 64 characters. O(bytes).
std::string sha256_hex(std::string_view bytes);

}  // namespace readout
