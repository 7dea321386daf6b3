#include "reading/events_phrases.h"

namespace readout::events {

namespace {

constexpr uint32_t kFarthest = 24;  // tokens looked at to either side

bool is_relative(std::string_view lemma) {
  return lemma == "who" || lemma == "which" || lemma == "whom" || lemma == "whose";
}

bool begins_clause(std::string_view lemma) {
  return lemma == "after" || lemma == "before" || lemma == "since" || lemma == "until" || lemma == "as" ||
         lemma == "while" || lemma == "once";
}

}  // namespace

// Determiners, adjectives, numbers, nouns and possessives; a participle only before the noun that it describes.
bool Phrases::in_phrase(uint32_t t) const {
  if (in_date_[t]) return false;
  if (in_name_[t]) return true;
  switch (trees_.token(t).upos) {
    case Upos::kDet:
    case Upos::kAdj:
    case Upos::kNum:
    case Upos::kNoun:
    case Upos::kPropn:
    case Upos::kSym:
      return true;
    case Upos::kPron:
      return !is_relative(trees_.lemma(t)) && trees_.lemma(t) != "that" && trees_.lemma(t) != "what";
    case Upos::kPart:
      return trees_.lemma(t) == "'s" || trees_.lemma(t) == "’s" || trees_.lemma(t) == "'" || trees_.lemma(t) == "’";
    case Upos::kVerb:
      return trees_.has_relation(t, "amod");
    case Upos::kPunct:
      return trees_.words(t) == "-";
    default:
      return false;
  }
}

bool Phrases::ends_clause(uint32_t t) const {
  if (in_name_[t]) return false;
  const Upos tag = trees_.token(t).upos;
  if (tag == Upos::kVerb) return !trees_.has_relation(t, "amod");
  if (tag == Upos::kAux || tag == Upos::kSconj) return true;
  if (tag == Upos::kPron) return is_relative(trees_.lemma(t)) || trees_.lemma(t) == "that";
  if (tag != Upos::kPunct) return false;
  const std::string_view word = trees_.words(t);
  return word != "-" && word != "(" && word != ")";
}

// "at least 19", "more than two": the number that a phrase may begin with, behind token `t`; `t` where none does.
uint32_t Phrases::past_measure(uint32_t t, uint32_t last) const {
  for (uint32_t k = t + 1; k < last && k <= t + 3; ++k) {
    const Upos tag = trees_.token(k).upos;
    if (tag == Upos::kNum || tag == Upos::kSym) return k - 1;
    const std::string_view lemma = trees_.lemma(k);
    const bool measures = tag == Upos::kAdv || lemma == "at" || lemma == "least" || lemma == "most" ||
                          lemma == "more" || lemma == "few" || lemma == "little" || lemma == "than" || lemma == "up" ||
                          lemma == "to" || lemma == "some" || lemma == "about" || lemma == "around" || lemma == "over";
    if (!measures) return t;
  }
  return t;
}

uint32_t Phrases::after(uint32_t t, uint32_t last) const {
  uint32_t head = Trees::kNone;
  t = past_measure(t, last);
  for (uint32_t k = t + 1; k < last && k <= t + kFarthest && in_phrase(k); ++k) {
    // "gave Peru the island": a determiner behind a noun begins another phrase.
    const bool determiner = trees_.token(k).upos == Upos::kDet || trees_.token(k).upos == Upos::kPron;
    if (determiner && head != Trees::kNone) break;
    // "King Karl II" ends in his name.
    const bool numbered = head != Trees::kNone && trees_.has_relation(k, "flat") && trees_.token(k).upos == Upos::kNum;
    if (is_nominal(k) && !numbered) head = k;
  }
  return head;
}

std::vector<uint32_t> Phrases::before(uint32_t t, uint32_t first) const {
  const uint32_t from = t > first + kFarthest * 2 ? t - kFarthest * 2 : first;
  std::vector<uint32_t> heads;
  bool open = true;  // no phrase stands yet
  uint32_t k = t;
  while (k > from) {
    --k;
    const Upos tag = trees_.token(k).upos;
    if (trees_.in_dateline(k)) break;
    if (open && heads.empty() && trees_.words(k) == ",") {
      // ", its neighbour to the south, ...": back to the first of the two commas.
      uint32_t comma = k;
      while (comma > from && trees_.words(comma - 1) != ",") --comma;
      if (comma == from || !is_nominal(comma - 2 >= from ? comma - 2 : from)) return {};
      k = comma - 1;
      continue;
    }
    if (open && heads.empty() && is_relative(trees_.lemma(k)) && k > from && trees_.words(k - 1) == ",") {
      --k;
      continue;
    }
    const bool between = tag == Upos::kAux || (tag == Upos::kAdv && !in_name_[k]) || in_date_[k] ||
                         trees_.lemma(k) == "not" || (tag == Upos::kAdp && k + 1 < t && in_date_[k + 1]) ||
                         (heads.empty() && is_relative(trees_.lemma(k)));
    if (open && between) continue;
    if (!open) {
      // "the mayor of Vessby": the phrase that this one hangs on.
      const bool hangs = tag == Upos::kAdp && k > from && is_nominal(k - 1) && !begins_clause(trees_.lemma(k));
      // "attacks in Vessby and Norrby": which of the two the second belongs to is not known.
      if (hangs) heads.clear();
      // "Vessby and its mayor"
      const bool joined = tag == Upos::kCconj && k > from && is_nominal(k - 1) && trees_.lemma(k) == "and";
      // "after the army left": tagged as a preposition, it begins the clause.
      if (tag == Upos::kAdp && !hangs && !begins_clause(trees_.lemma(k))) return {};
      if (!hangs && !joined) return heads;
      open = true;
      continue;
    }
    if (!in_phrase(k) || !is_nominal(k)) return open && heads.empty() ? std::vector<uint32_t>{} : heads;
    heads.push_back(k);
    open = false;
    while (k > from && in_phrase(k - 1) && !trees_.in_dateline(k - 1)) --k;
    // "endorsed Lee and Roe withdrew": what a verb stands before is its object.
    const Upos left = k > from ? trees_.token(k - 1).upos : Upos::kPunct;
    if (heads.size() > 1 && (left == Upos::kVerb || left == Upos::kAux)) {
      heads.pop_back();
      return heads;
    }
  }
  return heads;
}

uint32_t Phrases::behind(uint32_t t, std::string_view preposition, uint32_t last) const {
  const uint32_t object = after(t, last);
  // "a meeting with its envoy in Vessby": where may stand behind whom.
  const bool where = preposition == "in" || preposition == "at";
  uint32_t other = Trees::kNone;
  for (uint32_t k = t + 1; k < last && k <= t + kFarthest; ++k) {
    if (ends_clause(k)) return Trees::kNone;
    if (trees_.token(k).upos != Upos::kAdp) continue;
    const uint32_t left = k - 1;
    if (trees_.lemma(k) != preposition) {
      // "gave a bust of the king of Peru to its envoy": "of" is the noun's before it, what follows may be the verb's.
      const bool of = trees_.lemma(k) == "of" && left != t;
      // "held talks in Vessby with its king"
      const uint32_t at = trees_.lemma(k) == "in" || trees_.lemma(k) == "at" ? after(k, last) : Trees::kNone;
      const bool somewhere = at != Trees::kNone && in_name_[at];
      if ((where || of || somewhere) && (left == t || left == object || left == other)) other = after(k, last);
      continue;
    }
    const bool own = left == t || left == other || left == object || in_date_[left] ||
                     trees_.token(left).upos == Upos::kAdv || preposition == "against" || preposition == "by" ||
                     trees_.words(left) == ")";
    if (!own) continue;
    const uint32_t head = after(k, last);
    if (head != Trees::kNone) return head;
  }
  return Trees::kNone;
}

uint32_t Phrases::joined(uint32_t head, uint32_t last) const {
  if (head == Trees::kNone || head + 2 >= last || trees_.lemma(head + 1) != "and") return Trees::kNone;
  return after(head + 1, last);
}

std::vector<uint32_t> Phrases::listed(uint32_t head, uint32_t last) const {
  std::vector<uint32_t> out;
  uint32_t k = head;
  const auto to_end = [&](uint32_t name) {
    while (name + 1 < last && in_name_[name + 1]) ++name;
    return name;
  };
  k = to_end(k);
  while (k + 2 < last && k < head + kFarthest) {
    const bool comma = trees_.words(k + 1) == ",";
    const bool ends = trees_.lemma(k + 1) == "and" || (comma && trees_.lemma(k + 2) == "and");
    uint32_t next = k + (comma && ends ? 3 : 2);
    if (next < last && trees_.token(next).upos == Upos::kDet) ++next;
    if ((!comma && !ends) || next >= last || !in_name_[next]) return {};
    k = to_end(next);
    out.push_back(k);
    if (ends) return out.size() > 1 ? out : std::vector<uint32_t>{};
  }
  return {};
}

std::string_view Phrases::introduced(uint32_t t, uint32_t after) const {
  uint32_t k = t;
  while (k > after + 1 && in_phrase(k - 1)) --k;
  const std::string_view first = trees_.lemma(k);
  if (first == "least" || first == "most") return {};
  if (trees_.token(k).upos == Upos::kNum && past_measure(after, t + 1) == k - 1) return {};
  const bool preposition = k > after + 1 && trees_.token(k - 1).upos == Upos::kAdp;
  return preposition ? trees_.lemma(k - 1) : std::string_view{};
}

uint32_t Phrases::purpose(uint32_t t, uint32_t last) const {
  for (uint32_t k = t + 1; k + 1 < last && k <= t + kFarthest; ++k) {
    const bool infinitive = trees_.lemma(k) == "to" && trees_.token(k + 1).upos == Upos::kVerb;
    if (infinitive) return after(k + 1, last);
    if (ends_clause(k)) return Trees::kNone;
  }
  return Trees::kNone;
}

}  // namespace readout::events
