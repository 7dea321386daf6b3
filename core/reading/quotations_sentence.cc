#include "reading/quotations_sentence.h"

#include <algorithm>

#include "text/unicode.h"

namespace readout::quoting {

using wording::Mark;
using wording::ReportingVerb;
using wording::VerbForm;
using wording::Word;

SentenceView::SentenceView(const ClauseContext& context, const StepSentence& sentence)
    : c_(context), b_(sentence.first), e_(sentence.last) {
  while (e_ > b_ && !stretch(e_ - 1) && w(e_ - 1).mark == Mark::kStop) --e_;
  b_ = after_dateline();
  uint32_t capitals = 0;
  uint32_t words = 0;
  for (uint32_t i = b_; i < e_; ++i) {
    if (!is_word(i) || text(i).size() < 4) continue;
    ++words;
    if (w(i).capital) ++capitals;
  }
  title_case_ = words >= 3 && capitals * 10 >= words * 8;
}

uint32_t SentenceView::after_dateline() const {
  constexpr uint32_t kLongest = 14;
  if (b_ + 2 >= e_ || !is_word(b_)) return b_;
  const auto first = text(b_);
  if (first.size() < 3 || !std::all_of(first.begin(), first.end(), [](char c) { return c < 'a' || c > 'z'; }))
    return b_;
  for (uint32_t k = b_ + 1; k < std::min(e_, b_ + kLongest); ++k) {
    if (stretch(k)) return b_;
    // Set off by spaces: "BEIJING, May 24 (Xinhua) -- ".
    if (w(k).mark == Mark::kDash && k + 1 < e_ && c_.steps[k].span.begin > c_.steps[k - 1].span.end) return k + 1;
    if (w(k).mark == Mark::kColon || w(k).mark == Mark::kSemicolon || w(k).mark == Mark::kDash) return b_;
    const char c = text(k).front();
    if (is_word(k) && c >= 'a' && c <= 'z' && !in_name(k)) return b_;
  }
  return b_;
}

bool SentenceView::word(uint32_t i, std::string_view lower) const {
  return is_word(i) && text(i).size() == lower.size() && wording::key_of(text(i)) == lower;
}

std::string_view SentenceView::relation(uint32_t i) const {
  return !inside(i) || stretch(i) ? std::string_view() : c_.tokens[c_.steps[i].token].deprel;
}

bool SentenceView::adverb(uint32_t i) const {
  if (!is_word(i)) return false;
  if (w(i).is(wording::kAdverb)) return true;
  if (w(i).is(wording::kOffice | wording::kPersonNoun | wording::kQuestion)) return false;
  const auto t = text(i);
  return tag(i) == Upos::kAdv || (t.size() > 4 && t.substr(t.size() - 2) == "ly" && !w(i).capital);
}

bool SentenceView::title(uint32_t i) const {
  if (!stretch(i)) return false;
  const Span inner = c_.stretches[static_cast<size_t>(c_.steps[i].stretch)].inner;
  uint32_t n = 0;
  constexpr uint32_t kFar = 24;
  const uint32_t begin = c_.steps[i].token;
  for (uint32_t t = begin; t < c_.words.size() && c_.words[t].span.begin < inner.end; ++t) {
    if (t > begin + kFar) return false;
    if (c_.words[t].span.begin < inner.begin) continue;
    if (!c_.words[t].is_word()) continue;
    if (!c_.words[t].capital && c_.words[t].span.size() > 3) return false;
    if (++n > 6) return false;
  }
  return n > 0;
}

bool SentenceView::ends_with_comma(uint32_t i) const {
  if (!stretch(i)) return false;
  const Span inner = c_.stretches[static_cast<size_t>(c_.steps[i].stretch)].inner;
  return c_.text[inner.end - 1] == ',';
}

bool SentenceView::possessive_mark(uint32_t i) const {
  return is_word(i) && !w(i).is(wording::kBe) && (text(i) == "'s" || text(i) == "\u2019s");
}

bool SentenceView::is_verb(uint32_t i) const {
  if (!is_word(i) || w(i).verb == wording::kNoVerb) return false;
  if (verb(i).lemma == "point" && !word(i + 1, "out") && !word(i + 1, "to")) return false;
  if (title_case_ && w(i).form == VerbForm::kThird && i > b_ && w(i).capital &&
      has(i, wording::kSpeech | wording::kClause)) {
    return is_word(i - 1) &&
           !w(i - 1).is(wording::kDet | wording::kPossessive | wording::kPreposition | wording::kAuxiliary);
  }
  if (in_name(i)) return false;
  // A participle by itself describes: "talks held since May and seen as vital".
  if (w(i).form == VerbForm::kParticiple) {
    if (!helped(i)) return false;
  }
  // So does one that needs an object and has none: "two people briefed on the talks", "a man accused of theft".
  if (w(i).form == VerbForm::kPast && is(i + 1, wording::kPreposition) && !helped(i)) {
    const std::string& lemma = verb(i).lemma;
    if (lemma == "accuse" || lemma == "brief" || lemma == "charge") return false;
  }
  // "A radio show host": a noun among nouns.
  if (w(i).form == VerbForm::kBase && i > b_ && tag(i - 1) == Upos::kNoun && tag(i + 1) == Upos::kNoun) return false;
  // "2,000 pledged delegates", "the commanding officer". By itself the relation says little: headlines mislead it.
  const bool in_phrase = i == b_ || is(i - 1, wording::kDet | wording::kPossessive | wording::kPreposition) ||
                         tag(i - 1) == Upos::kNum || tag(i - 1) == Upos::kAdj;
  if (relation(i) == "amod" && in_phrase && tag(i + 1) == Upos::kNoun && !w(i + 1).capital) return false;
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
      if (word(p - 1, "to") || before.is(wording::kAuxiliary | wording::kNegation | wording::kPeopleNoun) || nominative)
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

bool SentenceView::helped(uint32_t i) const {
  for (uint32_t k = group_begin(i); k < i; ++k) {
    if (is(k, wording::kAuxiliary)) return true;
  }
  return false;
}

uint32_t SentenceView::group_begin(uint32_t i) const {
  while (i > b_ && (adverb(i - 1) || is(i - 1, wording::kAuxiliary | wording::kNegation))) --i;
  return i;
}

bool SentenceView::passive(uint32_t i) const {
  if (w(i).form != VerbForm::kPast && w(i).form != VerbForm::kParticiple) return false;
  for (uint32_t k = i; k > group_begin(i); --k) {
    if (is(k - 1, wording::kBe)) return true;
  }
  return false;
}

bool SentenceView::starts_noun_phrase(uint32_t i) const {
  return is_word(i) &&
         (w(i).capital ||
          w(i).is(wording::kDet | wording::kPossessive | wording::kPersonNoun | wording::kPeopleNoun)) &&
         !is_verb(i) && !w(i).is(wording::kPreposition | wording::kSubordinator);
}

uint32_t SentenceView::trim(uint32_t end) const {
  while (end > b_ && !stretch(end - 1) && !w(end - 1).is_word() && w(end - 1).mark != Mark::kClose &&
         w(end - 1).mark != Mark::kQuote && w(end - 1).mark != Mark::kOther)
    --end;
  return end;
}

bool SentenceView::adverbial_start(uint32_t i) const {
  // "Asked whether he would stay, Lee said ..."
  if (i == b_ && tag(i) == Upos::kVerb && relation(i) == "advcl") return true;
  return is(i, wording::kPreposition | wording::kSubordinator) || adverb(i) || is(i, wording::kTime);
}

bool SentenceView::gerund_follows(uint32_t k) const {
  while (k < e_ && adverb(k)) ++k;
  return k < e_ && is_word(k) && text(k).size() > 4 && text(k).substr(text(k).size() - 3) == "ing";
}

uint32_t SentenceView::step_after(uint32_t token) const {
  const auto at = std::upper_bound(c_.steps.begin() + b_, c_.steps.begin() + e_, token,
                                   [](uint32_t t, const Step& step) { return t < step.token; });
  return static_cast<uint32_t>(at - c_.steps.begin());
}

uint32_t SentenceView::step_of(uint32_t token) const {
  const uint32_t after = step_after(token);
  return after > b_ ? after - 1 : b_;
}

uint32_t SentenceView::according_length(uint32_t i) const {
  if (word(i, "according") && word(i + 1, "to")) return 2;
  if (word(i, "per") && (i == b_ || comma(i - 1)) && is(i + 1, wording::kDet | wording::kPossessive)) return 1;
  if (word(i, "in") && word(i + 1, "the") && word(i + 2, "words") && word(i + 3, "of")) return 4;
  if (word(i, "as") && word(i + 1, "reported") && word(i + 2, "by")) return 3;
  if (word(i, "as") && word(i + 1, "first") && word(i + 2, "reported") && word(i + 3, "by")) return 4;
  return 0;
}

bool SentenceView::passes_on(Range phrase, bool documents) const {
  uint32_t last = phrase.first;
  while (last < phrase.last && is_word(last) && (in_name(last) || !is(last, wording::kPreposition))) ++last;
  for (uint32_t k = phrase.first; k < last; ++k) {
    if (is(k, wording::kPersonNoun | wording::kPeopleNoun) && !in_name(k)) return false;
  }
  for (uint32_t k = phrase.first; k < last; ++k) {
    if (!in_name(k) && is(k, wording::kMedia) && !is(k, wording::kDocument)) return true;
    if (documents && !in_name(k) && is(k, wording::kDocument)) return true;
    if (!w(k).capital) continue;
    // The longest run of capitals from here that is the name of an outlet.
    constexpr uint32_t kLongestName = 4;
    for (uint32_t end = std::min(last, k + kLongestName); end > k; --end) {
      const Span name{c_.steps[k].span.begin, c_.steps[end - 1].span.end};
      if (c_.lists.outlets.find(unicode::fold(words_of(c_.text, name))) != c_.lists.outlets.end()) return true;
    }
  }
  return false;
}

bool SentenceView::finite_report(uint32_t k) const {
  return is_verb(k) && has(k, wording::kClause | wording::kSpeech) && !has(k, wording::kMental) &&
         (w(k).form == VerbForm::kPast || w(k).form == VerbForm::kThird);
}

bool SentenceView::clause_begins(uint32_t k) const {
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

bool SentenceView::clause_follows(uint32_t k) const {
  if (is(k, wording::kSubjectPronoun)) return true;
  if (!starts_noun_phrase(k)) return false;
  for (uint32_t j = k + 1; j < std::min(e_, k + 6) && is_word(j); ++j) {
    if (tag(j) == Upos::kAux || (tag(j) == Upos::kVerb && w(j).form != VerbForm::kGerund)) return true;
    if (is(j, wording::kPreposition)) return false;
  }
  return false;
}

}  // namespace readout::quoting
