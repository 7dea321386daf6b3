#include <algorithm>
#include <array>

#include "reading/events_clause.h"
#include "reading/events_reader.h"
#include "reading/events_status.h"

namespace readout::events {

namespace {

template <size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A clause is told of those who are at the meeting or on the visit that these introduce.
constexpr std::array<std::string_view, 9> kDuring = {"in",        "at",     "during", "on",   "after",
                                                     "following", "before", "for",    "ahead"};

}  // namespace

uint32_t Reader::governor_of(uint32_t t, uint32_t* counted) const {
  uint32_t at = t;
  for (int depth = 0; depth < 3; ++depth) {
    const uint32_t above = trees_.head(at);
    if (above == Trees::kNone) return Trees::kNone;
    const bool measured = trees_.has_relation(at, "nmod") && trees_.preposition(at) == "of" &&
                          lexicon_.thing(trees_.lemma(above)) == Thing::kMeasure;
    const bool joined = trees_.has_relation(at, "conj") && trees_.is_nominal(above);
    if (!measured && !joined) {
      *counted = at;
      const Upos tag = trees_.token(above).upos;
      return tag == Upos::kVerb || tag == Upos::kAux || tag == Upos::kAdj ? above : Trees::kNone;
    }
    at = above;
  }
  return Trees::kNone;
}

Light Reader::light_kind(uint32_t verb, uint32_t t) const {
  const auto found = lexicon_.light.find(std::string(trees_.lemma(verb)));
  if (found == lexicon_.light.end()) return Light::kNone;
  const bool object = trees_.has_relation(t, "obj") || trees_.is_relation(t, "nsubj:pass") || object_of(verb) == t;
  const bool oblique = trees_.has_relation(t, "obl");
  Light kind = Light::kNone;
  for (const LightVerb& entry : found->second) {
    if (entry.particle.empty() && object && kind == Light::kNone) kind = entry.kind;
    if (entry.particle.empty()) continue;
    if (oblique && trees_.preposition(t) == entry.particle) kind = entry.kind;
    if (object && has_particle(verb, entry.particle)) kind = entry.kind;
  }
  return kind;
}

// "A's visit", "a visit by A", "criticism from A", "a Peruvian visit".
std::vector<EntityId> Reader::noun_sources(uint32_t t, const Predicate& entry) {
  std::vector<EntityId> out;
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    if (!trees_.is_relation(*c, "nmod:poss")) continue;
    auto found = parties_.doers(*c);
    if (found.empty() && trees_.token(*c).upos == Upos::kPron) found = antecedent(*c, t);
    append(out, found);
  }
  if (out.empty()) out = targets_.by_preposition(t, "by");
  if (out.empty() && !entry.two_way && entry.code != "RETREAT" && entry.code != "COERCE")
    out = targets_.by_preposition(t, "from");
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t) && out.empty(); ++c) {
    const bool adjective = trees_.has_relation(*c, "amod") && parties_.is_country(*c);
    const bool compound = trees_.has_relation(*c, "compound");
    if (!adjective && !compound) continue;
    const auto own = parties_.at(*c);
    if (own && parties_.is_place(*own) && !parties_.is_country(*c)) continue;
    if (own && parties_.entity(*own).type == EntityType::kOther) continue;
    if (own || lexicon_.sector(trees_.lemma(*c)) != nullptr) out = parties_.doers(*c);
  }
  const bool of_is_target = std::find(entry.targets.begin(), entry.targets.end(), "of") != entry.targets.end();
  if (out.empty() && !entry.two_way && !of_is_target) out = targets_.by_preposition(t, "of");
  return out;
}

void Reader::noun(uint32_t t) {
  const Predicate* found = lexicon_.event_noun(trees_.lemma(t));
  if (found == nullptr || trees_.has_relation(t, "compound")) return;
  const Predicate& entry = *found;
  uint32_t counted = t;
  const uint32_t verb = governor_of(t, &counted);
  Light kind = Light::kNone;
  if (verb != Trees::kNone) {
    uint32_t object = Trees::kNone;
    const Predicate* own = entry_of(verb, &object);
    const bool named =
        own != nullptr && object != Trees::kNone && !own->objects.empty() && names_one_of(object, own->objects);
    if (named && object == counted) return;
    kind = light_kind(verb, counted);
  }
  if (entry.light_only && kind == Light::kNone) return;
  Finding finding;
  finding.token = t;
  finding.code = entry.code;
  finding.mode = entry.mode;
  finding.two_way = entry.two_way;
  finding.span = trees_.token(t).span;
  finding.sources = noun_sources(t, entry);
  finding.targets = targets_.of_noun(t, entry, finding.sources);
  finding.status = status_of(trees_, t);
  const bool lone = finding.sources.empty();
  const bool consults = entry.code == "CONSULT";
  if (kind != Light::kNone) {
    if (verb < t) finding.span.begin = trees_.token(verb).span.begin;
    std::vector<EntityId> doers = sources_of(verb);
    if (kind == Light::kGets) {
      if (lone) finding.sources = targets_.by_preposition(verb, "from");
      if (finding.sources.empty()) finding.sources = targets_.by_preposition(verb, "by");
      if (finding.sources.empty()) return;
      finding.targets = doers;
    } else if (lone || entry.two_way) {
      append(finding.sources, doers);
    }
    if (finding.targets.empty() && kind != Light::kGets) {
      for (const std::string& preposition : entry.targets) {
        finding.targets = targets_.by_preposition(verb, preposition);
        subtract(finding.targets, finding.sources);
        if (!finding.targets.empty()) break;
      }
      if (finding.targets.empty() && !entry.two_way) finding.targets = targets_.nearest(t, false, finding.sources);
    }
    // What is announced has happened, unless it is a journey or a meeting.
    const bool announced = trees_.lemma(verb) == "announce" && !consults;
    if (kind == Light::kPlans && !announced) finding.status = stronger(finding.status, EventStatus::kPlanned);
    if (kind == Light::kPrevents) finding.status = EventStatus::kNegated;
    if (kind == Light::kEnds) {
      // What is hostile is given up; what is friendly is broken off.
      finding.code = is_cooperation(entry.code) ? "SANCTION" : "CONCEDE";
      finding.mode.clear();
      finding.two_way = false;
      finding.status = verb == Trees::kNone ? finding.status : status_of(trees_, verb);
      if (!lone && !doers.empty()) {
        append(finding.targets, finding.sources);
        finding.sources = doers;
      }
      if (finding.sources.empty()) return;
    }
    record(std::move(finding));
    return;
  }
  // "said on a visit to ...", "agreed in a meeting with ...": whoever says or agrees.
  if (consults && verb != Trees::kNone && trees_.has_relation(counted, "obl") &&
      among(kDuring, trees_.preposition(counted)) && (entry.two_way ? finding.targets.size() == 1 && lone : lone)) {
    const std::string_view preposition = trees_.preposition(counted);
    // "said Peru will help, in a meeting with ...": the meeting is the speaker's.
    const uint32_t reporting = reporting_verb(trees_, verb);
    if (reporting != Trees::kNone && preposition != "for") append(finding.sources, speakers_of(reporting));
    if (finding.sources.empty()) append(finding.sources, sources_of(verb));
    if (finding.sources.empty() && is_passive(trees_, verb)) {
      for (const uint32_t patient : patients(trees_, verb)) append(finding.sources, parties_.doers(patient));
    }
    if (preposition == "for" || preposition == "before" || preposition == "ahead")
      finding.status = stronger(finding.status, EventStatus::kPlanned);
  }
  // The same where the tree hangs it on a noun ("hailed ties with Peru during a meeting with ...").
  if (consults && verb == Trees::kNone && lone && finding.targets.size() == 1 && trees_.has_relation(counted, "nmod")) {
    const std::string_view preposition = trees_.preposition(counted);
    uint32_t at = trees_.head(counted);
    const bool during = preposition == "during" || preposition == "after" || preposition == "following";
    for (int depth = 0; during && depth < 4 && at != Trees::kNone && finding.sources.empty(); ++depth) {
      for (const uint32_t subject : clause_subject(trees_, at)) {
        if (trees_.child(at, "nsubj") != Trees::kNone) append(finding.sources, parties_.doers(subject));
      }
      at = trees_.head(at);
    }
  }
  if (finding.two_way ? finding.sources.size() + finding.targets.size() < 2
                      : finding.sources.empty() || finding.targets.empty())
    return;
  record(std::move(finding));
}

}  // namespace readout::events
