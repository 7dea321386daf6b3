// The parties of events as the matrix of who does what to whom takes them: the dossier's actors, or their countries.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "desk.h"

namespace readout::desk {

enum class PartyKind : uint8_t { kActor, kCountry };

class EventParties {
 public:
  using Pair = std::pair<uint32_t, uint32_t>;  // who, to whom

  // O(members of the dossier's entities).
  EventParties(Desk& desk, PartyKind kind);

  // Who does it to whom, each pair once, sorted; both ways where it is mutual. Empty where it has one party only, or
  // where no country of one side is known. Nobody does a thing to itself, but one country's actors do things to one
  // another, where no other country takes part. At most 8 parties a side are looked at.
  std::vector<Pair> pairs(ArticleIndex article, const Event& event) const;

  // An actor is named by its number in the dossier, a country by its ISO 3166-1 alpha-2 code.
  std::string id(uint32_t party) const;
  // The actor's name, the country's code.
  const std::string& name(uint32_t party) const;
  // The word of an actor's type; empty for a country.
  std::string_view type(uint32_t party) const;
  // The code; empty where it is not known.
  const std::string& country(uint32_t party) const;

 private:
  std::optional<uint32_t> party(ArticleIndex article, const Event& event, EntityId entity) const;
  std::vector<uint32_t> side(ArticleIndex article, const Event& event, const std::vector<EntityId>& ids) const;

  Desk* desk_;
  PartyKind kind_;
  std::vector<std::vector<uint32_t>> entities_;  // by article and entity of its reading: the dossier's entity
  std::vector<std::string> countries_of_;        // by entity of the dossier
  std::vector<std::string> countries_;           // sorted
};

// Whether parties do the same to each other: several sources, no targets, and a deed that goes both ways (talks, an
// agreement, a clash). Those who sanction or demand together do nothing to one another.
bool is_mutual(const Event& event);

// What happened, in one word of the protocol: "asserted", ...; "" takes what is asserted and what is planned.
bool is_wanted(const Event& event, std::string_view status);

}  // namespace readout::desk
