#include "reading/events_targets.h"
#include "reading/events_clause.h"
#include "reading/events_words.h"

#include <algorithm>
#include <array>

namespace readout::events {

namespace {

// Codes of which the place is the one it is done to, where no other is named.
bool reaches_places(std::string_view code) {
  constexpr std::array<std::string_view, 9> kCodes = {"AGREE",    "AID",     "ASSAULT", "COERCE",  "CONCEDE",
                                                      "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"};
  return listed(kCodes, code);
}

bool prefers_things(std::string_view code) { return code == "ASSAULT" || code == "COERCE" || code == "RETREAT"; }

// What somebody says or wants, and another rejects.
bool is_utterance(std::string_view noun) {
  constexpr std::array<std::string_view, 15> kUtterances = {
      "accusation", "allegation", "argument", "assertion", "attack",     "call",    "charge", "claim",
      "complaint",  "criticism",  "demand",   "request",   "suggestion", "warning", "plea"};
  return std::any_of(kUtterances.begin(), kUtterances.end(),
                     [&](std::string_view word) { return is_form_of(noun, word); });
}

// Verbs that put an attitude into words.
bool utters(std::string_view verb) {
  constexpr std::array<std::string_view, 9> kUttering = {"air",      "convey",    "declare", "express", "reaffirm",
                                                         "reassert", "reiterate", "signal",  "voice"};
  return listed(kUttering, verb);
}

}  // namespace

void append(std::vector<EntityId>& to, const std::vector<EntityId>& more) {
  for (const EntityId entity : more) {
    if (std::find(to.begin(), to.end(), entity) == to.end()) to.push_back(entity);
  }
}

void subtract(std::vector<EntityId>& from, const std::vector<EntityId>& others) {
  from.erase(std::remove_if(from.begin(), from.end(),
                            [&](EntityId e) { return std::find(others.begin(), others.end(), e) != others.end(); }),
             from.end());
}

std::vector<EntityId> Targets::taken_by_verb(uint32_t t, uint32_t object, const Predicate& entry,
                                             const std::vector<EntityId>& sources) {
  std::vector<EntityId> out;
  const bool named_object = !entry.objects.empty() && entry.objects.front()[0] != '<';
  const bool has_object = object != Trees::kNone;
  // "dismantle his arsenal": one's own, whoever else the pronoun may stand for.
  if (entry.code == "RETREAT" && named_object && has_object && trees_.child(object, "nmod:poss") != Trees::kNone &&
      trees_.token(trees_.child(object, "nmod:poss")).upos == Upos::kPron && entry.targets.front() == "obj")
    return out;
  // "defended his votes": most often one's own.
  const uint32_t owned = has_object ? trees_.child(object, "nmod:poss") : Trees::kNone;
  if (owned != Trees::kNone && trees_.token(owned).upos == Upos::kPron && trees_.lemma(t) == "defend" &&
      (!is_actor(object) || trees_.lemma(object) == "administration"))
    return out;
  // "protect their seats in the council": one's own, and nobody is helped.
  if (owned != Trees::kNone && trees_.token(owned).upos == Upos::kPron && entry.code == "AID" && !named_object &&
      !is_actor_by_itself(object)) {
    out = parties_.of(owned);
    subtract(out, sources);
    return out;
  }
  // "seized the land from Peru": from whom it is taken, not what is.
  constexpr std::array<std::string_view, 4> kTaking = {"confiscate", "expropriate", "grab", "seize"};
  if (has_object && listed(kTaking, trees_.lemma(t)) && !named_object && trees_.token(object).upos == Upos::kNoun) {
    const uint32_t loser = phrases_.behind(t, "from", last_);
    if (loser != Trees::kNone && loser > object) out = parties_.of(loser);
    subtract(out, sources);
    out.erase(std::remove_if(out.begin(), out.end(), [&](EntityId id) { return parties_.is_place(id); }), out.end());
    if (!out.empty()) return out;
  }
  // "visited the Vessby border in Lund": a place on it.
  const uint32_t goal = entry.mode != "visit" || !has_object ? Trees::kNone
                        : named_object                       ? phrases_.behind(object, "to", last_)
                                                             : object;
  if (goal != Trees::kNone && is_form_of(trees_.lemma(goal), "border")) return in_order(goal, "in");
  // "struck an army camp in ...": the thing that was struck, by its owner's name where one stands beside it.
  if (has_object && prefers_things(entry.code) && !named_object && !parties_.at(object) &&
      lexicon_.thing(trees_.lemma(object)) == Thing::kBodily && lexicon_.sector(trees_.lemma(object)) == nullptr) {
    out = parties_.owners(object);
    subtract(out, sources);
    // "an army base" is a base; "Peru's base" is Peru's.
    if (out.empty() || parties_.entity(out.front()).unnamed) {
      out.clear();
      if (const auto thing = parties_.thing(object)) out = {*thing};
    }
    return out;
  }
  // "condemned the attack on ...": those who attack, else the attack.
  const Predicate* event = has_object ? lexicon_.event_noun(trees_.lemma(object)) : nullptr;
  if (event != nullptr && !named_object && entry.code == "ACCUSE" && !is_cooperation(event->code)) {
    out = by_preposition(object, "by");
    if (out.empty()) out = in_order(object, "by");
    if (out.empty()) out = parties_.doers(object);
    subtract(out, sources);
    if (out.empty()) {
      if (const auto thing = parties_.thing(object)) out = {*thing};
    }
    return out;
  }
  // "voiced his disapproval": one's own attitude is of nobody else.
  const uint32_t own = has_object && named_object ? trees_.child(object, "nmod:poss") : Trees::kNone;
  const bool is_own = own != Trees::kNone && trees_.token(own).upos == Upos::kPron && utters(trees_.lemma(t));
  // "requested a Vessby investigation of Lee": of those who are to do it.
  if (entry.code == "DEMAND" && event != nullptr && !named_object && is_named_owner(object)) {
    out = parties_.owners(object);
    subtract(out, sources);
    return out;
  }
  // "requested cooperation with the ministries": of those.
  if (entry.code == "DEMAND" && event != nullptr && !named_object && is_cooperation(event->code)) {
    out = by_preposition(object, "with");
    if (out.empty()) out = in_order(object, "with");
    subtract(out, sources);
    if (!out.empty()) return out;
  }
  // "rejected criticism from Lee", with the criticism hung on the verb's own words or on its object: his.
  const bool own_words = entry.code == "REJECT" && has_object && object > t && !named_object && !is_actor(object) &&
                         is_utterance(trees_.lemma(object));
  if (own_words) {
    for (const std::string_view link : {"from", "by"}) {
      out = by_preposition(object, link);
      if (out.empty()) out = by_preposition(t, link);
      if (out.empty()) out = in_order(object, link);
      subtract(out, sources);
      if (!out.empty()) return out;
    }
  }
  // "rejected a Vessby proposal for talks with Norrby": whose it was.
  if (entry.code == "REJECT" && named_object && has_object && is_named_owner(object)) {
    out = parties_.owners(object);
    subtract(out, sources);
    if (!out.empty()) return out;
  }
  const bool takes = std::find(entry.targets.begin(), entry.targets.end(), "obj") != entry.targets.end();
  // "hosts a Vessby area show"
  const bool guest =
      entry.mode != "host" || !has_object || parties_.at(object) || lexicon_.sector(trees_.lemma(object)) != nullptr;
  for (const std::string& place : entry.targets) {
    // "blamed officials on the radio": whom is said already.
    if (place != "obj" && takes && !named_object && has_object && is_actor(object) && !entry.two_way) continue;
    if (place == "obj") {
      // "met the threshold of ..." is no meeting.
      const bool itself = entry.weak || (entry.two_way && entry.mode == "meet") || entry.mode == "visit";
      if (has_object && !is_means(object) && (!itself || is_actor(object)) && guest) {
        const bool body = lexicon_.sector(trees_.lemma(object)) != nullptr && trees_.lemma(object) != "state";
        // "opposed a deal with Peru": the deal.
        const Predicate* deal = lexicon_.event_noun(trees_.lemma(object));
        const bool opinion = entry.code == "REJECT" || entry.code == "ACCUSE" || entry.code == "SUPPORT";
        // "opposed the Vessby war", "cheered the tax cuts": not the one whose name it bears.
        const uint32_t quoted = opinion ? behind_quoted(object) : Trees::kNone;
        const uint32_t judged = counted_by(object);
        const bool of_thing = opinion && !named_object && (bears_name(judged, t) || quoted != Trees::kNone);
        const bool of_deal = opinion && deal != nullptr && deal->mode == "agree";
        // "opposed discrimination against Peru": not Peru; "rejected talks with Peru" is of those who talk.
        const bool against = opinion && !named_object && is_against(judged);
        // "urged consideration of other nominees": asked of nobody whom it is about.
        const bool asked = is_asked_about(object, entry);
        if (asked) {
          out = by_preposition(object, "by");
          if (out.empty()) out = by_preposition(object, "from");
          if (out.empty() && is_named_owner(object)) out = parties_.owners(object);
        } else if (!of_thing && !against)
          out = (named_object && !body) || of_deal ? parties_.owners(object) : parties_.of(object);
        if (of_thing || against || (of_deal && out.empty())) {
          if (const auto thing = parties_.thing(quoted == Trees::kNone ? object : quoted)) out = {*thing};
        }
        // "is investigating the attack on Peru": the attack, where nobody is named whose it was.
        const bool inquired = entry.code == "INVESTIGATE" && deal != nullptr && !is_cooperation(deal->code) &&
                              !parties_.at(object) && trees_.child(object, "nmod:poss") == Trees::kNone;
        if (inquired && by_preposition(object, "by").empty()) {
          if (const auto thing = parties_.thing(object)) out = {*thing};
        }
        // "welcomed its resumption of ties with Peru": of the object, where the tree hangs it on the verb.
        subtract(out, sources);
        const bool of = out.empty() && object > t && object + 1 < last_ && trees_.lemma(object + 1) == "of";
        const uint32_t whose = of ? phrases_.after(object + 1, last_) : Trees::kNone;
        if (whose != Trees::kNone && trees_.head(whose) == t) out = parties_.of(whose);
      }
    } else if (place == "iobj") {
      const uint32_t receiver = trees_.child(t, "iobj");
      if (receiver != Trees::kNone) out = parties_.of(receiver);
    } else if (place == "comp" && entry.two_way && (sources.size() > 1 || !is_trade(t, object))) {
      continue;  // "a deal to disarm Peru" is not with Peru, one to supply it is
    } else if (place == "comp") {
      // "Compare them, Lee urged": what was said before it.
      const uint32_t clause = trees_.child(t, "ccomp");
      if (clause == Trees::kNone || clause > t) out = in_complement(t, sources);
    } else {
      const bool own = entry.strict && (entry.code == "SUPPORT" || entry.code == "AID");
      const uint32_t head = own ? phrases_.behind(t, place, last_) : Trees::kNone;
      // "stood by his words", "by her side"
      const uint32_t owner = head == Trees::kNone ? Trees::kNone : trees_.child(head, "nmod:poss");
      const bool named = owner != Trees::kNone && trees_.token(owner).upos == Upos::kPropn;
      if (head != Trees::kNone && ((!is_actor(head) && !named) || trees_.lemma(head) == "side")) return {};
      // "voted against the Vessby bill": the bill.
      const uint32_t against =
          place == "against" && entry.code == "REJECT" ? phrases_.behind(t, place, last_) : Trees::kNone;
      if (against != Trees::kNone && bears_name(against, t)) {
        if (const auto thing = parties_.thing(against)) out = {*thing};
        return out;
      }
      out = by_preposition(t, place);
      if (out.empty() && object != Trees::kNone) out = by_preposition(object, place);
      if (out.empty()) out = in_order(t, place);
      if (out.empty() && object != Trees::kNone && object > t) out = in_order(object, place);
    }
    subtract(out, sources);
    if (!out.empty()) return out;
  }
  if (entry.two_way || entry.strict) return out;
  // "sold the paper": what is sold is no party.
  const bool itself = entry.weak || entry.mode == "visit";
  if (has_object && (takes || named_object) && guest && !is_means(object) && !is_asked_about(object, entry) &&
      (!itself || named_object || is_actor(object))) {
    // "the Vessby inquiry" is done by Vessby.
    // "the Vessby demonstrations" are held there, "a Vessby missile" is Vessby's.
    const bool fired =
        named_object && entry.code == "ASSAULT" && lexicon_.thing(trees_.lemma(object)) == Thing::kWeapon;
    const bool nobody = is_own || fired || (named_object && (entry.code == "INVESTIGATE" || entry.code == "PROTEST"));
    if (!nobody) out = named_object ? parties_.owners(object) : parties_.of(object);
    const bool owned_by = !out.empty();
    subtract(out, sources);
    // What is the source's own is nobody else's ("defended his words").
    if (!out.empty() || (owned_by && entry.targets.front() == "obj")) return out;
  }
  // "fired missiles into the sea": whom it is done to is said, and is nobody. "an inquiry into the crash" is of that,
  // "fired at a ship" at that.
  if (named_object) {
    const uint32_t slot = taken_slot(t, object, entry);
    if (slot != Trees::kNone) {
      const bool shot_at = entry.code == "ASSAULT" && trees_.preposition(slot) == "at" &&
                           lexicon_.thing(trees_.lemma(slot)) == Thing::kBodily;
      if (entry.code != "INVESTIGATE" && !shot_at) return out;
      if (const auto thing = parties_.thing(slot)) out = {*thing};
      return out;
    }
  }
  // What is no actor makes an everyday verb no event, whoever stands near it; but "defended Vessby's decision" is of
  // Vessby.
  if (entry.weak && has_object && !named_object && entry.targets.front() == "obj" && !is_actor(object)) {
    const uint32_t owner = trees_.child(object, "nmod:poss");
    if (owner != Trees::kNone) out = parties_.of(owner);
    subtract(out, sources);
    return out;
  }
  // What is criticised or rejected is the object, if nobody's.
  const bool judged = entry.code == "ACCUSE" || entry.code == "REJECT";
  if (judged && has_object && !named_object && entry.targets.front() == "obj") {
    const bool own = trees_.child(object, "nmod:poss") != Trees::kNone;
    const auto thing = own ? std::nullopt : parties_.thing(object);
    if (thing) out = {*thing};
    subtract(out, sources);
    return out;
  }
  // A verb that wants an object and has none ("warned that ...") names nobody.
  if (!has_object && std::find(entry.targets.begin(), entry.targets.end(), "obj") != entry.targets.end()) return out;
  // Whoever stands near is one only where the frame's own words are there ("launched a mediation effort to end ...").
  if (named_object && !is_passive(trees_, t) && entry.code != "PROTEST" && entry.code != "INVESTIGATE")
    out = nearest(t, false, sources);
  if (!out.empty()) return out;
  const bool asks = entry.code == "DEMAND" || entry.code == "AGREE" || entry.code == "THREATEN";
  const auto as_thing = [&] {
    if (object == Trees::kNone || named_object || asks) return;
    // What is the source's own is no other party ("defended his words").
    const uint32_t owner = trees_.child(object, "nmod:poss");
    if (owner != Trees::kNone) return;
    if (const auto thing = parties_.thing(object)) out = {*thing};
    subtract(out, sources);
  };
  if (!has_object && prefers_things(entry.code) && is_on_a_thing(t, entry)) return out;
  if (prefers_things(entry.code)) as_thing();
  if (out.empty() && reaches_places(entry.code)) {
    out = nearest(t, true, sources);
    // "fired a missile from Vessby"
    if (entry.code == "ASSAULT" && !out.empty()) subtract(out, by_preposition(t, "from"));
  }
  if (out.empty() && std::find(entry.targets.begin(), entry.targets.end(), "obj") != entry.targets.end()) as_thing();
  return out;
}

}  // namespace readout::events
