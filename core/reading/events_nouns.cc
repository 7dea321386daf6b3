#include <algorithm>
#include <array>

#include "reading/events_actors.h"
#include "reading/events_clause.h"
#include "reading/events_control.h"
#include "reading/events_reader.h"
#include "reading/events_status.h"
#include "reading/events_words.h"

namespace readout::events {

namespace {

// A clause is told of those who are at the meeting or on the visit that these introduce.
constexpr std::array<std::string_view, 9> kDuring = {"in",        "at",     "during", "on",   "after",
                                                     "following", "before", "for",    "ahead"};

// What only those can do whose the meeting or deal is.
bool is_own_to_stop(std::string_view verb) {
  return verb == "postpone" || verb == "delay" || verb == "decline" || verb == "refuse" || verb == "avoid";
}

}  // namespace

// Several who are the subject of a clause above: unnamed ones ("the ministers"), or more than one ("Lee and Roe").
std::vector<EntityId> Reader::all_above(uint32_t t) {
  for (uint32_t at = trees_.head(t), depth = 0; at != Trees::kNone && depth < 4; at = trees_.head(at), ++depth) {
    if (trees_.token(at).upos != Upos::kVerb) continue;
    std::vector<EntityId> out;
    for (const uint32_t subject : clause_subject(trees_, at)) {
      const bool plural = trees_.words(subject).back() == 's' && trees_.lemma(subject).back() != 's';
      const auto doers = parties_.doers(subject);
      if (doers.size() > 1 || (plural && lexicon_.sector(trees_.lemma(subject)) != nullptr)) append(out, doers);
    }
    if (!out.empty()) return out;
  }
  return {};
}

// "A's visit", "a visit by A", "criticism from A", "a Peruvian visit".
std::vector<EntityId> Reader::noun_sources(uint32_t t, const Predicate& entry) {
  std::vector<EntityId> out;
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    if (!trees_.is_relation(*c, "nmod:poss") || entry.undergone) continue;
    // "his visit", of one of two: whose it was stays open.
    if (trees_.token(*c).upos == Upos::kPron && parties_.is_doubtful(*c)) continue;
    auto found = parties_.doers(*c);
    if (found.empty() && trees_.token(*c).upos == Upos::kPron) found = antecedent(*c, t);
    // "they spoke in their meeting"
    if (found.empty() && entry.two_way && trees_.lemma(*c) == "their") found = all_above(t);
    append(out, found);
  }
  if (out.empty()) out = targets_.introduced(t, "by");
  if (out.empty() && !entry.two_way && entry.code != "RETREAT" && entry.code != "COERCE")
    out = targets_.by_preposition(t, "from");
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t) && out.empty(); ++c) {
    const bool adjective = trees_.has_relation(*c, "amod") && parties_.is_country(*c);
    const bool compound = trees_.has_relation(*c, "compound");
    if (!adjective && !compound) continue;
    const auto own = parties_.at(*c);
    if (own && parties_.is_place(*own) && !parties_.is_country(*c)) continue;
    if (own && parties_.entity(*own).type == EntityType::kOther) continue;
    // "a state visit": of what kind.
    if (!own && entry.mode == "visit" && trees_.words(*c) == "state") continue;
    // "a Lund Foundation trip": whoever went on it.
    if (own && compound && entry.mode == "visit" && parties_.entity(*own).type == EntityType::kOrganisation) continue;
    if (own || (!entry.two_way && lexicon_.sector(trees_.lemma(*c)) != nullptr)) out = parties_.doers(*c);
  }
  const bool of_is_target = std::find(entry.targets.begin(), entry.targets.end(), "of") != entry.targets.end();
  if (out.empty() && !entry.two_way && !of_is_target) out = targets_.by_preposition(t, "of");
  return out;
}

bool Reader::is_theirs(uint32_t t) const {
  const uint32_t owner = trees_.child(t, "nmod:poss");
  return owner != Trees::kNone && trees_.lemma(owner) == "their";
}

// "during a meeting", "on his visit": the subject of the verb before it, by the order of words.
std::vector<EntityId> Reader::attendants(uint32_t t) {
  uint32_t k = t;
  while (k > sentence_->first_token && phrases_.in_phrase(k - 1)) --k;
  if (k == sentence_->first_token || !listed(kDuring, trees_.lemma(k - 1))) return {};
  for (uint32_t v = k - 1; v > sentence_->first_token; --v) {
    // "says Lee is in talks": Lee, and not who says so.
    const Upos tag = trees_.token(v).upos;
    if (tag != Upos::kVerb && !(tag == Upos::kAux && trees_.lemma(v) == "be")) continue;
    std::vector<EntityId> out;
    for (const uint32_t head : phrases_.before(v, sentence_->first_token)) append(out, parties_.doers(head));
    if (!out.empty()) return out;
  }
  return {};
}

// What looks like an event and is none: "calls for an inquiry", "a press release", "the release of documents".
bool Reader::is_other_noun(uint32_t t, const Predicate& entry) const {
  const std::string_view before = t > sentence_->first_token ? trees_.lemma(t - 1) : std::string_view{};
  if (is_form_of(trees_.lemma(t), "call")) {
    for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
      const std::string_view preposition = trees_.preposition(*c);
      if (preposition == "for" || preposition == "on" || preposition == "to" || trees_.has_relation(*c, "acl"))
        return true;
    }
    const uint32_t next = t + 1;
    if (next < sentence_->last_token && (trees_.lemma(next) == "for" || trees_.lemma(next) == "to")) return true;
  }
  if ((is_form_of(trees_.lemma(t), "probe") && is_of_heavens(t)) || is_show(t)) return true;
  // "shows an understanding of trade", "the miners' strike"
  if (is_form_of(trees_.lemma(t), "understanding")) {
    for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
      if (trees_.preposition(*c) == "of") return true;
    }
  }
  if (before == "press" || before == "news" || before == "name" || before == "brand") return true;
  // "received a distress call"
  if (is_form_of(trees_.lemma(t), "call") &&
      (before == "distress" || before == "emergency" || before == "prank" || before == "close" || before == "roll"))
    return true;
  // "a mock invasion": an exercise.
  if (entry.code == "ASSAULT" && (before == "mock" || before == "simulated" || before == "simulate")) return true;
  const uint32_t above = trees_.has_relation(t, "obj") ? trees_.head(t) : Trees::kNone;
  constexpr std::array<std::string_view, 4> kPlaying = {"practice", "practise", "rehearse", "simulate"};
  if (entry.code == "ASSAULT" && above != Trees::kNone && listed(kPlaying, trees_.lemma(above))) return true;
  // "consider prison to be cruel": any.
  if (above != Trees::kNone && trees_.lemma(above) == "consider" && t + 2 < sentence_->last_token &&
      trees_.lemma(t + 1) == "to" && trees_.lemma(t + 2) == "be")
    return true;
  // "to the far side of the moon, the first such trip"
  constexpr uint32_t kBefore = 8;
  const bool flies = entry.mode == "visit" && is_form_of(trees_.lemma(t), "trip");
  if (flies && is_of_heavens(t - std::min(t - sentence_->first_token, kBefore))) return true;
  // "a honeymoon trip": private.
  constexpr std::array<std::string_view, 10> kLeisure = {"boat",      "camping", "family",   "fishing", "holiday",
                                                         "honeymoon", "school",  "shopping", "ski",     "vacation"};
  if (entry.mode == "visit" && listed(kLeisure, before)) return true;
  // "the resumption of talks with"
  if (entry.of_ties) {
    for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
      const bool of = trees_.has_relation(*c, "nmod") && trees_.preposition(*c) == "of";
      const std::string_view noun = trees_.lemma(*c);
      if (of && (is_form_of(noun, "tie") || is_form_of(noun, "relation") || is_form_of(noun, "relationship")))
        return false;
    }
    return true;
  }
  if (!entry.bodily) return false;
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    if (trees_.has_relation(*c, "nmod") && trees_.preposition(*c) == "of" && !is_bodily(*c)) return true;
  }
  return false;
}

void Reader::noun(uint32_t t) {
  const Predicate* found = lexicon_.event_noun(trees_.lemma(t));
  if (found == nullptr || trees_.has_relation(t, "compound")) return;
  const Predicate& entry = *found;
  if (is_other_noun(t, entry) || is_in_title(t)) return;
  uint32_t counted = t;
  const uint32_t verb = governor_of(t, &counted);
  Light kind = Light::kNone;
  if (verb != Trees::kNone) {
    uint32_t object = Trees::kNone;
    const Predicate* own = entry_of(verb, &object);
    const bool named =
        own != nullptr && object != Trees::kNone && !own->objects.empty() && names_one_of(object, own->objects);
    if (named && object == counted) return;
    // "went on strike": the verb's own words.
    if (own != nullptr && own->particle.find(':') != std::string::npos &&
        is_form_of(trees_.lemma(t), own->particle.substr(own->particle.find(':') + 1)))
      return;
    kind = light_kind(verb, counted);
    // "lead the charge", "joined the charge": nobody is charged.
    if (is_form_of(trees_.lemma(t), "charge") && (trees_.lemma(verb) == "lead" || trees_.lemma(verb) == "join")) return;
    // "refused the endorsement of Lee": theirs, and the refusal is told by the verb.
    if (kind == Light::kPrevents && entry.code == "SUPPORT" && !entry.two_way && own != nullptr &&
        own->code == "REJECT")
      return;
    // "agree on two things - opposition to ...": set apart.
    for (uint32_t k = std::min(verb, t); k < std::max(verb, t); ++k) {
      const std::string_view mark = trees_.words(k);
      if (mark == "—" || mark == "–" || mark == ":" || mark == "--") kind = Light::kNone;
    }
    // "have the support of"
    constexpr std::array<std::string_view, 8> kGetting = {"collect", "earn",   "have", "land",
                                                          "nab",     "secure", "snag", "win"};
    if (entry.code == "SUPPORT" && !entry.two_way && listed(kGetting, trees_.lemma(verb)) && object == counted)
      kind = Light::kGets;
    // "to raise donations": from whoever gives them.
    constexpr std::array<std::string_view, 7> kRaising = {"attract", "collect", "raise", "receive",
                                                          "secure",  "solicit", "win"};
    if (kind == Light::kDoes && entry.code == "AID" && listed(kRaising, trees_.lemma(verb))) kind = Light::kGets;
    // "discussed the battle against them": what is talked about is not fought by those who talk.
    if (entry.code == "ASSAULT" && entry.two_way && (trees_.lemma(verb) == "discuss" || trees_.lemma(verb) == "debate"))
      kind = Light::kNone;
    if (kind == Light::kDoes && entry.code == "SUPPORT" && !entry.two_way && trees_.lemma(verb) == "have")
      kind = Light::kGets;
  }
  // "has four prior arrests": was arrested.
  if (entry.undergone && kind == Light::kDoes && trees_.lemma(verb) == "have") return;
  if (entry.light_only && kind == Light::kNone) return;
  if (entry.received && (kind != Light::kGets || targets_.by_preposition(verb, "from").empty())) return;
  Finding finding;
  finding.token = t;
  finding.code = entry.code;
  finding.mode = entry.mode;
  finding.two_way = entry.two_way;
  finding.span = trees_.token(t).span;
  finding.sources = noun_sources(t, entry);
  finding.targets = targets_.of_noun(t, entry, finding.sources);
  add_joined(t, finding);
  // "Lee's arrest": it is done to whoever it is of.
  const uint32_t owner = entry.undergone ? trees_.child(t, "nmod:poss") : Trees::kNone;
  if (owner != Trees::kNone && finding.targets.empty()) finding.targets = parties_.of(owner);
  subtract(finding.targets, finding.sources);
  finding.several = finding.sources.size() == 1 && parties_.entity(finding.sources.front()).unnamed && is_theirs(t);
  const bool among_targets = !targets_.introduced(t, "between").empty();
  if (is_form_of(trees_.lemma(t), "strike") && !finding.sources.empty() &&
      std::none_of(finding.sources.begin(), finding.sources.end(), [&](EntityId id) { return bears_arms(id); }))
    return;
  // "the Islamic invasion": of no state and no army.
  const auto is_people = [&](EntityId id) {
    return parties_.entity(id).type == EntityType::kNationality &&
           describe_actor(id, parties_.entity(id), lexicon_, lists_).country.empty() && !is_fighter(id);
  };
  if (is_form_of(trees_.lemma(t), "invasion") && !finding.sources.empty() &&
      std::all_of(finding.sources.begin(), finding.sources.end(), is_people))
    return;
  if (finding.code == "ASSAULT" && kind != Light::kGets && (!is_of_arms(trees_.lemma(t), finding) || is_of_words(t))) {
    // "the candidate's attacks on his rival"
    if (entry.two_way || finding.sources.empty() || finding.targets.empty()) return;
    // "the Easter attacks": on no Easter.
    if (std::all_of(finding.targets.begin(), finding.targets.end(),
                    [&](EntityId id) { return parties_.entity(id).type == EntityType::kEvent; }))
      return;
    finding.code = "ACCUSE";
  }
  if (entry.mode == "meet" &&
      std::any_of(finding.targets.begin(), finding.targets.end(), [&](EntityId id) { return is_press(id); }))
    return;
  if (entry.mode == "talk" || entry.mode == "call") {
    const auto hears = [&](EntityId id) { return is_audience(id); };
    if (!finding.targets.empty() && std::all_of(finding.targets.begin(), finding.targets.end(), hears)) return;
  }
  finding.status = status_of(trees_, t);
  // "agreed to a settlement": it is settled.
  if (kind == Light::kDoes && trees_.lemma(verb) == "agree") finding.status = status_of(trees_, verb);
  // "plan to take part in the protest": no more certain than the taking part, whatever preposition stands between.
  const bool linked =
      kind != Light::kNone && kind != Light::kPrevents && (counted != t || !trees_.preposition(counted).empty());
  if (linked) finding.status = stronger(finding.status, status_of(trees_, verb));
  const bool lone = finding.sources.empty();
  const bool consults = entry.code == "CONSULT";
  if (kind != Light::kNone && !consults && is_purpose(verb)) return;
  // "considered a deal likely"
  const uint32_t judged = verb == Trees::kNone ? Trees::kNone : trees_.child(verb, "xcomp");
  if (judged != Trees::kNone && trees_.token(judged).upos == Upos::kAdj) return;
  if (verb != Trees::kNone && trees_.lemma(verb) == "consider" && t + 1 < sentence_->last_token &&
      (trees_.token(t + 1).upos == Upos::kAdj || trees_.lemma(t + 1) == "likely" || trees_.lemma(t + 1) == "unlikely"))
    return;
  if (finding.code == "RETREAT" && is_form_of(trees_.lemma(t), "release") && finding.targets.empty()) return;
  if (finding.code == "RETREAT" && !entry.bodily && kind != Light::kNone && finding.targets.empty()) return;
  if (kind != Light::kNone) {
    if (verb < t) finding.span.begin = trees_.token(verb).span.begin;
    std::vector<EntityId> doers = sources_of(verb);
    if (kind == Light::kGets) {
      if (lone) finding.sources = targets_.by_preposition(verb, "from");
      if (finding.sources.empty()) finding.sources = targets_.by_preposition(verb, "by");
      if (finding.sources.empty() && entry.code == "SUPPORT") finding.sources = targets_.introduced(t, "of");
      if (finding.sources.empty()) return;
      // "drew criticism from A, B and others", with those taken for the subject.
      const auto acting = agents(trees_, verb);
      const bool behind = is_finite(verb) && !acting.empty() &&
                          std::all_of(acting.begin(), acting.end(),
                                      [&](uint32_t agent) { return agent > t && !is_passive(trees_, verb); });
      if (behind) return;
      finding.targets = doers;
      // "came under attack from his rival": in words.
      if (finding.code == "ASSAULT" && entry.two_way && !is_of_arms(trees_.lemma(t), finding)) return;
      if (finding.code == "ASSAULT" && (!is_of_arms(trees_.lemma(t), finding) || is_of_words(t)))
        finding.code = "ACCUSE";
    } else if (lone || entry.two_way) {
      // Who opposes a deal of others is no side of it.
      const bool stops = kind == Light::kPrevents && !is_own_to_stop(trees_.lemma(verb));
      if (stops && lone) return;
      if (!stops) append(finding.sources, doers);
    } else if (kind == Light::kPlans && !doers.empty() && trees_.child(t, "nmod:poss") == Trees::kNone) {
      // "the allies seek U.N. sanctions": whoever seeks them.
      finding.sources = doers;
    }
    if (finding.targets.empty() && kind != Light::kGets) {
      for (const std::string& preposition : entry.targets) {
        finding.targets = targets_.by_preposition(verb, preposition);
        subtract(finding.targets, finding.sources);
        if (!finding.targets.empty()) break;
      }
      // "a trip to speak for Lee" goes to no Lee.
      if (finding.targets.empty() && !entry.two_way && entry.mode != "visit")
        finding.targets = targets_.nearest(t, false, finding.sources);
    }
    // "attacks that he lodged against his rival"
    if (finding.code == "ASSAULT" && !entry.two_way && (!is_of_arms(trees_.lemma(t), finding) || is_of_words(t)))
      finding.code = "ACCUSE";
    // One-sided deeds are somebody's; the support of voters is opinion.
    if (!entry.two_way && finding.sources.empty()) return;
    if (entry.code == "SUPPORT" && are_anybody(finding.sources)) return;
    if (entry.weak && !is_political(finding)) return;
    // What is announced has happened, unless it is a journey or a meeting.
    const bool announced = (trees_.lemma(verb) == "announce" && !consults) ||
                           (trees_.lemma(verb) == "approve" && finding.code == "SANCTION");
    // "declined to discuss his attacks on her": those he made.
    const bool owned = trees_.lemma(verb) == "discuss" && trees_.child(t, "nmod:poss") != Trees::kNone;
    if (kind == Light::kPlans && !announced && !owned) finding.status = stronger(finding.status, EventStatus::kPlanned);
    // Where it is only asked that it be prevented, nobody knows.
    if (kind == Light::kPrevents)
      finding.status =
          status_of(trees_, verb) == EventStatus::kHypothetical ? EventStatus::kHypothetical : EventStatus::kNegated;
    if (kind == Light::kEnds) {
      // What is hostile is given up; what is friendly is broken off.
      finding.code = is_cooperation(entry.code) ? "SANCTION" : "CONCEDE";
      finding.mode.clear();
      finding.two_way = false;
      if (doers.empty() && is_gerund(trees_, verb)) return;  // "halting their attacks": nobody knows who
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
      listed(kDuring, trees_.preposition(counted)) && (entry.two_way ? finding.targets.size() == 1 && lone : lone)) {
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
  // "during a summit Lee invited Roe": with each other.
  if (consults && entry.two_way && verb != Trees::kNone && lone && finding.targets.empty() && !among_targets &&
      trees_.has_relation(counted, "obl")) {
    const std::string_view preposition = trees_.preposition(counted);
    if (preposition == "during" || preposition == "at" || preposition == "in" || preposition == "on")
      finding.sources = addressed(verb);
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
  // The same by the order of words.
  // "freed after talks between the two": theirs alone.
  const bool all_told = among_targets && finding.targets.size() > 1;
  if (consults && finding.sources.empty() && !finding.targets.empty() && !all_told) finding.sources = attendants(t);
  // "meetings with envoys of two countries": theirs with somebody who is not named.
  if (finding.two_way && finding.sources.empty() && !among_targets) return;
  if (finding.two_way && finding.several) {
    record(std::move(finding));
    return;
  }
  if (finding.two_way ? finding.sources.size() + finding.targets.size() < 2
                      : finding.sources.empty() || finding.targets.empty())
    return;
  record(std::move(finding));
}

}  // namespace readout::events
