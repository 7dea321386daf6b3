// What verbs and nouns say of events: the lists event_verbs, event_nouns, actor_nouns and actor_names of core/data.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/bundle.h"

namespace readout::events {

struct Predicate {
  std::string particle;              // empty: none needed
  std::vector<std::string> objects;  // heads of the object, one of which must stand with it; empty: none needed
  std::string code;
  std::string mode;
  std::vector<std::string> targets;  // where the target stands: "obj", "iobj", "comp", or a preposition
  bool two_way = false;
};

// A body known by its name ("the Kremlin").
struct NamedActor {
  std::string country;  // ISO 3166-1 alpha-2; empty: of no one country
  std::string sector;
};

struct EventLexicon {
  std::unordered_map<std::string, std::vector<Predicate>> verbs;  // by lemma
  std::unordered_map<std::string, Predicate> nouns;
  std::unordered_map<std::string, std::string> actors;       // noun -> role
  std::unordered_map<std::string, NamedActor> named_actors;  // by name in small letters, without "the"

  // The entries of a verb; null where it is in no list. A lemma with a doubled last letter ("expell") finds its verb.
  const std::vector<Predicate>* find_verb(std::string_view lemma) const;

  // False where a section is missing or malformed.
  bool load(const Bundle& bundle);
};

// The roots of PLOVER.
bool is_plover_root(std::string_view code);

}  // namespace readout::events
