#include "reading/events.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "reading/events_actors.h"
#include "reading/events_clause.h"
#include "reading/events_lexicon.h"
#include "reading/events_parties.h"
#include "reading/events_syntax.h"
#include "reading/lexicon_parts.h"

namespace readout {

namespace {

using namespace events;

bool is_light_object(const Trees& trees, uint32_t noun) {
  return trees.has_relation(noun, "obj") || trees.has_relation(noun, "nsubj:pass");
}

// Verbs whose subject does what their object names. Sorted.
bool is_announcing(std::string_view lemma) {
  constexpr std::array<std::string_view, 14> kVerbs = {"announce", "begin",  "carry", "continue", "declare",
                                                       "end",      "launch", "make",  "mount",    "order",
                                                       "resume",   "stage",  "start", "undertake"};
  return std::binary_search(kVerbs.begin(), kVerbs.end(), lemma);
}

class Reader {
 public:
  Reader(const Article& article, const Annotation& language, const Identities& identities,
         const ReadingLexicons::Parts& lists, const std::vector<Quotation>& quotations,
         const std::vector<DateExpression>& dates)
      : language_(language),
        identities_(identities),
        words_(lists.words),
        lexicon_(lists.events),
        quotations_(quotations),
        dates_(dates),
        trees_(article.text, language),
        parties_(trees_, identities, lists.events, dates, article.text) {}

  Happenings read() {
    for (const Sentence& sentence : language_.sentences) {
      sentence_ = &sentence;
      for (uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
        const Upos tag = trees_.token(t).upos;
        if (tag == Upos::kVerb || tag == Upos::kAdj) verb(t);
        if (tag == Upos::kNoun) noun(t);
      }
    }
    Happenings happenings = parties_.take();
    for (Event& event : events_) describe_actors(event, happenings.entities);
    happenings.events = std::move(events_);
    return happenings;
  }

 private:
  void describe_actors(Event& event, const std::vector<Entity>& made) const {
    for (const auto* parties : {&event.sources, &event.targets}) {
      for (const EntityId id : *parties) {
        const size_t known = identities_.entities.size();
        Actor actor = describe_actor(id, id < known ? identities_.entities[id] : made[id - known], lexicon_, words_);
        if (!actor.country.empty() || !actor.sector.empty()) event.actors.push_back(std::move(actor));
      }
    }
  }

  // The entry of the verb that asks for most and gets it.
  const Predicate* entry_of(uint32_t t, uint32_t* object) const {
    const auto found = lexicon_.find_verb(trees_.lemma(t));
    if (found == nullptr) return nullptr;
    *object = trees_.child(t, "obj");
    if (*object == Trees::kNone && is_passive(trees_, t)) {
      const auto before = patients(trees_, t);
      if (!before.empty()) *object = before.front();
    }
    const Predicate* best = nullptr;
    int most = -1;
    for (const Predicate& entry : *found) {
      int asked = 0;
      if (!entry.particle.empty()) {
        if (!has_particle(t, entry.particle)) continue;
        asked += 1;
      }
      if (!entry.objects.empty()) {
        if (*object == Trees::kNone || !names_one_of(*object, entry.objects)) continue;
        asked += 2;
      }
      if (asked > most) most = asked, best = &entry;
    }
    return best;
  }

  // "off": that particle or preposition; "on:strike": that preposition with that noun.
  bool has_particle(uint32_t t, std::string_view particle) const {
    const size_t colon = particle.find(':');
    const std::string_view preposition = particle.substr(0, colon);
    for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
      if (colon != std::string_view::npos) {
        if (trees_.preposition(*c) == preposition && trees_.lemma(*c) == particle.substr(colon + 1)) return true;
        continue;
      }
      const bool beside = trees_.has_relation(*c, "compound") || trees_.has_relation(*c, "advmod") ||
                          (trees_.has_relation(*c, "xcomp") && trees_.token(*c).upos == Upos::kAdv);
      if (beside && trees_.lemma(*c) == particle) return true;
      if (trees_.has_relation(*c, "obl") && trees_.preposition(*c) == particle) return true;
    }
    return false;
  }

  bool names_one_of(uint32_t object, const std::vector<std::string>& lemmas) const {
    const auto is_one = [&](uint32_t t) {
      return std::find(lemmas.begin(), lemmas.end(), trees_.lemma(t)) != lemmas.end();
    };
    if (is_one(object)) return true;
    for (const uint32_t* c = trees_.begin(object); c != trees_.end(object); ++c) {
      if (trees_.has_relation(*c, "conj") && is_one(*c)) return true;
    }
    return false;
  }

  void append(std::vector<EntityId>& to, const std::vector<EntityId>& more) const {
    for (const EntityId entity : more) {
      if (std::find(to.begin(), to.end(), entity) == to.end()) to.push_back(entity);
    }
  }

  // Parties among the oblique or nominal dependents of `t` that one of the prepositions introduces.
  std::vector<EntityId> by_preposition(uint32_t t, std::string_view preposition) {
    std::vector<EntityId> out;
    for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
      if (!trees_.has_relation(*c, "obl") && !trees_.has_relation(*c, "nmod")) continue;
      if (trees_.preposition(*c) == preposition) append(out, parties_.of(*c));
    }
    return out;
  }

  // Parties inside a complement clause: its object's, else its obliques'.
  std::vector<EntityId> in_complement(uint32_t t) {
    std::vector<EntityId> out;
    for (const uint32_t* c = trees_.begin(t); c != trees_.end(t) && out.empty(); ++c) {
      if (!trees_.has_relation(*c, "xcomp") && !trees_.has_relation(*c, "ccomp") && !trees_.has_relation(*c, "advcl"))
        continue;
      for (const std::string_view relation : {"nsubj", "iobj", "obj", "obl"}) {
        for (const uint32_t* d = trees_.begin(*c); d != trees_.end(*c); ++d) {
          if (trees_.has_relation(*d, relation)) append(out, parties_.of(*d));
        }
        if (!out.empty()) break;
      }
      if (out.empty()) out = in_complement_of_object(*c);
    }
    return out;
  }

  // "agreed to offer aid to the sector": the dependents of the complement's object.
  std::vector<EntityId> in_complement_of_object(uint32_t t) {
    const uint32_t object = trees_.child(t, "obj");
    std::vector<EntityId> out;
    if (object == Trees::kNone) return out;
    for (const uint32_t* d = trees_.begin(object); d != trees_.end(object); ++d) {
      if (trees_.has_relation(*d, "nmod")) append(out, parties_.of(*d));
    }
    return out;
  }

  std::vector<EntityId> targets(uint32_t t, uint32_t object, const Predicate& entry) {
    std::vector<EntityId> out;
    for (const std::string& place : entry.targets) {
      if (place == "obj") {
        // Where the entry names its object ("held talks"), that object is no party, but those in it may be.
        if (object != Trees::kNone) out = parties_.of(object);
      } else if (place == "iobj") {
        const uint32_t receiver = trees_.child(t, "iobj");
        if (receiver != Trees::kNone) out = parties_.of(receiver);
      } else if (place == "comp") {
        out = in_complement(t);
      } else {
        out = by_preposition(t, place);
        if (out.empty() && object != Trees::kNone) out = by_preposition(object, place);
      }
      if (!out.empty()) return out;
    }
    // Else whoever the object's own words name.
    if (object != Trees::kNone) out = parties_.of(object);
    for (const uint32_t* c = trees_.begin(t); c != trees_.end(t) && out.empty(); ++c) {
      if (trees_.has_relation(*c, "obl") && trees_.preposition(*c) != "by" && !is_time_or_place(*c))
        out = parties_.of(*c);
    }
    return out;
  }

  bool is_time_or_place(uint32_t t) const {
    if (trees_.token(t).deprel == "obl:tmod") return true;
    const Span span = trees_.token(t).span;
    if (std::any_of(dates_.begin(), dates_.end(), [&](const DateExpression& d) { return d.span.overlaps(span); }))
      return true;
    const auto entity = parties_.at(t);
    const std::string_view preposition = trees_.preposition(t);
    return entity && parties_.is_place(*entity) &&
           (preposition == "in" || preposition == "at" || preposition == "near");
  }

  void verb(uint32_t t) {
    uint32_t object = Trees::kNone;
    const Predicate* entry = entry_of(t, &object);
    if (!entry) return;
    std::vector<EntityId> sources;
    for (const uint32_t agent : agents(trees_, t)) append(sources, parties_.of(agent));
    std::vector<EntityId> to = targets(t, object, *entry);
    Span span = trees_.token(t).span;
    if (!entry->objects.empty() && object != Trees::kNone && object > t) span.end = trees_.token(object).span.end;
    record(t, *entry, span, std::move(sources), std::move(to));
  }

  // "a visit by A to B", "A's meeting with B", "talks between A and B"; not where a verb of the lists has it as object.
  void noun(uint32_t t) {
    const auto found = lexicon_.nouns.find(std::string(trees_.lemma(t)));
    if (found == lexicon_.nouns.end()) return;
    const uint32_t above = trees_.head(t);
    if (above != Trees::kNone && is_light_object(trees_, t)) {
      uint32_t object = Trees::kNone;
      if (entry_of(above, &object) != nullptr) return;
    }
    const Predicate& entry = found->second;
    std::vector<EntityId> sources;
    for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
      if (trees_.has_relation(*c, "nmod:poss")) append(sources, parties_.of(*c));
    }
    if (sources.empty()) sources = by_preposition(t, "by");
    for (const uint32_t* c = trees_.begin(t); c != trees_.end(t) && sources.empty(); ++c) {
      if ((trees_.has_relation(*c, "amod") || trees_.has_relation(*c, "compound")) && parties_.at(*c)) {
        sources = parties_.of(*c);
      }
    }
    // "announced the release of ...": whoever does the announcing.
    for (const uint32_t agent :
         sources.empty() && above != Trees::kNone && trees_.has_relation(t, "obj") && is_announcing(trees_.lemma(above))
             ? agents(trees_, above)
             : std::vector<uint32_t>{}) {
      append(sources, parties_.of(agent));
    }
    std::vector<EntityId> to;
    for (const std::string& preposition : entry.targets) {
      to = by_preposition(t, preposition);
      if (!to.empty()) break;
    }
    // "a visit by A to B": the second preposition is often hung on the first party.
    for (const uint32_t* c = trees_.begin(t); c != trees_.end(t) && to.empty(); ++c) {
      const std::string_view preposition = trees_.preposition(*c);
      if (!trees_.has_relation(*c, "nmod") || (preposition != "by" && preposition != "of")) continue;
      if (sources.empty()) sources = parties_.of(*c);
      for (const std::string& wanted : entry.targets) {
        if (to.empty()) to = by_preposition(*c, wanted);
      }
    }
    // A light verb outside the lists ("were set for talks with"): its subject, where the noun names no other.
    if (sources.empty() && !entry.two_way) sources = by_preposition(t, "of");
    if (sources.empty() && to.size() < 2) return;
    if (to.empty() && !(entry.two_way && sources.size() > 1)) return;
    record(t, entry, trees_.token(t).span, std::move(sources), std::move(to));
  }

  void record(uint32_t t, const Predicate& entry, Span span, std::vector<EntityId> sources, std::vector<EntityId> to) {
    to.erase(std::remove_if(to.begin(), to.end(),
                            [&](EntityId e) { return std::find(sources.begin(), sources.end(), e) != sources.end(); }),
             to.end());
    if (sources.empty() && to.empty()) return;
    if (sources.empty() && !entry.two_way) return;
    Event event;
    event.span = span;
    event.code = entry.code;
    event.mode = entry.mode;
    event.status = status_of(trees_, t);
    place_and_date(t, event);
    if (entry.two_way) {
      append(sources, to);
      to.clear();
      if (sources.size() < 2) return;
    }
    event.sources = std::move(sources);
    event.targets = std::move(to);
    for (uint32_t q = 0; q < quotations_.size() && !event.quotation; ++q) {
      for (const Span content : quotations_[q].content) {
        if (content.contains(span.begin)) event.quotation = q;
      }
    }
    if (event.quotation && quotations_[*event.quotation].source) {
      event.reporter = quotations_[*event.quotation].source->entity;
    }
    events_.push_back(std::move(event));
  }

  // The nearest fixed date of the sentence, and the place that an "in" or "at" names.
  void place_and_date(uint32_t t, Event& event) {
    uint32_t nearest = UINT32_MAX;
    const auto first = std::lower_bound(dates_.begin(), dates_.end(), sentence_->span.begin,
                                        [](const DateExpression& d, uint32_t at) { return d.span.begin < at; });
    for (auto date = first; date != dates_.end() && date->span.begin < sentence_->span.end; ++date) {
      if (date->type != DateType::kDate && date->type != DateType::kTime) continue;
      if (date->relative || date->value.size() < 4 || date->value[0] < '0' || date->value[0] > '9') continue;
      const uint32_t here = trees_.token(t).span.begin;
      const uint32_t gap = date->span.begin > here ? date->span.begin - here : here - date->span.begin;
      if (gap < nearest) nearest = gap, event.date = date->value.substr(0, 10);
    }
    for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
      if (!trees_.has_relation(*c, "obl") && !trees_.has_relation(*c, "nmod")) continue;
      const std::string_view preposition = trees_.preposition(*c);
      const auto entity = parties_.at(*c);
      if (entity && parties_.is_place(*entity) && (preposition == "in" || preposition == "at")) {
        event.place = entity;
        return;
      }
    }
  }

  const Annotation& language_;
  const Identities& identities_;
  const wording::WordLists& words_;
  const EventLexicon& lexicon_;
  const std::vector<Quotation>& quotations_;
  const std::vector<DateExpression>& dates_;
  const Trees trees_;
  Parties parties_;
  const Sentence* sentence_ = nullptr;
  std::vector<Event> events_;
};

}  // namespace

Happenings find_events(const Article& article, const Annotation& language, const Identities& identities,
                       const std::vector<Quotation>& quotations, const std::vector<DateExpression>& dates,
                       const ReadingLexicons& lexicons) {
  return Reader(article, language, identities, lexicons.parts(), quotations, dates).read();
}

}  // namespace readout
