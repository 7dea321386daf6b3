// Whether a verb of the lexicon is used in a sense that tells no deed: warnings that are advice, people welcomed as
// guests, seats that are occupied, titles of works. No event is better than a wrong one.
#include <algorithm>
#include <array>

#include "reading/events_actors.h"
#include "reading/events_clause.h"
#include "reading/events_control.h"
#include "reading/events_reader.h"
#include "reading/events_status.h"
#include "reading/events_words.h"
#include "text/unicode.h"

namespace readout::events {

namespace {

// Parts of the body: what is done to them is done with the hands, and not in words. Sorted.
constexpr std::array<std::string_view, 19> kBody = {"arm",  "back",  "cheek", "chest", "ear",     "eye",  "face",
                                                    "fist", "foot",  "hair",  "hand",  "head",    "knee", "leg",
                                                    "lip",  "mouth", "neck",  "nose",  "shoulder"};

// Guilt in one word before a noun: "a convicted rapist". Sorted.
constexpr std::array<std::string_view, 16> kConvicts = {
    "criminal", "drug",       "felon",  "fraudster", "gangster", "killer", "kidnapper", "molester",
    "murderer", "paedophile", "rapist", "sex",       "smuggler", "spy",    "terrorist", "thief"};

// Who is welcomed or helped as a customer is, and who is housed under lock and key. Sorted.
constexpr std::array<std::string_view, 12> kCustomers = {"consumer", "customer",  "guest",   "passenger",
                                                         "patron",   "pilgrim",   "shopper", "student",
                                                         "tourist",  "traveller", "viewer",  "visitor"};
constexpr std::array<std::string_view, 13> kHoused = {"animal",   "bank",         "company", "convict",      "employee",
                                                      "firm",     "headquarters", "inmate",  "intermediary", "office",
                                                      "prisoner", "student",      "tenant"};

// What is occupied without a shot. Sorted.
constexpr std::array<std::string_view, 12> kSeats = {"chair", "job",  "office", "place", "position", "post",
                                                     "rank",  "role", "room",   "seat",  "space",    "spot"};

template <size_t N>
bool is_any(const std::array<std::string_view, N>& nouns, std::string_view lemma) {
  return std::any_of(nouns.begin(), nouns.end(), [&](std::string_view noun) { return is_form_of(lemma, noun); });
}

bool is_quote(std::string_view word) {
  return word == "\"" || word == "''" || word == "“" || word == "”" || word == "‘" || word == "’" || word == "'";
}

bool is_infinitive(const Trees& trees, uint32_t c) {
  for (const uint32_t* m = trees.begin(c); m != trees.end(c); ++m) {
    if (trees.has_relation(*m, "mark") && trees.lemma(*m) == "to" && *m < c) return true;
  }
  return false;
}

}  // namespace

// "a huge fire", but "artillery fire", "Peruvian fire".
bool Reader::is_blaze(uint32_t noun) const {
  if (trees_.token(noun).upos != Upos::kNoun && trees_.token(noun).upos != Upos::kPropn) return false;
  for (const uint32_t* c = trees_.begin(noun); c != trees_.end(noun); ++c) {
    const std::string_view lemma = trees_.lemma(*c);
    const bool shot = lexicon_.thing(lemma) == Thing::kWeapon || lexicon_.sector(lemma) != nullptr || parties_.at(*c) ||
                      lemma == "enemy" || lemma == "friendly" || lemma == "gun" || lemma == "hostile" ||
                      lemma == "return" || lemma == "covering" || lemma == "tank";
    if (*c < noun && shot) return false;
    if (trees_.has_relation(*c, "nmod") && (trees_.preposition(*c) == "from" || trees_.preposition(*c) == "by"))
      return false;
  }
  return true;
}

// By the words beside the verb alone.
bool Reader::is_figure_of_words(uint32_t t, uint32_t object) const {
  const std::string_view lemma = trees_.lemma(t);
  const uint32_t next = t + 1;
  const bool inside = next < sentence_->last_token;
  // "may have convicted rapist ..."
  if (lemma == "convict" && inside && is_any(kConvicts, trees_.lemma(next))) return true;
  // "a company called Vessby": named so.
  if (lemma == "call" && trees_.is_relation(t, "acl") && !is_gerund(trees_, t) && is_passive(trees_, t)) return true;
  // "'Attack on Vessby' meets 'Lund'": works.
  if (inside && t > sentence_->first_token && is_quote(trees_.words(t - 1)) && is_quote(trees_.words(next))) {
    int before = 0;
    for (uint32_t k = sentence_->first_token; k < t; ++k) before += is_quote(trees_.words(k)) ? 1 : 0;
    if (before == 2) return true;
  }
  // "destroyed by a fire": of itself, unless it is of guns.
  for (const uint32_t agent : agents(trees_, t)) {
    if (is_form_of(trees_.lemma(agent), "fire") && is_blaze(agent)) return true;
  }
  // "was slammed into a car": not in words.
  if ((lemma == "slam" || lemma == "knock" || lemma == "blast") && inside &&
      (trees_.lemma(next) == "into" || trees_.lemma(next) == "onto" || trees_.lemma(next) == "through"))
    return true;
  // "striking workers": who strike.
  const std::string* struck = inside && trees_.words(t) == "striking" ? lexicon_.sector(trees_.lemma(next)) : nullptr;
  if (struck != nullptr && (*struck == "labour" || *struck == "civilians")) return true;
  // "both the accused"
  const bool bare = object == Trees::kNone || object < t;
  if (lemma == "accuse" && bare && t > sentence_->first_token && trees_.lemma(t - 1) == "the" &&
      !(inside && trees_.lemma(next) == "of"))
    return true;
  // "it is not just neighbours shooting people": of people at large.
  const uint32_t noun = trees_.is_relation(t, "acl") ? trees_.head(t) : Trees::kNone;
  if (noun != Trees::kNone && is_gerund(trees_, t) && trees_.child(noun, "cop") != Trees::kNone) {
    const uint32_t subject = trees_.child(noun, "nsubj");
    if (subject != Trees::kNone && trees_.lemma(subject) == "it") return true;
  }
  // The same by the order of words: "it's not just neighbours shooting".
  if (is_gerund(trees_, t) && trees_.child(t, "aux") == Trees::kNone) {
    uint32_t k = t;
    while (k > sentence_->first_token && k + 5 > t && phrases_.in_phrase(k - 1)) --k;
    const bool just =
        k > sentence_->first_token + 3 && k < t && (trees_.lemma(k - 1) == "just" || trees_.lemma(k - 1) == "only");
    if (just && trees_.lemma(k - 3) == "be" && trees_.lemma(k - 4) == "it") return true;
    if (just && trees_.token(k - 3).upos == Upos::kAux && trees_.lemma(k - 4) == "it") return true;
  }
  // "all strangers sentenced to two years": whoever they will be.
  const uint32_t patient = trees_.is_relation(t, "acl") && is_passive(trees_, t) ? trees_.head(t) : Trees::kNone;
  const uint32_t every = patient == Trees::kNone ? Trees::kNone : trees_.child(patient, "det");
  if (every != Trees::kNone && (trees_.lemma(every) == "all" || trees_.lemma(every) == "any" ||
                                trees_.lemma(every) == "every" || trees_.lemma(every) == "anyone"))
    return true;
  // "people who are robbed should get help": whoever they are.
  const uint32_t whoever = trees_.is_relation(t, "acl:relcl") && is_passive(trees_, t) ? trees_.head(t) : Trees::kNone;
  const uint32_t be = whoever == Trees::kNone ? Trees::kNone : trees_.child(t, "aux:pass");
  if (be != Trees::kNone && trees_.words(be) == "are" && trees_.child(t, "aux") == be &&
      trees_.child(whoever, "det") == Trees::kNone && trees_.has_relation(whoever, "nsubj") &&
      modality_of(trees_, trees_.head(whoever)).obliged)
    return true;
  // "a party that rejects her is one that ...": any such party.
  const uint32_t any = trees_.is_relation(t, "acl:relcl") ? trees_.head(t) : Trees::kNone;
  const uint32_t article = any == Trees::kNone ? Trees::kNone : trees_.child(any, "det");
  const uint32_t root = any == Trees::kNone ? Trees::kNone : trees_.head(any);
  const bool present = trees_.words(t).back() == 's' && trees_.words(t) != trees_.lemma(t);
  if (present && article != Trees::kNone && trees_.lemma(article) == "a" && root != Trees::kNone && root > t &&
      trees_.has_relation(any, "nsubj") && trees_.child(root, "cop") != Trees::kNone)
    return true;
  // "bash his head": of a body.
  return object != Trees::kNone && object > t && is_any(kBody, trees_.lemma(object)) &&
         trees_.token(object).upos == Upos::kNoun && trees_.child(object, "nmod:poss") != Trees::kNone;
}

bool Reader::is_other_sense(uint32_t t, uint32_t object, const Finding& finding) const {
  const std::string_view lemma = trees_.lemma(t);
  const auto& sources = finding.sources;
  const auto& targets = finding.targets;
  if (is_unlike_root(t, object, finding)) return true;
  const std::string_view noun = object == Trees::kNone ? std::string_view{} : trees_.lemma(object);
  const auto is_unnamed = [&](EntityId id) { return parties_.entity(id).unnamed; };
  const auto is_thing = [&](EntityId id) { return parties_.is_thing(id); };
  if (lemma == "warn") {
    // "warned the mayors to prepare": advice; "warned against forces of hate": of nobody in particular.
    for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
      const bool clause = trees_.has_relation(*c, "xcomp") || trees_.has_relation(*c, "advcl");
      if (clause && *c > t && is_infinitive(trees_, *c)) return true;
    }
    // The same by the order of words.
    const uint32_t warned = phrases_.after(t, sentence_->last_token);
    if (warned != Trees::kNone && warned + 2 < sentence_->last_token && trees_.lemma(warned + 1) == "to" &&
        trees_.token(warned + 2).upos == Upos::kVerb)
      return true;
    const bool against = t + 1 < sentence_->last_token && trees_.lemma(t + 1) == "against";
    if (against && std::all_of(targets.begin(), targets.end(), is_unnamed)) return true;
  }
  // "officers came, then was arrested": those who arrest are not arrested with nobody said to do it.
  if (finding.code == "COERCE" && sources.empty() && !targets.empty() && lemma != "fire" && lemma != "suspend" &&
      lemma != "sack" && lemma != "dismiss") {
    const auto is_police = [&](EntityId id) {
      return is_unnamed(id) && describe_actor(id, parties_.entity(id), lexicon_, lists_).sector == "police";
    };
    if (trees_.child(t, "nsubj") == Trees::kNone && std::all_of(targets.begin(), targets.end(), is_police)) return true;
  }
  // "the crew allowed them on board": leave that only a public body gives is a concession.
  if (finding.code == "CONCEDE" && (lemma == "allow" || lemma == "permit" || lemma == "let")) {
    const auto acting = agents(trees_, t);
    const auto is_rule = [&](uint32_t agent) { return !has_voice(agent); };
    if (!any_political(sources) || (!acting.empty() && std::all_of(acting.begin(), acting.end(), is_rule))) return true;
  }
  // "retreated from the spotlight", "left town": of those who neither fight nor rule.
  if (finding.code == "RETREAT" && (lemma == "retreat" || lemma == "leave")) {
    const auto holds = [&](EntityId id) { return is_fighter(id) || is_public(id); };
    if (std::none_of(sources.begin(), sources.end(), holds)) return true;
  }
  // "called the ambassador to Peru a very good man": named him so, and rang up nobody.
  if (finding.mode == "call" && lemma == "call" && object != Trees::kNone) {
    for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
      if (*c > object && trees_.has_relation(*c, "xcomp") && trees_.child(*c, "det") != Trees::kNone) return true;
    }
    for (uint32_t k = object + 1; k + 1 < sentence_->last_token && k < object + 8; ++k) {
      const Upos tag = trees_.token(k).upos;
      if (trees_.lemma(k) == "a" && trees_.token(k - 1).upos != Upos::kAdp && !parties_.is_date(k) &&
          !parties_.is_date(k + 1) && trees_.is_nominal(k - 1))
        return true;
      if (tag == Upos::kVerb || tag == Upos::kPunct || tag == Upos::kPart) break;
    }
  }
  // "ready to defend itself": does nothing to anybody.
  if (finding.code == "AGREE") {
    const uint32_t deed = trees_.child(t, "xcomp");
    const uint32_t self = deed == Trees::kNone ? Trees::kNone : trees_.child(deed, "obj");
    const std::string_view word = self == Trees::kNone ? std::string_view{} : trees_.words(self);
    if (word.size() > 4 && (word.substr(word.size() - 4) == "self" || word.substr(word.size() - 4) == "lves"))
      return true;
  }
  // "which supports the claims": bears them out.
  const uint32_t subject = trees_.child(t, "nsubj");
  if (lemma == "support" && subject != Trees::kNone && trees_.lemma(subject) == "which" &&
      std::any_of(targets.begin(), targets.end(), is_thing))
    return true;
  // "the line extended its service to Lima": of those who sell it.
  if (finding.code == "AID" && is_form_of(noun, "service") && !any_public(sources)) return true;
  // The head of a state who calls for it to do something promises more than he asks.
  if (finding.code == "DEMAND" && lemma == "call" && sources.size() == 1 && targets.size() == 1 &&
      parties_.is_person(sources.front()) && parties_.is_place(targets.front())) {
    const Actor asks = describe_actor(sources.front(), parties_.entity(sources.front()), lexicon_, lists_);
    const Actor asked = describe_actor(targets.front(), parties_.entity(targets.front()), lexicon_, lists_);
    if (asks.sector == "government" && !asks.country.empty() && asks.country == asked.country) return true;
  }
  if (lemma == "occupy" && is_any(kSeats, noun)) return true;
  if ((lemma == "welcome" || lemma == "help") && is_any(kCustomers, noun)) return true;
  if (lemma == "house" && is_any(kHoused, noun)) return true;
  // "the regulator took over the bank": no fight.
  if (lemma == "take" && finding.code == "ASSAULT" && has_particle(t, "over")) {
    const auto fights = [&](EntityId id) { return is_fighter(id); };
    const auto is_place = [&](EntityId id) { return parties_.is_place(id); };
    if (std::none_of(sources.begin(), sources.end(), fights) && std::none_of(targets.begin(), targets.end(), is_place))
      return true;
  }
  // "campaigned for the assembly": to be in it.
  if (lemma == "campaign" && std::all_of(targets.begin(), targets.end(), [&](EntityId id) {
        return describe_actor(id, parties_.entity(id), lexicon_, lists_).sector == "legislature";
      }))
    return true;
  // "her party destroyed the city": by policy, where nobody bears arms.
  if (finding.code == "ASSAULT" && (lemma == "destroy" || lemma == "ruin" || lemma == "wreck" || lemma == "blow") &&
      !sources.empty()) {
    const auto fights = [&](EntityId id) { return is_fighter(id) || bears_arms(id); };
    const auto is_whole = [&](EntityId id) {
      const Entity& entity = parties_.entity(id);
      return entity.type != EntityType::kPerson && (!entity.unnamed || entity.name == "the place" ||
                                                    entity.name == "the country" || entity.name == "this country");
    };
    if (std::none_of(sources.begin(), sources.end(), fights) && std::all_of(targets.begin(), targets.end(), is_whole))
      return true;
  }
  // "arrived at the Holy Name gymnasium": a house, by a name that is no place.
  if (finding.mode == "visit") {
    const uint32_t house = phrases_.behind(t, "at", sentence_->last_token);
    const auto is_place = [&](EntityId id) { return parties_.is_place(id); };
    if (house != Trees::kNone && trees_.token(house).upos == Upos::kNoun && !parties_.at(house) &&
        lexicon_.sector(trees_.lemma(house)) == nullptr && std::none_of(targets.begin(), targets.end(), is_place))
      return true;
  }
  // "no passenger recognised the minister": states are recognised by states.
  if ((lemma == "recognize" || lemma == "recognise") && !any_political(sources)) return true;
  // "a point that officials have disputed"
  if (lemma == "dispute" && trees_.is_relation(t, "acl:relcl") && std::any_of(targets.begin(), targets.end(), is_thing))
    return true;
  // "Asked by reporters": a question.
  if (finding.code == "DEMAND" && lemma == "ask" && !sources.empty() &&
      std::all_of(sources.begin(), sources.end(), [&](EntityId id) { return is_press(id); }))
    return true;
  // "the silence of Lee helped others": a thing gives nothing.
  if (lemma == "help" && !is_passive(trees_, t) && !trees_.is_relation(t, "acl")) {
    const auto acting = agents(trees_, t);
    const auto gives_nothing = [&](uint32_t agent) {
      return trees_.token(agent).upos == Upos::kNoun && !parties_.at(agent) && !has_voice(agent);
    };
    if (!acting.empty() && std::all_of(acting.begin(), acting.end(), gives_nothing)) return true;
  }
  // "judges criticising lawmakers": some of many, of whom nothing is told.
  const auto is_kind = [&](EntityId id) {
    const std::string& name = parties_.entity(id).name;
    return is_unnamed(id) && parties_.acting_sector(id) == nullptr && !name.empty() && name.back() == 's' &&
           name[0] >= 'a' && name[0] <= 'z' && name.compare(0, 4, "the ") != 0 && parties_.entity(id).country.empty() &&
           name.find("other ") == std::string::npos && std::none_of(name.begin(), name.end(), [](char c) {
             return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
           });
  };
  const bool loose = is_gerund(trees_, t) && trees_.is_relation(t, "acl") &&
                     (finding.code == "ACCUSE" || finding.code == "SUPPORT" || finding.code == "REJECT");
  return loose && !sources.empty() && !targets.empty() && std::all_of(sources.begin(), sources.end(), is_kind) &&
         std::all_of(targets.begin(), targets.end(), is_kind);
}

// "did not rule out a meeting", "has never met a rival like him": what is left open or compared, and not left undone.
bool Reader::is_denied_for_nothing(uint32_t t, uint32_t object, const Finding& finding) const {
  // "asked to depose her": to hear her, where it is not said that she fell.
  if (trees_.lemma(t) == "depose" && finding.status != EventStatus::kAsserted) return true;
  // "slightly more likely to back him": a comparison of chances.
  const uint32_t likely = trees_.has_relation(t, "xcomp") ? trees_.head(t) : Trees::kNone;
  if (likely != Trees::kNone && likely > sentence_->first_token && trees_.lemma(likely) == "likely") {
    const std::string_view degree = trees_.words(likely - 1);
    if (degree == "more" || degree == "less") return true;
  }
  if (finding.status != EventStatus::kNegated) return false;
  // "never pledged to kill them": denied is the pledge.
  constexpr std::array<std::string_view, 9> kWords = {"ask",     "offer", "pledge",   "promise", "propose",
                                                      "suggest", "swear", "threaten", "vow"};
  const uint32_t above = trees_.has_relation(t, "xcomp") ? trees_.head(t) : Trees::kNone;
  if (above != Trees::kNone && among(kWords, trees_.lemma(above)) && modality_of(trees_, above).negated) return true;
  if (finding.code == "REJECT" && trees_.lemma(t) == "rule") return true;
  const bool met = object != Trees::kNone && object > t && trees_.lemma(t) == "meet";
  const uint32_t article = met ? trees_.child(object, "det") : Trees::kNone;
  return article != Trees::kNone && (trees_.lemma(article) == "a" || trees_.lemma(article) == "any") &&
         !parties_.names()[object];
}

}  // namespace readout::events
