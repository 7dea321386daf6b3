// Lemmas from tags: irregular forms from a list, regular ones by the endings that the tag tells.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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
  // Where a form with a tag stands, or would: open addressing, a power of two.
  size_t slot_of(uint64_t key) const;
  struct Slot {
    uint64_t key = 0;    // form and tag; 0: free, for no form is 0
    uint32_t lemma = 0;  // index into `lemmas_`
  };
  std::vector<Slot> slots_ = std::vector<Slot>(1);
  std::vector<std::string> lemmas_;
};

}  // namespace readout
