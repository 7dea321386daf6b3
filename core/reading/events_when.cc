// When and where an event took place, as its own clause says.
#include <algorithm>

#include "reading/events_reader.h"

namespace readout::events {

namespace {

constexpr int kHighest = 8;

bool is_predicate(const Trees& trees, uint32_t t) {
  return trees.token(t).upos == Upos::kVerb || trees.child(t, "nsubj") != Trees::kNone;
}

// Of another time than the clause above: "before leaving", "since Peru invaded".
bool is_apart(const Trees& trees, uint32_t t) {
  for (const uint32_t* c = trees.begin(t); c != trees.end(t); ++c) {
    if (!trees.has_relation(*c, "mark") && !trees.has_relation(*c, "case")) continue;
    const std::string_view lemma = trees.lemma(*c);
    if (lemma == "before" || lemma == "after" || lemma == "since" || lemma == "until") return true;
  }
  return false;
}

// A time that bounds the event without being its own ("since 1996").
bool is_bound(std::string_view preposition) {
  return preposition == "since" || preposition == "until" || preposition == "by" || preposition == "before" ||
         preposition == "after" || preposition == "from";
}

}  // namespace

// How near to `t` the date at token `d` is by the clauses: 0 on the event's own words, 1 in its clause, more in those
// that hold it; -1 where it belongs to another clause.
int Reader::date_distance(uint32_t t, uint32_t d) const {
  uint32_t governor = d;
  for (int depth = 0; depth < kHighest; ++depth) {
    if (governor == t) return 0;
    if (depth > 0 && is_predicate(trees_, governor)) break;
    const uint32_t above = trees_.head(governor);
    if (above == Trees::kNone) break;
    if (is_bound(trees_.preposition(governor))) return -1;
    governor = above;
  }
  uint32_t at = t;
  for (int distance = 1; distance < kHighest; ++distance) {
    if (at == governor) return distance;
    const uint32_t above = trees_.head(at);
    if (above == Trees::kNone || is_apart(trees_, at)) break;
    // "arrived on Monday and left on Tuesday": a date behind the first verb is that one's alone.
    if (trees_.has_relation(at, "conj") && above == governor && d > above) break;
    // What somebody says at a time happened at another.
    if (trees_.has_relation(at, "ccomp") || trees_.is_relation(at, "acl:relcl")) break;
    at = above;
  }
  return -1;
}

// No verb and no clause begins between `t` and the date at token `d`, which no "since" or "until" introduces.
bool Reader::is_in_clause(uint32_t t, uint32_t d) const {
  const uint32_t first = std::min(t, d);
  const uint32_t last = std::max(t, d);
  for (uint32_t k = first + 1; k < last; ++k) {
    const Upos tag = trees_.token(k).upos;
    const std::string_view lemma = trees_.lemma(k);
    if (tag == Upos::kVerb || tag == Upos::kSconj || lemma == "who" || lemma == "which") return false;
    if (tag == Upos::kAux && d > t) return false;
  }
  return d == 0 || !is_bound(trees_.lemma(d - 1));
}

void Reader::place_and_date(uint32_t t, Event& event) {
  int nearest = kHighest;
  const auto first = std::lower_bound(dates_.begin(), dates_.end(), sentence_->span.begin,
                                      [](const DateExpression& d, uint32_t at) { return d.span.begin < at; });
  uint32_t token = sentence_->first_token;
  for (auto date = first; date != dates_.end() && date->span.begin < sentence_->span.end; ++date) {
    if (date->type != DateType::kDate && date->type != DateType::kTime) continue;
    if (date->relative || date->value.size() < 4 || date->value[0] < '0' || date->value[0] > '9') continue;
    while (token + 1 < sentence_->last_token && trees_.token(token).span.end <= date->span.begin) ++token;
    // The date's own head: the one of its words that hangs on another.
    uint32_t head = token;
    while (head + 1 < sentence_->last_token && parties_.is_date(head + 1) && trees_.token(head).head >= 0 &&
           static_cast<uint32_t>(trees_.token(head).head) > head && trees_.token(head + 1).span.begin < date->span.end)
      ++head;
    int distance = date_distance(t, head);
    // By the order of words, where the tree hangs it elsewhere.
    if (distance < 0 && is_in_clause(t, token)) distance = kHighest - 1;
    if (distance >= 0 && distance < nearest) nearest = distance, event.date = date->value.substr(0, 10);
  }
  const auto look = [&](uint32_t at) {
    for (const uint32_t* c = trees_.begin(at); c != trees_.end(at) && !event.place; ++c) {
      if (!trees_.has_relation(*c, "obl") && !trees_.has_relation(*c, "nmod")) continue;
      const std::string_view preposition = trees_.preposition(*c);
      const auto entity = parties_.at(*c);
      if (entity && parties_.is_place(*entity) && (preposition == "in" || preposition == "at")) event.place = entity;
    }
  };
  look(t);
  const uint32_t object = trees_.child(t, "obj");
  if (!event.place && object != Trees::kNone) look(object);
  // "met them during talks in Vessby"
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t) && !event.place; ++c) {
    if (trees_.has_relation(*c, "obl") && lexicon_.event_noun(trees_.lemma(*c)) != nullptr) look(*c);
  }
  if (!event.place && trees_.token(t).upos == Upos::kNoun && trees_.head(t) != Trees::kNone) look(trees_.head(t));
  // By the order of words, within the clause.
  for (const std::string_view preposition : {std::string_view("in"), std::string_view("at")}) {
    const uint32_t where = event.place ? Trees::kNone : phrases_.behind(t, preposition, sentence_->last_token);
    const auto entity = where == Trees::kNone ? std::nullopt : parties_.at(where);
    if (entity && parties_.is_place(*entity)) event.place = entity;
  }
}

}  // namespace readout::events
