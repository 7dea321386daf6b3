// Reads the events of one article: verbs, event nouns, and what speakers undertake or demand. Private to the stage.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "reading/events.h"
#include "reading/events_lexicon.h"
#include "reading/events_parties.h"
#include "reading/events_syntax.h"
#include "reading/events_targets.h"

namespace readout::events {

// An event as a predicate tells it, before its circumstances are added.
struct Finding {
  uint32_t token = 0;  // the predicate
  Span span;
  std::string code;
  std::string mode;
  EventStatus status = EventStatus::kAsserted;
  std::vector<EntityId> sources;
  std::vector<EntityId> targets;
  bool two_way = false;
  bool several = false;  // the sources are more than one, if only by a number ("the two sides")
  bool refused = false;  // "will not": a refusal says something by itself
  bool bare = false;     // told by a verb alone, without an object that says what was done
  bool opened = false;   // an inquiry that begins: news by itself, whatever it is about
};

class Reader {
 public:
  Reader(const Article& article, const Annotation& language, const Identities& identities, const EventLexicon& lexicon,
         const wording::WordLists& lists, const std::vector<Quotation>& quotations,
         const std::vector<DateExpression>& dates);

  Happenings read();

 private:
  // The entry of verb `t` that asks for most and gets it, and its object (the subject, in the passive).
  const Predicate* entry_of(uint32_t t, uint32_t* object) const;
  uint32_t object_of(uint32_t t) const;
  bool stands_apart(uint32_t noun) const;
  bool is_set_apart(uint32_t noun, uint32_t subject) const;
  std::string_view phrasal_adverb(uint32_t t) const;
  bool is_linked(uint32_t t, uint32_t object, const Predicate& entry) const;
  uint32_t behind_particle(uint32_t t, const std::string& particle) const;
  bool has_particle(uint32_t t, std::string_view particle) const;
  bool has_object(uint32_t t, uint32_t object, const std::vector<std::string>& asked) const;
  bool names_one_of(uint32_t object, const std::vector<std::string>& lemmas) const;

  bool is_refused(uint32_t t) const;
  bool is_purpose(uint32_t t) const;
  void name_people(uint32_t t, Finding& finding);
  bool stands_as_verb(uint32_t t) const;
  bool goes_on(uint32_t t) const;
  bool is_verbless() const;
  bool is_headline_verb(uint32_t t) const;
  void verb(uint32_t t);
  bool tells_nothing(uint32_t t) const;
  bool is_show(uint32_t noun) const;
  bool is_of_heavens(uint32_t probe) const;
  bool is_quoted_order(uint32_t t) const;
  bool is_denied_twice(uint32_t t) const;
  bool is_of_firm(uint32_t t, const Finding& finding) const;
  bool is_by_rule(uint32_t t, uint32_t object, Finding& finding) const;
  bool is_unlike_root(uint32_t t, uint32_t object, const Finding& finding) const;
  bool is_determined(uint32_t t) const;
  bool consists(uint32_t t) const;
  // Signs that an event would be a wrong one.
  bool is_conjecture(uint32_t t, const Finding& finding) const;
  bool is_from_others(uint32_t object) const;
  bool is_metaphor(uint32_t object, const Finding& finding) const;
  bool is_in_title(uint32_t t) const;
  bool contradicts_order(uint32_t t) const;
  bool is_subject_of_last(uint32_t pronoun, EntityId meant) const;
  bool is_told_of_another(uint32_t pronoun, EntityId meant) const;
  bool is_doubtful_pronoun(uint32_t pronoun, const std::vector<EntityId>& others) const;
  bool is_question() const;
  bool is_asked_how(uint32_t t) const;
  bool is_family(EntityId id) const;
  bool is_reporter(uint32_t t, EntityId id) const;
  bool is_spoken_of(EntityId id, uint32_t quoted) const;
  bool is_subject_clause(uint32_t t) const;
  void add_joined(uint32_t t, Finding& finding);
  uint32_t foe_behind(uint32_t noun) const;
  void find_targets(uint32_t t, uint32_t object, const Predicate& entry, Finding& finding);
  // Whether a frame that wants a target has none; an opinion or private matter; a journey or talk of no consequence;
  // whether an event without its doer says enough.
  bool lacks_target(uint32_t t, uint32_t object, const Predicate& entry, const Finding& finding) const;
  bool is_idle(uint32_t t, const Predicate& entry, const Finding& finding);
  // Whether the verb is used in another sense than the one that tells a deed.
  bool is_blaze(uint32_t noun) const;
  bool is_figure_of_words(uint32_t t, uint32_t object) const;
  // Whether a missile or rocket is launched at nobody, of no force; names those that it is shot at or over, and calls
  // it a show of force (MOBILIZE) where it falls on nobody.
  bool is_sent_up(uint32_t t, uint32_t object, Finding& finding) const;
  std::vector<EntityId> targets_of_phrase(uint32_t k, uint32_t head) const;
  bool is_other_sense(uint32_t t, uint32_t object, const Finding& finding) const;
  bool is_denied_for_nothing(uint32_t t, uint32_t object, const Finding& finding) const;
  bool goes_on_alone(uint32_t t) const;
  bool is_far(uint32_t t, const std::vector<EntityId>& sources);
  void verdict(uint32_t t);
  bool insists_on_deed(uint32_t t) const;
  bool is_outing(uint32_t t, const Finding& finding) const;
  bool is_official(const Entity& entity) const;
  bool is_press(EntityId id) const;
  bool is_done_to_somebody(uint32_t t, uint32_t object, const Predicate& entry, const Finding& finding);
  // Who acts in the clause of `t`; what a pronoun stands for where only the speaker or the clause above tells.
  uint32_t who_of(uint32_t t, uint32_t agent) const;
  uint32_t person_before(uint32_t t) const;
  uint32_t described_person(uint32_t k) const;
  std::vector<EntityId> sources_of(uint32_t t);
  bool is_finite(uint32_t t) const;
  bool is_spoken(uint32_t t) const;
  bool has_voice(uint32_t noun) const;
  uint32_t asked_before(uint32_t t) const;
  uint32_t both_before(uint32_t t) const;
  uint32_t name_before(uint32_t t, uint32_t agent) const;
  uint32_t nearer_subject(uint32_t t, uint32_t agent) const;
  uint32_t noun_now_before(uint32_t t) const;
  uint32_t aged_before(uint32_t t) const;
  bool is_hoped(uint32_t t) const;
  uint32_t told_before(uint32_t t) const;
  bool is_of_place(uint32_t noun) const;
  bool is_next_subject(uint32_t t, EntityId id) const;
  // "help Lee and Roe achieve it": whether both do what the bare verb at `next` says, of whom the second's words begin
  // at `first`.
  bool do_together(uint32_t t, uint32_t first, uint32_t next) const;
  uint32_t clause_before(uint32_t t) const;
  bool is_where(uint32_t noun) const;
  bool is_of_things(uint32_t t, uint32_t agent) const;
  std::vector<EntityId> issuers_of(uint32_t noun);
  std::vector<EntityId> meant_as_one(uint32_t noun) const;
  bool is_of_war(uint32_t noun) const;
  bool is_several(uint32_t t) const;
  bool take_deed(uint32_t t, std::vector<EntityId>& sources);
  // A state or an organ of one, whatever it was taken for.
  bool is_body(EntityId id) const;
  bool may_mean(std::string_view pronoun, EntityId id) const;
  bool is_doubtful_at(Span span) const;
  std::vector<EntityId> antecedent(uint32_t pronoun, uint32_t t);
  std::vector<EntityId> speakers_of(uint32_t reporting);
  bool is_bodily(uint32_t object) const;
  bool bears_arms(EntityId id) const;
  bool is_fighter(EntityId id) const;  // of an army, police or armed group
  // Of government, parliament, court, army, police, an armed group or an international body; or a name of which nothing
  // is known but that it is nobody's own.
  bool is_public(EntityId id) const;
  bool any_political(const std::vector<EntityId>& parties) const;
  bool any_public(const std::vector<EntityId>& parties) const;
  bool is_political(const Finding& finding) const;
  bool is_audience(EntityId id) const;
  bool promises_conflict(uint32_t t) const;
  bool undertakes_known(uint32_t t);
  bool are_anybody(const std::vector<EntityId>& parties) const;
  bool are_crowd(const std::vector<EntityId>& parties) const;
  bool is_state(EntityId id) const;  // a country, or a body of one
  bool names_itself(uint32_t object, const std::vector<EntityId>& targets) const;
  bool promises_harm(uint32_t t) const;
  void undertaking(uint32_t t, const Finding& act, uint32_t reporting);

  void noun(uint32_t t);
  // The verb that takes noun `t` as object or the like, over nouns that count it ("a round of talks").
  uint32_t governor_of(uint32_t t, uint32_t* counted) const;
  Light light_kind(uint32_t verb, uint32_t t) const;
  std::vector<EntityId> noun_sources(uint32_t t, const Predicate& entry);
  std::vector<EntityId> all_above(uint32_t t);
  bool is_theirs(uint32_t t) const;
  bool is_of_words(uint32_t t) const;
  bool is_of_arms(std::string_view noun, const Finding& finding) const;
  bool is_other_noun(uint32_t t, const Predicate& entry) const;
  std::vector<EntityId> attendants(uint32_t t);
  // Both of whom `several` speaks as one; empty where no event before names them.
  std::vector<EntityId> pair_before(EntityId several) const;
  // Who speaks and who is spoken to in the clause of `verb`, one each; else empty.
  std::vector<EntityId> addressed(uint32_t verb);

  // "said that X must ...", "said X was responsible".
  void report(uint32_t t);
  bool is_for_harm(uint32_t t) const;

  void record(Finding finding);
  bool is_sport(const Sentence& sentence) const;
  bool is_in_clause(uint32_t t, uint32_t d) const;
  int date_distance(uint32_t t, uint32_t d) const;
  void place_and_date(uint32_t t, Event& event);
  void add_reporter(uint32_t t, Event& event);

  const Annotation& language_;
  const EventLexicon& lexicon_;
  const wording::WordLists& lists_;
  const std::vector<Quotation>& quotations_;
  const std::vector<DateExpression>& dates_;
  const Trees trees_;
  Parties parties_;
  const Phrases phrases_;
  Targets targets_;
  std::vector<uint32_t> quotation_of_;  // by token: index of the innermost quotation + 1; 0 outside
  // Quotations of several who speak under one noun ("the two ministers"), by where the words for them end.
  std::unordered_map<uint32_t, uint32_t> spoken_as_one_;
  const Sentence* sentence_ = nullptr;
  size_t sentence_events_ = 0;  // events before the sentence's first
  std::vector<Event> events_;
};

// Whether an event of that root says nothing without the one it is done to.
bool needs_target(const Finding& finding);

}  // namespace readout::events
