#include "reading/quotations_subjects.h"

#include <algorithm>

namespace readout::quoting {

using wording::Mark;
using wording::ReportingVerb;
using wording::VerbForm;
using wording::Word;

bool Subjects::boundary_word(uint32_t k) const {
  const Word& at = w(k);
  if (at.is(wording::kSubordinator) && !at.is(wording::kPreposition)) return true;
  if (at.is(wording::kAuxiliary)) return true;
  if (at.is(wording::kSubjectPronoun) && !at.is(wording::kRelative)) return true;
  return at.verb != wording::kNoVerb && (at.form == VerbForm::kPast || at.form == VerbForm::kThird) && is_verb(k);
}

uint32_t Subjects::before_time(uint32_t end) const {
  const auto is_time = [&](uint32_t k) {
    if (in_name(k)) return false;
    if (is(k, wording::kTime)) return !word(k, "may");
    const char c = is_word(k) ? text(k).front() : 'x';
    return c >= '0' && c <= '9' && text(k).size() == 4;
  };
  uint32_t first = end;
  while (first > b_ + 1 && is_time(first - 1)) --first;
  if (first == end) return end;
  const bool set_off = is(first - 1, wording::kPreposition) && first > b_ + 1;
  if (set_off && !in_name(first - 1)) return first - 1;
  // A bare time belongs to the verb where the word before can be a subject by itself.
  return is(first - 1, wording::kRelative) ? first : end;
}

std::optional<Range> Subjects::subject_after_setting(uint32_t i) const {
  constexpr uint32_t kFar = 48;
  for (uint32_t k = i + 1; k < std::min(e_, i + kFar); ++k) {
    if (!comma(k)) continue;
    if (!starts_noun_phrase(k + 1) && !is(k + 1, wording::kSubjectPronoun)) continue;
    for (uint32_t j = k + 2; j < std::min(e_, k + kSubjectReach); ++j) {
      if (stretch(j) || comma(j)) break;
      if (tag(j) != Upos::kAux && tag(j) != Upos::kVerb) continue;
      const Range phrase = noun_phrase_before(group_begin(j));
      if (phrase.empty() || phrase.first <= k) break;
      return phrase;
    }
  }
  return std::nullopt;
}

uint32_t Subjects::list_begin(Range phrase) const {
  constexpr int kMost = 12;
  uint32_t first = phrase.first;
  bool joined = false;
  for (uint32_t k = phrase.first; k < phrase.last; ++k) joined = joined || is(k, wording::kConjunction);
  if (!joined || !in_name(first)) return first;
  for (int n = 0; n < kMost && first > b_ + 1 && comma(first - 1); ++n) {
    const bool bracket = w(first - 2).mark == Mark::kClose;
    if (stretch(first - 2) || !(in_name(first - 2) || bracket)) break;
    const Range before = noun_phrase_before(first - 1);
    if (before.empty() || !w(before.first).capital || is(before.first, wording::kTime)) break;
    if (before.first > b_ && is(before.first - 1, wording::kPreposition | wording::kSubordinator)) break;
    first = before.first;
  }
  return first;
}

Range Subjects::noun_phrase_before(uint32_t end) const {
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
      const bool of_subject = first == end || (!w(first).capital && !w(first).is(wording::kDet | wording::kPossessive));
      if (of_subject && k > limit && is_word(k - 1) && (w(k - 1).verb == wording::kNoVerb || in_name(k - 1))) {
        first = k;
        continue;
      }
      break;
    }
    if (boundary_word(k)) break;
    first = k;
  }
  while (first < end && (w(first).is(wording::kConjunction) || (adverb(first) && !w(first).is(wording::kDet)))) ++first;
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

std::optional<Range> Subjects::subject_before(uint32_t i) const {
  if (auto found = subject_by_order(i)) return found;
  const uint32_t g = group_begin(i);
  // "said ... and stressed": the speaker goes on.
  if (last_source_ && g > b_ && is(g - 1, wording::kConjunction)) return last_source_;
  return parsed_subject(i);
}

bool Subjects::has_subject_before(uint32_t i) const {
  if (subject_by_order(i)) return true;
  const uint32_t g = group_begin(i);
  if (last_source_ && g > b_ && is(g - 1, wording::kConjunction)) return true;
  const uint32_t at = c_.steps[i].token;
  const auto begin = c_.tokens.begin();
  return std::any_of(begin + c_.steps[b_].token, begin + at, [&](const Token& token) {
    return token.head == static_cast<int32_t>(at) && token.deprel.substr(0, 5) == "nsubj";
  });
}

std::optional<Range> Subjects::parsed_subject(uint32_t i) const {
  constexpr uint32_t kFar = 400;  // no parsed sentence is longer
  const uint32_t at = c_.steps[i].token;
  const uint32_t begin = std::max(c_.steps[b_].token, at > kFar ? at - kFar : 0);
  const auto subject = subject_of(c_.tokens, c_.steps[i].token, begin, c_.steps[i].token);
  if (!subject || c_.words[*subject].is(wording::kRelative | wording::kTime)) return std::nullopt;
  const uint32_t first = std::max(step_of(c_.subtrees.first[*subject]), b_);
  const uint32_t last = std::min(step_of(*subject) + 1, group_begin(i));
  if (first >= last || stretch(first)) return std::nullopt;
  return Range{first, last};
}

std::optional<Range> Subjects::subject_by_order(uint32_t i) const {
  const uint32_t end = before_time(group_begin(i));
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
  Range phrase = noun_phrase_before(end);
  if (phrase.empty()) return std::nullopt;
  // "A process Lee described": a relative clause without its pronoun.
  uint32_t name = phrase.last;
  while (name > phrase.first && in_name(name - 1)) --name;
  if (name < phrase.last && name > phrase.first + 1 && is(phrase.first, wording::kDet) &&
      tag(name - 1) == Upos::kNoun && !w(name - 1).capital &&
      !w(name - 1).is(wording::kOffice | wording::kPersonNoun | wording::kPeopleNoun | wording::kBody |
                      wording::kMedia))
    phrase.first = name;
  return Range{list_begin(phrase), phrase.last};
}

uint32_t Subjects::apposed_to(uint32_t first) const {
  for (int chain = 0; chain < 3; ++chain) {
    if (first > b_ + 1 && is(first - 1, wording::kPreposition) && comma(first - 2)) --first;
    if (first < b_ + 2 || !comma(first - 1) || stretch(first - 2) || !in_name(first - 2)) break;
    const bool place = in_name(first) || is(first, wording::kPreposition);
    if (!place && !is(first, wording::kDet | wording::kPossessive) && w(first).capital) break;
    const Range head = noun_phrase_before(first - 1);
    if (head.empty()) break;
    first = head.first;
  }
  return first;
}

Range Subjects::noun_phrase_after(uint32_t first) const {
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
    while (end < e_ && end < last + kSubjectReach && !stretch(end) && !comma(end) && w(end).mark != Mark::kStop) ++end;
    return {first, end};
  }
  return {first, last};
}

std::optional<Range> Subjects::main_subject() const {
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

}  // namespace readout::quoting
