// Bytes to text: which encoding, how sure, and UTF-8 with every wrong byte replaced, never dropped in silence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/result.h"

namespace readout {

enum class Encoding : uint8_t { kUtf8, kUtf16Le, kUtf16Be, kWindows1252, kWindows1251, kLatin1 };

struct Decoded {
  std::string text;  // valid UTF-8, line ends as LF, no byte order mark
  Encoding encoding = Encoding::kUtf8;
  double confidence = 1;              // 0 to 1: how sure the encoding is
  std::vector<uint64_t> wrong_bytes;  // offsets in `bytes` of what could not be decoded, at most the first 100
  bool double_encoded = false;  // "â€œ": UTF-8 read as Windows-1252 and encoded again; offered for repair, never done
};

struct DecodeLimits {
  uint64_t max_bytes = 64ull << 20;
};

// Errors: "empty-file", "binary-file", "file-too-large".
Result<Decoded> decode(std::string_view bytes, const DecodeLimits& limits = {});

// The text with its double encoding undone.
std::string repair_double_encoding(std::string_view text);

}  // namespace readout
