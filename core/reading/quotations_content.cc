#include "reading/quotations_content.h"

#include <algorithm>

namespace readout::quoting {

using wording::Mark;
using wording::ReportingVerb;
using wording::VerbForm;
using wording::Word;

uint32_t Contents::content_end(uint32_t start, uint32_t cue) const {
  for (uint32_t k = start; k < e_; ++k) {
    if (stretch(k)) {
      if (is(k + 1, wording::kConjunction) &&
          (word(k + 2, "which") || word(k + 2, "who") || (clause_begins(k + 2) && !is_verb(k + 2))))
        return k + 1;
      if (is_word(k + 1) && is_verb(k + 1) && w(k + 1).form == VerbForm::kGerund &&
          has(k + 1, wording::kClause | wording::kSpeech))
        return k + 1;
      continue;
    }
    if (k > start && is_according_to(k)) return trim(k);
    if (comma(k)) {
      uint32_t next = k + 1;
      while (next < e_ && adverb(next)) ++next;
      if (next < e_ && is_verb(next) && w(next).form == VerbForm::kGerund &&
          has(next, wording::kClause | wording::kSpeech))
        return k;
      if (is(k + 1, wording::kConjunction) && clause_begins(k + 2)) return k;
      if (word(k + 1, "compared") && word(k + 2, "with")) return k;
      if ((word(k + 1, "while") || word(k + 1, "though") || word(k + 1, "although") || word(k + 1, "as")) &&
          clause_begins(k + 2))
        return k;
      if (clause_begins(k + 1) && !is_verb(k + 1)) return k;
    } else if (is(k, wording::kConjunction) && k > start && k + 1 < e_) {
      uint32_t next = k + 1;
      bool auxiliary = false;
      while (next < e_ && (adverb(next) || is(next, wording::kAuxiliary | wording::kNegation))) {
        auxiliary = auxiliary || is(next, wording::kAuxiliary);
        ++next;
      }
      if (next < e_ && is_verb(next) && (w(next).form == w(cue).form || auxiliary) && !has(next, wording::kMental))
        return k;
      // "... and she accused him"
      if (is(k + 1, wording::kSubjectPronoun) && clause_begins(k + 1)) return k;
    } else if (w(k).mark == Mark::kSemicolon && clause_begins(k + 1)) {
      return k;
    }
  }
  return e_;
}

uint32_t Contents::phrase_end(uint32_t k, uint32_t cue) const {
  const uint32_t end = content_end(k, cue);
  // "on all parties not to expand the front, escalate ...": a clause in all but name.
  for (uint32_t j = k + 1; j < std::min(end, k + kClauseReach); ++j) {
    if (word(j, "to") && j + 1 < end && tag(j + 1) == Upos::kVerb && has(cue, wording::kObjectInfinitive)) return end;
  }
  for (uint32_t j = k + 1; j < end; ++j) {
    if (stretch(j)) {
      // `called him a "moderate," a dig at`
      if (ends_with_comma(j) && !stretch(j + 1) && !is(j + 1, wording::kConjunction)) {
        uint32_t next = j + 1;
        while (next < end && !stretch(next)) ++next;
        if (next == end) return j + 1;
      }
      continue;
    }
    if (occasion_begins(j)) {
      uint32_t next = j + 1;
      while (next < end && !stretch(next)) ++next;
      if (next == end) return j;
    }
    if (comma(j) && (!is(j + 1, wording::kConjunction) || word(j + 1, "but")) && !stretch(j + 1)) return j;
    if (is(j, wording::kSubordinator) && !is(j, wording::kPreposition | wording::kRelative | wording::kQuestion))
      return j;
    if (w(j).mark == Mark::kSemicolon || (w(j).mark == Mark::kDash && text(j) != "-")) return j;
    if ((word(j, "after") || word(j, "before") || word(j, "since")) && clause_follows(j + 1)) return j;
  }
  return end;
}

bool Contents::occasion_begins(uint32_t k) const {
  const bool during = word(k, "during");
  if (!during && !word(k, "in") && !word(k, "at")) return false;
  if (!is(k + 1, wording::kDet | wording::kPossessive) && !during) return false;
  if (!during && !word(k + 1, "a") && !word(k + 1, "an")) return false;
  constexpr uint32_t kReach = 6;
  for (uint32_t j = k + 1; j < std::min(e_, k + kReach) && is_word(j); ++j) {
    if (is(j, wording::kOccasion) || (!during && is(j, wording::kDocument))) return true;
    if (is(j, wording::kPreposition | wording::kAuxiliary | wording::kRelative) && j > k + 1) return false;
  }
  return false;
}

void Contents::cut_occasion(ReportingClause& clause) const {
  if (clause.content.empty() || clause.occasion) return;
  Range& content = clause.content.back();
  uint32_t after = kNone;
  for (uint32_t k = content.last; k-- > content.first;) {
    if (stretch(k)) {
      after = k + 1;
      break;
    }
  }
  if (after == kNone || after >= content.last || !occasion_begins(after)) return;
  clause.occasion = Range{after, content.last};
  content.last = after;
}

uint32_t Contents::parsed_end(uint32_t i, uint32_t k) const {
  if (relation(i).empty()) return kNone;
  const uint32_t verb_token = c_.steps[i].token;
  const auto branch = branch_of(c_.tokens, c_.steps[k].token, verb_token);
  if (!branch) return kNone;
  return step_after(c_.subtrees.last[*branch]);
}

uint32_t Contents::setting_end(uint32_t i) const {
  if (i > b_ + 3 || !(w(i).form == VerbForm::kGerund)) return kNone;
  if (i > b_ && !adverbial_start(b_)) return kNone;
  for (uint32_t k = i + 1; k < e_; ++k) {
    if (comma(k)) return k;
    if (stretch(k) && k + 1 < e_ && (starts_noun_phrase(k + 1) || is(k + 1, wording::kSubjectPronoun))) {
      const Span inner = c_.stretches[static_cast<size_t>(c_.steps[k].stretch)].inner;
      if (c_.text[inner.end - 1] == ',') return k + 1;
    }
  }
  return kNone;
}

bool Contents::clause_within(uint32_t first, uint32_t last) const {
  for (uint32_t k = first; k < last; ++k) {
    if (stretch(k) || tag(k) == Upos::kAux) return true;
    if (tag(k) != Upos::kVerb || is(k - 1, wording::kNegation) || word(k - 1, "to")) continue;
    if (relation(k) != "amod" && relation(k) != "acl") return true;
  }
  return false;
}

uint32_t Contents::skip_adverbial(uint32_t i) const {
  uint32_t k = i;
  while (k < e_ && (adverb(k) || (is(k, wording::kTime) && !is(k, wording::kAuxiliary | wording::kSubordinator)))) ++k;
  if (k >= e_ || !is(k, wording::kPreposition) || word(k, "to") || word(k, "as") || word(k, "than")) return k;
  const uint32_t limit = std::min(e_, k + kAdverbialReach);
  for (uint32_t j = k + 1; j < limit; ++j) {
    if (stretch(j) || comma(j) || w(j).mark == Mark::kColon || word(j, "that") || is(j, wording::kSubjectPronoun))
      return j;
    if (is(j, wording::kAuxiliary)) break;
    if (is(j - 1, wording::kTime) && starts_noun_phrase(j)) return j;
  }
  return k > i ? k : i;
}

bool Contents::closed_after(uint32_t i, uint32_t& end) const {
  uint32_t k = i;
  if (is_verb(i - 1)) {
    for (const auto& preposition : verb(i - 1).prepositions) {
      if (preposition != "of" && preposition != "about" && word(i, preposition)) return false;
    }
    if (verb(i - 1).lemma == "add" && word(i, "to")) return false;
  }
  const uint32_t limit = std::min(e_, i + 18);
  while (k < limit) {
    if (stretch(k) || comma(k) || w(k).mark == Mark::kDash) {
      end = k;
      return true;
    }
    if (w(k).mark == Mark::kColon || word(k, "that") || is(k, wording::kAuxiliary)) return false;
    if (k > i && is(k, wording::kSubjectPronoun) && !is(k, wording::kRelative)) return false;
    if (k == i && !adverb(k) && !is(k, wording::kPreposition | wording::kTime | wording::kSubordinator) &&
        !addressee_begins(k))
      return false;
    ++k;
  }
  end = k;
  return k >= e_;
}

void Contents::note_after(ReportingClause& clause, uint32_t i, uint32_t end) const {
  uint32_t from = i + 1;
  if (has(i, wording::kAddressee) && is_word(from) && !is(from, wording::kPreposition | wording::kTime)) {
    uint32_t last = from + 1;
    while (last < end && !is(last, wording::kTime) && (!is(last, wording::kPreposition) || word(last, "of"))) ++last;
    clause.addressee = Range{from, last};
    from = last;
  }
  if (from < end) clause.occasion = Range{from, end};
}

bool Contents::addressee_begins(uint32_t k) const {
  return is_word(k) && k > b_ && is_verb(k - 1) && has(k - 1, wording::kAddressee);
}

void Contents::add_content(ReportingClause& clause, uint32_t first, uint32_t last) const {
  last = trim(last);
  while (first < last && !stretch(first) && !w(first).is_word() && w(first).mark != Mark::kOpen &&
         w(first).mark != Mark::kOther)
    ++first;
  if (first < last) clause.content.push_back({first, last});
}

uint32_t Contents::addressee_end(uint32_t i) const {
  const uint32_t limit = std::min(e_, i + kAdverbialReach);
  for (uint32_t k = i; k < limit; ++k) {
    if (title(k)) continue;
    if (stretch(k) || w(k).mark == Mark::kColon || comma(k)) return k;
    if (k > i &&
        (word(k, "that") || is(k, wording::kQuestion) || (word(k, "to") && is_word(k + 1) && !w(k + 1).capital)))
      return k;
    if (k > i && is(k, wording::kSubjectPronoun)) return k;
    if (k > i && is(k, wording::kAuxiliary)) break;
  }
  uint32_t k = i;
  if (in_name(k)) {
    while (k < e_ && in_name(k)) ++k;
    return k;
  }
  if (is(k, wording::kDet | wording::kPossessive)) {
    ++k;
    while (k < limit && is_word(k) && !w(k).is(wording::kPersonNoun | wording::kPeopleNoun | wording::kBody)) ++k;
  }
  return std::min(k + 1, e_);
}

uint32_t Contents::find_infinitive(uint32_t k) const {
  const uint32_t limit = std::min(e_, k + kClauseReach);
  for (uint32_t j = k; j < limit; ++j) {
    if (stretch(j) || (!w(j).is_word() && w(j).mark != Mark::kDash)) return kNone;
    if (j > k && word(j, "to") && j + 1 < e_ && stretch(j + 1)) return j;
    // "reminded them that their leaders used to ...": a clause.
    if (j > k && word(j, "that") && j + 1 < e_ && is(j + 1, wording::kPossessive | wording::kSubjectPronoun))
      return kNone;
    if (j > k && word(j, "to") && is_word(j + 1) && !w(j + 1).capital &&
        (tag(j + 1) == Upos::kNone || tag(j + 1) == Upos::kVerb || tag(j + 1) == Upos::kAux ||
         tag(j + 1) == Upos::kAdv || tag(j + 1) == Upos::kPart) &&
        !is(j + 1, wording::kDet | wording::kPossessive))
      return j;
  }
  return kNone;
}

bool Contents::has_finite_verb(uint32_t k) const {
  const uint32_t limit = std::min(e_, k + 16);
  for (uint32_t j = k; j < limit; ++j) {
    if (stretch(j)) continue;
    if (w(j).mark == Mark::kComma || w(j).mark == Mark::kSemicolon) return false;
    if (is(j, wording::kAuxiliary)) return true;
    if (tag(j) == Upos::kVerb || tag(j) == Upos::kAux) return true;
    const auto t = text(j);
    if (tag(j) == Upos::kNone && t.size() > 4 && t.substr(t.size() - 2) == "ed" &&
        !is(j - 1, wording::kDet | wording::kPossessive))
      return true;
  }
  return false;
}

bool Contents::read_content_after(ReportingClause& clause, uint32_t i, uint32_t from) {
  const ReportingVerb& v = verb(i);
  const bool mental = has(i, wording::kMental);
  uint32_t k = from;
  if (word(k, "out")) {
    clause.cue.last = k + 1;
    ++k;
  }
  while (k < e_ && adverb(k)) ++k;
  if (k >= e_) return false;
  if (has(i, wording::kAddressee | wording::kObjectInfinitive) && !word(k, "that") && !stretch(k) && is_word(k) &&
      (has(i, wording::kAddressee) || find_infinitive(k) != kNone) &&
      !is(k, wording::kPreposition | wording::kQuestion)) {
    const uint32_t end =
        find_infinitive(k) != kNone && has(i, wording::kObjectInfinitive) ? find_infinitive(k) : addressee_end(k);
    if (has(i, wording::kAddressee) || end > k) clause.addressee = Range{k, end};
    k = end;
    if (k + 1 < e_ && word(k, "to")) {
      add_content(clause, k, content_end(k, i));
      return !clause.content.empty();
    }
  }
  // "pressed him for an answer", "accused it of lying": the words begin with the preposition, after one noun phrase.
  if (!has(i, wording::kClause) || has(i, wording::kObjectInfinitive)) {
    const bool of_only = verb(i).lemma == "accuse";
    if (!v.prepositions.empty() && (has(i, wording::kObjectInfinitive) || of_only) && is_word(k) &&
        !is(k, wording::kPreposition)) {
      const uint32_t limit = std::min(e_, k + kClauseReach);
      for (uint32_t j = k + 1; j < limit && is_word(j); ++j) {
        if (std::none_of(v.prepositions.begin(), v.prepositions.end(),
                         [&](const std::string& p) { return word(j, p); }))
          continue;
        clause.addressee = Range{k, j};
        add_content(clause, of_only ? j : j + 1, phrase_end(j + 1, i));
        return !clause.content.empty();
      }
    }
  }
  const uint32_t adverbial = skip_adverbial(k);
  if (adverbial > k) {
    const bool clear = adverbial >= e_ || stretch(adverbial) || comma(adverbial) || w(adverbial).mark == Mark::kColon ||
                       word(adverbial, "that") || is(adverbial, wording::kSubjectPronoun) ||
                       is(adverbial - 1, wording::kTime);
    bool listed = false;
    for (const auto& preposition : v.prepositions) listed = listed || word(k, preposition);
    if (clear && !listed) {
      clause.occasion = Range{k, adverbial};
      k = adverbial;
    }
  }
  if (k >= e_) return false;
  if (comma(k)) {
    if (k + 1 < e_ && stretch(k + 1) && has(i, wording::kSpeech | wording::kClause)) {
      add_content(clause, k + 1, content_end(k + 1, i));
      return true;
    }
    return false;
  }
  if (w(k).mark == Mark::kColon || w(k).mark == Mark::kDash) {
    if (!has(i, wording::kSpeech | wording::kClause | wording::kQuestionClause)) return false;
    add_content(clause, k + 1, content_end(k + 1, i));
    return !clause.content.empty();
  }
  if (stretch(k)) {
    add_content(clause, k, has(i, wording::kClause) ? content_end(k, i) : phrase_end(k, i));
    return true;
  }
  // "Called that report a lie": no conjunction.
  const bool points =
      word(k, "that") && !has(i, wording::kClause | wording::kThatClause) && has(i, wording::kNounPhrase);
  if (word(k, "that") && !points) {
    if (!has(i, wording::kClause | wording::kThatClause)) return false;
    add_content(clause, k, content_end(k, i));
    return !clause.content.empty();
  }
  if (word(k, "to")) {
    if (!has(i, wording::kInfinitive) || k + 1 >= e_) return false;
    add_content(clause, k, content_end(k, i));
    return !clause.content.empty();
  }
  if (is(k, wording::kQuestion)) {
    if (!has(i, wording::kQuestionClause)) return false;
    add_content(clause, k, content_end(k, i));
    return !clause.content.empty();
  }
  for (const auto& preposition : v.prepositions) {
    if (!word(k, preposition)) continue;
    clause.cue.last = k + 1;
    add_content(clause, k + 1, phrase_end(k + 1, i));
    return !clause.content.empty();
  }
  // "a call that he described as long": what stands after "as" is all there is.
  if (word(k, "as") && has(i, wording::kNounPhrase)) ++k;
  if (k < e_ && stretch(k)) {
    add_content(clause, k, content_end(k, i));
    return true;
  }
  if (!is_word(k)) return false;
  if (!points && is(k, wording::kPreposition | wording::kConjunction | wording::kSubordinator)) return false;
  if (has(i, wording::kClause) && (has_finite_verb(k + 1) || !has(i, wording::kNounPhrase))) {
    const uint32_t end = content_end(k, i);
    if (end >= k + 3 || (!mental && end > k)) {
      add_content(clause, k, end);
      return !clause.content.empty();
    }
  }
  if (has(i, wording::kNounPhrase)) {
    add_content(clause, k, phrase_end(k, i));
    return !clause.content.empty();
  }
  return false;
}

void Contents::read_content_before(ReportingClause& clause, uint32_t end) const {
  uint32_t first = floor_;
  // `She scolded him: "...," he said`: another's colon opens the words; only these are his.
  for (uint32_t k = first; k + 1 < end; ++k) {
    if (mark(k, Mark::kColon) && stretch(k + 1)) first = k + 1;
  }
  while (first < end && !stretch(first) && (is(first, wording::kConjunction) || !w(first).is_word())) ++first;
  add_content(clause, first, end);
}

}  // namespace readout::quoting
