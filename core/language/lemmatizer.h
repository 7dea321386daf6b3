// Lemmas from tags: irregular forms from a list, regular ones by the endings that the tag tells.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "language/tagset.h"
#include "text/bundle.h"

namespace readout {

class Lemmatizer {
 public:
  // Reads the section "lexicon/irregular_forms": form, part of speech, Penn tag, lemma. It may be missing.
  static Lemmatizer build(const Bundle& bundle);

  // The lemma of `word`, whose WordFeatures::form is `form`; lower case but for names. O(bytes).
  std::string lemma_of(std::string_view word, uint32_t form, TagId tag) const;

 private:
  static uint64_t key_of(uint32_t form, TagId tag) { return (uint64_t{form} << 8) | tag; }
  std::unordered_map<uint64_t, std::string> irregular_;
};

}  // namespace readout
