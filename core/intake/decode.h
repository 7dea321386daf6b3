// Bytes to text: which encoding, how sure, and UTF-8 with every wrong byte replaced, never dropped in silence.
//
// Read here: UTF-8 and UTF-16 with and without byte order mark, Windows-1252, Windows-1251, ISO-8859-1. Not read here:
// UTF-32, KOI8, Greek, Turkish, Hebrew, Arabic and East Asian code pages; text in these comes out as one of the above
// with a low confidence, and the page decodes it with the browser's decoder.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/result.h"

namespace readout {

enum class Encoding : uint8_t { kUtf8, kUtf16Le, kUtf16Be, kWindows1252, kWindows1251, kLatin1 };

// The encoding's name in the Encoding Standard ("utf-8", "utf-16le", "windows-1252", "iso-8859-1", ...).
std::string_view name_of(Encoding encoding);

struct Decoded {
  std::string text;  // valid UTF-8, line ends as LF, no byte order mark
  Encoding encoding = Encoding::kUtf8;
  double confidence = 1;              // 0 to 1: how sure the encoding is; 1 for a mark or flawless UTF-8
  std::vector<uint64_t> wrong_bytes;  // offsets in `bytes` of what could not be decoded, at most the first 100
  bool double_encoded = false;  // "â€œ": UTF-8 read as Windows-1252 and encoded again; offered for repair, never done
};

struct DecodeLimits {
  uint64_t max_bytes = 64ull << 20;
};

// Linear in `bytes`. Errors: "empty-file", "binary-file" (a known format's signature, or too many control characters),
// "file-too-large".
Result<Decoded> decode(std::string_view bytes, const DecodeLimits& limits = {});

// The text with its double encoding undone; words that are not double-encoded stay as they are.
std::string repair_double_encoding(std::string_view text);

}  // namespace readout
