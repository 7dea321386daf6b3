// From a noun in a sentence to the entities that act or are acted on.
#pragma once

#include <optional>
#include <vector>

#include "reading/events.h"
#include "reading/events_lexicon.h"
#include "reading/events_syntax.h"

namespace readout::events {

// Looks entities up by token, and makes new ones for actors that no name stands for. One article's state.
class Parties {
 public:
  Parties(const Trees& trees, const Identities& identities, const EventLexicon& lexicon,
          const std::vector<DateExpression>& dates, std::string_view text);

  // The entities that the noun phrase headed by `t` stands for, all conjuncts of it; empty where it is no actor. A
  // thing ("the decision of the court") stands for the one whose it is.
  std::vector<EntityId> of(uint32_t t);

  // The entity that covers token `t` itself.
  std::optional<EntityId> at(uint32_t t) const;
  bool is_place(EntityId entity) const;

  // The entities and mentions that were made.
  Happenings take() { return std::move(made_); }

 private:
  void add(uint32_t t, std::vector<EntityId>& out, int depth);
  std::optional<EntityId> make_actor(uint32_t t);

  const Trees& trees_;
  const Identities& identities_;
  const EventLexicon& lexicon_;
  std::string_view text_;
  std::vector<uint32_t> mention_of_;  // by token: index of its mention + 1; 0 where none
  std::vector<uint32_t> made_of_;     // by token: index of the made entity + 1; 0 where none
  std::vector<bool> in_date_;         // by token: a date is no party
  Happenings made_;
};

}  // namespace readout::events
