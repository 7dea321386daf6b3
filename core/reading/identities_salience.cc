#include "reading/identities_salience.h"

#include <algorithm>

namespace readout::naming {

namespace {

constexpr size_t kMostInMind = 12;
constexpr int kMost = 4000;
constexpr int kForgotten = 100;
constexpr int kCarry = 25;  // hundredths of what a referent weighed that every further mention adds

constexpr int kSpeaker = 1200;
constexpr int kSubject = 1000;
constexpr int kEmbedded = 850;
constexpr int kObject = 600;
constexpr int kUnparsed = 600;
constexpr int kOblique = 500;
constexpr int kPossessor = 450;
constexpr int kOwnerOfSubject = 700;
constexpr int kQuoted = 250;

}  // namespace

ReferentId Salience::add(EntityId entity, wording::Gender gender) {
  Referent referent;
  referent.entity = entity;
  referent.gender = gender;
  referents_.push_back(referent);
  return static_cast<ReferentId>(referents_.size() - 1);
}

void Salience::fade() {
  for (const ReferentId id : mind_) referents_[id].weight /= 2;
  mind_.erase(
      std::remove_if(mind_.begin(), mind_.end(), [&](ReferentId id) { return referents_[id].weight < kForgotten; }),
      mind_.end());
}

void Salience::note(ReferentId id, uint32_t token, GrammaticalRole role, int weight) {
  Referent& referent = referents_[id];
  referent.token = token;
  referent.role = role;
  if (std::find(mind_.begin(), mind_.end(), id) != mind_.end()) {
    referent.weight = std::min(std::max(referent.weight, weight) + referent.weight * kCarry / 100, kMost);
    return;
  }
  referent.weight = weight;
  if (mind_.size() >= kMostInMind) {
    mind_.erase(std::min_element(mind_.begin(), mind_.end(), [&](ReferentId a, ReferentId b) {
      const Referent& x = referents_[a];
      const Referent& y = referents_[b];
      return x.weight != y.weight ? x.weight < y.weight : x.token < y.token;
    }));
  }
  mind_.push_back(id);
}

int weight_of(const Standing& standing, bool speaks, bool quoted) {
  if (quoted) return kQuoted;
  int weight = kUnparsed;
  switch (standing.role) {
    case GrammaticalRole::kSubject:
      weight = speaks ? kSpeaker : kSubject;
      break;
    case GrammaticalRole::kEmbeddedSubject:
      weight = kEmbedded;
      break;
    case GrammaticalRole::kObject:
      weight = kObject;
      break;
    case GrammaticalRole::kOblique:
      weight = kOblique;
      break;
    case GrammaticalRole::kPossessor:
      weight = standing.of_subject ? kOwnerOfSubject : kPossessor;
      break;
    case GrammaticalRole::kNone:
      break;
  }
  return standing.joined ? weight * 8 / 10 : weight;
}

}  // namespace readout::naming
