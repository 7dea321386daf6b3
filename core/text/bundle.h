// The model file: a checked container of named sections. Lexicon sections are the TSV files of core/data, comments
// removed; weight sections are what core/tools/train wrote. Made by core/tools/pack, read-only afterwards.
//
// Layout (little-endian): "RDOUT" 0x00, u16 format version (kBundleVersion), u32 section count; for each section a u8
// name length, the name, u64 offset and u64 size; then the sections' bytes, each begun at a multiple of 8; then the
// 64 hexadecimal characters of the SHA-256 of all before them, which name the content; last 16 of a checksum of all
// before these, which is what loading verifies (a SHA-256 would take as long as all the rest of it). A truncated or
// altered file is refused; the checksum is no guard against a forger.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/result.h"

namespace readout {

constexpr uint16_t kBundleVersion = 2;

// Views into the caller's bytes, which must outlive it.
class Bundle {
 public:
  // Errors: "model-truncated", "model-version", "model-altered", "model-malformed".
  static Result<Bundle> open(std::string_view bytes);

  // The section's bytes; empty where there is none of that name. O(log sections).
  std::string_view section(std::string_view name) const;
  bool has(std::string_view name) const;

  // First 12 characters of the content's hash: names the model in every reading.
  std::string version() const { return version_; }

 private:
  std::vector<std::pair<std::string, std::string_view>> sections_;  // sorted by name
  std::string version_;
};

// Writes a bundle; sections are sorted by name, so the same sections give the same bytes.
std::string write_bundle(std::vector<std::pair<std::string, std::string>> sections);

}  // namespace readout
