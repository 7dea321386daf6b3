// Whom a predicate is done to: from its frame, else from the nouns that hang nearest below it.
#pragma once

#include <string_view>
#include <vector>

#include "reading/events_lexicon.h"
#include "reading/events_parties.h"
#include "reading/events_phrases.h"
#include "reading/events_syntax.h"

namespace readout::events {

// Every search visits at most a fixed number of tokens.
class Targets {
 public:
  Targets(const Trees& trees, Parties& parties, const EventLexicon& lexicon, const Phrases& phrases)
      : trees_(trees), parties_(parties), lexicon_(lexicon), phrases_(phrases) {}

  // The sentence that is read now ends before this token.
  void set_end(uint32_t last) { last_ = last; }

  // Parties that the preposition introduces among the nouns below `t`, the nearest level first: "held talks in Lima
  // with Peru" has "with" under "Lima" as often as under "talks".
  std::vector<EntityId> by_preposition(uint32_t t, std::string_view preposition);

  // The same, else by the order of words.
  std::vector<EntityId> introduced(uint32_t t, std::string_view preposition);

  // The targets of verb `t` whose object (or, in the passive, subject) is `object`. Empty where nobody is named.
  std::vector<EntityId> of_verb(uint32_t t, uint32_t object, const Predicate& entry,
                                const std::vector<EntityId>& sources);

  // The targets of event noun `t` by the prepositions of its entry.
  std::vector<EntityId> of_noun(uint32_t t, const Predicate& entry, const std::vector<EntityId>& sources);

  // The nearest parties below `t` that are not the sources; `places`: those that "in" or "at" introduces instead.
  std::vector<EntityId> nearest(uint32_t t, bool places, const std::vector<EntityId>& sources);

 private:
  // As of_verb, with what the object only bears the name of.
  std::vector<EntityId> taken_by_verb(uint32_t t, uint32_t object, const Predicate& entry,
                                      const std::vector<EntityId>& sources);
  // "urged consideration of Lee": of a DEMAND's object that is nobody, whatever it is about.
  bool is_asked_about(uint32_t object, const Predicate& entry) const;
  // "its troops", "a team of experts": what somebody acts with is no other party.
  bool is_means(uint32_t t) const;
  // The object of a verb, a weapon that no country's name stands beside.
  bool is_bare_weapon(uint32_t t) const;
  bool is_actor(uint32_t noun) const;
  // Somebody, not only a thing that can be touched or a number.
  bool is_actor_by_itself(uint32_t noun) const;
  bool is_on_a_thing(uint32_t t, const Predicate& entry) const;
  // The noun that a preposition of the frame introduces and that is no actor; kNone where none is.
  uint32_t taken_slot(uint32_t t, uint32_t object, const Predicate& entry) const;
  bool has_named_compound(uint32_t noun) const;
  bool bears_name(uint32_t noun, uint32_t verb) const;
  // "rounds of sanctions": the sanctions; `noun` itself where it counts nothing.
  uint32_t counted_by(uint32_t noun) const;
  // 'the "Friends of Lee" movement': the noun that a name in quotation marks stands before, where `noun` is in the
  // name; kNone where none does.
  uint32_t behind_quoted(uint32_t noun) const;
  bool is_named_owner(uint32_t noun) const;
  bool is_against(uint32_t noun) const;
  bool is_trade(uint32_t t, uint32_t object) const;
  std::vector<EntityId> in_complement(uint32_t t, const std::vector<EntityId>& sources);
  // By the order of words, where the tree has the preposition elsewhere.
  std::vector<EntityId> in_order(uint32_t t, std::string_view preposition);

  const Trees& trees_;
  Parties& parties_;
  const EventLexicon& lexicon_;
  const Phrases& phrases_;
  uint32_t last_ = 0;
};

// Adds what is not yet there.
void append(std::vector<EntityId>& to, const std::vector<EntityId>& more);
// Takes away what is in `others`.
void subtract(std::vector<EntityId>& from, const std::vector<EntityId>& others);

}  // namespace readout::events
