#include "reading/quotations_clauses.h"

#include <algorithm>
#include <string>
#include <utility>

#include "reading/quotations_channels.h"

namespace readout::quoting {
namespace {

using wording::Mark;
using wording::VerbForm;

class ClauseFinder : protected ChannelClauses {
 public:
  ClauseFinder(const ClauseContext& context, const StepSentence& sentence) : ChannelClauses(context, sentence) {}

  std::vector<ReportingClause> run() {
    uint32_t tail = find_tail();
    for (int outer = 0; outer < 3 && tail != kNone && set_outer_aside(tail); ++outer) tail = find_tail();
    if (tail != kNone) read_verb(tail);
    if (tail == kNone) {
      if (const uint32_t according = closing_according_to(); according != kNone) read_according_to(according);
    }
    for (uint32_t i = b_; i < e_; ++i) {
      if (i < done_) continue;
      if (read_anonymity(i) || read_citing(i)) continue;
      if (is_according_to(i)) {
        read_according_to(i);
      } else if (is(i, wording::kGiving) && is_word(i + 1) && word(i + 1, "no")) {
        read_withheld(i);
      } else if (!(is(i, wording::kThatNoun | wording::kToNoun | wording::kForNoun) && read_noun(i)) && is_verb(i)) {
        read_verb(i);
      }
    }
    read_label();
    read_signature();
    read_view_of();
    read_colons();
    read_setting();
    pass_on();
    std::stable_sort(found_.begin(), found_.end(),
                     [](const ReportingClause& x, const ReportingClause& y) { return start_of(x) < start_of(y); });
    return std::move(found_);
  }

 private:
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

  void read_verb(uint32_t i) {
    if (read_quoted(i) || read_silence(i) || passive(i)) return;
    ReportingClause clause;
    clause.verb = w(i).verb;
    clause.cue = {group_begin(i), i + 1};
    const bool gerund = w(i).form == VerbForm::kGerund && clause.cue.first == i;
    const uint32_t g = clause.cue.first;

    // After its words, the verb first: `"...," said Lee`.
    if (g > b_ && (stretch(g - 1) || comma(g - 1)) && has(i, wording::kSpeech | wording::kClause) && !gerund &&
        (starts_noun_phrase(i + 1) || tag(i + 1) == Upos::kNum) && w(i).form != VerbForm::kBase && words_left(g) >= 2 &&
        !subject_is_apposed(g) && inverts(g, i)) {
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
        if (!clause.content.empty() && !speech_missing(clause, i)) {
          take_cited(clause);
          return finish(std::move(clause), end);
        }
      }
    }
    if (gerund) {
      if (last_source_ && !found_.empty()) {
        clause.source = last_source_;
      } else {
        const bool fronted = i == b_ || (i <= b_ + 2 && adverbial_start(b_));
        if (fronted) clause.source = subject_after_setting(i);
        if (!clause.source) clause.source = parsed_subject(i);
        if (!clause.source) clause.source = main_subject();
      }
    } else {
      clause.source = subject_before(i);
      if (!clause.source && is(g - 1, wording::kConjunction) && g > b_) clause.source = last_source_;
      if (!clause.source && g > b_ && comma(g - 1)) clause.source = last_source_;
    }
    if (!clause.source && !gerund) return;
    if (clause.source && !passed_on_by_.empty() && clause.source->last > floor_)
      clause.source->first = std::max(clause.source->first, floor_);
    // What somebody is asked or told they think is not said by them.
    if (clause.source && word(clause.source->first, "you") && clause.source->last == clause.source->first + 1) return;
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
        // "If this fails, Lee says, there are others": commas on both sides.
        const bool parenthetical = comma(end) && more && !stretch(resumed);
        // "On May 3, Lee wrote to the court": a setting, no words of his.
        const bool setting = left_adverbial && !quote_left && !parenthetical &&
                             (!clause_within(floor_, left) || addressee_begins(i + 1));
        if (!setting && (!(more && left_adverbial && !quote_left) || parenthetical)) {
          clause.shape = more ? Shape::kAround : Shape::kAfter;
          if (end > i + 1) note_after(clause, i, end);
          // "His daughter, an actor, wrote ..." has no words before the verb.
          if (!more || quote_left || !stretch(resumed) || clause_within(floor_, left))
            read_content_before(clause, left);
          if (more) {
            const uint32_t to = content_end(resumed, i);
            add_content(clause, resumed, to);
            end = to;
          }
          if (!clause.content.empty() && !speech_missing(clause, i)) {
            take_cited(clause);
            return finish(std::move(clause), end);
          }
        }
        clause.content.clear();
        clause.occasion.reset();
      }
    }
    clause.shape = Shape::kBefore;
    // "As the Times reported, the dam was weak."
    if (clause.source && word(b_, "as") && clause.source->last == g && g <= b_ + 8 && has(i, wording::kClause)) {
      uint32_t end = i + 1;
      clause.source->first = b_ + 1;
      // "As revealed at trial, the dam was weak": no one is named.
      if (clause.source->empty()) clause.source.reset();
      if (closed_after(i + 1, end) && comma(end)) {
        add_content(clause, end + 1, content_end(end + 1, i));
        if (!clause.content.empty()) {
          const uint32_t last = clause.content.back().last;
          return finish(std::move(clause), last);
        }
      }
    }
    if (!read_content_after(clause, i, i + 1) || speech_missing(clause, i)) {
      // "In an interview, Lee said, "..."": handled by the comma case above.
      if (clause.source) last_source_ = clause.source;
      return;
    }
    take_cited(clause);
    // "State television reported that Lee said ...": Lee speaks.
    if (clause.source && passes_on(*clause.source, false)) {
      const Range content = clause.content.front();
      const bool nested = clause.content.size() == 1 && !passive(i) && report_opens(content.first, content.last);
      if (nested) {
        passed_on_by_.push_back(*clause.source);
        done_ = floor_ = content.first + (word(content.first, "that") ? 1 : 0);
        return;
      }
    }
    if (const uint32_t limit = setting_end(i); limit != kNone && clause.content.back().last > limit) {
      clause.content.back().last = limit;
      if (clause.content.back().empty()) return;
    }
    if (clause.source && is(clause.source->last - 1, wording::kRelative)) {
      // "Lee, who said taxes were high, has resigned": the main clause goes on.
      Range& last = clause.content.back();
      for (uint32_t k = last.first + 1; k + 1 < last.last; ++k) {
        if (!comma(k) || !finite(k + 1)) continue;
        last.last = k;
        break;
      }
    }
    const uint32_t end = clause.content.back().last;
    cut_occasion(clause);
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
    const bool speech = has(i, wording::kSpeech) && (!has(i, wording::kNounPhrase) || verb(i).lemma == "say");
    return speech && !has_subject_before(i);
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
};

}  // namespace

std::vector<ReportingClause> find_clauses(const ClauseContext& context, const StepSentence& sentence) {
  return ClauseFinder(context, sentence).run();
}

}  // namespace readout::quoting
