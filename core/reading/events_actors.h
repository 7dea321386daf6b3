// Whose a party is and of which kind: the country and sector of an event's actors (PLOVER's actor coding).
//
// Read from the entity's country, its roles, its type and the words of its name, by the lists actor_names, actor_nouns
// and countries. A state or its capital stands for its government. What the words do not say stays empty.
#pragma once

#include <string_view>

#include "reading/events_lexicon.h"
#include "reading/identities_words.h"
#include "reading/values.h"

namespace readout::events {

// O(words of the entity's name and roles).
Actor describe_actor(EntityId id, const Entity& entity, const EventLexicon& lexicon, const wording::WordLists& lists);

}  // namespace readout::events
