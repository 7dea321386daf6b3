#include "desk_names.h"

#include <limits>

namespace readout::desk {
namespace {

constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();

}  // namespace

Names::Names(Desk& desk) : desk_(&desk) {
  const auto& articles = desk.articles();
  const auto& entities = desk.dossier().entities;
  for (uint32_t entity = 0; entity < entities.size(); ++entity) {
    for (const auto& [article, member] : entities[entity].members) {
      if (article >= articles.size()) continue;
      auto& of = entities_[articles[article]];
      if (of.empty()) of.assign(articles[article]->reading.entities.size(), kNone);
      if (member < of.size()) of[member] = entity;
    }
  }
}

std::string Names::of(const DeskArticle& article, EntityId entity) const {
  const auto known = entities_.find(&article);
  if (known == entities_.end() || entity >= known->second.size() || known->second[entity] == kNone) return {};
  return desk_->dossier().entities[known->second[entity]].name;
}

}  // namespace readout::desk
