// What words say of the deed beside them: planned, only thought of, or left undone. By lists and by the order of words,
// whatever the tree makes of them; see events_status.h for what the tree tells.
#pragma once

#include <string_view>

#include "reading/events_syntax.h"
#include "reading/values.h"

namespace readout::events {

// What a verb or adjective ("plan", "try", "refuse"), and what a noun ("decision", "attempt", "refusal") makes of its
// complement; asserted where it makes nothing of it.
EventStatus meaning_of(std::string_view lemma);
EventStatus meaning_of_noun(std::string_view lemma);

// By the words right before the verb: "avoided criticising", "considered backing", "the idea of meeting".
EventStatus status_before(const Trees& trees, uint32_t t);

// "demanded Peru leave", "crucial that he concede"; "wanted the minister arrested".
bool is_demanded(const Trees& trees, uint32_t t);
bool is_wanted(const Trees& trees, uint32_t t);

// "talks about leaving, freeing them, barring others": the third and later of such a list.
bool is_talked_of(const Trees& trees, uint32_t t);

// "at times she would meet him": told of the past, as often as it was so.
bool is_habit(const Trees& trees, uint32_t t);

// "are meeting next week", "she visits Peru tomorrow": the present tense of what is still to come.
bool is_timetabled(const Trees& trees, uint32_t t);

// "did not endorse anybody until May": it did then.
bool waits(const Trees& trees, uint32_t t);

// "perhaps", "possibly"
bool is_guess(std::string_view adverb);

// "not endorse her and instead support him": what is done in another's place.
bool replaces(const Trees& trees, uint32_t t);

// "last year", "a week ago" behind the verb, in its clause.
bool is_of_past(const Trees& trees, uint32_t t);

// "could not agree more": does, and much.
bool is_emphatic(const Trees& trees, uint32_t t);

// "banned him from going": a deed that somebody is kept from.
bool is_kept_from(const Trees& trees, uint32_t t);

// "if he said that ...": whether the clause of `t` is a condition.
bool is_conditional(const Trees& trees, uint32_t t);

// "suggests that Lee, who has money and has their support, faces a challenge": of the relative clause, which is told by
// itself, though the tree takes it for what is suggested.
bool is_of_relative(const Trees& trees, uint32_t t);

// "no matter who", "no doubt": nothing is denied.
bool is_no_denial(const Trees& trees, uint32_t no);

// "No Vessby executive has been charged": by the order of words, whatever the tree makes of the subject.
bool is_of_none(const Trees& trees, uint32_t t);

// "given Lee's attacks on them": what is taken for a fact, whatever the clause around it supposes.
bool is_given(const Trees& trees, uint32_t t);

// "let us support them"
bool is_exhorted(const Trees& trees, uint32_t t);

// "Peru to sue Chile": planned; "Lee Calls On Roe To Resign": asked. By an infinitive that is the root of its line.
EventStatus status_of_headline(const Trees& trees, uint32_t t);

// "did not say that he will go"
bool is_unsaid(const Trees& trees, uint32_t t);

// "no evidence that he went", "not any sign that he had gone"
bool is_unproven(const Trees& trees, uint32_t t);

// "I must thank them": what is done by saying so.
bool is_performed(const Trees& trees, uint32_t t);

// Whether the verb `above` is of "we cannot allow them to ...": whose complement is only feared.
bool is_left_undone_by(const Trees& trees, uint32_t above);

// "took to the stage to attack him": what is only said is said with the verb `above`.
bool is_said_at_once(const Trees& trees, uint32_t t, uint32_t above);

// "if you had a group that was killing people": of what is only supposed.
bool is_supposed(const Trees& trees, uint32_t t);

// Verbs of opinion ("favour"), verbs that take their object for a fact ("condemn"), and those that do so with what is
// somebody's own ("discuss his attacks").
bool weighs(std::string_view verb);
bool presupposes(std::string_view verb);
bool talks_of(std::string_view verb);

// "was shocked to get a call"
bool is_felt(const Trees& trees, uint32_t adjective);

}  // namespace readout::events
