#include "reading/quotations_channels.h"

#include <algorithm>

namespace readout::quoting {

using wording::Mark;

std::optional<Range> ChannelClauses::report_opens(uint32_t from, uint32_t to) const {
  constexpr uint32_t kFar = 16;
  if (from < to && word(from, "that")) ++from;
  for (uint32_t v = from + 1; v < std::min(to, from + kFar); ++v) {
    if (stretch(v)) return std::nullopt;
    if (is_verb(v) && finite_report(v) && has(v, wording::kClause) && verb(v).cue == CueClass::kNeutral &&
        !passive(v)) {
      const auto subject = subject_by_order(v);
      // The subject may seem to reach back over the comma before it.
      if (subject && subject->first <= from && subject->last > from && v + 1 < to) return Range{subject->first, v + 1};
      return std::nullopt;
    }
    if (is(v, wording::kAuxiliary) && !is(v, wording::kBe) && group_begin(v + 1) <= v) continue;
    if (is(v, wording::kAuxiliary | wording::kSubordinator)) return std::nullopt;
  }
  return std::nullopt;
}

bool ChannelClauses::set_outer_aside(uint32_t tail) {
  const auto subject = subject_by_order(tail);
  if (!subject || subject->first < b_ + 3 || !comma(subject->first - 1)) return false;
  const uint32_t left = subject->first - 1;
  bool inner = false;
  for (uint32_t v = left; v-- > (left > b_ + 10 ? left - 10 : b_) && !stretch(v) && !inner;) {
    if (!finite_report(v) || !has(v, wording::kClause)) continue;
    uint32_t end = v + 1;
    const auto speaker = subject_by_order(v);
    const bool set_off = speaker && speaker->first > b_ && (stretch(speaker->first - 1) || comma(speaker->first - 1));
    inner = set_off && closed_after(v + 1, end) && end == left;
  }
  if (!inner && passes_on(*subject, true)) inner = report_opens(b_, left).has_value();
  if (!inner) return false;
  passed_on_by_.push_back(*subject);
  e_ = trim(left);
  return true;
}

void ChannelClauses::pass_on() {
  for (ReportingClause& clause : found_) {
    if (clause.report != Report::kWords) continue;
    clause.via.insert(clause.via.end(), passed_on_by_.rbegin(), passed_on_by_.rend());
  }
}

bool ChannelClauses::read_anonymity(uint32_t i) {
  if (!is_word(i) || w(i).verb == wording::kNoVerb) return false;
  uint32_t k = i + 1;
  if (word(k, "not")) ++k;
  if (!word(k, "to") || !word(k + 1, "be")) return false;
  const bool named = word(k + 2, "named") || word(k + 2, "identified") || word(k + 2, "quoted");
  if (!named) return false;
  done_ = k + 3;
  return true;
}

bool ChannelClauses::read_citing(uint32_t i) {
  if (!(word(i, "citing") || word(i, "quoting")) || i + 1 >= e_ || stretch(i + 1)) return false;
  uint32_t last = i + 1;
  while (last < e_ && !stretch(last) && !comma(last) && w(last).mark != Mark::kSemicolon && !word(last, "as")) ++last;
  if (last == i + 1 || word(last, "as")) return false;
  const Range cited{i + 1, last};
  if (i > b_ && comma(i - 1) && !found_.empty()) {
    ReportingClause& before = found_.back();
    if (before.report != Report::kWords || !before.source || !passes_on(*before.source, false)) return false;
    before.via.insert(before.via.begin(), *before.source);
    before.source = cited;
    floor_ = std::max(floor_, last);
    done_ = last;
    return true;
  }
  if (i == b_) {
    const auto citer = subject_after_setting(i);
    if (!citer || !passes_on(*citer, false)) return false;
    cited_ = cited;
    done_ = floor_ = last + 1;
    return true;
  }
  if (!comma(i - 1) || !comma(last)) return false;
  const Range citer = noun_phrase_before(i - 1);
  if (citer.empty() || !passes_on(citer, false)) return false;
  cited_ = cited;
  citer_ = citer;
  done_ = last;
  return true;
}

void ChannelClauses::take_cited(ReportingClause& clause) {
  if (!cited_ || !clause.source) return;
  clause.via.insert(clause.via.begin(), citer_.value_or(*clause.source));
  clause.source = cited_;
  cited_.reset();
  citer_.reset();
}

uint32_t ChannelClauses::closing_according_to() const {
  uint32_t i = b_ + 3;
  while (i < e_ && !is_according_to(i)) ++i;
  if (i >= e_) return kNone;
  uint32_t root = kNone;
  for (uint32_t k = b_; k < i; ++k) {
    if (stretch(k)) return kNone;
    if (relation(k) == "root") root = k;
  }
  if (root == kNone || (is_verb(root) && !has(root, wording::kMental))) return kNone;
  // What follows the name closes the sentence, or describes the name.
  for (uint32_t k = i + 2; k + 1 < e_; ++k) {
    if (stretch(k)) return kNone;
    if (comma(k) && !is(k + 1, wording::kDet | wording::kRelative | wording::kPossessive)) return kNone;
  }
  return i;
}

void ChannelClauses::read_according_to(uint32_t i) {
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
    // "According to the agency ISNA, the prosecutor, Ali Mehr, said": no apposition but the speaker.
    if (comma(from) && passes_on(*clause.source, true) && report_opens(from + 1, e_)) {
      passed_on_by_.push_back(*clause.source);
      done_ = floor_ = from + 1;
      return;
    }
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
    const uint32_t content = from + (stretch(from) ? 0 : 1);
    if (passes_on(*clause.source, true) && report_opens(content, e_)) {
      passed_on_by_.push_back(*clause.source);
      done_ = floor_ = content;
      return;
    }
    if (from < e_) add_content(clause, content, content_end(from + 1, i));
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
    // Its words were taken by the clauses before: a channel of theirs.
    if (found_.empty()) return;
    const std::optional<Range> speaker = found_.back().source;
    for (ReportingClause& before : found_) {
      const bool same = before.source && speaker && before.source->first == speaker->first;
      if (before.report == Report::kWords && same) before.via.push_back(*clause.source);
    }
    done_ = std::max(done_, last);
    return;
  }
  finish(std::move(clause), end);
}

}  // namespace readout::quoting
