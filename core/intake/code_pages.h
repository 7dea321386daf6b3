// Single-byte code pages as Unicode's mapping files give them (unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS).
#pragma once

#include <cstdint>

namespace readout::intake {

// The character of a byte from 0x80 up; 0 where the page leaves the byte undefined.
char32_t windows_1252(uint8_t byte);
char32_t windows_1251(uint8_t byte);

// The byte that a program writing Windows-1252 would use for the character, or -1. Undefined bytes come back as the
// C1 control of the same number, as browsers read them, so that text decoded twice can be traced back.
int windows_1252_byte(char32_t c);

}  // namespace readout::intake
