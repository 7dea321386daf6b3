// What verbs and nouns say of events: the lists event_verbs, event_nouns, event_light, event_things, actor_nouns and
// actor_names of core/data.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "text/bundle.h"

namespace readout::events {

struct Predicate {
  std::string particle;              // empty: none needed
  std::vector<std::string> objects;  // heads of the object, one of which must stand with it; empty: none needed
  std::string code;
  std::string mode;
  std::vector<std::string> targets;  // where the target stands: "obj", "iobj", "comp", or a preposition
  bool two_way = false;              // both do it to each other
  bool bodily = false;               // done to people, places and things that can be touched; else it is a metaphor
  bool verbal = false;               // by somebody who only speaks it is criticism
  bool armed = false;                // by those who bear arms, or by a state
  bool weak = false;                 // an everyday verb: an event only where a public body is one side of it
  bool meant = false;                // never by accident: the passive tells an event without its agent
  bool strict = false;               // an event only where the frame's own preposition names the target
  bool received = false;             // a noun: only as what somebody gets from another ("received money from Lee")
  bool of_ties = false;              // a noun: only of ties ("the resumption of ties with")
  bool undergone = false;            // a noun: whose it is, it is done to ("Lee's arrest")
  bool light_only = false;           // a noun that tells an event only under a verb that does it ("sign a deal")
};

// A body known by its name ("the Kremlin").
struct NamedActor {
  std::string country;  // ISO 3166-1 alpha-2; empty: of no one country
  std::string sector;
};

// How a verb takes part in the event that its object names.
enum class Light {
  kNone,
  kDoes,     // "held talks"
  kGets,     // "faced criticism from"
  kPlans,    // "ordered strikes"
  kEnds,     // "lifted the ban": what is given up
  kPrevents  // "postponed the visit": it does not happen
};

struct LightVerb {
  std::string particle;
  Light kind = Light::kNone;
};

enum class Thing {
  kNone,
  kBodily,   // can be touched: "bridge", "village"
  kCause,    // hurts without anybody's doing: "quake"
  kWeapon,   // strikes for those who sent it: "missile"
  kMeasure,  // counts others: "dozens of"
  kSport     // of matches and leagues
};

struct EventLexicon {
  std::unordered_map<std::string, std::vector<Predicate>> verbs;  // by lemma
  std::unordered_map<std::string, Predicate> nouns;
  std::unordered_map<std::string, std::vector<LightVerb>> light;
  std::unordered_map<std::string, Thing> things;
  std::unordered_map<std::string, std::string> actors;       // noun -> role
  std::unordered_set<std::string> bodies;                    // those that act for their state: "army"
  std::unordered_map<std::string, NamedActor> named_actors;  // by name in small letters, without "the"

  // The entries of a verb; null where it is in no list. A lemma with a letter too many or too
  // few ("expell", "boycot") and a strong past left as it stands ("overran") find their verb.
  const std::vector<Predicate>* find_verb(std::string_view lemma) const;
  // Of a noun's lemma or plural; null where it is no actor.
  const std::string* sector(std::string_view noun) const;
  // An organ of state, by its lemma or plural.
  bool is_body(std::string_view noun) const;
  Thing thing(std::string_view noun) const;
  // The event that a noun reports; null where it reports none.
  const Predicate* event_noun(std::string_view noun) const;

  // False where a section is missing or malformed.
  bool load(const Bundle& bundle);
};

// The roots of PLOVER.
bool is_plover_root(std::string_view code);

// Verbal or material cooperation; else the root is one of conflict.
bool is_cooperation(std::string_view code);

// A lemma that is the plural of `noun` ("troops"), or the noun itself.
bool is_form_of(std::string_view lemma, std::string_view noun);

}  // namespace readout::events
