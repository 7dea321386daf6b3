// The word lists that the reading stages use, loaded once from the model and shared between threads.
#pragma once

#include <memory>

#include "text/bundle.h"
#include "text/result.h"

namespace readout {

// Each stage declares its own part in its own folder file and keeps it here by type, so that a stage can grow its
// lists without touching the others. Copies what it needs from the bundle.
class ReadingLexicons {
 public:
  ReadingLexicons();
  ~ReadingLexicons();
  ReadingLexicons(ReadingLexicons&&) noexcept;
  ReadingLexicons& operator=(ReadingLexicons&&) noexcept;

  // Errors: "model-malformed" where a section is missing or cannot be read.
  static Result<ReadingLexicons> load(const Bundle& bundle);

  struct Parts;
  const Parts& parts() const { return *parts_; }

 private:
  std::unique_ptr<const Parts> parts_;
};

}  // namespace readout
