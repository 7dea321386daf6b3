#include "reading/events_status.h"

#include <algorithm>
#include <array>

#include "reading/events_clause.h"
#include "reading/events_control.h"
#include "reading/events_mood.h"
#include "reading/events_words.h"

namespace readout::events {

namespace {

constexpr int kHighest = 5;  // how many verbs up a doubt may come from

bool negates(std::string_view lemma) {
  return lemma == "not" || lemma == "n't" || lemma == "n’t" || lemma == "never" || lemma == "no" ||
         lemma == "without" || lemma == "neither";
}

bool is_opinion(std::string_view lemma) {
  return lemma == "think" || lemma == "believe" || lemma == "suppose" || lemma == "imagine";
}

bool has_infinitive_mark(const Trees& trees, uint32_t t) {
  for (const uint32_t* c = trees.begin(t); c != trees.end(t) && *c < t; ++c) {
    // "on Lee to leave", with both words hung on the verb.
    if (trees.has_relation(*c, "mark") && trees.lemma(*c) == "to") return true;
  }
  return false;
}

// "not only because", "not just an attempt": what follows holds.
bool is_not_only(const Trees& trees, uint32_t negation) {
  const uint32_t next = negation + 1;
  if (next >= trees.tokens().size()) return false;
  const std::string_view lemma = trees.lemma(next);
  return lemma == "only" || lemma == "just" || lemma == "merely" || lemma == "simply" || lemma == "solely";
}

bool is_perfect(const Trees& trees, uint32_t t) {
  for (const uint32_t* c = trees.begin(t); c != trees.end(t); ++c) {
    if (trees.has_relation(*c, "aux") && trees.lemma(*c) == "have") return true;
  }
  return false;
}

// "joined them in backing him", "plans to win by attacking her": a circumstance is no more certain than its clause.
bool is_circumstance(const Trees& trees, uint32_t t) {
  if (!trees.has_relation(t, "advcl") || !is_gerund(trees, t)) return false;
  const uint32_t mark = trees.child(t, "mark");
  return mark != Trees::kNone && (trees.lemma(mark) == "by" || trees.lemma(mark) == "in");
}

// "after she meets him": in a text that tells the past, still to come.
bool is_to_come(const Trees& trees, uint32_t t, std::string_view mark) {
  uint32_t above = trees.head(t);
  if (mark != "after" && mark != "before" && mark != "once") return false;
  for (int depth = 0; depth < kHighest && above != Trees::kNone && trees.is_nominal(above); ++depth)
    above = trees.head(above);
  const bool clause = trees.has_relation(t, "advcl") || trees.has_relation(t, "acl");
  if (!clause || above == Trees::kNone || trees.token(t).upos != Upos::kVerb) return false;
  const std::string_view word = trees.words(t);
  const std::string_view main = trees.words(above);
  if (word.back() != 's' || word == trees.lemma(t) || main == trees.lemma(above) || main.back() == 's') return false;
  return trees.token(above).upos == Upos::kVerb;
}

// What the words directly under `t` say.
EventStatus own_status(const Trees& trees, uint32_t t) {
  EventStatus status = status_before(trees, t);
  if (is_demanded(trees, t) || is_wanted(trees, t) || is_talked_of(trees, t))
    status = stronger(status, EventStatus::kHypothetical);
  if (is_exhorted(trees, t) || is_unsaid(trees, t) || is_unproven(trees, t)) return EventStatus::kHypothetical;
  if (is_of_none(trees, t)) status = stronger(status, EventStatus::kNegated);
  status = stronger(status, status_of_headline(trees, t));
  bool conditional = false;
  // "can't because he is asked": what stands before the conjunction belongs to another verb.
  const uint32_t mark = trees.child(t, "mark");
  const uint32_t begin = mark != Trees::kNone && trees.token(mark).upos == Upos::kSconj ? mark : 0;
  for (const uint32_t* c = trees.begin(t); c != trees.end(t); ++c) {
    const std::string_view lemma = trees.lemma(*c);
    if (*c < begin && (trees.has_relation(*c, "aux") || trees.has_relation(*c, "advmod"))) continue;
    if ((trees.has_relation(*c, "advmod") || trees.has_relation(*c, "det") || trees.has_relation(*c, "case")) &&
        negates(lemma) && !is_not_only(trees, *c) && !is_no_denial(trees, *c) && !waits(trees, t))
      status = stronger(status, EventStatus::kNegated);
    // "nearly attacked him"
    if (trees.has_relation(*c, "advmod") && *c + 1 == t && trees.token(t).upos == Upos::kVerb &&
        (lemma == "almost" || lemma == "nearly"))
      status = stronger(status, EventStatus::kNegated);
    if (trees.has_relation(*c, "advmod") && is_guess(lemma)) status = stronger(status, EventStatus::kHypothetical);
    // "raised no money"
    if (trees.has_relation(*c, "obj") && trees.token(t).upos == Upos::kVerb) {
      const uint32_t determiner = trees.child(*c, "det");
      if (determiner != Trees::kNone && determiner < *c && trees.lemma(determiner) == "no" &&
          !is_no_denial(trees, determiner))
        status = stronger(status, EventStatus::kNegated);
    }
    // "no country has ...", "neither ..."
    if (trees.has_relation(*c, "nsubj")) {
      const uint32_t determiner = trees.child(*c, "det");
      const uint32_t either = trees.child(*c, "cc");
      if ((determiner != Trees::kNone && negates(trees.lemma(determiner))) ||
          (either != Trees::kNone && trees.lemma(either) == "neither") || lemma == "nobody" || lemma == "none")
        status = stronger(status, EventStatus::kNegated);
    }
    // "was to fly": with "be" for a copula or an auxiliary
    const bool to_be = lemma == "be" && (trees.has_relation(*c, "cop") || trees.has_relation(*c, "aux"));
    if (to_be && *c + 1 < t && trees.lemma(*c + 1) == "to" && trees.token(t).upos == Upos::kVerb)
      status = stronger(status, EventStatus::kPlanned);
    // "asked that he be jailed", "it is time an envoy be sent"
    const uint32_t that = trees.child(t, "mark");
    const bool asked = that != Trees::kNone && trees.lemma(that) == "that";
    if (trees.is_relation(*c, "aux:pass") && trees.words(*c) == "be" && *c > 0 &&
        trees.token(*c - 1).upos != Upos::kAux && (asked || trees.is_nominal(*c - 1)) && trees.child(t, "aux") == *c)
      status = stronger(status, EventStatus::kHypothetical);
    if (trees.has_relation(*c, "aux")) {
      const std::string_view word = trees.words(*c);
      if ((lemma == "would" && is_habit(trees, t)) || (lemma == "must" && is_performed(trees, t))) continue;
      if (lemma == "will" || lemma == "shall" || word == "'ll" || word == "’ll")
        status = stronger(status, EventStatus::kPlanned);
      // "said it would": the future, told in the past.
      // "they say it would" and "would have" tell of what would be.
      const uint32_t reporting = lemma == "would" || word == "would" ? reporting_verb(trees, t) : Trees::kNone;
      const bool past = reporting != Trees::kNone && trees.words(reporting) != trees.lemma(reporting) &&
                        trees.words(reporting).back() != 's';
      const bool told = past && !is_perfect(trees, t);
      if (told) status = stronger(status, EventStatus::kPlanned);
      if (told) continue;
      if (lemma == "would" || lemma == "could" || lemma == "may" || lemma == "might" || lemma == "should" ||
          lemma == "can" || lemma == "must" || word == "would") {
        status = stronger(status, EventStatus::kHypothetical);
      }
    }
    // "rather than criticise", "instead of meeting"
    if ((trees.has_relation(*c, "mark") || trees.has_relation(*c, "cc") || trees.has_relation(*c, "case")) &&
        (lemma == "rather" || lemma == "instead"))
      status = stronger(status, EventStatus::kNegated);
    conditional =
        conditional || (trees.has_relation(*c, "mark") && (lemma == "if" || lemma == "unless" || lemma == "whether"));
    // "until they meet"
    const bool present = trees.words(t) == trees.lemma(t) || trees.words(t).back() == 's';
    if (trees.has_relation(*c, "mark") && lemma == "until" && present) status = stronger(status, EventStatus::kPlanned);
    // "pointed to a vote after they meet"
    if (trees.has_relation(*c, "mark") && is_to_come(trees, t, lemma)) status = stronger(status, EventStatus::kPlanned);
    // "planned talks", "a possible visit"
    if (trees.has_relation(*c, "amod") && *c < t) status = stronger(status, meaning_of(lemma));
  }
  if (status == EventStatus::kNegated && is_emphatic(trees, t)) return EventStatus::kAsserted;
  if (is_timetabled(trees, t)) status = stronger(status, EventStatus::kPlanned);
  // "if they do not help": neither done nor left undone.
  return conditional ? EventStatus::kHypothetical : status;
}

// "will meet him when she arrives": as far off as what it goes with.
bool is_of_plan(const Trees& trees, uint32_t t) {
  const bool clause = trees.has_relation(t, "advcl") || trees.is_relation(t, "acl:relcl");
  uint32_t above = clause ? trees.head(t) : Trees::kNone;
  // "will meet the titans Monday when he arrives", hung on those he meets.
  for (int depth = 0; depth < kHighest && above != Trees::kNone && trees.is_nominal(above); ++depth)
    above = trees.head(above);
  if (above == Trees::kNone || above > t || t == 0 || trees.child(t, "aux") != Trees::kNone) return false;
  const bool present = trees.words(t) == trees.lemma(t) || trees.words(t).back() == 's';
  bool when = false;
  for (const uint32_t* c = trees.begin(t); c != trees.end(t) && *c < t; ++c) {
    const std::string_view lemma = trees.lemma(*c);
    when = when || lemma == "when" || lemma == "once" || lemma == "after" || lemma == "before";
  }
  if (!present || !when) return false;
  const bool to = has_infinitive_mark(trees, above) && trees.head(above) != Trees::kNone;
  return own_status(trees, above) == EventStatus::kPlanned ||
         (to && meaning_of(trees.lemma(trees.head(above))) == EventStatus::kPlanned);
}

// "did not know and accused": the second verb, finite by itself, shares no auxiliary of the first.
bool shares_auxiliary(const Trees& trees, uint32_t t, uint32_t above) {
  if (trees.token(above).upos != Upos::kVerb) return false;
  const bool bare = trees.words(t) == trees.lemma(t);
  for (const uint32_t* c = trees.begin(above); c != trees.end(above); ++c) {
    if (!trees.has_relation(*c, "aux")) continue;
    const std::string_view aux = trees.lemma(*c);
    if (aux != "have" && aux != "be") return bare;
  }
  return true;
}

}  // namespace

bool is_brought_about(const Trees& trees, uint32_t noun) {
  constexpr std::array<std::string_view, 4> kForcing = {"compel", "drive", "force", "prompt"};
  constexpr std::array<std::string_view, 4> kGrounds = {"cause", "excuse", "occasion", "pretext"};
  const uint32_t copula = trees.child(noun, "cop");
  if (among(kGrounds, trees.lemma(noun)))
    return copula != Trees::kNone && (trees.words(copula) == "was" || trees.words(copula) == "were");
  const uint32_t verb = trees.has_relation(noun, "obj") ? trees.head(noun) : Trees::kNone;
  return verb != Trees::kNone && among(kForcing, trees.lemma(verb)) && trees.words(verb) != trees.lemma(verb) &&
         own_status(trees, verb) == EventStatus::kAsserted;
}

bool is_ranked(const Trees& trees, uint32_t noun) {
  for (const uint32_t* c = trees.begin(noun); c != trees.end(noun); ++c) {
    if (!trees.has_relation(*c, "amod")) continue;
    const std::string_view word = trees.words(*c);
    const std::string_view lemma = trees.lemma(*c);
    const bool superlative = word.size() > 5 && word.substr(word.size() - 3) == "est";
    if (superlative || lemma == "first" || lemma == "last" || lemma == "latest" || lemma == "only" || lemma == "top" ||
        lemma == "second" || lemma == "third")
      return true;
  }
  return false;
}

EventStatus stronger(EventStatus a, EventStatus b) {
  const auto rank = [](EventStatus s) {
    return s == EventStatus::kNegated ? 3 : s == EventStatus::kHypothetical ? 2 : s == EventStatus::kPlanned ? 1 : 0;
  };
  return rank(a) >= rank(b) ? a : b;
}

Modality modality_of(const Trees& trees, uint32_t t) {
  Modality modality;
  bool perfect = false;
  for (const uint32_t* c = trees.begin(t); c != trees.end(t); ++c) {
    const std::string_view lemma = trees.lemma(*c);
    if (trees.has_relation(*c, "advmod") && negates(lemma)) modality.negated = true;
    if (!trees.has_relation(*c, "aux")) continue;
    const std::string_view word = trees.words(*c);
    if (lemma == "will" || lemma == "shall" || lemma == "would" || word == "'ll" || word == "’ll" || word == "wo")
      modality.future = true;
    if (lemma == "must" || lemma == "should" || lemma == "ought")
      modality.obliged = lemma != "must" || !is_performed(trees, t);
    perfect = perfect || lemma == "have";
  }
  // "would not have allowed it": what never came about is no refusal.
  if (perfect) modality.future = false;
  return modality;
}

bool takes_deed(std::string_view lemma) {
  return meaning_of(lemma) != EventStatus::kAsserted || meaning_of_noun(lemma) != EventStatus::kAsserted;
}

EventStatus status_of(const Trees& trees, uint32_t t) {
  EventStatus status = is_supposed(trees, t) ? EventStatus::kHypothetical : EventStatus::kAsserted;
  if (is_given(trees, t)) return own_status(trees, t);
  if (is_of_plan(trees, t)) status = stronger(status, EventStatus::kPlanned);
  uint32_t at = t;
  bool in_place = false;
  for (int depth = 0; depth <= kHighest; ++depth) {
    const EventStatus own = own_status(trees, at);
    const Modality modality = in_place && own == EventStatus::kNegated ? modality_of(trees, at) : Modality();
    if (!in_place || own != EventStatus::kNegated) status = stronger(status, own);
    if (modality.obliged) status = stronger(status, EventStatus::kHypothetical);
    if (modality.future) status = stronger(status, EventStatus::kPlanned);
    const uint32_t above = trees.head(at);
    if (above == Trees::kNone) break;
    const bool to = has_infinitive_mark(trees, at);
    const bool verb_above = trees.token(above).upos == Upos::kVerb || trees.token(above).upos == Upos::kAdj ||
                            trees.token(above).upos == Upos::kAux;
    if (trees.has_relation(at, "acl") && to && !verb_above && is_ranked(trees, above)) {
      // "the first envoy to visit": one who has.
      break;
    }
    // "his request that they go"
    const bool that = trees.has_relation(at, "acl") && !verb_above && trees.child(at, "mark") != Trees::kNone &&
                      trees.lemma(trees.child(at, "mark")) == "that";
    if (that) status = stronger(status, meaning_of_noun(trees.lemma(above)));
    // "the chance of Lee being jailed"
    const uint32_t being = trees.has_relation(at, "acl") ? trees.child(at, "aux:pass") : Trees::kNone;
    const uint32_t whole = trees.has_relation(above, "nmod") ? trees.head(above) : Trees::kNone;
    if (being != Trees::kNone && trees.words(being) == "being") {
      status = stronger(status, meaning_of_noun(trees.lemma(above)));
      if (whole != Trees::kNone) status = stronger(status, meaning_of_noun(trees.lemma(whole)));
    }
    const bool of_noun = trees.has_relation(at, "acl") || (trees.has_relation(at, "xcomp") && trees.is_nominal(above));
    if (of_noun && to && !verb_above && is_brought_about(trees, above)) break;
    if (of_noun && to && !verb_above) {
      // "her decision to leave last year": carried out.
      if (trees.lemma(above) == "decision" && is_of_past(trees, at)) break;
      // "the decision to attack", "its refusal to meet"
      status = stronger(status, stronger(EventStatus::kPlanned, meaning_of_noun(trees.lemma(above))));
    } else if (trees.has_relation(at, "nmod") && !verb_above) {
      // "the lack of progress in talks": there are talks.
      if (trees.preposition(at) == "in" || trees.preposition(at) == "during") break;
      status = stronger(status, meaning_of_noun(trees.lemma(above)));
      if (meaning_of_noun(trees.lemma(above)) == EventStatus::kAsserted) break;
    } else if (trees.has_relation(at, "advcl") && to && is_felt(trees, above)) {
      break;
    } else if (trees.has_relation(at, "advcl") && to && !(at == t && is_said_at_once(trees, t, above))) {
      status = stronger(status, EventStatus::kPlanned);
    }
    const bool governed =
        trees.has_relation(at, "xcomp") || trees.has_relation(at, "ccomp") || trees.has_relation(at, "obj") ||
        trees.has_relation(at, "nsubj:pass") || trees.has_relation(at, "obl") ||
        (trees.has_relation(at, "advcl") && to) || (trees.has_relation(at, "acl") && to) ||
        // "banned Peru from striking them"
        is_kept_from(trees, at) ||
        // "proposed banning them"
        (trees.has_relation(at, "advcl") && at == above + 1 && is_gerund(trees, at) && takes_deed(trees.lemma(above)));
    if (!governed && is_circumstance(trees, at)) {
      // Denied is the clause, not how it comes about.
      const EventStatus clause = status_of(trees, above);
      return clause == EventStatus::kNegated ? status : stronger(status, clause);
    }
    if (!governed) {
      // A conjoined verb shares the auxiliaries of the first.
      if (!trees.has_relation(at, "conj") || trees.child(at, "nsubj") != Trees::kNone) break;
      if (!shares_auxiliary(trees, at, above)) break;
      in_place = replaces(trees, at);
      at = above;
      continue;
    }
    const bool owned = trees.child(t, "nmod:poss") != Trees::kNone;
    if (at == t && trees.has_relation(at, "obj") &&
        (presupposes(trees.lemma(above)) || trees.lemma(above) == "base" || (owned && talks_of(trees.lemma(above)))))
      break;
    // "hope his attacks may help them": of what is his.
    const uint32_t complement = trees.child(above, "ccomp");
    if (at == t && owned && trees.has_relation(at, "obj") && trees.lemma(above) == "hope" &&
        complement != Trees::kNone && complement > t)
      break;
    if (at == t && owned && trees.has_relation(at, "obl") && trees.lemma(above) == "base") break;
    if (is_of_relative(trees, at)) break;
    // "we cannot allow them to win"
    if (is_left_undone_by(trees, above)) return EventStatus::kHypothetical;
    // "open to negotiating"
    if (trees.token(above).upos == Upos::kAdj && trees.lemma(above) == "open")
      status = stronger(status, EventStatus::kHypothetical);
    const bool told = trees.has_relation(at, "ccomp");
    // What hangs on a verb by a preposition ("announced on a visit") is its circumstance, not its content.
    // "told them on a visit", but "agreed on a visit".
    const std::string_view preposition = trees.preposition(at);
    const std::string_view verb = trees.lemma(above);
    const bool content = preposition == "for" || preposition == "to" ||
                         (preposition == "against" && meaning_of(verb) == EventStatus::kNegated) ||
                         (preposition == "on" && verb != "tell" && verb != "warn" && verb != "ask" && verb != "urge");
    const bool hung = trees.has_relation(at, "obl") || (trees.has_relation(at, "ccomp") && trees.is_nominal(at));
    if (hung && !preposition.empty() && !content) break;
    // "told us that ..." and "warned that ..." say what is; "told him to ..." what should be.
    const bool says = told && (verb == "tell" || verb == "warn" || verb == "agree" || verb == "deny");
    // "is going to"; "went on to" tells of what was done.
    const bool went = verb == "go" && trees.words(above) != "going" && trees.words(above) != "gon";
    // "weighs on her image"
    const bool weighs_on = verb == "weigh" && at < above;
    // "would like to thank": does; "likes to thank": at times.
    const bool polite = verb == "like" && trees.child(above, "aux") != Trees::kNone;
    if (verb_above && !says && !went && !weighs_on && !polite) status = stronger(status, meaning_of(verb));
    const bool weighed = trees.has_relation(at, "xcomp") || trees.has_relation(at, "advcl");
    if (weighed && weighs(verb)) status = stronger(status, EventStatus::kHypothetical);
    if (told && verb == "deny") status = EventStatus::kNegated;
    // "has yet to apologise"
    const bool yet = verb == "have" && to && t > 1 && trees.lemma(t - 2) == "yet";
    if (yet) status = stronger(status, EventStatus::kNegated);
    if (trees.lemma(above) == "be" && to) status = stronger(status, EventStatus::kPlanned);
    // "do not think that ..."
    if (told && is_opinion(verb)) {
      at = above;
      continue;
    }
    // What somebody says under "said that" stands by itself: its own words decide. "if he said that ...": who knows?
    if (told && is_conditional(trees, above)) return EventStatus::kHypothetical;
    if (told) break;
    at = above;
  }
  return status;
}

}  // namespace readout::events
