// Where the words themselves warn against a reading: an order that contradicts the tree, titles, questions, families.
// No event is better than a wrong one.
#include <algorithm>
#include <array>

#include "reading/events_clause.h"
#include "reading/events_control.h"
#include "reading/events_reader.h"
#include "reading/events_words.h"

namespace readout::events {

namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

// "Meet the Press", a song called "Attack on ...": a verb with a capital inside a sentence that is no headline.
bool Reader::is_in_title(uint32_t t) const {
  if (t == sentence_->first_token || !is_capital(trees_.words(t)[0])) return false;
  const Upos before = trees_.token(t - 1).upos;
  // A quotation begins with a capital; a title has more of them.
  const bool quoted = before == Upos::kPunct && t + 1 < sentence_->last_token && is_capital(trees_.words(t + 1)[0]);
  const bool titled = before == Upos::kPunct && t + 2 < sentence_->last_token && is_capital(trees_.words(t + 2)[0]);
  if ((before == Upos::kPunct && !quoted && !titled) || before == Upos::kSym || trees_.in_dateline(t - 1)) return false;
  constexpr size_t kLong = 4;
  uint32_t small = 0;
  for (uint32_t k = sentence_->first_token; k < sentence_->last_token; ++k) {
    const Upos tag = trees_.token(k).upos;
    const bool content = tag == Upos::kVerb || tag == Upos::kNoun || tag == Upos::kAdj;
    if (content && trees_.words(k).size() >= kLong && is_small(trees_.words(k)[0]) && ++small > 1) return true;
  }
  return false;
}

// A noun right before a finite verb is its subject, or belongs to it; where the tree has it elsewhere, the tree is
// wrong about the verb.
bool Reader::contradicts_order(uint32_t t) const {
  constexpr int kHighest = 10;
  if (trees_.token(t).upos != Upos::kVerb || !is_finite(t) || is_passive(trees_, t)) return false;
  if (trees_.has_relation(t, "acl") || trees_.has_relation(t, "amod")) return false;
  bool auxiliary = false;
  uint32_t k = t;
  while (k > sentence_->first_token) {
    const Upos tag = trees_.token(k - 1).upos;
    if (tag != Upos::kAux && tag != Upos::kAdv && trees_.lemma(k - 1) != "not") break;
    auxiliary = auxiliary || tag == Upos::kAux;
    --k;
  }
  if (k == sentence_->first_token) return false;
  const uint32_t noun = k - 1;
  if (!trees_.is_nominal(noun) || parties_.is_date(noun) || trees_.in_dateline(noun)) return false;
  // "police arrested" may be a participle behind its noun, "police have arrested" is none.
  if (!auxiliary && trees_.child(t, "nsubj") == Trees::kNone) return false;
  uint32_t at = noun;
  for (int depth = 0; depth < kHighest && at != Trees::kNone; ++depth, at = trees_.head(at)) {
    if (at == t) return false;
  }
  return true;
}

// "Lee said he would go", where he is taken for somebody else than Lee; "Lee asked him to go", where he is taken for
// Lee.
bool Reader::is_told_of_another(uint32_t pronoun, EntityId meant) const {
  const uint32_t verb = trees_.head(pronoun);
  if (verb == Trees::kNone) return false;
  // "Lee's claim that he opposed it"
  const uint32_t mark = trees_.child(verb, "mark");
  if (mark != Trees::kNone && mark > sentence_->first_token + 2 && mark < pronoun && trees_.lemma(mark) == "that" &&
      trees_.token(mark - 1).upos == Upos::kNoun) {
    const uint32_t owner = trees_.child(mark - 1, "nmod:poss");
    const auto teller = owner == Trees::kNone ? std::nullopt : parties_.at(owner);
    if (teller && parties_.is_person(*teller) && *teller != meant) return true;
  }
  const bool object = trees_.has_relation(pronoun, "obj") || trees_.has_relation(pronoun, "iobj");
  const bool told = trees_.has_relation(pronoun, "nsubj") && trees_.has_relation(verb, "ccomp");
  if (!object && !told) return false;
  const uint32_t above = object ? verb : trees_.head(verb);
  if (above == Trees::kNone || trees_.token(above).upos != Upos::kVerb) return false;
  const auto subjects = clause_subject(trees_, above);
  const auto is_meant = [&](uint32_t s) { return parties_.at(s) == std::optional<EntityId>(meant); };
  if (object && std::any_of(subjects.begin(), subjects.end(), is_meant)) return true;
  if (subjects.size() != 1) return false;
  const auto subject = parties_.at(subjects.front());
  if (!subject) return false;
  if (object) return *subject == meant;
  // "asked Lee if he would go": Lee.
  const bool asked = trees_.child(above, "obj") != Trees::kNone || trees_.child(above, "iobj") != Trees::kNone;
  if (trees_.lemma(above) == "ask" && asked && *subject == meant) return true;
  // "asked Lee why he opposed it", where he is taken for somebody else.
  const uint32_t direct = trees_.child(above, "obj");
  const uint32_t receiver = direct == Trees::kNone ? trees_.child(above, "iobj") : direct;
  if (trees_.lemma(above) == "ask" && receiver != Trees::kNone) {
    const auto answers = parties_.at(receiver);
    if (answers && parties_.is_person(*answers) && *answers != meant) return true;
  }
  // "his spokesman said he ..." may go on about him.
  const bool owned = trees_.child(subjects.front(), "nmod:poss") != Trees::kNone;
  return *subject != meant && !owned && parties_.is_person(*subject) && parties_.is_person(meant);
}

// "Lee said that Roe was late. He ...", where he is taken for Roe: the subject goes on.
bool Reader::is_subject_of_last(uint32_t pronoun, EntityId meant) const {
  const uint32_t first = sentence_->first_token;
  if (pronoun != first || first == 0 || !trees_.has_relation(pronoun, "nsubj")) return false;
  if (trees_.lemma(pronoun) != "he" && trees_.lemma(pronoun) != "she") return false;
  uint32_t root = first - 1;
  for (int depth = 0; depth < 30 && trees_.head(root) != Trees::kNone; ++depth) root = trees_.head(root);
  bool other = false;
  for (const uint32_t subject : clause_subject(trees_, root)) {
    const auto entity = parties_.at(subject);
    if (entity == std::optional<EntityId>(meant)) return false;
    other = other || (entity && parties_.is_person(*entity) && parties_.names()[subject]);
  }
  return other;
}

// "he" of whom the sentence has said nothing yet, while it has named somebody else: either may be meant. `others`:
// those who cannot be.
bool Reader::is_doubtful_pronoun(uint32_t pronoun, const std::vector<EntityId>& others) const {
  constexpr std::array<std::string_view, 6> kPersonal = {"he", "she", "his", "her", "him", "they"};
  const auto meant = parties_.at(pronoun);
  if (!meant || trees_.token(pronoun).upos != Upos::kPron || !listed(kPersonal, trees_.lemma(pronoun))) return false;
  if (parties_.is_doubtful(pronoun)) return true;
  if (is_told_of_another(pronoun, *meant)) return true;
  if (is_subject_of_last(pronoun, *meant)) return true;
  // In direct speech "he" is never the speaker, and whoever else it is was named out of hearing.
  const uint32_t quoted = quotation_of_[pronoun];
  if (quoted > 0 && quotations_[quoted - 1].kind == QuotationKind::kDirect) {
    const auto& source = quotations_[quoted - 1].source;
    if (source && source->entity == meant) return true;
    bool heard = false;
    for (uint32_t k = sentence_->first_token; k < pronoun; ++k) {
      heard = heard || (quotation_of_[k] == quoted && parties_.names()[k] && parties_.at(k) == meant);
    }
    if (!heard) return true;
  }
  bool named = false;
  for (uint32_t k = sentence_->first_token; k < pronoun; ++k) {
    const auto entity = parties_.at(k);
    if (!entity || trees_.in_dateline(k)) continue;
    if (*entity == *meant) return false;
    named = named || (parties_.names()[k] && parties_.is_person(*entity) &&
                      std::find(others.begin(), others.end(), *entity) == others.end());
  }
  return named;
}

// "Do they support him?"
bool Reader::is_question() const {
  for (uint32_t k = sentence_->last_token; k > sentence_->first_token && k + 4 > sentence_->last_token; --k) {
    if (trees_.words(k - 1) == "?") return true;
    if (trees_.token(k - 1).upos != Upos::kPunct) return false;
  }
  return false;
}

// "explained how she would help", "asked why they would go": what is to come is asked for, not told.
bool Reader::is_asked_how(uint32_t t) const {
  constexpr std::array<std::string_view, 5> kAsking = {"how", "why", "what", "whether", "when"};
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    // "When they would go, ..." is a time.
    const bool time = trees_.has_relation(t, "advcl") && trees_.child(t, "mark") == Trees::kNone;
    if (*c < t && trees_.has_relation(*c, "advmod") && listed(kAsking, trees_.lemma(*c)) && !time) return true;
  }
  return false;
}

// "..., Vessby Radio reported.": who tells of the event of `t` is no side of it.
bool Reader::is_reporter(uint32_t t, EntityId id) const {
  bool reports = false;
  for (uint32_t k = sentence_->first_token; k + 1 < sentence_->last_token; ++k) {
    if (parties_.at(k) != std::optional<EntityId>(id)) continue;
    uint32_t last = k;
    // To the end of the name, whatever parts of it ("KING-TV") were taken for names.
    while (last + 1 < sentence_->last_token &&
           (parties_.at(last + 1) == parties_.at(k) || trees_.words(last + 1) == "-" || trees_.words(last) == "-"))
      ++last;
    if (k < t || last + 1 >= sentence_->last_token || !is_saying(trees_.lemma(last + 1))) return false;
    uint32_t first = k;
    while (first > t && (phrases_.in_phrase(first - 1) || parties_.names()[first - 1])) --first;
    const Upos end = last + 2 < sentence_->last_token ? trees_.token(last + 2).upos : Upos::kPunct;
    const bool apart = trees_.token(first - 1).upos == Upos::kPunct && end == Upos::kPunct;
    if (!apart) return false;
    reports = true;
    k = last;
  }
  return reports;
}

// See the header: such a verb stands right before the first of the two.
bool Reader::do_together(uint32_t t, uint32_t first, uint32_t next) const {
  constexpr uint32_t kWindow = 6;
  constexpr std::array<std::string_view, 5> kBare = {"have", "help", "let", "make", "watch"};
  if (trees_.token(next).upos != Upos::kVerb || trees_.words(next) != trees_.lemma(next)) return false;
  for (uint32_t v = first; v > t && v + kWindow > first; --v) {
    if (listed(kBare, trees_.lemma(v - 1)) && trees_.token(v - 1).upos == Upos::kVerb) return true;
  }
  return false;
}

// "endorsed Lee and Roe withdrew": whether whoever stands behind "and" is the subject of the verb that follows.
bool Reader::is_next_subject(uint32_t t, EntityId id) const {
  for (uint32_t k = t + 1; k + 1 < sentence_->last_token; ++k) {
    if (parties_.at(k) != std::optional<EntityId>(id)) continue;
    uint32_t first = k;
    while (first > t && phrases_.in_phrase(first - 1)) --first;
    while (k + 1 < sentence_->last_token && parties_.at(k + 1) == std::optional<EntityId>(id)) ++k;
    if (first == t || trees_.token(first - 1).upos != Upos::kCconj || k + 1 >= sentence_->last_token) return false;
    const uint32_t next = k + 1;
    // "who met Lee and Roe may have gone": the finite verb has its own subject before both.
    const uint32_t verb = trees_.token(next).upos == Upos::kAux ? trees_.head(next) : next;
    const uint32_t subject = verb == Trees::kNone ? Trees::kNone : trees_.child(verb, "nsubj");
    if (subject != Trees::kNone && subject < t && verb != t) return false;
    if (trees_.token(next).upos == Upos::kAux) return true;
    if (do_together(t, first, next)) return false;
    const bool past = trees_.token(next).upos == Upos::kVerb && !is_gerund(trees_, next);
    return past && !trees_.has_relation(next, "acl") && !trees_.has_relation(next, "amod");
  }
  return false;
}

// Whether the sentence's words inside that quotation (its index + 1) name the entity: nobody says "I" and "the mayor"
// of himself.
bool Reader::is_spoken_of(EntityId id, uint32_t quoted) const {
  for (uint32_t k = sentence_->first_token; k < sentence_->last_token; ++k) {
    if (quotation_of_[k] == quoted && trees_.token(k).upos != Upos::kPron &&
        parties_.at(k) == std::optional<EntityId>(id))
      return true;
  }
  return false;
}

// "Attacking a reporter is an offence": what is said of a deed, not that it was done.
bool Reader::is_subject_clause(uint32_t t) const {
  const uint32_t head = trees_.head(t);
  // "Attacking the army now would ...": no comma before the finite verb, as there is behind a participle.
  bool opens_sentence = t < sentence_->last_token;
  for (uint32_t k = sentence_->first_token; k < t; ++k)
    opens_sentence = opens_sentence && trees_.token(k).upos == Upos::kPunct;
  for (uint32_t k = t + 1; is_gerund(trees_, t) && opens_sentence && k < sentence_->last_token; ++k) {
    if (trees_.words(k) == "," || trees_.words(k) == ":") break;
    if (trees_.token(k).upos == Upos::kAux) return true;
  }
  const uint32_t that = trees_.child(t, "mark");
  if (is_gerund(trees_, t) && that != Trees::kNone && that + 1 == t && trees_.lemma(that) == "that") return true;
  // The same, with "that" hung on the finite verb behind.
  if (is_gerund(trees_, t) && t > sentence_->first_token && trees_.lemma(t - 1) == "that" &&
      trees_.token(t - 1).upos == Upos::kSconj)
    return true;
  // "protesting was a right"
  if (is_gerund(trees_, t) && t + 1 < sentence_->last_token && t > sentence_->first_token &&
      trees_.token(t + 1).upos == Upos::kAux && trees_.token(t - 1).upos == Upos::kPunct)
    return true;
  // By the order of words: "said attacking Peru would be wrong", with Peru for the subject.
  const uint32_t object = is_gerund(trees_, t) ? phrases_.after(t, sentence_->last_token) : Trees::kNone;
  if (object != Trees::kNone) {
    uint32_t next = object + 1;
    while (next < sentence_->last_token && parties_.at(object) && parties_.at(next) == parties_.at(object)) ++next;
    const bool finite = next < sentence_->last_token && trees_.token(next).upos == Upos::kAux;
    const Upos before = t > sentence_->first_token ? trees_.token(t - 1).upos : Upos::kPunct;
    const bool opens = before == Upos::kPunct || before == Upos::kSconj ||
                       (t > sentence_->first_token && is_saying(trees_.lemma(t - 1)));
    if (finite && opens && trees_.child(t, "mark") == Trees::kNone) return true;
  }
  if (!is_gerund(trees_, t) || head == Trees::kNone || head < t || trees_.is_relation(t, "amod")) return false;
  const uint32_t copula = trees_.child(head, "cop");
  if (copula == Trees::kNone || copula < t) return false;
  for (const uint32_t* c = trees_.begin(head); c != trees_.end(head); ++c) {
    if (*c > t && *c < copula && trees_.has_relation(*c, "nsubj")) return false;
  }
  for (uint32_t k = t; k < copula; ++k) {
    if (trees_.words(k) == ",") return false;
  }
  return true;
}

// "his father", "a friend": what passes between members of a family is no politics.
bool Reader::is_family(EntityId id) const {
  const Entity& entity = parties_.entity(id);
  if (!entity.unnamed) return false;
  constexpr std::array<std::string_view, 20> kFamily = {
      "aunt", "baby",    "boy",    "brother", "child",  "children", "cousin", "dad",   "daughter", "father",
      "girl", "husband", "mother", "mom",     "nephew", "sister",   "son",    "uncle", "wife",     "twins"};
  return listed(kFamily, std::string_view(entity.name).substr(entity.name.find_last_of(' ') + 1));
}

}  // namespace readout::events
