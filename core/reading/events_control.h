// Who does what a verb without a subject of its own says, where the tree alone does not tell: circumstances that hang
// on the wrong word, and deeds that somebody is blamed or praised for. Questions to one sentence, each bounded.
#pragma once

#include "reading/events_syntax.h"

namespace readout::events {

// "began her speech before the club by attacking ...": the verb of the clause that a circumstance with "by", "while",
// "before" and the like belongs to, where the tree hangs it on a noun. kNone where `t` is none.
uint32_t main_of_adjunct(const Trees& trees, uint32_t t);

// "sued Peru for shelling ...", "railed against the court for backing him": the noun whose deed the clause of `t` is.
// The verb itself where it is passive ("was fined for ..."): its subject. kNone where `t` is no such clause.
uint32_t blamed_for(const Trees& trees, uint32_t t);

// "asked him to run and armed his campaign": a verb in the past that the tree joins to an infinitive belongs to the
// verb above that; kNone where `t` is no such verb.
uint32_t finite_above(const Trees& trees, uint32_t t);

// The noun that a finite verb `t`, taken for a participle of `noun`, has as its subject: the head of the phrase in
// which `noun` follows a preposition. `noun` itself where nothing contradicts the tree.
uint32_t head_of_phrase(const Trees& trees, uint32_t t, uint32_t noun);

// Whether "by" stands before the phrase of `c`, behind its verb, wherever the tree hangs that word.
bool is_behind_by(const Trees& trees, uint32_t c);

// "greeted by thousands of Germans protesting ...": the agent that a participle right behind its phrase describes;
// kNone where `t` is none.
uint32_t described_agent(const Trees& trees, uint32_t t);

// "a surge which they say helps", "the man whom officials say attacked it": the noun that the relative clause is of,
// the subject of what is said of it; the pronoun where the tree does not tell the noun. kNone where `t` is no such
// verb.
uint32_t antecedent_of_told(const Trees& trees, uint32_t t);

// "the firm that they hired to inspect it": the firm inspects. kNone where `t` is no such verb.
uint32_t hired_for(const Trees& trees, uint32_t t);

// "letting them go, barring others": the participle before with which a participle shares its subject, where the tree
// gives it that of the bare verb between. kNone where `t` is none.
uint32_t listed_with(const Trees& trees, uint32_t t);

// "hackers backing President Lee broke in": the noun before the participle, where the tree takes Lee for the subject
// of the finite verb. `subject` itself where nothing contradicts the tree.
uint32_t modified_subject(const Trees& trees, uint32_t t, uint32_t subject);

// "had no knowledge of fraud or hacking", "stung over mocking him in an app": whether nothing in the clause says whose
// deed the gerund at `t` is, whatever the tree hangs it on.
bool is_of_no_subject(const Trees& trees, uint32_t t);

// Whether the verb ends in "-ing" and has no auxiliary.
bool is_gerund(const Trees& trees, uint32_t t);

}  // namespace readout::events
