// Countries and bodies spoken of by what they are: "the West", "the former Soviet republic", "its neighbour", "the
// country", "the ministry", "the company".
#pragma once

#include <string_view>
#include <vector>

#include "reading/identities_references.h"
#include "reading/identities_words.h"
#include "reading/values.h"

namespace readout::naming {

// The article as the search reads it; all views outlive it. `named` are all names, of every type, in text order;
// `taken` says of every token whether it belongs to a name or the role beside one.
struct DescriptionContext {
  std::string_view text;
  const std::vector<wording::Word>& words;
  const std::vector<bool>& taken;
  const std::vector<Reference>& named;
  const wording::WordLists& lists;
};

// Mentions for the descriptions that can mean only one of the countries and bodies named just before, or, for "the
// former Soviet republic", in the whole article; where two could be meant, none. "The ministry" goes to the body that
// has the word in its names, or is called so beside one; of several to the only one in the sentence that names any
// last, if that is no more than two sentences back, else to the one that the article names three times as often as any
// other. "The group" goes to a caucus, league or the like, unless a group without a name was told of since. Every link
// that rests on nearness says so in its doubt. "The West" becomes an entity of its own, added to `entities`. O(tokens),
// with at most 16 names kept in mind.
std::vector<Mention> find_descriptions(const DescriptionContext& context, std::vector<Entity>& entities);

}  // namespace readout::naming
