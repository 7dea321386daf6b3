// Accounts of one happening given by hand, and what they say together: for tests of collation.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "collation/collation.h"
#include "reading_by_hand.h"

namespace readout {

// An English article, published on `day` where it is given.
inline Reading account(const std::string& id, const std::string& text, const std::string& day = {}) {
  Reading reading = reading_by_hand(id, text);
  reading.language.language = "en";
  if (!day.empty()) reading.article.masthead.published = {day, DateHow::kGiven, {}, "given"};
  return reading;
}

// An entity of its own, which the words stand for where they stand first.
inline EntityId name(Reading& reading, const std::string& words, EntityType type = EntityType::kPerson,
                     MentionKind kind = MentionKind::kName) {
  const auto id = static_cast<EntityId>(reading.entities.size());
  Entity entity;
  entity.name = words;
  entity.type = type;
  reading.entities.push_back(std::move(entity));
  reading.mentions.push_back({at(reading, words), type, kind, id, ""});
  return id;
}

inline Dossier together(const std::vector<Reading>& readings, const CollateOptions& options = {}) {
  std::vector<const Reading*> pointers;
  for (const Reading& reading : readings) pointers.push_back(&reading);
  return collate(pointers, options);
}

}  // namespace readout
