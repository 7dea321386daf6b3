// From a noun in a sentence to the entities that act or are acted on.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "reading/events.h"
#include "reading/events_lexicon.h"
#include "reading/events_syntax.h"
#include "reading/identities_words.h"

namespace readout::events {

// "the Clean Air Act", "World War II": a name that nobody acts by.
bool is_document(const Entity& entity);

// "agreed in the wake of the court's ruling": a noun, as a lemma, that only says when.
bool is_time(std::string_view noun);

// More than a name or a party: "the leaders who", ", including some officials".
bool is_scrap(const Entity& entity);

// "the 12-nation pact", "Lee-style taxes": whether the name at `span` only describes something.
bool is_part_of_description(std::string_view text, Span span);

// "Priorities USA": whether token `t` is the last word of a longer name, though it is a country's.
bool is_end_of_name(const Trees& trees, uint32_t t);

class Parties {
 public:
  Parties(const Trees& trees, const Identities& identities, const EventLexicon& lexicon,
          const wording::WordLists& lists, const std::vector<DateExpression>& dates, std::string_view text);

  // The entities that the noun phrase headed by `t` stands for, all conjuncts of it; empty where it is no actor. A
  // thing ("the court's decision", "dozens of rebels") stands for the one whose it is.
  std::vector<EntityId> of(uint32_t t) { return collect(t, false); }

  // The same for who acts: a thing acts for its owner ("army missiles"), never for where or on what it is ("the quake
  // in Peru", "the attack on Peru").
  std::vector<EntityId> doers(uint32_t t) { return collect(t, true); }

  // Whose the thing headed by `t` is by the words beside it ("the army camp", "Peru's ports", "a depot of the army").
  std::vector<EntityId> owners(uint32_t t);

  // A thing that something is done to ("the bridge"), as an entity without a name; none for pronouns, dates and bare
  // numbers.
  std::optional<EntityId> thing(uint32_t t);

  // The people whom a list goes on with behind the person named at `t`: "Mayor Ann Lee (N.), Vessby Gov. Bob Roe and
  // Jo Poe"; empty where no list of people ends in "and" and a name.
  std::vector<EntityId> people_behind(uint32_t t) const;

  // The entity that covers token `t` itself.
  std::optional<EntityId> at(uint32_t t) const;
  bool is_place(EntityId entity) const;
  bool is_person(EntityId entity) const;
  // Made by thing().
  bool is_thing(EntityId entity) const;
  bool is_date(uint32_t t) const { return in_date_[t]; }
  const std::vector<bool>& dates() const { return in_date_; }  // by token
  // Whether another than the one that the token was taken for would fit it about as well.
  bool is_doubtful(uint32_t t) const {
    return mention_of_[t] > 0 && !identities_.mentions[mention_of_[t] - 1].doubt.empty();
  }
  const std::vector<bool>& names() const { return in_name_; }  // by token
  // Whether the words name a country or its people ("Peru", "Peruvian").
  bool is_country(uint32_t t) const;
  const Entity& entity(EntityId id) const;

  // The sector for which a state was last taken ("Peru's army" is Peru, by its military); null where it was named
  // alone.
  const std::string* acting_sector(EntityId id) const;
  void forget_acting() { acting_.clear(); }

  // The entities and mentions that were made. A made mention may hold names, and never cuts through one.
  Happenings take() { return std::move(made_); }

 private:
  std::vector<EntityId> collect(uint32_t t, bool doing);
  void add(uint32_t t, std::vector<EntityId>& out, int depth, bool doing);
  void add_counted(uint32_t t, std::vector<EntityId>& out, int depth, bool doing);
  void add_owners(uint32_t t, std::vector<EntityId>& out, int depth, bool doing);
  void add_where_led(uint32_t t, std::vector<EntityId>& out, int depth);
  bool is_subset(uint32_t t) const;
  bool is_attitude_to(uint32_t t) const;
  bool is_of_another_country(uint32_t t) const;
  bool are_people_as(uint32_t other, uint32_t t) const;
  bool is_joined_on(uint32_t conjunct) const;
  void add_their_people(uint32_t t, std::vector<EntityId>& out, int depth, bool doing);
  void add_last_of_list(uint32_t t, std::vector<EntityId>& out, int depth, bool doing);
  bool has_people(uint32_t t) const;
  bool is_lone_conjunct(uint32_t t, uint32_t conjunct) const;
  bool is_for_or_against(uint32_t t) const;
  std::optional<EntityId> named_beside(uint32_t t, int depth = 0) const;
  std::optional<EntityId> named_before(uint32_t t) const;
  uint32_t behind_place(uint32_t t) const;
  bool is_done_unto(uint32_t t) const;
  std::optional<EntityId> named_first(uint32_t t) const;
  std::optional<EntityId> named_behind(uint32_t t) const;
  std::optional<EntityId> named_after_titles(uint32_t t) const;
  std::optional<EntityId> body_before(uint32_t t);
  std::optional<EntityId> people_within(uint32_t t);
  std::optional<EntityId> body_behind(uint32_t t) const;
  std::vector<EntityId> state_of_organ(uint32_t t);
  std::vector<EntityId> joined_owners(uint32_t t);
  std::vector<uint32_t> named_owners(uint32_t t, std::string_view sector) const;
  std::optional<EntityId> make_actor(uint32_t t);
  std::optional<EntityId> make_team(uint32_t t, bool doing);
  uint32_t ranks_of(uint32_t t) const;
  uint32_t own_words(uint32_t t, uint32_t first) const;
  bool is_part_of_word(uint32_t t) const;
  Span whole_phrase(uint32_t t, Span phrase, uint32_t* first) const;
  std::optional<EntityId> make(uint32_t t, EntityType type, const std::string& sector, bool named);

  const Trees& trees_;
  const Identities& identities_;
  const EventLexicon& lexicon_;
  const wording::WordLists& lists_;
  std::string_view text_;
  std::vector<uint32_t> mention_of_;                   // by token: index of its mention + 1; 0 where none
  std::vector<uint32_t> made_of_;                      // by token: index of the made entity + 1; 0 where none
  std::vector<bool> in_date_;                          // by token: a date is no party
  std::vector<bool> in_name_;                          // by token
  std::vector<uint32_t> first_named_;                  // by entity of the names stage: its first name's begin
  std::unordered_map<std::string, EntityId> by_name_;  // names that the names stage has not found
  std::vector<std::pair<EntityId, std::string>> acting_;
  Happenings made_;
};

}  // namespace readout::events
