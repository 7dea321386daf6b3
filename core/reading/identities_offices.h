// Phrases headed by an office ("the Russian premier", "his counterpart") to those who hold it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "reading/identities_nominals.h"
#include "reading/identities_references.h"
#include "reading/values.h"

namespace readout::naming {

// Whom an office phrase stands for, and why that is uncertain (empty where it is not).
struct Holder {
  EntityId entity = 0;
  std::string doubt;
};

// The offices of one walk over an article, of which `people` grows: an office of a country that nobody is named for
// becomes an entity. What both refer to outlives it. At most 64 holders are asked for each phrase.
class Offices {
 public:
  static constexpr EntityId kNobody = 0xFFFFFFFF;

  Offices(const WalkContext& context, People& people);

  // A mention of that entity at that token.
  void saw(EntityId entity, uint32_t token);
  // Who was mentioned last of those who hold such a post; kNobody where none does.
  EntityId holder_of(const Post& post) const { return find(post, kNobody, false).entity; }
  // `self`: the one whose counterpart the phrase speaks of, for such a phrase.
  std::optional<Holder> resolve(const OfficePhrase& phrase, EntityId self);
  // "the Peruvian defence minister, Ann Lee": the article says who it is.
  void name_holder(const OfficePhrase& phrase, EntityId entity);

 private:
  struct Found {
    EntityId entity = kNobody;
    size_t fitting = 0;  // how many people hold such a post
  };
  Found find(const Post& post, EntityId self, bool counterpart) const;
  bool later(EntityId a, EntityId b) const;
  std::optional<Holder> add_office(const OfficePhrase& phrase, const Post& post);

  const WalkContext& c_;
  People& people_;
  std::vector<EntityId> holders_;    // people with posts, in order of first mention
  std::vector<uint32_t> last_seen_;  // by entity: its last token + 1; 0: not yet
  std::vector<std::pair<Post, EntityId>> offices_;
};

}  // namespace readout::naming
