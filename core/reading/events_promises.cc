// What somebody undertakes or threatens by words, and to whom help goes.
#include <algorithm>
#include <array>

#include "reading/events_actors.h"
#include "reading/events_clause.h"
#include "reading/events_reader.h"
#include "reading/events_status.h"

namespace readout::events {

namespace {

bool shares(const std::vector<EntityId>& a, const std::vector<EntityId>& b) {
  return std::any_of(a.begin(), a.end(), [&](EntityId e) { return std::find(b.begin(), b.end(), e) != b.end(); });
}

}  // namespace

// "helps people in Peru": people of whom nothing is said but where they live are known by that.
void Reader::name_people(uint32_t t, Finding& finding) {
  for (const EntityId id : finding.targets) {
    const Entity& entity = parties_.entity(id);
    if (!entity.unnamed || !entity.country.empty()) return;
    if (describe_actor(id, entity, lexicon_, lists_).sector != "civilians") return;
  }
  if (finding.targets.empty()) return;
  // "protected the villagers in Lima": those who are told with where they are.
  if (finding.targets.size() == 1 && parties_.entity(finding.targets.front()).name.find(" in ") != std::string::npos)
    return;
  for (uint32_t k = t + 1; k + 1 < sentence_->last_token && k < t + 24; ++k) {
    if (trees_.lemma(k) != "in" || trees_.token(k).upos != Upos::kAdp) continue;
    const uint32_t where = phrases_.after(k, sentence_->last_token);
    const auto place = where == Trees::kNone ? std::nullopt : parties_.at(where);
    if (!place || !parties_.is_place(*place)) continue;
    auto there = parties_.of(where);
    subtract(there, finding.sources);
    if (!there.empty()) finding.targets = std::move(there);
    return;
  }
}

bool Reader::promises_harm(uint32_t t) const {
  const uint32_t complement = trees_.child(t, "xcomp");
  if (complement == Trees::kNone) return false;
  uint32_t object = Trees::kNone;
  const Predicate* entry = entry_of(complement, &object);
  if (entry == nullptr) return false;
  // Troops that one agrees to send are no threat.
  const std::string_view verb = trees_.lemma(t);
  const bool willing = verb == "agree" || verb == "offer" || verb == "volunteer" || verb == "willing";
  if (entry->code == "MOBILIZE") return !willing;
  return entry->code == "ASSAULT" || entry->code == "COERCE" || entry->code == "SANCTION";
}

// "X said it would ...": a promise, or a threat, of whoever says it.
void Reader::undertaking(uint32_t t, const Finding& act, uint32_t reporting) {
  const auto speakers = speakers_of(reporting);
  if (!shares(speakers, act.sources)) return;
  // "noted that he would": told, not promised.
  constexpr std::array<std::string_view, 7> kTelling = {"argue", "disclose", "explain", "hint",
                                                        "note",  "report",   "reveal"};
  const std::string_view tells = trees_.lemma(reporting);
  if (std::find(kTelling.begin(), kTelling.end(), tells) != kTelling.end()) return;
  // "his trip will include ..." promises nothing.
  const auto acting = agents(trees_, t);
  const auto is_actor = [&](uint32_t a) {
    return parties_.at(a) || trees_.token(a).upos == Upos::kPron || lexicon_.sector(trees_.lemma(a)) != nullptr;
  };
  if (std::none_of(acting.begin(), acting.end(), is_actor)) return;
  Finding finding;
  finding.token = t;
  finding.span = trees_.token(reporting).span;
  if (is_cooperation(act.code)) {
    finding.code = "AGREE";
  } else if (act.code == "ASSAULT" || act.code == "COERCE" || act.code == "SANCTION" || act.code == "MOBILIZE" ||
             act.code == "PROTEST") {
    finding.code = "THREATEN";
  } else {
    return;
  }
  finding.sources = act.sources;
  finding.targets = act.targets;
  if (finding.targets.empty()) return;
  record(std::move(finding));
}

}  // namespace readout::events
