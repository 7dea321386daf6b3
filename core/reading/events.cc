#include "reading/events.h"

#include <algorithm>

#include "reading/events_actors.h"
#include "reading/events_clause.h"
#include "reading/events_reader.h"
#include "reading/events_status.h"
#include "reading/lexicon_parts.h"
#include "text/unicode.h"

namespace readout {

namespace events {

namespace {

bool accuses(std::string_view lemma) {
  return lemma == "accuse" || lemma == "blame" || lemma == "suspect" || lemma == "charge" || lemma == "allege" ||
         lemma == "criticise" || lemma == "criticize" || lemma == "condemn";
}

bool same_parties(const std::vector<EntityId>& a, const std::vector<EntityId>& b) {
  return a.size() == b.size() && std::is_permutation(a.begin(), a.end(), b.begin());
}

// A meeting and the talks at it are one happening.
bool same_mode(const std::string& a, const std::string& b) {
  const auto talks = [](const std::string& m) { return m.empty() || m == "meet" || m == "talk" || m == "negotiate"; };
  return a == b || (talks(a) && talks(b));
}

}  // namespace

bool needs_target(const Finding& finding) {
  const std::string& code = finding.code;
  if (finding.refused) return false;
  if (code == "PROTEST" || code == "CONCEDE" || code == "RETREAT") return false;
  if (code == "AGREE" && finding.several) return false;  // with each other
  if (code == "INVESTIGATE") return !finding.opened;
  return finding.bare || !(code == "COERCE" || code == "MOBILIZE");
}

Reader::Reader(const Article& article, const Annotation& language, const Identities& identities,
               const EventLexicon& lexicon, const wording::WordLists& lists, const std::vector<Quotation>& quotations,
               const std::vector<DateExpression>& dates)
    : language_(language),
      lexicon_(lexicon),
      lists_(lists),
      quotations_(quotations),
      dates_(dates),
      trees_(article.text, language),
      parties_(trees_, identities, lexicon, lists, dates, article.text),
      phrases_(trees_, parties_.dates(), parties_.names()),
      targets_(trees_, parties_, lexicon, phrases_) {
  // Quotations stand in text order; what stands inside another comes after it.
  const auto& tokens = language.tokens;
  quotation_of_.assign(tokens.size(), 0);
  for (uint32_t q = 0; q < quotations.size(); ++q) {
    for (const Span content : quotations[q].content) {
      auto token = std::lower_bound(tokens.begin(), tokens.end(), content.begin,
                                    [](const Token& t, uint32_t at) { return t.span.begin < at; });
      for (; token != tokens.end() && token->span.begin < content.end; ++token) {
        uint32_t& own = quotation_of_[static_cast<size_t>(token - tokens.begin())];
        if (own == 0 || quotations[q].parent) own = q + 1;
      }
    }
    const auto& source = quotations[q].source;
    if (source && !source->also.empty()) spoken_as_one_.emplace(source->span.end, q);
  }
}

Happenings Reader::read() {
  for (const Sentence& sentence : language_.sentences) {
    sentence_ = &sentence;
    sentence_events_ = events_.size();
    targets_.set_end(sentence.last_token);
    if (is_sport(sentence) || is_question()) continue;
    for (uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
      const Upos tag = trees_.token(t).upos;
      if (trees_.in_dateline(t)) continue;
      parties_.forget_acting();
      const bool headline = tag == Upos::kNoun && is_headline_verb(t);
      if (tag == Upos::kVerb || tag == Upos::kAdj || headline) verb(t);
      if (tag == Upos::kNoun && !headline) noun(t);
      if (tag != Upos::kVerb && tag != Upos::kAdj && tag != Upos::kNoun) continue;
      report(t);
      verdict(t);
    }
  }
  std::stable_sort(events_.begin(), events_.end(), [](const Event& a, const Event& b) { return a.span < b.span; });
  Happenings happenings = parties_.take();
  happenings.events = std::move(events_);
  return happenings;
}

// Two words of sport, or one that is of nothing else: matches are told in the words of war.
bool Reader::is_sport(const Sentence& sentence) const {
  uint32_t found = 0;
  for (uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
    if (lexicon_.thing(trees_.lemma(t)) == Thing::kSport && ++found == 2) return true;
  }
  return false;
}

void Reader::record(Finding finding) {
  std::vector<EntityId>& sources = finding.sources;
  std::vector<EntityId>& targets = finding.targets;
  subtract(targets, sources);
  // "money to fight Ebola": a disease is no party.
  targets.erase(std::remove_if(targets.begin(), targets.end(),
                               [&](EntityId id) {
                                 return lexicon_.thing(unicode::fold(parties_.entity(id).name)) == Thing::kCause;
                               }),
                targets.end());
  // "bombed it during World War II": a war is nobody that is fought.
  if (finding.code == "ASSAULT" || finding.code == "COERCE" || finding.code == "AID") {
    targets.erase(std::remove_if(targets.begin(), targets.end(),
                                 [&](EntityId id) {
                                   const Entity& entity = parties_.entity(id);
                                   return entity.type == EntityType::kEvent && !entity.unnamed;
                                 }),
                  targets.end());
  }
  // "thank God": nobody of this world.
  for (const EntityId id : targets) {
    if (parties_.entity(id).name == "God" || parties_.entity(id).name == "Allah") return;
  }
  const auto of_family = [&](EntityId id) { return is_family(id); };
  const bool harm = finding.code == "ASSAULT" || finding.code == "COERCE";
  if (!harm && (std::any_of(sources.begin(), sources.end(), of_family) ||
                std::any_of(targets.begin(), targets.end(), of_family)))
    return;
  const auto is_crowd = [&](EntityId id) {
    return parties_.entity(id).unnamed && !is_public(id) && !parties_.is_thing(id);
  };
  if (sources.empty() && std::any_of(targets.begin(), targets.end(), of_family)) return;
  // "murders of people by people": counted, not told.
  if (finding.code == "ASSAULT" && trees_.token(finding.token).upos == Upos::kNoun && !sources.empty() &&
      are_anybody(sources) && std::all_of(targets.begin(), targets.end(), is_crowd))
    return;
  // "when a person strikes another": of nobody.
  const auto is_person_at_large = [&](EntityId id) {
    const std::string& name = parties_.entity(id).name;
    return parties_.entity(id).unnamed && name.size() > 6 && name.compare(name.size() - 6, 6, "person") == 0;
  };
  if (!sources.empty() && std::all_of(sources.begin(), sources.end(), is_person_at_large)) return;
  // "people who attack my wife": in words, for all that is known.
  if (finding.code == "ASSAULT" && !sources.empty() && are_anybody(sources) &&
      trees_.lemma(finding.token) == "attack" && !targets.empty() &&
      std::all_of(targets.begin(), targets.end(), is_crowd))
    return;
  // A thing does nothing.
  const auto is_thing = [&](EntityId id) { return parties_.is_thing(id); };
  if (!harm && !sources.empty() && std::all_of(sources.begin(), sources.end(), is_thing)) return;
  // "a boss invited her"
  if (finding.code == "CONSULT" && !finding.two_way && finding.mode.empty() && !sources.empty() &&
      std::all_of(sources.begin(), sources.end(), is_crowd))
    return;
  // Two who are nobody in particular: an anecdote.
  const auto is_somebody = [&](EntityId id) { return !parties_.entity(id).unnamed || is_public(id); };
  if (finding.code == "CONSULT" && std::none_of(sources.begin(), sources.end(), is_somebody) &&
      std::none_of(targets.begin(), targets.end(), is_somebody))
    return;
  // "the two sides", of whom an event before has told who they are.
  if (sources.size() == 1) {
    auto both = pair_before(sources.front());
    if (!both.empty()) sources = std::move(both);
    subtract(targets, sources);
  }
  if (finding.two_way) {
    // "the pact was announced at a meeting between the two"
    if (sources.size() + targets.size() > 2) {
      sources.erase(
          std::remove_if(sources.begin(), sources.end(),
                         [&](EntityId id) { return parties_.is_thing(id) || is_document(parties_.entity(id)); }),
          sources.end());
    }
    append(sources, targets);
    targets.clear();
    if (sources.size() < 2 && !(finding.several && !sources.empty())) return;
  } else if (targets.empty() && (sources.empty() || needs_target(finding))) {
    return;
  }
  for (size_t i = sentence_events_; i < events_.size(); ++i) {
    const Event& before = events_[i];
    const bool same = before.code == finding.code && same_mode(before.mode, finding.mode) &&
                      same_parties(before.sources, sources) && same_parties(before.targets, targets);
    if (same && (before.status == finding.status || finding.code == "CONSULT")) return;
  }
  Event event;
  event.span = finding.span;
  event.code = std::move(finding.code);
  event.mode = std::move(finding.mode);
  event.status = finding.status;
  event.sources = std::move(sources);
  event.targets = std::move(targets);
  for (const auto* side : {&event.sources, &event.targets}) {
    for (const EntityId id : *side) {
      Actor actor = describe_actor(id, parties_.entity(id), lexicon_, lists_);
      if (const std::string* sector = parties_.acting_sector(id)) actor.sector = *sector;
      if (!actor.country.empty() || !actor.sector.empty()) event.actors.push_back(std::move(actor));
    }
  }
  place_and_date(finding.token, event);
  add_reporter(finding.token, event);
  events_.push_back(std::move(event));
}

void Reader::add_reporter(uint32_t t, Event& event) {
  if (quotation_of_[t] > 0) {
    event.quotation = quotation_of_[t] - 1;
    const auto& source = quotations_[*event.quotation].source;
    if (source) event.reporter = source->entity;
    if (event.reporter) return;
  }
  uint32_t verb = reporting_verb(trees_, t);
  if (verb == Trees::kNone) {
    const uint32_t above = trees_.head(t);
    if (above != Trees::kNone && accuses(trees_.lemma(above)) &&
        (trees_.has_relation(t, "advcl") || trees_.has_relation(t, "xcomp") || trees_.has_relation(t, "obl")))
      verb = above;
  }
  if (verb == Trees::kNone) return;
  const auto speakers = speakers_of(verb);
  if (!speakers.empty()) event.reporter = speakers.front();
}

}  // namespace events

Happenings find_events(const Article& article, const Annotation& language, const Identities& identities,
                       const std::vector<Quotation>& quotations, const std::vector<DateExpression>& dates,
                       const ReadingLexicons& lexicons) {
  const auto& lists = lexicons.parts();
  return events::Reader(article, language, identities, lists.events, lists.words, quotations, dates).read();
}

}  // namespace readout
