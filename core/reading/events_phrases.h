// What the order of words says of a clause where its tree says nothing: noun phrases before and after a word, by tags
// alone. Tags are right far more often than heads, so these are asked where the tree names no party.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reading/events_syntax.h"

namespace readout::events {

class Phrases {
 public:
  // Holds references. `in_date` and `in_name` say of every token whether it belongs to a date or to a name, which
  // stands for a noun whatever its tag.
  Phrases(const Trees& trees, const std::vector<bool>& in_date, const std::vector<bool>& in_name)
      : trees_(trees), in_date_(in_date), in_name_(in_name) {}

  // The head of the noun phrase that begins right behind token `t`: its last noun or name; Trees::kNone where no
  // phrase begins there. `last` is the end of the sentence.
  uint32_t after(uint32_t t, uint32_t last) const;

  // The heads of the noun phrases, joined by "and", that stand before the finite verb `t` as its subject, over
  // auxiliaries, adverbs, dates, what stands between commas, and the phrases that hang on them by prepositions; empty
  // where the words before the verb do not end in one. `first` is the beginning of the sentence.
  std::vector<uint32_t> before(uint32_t t, uint32_t first) const;

  // The head of the noun phrase behind the first `preposition` to the right of `t` that belongs to `t`: right behind
  // it, its object, a date or a place. Ends with the clause.
  uint32_t behind(uint32_t t, std::string_view preposition, uint32_t last) const;

  // The head of the noun phrase that "and" joins to the phrase which ends in `head`, right behind it; Trees::kNone
  // where none is.
  uint32_t joined(uint32_t head, uint32_t last) const;

  // The names that a list goes on with behind the name which ends in `head`: "A, B and C" from A on; empty where no
  // list of names ends in "and" and a name.
  std::vector<uint32_t> listed(uint32_t head, uint32_t last) const;

  // The preposition right before the noun phrase of `t`, behind token `after`; empty where none stands there.
  std::string_view introduced(uint32_t t, uint32_t after) const;

  // The head of the noun phrase that an infinitive to the right of `t`, in its clause, has as object: "a loan to help
  // Vessby".
  uint32_t purpose(uint32_t t, uint32_t last) const;

  // Whether `t` may stand inside a noun phrase.
  bool in_phrase(uint32_t t) const;

 private:
  bool ends_clause(uint32_t t) const;
  bool is_nominal(uint32_t t) const { return in_name_[t] || trees_.is_nominal(t); }
  uint32_t past_measure(uint32_t t, uint32_t last) const;

  const Trees& trees_;
  const std::vector<bool>& in_date_;
  const std::vector<bool>& in_name_;
};

}  // namespace readout::events
