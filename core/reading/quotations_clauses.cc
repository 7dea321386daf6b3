#include "reading/quotations_clauses.h"

#include <algorithm>

namespace readout::quoting {
namespace {

using wording::Mark;
using wording::ReportingVerb;
using wording::VerbForm;
using wording::Word;

// Look-ahead and look-back, in steps.
constexpr uint32_t kSubjectReach = 28;
constexpr uint32_t kAdverbialReach = 14;
constexpr uint32_t kClauseReach = 10;

class ClauseFinder {
 public:
  ClauseFinder(const ClauseContext& context, const StepSentence& sentence)
      : c_(context), b_(sentence.first), e_(sentence.last), floor_(sentence.first) {
    while (e_ > b_ && !stretch(e_ - 1) && w(e_ - 1).mark == Mark::kStop) --e_;
  }

  std::vector<ReportingClause> run() {
    for (uint32_t i = b_; i < e_; ++i) {
      if (i < done_) continue;
      if (is_according_to(i)) {
        read_according_to(i);
      } else if (is_verb(i)) {
        read_verb(i);
      }
    }
    return std::move(found_);
  }

 private:
  // --- steps ---
  bool stretch(uint32_t i) const { return c_.steps[i].stretch != kNoStretch; }
  const Word& w(uint32_t i) const { return c_.words[c_.steps[i].token]; }
  bool is_word(uint32_t i) const { return i >= b_ && i < e_ && !stretch(i) && w(i).is_word(); }
  bool is(uint32_t i, wording::Classes any) const { return is_word(i) && w(i).is(any); }
  bool mark(uint32_t i, Mark m) const { return i >= b_ && i < e_ && !stretch(i) && w(i).mark == m; }
  bool comma(uint32_t i) const { return mark(i, Mark::kComma); }
  std::string_view text(uint32_t i) const { return words_of(c_.text, c_.steps[i].span); }
  bool word(uint32_t i, std::string_view lower) const {
    return is_word(i) && text(i).size() == lower.size() && wording::key_of(text(i)) == lower;
  }
  bool in_name(uint32_t i) const { return !stretch(i) && c_.in_name[c_.steps[i].token]; }
  Upos tag(uint32_t i) const { return stretch(i) ? Upos::kNone : c_.tokens[c_.steps[i].token].upos; }
  const ReportingVerb& verb(uint32_t i) const { return c_.lists.verbs[w(i).verb]; }
  bool has(uint32_t i, uint16_t frames) const { return (verb(i).frames & frames) != 0; }
  bool adverb(uint32_t i) const {
    if (!is_word(i)) return false;
    if (w(i).is(wording::kAdverb)) return true;
    const auto t = text(i);
    return tag(i) == Upos::kAdv || (t.size() > 4 && t.substr(t.size() - 2) == "ly" && !w(i).capital);
  }
  bool possessive_mark(uint32_t i) const { return is_word(i) && (text(i) == "'s" || text(i) == "\u2019s"); }

  // --- verbs ---
  bool is_verb(uint32_t i) const {
    if (!is_word(i) || w(i).verb == wording::kNoVerb || in_name(i)) return false;
    if (tag(i) != Upos::kNone) return tag(i) == Upos::kVerb;
    uint32_t p = i;
    while (p > b_ && adverb(p - 1)) --p;
    if (p == b_) return w(i).form == VerbForm::kGerund;
    if (stretch(p - 1)) return w(i).form != VerbForm::kBase;
    const Word& before = w(p - 1);
    if (possessive_mark(p - 1) && w(i).form != VerbForm::kPast) return false;
    const bool nominative = before.is(wording::kSubjectPronoun);
    switch (w(i).form) {
      case VerbForm::kBase: {
        if (word(p - 1, "to") || before.is(wording::kAuxiliary | wording::kNegation | wording::kPeopleNoun) ||
            nominative)
          return true;
        const auto t = text(p - 1);
        return is_word(p - 1) && !before.is(wording::kPreposition | wording::kDet | wording::kPossessive) &&
               t.size() > 3 && t.back() == 's' && t[t.size() - 2] != 's' && before.verb == wording::kNoVerb;
      }
      case VerbForm::kThird:
        return !before.is(wording::kDet | wording::kPossessive | wording::kPreposition | wording::kAuxiliary) &&
               !(before.mark == Mark::kNone && before.verb != wording::kNoVerb) &&
               (is_word(p - 1) || before.mark == Mark::kComma || before.mark == Mark::kClose ||
                before.mark == Mark::kQuote);
      case VerbForm::kPast:
      case VerbForm::kParticiple:
        return nominative || !before.is(wording::kDet | wording::kPossessive);
      case VerbForm::kGerund:
        return before.mark == Mark::kComma || before.mark == Mark::kDash ||
               before.is(wording::kBe | wording::kSubordinator | wording::kPreposition | wording::kConjunction);
      case VerbForm::kNone:
        break;
    }
    return false;
  }

  // First step of the verb's group: auxiliaries, negations and adverbs before it.
  uint32_t group_begin(uint32_t i) const {
    while (i > b_ && (adverb(i - 1) || is(i - 1, wording::kAuxiliary | wording::kNegation))) --i;
    return i;
  }
  bool passive(uint32_t i) const {
    if (w(i).form != VerbForm::kPast && w(i).form != VerbForm::kParticiple) return false;
    for (uint32_t k = i; k > group_begin(i); --k) {
      if (is(k - 1, wording::kBe)) return true;
    }
    return false;
  }

  // --- subjects ---
  bool boundary_word(uint32_t k) const {
    const Word& at = w(k);
    if (at.is(wording::kSubordinator) && !at.is(wording::kPreposition)) return true;
    if (at.is(wording::kAuxiliary)) return true;
    if (at.is(wording::kSubjectPronoun) && !at.is(wording::kRelative)) return true;
    return at.verb != wording::kNoVerb && (at.form == VerbForm::kPast || at.form == VerbForm::kThird) && is_verb(k);
  }

  // The noun phrase that ends at `end`; empty where none does.
  Range noun_phrase_before(uint32_t end) const {
    uint32_t first = end;
    const uint32_t limit = end > b_ + kSubjectReach ? end - kSubjectReach : b_;
    while (first > limit) {
      const uint32_t k = first - 1;
      if (stretch(k)) break;
      if (w(k).mark == Mark::kClose) {
        uint32_t open = k;
        while (open > limit && w(open).mark != Mark::kOpen) --open;
        if (w(open).mark != Mark::kOpen) break;
        first = open;
        continue;
      }
      if (w(k).mark != Mark::kNone && !(w(k).mark == Mark::kDash && text(k) == "-")) break;
      if (w(k).is(wording::kConjunction)) {
        if (k == limit || !is_word(k - 1) ||
            !(w(k - 1).capital || w(k - 1).is(wording::kPeopleNoun | wording::kPersonNoun)))
          break;
        first = k;
        continue;
      }
      if (w(k).is(wording::kRelative) && !w(k).is(wording::kPossessive)) {
        if (k > limit && is_word(k - 1) && (w(k - 1).verb == wording::kNoVerb || in_name(k - 1))) {
          first = k;
          continue;
        }
        break;
      }
      if (boundary_word(k)) break;
      first = k;
    }
    while (first < end && (w(first).is(wording::kConjunction) || (adverb(first) && !w(first).is(wording::kDet))))
      ++first;
    // "On Tuesday Trump": what follows the adverbial is the subject.
    if (first < end && w(first).is(wording::kPreposition)) {
      uint32_t start = end;
      while (start > first && in_name(start - 1)) --start;
      if (start == end) {
        start = end - 1;
        while (start > first + 2 && !w(start).is(wording::kDet | wording::kPossessive)) --start;
      }
      first = start;
    }
    return {first, end};
  }

  std::optional<Range> subject_before(uint32_t i) const {
    const uint32_t end = group_begin(i);
    if (end == b_) return std::nullopt;
    const uint32_t p = end - 1;
    if (stretch(p)) return std::nullopt;
    if (w(p).is(wording::kSubjectPronoun)) {
      if (!w(p).is(wording::kRelative)) return Range{p, end};
      const bool set_off = p > b_ && comma(p - 1);
      const Range antecedent = noun_phrase_before(set_off ? p - 1 : p);
      return Range{antecedent.empty() ? p : antecedent.first, end};
    }
    if (w(p).is(wording::kRelative)) {
      const Range antecedent = noun_phrase_before(p);
      return Range{antecedent.empty() ? p : antecedent.first, end};
    }
    if (comma(p) || w(p).mark == Mark::kDash || w(p).mark == Mark::kClose) {
      // An apposition or relative clause between commas: the phrase before it.
      const Mark kind = w(p).mark == Mark::kClose ? Mark::kOpen : w(p).mark;
      const uint32_t limit = p > b_ + kSubjectReach ? p - kSubjectReach : b_;
      uint32_t open = p;
      while (open > limit && !stretch(open - 1) && w(open - 1).mark != kind) --open;
      if (open == limit || stretch(open - 1) || open < b_ + 2) return std::nullopt;
      const Range head = noun_phrase_before(open - 1);
      if (head.empty()) return std::nullopt;
      return Range{head.first, p};
    }
    const Range phrase = noun_phrase_before(end);
    if (phrase.empty()) return std::nullopt;
    // "Lee, the mayor of X and a friend, said": handled above; "Lee, of X said" is not.
    return phrase;
  }

  // The noun phrase that begins at `first`, as a postposed subject ("said Ann Lee, the mayor").
  Range noun_phrase_after(uint32_t first) const {
    uint32_t last = first;
    while (last < e_ && last < first + kSubjectReach) {
      if (stretch(last) || (w(last).mark != Mark::kNone && w(last).mark != Mark::kDash)) break;
      if (w(last).mark == Mark::kDash && text(last) != "-") break;
      if (last > first &&
          (w(last).is(wording::kSubordinator) || w(last).is(wording::kTime) || w(last).is(wording::kRelative)) &&
          !w(last).is(wording::kDet))
        break;
      if (last > first && w(last).is(wording::kPreposition) && !word(last, "of") && !word(last, "for") &&
          !word(last, "from") && !word(last, "at") && !word(last, "with"))
        break;
      ++last;
    }
    if (comma(last) && (is(last + 1, wording::kDet | wording::kPossessive) || word(last + 1, "who") ||
                        is(last + 1, wording::kPersonNoun))) {
      uint32_t end = last + 1;
      while (end < e_ && end < last + kSubjectReach && !stretch(end) && !comma(end) && w(end).mark != Mark::kStop)
        ++end;
      return {first, end};
    }
    return {first, last};
  }

  bool starts_noun_phrase(uint32_t i) const {
    return is_word(i) &&
           (w(i).capital ||
            w(i).is(wording::kDet | wording::kPossessive | wording::kPersonNoun | wording::kPeopleNoun)) &&
           !is_verb(i) && !w(i).is(wording::kPreposition | wording::kSubordinator);
  }

  // --- content ---
  bool finite_report(uint32_t k) const {
    return is_verb(k) && has(k, wording::kClause | wording::kSpeech) && !has(k, wording::kMental) &&
           (w(k).form == VerbForm::kPast || w(k).form == VerbForm::kThird);
  }

  // Whether a reporting clause of its own begins at `k` (after a comma or a conjunction).
  bool clause_begins(uint32_t k) const {
    const uint32_t limit = std::min(e_, k + kClauseReach);
    while (k < limit && adverb(k)) ++k;
    if (k >= limit || stretch(k)) return false;
    if (is_verb(k) && has(k, wording::kClause | wording::kSpeech) && !has(k, wording::kMental)) return true;
    if (!(starts_noun_phrase(k) || is(k, wording::kSubjectPronoun))) return false;
    for (uint32_t i = k + 1; i < limit; ++i) {
      if (stretch(i) || w(i).mark == Mark::kComma || w(i).mark == Mark::kStop) return false;
      if (finite_report(i)) return true;
      if (is(i, wording::kPreposition | wording::kSubordinator)) return false;
    }
    return false;
  }

  uint32_t content_end(uint32_t start, uint32_t cue) const {
    for (uint32_t k = start; k < e_; ++k) {
      if (stretch(k)) continue;
      if (k > start && is_according_to(k)) return trim(k);
      if (comma(k)) {
        uint32_t next = k + 1;
        while (next < e_ && adverb(next)) ++next;
        if (next < e_ && is_verb(next) && w(next).form == VerbForm::kGerund &&
            has(next, wording::kClause | wording::kSpeech))
          return k;
        if (is(k + 1, wording::kConjunction) && clause_begins(k + 2)) return k;
        if ((word(k + 1, "while") || word(k + 1, "though") || word(k + 1, "although") || word(k + 1, "as")) &&
            clause_begins(k + 2))
          return k;
        if (clause_begins(k + 1) && !is_verb(k + 1)) return k;
      } else if (is(k, wording::kConjunction) && k > start && k + 1 < e_) {
        uint32_t next = k + 1;
        while (next < e_ && adverb(next)) ++next;
        if (next < e_ && is_verb(next) && w(next).form == w(cue).form && !has(next, wording::kMental)) return k;
      } else if (w(k).mark == Mark::kSemicolon && clause_begins(k + 1)) {
        return k;
      }
    }
    return e_;
  }

  // Without a comma, colon or dash at its end.
  uint32_t trim(uint32_t end) const {
    while (end > b_ && !stretch(end - 1) && !w(end - 1).is_word() && w(end - 1).mark != Mark::kClose &&
           w(end - 1).mark != Mark::kQuote && w(end - 1).mark != Mark::kOther)
      --end;
    return end;
  }

  // Past "on Tuesday", "in a statement": the step after the adverbial that begins at `i`, or `i` where none does.
  uint32_t skip_adverbial(uint32_t i) const {
    uint32_t k = i;
    while (k < e_ && (adverb(k) || (is(k, wording::kTime) && !is(k, wording::kAuxiliary | wording::kSubordinator))))
      ++k;
    if (k >= e_ || !is(k, wording::kPreposition) || word(k, "to") || word(k, "of")) return k;
    const uint32_t limit = std::min(e_, k + kAdverbialReach);
    for (uint32_t j = k + 1; j < limit; ++j) {
      if (stretch(j) || comma(j) || w(j).mark == Mark::kColon || word(j, "that") || is(j, wording::kSubjectPronoun))
        return j;
      if (is(j, wording::kAuxiliary)) break;
      if (is(j - 1, wording::kTime) && starts_noun_phrase(j)) return j;
    }
    return k > i ? k : i;
  }

  // Whether nothing but adverbials and an addressee follows until the clause's end; `end` is set to it.
  bool closed_after(uint32_t i, uint32_t& end) const {
    uint32_t k = i;
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
  bool addressee_begins(uint32_t k) const {
    return is_word(k) && k > b_ && is_verb(k - 1) && has(k - 1, wording::kAddressee);
  }

  void add_content(ReportingClause& clause, uint32_t first, uint32_t last) const {
    last = trim(last);
    while (first < last && !stretch(first) && !w(first).is_word() && w(first).mark != Mark::kOpen &&
           w(first).mark != Mark::kOther)
      ++first;
    if (first < last) clause.content.push_back({first, last});
  }

  // The addressee after "told": up to "that", "to", a question word, a quotation, or one noun phrase.
  uint32_t addressee_end(uint32_t i) const {
    const uint32_t limit = std::min(e_, i + kAdverbialReach);
    for (uint32_t k = i; k < limit; ++k) {
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

  // Finds what stands after the cue; false where the verb reports nothing there.
  bool read_content_after(ReportingClause& clause, uint32_t i, uint32_t from) {
    const ReportingVerb& v = verb(i);
    const bool mental = has(i, wording::kMental);
    uint32_t k = from;
    while (k < e_ && adverb(k)) ++k;
    if (k >= e_) return false;
    if (has(i, wording::kAddressee | wording::kObjectInfinitive) && !word(k, "that") && !stretch(k) && is_word(k) &&
        (has(i, wording::kAddressee) || find_infinitive(k) != kNone) &&
        !is(k, wording::kPreposition | wording::kQuestion)) {
      const uint32_t end =
          find_infinitive(k) != kNone && has(i, wording::kObjectInfinitive) ? find_infinitive(k) : addressee_end(k);
      if (has(i, wording::kAddressee) || end > k) clause.addressee = Range{k, end};
      k = end;
      if (k < e_ && word(k, "to") && is_word(k + 1)) {
        add_content(clause, k, content_end(k, i));
        return !clause.content.empty();
      }
    }
    const uint32_t adverbial = skip_adverbial(k);
    if (adverbial > k) {
      const bool clear = adverbial >= e_ || stretch(adverbial) || comma(adverbial) ||
                         w(adverbial).mark == Mark::kColon || word(adverbial, "that") ||
                         is(adverbial, wording::kSubjectPronoun) || is(adverbial - 1, wording::kTime);
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
      add_content(clause, k, content_end(k, i));
      return true;
    }
    if (word(k, "that")) {
      if (!has(i, wording::kClause)) return false;
      add_content(clause, k, content_end(k, i));
      return !clause.content.empty();
    }
    if (word(k, "to")) {
      if (!has(i, wording::kInfinitive) || !is_word(k + 1)) return false;
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
    if (!is_word(k) || is(k, wording::kPreposition | wording::kConjunction | wording::kSubordinator)) return false;
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

  static constexpr uint32_t kNone = 0xFFFFFFFF;
  // "to" of an object with infinitive ("urged the senate to act").
  uint32_t find_infinitive(uint32_t k) const {
    const uint32_t limit = std::min(e_, k + kClauseReach);
    for (uint32_t j = k; j < limit; ++j) {
      if (stretch(j) || (!w(j).is_word() && w(j).mark != Mark::kDash)) return kNone;
      if (j > k && word(j, "to") && is_word(j + 1) && !w(j + 1).capital &&
          !is(j + 1, wording::kDet | wording::kPossessive))
        return j;
    }
    return kNone;
  }
  bool has_finite_verb(uint32_t k) const {
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
  // A noun phrase as content ends before the next clause or comma.
  uint32_t phrase_end(uint32_t k, uint32_t cue) const {
    const uint32_t end = content_end(k, cue);
    for (uint32_t j = k + 1; j < end; ++j) {
      if (stretch(j)) continue;
      if (comma(j) && !is(j + 1, wording::kConjunction) && !stretch(j + 1)) return j;
      if (is(j, wording::kSubordinator) && !is(j, wording::kPreposition | wording::kRelative | wording::kQuestion))
        return j;
      if (w(j).mark == Mark::kSemicolon || (w(j).mark == Mark::kDash && text(j) != "-")) return j;
    }
    return end;
  }

  // --- reading one cue ---
  bool adverbial_start(uint32_t i) const {
    return is(i, wording::kPreposition | wording::kSubordinator) || adverb(i) || is(i, wording::kTime);
  }

  void read_verb(uint32_t i) {
    if (passive(i)) return;
    ReportingClause clause;
    clause.verb = w(i).verb;
    clause.cue = {group_begin(i), i + 1};
    const bool gerund = w(i).form == VerbForm::kGerund && clause.cue.first == i;
    const uint32_t g = clause.cue.first;

    // After its words, the verb first: `"...," said Lee`.
    if (g > b_ && (stretch(g - 1) || comma(g - 1)) && has(i, wording::kSpeech | wording::kClause) && !gerund &&
        starts_noun_phrase(i + 1) && w(i).form != VerbForm::kBase && words_left(g) >= 2 && !subject_is_apposed(g)) {
      const Range source = noun_phrase_after(i + 1);
      if (!source.empty()) {
        clause.source = source;
        clause.shape = Shape::kAfter;
        read_content_before(clause, g);
        uint32_t end = source.last;
        if (comma(end) && end + 1 < e_ && stretch(end + 1)) {
          clause.shape = Shape::kAround;
          add_content(clause, end + 1, content_end(end + 1, i));
          end = clause.content.back().last;
        }
        if (!clause.content.empty()) return finish(std::move(clause), end);
      }
    }
    if (gerund) {
      clause.source = main_subject();
    } else {
      clause.source = subject_before(i);
      if (!clause.source && is(g - 1, wording::kConjunction) && g > b_) clause.source = last_source_;
      if (!clause.source && g > b_ && comma(g - 1)) clause.source = last_source_;
    }
    if (!clause.source && !gerund) return;
    if (clause.source && !gerund) {
      const uint32_t s = clause.source->first;
      uint32_t left = s;
      if (left > b_ && word(left - 1, "as")) --left;
      const bool set_off = left > b_ && (stretch(left - 1) || comma(left - 1) || w(left - 1).mark == Mark::kDash);
      uint32_t end = i + 1;
      if (set_off && has(i, wording::kSpeech | wording::kClause) && words_left(left) >= 2 && closed_after(i + 1, end)) {
        const bool more = end < e_ && (stretch(end) ||
                                       (comma(end) && end + 1 < e_ && (stretch(end + 1) || !gerund_follows(end + 1))));
        const bool left_adverbial = !stretch(b_) && adverbial_start(b_) && commas_left(left) <= 1;
        const bool quote_left = stretch(left - 1) || (left >= b_ + 2 && stretch(left - 2));
        if (!(more && left_adverbial && !quote_left)) {
          clause.shape = more ? Shape::kAround : Shape::kAfter;
          if (end > i + 1) clause.occasion = Range{i + 1, end};
          read_content_before(clause, left);
          if (more && !(is(end + 1, wording::kConjunction) && clause_begins(end + 2))) {
            const uint32_t from = stretch(end) ? end : end + 1;
            const uint32_t to = content_end(from, i);
            if (stretch(from) || !adverbial_start(from)) {
              add_content(clause, from, to);
              end = to;
            }
          }
          if (!clause.content.empty()) return finish(std::move(clause), end);
        }
        clause.content.clear();
        clause.occasion.reset();
      }
    }
    clause.shape = Shape::kBefore;
    if (!read_content_after(clause, i, i + 1)) {
      // "In an interview, Lee said, "..."": handled by the comma case above.
      if (clause.source) last_source_ = clause.source;
      return;
    }
    const uint32_t end = clause.content.back().last;
    finish(std::move(clause), end);
  }

  bool gerund_follows(uint32_t k) const {
    while (k < e_ && adverb(k)) ++k;
    return k < e_ && is_word(k) && text(k).size() > 4 && text(k).substr(text(k).size() - 3) == "ing";
  }
  uint32_t words_left(uint32_t end) const {
    uint32_t n = 0;
    for (uint32_t k = floor_; k < end && n < 3; ++k) n += stretch(k) ? 3 : is_word(k) ? 1 : 0;
    return n;
  }
  uint32_t commas_left(uint32_t end) const {
    uint32_t n = 0;
    for (uint32_t k = b_; k < end; ++k) n += comma(k) ? 1 : 0;
    return n;
  }
  // "Lee, the mayor, said Tuesday": the comma closes an apposition, no content stands before.
  bool subject_is_apposed(uint32_t g) const {
    if (stretch(g - 1)) return false;
    return is(g + 1, wording::kTime);
  }

  // Everything in the sentence before `end` that no other clause has taken.
  void read_content_before(ReportingClause& clause, uint32_t end) const {
    uint32_t first = floor_;
    while (first < end && !stretch(first) && (is(first, wording::kConjunction) || !w(first).is_word())) ++first;
    add_content(clause, first, end);
  }

  // The subject of the sentence's main clause, for "..., saying".
  std::optional<Range> main_subject() const {
    if (last_source_) return last_source_;
    uint32_t k = b_;
    const uint32_t limit = std::min(e_, b_ + 40);
    while (k < limit && !stretch(k) && adverbial_start(k)) {
      while (k < limit && !stretch(k) && !comma(k)) ++k;
      ++k;
    }
    for (; k < limit; ++k) {
      if (stretch(k)) return std::nullopt;
      if (is(k, wording::kSubjectPronoun)) return Range{k, k + 1};
      if (in_name(k)) {
        uint32_t last = k;
        while (last < limit && in_name(last)) ++last;
        return Range{k, last};
      }
      if (is(k, wording::kPersonNoun | wording::kPeopleNoun | wording::kBody | wording::kDocument))
        return Range{k, k + 1};
    }
    return std::nullopt;
  }

  bool is_according_to(uint32_t i) const { return word(i, "according") && word(i + 1, "to"); }

  void read_according_to(uint32_t i) {
    ReportingClause clause;
    clause.cue = {i, i + 2};
    uint32_t last = i + 2;
    while (last < e_ && !stretch(last) && !comma(last) && w(last).mark != Mark::kSemicolon &&
           !(w(last).mark == Mark::kDash && text(last) != "-") && !(w(last).mark == Mark::kClose)) {
      if (last > i + 2 && is(last, wording::kConjunction) && clause_begins(last + 1)) break;
      ++last;
    }
    if (last == i + 2) return;
    clause.source = Range{i + 2, last};
    const bool at_start = i == b_ || (i == b_ + 1 && is(b_, wording::kConjunction));
    if (at_start) {
      uint32_t from = last;
      // An apposition: "According to Lee, a professor at X, ..."
      if (comma(from) && is(from + 1, wording::kDet)) {
        for (uint32_t k = from + 1; k < std::min(e_, from + 16); ++k) {
          if (stretch(k) || is(k, wording::kAuxiliary) || (is_word(k) && is_verb(k))) break;
          if (comma(k)) {
            clause.source->last = k;
            from = k;
            break;
          }
        }
      }
      clause.shape = Shape::kBefore;
      if (from < e_) add_content(clause, from + (stretch(from) ? 0 : 1), content_end(from + 1, i));
      if (clause.content.empty()) return;
      const uint32_t end = clause.content.back().last;
      return finish(std::move(clause), end);
    }
    clause.shape = Shape::kAfter;
    read_content_before(clause, i);
    uint32_t end = last;
    if (comma(last) && last + 1 < e_ &&
        !is(last + 1, wording::kConjunction | wording::kSubordinator | wording::kRelative | wording::kDet) &&
        !gerund_follows(last + 1)) {
      clause.shape = Shape::kAround;
      add_content(clause, last + 1, content_end(last + 1, i));
      end = clause.content.empty() ? last : clause.content.back().last;
    }
    if (clause.content.empty()) {
      // Its words were taken by the clause before: a channel of that one.
      if (!found_.empty()) finish(std::move(clause), last);
      return;
    }
    finish(std::move(clause), end);
  }

  void finish(ReportingClause clause, uint32_t end) {
    if (clause.source && clause.verb != wording::kNoVerb) last_source_ = clause.source;
    floor_ = std::max(floor_, end);
    done_ = std::max(end, clause.cue.last);
    found_.push_back(std::move(clause));
  }

  const ClauseContext& c_;
  uint32_t b_;
  uint32_t e_;
  uint32_t floor_;     // content of a later clause begins no earlier
  uint32_t done_ = 0;  // steps before it are settled
  std::optional<Range> last_source_;
  std::vector<ReportingClause> found_;
};

}  // namespace

std::vector<ReportingClause> find_clauses(const ClauseContext& context, const StepSentence& sentence) {
  return ClauseFinder(context, sentence).run();
}

}  // namespace readout::quoting
