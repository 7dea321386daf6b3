// Who did what to whom, when and where, coded with PLOVER roots (Open Event Data Alliance), from the syntax of each
// sentence: verbs, light verbs ("held talks") and nouns ("a visit by ... to ...").
//
// Parties are found through passives, conjunctions, control and relative clauses; where the tree names nobody, by the
// order of words. What an organ does that has no name of its own ("Vessby's army") is done by its state, with the
// organ's sector. Status comes from auxiliaries, negation and the verbs above ("plans to visit"); the date is one that
// the event's own clause or a clause that holds it governs, or none. Not supported: events told over two sentences.
#pragma once

#include <vector>

#include "reading/identities.h"
#include "reading/lexicons.h"
#include "reading/values.h"

namespace readout {

struct Happenings {
  std::vector<Event> events;  // in text order
  // Parties that no name stands for ("Peruvian police"): entities that follow those of the identities, and their
  // mentions. Each is its own entity, never merged with another.
  std::vector<Entity> entities;
  std::vector<Mention> mentions;
};

// An unknown predicate yields no event rather than a wrong one; so does one with no party. Needs a parsed text: without
// syntax there are no events. An event of which two parties do the same to each other has both as sources and no
// targets.
Happenings find_events(const Article& article, const Annotation& language, const Identities& identities,
                       const std::vector<Quotation>& quotations, const std::vector<DateExpression>& dates,
                       const ReadingLexicons& lexicons);

}  // namespace readout
