// What a clause says around its predicate: who does it and to whom.
#pragma once

#include <string_view>
#include <vector>

#include "reading/events_syntax.h"

namespace readout::events {

// The nouns that act in the clause of verb `t`: its own subject, the agent of a passive, or the one that it shares with
// the verb above it (conjunction, control, relative clause). Empty where nobody is named.
std::vector<uint32_t> agents(const Trees& trees, uint32_t t);

// The nouns that the verb's action is done to, where the words put them before it: the subject of a passive, the noun
// of a reduced relative clause ("documents signed by ...").
std::vector<uint32_t> patients(const Trees& trees, uint32_t t);

// The subject of the clause as the words have it, active or passive.
std::vector<uint32_t> clause_subject(const Trees& trees, uint32_t t);

// "say", "report" and the like.
bool is_saying(std::string_view verb);

// Whether the object of a verb does what its complement says ("urged Lee to leave").
bool object_acts(std::string_view verb);

// Whether `c` was taken for the agent of its verb though no "by" stands before it: its object, most often.
bool is_bare_agent(const Trees& trees, uint32_t c);

bool is_passive(const Trees& trees, uint32_t t);

// The verb of saying that reports the clause of `t` ("X said ...", "..., X said"); kNone where none does.
uint32_t reporting_verb(const Trees& trees, uint32_t t);

}  // namespace readout::events
