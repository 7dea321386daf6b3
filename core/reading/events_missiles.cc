// Missiles and rockets: shot at somebody, tried out over or into the sea, or sent into space.
#include <algorithm>
#include <array>

#include "reading/events_reader.h"

namespace readout::events {

namespace {

template <size_t N>
bool is_any(const std::array<std::string_view, N>& nouns, std::string_view lemma) {
  return std::any_of(nouns.begin(), nouns.end(), [&](std::string_view noun) { return is_form_of(lemma, noun); });
}

bool is_missile(std::string_view lemma) {
  constexpr std::array<std::string_view, 3> kMissiles = {"missile", "projectile", "rocket"};
  return is_any(kMissiles, lemma);
}

bool is_water(std::string_view word) {
  constexpr std::array<std::string_view, 13> kWaters = {"Atlantic", "Ocean",  "Pacific", "Sea",     "air",
                                                        "atlantic", "desert", "ocean",   "pacific", "range",
                                                        "sea",      "water",  "waters"};
  return std::find(kWaters.begin(), kWaters.end(), word) != kWaters.end();
}

bool is_of_space(std::string_view lemma) {
  constexpr std::array<std::string_view, 10> kSpace = {"astronaut", "capsule", "cosmonaut", "orbit",      "payload",
                                                       "probe",     "rover",   "satellite", "spacecraft", "telescope"};
  return is_any(kSpace, lemma);
}

}  // namespace

// See the header. PLOVER counts the display of weapons under MOBILIZE, their use against somebody under ASSAULT.
bool Reader::is_sent_up(uint32_t t, uint32_t object, Finding& finding) const {
  constexpr uint32_t kWindow = 24;
  const std::string_view verb = trees_.lemma(t);
  if (verb != "fire" && verb != "launch" && verb != "test") return false;
  // "will fire beyond orbit"
  const bool alone = object == Trees::kNone && verb == "fire";
  if (!alone && (object == Trees::kNone || !is_missile(trees_.lemma(object)))) return false;
  const uint32_t end = std::min(sentence_->last_token, (alone ? t : std::max(t, object)) + kWindow);
  for (uint32_t k = t + 1; k < end && trees_.words(k) != ";"; ++k) {
    if (trees_.lemma(k) == "space" || is_of_space(trees_.lemma(k))) return true;
  }
  if (alone) return false;
  // A firm's or an agency's own rocket carries no arms.
  const auto arms = [&](EntityId id) { return is_fighter(id) || is_state(id) || parties_.entity(id).unnamed; };
  const bool rocket = is_form_of(trees_.lemma(object), "rocket") && verb != "fire";
  if (rocket && !finding.sources.empty() && std::none_of(finding.sources.begin(), finding.sources.end(), arms))
    return true;
  // The first preposition that says where to; "from Vessby" says where from, and "near Vessby" by whom it fell.
  auto& targets = finding.targets;
  bool at = false;
  bool past = false;
  bool linked = false;
  for (uint32_t k = object + 1; k + 1 < end && !at; ++k) {
    const std::string_view link = trees_.lemma(k);
    if (trees_.token(k).upos == Upos::kVerb || trees_.words(k) == ";") break;
    const uint32_t there = phrases_.after(k, sentence_->last_token);
    if (there == Trees::kNone || parties_.is_date(there) || trees_.token(k).upos != Upos::kAdp) continue;
    constexpr std::array<std::string_view, 14> kWhere = {"across", "against", "around", "at",     "close",
                                                         "in",     "inside",  "into",   "near",   "on",
                                                         "over",   "to",      "toward", "towards"};
    linked = linked || std::find(kWhere.begin(), kWhere.end(), link) != kWhere.end();
    if (link == "from" || link == "off" || link == "outside") {
      for (const EntityId from : targets_of_phrase(k, there)) subtract(targets, {from});
      continue;
    }
    const bool water = is_water(trees_.words(there)) || (there > k + 1 && is_water(trees_.words(there - 1)));
    if (link == "over" || link == "across" ||
        (water &&
         (link == "into" || link == "in" || link == "toward" || link == "towards" || link == "to" || link == "at"))) {
      past = true;
      if (water) {
        for (const EntityId sea : targets_of_phrase(k, there)) subtract(targets, {sea});
        // "into the sea near Peru": whoever lives there is threatened.
        const auto is_sea = [&](EntityId id) {
          const std::string& name = parties_.entity(id).name;
          return is_water(std::string_view(name).substr(name.find_last_of(' ') + 1));
        };
        targets.erase(std::remove_if(targets.begin(), targets.end(), is_sea), targets.end());
      }
      continue;
    }
    at = !past &&
         (link == "at" || link == "on" || link == "against" || link == "into" || link == "toward" || link == "towards");
  }
  // "launches rocket Peru and Chile were swift to ...": nothing says that it is towards them.
  if (!linked && object > t) targets.clear();
  // Rockets that are fired at nobody said are fired at somebody all the same, missiles are tried out.
  const bool tried = past || (targets.empty() && !is_form_of(trees_.lemma(object), "rocket"));
  if (finding.code == "ASSAULT" && tried && !at) finding.code = "MOBILIZE";
  return false;
}

// Whom the words behind a preposition at `k` up to `head` name.
std::vector<EntityId> Reader::targets_of_phrase(uint32_t k, uint32_t head) const {
  std::vector<EntityId> out;
  for (uint32_t at = k + 1; at < sentence_->last_token && at < head + 6; ++at) {
    const Upos tag = trees_.token(at).upos;
    if (at > head && (tag == Upos::kVerb || tag == Upos::kPunct)) break;
    const std::string_view word = trees_.lemma(at);
    if (at > head && tag == Upos::kAdp && word != "of") break;
    if (const auto named = parties_.at(at)) append(out, {*named});
  }
  return out;
}

}  // namespace readout::events
