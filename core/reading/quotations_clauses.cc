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
    uint32_t capitals = 0;
    uint32_t words = 0;
    for (uint32_t i = b_; i < e_; ++i) {
      if (!is_word(i) || text(i).size() < 4) continue;
      ++words;
      if (w(i).capital) ++capitals;
    }
    title_case_ = words >= 3 && capitals * 10 >= words * 8;
  }

  std::vector<ReportingClause> run() {
    if (const uint32_t tail = find_tail(); tail != kNone) read_verb(tail);
    for (uint32_t i = b_; i < e_; ++i) {
      if (i < done_) continue;
      if (is_according_to(i)) {
        read_according_to(i);
      } else if (is(i, wording::kGiving) && is_word(i + 1) && word(i + 1, "no")) {
        read_withheld(i);
      } else if (is(i, wording::kThatNoun | wording::kToNoun | wording::kForNoun) && read_noun(i)) {
      } else if (is_verb(i)) {
        read_verb(i);
      }
    }
    read_label();
    read_signature();
    read_view_of();
    read_colons();
    read_setting();
    std::stable_sort(found_.begin(), found_.end(),
                     [](const ReportingClause& x, const ReportingClause& y) { return start_of(x) < start_of(y); });
    return std::move(found_);
  }

 private:
  static constexpr uint32_t kNone = 0xFFFFFFFF;

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
  std::string_view relation(uint32_t i) const {
    return stretch(i) ? std::string_view() : c_.tokens[c_.steps[i].token].deprel;
  }
  const ReportingVerb& verb(uint32_t i) const { return c_.lists.verbs[w(i).verb]; }
  bool has(uint32_t i, uint16_t frames) const { return (verb(i).frames & frames) != 0; }
  bool adverb(uint32_t i) const {
    if (!is_word(i)) return false;
    if (w(i).is(wording::kAdverb)) return true;
    if (w(i).is(wording::kOffice | wording::kPersonNoun | wording::kQuestion)) return false;
    const auto t = text(i);
    return tag(i) == Upos::kAdv || (t.size() > 4 && t.substr(t.size() - 2) == "ly" && !w(i).capital);
  }
  // A short quoted stretch whose words all begin with capitals, as the name of a broadcast or book does.
  bool title(uint32_t i) const {
    if (!stretch(i)) return false;
    const Span inner = c_.stretches[static_cast<size_t>(c_.steps[i].stretch)].inner;
    uint32_t n = 0;
    for (uint32_t t = c_.steps[i].token; t < c_.words.size() && c_.words[t].span.begin < inner.end; ++t) {
      if (c_.words[t].span.begin < inner.begin) continue;
      if (!c_.words[t].is_word()) continue;
      if (!c_.words[t].capital && c_.words[t].span.size() > 3) return false;
      if (++n > 6) return false;
    }
    return n > 0;
  }
  bool possessive_mark(uint32_t i) const {
    return is_word(i) && !w(i).is(wording::kBe) && (text(i) == "'s" || text(i) == "\u2019s");
  }

  // --- verbs ---
  bool is_verb(uint32_t i) const {
    if (!is_word(i) || w(i).verb == wording::kNoVerb) return false;
    if (verb(i).lemma == "point" && !word(i + 1, "out") && !word(i + 1, "to")) return false;
    if (title_case_ && w(i).form == VerbForm::kThird && i > b_ && w(i).capital &&
        has(i, wording::kSpeech | wording::kClause)) {
      return is_word(i - 1) &&
             !w(i - 1).is(wording::kDet | wording::kPossessive | wording::kPreposition | wording::kAuxiliary);
    }
    if (in_name(i)) return false;
    if (tag(i) != Upos::kNone) {
      // The tagger takes a past form for an adjective now and then ("and encouraged Americans").
      if (tag(i) == Upos::kAdj && w(i).form == VerbForm::kPast && i > b_ && is(i - 1, wording::kConjunction) &&
          (is(i + 1, wording::kDet | wording::kPossessive) || (is_word(i + 1) && w(i + 1).capital) ||
           (i + 1 < e_ && stretch(i + 1)))) {
        return true;
      }
      if (tag(i) != Upos::kVerb) return false;
      // A participle that describes a noun: "a report released last year".
      // A participle that describes the subject of another verb: "a report released last year found".
      if (relation(i) != "acl" || (w(i).form != VerbForm::kPast && w(i).form != VerbForm::kParticiple)) return true;
      const int32_t noun = c_.tokens[c_.steps[i].token].head;
      return noun < 0 || c_.tokens[static_cast<size_t>(noun)].deprel.substr(0, 5) != "nsubj";
    }
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
               !(before.mark == Mark::kNone && before.verb != wording::kNoVerb && !before.capital) &&
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
        const bool of_subject =
            first == end || (!w(first).capital && !w(first).is(wording::kDet | wording::kPossessive));
        if (of_subject && k > limit && is_word(k - 1) && (w(k - 1).verb == wording::kNoVerb || in_name(k - 1))) {
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
    // "Lee on Tuesday said"
    while (end > first + 1 && w(end - 1).is(wording::kTime) && !word(end - 1, "may")) --end;
    if (end > first + 1 && w(end - 1).is(wording::kPreposition) && !in_name(end - 1)) --end;
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

  // The subject of the verb at `i`: by the order of words, or else as the parse has it.
  std::optional<Range> subject_before(uint32_t i) const {
    if (auto found = subject_by_order(i)) return found;
    const uint32_t g = group_begin(i);
    // "said ... and stressed": the speaker goes on.
    if (last_source_ && g > b_ && is(g - 1, wording::kConjunction)) return last_source_;
    return parsed_subject(i);
  }

  // The parse's subject, where it stands before the verb in this sentence.
  std::optional<Range> parsed_subject(uint32_t i) const {
    const uint32_t begin = c_.steps[b_].token;
    const auto subject = subject_of(c_.tokens, c_.steps[i].token, begin, c_.steps[i].token);
    if (!subject || c_.words[*subject].is(wording::kRelative)) return std::nullopt;
    const uint32_t first = std::max(step_of(c_.subtrees.first[*subject]), b_);
    const uint32_t last = std::min(step_of(*subject) + 1, group_begin(i));
    if (first >= last || stretch(first)) return std::nullopt;
    return Range{first, last};
  }
  // The step that holds the token.
  uint32_t step_of(uint32_t token) const {
    const uint32_t after = step_after(token);
    return after > b_ ? after - 1 : b_;
  }

  std::optional<Range> subject_by_order(uint32_t i) const {
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
    if (word(p, "to")) return p > b_ ? main_subject() : std::nullopt;
    if (comma(p) || w(p).mark == Mark::kDash || w(p).mark == Mark::kClose) {
      // An apposition or relative clause between commas: the phrase before it.
      const Mark kind = w(p).mark == Mark::kClose ? Mark::kOpen : w(p).mark;
      const uint32_t limit = p > b_ + kSubjectReach ? p - kSubjectReach : b_;
      uint32_t open = p;
      while (open > limit && !stretch(open - 1) && w(open - 1).mark != kind) --open;
      if (open == limit || stretch(open - 1) || open < b_ + 2) return std::nullopt;
      const Range head = noun_phrase_before(open - 1);
      if (head.empty()) return std::nullopt;
      return Range{apposed_to(head.first), p};
    }
    if (w(p).is(wording::kConjunction)) return std::nullopt;
    const Range phrase = noun_phrase_before(end);
    if (phrase.empty()) return std::nullopt;
    return phrase;
  }

  // "Lee, of Vessby, the mayor, who ...": from an apposition's first step back to that of the phrase it stands by.
  uint32_t apposed_to(uint32_t first) const {
    for (int chain = 0; chain < 3; ++chain) {
      if (first < b_ + 2 || !comma(first - 1) || stretch(first - 2) || !in_name(first - 2)) break;
      const bool place = in_name(first) || is(first, wording::kPreposition);
      if (!place && !is(first, wording::kDet | wording::kPossessive) && w(first).capital) break;
      const Range head = noun_phrase_before(first - 1);
      if (head.empty()) break;
      first = head.first;
    }
    return first;
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
      if (stretch(k)) {
        if (is(k + 1, wording::kConjunction) && clause_begins(k + 2) && !is_verb(k + 2)) return k + 1;
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
    if (k >= e_ || !is(k, wording::kPreposition) || word(k, "to")) return k;
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
  // What stands after the verb of a clause that follows its words: an addressee, an occasion, or one after the other.
  void note_after(ReportingClause& clause, uint32_t i, uint32_t end) const {
    uint32_t from = i + 1;
    if (has(i, wording::kAddressee) && is_word(from) && !is(from, wording::kPreposition | wording::kTime)) {
      uint32_t last = from + 1;
      while (last < end && !is(last, wording::kTime) && (!is(last, wording::kPreposition) || word(last, "of"))) ++last;
      clause.addressee = Range{from, last};
      from = last;
    }
    if (from < end) clause.occasion = Range{from, end};
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

  // Finds what stands after the cue; false where the verb reports nothing there.
  bool read_content_after(ReportingClause& clause, uint32_t i, uint32_t from) {
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

  // "to" of an object with infinitive ("urged the senate to act").
  uint32_t find_infinitive(uint32_t k) const {
    const uint32_t limit = std::min(e_, k + kClauseReach);
    for (uint32_t j = k; j < limit; ++j) {
      if (stretch(j) || (!w(j).is_word() && w(j).mark != Mark::kDash)) return kNone;
      if (j > k && word(j, "to") && j + 1 < e_ && stretch(j + 1)) return j;
      if (j > k && word(j, "to") && is_word(j + 1) && !w(j + 1).capital &&
          (tag(j + 1) == Upos::kNone || tag(j + 1) == Upos::kVerb || tag(j + 1) == Upos::kAux ||
           tag(j + 1) == Upos::kAdv || tag(j + 1) == Upos::kPart) &&
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
  // Where the parse ends what the verb at `i` takes from step `k` on; kNone where it does not tell.
  uint32_t parsed_end(uint32_t i, uint32_t k) const {
    if (relation(i).empty()) return kNone;
    const uint32_t verb_token = c_.steps[i].token;
    const auto branch = branch_of(c_.tokens, c_.steps[k].token, verb_token);
    if (!branch) return kNone;
    return step_after(c_.subtrees.last[*branch]);
  }
  // The first step after the token, no further than the sentence.
  uint32_t step_after(uint32_t token) const {
    const auto at = std::upper_bound(c_.steps.begin() + b_, c_.steps.begin() + e_, token,
                                     [](uint32_t t, const Step& step) { return t < step.token; });
    return static_cast<uint32_t>(at - c_.steps.begin());
  }

  // A noun phrase as content ends before the next clause or comma.
  uint32_t phrase_end(uint32_t k, uint32_t cue) const {
    const uint32_t end = content_end(k, cue);
    // "on all parties not to expand the front, escalate ...": a clause in all but name.
    for (uint32_t j = k + 1; j < std::min(end, k + kClauseReach); ++j) {
      if (word(j, "to") && j + 1 < end && tag(j + 1) == Upos::kVerb && has(cue, wording::kObjectInfinitive)) return end;
    }
    for (uint32_t j = k + 1; j < end; ++j) {
      if (stretch(j)) continue;
      if (comma(j) && (!is(j + 1, wording::kConjunction) || word(j + 1, "but")) && !stretch(j + 1)) return j;
      if (is(j, wording::kSubordinator) && !is(j, wording::kPreposition | wording::kRelative | wording::kQuestion))
        return j;
      if (w(j).mark == Mark::kSemicolon || (w(j).mark == Mark::kDash && text(j) != "-")) return j;
      if ((word(j, "after") || word(j, "before") || word(j, "since")) && clause_follows(j + 1)) return j;
    }
    return end;
  }

  // Whether a subject and a verb begin at `k`.
  bool clause_follows(uint32_t k) const {
    if (is(k, wording::kSubjectPronoun)) return true;
    if (!starts_noun_phrase(k)) return false;
    for (uint32_t j = k + 1; j < std::min(e_, k + 6) && is_word(j); ++j) {
      if (tag(j) == Upos::kAux || (tag(j) == Upos::kVerb && w(j).form != VerbForm::kGerund)) return true;
      if (is(j, wording::kPreposition)) return false;
    }
    return false;
  }

  // A report in a setting before the main clause ("After saying that ..., she left") ends at its comma.
  uint32_t setting_end(uint32_t i) const {
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

  static uint32_t start_of(const ReportingClause& clause) {
    return clause.content.empty() ? clause.cue.first : std::min(clause.cue.first, clause.content.front().first);
  }

  // --- clauses without a reporting verb ---

  // "gave no indication that", "made no mention of".
  void read_withheld(uint32_t i) {
    const uint32_t limit = std::min(e_, i + 6);
    for (uint32_t k = i + 2; k < limit; ++k) {
      if (!is_word(k)) return;
      if (!w(k).is(wording::kUtterance)) continue;
      ReportingClause clause;
      clause.report = Report::kSilence;
      clause.source = subject_before(i);
      clause.cue = {i, k + 1};
      uint32_t from = k + 1;
      if (is(from, wording::kPreposition)) ++from;
      if (from < e_) add_content(clause, from, phrase_end(from, i));
      return finish(std::move(clause), clause.content.empty() ? k + 1 : clause.content.back().last);
    }
  }

  // "her claim that ...", "Norway's refusal to ...".
  bool read_noun(uint32_t i) {
    const bool opens = (word(i + 1, "that") && is(i, wording::kThatNoun)) ||
                       (word(i + 1, "to") && is(i, wording::kToNoun)) ||
                       (word(i + 1, "for") && is(i, wording::kForNoun));
    if (!opens || i + 2 >= e_) return false;
    // Its owner: a possessive pronoun or a possessive ending, with at most three words between.
    uint32_t owner = kNone;
    const uint32_t limit = i > b_ + 4 ? i - 4 : b_;
    for (uint32_t k = i; k-- > limit;) {
      if (!is_word(k) || w(k).is(wording::kPreposition | wording::kAuxiliary | wording::kConjunction)) break;
      if (w(k).is(wording::kPossessive) || possessive_mark(k)) {
        owner = k;
        break;
      }
      if (w(k).is(wording::kDet)) break;
    }
    if (owner == kNone) return false;
    ReportingClause clause;
    clause.source = Range{owner, owner + 1};
    if (possessive_mark(owner)) {
      const Range phrase = noun_phrase_before(owner);
      if (phrase.empty()) return false;
      clause.source = phrase;
    }
    clause.cue = {owner + 1, i + 1};
    clause.cue_class = w(i).noun_cue;
    uint32_t to = content_end(i + 2, i);
    if (word(i + 1, "to")) {
      // The infinitive ends before the verb whose subject the noun is.
      for (uint32_t k = i + 3; k < to; ++k) {
        if (tag(k) == Upos::kVerb && !is(k - 1, wording::kAuxiliary) && !word(k - 1, "to") &&
            c_.tokens[c_.steps[i].token].head == static_cast<int32_t>(c_.steps[k].token)) {
          to = group_begin(k);
          break;
        }
      }
    }
    add_content(clause, i + 1 + (word(i + 1, "for") ? 1 : 0), to);
    if (clause.content.empty()) return false;
    const uint32_t end = clause.content.back().last;
    const auto kept = last_source_;
    finish(std::move(clause), end);
    last_source_ = kept;
    return true;
  }

  // A headline's or transcript's label: "Sanders: ...", "WALLACE: ...".
  void read_label() {
    uint32_t k = b_;
    while (k < e_ && k < b_ + 6 && is_word(k) && (w(k).capital || in_name(k))) ++k;
    if (k == b_ || k + 1 >= e_ || !mark(k, Mark::kColon) || !(in_name(b_) || k == b_ + 1)) return;
    if (c_.steps[k].span.begin != c_.steps[k - 1].span.end) return;
    if (w(b_).is(wording::kTime) ||
        std::any_of(found_.begin(), found_.end(), [&](const ReportingClause& f) { return f.cue.first <= k; }))
      return;
    ReportingClause clause;
    clause.source = Range{b_, k};
    clause.cue = {k, k + 1};
    uint32_t to = e_;
    for (const ReportingClause& other : found_)
      to = std::min(to, std::min(start_of(other), other.source ? other.source->first : to));
    if (to < e_) {
      if (to > k + 1) return;
      found_.clear();
    }
    add_content(clause, k + 1, e_);
    if (!clause.content.empty()) found_.push_back(std::move(clause));
  }

  // Who signs a quotation: `"..." -- Ann Lee`.
  void read_signature() {
    if (e_ < b_ + 3 || !stretch(b_) || !mark(b_ + 1, Mark::kDash) || e_ > b_ + 12 || !found_.empty()) return;
    for (uint32_t k = b_ + 2; k < e_; ++k) {
      if (comma(k)) break;
      if (!is_word(k) || !(w(k).capital || in_name(k))) return;
    }
    ReportingClause clause;
    clause.shape = Shape::kAfter;
    clause.source = Range{b_ + 2, e_};
    clause.cue = {b_ + 1, b_ + 2};
    clause.content.push_back({b_, b_ + 1});
    found_.push_back(std::move(clause));
  }

  // "For Ryan Lee, an analyst, the two have become ...".
  void read_view_of() {
    if (!word(b_, "for") || !in_name(b_ + 1) || b_ + 1 >= e_) return;
    const bool speech = std::any_of(c_.steps.begin() + b_, c_.steps.begin() + e_,
                                    [](const Step& s) { return s.stretch != kNoStretch; });
    if (!speech || !found_.empty()) return;
    uint32_t last = b_ + 1;
    while (last < e_ && in_name(last)) ++last;
    if (!comma(last)) return;
    uint32_t from = last + 1;
    if (is(from, wording::kDet | wording::kPersonNoun)) {
      uint32_t k = from;
      while (k < e_ && k < from + 16 && !stretch(k) && !comma(k) && !is(k, wording::kAuxiliary)) ++k;
      if (comma(k)) {
        last = k;
        from = k + 1;
      }
    }
    ReportingClause clause;
    clause.source = Range{b_ + 1, last};
    clause.cue = {b_, b_ + 1};
    add_content(clause, from, e_);
    if (!clause.content.empty()) found_.push_back(std::move(clause));
  }

  // "Speaking to Lee, ...", "In an interview with ARD, ...": the setting of what the sentence reports.
  void read_setting() {
    if (found_.empty() || !is_word(b_)) return;
    const bool speaking = word(b_, "speaking") || word(b_, "talking") || word(b_, "writing");
    if (!speaking && !word(b_, "in") && !word(b_, "at") && !word(b_, "during")) return;
    uint32_t end = b_;
    const uint32_t limit = std::min(e_, b_ + 20);
    bool document = speaking;
    while (end < limit && !stretch(end) && !comma(end)) {
      document = document || is(end, wording::kDocument);
      ++end;
    }
    if (end >= limit || !comma(end) || !document) return;
    std::optional<Range> addressee;
    for (uint32_t k = b_ + 1; k + 1 < end; ++k) {
      if (!word(k, "to") || is(k + 1, wording::kAuxiliary) ||
          (is_word(k + 1) && w(k + 1).verb != wording::kNoVerb && !w(k + 1).capital))
        continue;
      uint32_t last = k + 2;
      while (last < end && !is(last, wording::kPreposition)) ++last;
      addressee = Range{k + 1, last};
      break;
    }
    for (ReportingClause& clause : found_) {
      if (clause.report != Report::kWords || (clause.source && clause.source->first < end)) continue;
      if (!clause.content.empty() && clause.content.front().first < end) continue;
      if (!clause.occasion) clause.occasion = Range{b_, end};
      if (!clause.addressee && addressee) clause.addressee = addressee;
    }
  }

  // Words after a colon belong to the clause's subject, even where no reporting verb stands before it.
  void read_colons() {
    for (uint32_t k = b_; k < e_; ++k) {
      if (!mark(k, Mark::kColon)) continue;
      const bool last = k + 1 == e_;
      if (!last && !stretch(k + 1)) continue;
      const bool taken = std::any_of(found_.begin(), found_.end(), [&](const ReportingClause& f) {
        return std::any_of(f.content.begin(), f.content.end(),
                           [&](Range r) { return r.first <= k + 1 && k + 1 < r.last; });
      });
      if (taken || k == b_) continue;
      ReportingClause clause;
      uint32_t verb_at = kNone;
      for (uint32_t v = k; v-- > (k > b_ + 12 ? k - 12 : b_);) {
        if (is_verb(v) && has(v, wording::kSpeech | wording::kClause)) {
          verb_at = v;
          break;
        }
      }
      clause.cue = {k, k + 1};
      if (verb_at != kNone) {
        clause.cue = {group_begin(verb_at), verb_at + 1};
        clause.cue_class = c_.lists.verbs[w(verb_at).verb].cue;
        clause.source = subject_before(verb_at);
      }
      if (!clause.source) clause.source = main_subject();
      if (!clause.source) continue;
      if (last) {
        clause.report = Report::kAnnounces;
      } else {
        clause.content.push_back({k + 1, k + 2});
      }
      found_.push_back(std::move(clause));
    }
  }

  // --- reading one cue ---

  // The verb of a reporting clause that closes the sentence ("..., Lee said."): it reports all before it.
  uint32_t find_tail() const {
    uint32_t stop = e_;
    for (uint32_t i = b_; i < e_; ++i) {
      if (is_according_to(i) && i > b_ + 1) {
        stop = trim(i);
        break;
      }
    }
    const uint32_t floor = stop > b_ + 16 ? stop - 16 : b_ + 3;
    for (uint32_t i = stop; i-- > floor;) {
      if (stretch(i)) return kNone;
      if (!finite_report(i) || !has(i, wording::kClause)) continue;
      const auto subject = subject_by_order(i);
      if (!subject || subject->first < b_ + 3) return kNone;
      const uint32_t left = subject->first - 1;
      if (!comma(left) && !stretch(left)) return kNone;
      if (stretch(left) && left == b_) return kNone;
      // Words before the comma that are no more than a setting ("On Tuesday, Lee said") are no content.
      if (adverbial_start(b_) && commas_left(subject->first) <= 1) return kNone;
      if (is(left - 1, wording::kRelative) || w(subject->first).is(wording::kRelative)) return kNone;
      uint32_t end = i + 1;
      return closed_after(i + 1, end) && end >= stop ? i : kNone;
    }
    return kNone;
  }
  bool adverbial_start(uint32_t i) const {
    return is(i, wording::kPreposition | wording::kSubordinator) || adverb(i) || is(i, wording::kTime);
  }

  void read_verb(uint32_t i) {
    if (read_quoted(i) || read_silence(i) || passive(i)) return;
    ReportingClause clause;
    clause.verb = w(i).verb;
    clause.cue = {group_begin(i), i + 1};
    const bool gerund = w(i).form == VerbForm::kGerund && clause.cue.first == i;
    const uint32_t g = clause.cue.first;

    // After its words, the verb first: `"...," said Lee`.
    if (g > b_ && (stretch(g - 1) || comma(g - 1)) && has(i, wording::kSpeech | wording::kClause) && !gerund &&
        starts_noun_phrase(i + 1) && w(i).form != VerbForm::kBase && words_left(g) >= 2 && !subject_is_apposed(g) &&
        inverts(g, i)) {
      const Range source = noun_phrase_after(i + 1);
      if (!source.empty()) {
        clause.source = source;
        clause.shape = Shape::kAfter;
        read_content_before(clause, g);
        uint32_t end = source.last;
        if (const uint32_t resumed = quote_resumes(i, end); resumed != kNone) {
          clause.shape = Shape::kAround;
          add_content(clause, resumed, content_end(resumed, i));
          end = clause.content.back().last;
        }
        if (!clause.content.empty() && !speech_missing(clause, i)) return finish(std::move(clause), end);
      }
    }
    if (gerund) {
      if (last_source_ && !found_.empty()) {
        clause.source = last_source_;
      } else {
        clause.source = parsed_subject(i);
        if (!clause.source) clause.source = main_subject();
      }
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
        const bool left_adverbial = !stretch(b_) && adverbial_start(b_) && commas_left(left) <= 1;
        const bool quote_left = stretch(left - 1) || (left >= b_ + 2 && stretch(left - 2));
        uint32_t resumed = quote_left ? quote_resumes(i, end) : kNone;
        if (!quote_left && end < e_ && (stretch(end) || (comma(end) && end + 1 < e_ && !gerund_follows(end + 1)))) {
          resumed = stretch(end) ? end : end + 1;
          if (is(resumed, wording::kConjunction) && clause_begins(resumed + 1)) resumed = kNone;
          if (resumed != kNone && !stretch(resumed) && adverbial_start(resumed)) resumed = kNone;
        }
        const bool more = resumed != kNone;
        if (!(more && left_adverbial && !quote_left)) {
          clause.shape = more ? Shape::kAround : Shape::kAfter;
          if (end > i + 1) note_after(clause, i, end);
          read_content_before(clause, left);
          if (more) {
            const uint32_t to = content_end(resumed, i);
            add_content(clause, resumed, to);
            end = to;
          }
          if (!clause.content.empty() && !speech_missing(clause, i)) return finish(std::move(clause), end);
        }
        clause.content.clear();
        clause.occasion.reset();
      }
    }
    clause.shape = Shape::kBefore;
    if (!read_content_after(clause, i, i + 1) || speech_missing(clause, i)) {
      // "In an interview, Lee said, "..."": handled by the comma case above.
      if (clause.source) last_source_ = clause.source;
      return;
    }
    if (const uint32_t limit = setting_end(i); limit != kNone && clause.content.back().last > limit) {
      clause.content.back().last = limit;
      if (clause.content.back().empty()) return;
    }
    const uint32_t end = clause.content.back().last;
    finish(std::move(clause), end);
  }

  // Where the quoted words go on after their reporting clause, in the same sentence: `"A," he said, pointing at X,
  // "B"`.
  uint32_t quote_resumes(uint32_t cue, uint32_t end) const {
    if (end >= e_) return kNone;
    for (uint32_t k = cue + 1; k < end; ++k) {
      if (is_verb(k) && has(k, wording::kClause)) return kNone;
    }
    if (stretch(end)) return end;
    if (!comma(end) && w(end).mark != Mark::kDash) return kNone;
    const uint32_t limit = std::min(e_, end + kAdverbialReach);
    const bool aside = gerund_follows(end + 1);
    for (uint32_t k = end + 1; k < limit; ++k) {
      if (!stretch(k) && is_verb(k) && has(k, wording::kClause)) return kNone;
      if (stretch(k)) return k <= end + 3 || comma(k - 1) ? (k <= end + 3 ? end + 1 : k) : kNone;
      if (!aside && k > end + 2) return kNone;
      if (w(k).mark == Mark::kColon) return kNone;
    }
    return kNone;
  }

  // "Interfax quoted him as saying ...", "he was quoted by Interfax as saying ...": the quoter is a channel.
  bool read_quoted(uint32_t i) {
    const std::string& lemma = verb(i).lemma;
    if (lemma != "quote" && lemma != "cite" && lemma != "report") return false;
    uint32_t as = i + 1;
    const uint32_t limit = std::min(e_, i + kAdverbialReach);
    while (as < limit && !(word(as, "as") && is_word(as + 1) && w(as + 1).form == VerbForm::kGerund)) ++as;
    if (as >= limit) return false;
    ReportingClause clause;
    clause.verb = w(as + 1).verb;
    clause.cue = {group_begin(i), as + 2};
    const auto subject = subject_before(i);
    if (!subject) return false;
    if (passive(i)) {
      clause.source = subject;
      if (word(i + 1, "by") && as > i + 2) clause.via.push_back({i + 2, as});
    } else {
      if (as == i + 1) return false;
      clause.source = Range{i + 1, as};
      clause.via.push_back(*subject);
    }
    uint32_t from = as + 2;
    if (is_word(from) && word(from, "by")) {
      uint32_t last = from + 1;
      while (last < e_ && is_word(last) &&
             (in_name(last) || w(last).is(wording::kDet | wording::kMedia | wording::kPossessive) || w(last).capital))
        ++last;
      if (last > from + 1) clause.via.push_back({from + 1, last});
      from = last;
    }
    const uint32_t to = content_end(from, i);
    if (from < e_) add_content(clause, from, to);
    if (clause.content.empty()) {
      clause.shape = Shape::kAfter;
      read_content_before(clause, subject->first);
    }
    if (clause.content.empty()) return false;
    const uint32_t end = std::max(clause.cue.last, clause.content.back().last);
    finish(std::move(clause), end);
    return true;
  }

  // "did not mention", "declined to comment on", "has never condemned".
  bool read_silence(uint32_t i) {
    uint32_t from = i;  // the verb that says how
    if (word(i, "declined") || word(i, "refused") || word(i, "declines") || word(i, "refuses") ||
        word(i, "declining") || word(i, "refusing")) {
      uint32_t k = i + 1;
      if (!word(k, "to")) return false;
      ++k;
      while (k < e_ && adverb(k)) ++k;
      if (!is_word(k) || w(k).verb == wording::kNoVerb || !has(k, wording::kSilence)) return false;
      from = k;
    } else {
      if (!has(i, wording::kSilence)) return false;
      bool negated = false;
      for (uint32_t k = group_begin(i); k < i; ++k) negated = negated || is(k, wording::kNegation);
      if (!negated && !(i > b_ && word(i - 1, "without"))) return false;
    }
    // "did not say the plan was dead" may deny; "did not say when" is silent.
    const bool open = from + 1 >= e_ || is(from + 1, wording::kQuestion) || !is_word(from + 1);
    if ((verb(from).lemma == "say" || verb(from).lemma == "indicate" || verb(from).lemma == "condemn") && from == i &&
        verb(from).lemma != "condemn" && !open)
      return false;
    ReportingClause clause;
    clause.report = Report::kSilence;
    clause.source = w(i).form == VerbForm::kGerund ? main_subject() : subject_before(i);
    clause.cue = {group_begin(i), from + 1};
    uint32_t k = from + 1;
    while (k < e_ && adverb(k)) ++k;
    if (is(k, wording::kPreposition)) ++k;
    if (k < e_ && is_word(k)) add_content(clause, k, phrase_end(k, from));
    const uint32_t end = clause.content.empty() ? from + 1 : clause.content.back().last;
    if (clause.source) last_source_ = clause.source;
    const auto kept = floor_;
    finish(std::move(clause), end);
    floor_ = kept;
    return true;
  }

  // Whether the verb can stand before its subject here: right after quoted words, or where nobody stands before it.
  bool inverts(uint32_t g, uint32_t i) const {
    if (stretch(g - 1) || (comma(g - 1) && g >= b_ + 2 && stretch(g - 2))) return true;
    return has(i, wording::kSpeech) && !has(i, wording::kNounPhrase) && !subject_before(i);
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
    // `She scolded him: "...," he said`: another's colon opens the words; only these are his.
    for (uint32_t k = first; k + 1 < end; ++k) {
      if (mark(k, Mark::kColon) && stretch(k + 1)) first = k + 1;
    }
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
    uint32_t noun = kNone;
    for (; k < limit; ++k) {
      if (stretch(k)) break;
      if (is(k, wording::kSubjectPronoun) && !is(k, wording::kRelative)) return Range{k, k + 1};
      if (in_name(k)) {
        uint32_t last = k;
        while (last < limit && in_name(last)) ++last;
        return Range{k, last};
      }
      if (noun == kNone && is(k, wording::kPersonNoun | wording::kPeopleNoun | wording::kBody | wording::kDocument)) {
        noun = k;
      }
      if (noun != kNone && k > noun + 3) break;
    }
    if (noun != kNone) return Range{noun, noun + 1};
    for (uint32_t i = b_; i < limit && !stretch(i); ++i) {
      if (relation(i) != "nsubj") continue;
      const uint32_t first = std::max(step_of(c_.subtrees.first[c_.steps[i].token]), b_);
      if (!stretch(first)) return Range{std::min(first, i), i + 1};
    }
    return std::nullopt;
  }

  // Length of "according to", "per", "in the words of" at `i`; 0 where none begins.
  uint32_t according_length(uint32_t i) const {
    if (word(i, "according") && word(i + 1, "to")) return 2;
    if (word(i, "per") && (i == b_ || comma(i - 1)) && is(i + 1, wording::kDet | wording::kPossessive)) return 1;
    if (word(i, "in") && word(i + 1, "the") && word(i + 2, "words") && word(i + 3, "of")) return 4;
    if (word(i, "as") && word(i + 1, "reported") && word(i + 2, "by")) return 3;
    if (word(i, "as") && word(i + 1, "first") && word(i + 2, "reported") && word(i + 3, "by")) return 4;
    return 0;
  }
  bool is_according_to(uint32_t i) const { return according_length(i) > 0; }

  void read_according_to(uint32_t i) {
    ReportingClause clause;
    const uint32_t opening = i + according_length(i);
    clause.cue = {i, opening};
    uint32_t last = opening;
    while (last < e_ && !stretch(last) && !comma(last) && w(last).mark != Mark::kSemicolon &&
           !(w(last).mark == Mark::kDash && text(last) != "-") && !(w(last).mark == Mark::kClose)) {
      if (last > opening && is(last, wording::kConjunction) && clause_begins(last + 1)) break;
      ++last;
    }
    if (last == opening) return;
    clause.source = Range{opening, last};
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

  // Verbs that only quote ("began", "continued") report nothing but quoted words.
  bool speech_missing(const ReportingClause& clause, uint32_t i) const {
    if (has(i, wording::kClause | wording::kThatClause | wording::kNounPhrase | wording::kInfinitive |
                   wording::kObjectInfinitive | wording::kQuestionClause | wording::kGerundClause))
      return false;
    if (!verb(i).prepositions.empty() && clause.cue.last > i + 1) return false;
    return std::none_of(clause.content.begin(), clause.content.end(), [&](Range r) {
      for (uint32_t k = r.first; k < r.last; ++k) {
        if (stretch(k)) return true;
      }
      return false;
    });
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
  uint32_t floor_;           // content of a later clause begins no earlier
  uint32_t done_ = 0;        // steps before it are settled
  bool title_case_ = false;  // a headline: most words begin with capitals
  std::optional<Range> last_source_;
  std::vector<ReportingClause> found_;
};

}  // namespace

std::vector<ReportingClause> find_clauses(const ClauseContext& context, const StepSentence& sentence) {
  return ClauseFinder(context, sentence).run();
}

}  // namespace readout::quoting
