// Pronouns and office phrases to the people they mean: a walk over the article with the people last in mind.
#pragma once

#include <string_view>
#include <vector>

#include "reading/identities_names.h"
#include "reading/identities_nominals.h"
#include "reading/identities_words.h"
#include "reading/values.h"

namespace readout::naming {

// A mention of a named person as the walk sees it.
struct Reference {
  Span span;
  uint32_t first_token = 0;
  uint32_t last_token = 0;  // half-open
  EntityId entity = 0;
};

// What is known of the article's people, by entity; entities that are no people have no posts.
struct People {
  std::vector<Entity>& entities;
  std::vector<wording::Gender> genders;
  std::vector<std::vector<Post>> posts;
};

// The article as the walk reads it; all views outlive it. `quoted` says of every token whether it stands inside
// quotation marks.
struct WalkContext {
  std::string_view text;
  const std::vector<wording::Word>& words;
  const std::vector<Token>& tokens;
  const std::vector<Sentence>& sentences;
  const std::vector<bool>& quoted;
  const std::vector<bool>& taken;            // by a name or the role beside one
  const std::vector<Reference>& named;       // in text order
  const std::vector<OfficePhrase>& phrases;  // in text order
  const wording::WordLists& lists;
};

// Links he, him, his, she, her, hers to people by salience (Lappin and Leass 1994; identities_pronouns.h says what
// counts): to whom a clause that opens a sentence looks ahead, else to the most salient of those whose gender fits and
// whom binding does not bar, else, where nobody is in mind, to the one whom the article names by far most often. People
// without a name ("a woman", "the gunman") are remembered, and take their pronouns without becoming an entity; so a
// pronoun may stay without a mention. Whoever is always "she" is taken for a woman, in a second reading.
// Links office phrases to the person named beside them between commas, else to the one last mentioned whose post fits;
// "his counterpart" to the holder of the same office in the country said. An office of a country that the article gives
// nobody for becomes an entity of its own, added to `people`, that says so. Where two people fit about equally the
// mention says so. Not supported: it, they, and he or she for what is no person.
// O(tokens x people in mind), of whom at most 12 are kept, and O(phrases x people with posts), at most 64.
std::vector<Mention> resolve_references(const WalkContext& context, People& people);

}  // namespace readout::naming
