// What verbs of the lexicon say without telling a political event: opinions, outings, deeds to nobody in particular.
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

// What is returned without being given back.
bool is_courtesy(std::string_view lemma) {
  constexpr std::array<std::string_view, 16> kCourtesies = {
      "attention", "call",  "cash",   "compliment", "control", "donation", "favor",  "favour",
      "fee",       "focus", "glance", "greeting",   "money",   "power",    "profit", "smile"};
  return listed(kCourtesies, lemma);
}

// What is refused as a comment, and to nobody.
bool is_statement(std::string_view lemma) {
  constexpr std::array<std::string_view, 23> kStatements = {
      "acknowledge", "address",  "admit",    "answer",    "apply",     "believe", "call",     "comment",
      "confirm",     "describe", "disclose", "discuss",   "elaborate", "explain", "identify", "name",
      "reveal",      "say",      "speak",    "speculate", "tell",      "use",     "weigh"};
  return listed(kStatements, lemma);
}

}  // namespace

bool Reader::lacks_target(uint32_t t, uint32_t object, const Predicate& entry, const Finding& finding) const {
  if (!finding.targets.empty()) return false;
  const bool transitive = entry.targets.front() == "obj" && object != Trees::kNone;
  if (entry.two_way && transitive) return true;
  // Some deeds are whole without one they are done to.
  const bool whole = finding.code == "CONCEDE" || finding.code == "PROTEST" || finding.code == "COERCE";
  if (entry.strict && !whole) return true;
  // "he was pardoned by ...": whoever he is.
  if (transitive && entry.objects.empty()) return true;
  const bool mutual = entry.two_way || trees_.lemma(t) == "agree";
  return finding.several && entry.code == "AGREE" && !mutual;
}

bool Reader::is_idle(uint32_t t, const Predicate& entry, const Finding& finding) {
  const auto& targets = finding.targets;
  // Work with people of whom nothing is known is private.
  const auto is_private = [&](EntityId id) { return parties_.entity(id).unnamed && !is_public(id); };
  if (entry.two_way && entry.weak && std::any_of(targets.begin(), targets.end(), is_private)) return true;
  const bool of_things =
      std::any_of(targets.begin(), targets.end(), [&](EntityId id) { return parties_.is_thing(id); });
  const bool mutual = finding.several && entry.code == "AGREE" && (entry.two_way || trees_.lemma(t) == "agree");
  // Bodies with a name agree with each other, public or not.
  const auto is_body = [&](EntityId id) {
    return parties_.entity(id).type == EntityType::kOrganisation && !parties_.entity(id).unnamed;
  };
  const bool between = mutual && std::all_of(finding.sources.begin(), finding.sources.end(), is_body);
  // A public body may refuse a thing ("refused to let the ship in").
  const bool refuses = finding.code == "REJECT" && any_public(finding.sources);
  // "inspected the vessel"
  const bool inspects = trees_.lemma(t) == "inspect" && is_political(finding);
  if (entry.weak &&
      ((targets.empty() && !mutual) || (of_things && !refuses && !inspects) || !(between || is_political(finding))))
    return true;
  // "I agree that ..." is an opinion.
  if (trees_.lemma(t) == "agree" && trees_.child(t, "ccomp") != Trees::kNone && !finding.several) return true;
  // "both sides agreed on one thing": nobody knows who.
  const auto is_known = [&](EntityId id) { return !parties_.entity(id).unnamed || is_public(id); };
  if (mutual && std::none_of(finding.sources.begin(), finding.sources.end(), is_known)) return true;
  // A candidate is somebody by name; people are approved of, not approved.
  const auto is_named = [&](EntityId id) { return !parties_.entity(id).unnamed && parties_.is_person(id); };
  if (trees_.lemma(t) == "nominate" && std::none_of(targets.begin(), targets.end(), is_named)) return true;
  const auto are_people = [&](EntityId id) {
    return parties_.entity(id).unnamed && parties_.entity(id).type == EntityType::kPerson;
  };
  if (trees_.lemma(t) == "approve" && std::any_of(targets.begin(), targets.end(), are_people)) return true;
  const uint32_t thing = object_of(t);
  // "a supporting role"
  constexpr std::array<std::string_view, 9> kMinor = {"actor",    "actress", "cast",   "character", "document",
                                                      "evidence", "part",    "player", "role"};
  if (thing == t + 1 && trees_.words(t) == "supporting" && listed(kMinor, trees_.lemma(thing))) return true;
  // "Lee's decision helped Roe": not Lee.
  const uint32_t helper = trees_.child(t, "nsubj");
  if (trees_.lemma(t) == "help" && helper != Trees::kNone && trees_.token(helper).upos == Upos::kNoun &&
      trees_.child(helper, "nmod:poss") != Trees::kNone && !parties_.at(helper) &&
      lexicon_.sector(trees_.lemma(helper)) == nullptr)
    return true;
  // "urged those who call for it to wait": whoever they are.
  const bool those = t + 2 < sentence_->last_token && trees_.words(t + 1) == "those" &&
                     (trees_.lemma(t + 2) == "who" || is_gerund(trees_, t + 2));
  if (those && finding.code == "DEMAND") return true;
  // "asked to depose the secretary": to hear him as a witness. Rulers are deposed by arms or by their own.
  const auto rules = [&](EntityId id) { return is_fighter(id) || is_public(id); };
  if (trees_.lemma(t) == "depose" && !finding.sources.empty() &&
      std::none_of(finding.sources.begin(), finding.sources.end(), rules))
    return true;
  // "seized the high ground": a figure.
  constexpr std::array<std::string_view, 11> kFigures = {"advantage",  "chance",   "day",        "ground",
                                                         "initiative", "mantle",   "moment",     "momentum",
                                                         "narrative",  "occasion", "opportunity"};
  if (trees_.lemma(t) == "seize" && thing != Trees::kNone && listed(kFigures, trees_.lemma(thing)) &&
      (trees_.lemma(thing) != "ground" || trees_.lemma(thing - 1) == "high"))
    return true;
  // "ordered 300 of them to Peru": nothing is asked of Peru.
  const bool sent = trees_.lemma(t) == "order" && finding.code == "DEMAND" && thing != Trees::kNone &&
                    trees_.token(thing).upos == Upos::kNum;
  if (sent && targets == targets_.introduced(t, "to")) return true;
  // "downed two beers"
  constexpr std::array<std::string_view, 14> kFlying = {"aircraft", "airliner", "airplane", "balloon", "bomber",
                                                        "chopper",  "drone",    "fighter",  "flight",  "helicopter",
                                                        "jet",      "missile",  "plane",    "warplane"};
  if (trees_.lemma(t) == "down" && entry.bodily && thing != Trees::kNone && trees_.token(thing).upos == Upos::kNoun &&
      !listed(kFlying, trees_.lemma(thing)))
    return true;
  // "invited them to look it up": a challenge.
  if (trees_.lemma(t) == "invite") {
    constexpr std::array<std::string_view, 16> kGuests = {
        "address",   "attend",  "be",          "come",  "dine", "discuss", "join",   "meet",
        "negotiate", "observe", "participate", "speak", "stay", "take",    "travel", "visit"};
    const uint32_t deed = trees_.child(t, "xcomp");
    if (deed != Trees::kNone && trees_.token(deed).upos == Upos::kVerb && !listed(kGuests, trees_.lemma(deed)))
      return true;
  }
  // Places vote as their people do: opinion.
  const bool votes = trees_.lemma(t) == "vote" && !finding.sources.empty();
  if (votes && std::all_of(finding.sources.begin(), finding.sources.end(), [&](EntityId id) {
        const Entity& entity = parties_.entity(id);
        return parties_.is_place(id) || entity.unnamed || (entity.type != EntityType::kPerson && !is_state(id));
      }))
    return true;
  // "pledged to oppose it"
  if (finding.code == "AGREE" && trees_.lemma(t) != "agree" && promises_conflict(t) && !promises_harm(t)) return true;
  // "marchers blocking highways": told in passing of nobody in particular.
  const auto is_nobody = [&](EntityId id) { return parties_.entity(id).unnamed; };
  if (finding.code == "PROTEST" && trees_.is_relation(t, "acl") && targets.empty() && !finding.sources.empty() &&
      std::all_of(finding.sources.begin(), finding.sources.end(), is_nobody))
    return true;
  // "blamed the debt for it": nobody is accused.
  if (of_things && trees_.lemma(t) == "blame") return true;
  // "threatened to run away": what is threatened is itself a deed.
  const uint32_t threatened = trees_.lemma(t) == "threaten" ? trees_.child(t, "xcomp") : Trees::kNone;
  uint32_t harmed = Trees::kNone;
  if (threatened != Trees::kNone && trees_.token(threatened).upos == Upos::kVerb &&
      entry_of(threatened, &harmed) == nullptr)
    return true;
  // "used to surrendering": those who fight give themselves up.
  if (trees_.lemma(t) == "surrender" && targets.empty() &&
      std::none_of(finding.sources.begin(), finding.sources.end(), [&](EntityId id) { return is_fighter(id); }))
    return true;
  // "helped Lee to a win": in a race, not out of need.
  const auto is_one = [&](EntityId id) { return parties_.is_person(id); };
  if (trees_.lemma(t) == "help" && std::any_of(targets.begin(), targets.end(), is_one)) return true;
  // "agreed with him": of one mind, where nothing is said that they agreed on.
  const bool content = trees_.child(t, "xcomp") != Trees::kNone || trees_.child(t, "advcl") != Trees::kNone ||
                       phrases_.behind(t, "on", sentence_->last_token) != Trees::kNone;
  bool deed = false;
  for (uint32_t k = t + 1; k + 1 < sentence_->last_token && k < t + 14; ++k)
    deed = deed || (trees_.lemma(k) == "to" && trees_.token(k + 1).upos == Upos::kVerb &&
                    trees_.token(k - 1).upos != Upos::kVerb);
  const bool of_one_mind = trees_.lemma(t) == "agree" && !content && !deed && t + 1 < sentence_->last_token &&
                           trees_.lemma(t + 1) == "with" &&
                           std::none_of(targets.begin(), targets.end(),
                                        [&](EntityId id) { return is_state(id) && !parties_.is_person(id); });
  if (of_one_mind) return true;
  // "agreed to sit down": what is agreed is itself a deed, or is nobody's affair.
  if (trees_.lemma(t) == "agree" && trees_.child(t, "xcomp") != Trees::kNone && !finding.several &&
      std::none_of(targets.begin(), targets.end(), [&](EntityId id) { return is_state(id); }) && !undertakes_known(t))
    return true;
  const uint32_t returned = trees_.lemma(t) == "return" ? object_of(t) : Trees::kNone;
  if (returned != Trees::kNone && is_courtesy(trees_.lemma(returned))) return true;
  // States warn and are warned; others say what may come.
  if (trees_.lemma(t) == "warn" && !(any_public(finding.sources) && any_public(targets))) return true;
  if (trees_.lemma(t) == "insist" && !insists_on_deed(t)) return true;
  // A thing conceded is no party, unless the frame says what it is.
  if (of_things && finding.code == "CONCEDE" && entry.objects.empty()) return true;
  if (finding.code == "AGREE" && trees_.lemma(t) != "agree" && entry.objects.empty() && !undertakes_known(t))
    return true;
  // "charged a fee"
  if (of_things && finding.code == "ACCUSE" && trees_.lemma(t) == "charge") return true;
  // Opinions on things are events where a public body has them.
  if (of_things && ((!entry.bodily && !any_political(finding.sources)) || finding.code != entry.code)) return true;
  // "declined to threaten them": no rejection of theirs.
  return finding.code == "REJECT" && promises_conflict(t);
}

// "insisted that Peru stop", "insisted on talks"; what somebody insists is so is a statement.
bool Reader::insists_on_deed(uint32_t t) const {
  const uint32_t complement = trees_.child(t, "ccomp");
  if (complement == Trees::kNone) return t + 1 < sentence_->last_token && trees_.lemma(t + 1) == "on";
  // "insist that they give": a plural's verb is bare anyway.
  const uint32_t subject = trees_.child(complement, "nsubj");
  const bool plural =
      subject == Trees::kNone || trees_.token(subject).upos == Upos::kPron || trees_.words(subject).back() == 's';
  const bool bare = !plural && trees_.token(complement).upos == Upos::kVerb &&
                    trees_.child(complement, "aux") == Trees::kNone &&
                    trees_.words(complement) == trees_.lemma(complement);
  return bare || modality_of(trees_, complement).obliged;
}

// "his counterpart", "the minister": one who is spoken to.
bool Reader::is_official(const Entity& entity) const {
  if (!entity.unnamed) return false;
  const std::string last = entity.name.substr(entity.name.find_last_of(' ') + 1);
  const std::string* sector = lexicon_.sector(last);
  return sector != nullptr && !lexicon_.is_body(last) && *sector != "armed group" && *sector != "opposition";
}

// Journeys go to places and to people with a name, and are made by those; talks are with them. Speaking to the press or
// a crowd is no consultation.
bool Reader::is_outing(uint32_t t, const Finding& finding) const {
  const auto& sources = finding.sources;
  const auto& targets = finding.targets;
  // "spoke to the assembly" is a speech, "spoke with" and "spoke to him" a talk.
  const bool to = t + 1 < sentence_->last_token && trees_.lemma(t + 1) == "to" && trees_.token(t).upos == Upos::kVerb;
  const uint32_t heard = to ? phrases_.behind(t, "to", sentence_->last_token) : Trees::kNone;
  // "spoke with admiration of them"
  const uint32_t manner = (finding.mode == "talk" || finding.mode == "meet") && trees_.token(t).upos == Upos::kVerb
                              ? phrases_.behind(t, "with", sentence_->last_token)
                              : Trees::kNone;
  // "met with plotters": with people, whoever they are.
  const bool people = finding.mode == "meet" && manner != Trees::kNone && trees_.words(manner).back() == 's';
  if (manner != Trees::kNone && !people && trees_.token(manner).upos == Upos::kNoun && !parties_.at(manner) &&
      lexicon_.sector(trees_.lemma(manner)) == nullptr && lexicon_.thing(trees_.lemma(manner)) == Thing::kNone)
    return true;
  // "arrived in Vessby as ambassador": came to stay.
  if (finding.mode == "visit" && trees_.token(t).upos == Upos::kVerb) {
    for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
      const bool as = trees_.has_relation(*c, "obl") && trees_.preposition(*c) == "as";
      if (as && trees_.token(*c).upos == Upos::kNoun && lexicon_.sector(trees_.lemma(*c)) != nullptr) return true;
    }
  }
  // "spoke to a gathering of ministers"
  if (heard != Trees::kNone && finding.mode == "talk" && trees_.token(heard).upos == Upos::kNoun &&
      !parties_.at(heard) && lexicon_.sector(trees_.lemma(heard)) == nullptr)
    return true;
  const auto hears = [&](EntityId id) {
    const Entity& entity = parties_.entity(id);
    const bool body = entity.type != EntityType::kPerson && entity.type != EntityType::kPlace;
    return is_audience(id) || (to && body && !parties_.is_thing(id) && !is_official(entity));
  };
  const auto is_nobody = [&](EntityId id) { return parties_.entity(id).unnamed && !is_public(id); };
  // "met with reporters"
  if (finding.mode == "meet" && std::any_of(targets.begin(), targets.end(), [&](EntityId id) { return is_press(id); }))
    return true;
  if (finding.mode == "talk")
    return std::any_of(targets.begin(), targets.end(), is_nobody) || std::any_of(targets.begin(), targets.end(), hears);
  if (finding.mode == "host") return std::all_of(targets.begin(), targets.end(), is_nobody);
  if (finding.mode != "visit") return false;
  // "Flight 12 will land in Lima": nobody's visit.
  const auto is_flight = [&](EntityId id) {
    const std::string& name = parties_.entity(id).name;
    return name.compare(0, 6, "Flight") == 0 || name.compare(0, 7, "Airbus ") == 0 ||
           name.compare(0, 7, "Boeing ") == 0;
  };
  if (!sources.empty() && std::all_of(sources.begin(), sources.end(), is_flight)) return true;
  const auto is_no_goal = [&](EntityId id) {
    return is_nobody(id) || is_press(id) || parties_.entity(id).type == EntityType::kEvent ||
           is_document(parties_.entity(id));
  };
  // "arrived in Congress" as a member.
  const auto is_chamber = [&](EntityId id) {
    return describe_actor(id, parties_.entity(id), lexicon_, lists_).sector == "legislature";
  };
  if (std::any_of(targets.begin(), targets.end(), is_chamber)) return true;
  // "visited several states"
  const auto is_vague = [&](EntityId id) {
    const Entity& entity = parties_.entity(id);
    return entity.unnamed && entity.country.empty() && entity.type != EntityType::kPerson && entity.name.back() == 's';
  };
  if (!targets.empty() && std::all_of(targets.begin(), targets.end(), is_vague)) return true;
  return (!sources.empty() && std::all_of(sources.begin(), sources.end(), hears)) ||
         std::any_of(targets.begin(), targets.end(), is_no_goal);
}

// "condemned the attack ... and promised aid": the next verb of the same form, right behind "and", which nothing
// between has a subject for.
bool Reader::goes_on_alone(uint32_t t) const {
  const uint32_t before = trees_.head(t);
  if (before == Trees::kNone || before > t || t == 0 || trees_.lemma(t - 1) != "and") return false;
  if (trees_.words(t).substr(trees_.words(t).size() - 2) != "ed" || !is_finite(t) || !is_finite(before)) return false;
  for (uint32_t k = before + 1; k < t; ++k) {
    const Upos tag = trees_.token(k).upos;
    if (tag == Upos::kVerb || tag == Upos::kAux || trees_.has_relation(k, "nsubj")) return false;
  }
  return true;
}

// A subject that a joined verb or a participle takes over from far away is a guess of the tree's.
bool Reader::is_far(uint32_t t, const std::vector<EntityId>& sources) {
  constexpr uint32_t kFarJoined = 12;
  constexpr uint32_t kFarAlone = 24;
  constexpr uint32_t kFarParticiple = 4;
  constexpr uint32_t kFarClause = 8;
  const uint32_t subject = trees_.child(t, "nsubj");
  const bool relative = subject != Trees::kNone && trees_.lemma(subject) == "who";
  if (relative) return false;  // whoever the words before "who" name
  const bool joined = trees_.has_relation(t, "conj");
  // A clause without a subject of its own, "..., urging them to ...".
  const bool clause = trees_.child(t, "nsubj") == Trees::kNone && !is_passive(trees_, t) &&
                      (trees_.has_relation(t, "advcl") || trees_.has_relation(t, "xcomp") ||
                       trees_.has_relation(t, "ccomp") || trees_.has_relation(t, "parataxis"));
  if ((!joined && !clause && !trees_.is_relation(t, "acl")) || sources.empty()) return false;
  // "Lee is the first minister to visit", "became the first to": what the noun is said of.
  const uint32_t noun = trees_.head(t);
  const uint32_t becomes = noun == Trees::kNone ? Trees::kNone : trees_.head(noun);
  if (becomes != Trees::kNone && trees_.lemma(becomes) == "become") return false;
  const bool participle = trees_.is_relation(t, "acl") || trees_.has_relation(t, "advcl");
  if (participle && noun != Trees::kNone && trees_.is_nominal(noun) && trees_.child(noun, "cop") != Trees::kNone)
    return false;
  const uint32_t joins = goes_on_alone(t) ? kFarAlone : kFarJoined;
  const uint32_t limit = joined ? joins : clause ? kFarClause : kFarParticiple;
  // "put out a report accusing ...": as far as whoever put it out is from that.
  const bool issued = !joined && !clause && noun != Trees::kNone && !issuers_of(noun).empty() && has_voice(noun);
  if (issued && trees_.child(trees_.head(noun), "nsubj") != Trees::kNone) return false;
  const uint32_t from = issued ? std::min(t, trees_.head(noun)) : t;
  const uint32_t first = from - std::min(from - sentence_->first_token, limit);
  const uint32_t last = std::min(t + limit + 1, sentence_->last_token);
  for (uint32_t k = first; k < last; ++k) {
    const auto near = parties_.at(k);
    if (near && std::find(sources.begin(), sources.end(), *near) != sources.end()) return false;
  }
  return true;
}

// Told without who did it: only where both sides of it are named, or it is done to somebody by name or office.
bool Reader::is_done_to_somebody(uint32_t t, uint32_t object, const Predicate& entry, const Finding& finding) {
  if (entry.two_way && finding.targets.size() > 1)
    return !targets_.introduced(t, "between").empty() ||
           (object != Trees::kNone && !targets_.introduced(object, "between").empty());
  if (!entry.meant || !is_passive(trees_, t) || finding.targets.empty()) return false;
  if (object == Trees::kNone) return true;
  // "the rollout was criticised": nobody knows by whom, nor of whom.
  if (!names_itself(object, finding.targets)) return false;
  // "the person being audited" is nobody.
  const bool anybody = is_form_of(trees_.lemma(object), "person") || trees_.lemma(object) == "people";
  return !(anybody && trees_.has_relation(t, "acl"));
}

// "pledged to help Peru", "promised it to Peru": what is undertaken is itself a political deed, or is somebody's to
// get.
bool Reader::undertakes_known(uint32_t t) {
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    const bool clause = trees_.has_relation(*c, "xcomp") || trees_.has_relation(*c, "ccomp") ||
                        (trees_.has_relation(*c, "advcl") && trees_.child(*c, "mark") != Trees::kNone);
    uint32_t object = Trees::kNone;
    if (clause && entry_of(*c, &object) != nullptr) return true;
  }
  for (uint32_t k = t + 1; k + 1 < sentence_->last_token && k < t + 4; ++k) {
    uint32_t object = Trees::kNone;
    if (trees_.lemma(k) == "to" && trees_.token(k + 1).upos == Upos::kVerb) return entry_of(k + 1, &object) != nullptr;
  }
  if (trees_.child(t, "iobj") != Trees::kNone) return true;
  // "offer an alternative to theirs" offers them nothing.
  return object_of(t) == Trees::kNone && !targets_.introduced(t, "to").empty();
}

bool Reader::promises_conflict(uint32_t t) const {
  const uint32_t complement = trees_.child(t, "xcomp");
  uint32_t object = Trees::kNone;
  const Predicate* entry = complement == Trees::kNone ? nullptr : entry_of(complement, &object);
  if (complement != Trees::kNone && is_statement(trees_.lemma(complement))) return true;
  return entry != nullptr && !is_cooperation(entry->code);
}

}  // namespace readout::events
