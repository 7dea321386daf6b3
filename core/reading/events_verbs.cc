#include <algorithm>

#include "reading/events_actors.h"
#include "reading/events_clause.h"
#include "reading/events_reader.h"
#include "reading/events_status.h"

namespace readout::events {

namespace {

bool is_pronoun_of_others(std::string_view lemma) {
  return lemma == "it" || lemma == "they" || lemma == "he" || lemma == "she" || lemma == "itself";
}

bool shares(const std::vector<EntityId>& a, const std::vector<EntityId>& b) {
  return std::any_of(a.begin(), a.end(), [&](EntityId e) { return std::find(b.begin(), b.end(), e) != b.end(); });
}

}  // namespace

uint32_t Reader::object_of(uint32_t t) const {
  const uint32_t object = trees_.child(t, "obj");
  const auto is_relative = [&](uint32_t o) {
    const std::string_view lemma = trees_.lemma(o);
    return trees_.token(o).upos == Upos::kPron &&
           (lemma == "who" || lemma == "whom" || lemma == "which" || lemma == "that");
  };
  const bool relative_clause = trees_.is_relation(t, "acl:relcl") && trees_.head(t) != Trees::kNone;
  if (object != Trees::kNone) return relative_clause && is_relative(object) ? trees_.head(t) : object;
  if (is_passive(trees_, t)) {
    const auto before = patients(trees_, t);
    return before.empty() ? Trees::kNone : before.front();
  }
  // "urged Peru to leave": the one who is asked, by another name.
  const uint32_t receiver = trees_.child(t, "iobj");
  if (receiver != Trees::kNone) return receiver;
  // A noun taken for a complement or an oblique: "meets Peru's President Lee", "arrested at least four".
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    const bool taken = trees_.has_relation(*c, "xcomp") || trees_.is_relation(*c, "obl");
    if (taken && *c > t && !parties_.is_date(*c) && trees_.is_nominal(*c) && trees_.child(*c, "mark") == Trees::kNone &&
        trees_.child(*c, "case") == Trees::kNone)
      return *c;
  }
  // "the man police arrested"
  const uint32_t subject = trees_.child(t, "nsubj");
  if (relative_clause && subject != Trees::kNone && !is_relative(subject)) return trees_.head(t);
  return Trees::kNone;
}

const Predicate* Reader::entry_of(uint32_t t, uint32_t* object) const {
  *object = Trees::kNone;
  const auto found = lexicon_.find_verb(trees_.lemma(t));
  if (found == nullptr) return nullptr;
  *object = object_of(t);
  const Predicate* best = nullptr;
  int most = -1;
  for (const Predicate& entry : *found) {
    int asked = 0;
    if (!entry.particle.empty()) {
      if (!has_particle(t, entry.particle)) continue;
      asked += 1;
    }
    if (!entry.objects.empty()) {
      if (!has_object(t, *object, entry.objects)) continue;
      asked += 2;
    }
    if (asked > most) most = asked, best = &entry;
  }
  return best;
}

// "off": that particle or preposition; "on:strike": that preposition with that noun.
bool Reader::has_particle(uint32_t t, std::string_view particle) const {
  const size_t colon = particle.find(':');
  const std::string_view preposition = particle.substr(0, colon);
  // Right after the verb, however the tree hangs it.
  if (colon == std::string_view::npos && t + 1 < sentence_->last_token && trees_.lemma(t + 1) == particle &&
      (particle == "off" || particle == "out" || particle == "up" || particle == "down" || particle == "over"))
    return true;
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    if (colon != std::string_view::npos) {
      if (trees_.preposition(*c) == preposition && trees_.lemma(*c) == particle.substr(colon + 1)) return true;
      continue;
    }
    const bool beside = trees_.has_relation(*c, "compound") || trees_.has_relation(*c, "advmod") ||
                        (trees_.has_relation(*c, "xcomp") && trees_.token(*c).upos == Upos::kAdv);
    if (beside && trees_.lemma(*c) == particle) return true;
    if (trees_.has_relation(*c, "obl") && trees_.preposition(*c) == particle && !parties_.is_date(*c)) return true;
  }
  return false;
}

// The words of an entry's object column that are no nouns.
bool Reader::has_object(uint32_t t, uint32_t object, const std::vector<std::string>& asked) const {
  const std::string& first = asked.front();
  if (first == "<none>") return trees_.child(t, "obj") == Trees::kNone && !is_passive(trees_, t);
  if (first == "<any>") return object != Trees::kNone;
  if (first == "<complement>") {
    for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
      const bool clause = trees_.has_relation(*c, "xcomp") || trees_.has_relation(*c, "advcl");
      const uint32_t mark = trees_.child(*c, "mark");
      if (clause && mark != Trees::kNone && trees_.lemma(mark) == "to") return true;
      if (trees_.has_relation(*c, "ccomp")) return true;
    }
    return false;
  }
  if (object == Trees::kNone) return false;
  if (first == "<person>") {
    const auto entity = parties_.at(object);
    return entity && parties_.is_person(*entity) && trees_.child(t, "xcomp") == Trees::kNone &&
           trees_.child(t, "ccomp") == Trees::kNone && object > t;
  }
  return names_one_of(object, asked);
}

bool Reader::names_one_of(uint32_t object, const std::vector<std::string>& lemmas) const {
  const auto is_one = [&](uint32_t t) {
    return std::any_of(lemmas.begin(), lemmas.end(),
                       [&](const std::string& noun) { return is_form_of(trees_.lemma(t), noun); });
  };
  if (is_one(object)) return true;
  for (const uint32_t* c = trees_.begin(object); c != trees_.end(object); ++c) {
    if (trees_.has_relation(*c, "conj") && is_one(*c)) return true;
    // "a round of talks"
    if (trees_.has_relation(*c, "nmod") && trees_.preposition(*c) == "of" && is_one(*c) &&
        lexicon_.thing(trees_.lemma(object)) == Thing::kMeasure)
      return true;
  }
  return false;
}

std::vector<EntityId> Reader::speakers_of(uint32_t reporting) {
  std::vector<EntityId> out;
  if (reporting == Trees::kNone) return out;
  for (const uint32_t agent : agents(trees_, reporting)) append(out, parties_.doers(agent));
  return out;
}

std::vector<EntityId> Reader::antecedent(uint32_t pronoun, uint32_t t) {
  const std::string_view lemma = trees_.lemma(pronoun);
  if (lemma == "we" || lemma == "I") {
    if (quotation_of_[pronoun] == 0) return {};
    const auto& source = quotations_[quotation_of_[pronoun] - 1].source;
    return source && source->entity ? std::vector<EntityId>{*source->entity} : std::vector<EntityId>{};
  }
  if (!is_pronoun_of_others(lemma)) return {};
  std::vector<EntityId> out = speakers_of(reporting_verb(trees_, t));
  // The subject of the clause above ("Peru left when it ...").
  for (int depth = 0; depth < 3 && out.empty(); ++depth) {
    const uint32_t above = trees_.head(t);
    if (above == Trees::kNone) break;
    if (trees_.token(above).upos == Upos::kVerb) {
      for (const uint32_t subject : clause_subject(trees_, above)) {
        if (subject != pronoun) append(out, parties_.doers(subject));
      }
    }
    t = above;
  }
  return out;
}

std::vector<EntityId> Reader::sources_of(uint32_t t) {
  std::vector<EntityId> out;
  const auto acting = agents(trees_, t);
  bool dated = acting.empty();
  for (const uint32_t agent : acting) {
    auto found = parties_.doers(agent);
    if (found.empty() && trees_.token(agent).upos == Upos::kPron) found = antecedent(agent, t);
    append(out, found);
    dated = dated || parties_.is_date(agent);
  }
  // "On Monday the army ...": a date taken for the subject, or none found.
  if (out.empty() && dated && !is_passive(trees_, t)) {
    const uint32_t before = noun_before(t);
    if (before != Trees::kNone) out = parties_.doers(before);
  }
  return out;
}

// The noun right before a finite verb, dates and adverbs between.
uint32_t Reader::noun_before(uint32_t t) const {
  constexpr uint32_t kFarthest = 12;
  const bool finite = trees_.has_relation(t, "root") || trees_.has_relation(t, "ccomp") ||
                      trees_.has_relation(t, "parataxis") || trees_.is_relation(t, "dep");
  if (!finite || trees_.child(t, "mark") != Trees::kNone) return Trees::kNone;
  uint32_t at = t;
  for (uint32_t step = 0; step < kFarthest && at > sentence_->first_token; ++step) {
    --at;
    const Upos tag = trees_.token(at).upos;
    const bool between = tag == Upos::kAux || tag == Upos::kAdv || tag == Upos::kPart || parties_.is_date(at) ||
                         (tag == Upos::kAdp && parties_.is_date(at + 1));
    if (!between) break;
  }
  if (at == t || !trees_.is_nominal(at) || trees_.in_dateline(at)) return Trees::kNone;
  for (uint32_t depth = 0; depth < kFarthest; ++depth) {
    if (trees_.child(at, "case") != Trees::kNone && !trees_.is_relation(at, "nmod:poss")) return Trees::kNone;
    const uint32_t above = trees_.head(at);
    if (above == Trees::kNone || above >= t || !trees_.is_nominal(above) || parties_.is_date(above)) break;
    at = above;
  }
  return at;
}

// "A car bombing killed ...": where nobody is said to be behind it, the deed stands for the doer.
void Reader::take_deed(uint32_t t, std::vector<EntityId>& sources) {
  for (const uint32_t agent : agents(trees_, t)) {
    const Predicate* found = lexicon_.event_noun(trees_.lemma(agent));
    const bool deed = found != nullptr && found->code == "ASSAULT" && !found->two_way;
    if (!deed && lexicon_.thing(trees_.lemma(agent)) != Thing::kWeapon) continue;
    if (const auto thing = parties_.thing(agent)) append(sources, {*thing});
  }
}

// "the two sides", "both leaders": several who are named as one.
bool Reader::is_several(uint32_t t) const {
  for (const uint32_t agent : agents(trees_, t)) {
    for (const uint32_t* c = trees_.begin(agent); c != trees_.end(agent); ++c) {
      const std::string_view lemma = trees_.lemma(*c);
      const bool counts = trees_.has_relation(*c, "nummod") || trees_.has_relation(*c, "det");
      if (counts && (lemma == "two" || lemma == "both" || lemma == "three")) return true;
    }
  }
  return false;
}

bool Reader::is_bodily(uint32_t object) {
  const Thing kind = lexicon_.thing(trees_.lemma(object));
  return parties_.at(object) || kind == Thing::kBodily || kind == Thing::kMeasure ||
         lexicon_.sector(trees_.lemma(object)) != nullptr || trees_.token(object).upos == Upos::kPropn;
}

bool Reader::bears_arms(EntityId id) const {
  const Actor actor = describe_actor(id, parties_.entity(id), lexicon_, lists_);
  if (actor.sector == "military" || actor.sector == "armed group" || actor.sector == "police") return true;
  const Entity& entity = parties_.entity(id);
  if (entity.type == EntityType::kPerson) return entity.unnamed && actor.sector == "civilians";
  return actor.sector.empty() || actor.sector == "government" || actor.sector == "international";
}

bool Reader::is_public(EntityId id) const {
  const Entity& entity = parties_.entity(id);
  const std::string sector = describe_actor(id, entity, lexicon_, lists_).sector;
  if (sector.empty()) {
    return !entity.unnamed && entity.type != EntityType::kPerson && entity.type != EntityType::kOrganisation;
  }
  return sector == "government" || sector == "military" || sector == "police" || sector == "legislature" ||
         sector == "judiciary" || sector == "armed group" || sector == "international";
}

bool Reader::any_public(const std::vector<EntityId>& parties) const {
  return std::any_of(parties.begin(), parties.end(), [&](EntityId id) { return is_public(id); });
}

// An everyday verb tells an event between public bodies, or by one where only they can do it.
bool Reader::is_political(const Finding& finding) const {
  if (any_public(finding.sources)) return true;
  const std::string& code = finding.code;
  // Help is given by charities and companies too.
  const bool body = std::any_of(finding.sources.begin(), finding.sources.end(),
                                [&](EntityId id) { return parties_.entity(id).type == EntityType::kOrganisation; });
  if (body && (code == "AID" || any_public(finding.targets))) return true;
  const bool of_power = code == "CONCEDE" || code == "COERCE" || code == "RETREAT" || code == "AID" ||
                        code == "SANCTION" || code == "MOBILIZE";
  return !of_power && any_public(finding.targets);
}

void Reader::verb(uint32_t t) {
  uint32_t object = Trees::kNone;
  const Predicate* entry = entry_of(t, &object);
  if (entry == nullptr) return;
  // "the accused man": a participle before its noun tells no event of its own.
  if (trees_.has_relation(t, "amod") || trees_.has_relation(t, "compound")) return;
  Finding finding;
  finding.token = t;
  finding.code = entry->code;
  finding.mode = entry->mode;
  finding.two_way = entry->two_way;
  finding.sources = sources_of(t);
  if (finding.sources.empty() && entry->code == "ASSAULT") take_deed(t, finding.sources);
  finding.several = finding.sources.size() > 1 || is_several(t);
  const bool pronoun = object != Trees::kNone && trees_.token(object).upos == Upos::kPron && !parties_.at(object);
  if (pronoun) return;  // "released him": nobody knows whom
  const bool transitive = entry->targets.front() == "obj";
  // Asked before anything stands for the object.
  const bool in_body = !entry->bodily || (object == Trees::kNone ? !transitive : is_bodily(object));
  // Several who agree, agree with each other.
  if (entry->code == "AGREE" && finding.several) {
    finding.targets = targets_.by_preposition(t, "with");
    subtract(finding.targets, finding.sources);
  } else {
    finding.targets = targets_.of_verb(t, object, *entry, finding.sources);
  }
  finding.span = trees_.token(t).span;
  if (!entry->objects.empty() && object != Trees::kNone && object > t) finding.span.end = trees_.token(object).span.end;
  const bool in_arms = !entry->armed || std::any_of(finding.sources.begin(), finding.sources.end(),
                                                    [&](EntityId id) { return bears_arms(id); });
  if (!in_body || !in_arms) {
    if (!entry->verbal || object == Trees::kNone) return;
    finding.code = "ACCUSE";
  }
  if (entry->two_way && transitive && object != Trees::kNone && finding.targets.empty()) return;
  const bool of_things =
      std::any_of(finding.targets.begin(), finding.targets.end(), [&](EntityId id) { return parties_.is_thing(id); });
  const bool mutual = finding.several && entry->code == "AGREE";
  if (entry->weak && ((finding.targets.empty() && !mutual) || of_things || !is_political(finding))) return;
  // Opinions on things are events where a public body has them.
  if (of_things && !entry->bodily && !any_public(finding.sources)) return;
  if (of_things && finding.code != entry->code) return;
  // "vowed to punish": what is promised is a threat where it is hostile.
  if (finding.code == "AGREE" && promises_harm(t)) finding.code = "THREATEN";
  if (finding.mode == "visit" && !finding.sources.empty() &&
      std::all_of(finding.sources.begin(), finding.sources.end(), [&](EntityId id) { return is_audience(id); })) {
    return;
  }
  if (finding.mode == "talk" && std::any_of(finding.targets.begin(), finding.targets.end(),
                                            [&](EntityId id) { return parties_.entity(id).unnamed; })) {
    return;
  }
  // Journeys go to places and to people with a name.
  if (finding.mode == "visit" && std::any_of(finding.targets.begin(), finding.targets.end(), [&](EntityId id) {
        return parties_.entity(id).unnamed && !is_public(id);
      })) {
    return;
  }
  // Speaking to the press or a crowd is no consultation.
  if (finding.mode == "talk" &&
      std::any_of(finding.targets.begin(), finding.targets.end(), [&](EntityId id) { return is_audience(id); })) {
    return;
  }
  if (finding.sources.empty()) {
    const bool both = entry->two_way && finding.targets.size() > 1;
    const bool done = entry->meant && is_passive(trees_, t) && !finding.targets.empty();
    if (!both && !done) return;
  }
  finding.status = status_of(trees_, t);
  const Modality modality = modality_of(trees_, t);
  const uint32_t reporting = reporting_verb(trees_, t);
  const bool acts = !finding.sources.empty() && !is_passive(trees_, t);
  if (modality.obliged && reporting != Trees::kNone) return;  // a demand: see report()
  if (modality.future && modality.negated && acts && is_cooperation(finding.code)) {
    // "will not lift the ban": refused.
    finding.code = "REJECT";
    finding.mode.clear();
    finding.two_way = false;
    finding.status = EventStatus::kAsserted;
    record(std::move(finding));
    return;
  }
  if (modality.future && !modality.negated && acts && reporting != Trees::kNone) undertaking(t, finding, reporting);
  finding.bare = entry->objects.empty();
  record(std::move(finding));
}

bool Reader::is_audience(EntityId id) const {
  const std::string sector = describe_actor(id, parties_.entity(id), lexicon_, lists_).sector;
  return sector == "media" || sector == "civilians" || sector == "labour";
}

bool Reader::promises_harm(uint32_t t) const {
  const uint32_t complement = trees_.child(t, "xcomp");
  if (complement == Trees::kNone) return false;
  uint32_t object = Trees::kNone;
  const Predicate* entry = entry_of(complement, &object);
  if (entry == nullptr) return false;
  return entry->code == "ASSAULT" || entry->code == "COERCE" || entry->code == "SANCTION" || entry->code == "MOBILIZE";
}

// "X said it would ...": a promise, or a threat, of whoever says it.
void Reader::undertaking(uint32_t t, const Finding& act, uint32_t reporting) {
  const auto speakers = speakers_of(reporting);
  if (!shares(speakers, act.sources)) return;
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
