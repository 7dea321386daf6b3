// Pronouns for one person ("he", "her") to the person last in the reader's mind.
#pragma once

#include <vector>

#include "reading/identities_names.h"
#include "reading/identities_words.h"
#include "reading/values.h"

namespace readout::naming {

// A mention as the walk over the article sees it.
struct Reference {
  Span span;
  uint32_t first_token = 0;
  uint32_t last_token = 0;  // half-open
  EntityId entity = 0;
};

// Links he, him, his, she, her, hers to people: those named lately, outside quoted words and first in their sentence
// before others, of a gender that fits (the salience of Lappin and Leass 1994, cut down to what needs no parse).
// `people` are the mentions of persons in text order, `genders` by entity, `quoted` says of every token whether it
// stands inside quotation marks. Where two people fit about equally the mention says so. O(tokens x people in mind),
// of whom at most 12 are kept.
std::vector<Mention> resolve_pronouns(const std::vector<wording::Word>& words, const std::vector<Sentence>& sentences,
                                      const std::vector<Reference>& people, const std::vector<wording::Gender>& genders,
                                      const std::vector<bool>& quoted);

}  // namespace readout::naming
