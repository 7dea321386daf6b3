// Two who are spoken of as one: "the ministers", "the two sides", after a sentence that has named both; and two of whom
// one addresses the other at a meeting.
#include <algorithm>
#include <array>

#include "reading/events_actors.h"
#include "reading/events_reader.h"
#include "reading/events_words.h"
#include "text/unicode.h"

namespace readout::events {

namespace {

// What nobody can do to somebody who is not there.
constexpr std::array<std::string_view, 14> kAddressing = {"ask",    "assure",  "congratulate", "hand",    "invite",
                                                          "pledge", "present", "press",        "promise", "promised",
                                                          "tell",   "thank",   "urge",         "warn"};

// The plural noun of "the ministers", "the two heads of government"; empty where the words say something else.
std::string plural_of(const std::string& name) {
  const std::string words = unicode::fold(name);
  const bool definite =
      words.compare(0, 4, "the ") == 0 || words.compare(0, 5, "both ") == 0 || words.compare(0, 4, "two ") == 0;
  if (!definite) return {};
  const std::string head = words.substr(0, words.find(" of "));
  std::string noun = head.substr(head.find_last_of(' ') + 1);
  if (noun == "countries") return "country";
  if (noun.size() < 4 || noun.back() != 's') return {};
  noun.pop_back();
  return noun;
}

}  // namespace

std::vector<EntityId> Reader::pair_before(EntityId several) const {
  constexpr uint32_t kFarthest = 1500;  // code points back to where both were named
  const Entity& whole = parties_.entity(several);
  const std::string noun = plural_of(whole.name);
  if (!whole.unnamed || noun.empty()) return {};
  const bool sides = noun == "side" || noun == "country" || noun == "nation" || noun == "neighbour" ||
                     noun == "neighbor" || noun == "ally" || noun == "power";
  const std::string* sector = lexicon_.sector(noun);
  if (!sides && noun != "head" && (sector == nullptr || *sector != "government")) return {};
  const auto fits = [&](EntityId id) {
    const Entity& entity = parties_.entity(id);
    if (entity.unnamed) return false;
    if (noun == "country" || noun == "nation" || noun == "neighbour" || noun == "neighbor" || noun == "power")
      return parties_.is_place(id) && is_state(id);
    return sides ? parties_.is_person(id) || is_state(id) : entity.type == EntityType::kPerson;
  };
  const uint32_t here = trees_.token(sentence_->first_token).span.begin;
  for (size_t i = events_.size(); i-- > 0;) {
    const Event& before = events_[i];
    if (before.span.begin + kFarthest < here) return {};
    std::vector<EntityId> both = before.sources;
    append(both, before.targets);
    const bool between = is_cooperation(before.code) || before.code == "DEMAND";
    if (between && both.size() == 2 && std::all_of(both.begin(), both.end(), fits)) return both;
  }
  return {};
}

// "met with Lee and other officials", "condemned Peru and its allies": who is joined to a target by "and", where the
// tree joins them elsewhere; not the subject of a clause that follows.
void Reader::add_joined(uint32_t t, Finding& finding) {
  constexpr uint32_t kLongest = 40;
  if (finding.targets.size() != 1) return;
  const uint32_t end = std::min(sentence_->last_token, t + kLongest);
  for (uint32_t k = t + 1; k < end; ++k) {
    if (parties_.at(k) != std::optional<EntityId>(finding.targets.front())) continue;
    while (k + 1 < end && parties_.at(k + 1) == parties_.at(k)) ++k;
    // "jailed Lee along with other leaders"
    const bool along = k + 3 < end && trees_.lemma(k + 2) == "with" &&
                       (trees_.lemma(k + 1) == "along" || trees_.lemma(k + 1) == "together");
    if (k + 2 >= end || (trees_.lemma(k + 1) != "and" && !along)) return;
    const uint32_t head = phrases_.after(along ? k + 2 : k + 1, end);
    if (head == Trees::kNone || trees_.token(head).upos == Upos::kPron || parties_.is_date(head)) return;
    uint32_t next = head + 1;
    while (next < end && parties_.at(head) && parties_.at(next) == parties_.at(head)) ++next;
    // "attacked Lee and Peru's ...", "and Roe said".
    const Upos tag = next < sentence_->last_token ? trees_.token(next).upos : Upos::kPunct;
    const bool goes_on =
        tag == Upos::kCconj && next + 1 < sentence_->last_token && trees_.token(next + 1).upos == Upos::kVerb;
    const bool closes = goes_on || do_together(t, k + 1, next) || tag == Upos::kAdp || tag == Upos::kPunct ||
                        tag == Upos::kSconj || parties_.is_date(next);
    const std::string* sector = lexicon_.sector(trees_.lemma(head));
    if (!closes || (sector == nullptr && !(parties_.at(head) && !parties_.is_thing(*parties_.at(head))))) return;
    auto more = parties_.of(head);
    subtract(more, finding.sources);
    append(finding.targets, more);
    return;
  }
}

// "at a summit, Lee invited Roe": both are there.
std::vector<EntityId> Reader::addressed(uint32_t verb) {
  if (!listed(kAddressing, trees_.lemma(verb))) return {};
  const uint32_t object = object_of(verb);
  if (object == Trees::kNone) return {};
  std::vector<EntityId> both = sources_of(verb);
  if (both.size() != 1) return {};
  append(both, parties_.of(object));
  const auto takes_part = [&](EntityId id) { return !parties_.is_thing(id) && !is_audience(id); };
  return both.size() == 2 && std::all_of(both.begin(), both.end(), takes_part) ? both : std::vector<EntityId>{};
}

}  // namespace readout::events
