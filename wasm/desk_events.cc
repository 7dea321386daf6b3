#include "desk_events.h"

#include <algorithm>
#include <array>
#include <limits>

#include "report/vocabulary.h"

namespace readout::desk {
namespace {

constexpr uint32_t kNobody = std::numeric_limits<uint32_t>::max();
constexpr size_t kMostParties = 8;

}  // namespace

EventParties::EventParties(Desk& desk, PartyKind kind) : desk_(&desk), kind_(kind) {
  const Dossier& dossier = desk.dossier();
  const auto& articles = desk.articles();
  for (const DeskArticle* article : articles) entities_.emplace_back(article->reading.entities.size(), kNobody);
  countries_of_.resize(dossier.entities.size());
  for (uint32_t id = 0; id < dossier.entities.size(); ++id) {
    for (const auto& [article, member] : dossier.entities[id].members) {
      if (article >= entities_.size() || member >= entities_[article].size()) continue;
      entities_[article][member] = id;
      if (countries_of_[id].empty()) countries_of_[id] = articles[article]->reading.entities[member].country;
    }
  }
  for (const DeskArticle* article : articles) {
    for (const Event& event : article->reading.events)
      for (const Actor& actor : event.actors) countries_.push_back(actor.country);
  }
  std::sort(countries_.begin(), countries_.end());
  countries_.erase(std::unique(countries_.begin(), countries_.end()), countries_.end());
}

std::optional<uint32_t> EventParties::party(ArticleIndex article, const Event& event, EntityId entity) const {
  if (article >= entities_.size() || entity >= entities_[article].size()) return std::nullopt;
  const uint32_t id = entities_[article][entity];
  if (kind_ == PartyKind::kActor) return id == kNobody ? std::nullopt : std::optional(id);
  const auto known = std::find_if(event.actors.begin(), event.actors.end(),
                                  [&](const Actor& actor) { return actor.entity == entity; });
  if (known == event.actors.end()) return std::nullopt;
  const std::string& country = known->country;
  const auto at = std::lower_bound(countries_.begin(), countries_.end(), country);
  if (country.empty() || at == countries_.end() || *at != country) return std::nullopt;
  return static_cast<uint32_t>(at - countries_.begin());
}

std::vector<uint32_t> EventParties::side(ArticleIndex article, const Event& event,
                                         const std::vector<EntityId>& ids) const {
  std::vector<uint32_t> parties;
  for (size_t i = 0; i < ids.size() && i < kMostParties; ++i)
    if (const auto found = party(article, event, ids[i])) parties.push_back(*found);
  return parties;
}

std::vector<EventParties::Pair> EventParties::pairs(ArticleIndex article, const Event& event) const {
  const bool mutual = is_mutual(event);
  const std::vector<uint32_t> from = side(article, event, event.sources);
  const std::vector<uint32_t> to = mutual ? from : side(article, event, event.targets);
  // Where several countries meet, two of one of them do not meet one another.
  const bool abroad = mutual && std::any_of(from.begin(), from.end(), [&](uint32_t one) { return one != from[0]; });
  std::vector<Pair> pairs;
  for (size_t i = 0; i < from.size(); ++i)
    for (size_t j = 0; j < to.size(); ++j) {
      if (mutual && i == j) continue;
      if (from[i] == to[j] && (abroad || kind_ == PartyKind::kActor)) continue;
      pairs.emplace_back(from[i], to[j]);
    }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

std::string EventParties::id(uint32_t party) const {
  return kind_ == PartyKind::kActor ? std::to_string(party) : countries_[party];
}

const std::string& EventParties::name(uint32_t party) const {
  return kind_ == PartyKind::kActor ? desk_->dossier().entities[party].name : countries_[party];
}

std::string_view EventParties::type(uint32_t party) const {
  return kind_ == PartyKind::kActor ? word_of(desk_->dossier().entities[party].type) : std::string_view();
}

const std::string& EventParties::country(uint32_t party) const {
  return kind_ == PartyKind::kActor ? countries_of_[party] : countries_[party];
}

bool is_mutual(const Event& event) {
  constexpr std::array<std::string_view, 5> kBothWays = {"AGREE", "ASSAULT", "CONSULT", "COOPERATE", "SUPPORT"};
  return event.targets.empty() && event.sources.size() > 1 &&
         std::binary_search(kBothWays.begin(), kBothWays.end(), std::string_view(event.code));
}

bool is_wanted(const Event& event, std::string_view status) {
  if (!status.empty()) return word_of(event.status) == status;
  return event.status == EventStatus::kAsserted || event.status == EventStatus::kPlanned;
}

}  // namespace readout::desk
