#include "reading/quotations_verbless.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace readout::quoting {

using wording::Mark;
using wording::ReportingVerb;
using wording::VerbForm;
using wording::Word;

uint32_t VerblessClauses::start_of(const ReportingClause& clause) {
  return clause.content.empty() ? clause.cue.first : std::min(clause.cue.first, clause.content.front().first);
}

void VerblessClauses::read_withheld(uint32_t i) {
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

bool VerblessClauses::finite(uint32_t k) const {
  if (stretch(k) || !is_word(k)) return false;
  if (tag(k) == Upos::kAux) return !is(k - 1, wording::kAuxiliary) && !word(k - 1, "to") && !word(k, "be");
  if (tag(k) != Upos::kVerb || mark(k - 1, Mark::kDash) || word(k - 1, "to") ||
      is(k - 1, wording::kAuxiliary | wording::kNegation))
    return false;
  const auto t = text(k);
  const bool gerund = t.size() > 4 && t.substr(t.size() - 3) == "ing";
  return !gerund && relation(k) != "acl" && relation(k) != "amod";
}

bool VerblessClauses::subject_position(uint32_t owner) const {
  constexpr uint32_t kFar = 24;
  for (uint32_t k = owner; k-- > (owner > b_ + kFar ? owner - kFar : b_);) {
    if (stretch(k) || finite(k)) return false;
    if (is(k, wording::kPreposition) && k + 1 == owner) return false;
    if (comma(k)) return true;
  }
  return true;
}

uint32_t VerblessClauses::infinitive_end(uint32_t owner, uint32_t i) const {
  const auto noun = static_cast<int32_t>(c_.steps[i].token);
  const bool subject = subject_position(owner);
  for (uint32_t k = i + 3; k < e_; ++k) {
    if (stretch(k)) continue;
    const auto verb_token = static_cast<int32_t>(c_.steps[k].token);
    const bool parsed = tag(k) == Upos::kVerb && !is(k - 1, wording::kAuxiliary) && !word(k - 1, "to") &&
                        c_.tokens[static_cast<size_t>(noun)].head == verb_token;
    if (parsed) return group_begin(k);
    // The next clause has a subject of its own; the noun's verb has none right before it.
    if (subject && finite(k) && !is(k - 1, wording::kRelative | wording::kSubjectPronoun)) return group_begin(k);
    if (subject && is(k, wording::kSubordinator | wording::kRelative) && !is(k, wording::kPreposition)) break;
  }
  return e_;
}

uint32_t VerblessClauses::subject_clause_end(uint32_t owner, uint32_t i) const {
  if (!subject_position(owner)) return e_;
  // "Her claim that the vote was rigged has been rejected": the second finite verb is the main one.
  bool first = false;
  for (uint32_t k = i + 2; k < e_; ++k) {
    if (stretch(k) || is(k, wording::kConjunction | wording::kRelative) || comma(k)) return e_;
    if (is(k, wording::kSubordinator) && !is(k, wording::kPreposition)) return e_;
    if (!finite(k)) continue;
    if (first && !is(k - 1, wording::kSubjectPronoun)) return group_begin(k);
    first = true;
    while (k + 1 < e_ && (is(k + 1, wording::kAuxiliary | wording::kNegation) || adverb(k + 1))) ++k;
    if (tag(k + 1) == Upos::kVerb) ++k;
  }
  return e_;
}

bool VerblessClauses::read_noun(uint32_t i) {
  const bool opens = (word(i + 1, "that") && is(i, wording::kThatNoun)) ||
                     (word(i + 1, "to") && is(i, wording::kToNoun)) || (word(i + 1, "for") && is(i, wording::kForNoun));
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
    to = std::min(to, infinitive_end(clause.source->first, i));
  }
  if (word(i + 1, "that")) to = std::min(to, subject_clause_end(clause.source->first, i));
  add_content(clause, i + 1 + (word(i + 1, "for") ? 1 : 0), to);
  if (clause.content.empty()) return false;
  const uint32_t end = clause.content.back().last;
  const auto kept = last_source_;
  finish(std::move(clause), end);
  last_source_ = kept;
  return true;
}

void VerblessClauses::read_label() {
  uint32_t k = b_;
  while (k < e_ && k < b_ + 6 && is_word(k) && (w(k).capital || in_name(k))) ++k;
  if (k == b_ || k + 1 >= e_ || !mark(k, Mark::kColon) || !(in_name(b_) || k == b_ + 1)) return;
  if (c_.steps[k].span.begin != c_.steps[k - 1].span.end) return;
  if (w(b_).is(wording::kTime) ||
      std::any_of(found_.begin(), found_.end(), [&](const ReportingClause& f) { return f.cue.first <= k; }))
    return;
  // "Image: Ann Lee" credits, "Update: ..." announces: nobody speaks.
  static constexpr std::array<std::string_view, 16> kCredits = {
      "caption", "correction", "credit", "credits", "file",    "graphic", "image",  "images",
      "map",     "note",       "photo",  "photos",  "picture", "source",  "update", "video"};
  const std::string last_word = wording::key_of(text(k - 1));
  if (std::any_of(kCredits.begin(), kCredits.end(), [&](std::string_view credit) {
        return last_word == credit || (last_word.size() > credit.size() + 2 && credit.size() > 4 &&
                                       std::string_view(last_word).substr(last_word.size() - credit.size()) == credit);
      }))
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

void VerblessClauses::read_signature() {
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

void VerblessClauses::read_view_of() {
  if (!word(b_, "for") || !in_name(b_ + 1) || b_ + 1 >= e_) return;
  const bool speech =
      std::any_of(c_.steps.begin() + b_, c_.steps.begin() + e_, [](const Step& s) { return s.stretch != kNoStretch; });
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

void VerblessClauses::read_setting() {
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

void VerblessClauses::read_colons() {
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

void VerblessClauses::finish(ReportingClause clause, uint32_t end) {
  if (clause.source && clause.verb != wording::kNoVerb) last_source_ = clause.source;
  floor_ = std::max(floor_, end);
  done_ = std::max(end, clause.cue.last);
  found_.push_back(std::move(clause));
}

}  // namespace readout::quoting
