#include <algorithm>
#include <array>

#include "reading/events_actors.h"
#include "reading/events_clause.h"
#include "reading/events_control.h"
#include "reading/events_reader.h"
#include "reading/events_status.h"

namespace readout::events {

namespace {

// "said he would welcome her": promises nothing.
bool is_applause(std::string_view lemma) {
  return lemma == "welcome" || lemma == "vote" || lemma == "praise" || lemma == "thank" || lemma == "nominate" ||
         lemma == "applaud" || lemma == "accept" || lemma == "congratulate" || lemma == "talk" || lemma == "speak";
}

bool is_of_work(std::string_view word) {
  return word == "sit-in" || word == "in" || word == "hunger" || word == "general" || word == "labor" ||
         word == "labour" || word == "sympathy" || word == "warning" || word == "wildcat";
}

bool is_opening(std::string_view verb) {
  constexpr std::array<std::string_view, 6> kVerbs = {"announce", "begin", "launch", "open", "order", "start"};
  return std::find(kVerbs.begin(), kVerbs.end(), verb) != kVerbs.end();
}

bool is_inquiry(std::string_view noun) {
  constexpr std::array<std::string_view, 5> kNouns = {"audit", "enquiry", "inquiry", "investigation", "probe"};
  return std::any_of(kNouns.begin(), kNouns.end(), [&](std::string_view word) { return is_form_of(noun, word); });
}

}  // namespace

bool Reader::is_purpose(uint32_t t) const {
  const uint32_t mark = trees_.child(t, "mark");
  const bool below = trees_.has_relation(t, "advcl") || trees_.is_relation(t, "acl");
  if (!below || mark == Trees::kNone || trees_.lemma(mark) != "to") return false;
  if (trees_.is_relation(t, "acl") && is_ranked(trees_, trees_.head(t))) return false;
  // "called on Peru to help", "decided to help": the content of what is asked or decided.
  return asked_before(t) == Trees::kNone && !takes_deed(trees_.lemma(trees_.head(t)));
}

// "refused to lift the ban": the refusal is the event, where it was read.
bool Reader::is_refused(uint32_t t) const {
  const uint32_t above = trees_.head(t);
  if (above == Trees::kNone || (trees_.lemma(above) != "refuse" && trees_.lemma(above) != "decline")) return false;
  return std::any_of(
      events_.begin() + static_cast<std::ptrdiff_t>(sentence_events_), events_.end(),
      [&](const Event& e) { return e.code == "REJECT" && e.span.begin == trees_.token(above).span.begin; });
}

// "the December shooting": a determiner before the word, with nothing but adjectives, numbers and dates between them.
bool Reader::is_determined(uint32_t t) const {
  for (uint32_t k = t; k > sentence_->first_token && k + 5 > t; --k) {
    const Upos tag = trees_.token(k - 1).upos;
    if (tag == Upos::kDet) return trees_.lemma(k - 1) == "the" || trees_.lemma(k - 1) == "a";
    if (tag != Upos::kAdj && tag != Upos::kNum && !parties_.is_date(k - 1)) return false;
  }
  return false;
}

// Whether the subject of "is to ..." is a thing that consists in a deed ("the goal", "his message").
bool Reader::consists(uint32_t t) const {
  constexpr std::array<std::string_view, 10> kAims = {"aim",     "answer",  "goal", "idea",    "job",
                                                      "message", "mission", "plan", "purpose", "task"};
  const auto subjects = clause_subject(trees_, t);
  return std::any_of(subjects.begin(), subjects.end(), [&](uint32_t s) {
    return std::any_of(kAims.begin(), kAims.end(),
                       [&](std::string_view noun) { return is_form_of(trees_.lemma(s), noun); });
  });
}

// A participle before its noun ("the accused man") and "met with anger" tell no event of their own.
bool Reader::tells_nothing(uint32_t t) const {
  if (trees_.has_relation(t, "amod") && !stands_as_verb(t)) return true;
  if (trees_.has_relation(t, "compound") && !is_headline_verb(t)) return true;
  // "sentenced ousted president Lee": a participle right behind the verb describes.
  const bool behind_verb = t > sentence_->first_token + 1 && trees_.token(t - 1).upos == Upos::kVerb &&
                           trees_.words(t).substr(trees_.words(t).size() - 2) == "ed" &&
                           trees_.words(t - 1).substr(trees_.words(t - 1).size() - 2) == "ed" &&
                           t + 1 < sentence_->last_token && phrases_.in_phrase(t + 1) &&
                           trees_.token(t + 1).upos != Upos::kDet && trees_.token(t + 1).upos != Upos::kPron;
  if (behind_verb && trees_.child(t, "nsubj") == Trees::kNone && !trees_.has_relation(t, "conj")) return true;
  if (is_quoted_order(t) || is_denied_twice(t)) return true;
  // "Vessby-backed rebels": an adjective.
  const bool hyphen = t > sentence_->first_token && trees_.words(t - 1) == "-" &&
                      trees_.token(t - 1).span.end == trees_.token(t).span.begin;
  if (hyphen) return true;
  // "nominating a judge is a duty": what is done at all times is no event.
  if (trees_.has_relation(t, "csubj") || is_subject_clause(t) || is_in_title(t) || contradicts_order(t)) return true;
  // "called on Peru to stop shelling Norland": what is to stop goes on, and is not told.
  const uint32_t stop = trees_.has_relation(t, "xcomp") ? trees_.head(t) : Trees::kNone;
  const bool stops = stop != Trees::kNone &&
                     (trees_.lemma(stop) == "stop" || trees_.lemma(stop) == "cease" || trees_.lemma(stop) == "quit");
  if (stops && is_gerund(trees_, t) && status_of(trees_, stop) != EventStatus::kAsserted) return true;
  // "the mission is to destroy them", "his message is to go": what a thing consists in.
  if (t > sentence_->first_token + 2 && trees_.lemma(t - 1) == "to" && trees_.lemma(t - 2) == "be" && consists(t))
    return true;
  // "in the December shooting": a noun.
  if (is_gerund(trees_, t) && is_determined(t)) return true;
  // "made killing easier": done by nobody in particular.
  const uint32_t made = trees_.has_relation(t, "xcomp") ? trees_.head(t) : Trees::kNone;
  if (made != Trees::kNone && trees_.lemma(made) == "make" && is_gerund(trees_, t)) return true;
  // "more important than defending them"
  const uint32_t link = trees_.child(t, "mark");
  if (link != Trees::kNone && trees_.lemma(link) == "than") return true;
  // "protested that they were unfair": said.
  if (trees_.lemma(t) == "protest" && trees_.child(t, "ccomp") != Trees::kNone) return true;
  // "was prepared to", "stands ready to"; "as he prepared to" and "those willing to" promise nothing.
  const bool adjective = trees_.lemma(t) == "ready" || trees_.lemma(t) == "willing" || trees_.lemma(t) == "prepared" ||
                         trees_.lemma(t) == "committed";
  if (adjective && trees_.child(t, "cop") == Trees::kNone && !trees_.has_relation(t, "xcomp") &&
      trees_.child(t, "aux:pass") == Trees::kNone)
    return true;
  if (is_asked_how(t) && (adjective || modality_of(trees_, t).future)) return true;
  // "declared the ban unlawful"
  const uint32_t judged = trees_.lemma(t) == "declare" ? trees_.child(t, "xcomp") : Trees::kNone;
  if (judged != Trees::kNone && trees_.token(judged).upos == Upos::kAdj) return true;
  // "looked into the eyes of ..."
  if (trees_.lemma(t) == "look") {
    const uint32_t seen = phrases_.behind(t, "into", sentence_->last_token);
    return seen != Trees::kNone &&
           (is_form_of(trees_.lemma(seen), "eye") || trees_.lemma(seen) == "camera" || trees_.lemma(seen) == "future");
  }
  if (trees_.lemma(t) != "meet") return false;
  // "met the deadline"
  constexpr std::array<std::string_view, 8> kMarks = {"challenge", "criterion", "deadline", "goal",
                                                      "need",      "standard",  "target",   "threshold"};
  // "met his wife" is private.
  constexpr std::array<std::string_view, 8> kKin = {"brother", "daughter", "father", "husband",
                                                    "mother",  "sister",   "son",    "wife"};
  const uint32_t object = object_of(t);
  bool mark = false;
  for (uint32_t k = t + 1; k < sentence_->last_token && k < t + 14 && trees_.token(k).upos != Upos::kVerb; ++k) {
    mark = mark || std::any_of(kMarks.begin(), kMarks.end(),
                               [&](std::string_view m) { return is_form_of(trees_.lemma(k), m); });
  }
  const bool kin = object != Trees::kNone && std::find(kKin.begin(), kKin.end(), trees_.lemma(object)) != kKin.end();
  return mark || kin || is_passive(trees_, t);
}

// "a worthy opposition would demand more": of nobody, and nobody's claim.
bool Reader::is_conjecture(uint32_t t, const Finding& finding) const {
  if (finding.status != EventStatus::kHypothetical || finding.sources.empty()) return false;
  if (reporting_verb(trees_, t) != Trees::kNone) return false;
  bool would = false;
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    would = would || (trees_.has_relation(*c, "aux") && trees_.lemma(*c) == "would");
  }
  return would && std::all_of(finding.sources.begin(), finding.sources.end(), [&](EntityId id) {
           const std::string& name = parties_.entity(id).name;
           return parties_.entity(id).unnamed && (name.compare(0, 2, "A ") == 0 || name.compare(0, 2, "a ") == 0);
         });
}

bool Reader::is_from_others(uint32_t object) const {
  bool from = false;
  for (const uint32_t* c = trees_.begin(object); c != trees_.end(object); ++c) {
    if (!trees_.has_relation(*c, "nmod")) continue;
    const std::string_view preposition = trees_.preposition(*c);
    if (preposition == "to" || preposition == "for") return false;
    from = from || preposition == "from";
  }
  return from;
}

// "offered ammunition to critics": arms are given by states and fighters; help that nobody in particular gives is no
// event.
bool Reader::is_metaphor(uint32_t object, const Finding& finding) const {
  constexpr std::array<std::string_view, 9> kArms = {"ammunition", "arm",    "fuel",   "jet", "missile",
                                                     "shelter",    "system", "weapon", "tank"};
  // "provided them with a chance"
  constexpr std::array<std::string_view, 8> kNoGoods = {"chance",      "excuse", "evidence", "example",
                                                        "opportunity", "reason", "target",   "platform"};
  const uint32_t given = phrases_.behind(finding.token, "with", sentence_->last_token);
  if (given != Trees::kNone && std::any_of(kNoGoods.begin(), kNoGoods.end(), [&](std::string_view noun) {
        return is_form_of(trees_.lemma(given), noun);
      }))
    return true;
  const auto& sources = finding.sources;
  const auto arms = [&](EntityId id) { return is_state(id) || is_fighter(id); };
  const bool of_arms = object != Trees::kNone && std::any_of(kArms.begin(), kArms.end(), [&](std::string_view noun) {
                         return is_form_of(trees_.lemma(object), noun);
                       });
  if (of_arms && !sources.empty() && std::none_of(sources.begin(), sources.end(), arms)) return true;
  const auto is_nobody = [&](EntityId id) {
    const Entity& entity = parties_.entity(id);
    const Actor actor = describe_actor(id, entity, lexicon_, lists_);
    const std::string last = entity.name.substr(entity.name.find_last_of(' ') + 1);
    return entity.unnamed && actor.country.empty() && parties_.acting_sector(id) == nullptr &&
           !(lexicon_.is_body(last) && is_public(id));
  };
  const auto is_company = [&](EntityId id) {
    return parties_.entity(id).unnamed &&
           describe_actor(id, parties_.entity(id), lexicon_, lists_).sector == "business";
  };
  return !sources.empty() && (std::all_of(sources.begin(), sources.end(), is_nobody) ||
                              std::all_of(sources.begin(), sources.end(), is_company));
}

void Reader::verb(uint32_t t) {
  uint32_t object = Trees::kNone;
  const Predicate* entry = entry_of(t, &object);
  if (entry == nullptr || tells_nothing(t) || is_figure_of_words(t, object)) return;
  // "Lee, a club member who was backed by ...": Lee.
  const uint32_t relative = is_passive(trees_, t) ? trees_.child(t, "nsubj") : Trees::kNone;
  if (relative != Trees::kNone && trees_.lemma(relative) == "who") {
    const uint32_t person = person_before(relative);
    if (person != Trees::kNone) object = person;
  }
  Finding finding;
  finding.token = t;
  finding.code = entry->code;
  finding.mode = entry->mode;
  finding.two_way = entry->two_way;
  for (const uint32_t agent : agents(trees_, t)) {
    if (is_doubtful_pronoun(agent, {})) return;
  }
  finding.sources = sources_of(t);
  // "the attack that they condemned killed ...": those behind it.
  if (entry->code == "ASSAULT") {
    auto& found = finding.sources;
    found.erase(std::remove_if(found.begin(), found.end(), [&](EntityId id) { return parties_.is_thing(id); }),
                found.end());
  }
  const bool of_deed = finding.sources.empty() && entry->code == "ASSAULT" && take_deed(t, finding.sources);
  finding.several = finding.sources.size() > 1 || is_several(t);
  finding.bare = entry->objects.empty() && entry->particle.find(':') == std::string::npos;
  finding.opened = entry->code == "INVESTIGATE" && object != Trees::kNone && is_opening(trees_.lemma(t)) &&
                   is_inquiry(trees_.lemma(object));
  const bool pronoun = object != Trees::kNone && trees_.token(object).upos == Upos::kPron && !parties_.at(object);
  if (pronoun) return;  // "released him": nobody knows whom
  const std::string_view itself = object == Trees::kNone ? std::string_view{} : trees_.lemma(object);
  // "calling himself a king"
  if (t + 1 < sentence_->last_token && trees_.token(t + 1).upos == Upos::kPron && trees_.words(t + 1).size() > 5 &&
      (trees_.words(t + 1).find("self") != std::string_view::npos ||
       trees_.words(t + 1).find("selves") != std::string_view::npos))
    return;
  if (itself.size() > 4 && (itself.substr(itself.size() - 4) == "self" || itself.find("selves") != itself.npos)) return;
  // "announced support from them": theirs.
  const bool help = entry->code == "AID" || entry->code == "SUPPORT";
  if (help && !entry->objects.empty() && object != Trees::kNone && is_from_others(object)) return;
  if (object != Trees::kNone && is_doubtful_pronoun(object, finding.sources)) return;
  // Asked before anything stands for the object.
  const bool transitive = entry->targets.front() == "obj";
  const bool in_body = !entry->bodily || (object == Trees::kNone ? !transitive : is_bodily(object));
  find_targets(t, object, *entry, finding);
  finding.span = trees_.token(t).span;
  if (!entry->objects.empty() && object != Trees::kNone && object > t) {
    uint32_t last = object;  // to the end of a name
    while (parties_.at(object) && last + 1 < sentence_->last_token && parties_.at(last + 1) == parties_.at(object))
      ++last;
    finding.span.end = trees_.token(last).span.end;
  }
  // A body of which nothing is known bears arms against places and crowds, not against somebody by name.
  const auto is_named = [&](EntityId id) { return !parties_.entity(id).unnamed && !parties_.is_place(id); };
  const bool at_name = std::any_of(finding.targets.begin(), finding.targets.end(), is_named);
  const auto is_group = [&](EntityId id) {
    const Entity& entity = parties_.entity(id);
    return entity.unnamed &&
           is_form_of(std::string_view(entity.name).substr(entity.name.find_last_of(' ') + 1), "group");
  };
  const auto strikes = [&](EntityId id) {
    const bool unknown = is_group(id) || is_official(parties_.entity(id)) ||
                         (parties_.entity(id).type == EntityType::kOrganisation && !is_public(id) && !is_fighter(id));
    return bears_arms(id) && !parties_.is_thing(id) && !(unknown && at_name);
  };
  const auto acting = agents(trees_, t);
  const bool in_arms = !entry->armed || std::any_of(finding.sources.begin(), finding.sources.end(), strikes) ||
                       std::any_of(acting.begin(), acting.end(), [&](uint32_t agent) { return is_of_war(agent); });
  if (!in_body || !in_arms) {
    if (!entry->verbal || object == Trees::kNone) return;
    finding.code = "ACCUSE";
  }
  // "launched a scathing attack on his rival": words, where nobody bears arms.
  const Predicate* deed = object == Trees::kNone ? nullptr : lexicon_.event_noun(trees_.lemma(object));
  if (finding.code == "ASSAULT" && !entry->objects.empty() && deed != nullptr &&
      (!is_of_arms(trees_.lemma(object), finding) || is_of_words(object))) {
    if (finding.sources.empty() || finding.targets.empty()) return;
    finding.code = "ACCUSE";
  }
  // "staged a sit-in strike": of those who work.
  if (finding.code == "ASSAULT" && object != Trees::kNone && object > sentence_->first_token &&
      is_form_of(trees_.lemma(object), "strike") && is_of_work(trees_.lemma(object - 1)))
    finding.code = "PROTEST";
  // "hackers struck the ministry": no blow, but something forced on it.
  if (finding.code == "ASSAULT" && entry->objects.empty() && !acting.empty() &&
      std::all_of(acting.begin(), acting.end(),
                  [&](uint32_t agent) { return is_form_of(trees_.lemma(agent), "hacker"); }))
    finding.code = "COERCE";
  if (!is_by_rule(t, object, finding)) return;
  // "the board ousted its chief executive": dismissed him.
  if (finding.code == "COERCE" && trees_.lemma(t) == "oust" && is_of_firm(t, finding)) finding.code = "SANCTION";
  if (is_sent_up(t, object, finding) || lacks_target(t, object, *entry, finding)) return;
  const bool opinion = finding.code == "SUPPORT" || finding.code == "REJECT";
  if (opinion && are_crowd(finding.targets)) return;
  if (are_anybody(finding.sources) &&
      (finding.code == "SUPPORT" || finding.code == "REJECT" || finding.code == "AGREE"))
    return;
  // Two who clash in words.
  const auto is_one = [&](EntityId id) { return parties_.is_person(id); };
  if (finding.code == "ASSAULT" && entry->two_way &&
      (std::any_of(finding.sources.begin(), finding.sources.end(), is_one) ||
       std::any_of(finding.targets.begin(), finding.targets.end(), is_one)))
    return;
  if (finding.code == "AID" && is_metaphor(object, finding)) return;
  const Modality modality = modality_of(trees_, t);
  const bool acts = !finding.sources.empty() && !is_passive(trees_, t);
  if (modality.future && modality.negated && acts && is_cooperation(finding.code) && finding.mode != "talk" &&
      trees_.lemma(t) != "arrive" && (!finding.targets.empty() || !entry->objects.empty())) {
    // "will not lift the ban": refused.
    finding.code = "REJECT";
    finding.mode.clear();
    finding.two_way = false;
    finding.refused = true;
    record(std::move(finding));
    return;
  }
  if (is_idle(t, *entry, finding) || is_outing(t, finding) || is_other_sense(t, object, finding)) return;
  // "vowed to punish": what is promised is a threat where it is hostile.
  if (finding.code == "AGREE" && promises_harm(t)) finding.code = "THREATEN";
  if (finding.sources.empty() && !of_deed && !is_done_to_somebody(t, object, *entry, finding)) return;
  // "sent doctors to help them": what is only meant to come of another deed is no event of its own.
  if (is_purpose(t) && (entry->weak || finding.code != "CONSULT")) return;
  if (is_refused(t) || is_far(t, finding.sources)) return;
  // "was the pretext for Peru to leave": and it left.
  const uint32_t ground = trees_.has_relation(t, "acl") ? trees_.head(t) : Trees::kNone;
  const bool hoped = is_hoped(t) && (ground == Trees::kNone || !is_brought_about(trees_, ground));
  finding.status = hoped ? EventStatus::kHypothetical : status_of(trees_, t);
  if (is_conjecture(t, finding) || is_denied_for_nothing(t, object, finding)) return;
  const uint32_t reporting = reporting_verb(trees_, t);
  if (modality.obliged && reporting != Trees::kNone) return;  // a demand: see report()
  if (modality.future && acts && reporting != Trees::kNone && finding.status != EventStatus::kNegated &&
      finding.status != EventStatus::kHypothetical && !is_applause(trees_.lemma(t)))
    undertaking(t, finding, reporting);
  record(std::move(finding));
}

}  // namespace readout::events
