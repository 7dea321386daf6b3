// Who acts, by the order of words, where the tree has the subject elsewhere.
#include <array>

#include "reading/events_clause.h"
#include "reading/events_control.h"
#include "reading/events_reader.h"
#include "reading/events_words.h"

namespace readout::events {

// "in Vessby and Norrby, which both ...": the first of those; kNone where no such words stand before the verb.
uint32_t Reader::both_before(uint32_t t) const {
  const uint32_t first = sentence_->first_token;
  uint32_t k = t;
  while (k > first + 1 && trees_.token(k - 1).upos == Upos::kAux) --k;
  if (k < first + 5 || trees_.lemma(k - 1) != "both") return Trees::kNone;
  if (trees_.lemma(k - 2) != "which" && trees_.lemma(k - 2) != "who") return Trees::kNone;
  const uint32_t last = trees_.words(k - 3) == "," ? k - 4 : k - 3;
  const uint32_t head = trees_.has_relation(last, "conj") ? trees_.head(last) : Trees::kNone;
  return head != Trees::kNone && head < last && head >= first && trees_.is_nominal(head) ? head : Trees::kNone;
}

// "... of workers after the government imposed it": the government, where the tree takes the conjunction for a
// preposition of the noun before.
uint32_t Reader::nearer_subject(uint32_t t, uint32_t agent) const {
  constexpr std::array<std::string_view, 4> kLinks = {"after", "before", "since", "until"};
  if (agent >= t || trees_.head(agent) != t || !trees_.has_relation(agent, "nsubj") || !is_finite(t)) return agent;
  uint32_t last = t;
  while (last > agent + 1 && trees_.token(last - 1).upos == Upos::kAux) --last;
  const uint32_t noun = last - 1;
  if (noun <= agent + 1 || trees_.head(noun) != agent || !trees_.has_relation(noun, "nmod")) return agent;
  if (!among(kLinks, trees_.preposition(noun)) || parties_.is_date(noun)) return agent;
  return lexicon_.sector(trees_.lemma(noun)) != nullptr ? noun : agent;
}

// "needs 159 delegates now supporting her": the noun right before the participle and its adverb, where the tree hangs
// it on the verb above; kNone where none is.
uint32_t Reader::noun_now_before(uint32_t t) const {
  constexpr std::array<std::string_view, 6> kNow = {"already", "currently", "now", "once", "openly", "still"};
  if (t < sentence_->first_token + 3 || !is_gerund(trees_, t) || !among(kNow, trees_.lemma(t - 1))) return Trees::kNone;
  const uint32_t noun = t - 2;
  const bool hangs = trees_.has_relation(t, "advcl") && trees_.head(t) == trees_.head(noun);
  return hangs && trees_.has_relation(noun, "obj") ? noun : Trees::kNone;
}

// "Lee, the younger and far stricter brother of Roe, backed her": Lee, where the tree takes the description for the
// subject.
uint32_t Reader::name_before(uint32_t t, uint32_t agent) const {
  constexpr uint32_t kLongest = 10;  // tokens of a description before its noun
  if (agent >= t || trees_.head(agent) != t || trees_.token(agent).upos != Upos::kNoun) return agent;
  uint32_t end = t;
  while (end > agent + 1 && trees_.token(end - 1).upos == Upos::kAux) --end;
  if (trees_.words(end - 1) != "," || trees_.words(agent).back() == 's') return agent;
  uint32_t k = agent;
  while (k > sentence_->first_token + 2 && k + kLongest > agent && trees_.token(k).upos != Upos::kDet) {
    const Upos tag = trees_.token(k).upos;
    if (tag == Upos::kAdp || tag == Upos::kPunct || tag == Upos::kAux || tag == Upos::kSconj) return agent;
    --k;
  }
  if (k < sentence_->first_token + 2 || trees_.token(k).upos != Upos::kDet || trees_.words(k - 1) != ",") return agent;
  const auto named = parties_.at(k - 2);
  return named && parties_.names()[k - 2] && parties_.is_person(*named) ? k - 2 : agent;
}

}  // namespace readout::events
