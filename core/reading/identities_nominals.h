// People spoken of by their office: the roles that the article gives its people, and the phrases ("the Russian
// premier", "his Chinese counterpart") that point back to them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/identities_words.h"
#include "reading/values.h"

namespace readout::naming {

// What a role says: "Russian Prime Minister" is {head of government, RU}.
struct Post {
  std::string office;
  std::string country;  // ISO code; empty: not said
  wording::Gender gender = wording::Gender::kUnknown;
  bool former = false;  // "former", "then", or with a year: no longer held
};

// A phrase headed by an office, outside names and their roles.
struct OfficePhrase {
  Span span;                 // from its determiner on
  uint32_t first_token = 0;  // of the office's own words
  uint32_t last_token = 0;   // half-open
  Post post;
  bool counterpart = false;  // "his Chinese counterpart"
};

// The post that the words of a role give; none where no office is among them.
std::optional<Post> read_post(std::string_view role, const wording::WordLists& lists);

// How many of the words that a name begins with are a role: "chinese president xi jinping" has two; 0 where none, or
// where nothing would be left. Words are folded.
size_t leading_role(const std::vector<std::string>& words, const wording::WordLists& lists);

// The span of the role that stands in apposition after the name ending before token `after`: "Lee, the mayor of
// Vessby, ..."; none where what follows the comma is no role. Looks at most 16 tokens ahead.
std::optional<Span> role_after(const std::vector<wording::Word>& words, const std::vector<bool>& in_name,
                               std::string_view text, uint32_t after);

// All office phrases of the text that a definite word makes point to somebody. `taken` says of every token whether it
// belongs to a name or to the role beside one. O(tokens).
std::vector<OfficePhrase> find_office_phrases(std::string_view text, const std::vector<wording::Word>& words,
                                              const std::vector<bool>& in_name, const std::vector<bool>& taken,
                                              const wording::WordLists& lists);

// Whether a phrase of post `phrase` may mean somebody of post `held`: the same office, or a leader's, no two different
// countries, and both of now or both of before: "the president" is not a former one.
bool post_fits(const Post& phrase, const Post& held);

}  // namespace readout::naming
