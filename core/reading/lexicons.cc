#include "reading/lexicons.h"

#include <utility>

#include "reading/lexicon_parts.h"

namespace readout {

ReadingLexicons::ReadingLexicons() : parts_(std::make_unique<const Parts>()) {}
ReadingLexicons::~ReadingLexicons() = default;
ReadingLexicons::ReadingLexicons(ReadingLexicons&&) noexcept = default;
ReadingLexicons& ReadingLexicons::operator=(ReadingLexicons&&) noexcept = default;

Result<ReadingLexicons> ReadingLexicons::load(const Bundle& bundle) {
  ReadingLexicons lexicons;
  auto parts = std::make_unique<Parts>();
  auto words = wording::WordLists::load(bundle);
  if (!words) return words.error();
  parts->words = std::move(words).value();
  if (!parts->quantities.load(bundle)) {
    return Error{"model-malformed", "The word lists of dates and figures cannot be read: fetch the program again.", {}};
  }
  if (!parts->events.load(bundle)) {
    return Error{"model-malformed", "The word lists of events cannot be read: fetch the program again.", {}};
  }
  lexicons.parts_ = std::move(parts);
  return lexicons;
}

}  // namespace readout
