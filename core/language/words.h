// What a word looks like and what is known of it, as integers: computed once a token, then all features are hashed
// from these.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/tokenizer.h"
#include "text/result.h"

namespace readout {

// How a word is written. The low three bits are the capitals.
enum WordShape : uint8_t {
  kSmall = 0,
  kInitialCapital = 1,
  kAllCapitals = 2,
  kMixedCapitals = 3,
  kNoLetters = 4,
  kCapitalsMask = 7,
  kHasDigit = 8,
  kHasHyphen = 16,
  kHasStop = 32,
  kHasMark = 64,
};

constexpr uint8_t kNoTag = 255;

// Parts of speech and kinds that a dictionary gives a word: WordFeatures::known_as.
enum Known : uint8_t {
  kKnownNoun = 1,
  kKnownVerb = 2,
  kKnownAdjective = 4,
  kKnownAdverb = 8,
  kKnownPerson = 16,
  kKnownLocation = 32,
  kKnownGroup = 64,
  kKnownInstance = 128,
};

struct WordFeatures {
  uint32_t form = 0;  // hash of the word in lower case, digits as 0, apostrophes straight
  uint32_t suffix2 = 0;
  uint32_t suffix3 = 0;
  uint32_t suffix4 = 0;
  uint32_t prefix2 = 0;
  uint32_t prefix3 = 0;
  uint16_t word_class = 0;  // exchange cluster, 0: unknown
  uint8_t coarse_class = 0;
  uint8_t shape = 0;
  uint8_t known_as = 0;       // bits of Known
  uint8_t only_tag = kNoTag;  // the one tag it nearly always has
};

// Words with their classes and their only tag, from the model file. Line form, sorted:
// word TAB class TAB coarse class TAB dictionary bits TAB only tag (255: none)
class WordTable {
 public:
  // Errors: "model-malformed". Empty bytes give an empty table.
  static Result<WordTable> parse(std::string_view lines);

  // Everything of WordFeatures for `word`. O(bytes), the first 64 count.
  WordFeatures features_of(std::string_view word) const;
  // The same for the words at `spans`, appended to `out`.
  void features_of(std::string_view text, std::span<const Span> spans, std::vector<WordFeatures>& out) const;

  bool empty() const { return slots_.empty(); }

 private:
  struct Slot {
    uint32_t form = 0;  // 0: free
    uint16_t word_class = 0;
    uint8_t coarse_class = 0;
    uint8_t known_as = 0;
    uint8_t only_tag = kNoTag;
  };
  const Slot* find(uint32_t form) const;
  void add_known(WordFeatures& features) const;
  std::vector<Slot> slots_;
};

// WordFeatures::form alone, and the form that it is the hash of.
uint32_t form_of(std::string_view word);
std::string normal_form(std::string_view word);

}  // namespace readout
