// Who acts: by the tree, by what a pronoun stands for, and by the order of words.
#include <algorithm>
#include <array>

#include "reading/events_clause.h"
#include "reading/events_control.h"
#include "reading/events_reader.h"
#include "reading/events_words.h"
#include "reading/identities_bodies.h"
#include "text/unicode.h"

namespace readout::events {

namespace {

bool is_pronoun_of_others(std::string_view lemma) {
  return lemma == "it" || lemma == "they" || lemma == "he" || lemma == "she" || lemma == "itself";
}

bool shares(const std::vector<EntityId>& a, const std::vector<EntityId>& b) {
  return std::any_of(a.begin(), a.end(), [&](EntityId e) { return std::find(b.begin(), b.end(), e) != b.end(); });
}

// Through these somebody speaks.
bool is_voice(std::string_view lemma) {
  constexpr std::array<std::string_view, 26> kVoices = {
      "ad",          "article",  "bill",      "campaign", "charter",    "complaint",  "decision",
      "declaration", "document", "editorial", "half",     "indictment", "lawsuit",    "letter",
      "majority",    "number",   "office",    "order",    "report",     "resolution", "ruling",
      "statement",   "suit",     "team",      "text",     "verdict"};
  return std::any_of(kVoices.begin(), kVoices.end(), [&](std::string_view voice) { return is_form_of(lemma, voice); });
}

}  // namespace

std::vector<EntityId> Reader::speakers_of(uint32_t reporting) {
  std::vector<EntityId> out;
  if (reporting == Trees::kNone) return out;
  for (const uint32_t agent : agents(trees_, reporting)) append(out, parties_.doers(agent));
  return out;
}

// "it" is nobody, "she" no body, "they" no single person.
bool Reader::may_mean(std::string_view pronoun, EntityId id) const {
  const EntityType type = parties_.entity(id).type;
  if (pronoun == "he" || pronoun == "she") return type == EntityType::kPerson || type == EntityType::kOther;
  // A state or body that was taken for a person is none.
  return type != EntityType::kPerson || (pronoun == "they" && parties_.entity(id).unnamed) || is_body(id);
}

// "she said", where another woman may be meant as well.
bool Reader::is_doubtful_at(Span span) const {
  const auto& tokens = language_.tokens;
  const auto token = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                                      [](const Token& t, uint32_t at) { return t.span.begin < at; });
  if (token == tokens.end() || token->span.end > span.end || token->upos != Upos::kPron) return false;
  return parties_.is_doubtful(static_cast<uint32_t>(token - tokens.begin()));
}

std::vector<EntityId> Reader::antecedent(uint32_t pronoun, uint32_t t) {
  const std::string_view lemma = trees_.lemma(pronoun);
  if (lemma == "we" || lemma == "I") {
    if (quotation_of_[pronoun] == 0) return {};
    const auto& source = quotations_[quotation_of_[pronoun] - 1].source;
    if (!source || !source->entity) return {};
    // "we trade with them" says a scholar of his country: one speaks for those whom one represents.
    const EntityId speaker = *source->entity;
    if (is_doubtful_at(source->span)) return {};
    if (lemma == "I" && is_spoken_of(speaker, quotation_of_[pronoun])) return {};
    const bool stands_for = lemma == "I" || !parties_.is_person(speaker) || any_political({speaker});
    return stands_for ? std::vector<EntityId>{speaker} : std::vector<EntityId>{};
  }
  if (!is_pronoun_of_others(lemma)) return {};
  std::vector<EntityId> out = speakers_of(reporting_verb(trees_, t));
  out.erase(std::remove_if(out.begin(), out.end(), [&](EntityId id) { return !may_mean(lemma, id); }), out.end());
  // The subject of the clause above ("Peru left when it ..."); of people too many others may be meant.
  if (lemma != "it" && lemma != "itself") return out;
  for (int depth = 0; depth < 3 && out.empty(); ++depth) {
    const uint32_t above = trees_.head(t);
    if (above == Trees::kNone) break;
    if (trees_.token(above).upos == Upos::kVerb) {
      for (const uint32_t subject : clause_subject(trees_, above)) {
        if (subject != pronoun) append(out, parties_.doers(subject));
      }
      out.erase(std::remove_if(out.begin(), out.end(), [&](EntityId id) { return parties_.is_person(id); }), out.end());
    }
    t = above;
  }
  return out;
}

// "Lee, the president of the Vessby Fund, (who ...)": the person before an apposition that ends in token `k`, whatever
// prepositions it has in it. kNone where it is none.
uint32_t Reader::described_person(uint32_t k) const {
  constexpr uint32_t kLongest = 14;
  const uint32_t end = k;
  while (k > sentence_->first_token && k + kLongest > end && trees_.words(k) != ",") {
    const Upos tag = trees_.token(k).upos;
    const bool link = tag == Upos::kAdp && (trees_.lemma(k) == "of" || trees_.lemma(k) == "for" ||
                                            trees_.lemma(k) == "at" || trees_.lemma(k) == "in");
    if (!link && !phrases_.in_phrase(k) && !parties_.names()[k]) return Trees::kNone;
    --k;
  }
  if (k == sentence_->first_token || trees_.words(k) != ",") return Trees::kNone;
  const Upos opens = trees_.token(k + 1).upos;
  const auto named = parties_.at(k - 1);
  const bool person = named && parties_.names()[k - 1] && parties_.is_person(*named);
  return person && (opens == Upos::kDet || opens == Upos::kAdj || opens == Upos::kNoun) ? k - 1 : Trees::kNone;
}

// The person whom a "who" at token `t` stands for by the order of words: "tied the bill to Lee, who", "Lee, the party's
// nominee, who", "Lee, a club member who". kNone where the words do not tell.
uint32_t Reader::person_before(uint32_t t) const {
  const uint32_t first = sentence_->first_token;
  const auto is_name = [&](uint32_t k) {
    const auto named = parties_.at(k);
    return named && parties_.names()[k] && parties_.is_person(*named);
  };
  if (t < first + 2) return Trees::kNone;
  const bool comma = trees_.words(t - 1) == ",";
  uint32_t k = comma ? t - 2 : t - 1;
  if (comma && is_name(k)) return k;
  if (!trees_.is_nominal(k)) return Trees::kNone;
  if (comma) {
    const uint32_t described = described_person(k);
    if (described != Trees::kNone) return described;
  }
  while (k > first && (phrases_.in_phrase(k - 1) || parties_.names()[k - 1] || parties_.is_date(k - 1))) --k;
  // "Lee, billionaire Republican who ...": one, described by a common noun.
  const char initial = trees_.words(k)[0];
  const bool common = initial >= 'a' && initial <= 'z' && trees_.words(comma ? t - 2 : t - 1).back() != 's';
  const bool described = trees_.token(k).upos == Upos::kDet || trees_.token(k).upos == Upos::kAdj || common;
  if (k < first + 2 || trees_.words(k - 1) != "," || !(comma || described)) return Trees::kNone;
  return is_name(k - 2) ? k - 2 : Trees::kNone;
}

// "the two ministers agreed": those whom the noun stands for where what they say is read as a quotation, too.
std::vector<EntityId> Reader::meant_as_one(uint32_t noun) const {
  if (parties_.names()[noun] || !parties_.at(noun)) return {};
  constexpr uint32_t kLongest = 8;  // tokens behind the noun: "heads of government"
  const auto last = std::min(static_cast<uint32_t>(trees_.tokens().size()), noun + kLongest);
  for (uint32_t k = noun; k < last; ++k) {
    const auto found = spoken_as_one_.find(trees_.token(k).span.end);
    if (found == spoken_as_one_.end()) continue;
    const Source& source = *quotations_[found->second].source;
    const bool same = source.span.begin <= trees_.token(noun).span.begin && source.entity == parties_.at(noun);
    return same ? source.also : std::vector<EntityId>{};
  }
  return {};
}

// "the founder of the Vessby Institute who backed him": "who" is no body and no place, whatever stands nearest.
uint32_t Reader::who_of(uint32_t t, uint32_t agent) const {
  // "who is expected to go": the verb above has the subject.
  uint32_t verb = t;
  for (int depth = 0; depth < 3 && trees_.child(verb, "nsubj") == Trees::kNone; ++depth) {
    if (!trees_.has_relation(verb, "xcomp") || trees_.head(verb) == Trees::kNone) break;
    verb = trees_.head(verb);
  }
  const uint32_t subject = trees_.child(verb, "nsubj");
  if (subject == Trees::kNone || trees_.lemma(subject) != "who" || is_passive(trees_, t)) return agent;
  const uint32_t person = person_before(subject);
  if (person != Trees::kNone) return person;
  if (trees_.head(verb) != agent) return agent;
  for (int depth = 0; depth < 4; ++depth) {
    const auto named = parties_.at(agent);
    // "a minister in the Lee government who ..."
    const std::string_view noun = trees_.lemma(agent);
    const bool body = (lexicon_.is_body(noun) || naming::is_body_noun(noun) || noun == "party" || noun == "company" ||
                       noun == "agency" || noun == "union" || noun == "bank" || noun == "firm" || noun == "staff") &&
                      trees_.words(agent).back() != 's';
    if (!body && (!named || !parties_.names()[agent] || parties_.is_person(*named))) return agent;
    const uint32_t above = trees_.head(agent);
    const bool hangs = trees_.has_relation(agent, "nmod") || trees_.has_relation(agent, "compound");
    if (!hangs || above == Trees::kNone || !trees_.is_nominal(above)) return agent;
    agent = above;
  }
  return agent;
}

std::vector<EntityId> Reader::sources_of(uint32_t t) {
  std::vector<EntityId> out;
  if (is_of_no_subject(trees_, t)) return out;
  const uint32_t asked = asked_before(t);
  if (asked != Trees::kNone && !is_passive(trees_, t)) {
    out = parties_.doers(asked);
    if (!out.empty()) return out;
  }
  if (const uint32_t aged = aged_before(t); aged != Trees::kNone && !is_passive(trees_, t)) {
    out = parties_.doers(aged);
    if (!out.empty()) return out;
  }
  auto acting = agents(trees_, t);
  // "in Vessby and Norrby, which both oppose it", "159 delegates now supporting her"
  if (const uint32_t both = both_before(t); both != Trees::kNone) acting = {both};
  if (const uint32_t noun = noun_now_before(t); noun != Trees::kNone) acting = {noun};
  // "struck the island, killing ...": behind a comma, whoever does what the clause before says.
  if (const uint32_t clause = clause_before(t); clause != Trees::kNone) acting = agents(trees_, clause);
  // "Ann Lee, head of a club, and Bob Roe praised him", with the verb hung on the first of them.
  const uint32_t joined = trees_.has_relation(t, "conj") ? trees_.head(t) : Trees::kNone;
  const uint32_t link = trees_.child(t, "cc");
  if (joined != Trees::kNone && link != Trees::kNone && trees_.lemma(link) == "and" && acting.size() == 1 &&
      trees_.is_nominal(joined) && parties_.at(joined) && link > joined && link < acting.front() &&
      acting.front() < t && trees_.head(acting.front()) == t)
    acting.insert(acting.begin(), joined);
  const bool spoken = is_spoken(t);
  // "Peru is playing games, they say, imposing tariffs": a deed is of whom they speak.
  if (const uint32_t told = spoken ? Trees::kNone : told_before(t); told != Trees::kNone) acting = agents(trees_, told);
  for (uint32_t& agent : acting) agent = name_before(t, nearer_subject(t, who_of(t, agent)));
  for (const uint32_t agent : acting) {
    if (spoken && !has_voice(agent)) continue;
    // "Vessby ads attacking him": where they are shown.
    if (is_voice(trees_.lemma(agent)) && trees_.token(agent).upos == Upos::kNoun && !parties_.at(agent) &&
        is_of_place(agent))
      continue;
    if (is_of_things(t, agent)) continue;
    if (agent < t && is_where(agent)) continue;
    // "an earthquake struck the island, killing ...": nobody does it.
    if (lexicon_.thing(trees_.lemma(agent)) == Thing::kCause) return {};
    // "Vessby ads attacking him": nobody's, unless they are said to be somebody's.
    const bool described = trees_.is_relation(t, "acl") && agent == trees_.head(t) && !spoken &&
                           trees_.token(agent).upos == Upos::kNoun && !parties_.at(agent) &&
                           lexicon_.sector(trees_.lemma(agent)) == nullptr &&
                           lexicon_.thing(trees_.lemma(agent)) == Thing::kNone;
    if (described && trees_.child(agent, "nmod:poss") == Trees::kNone) continue;
    auto found = parties_.doers(agent);
    if (found.empty() && trees_.token(agent).upos == Upos::kPron) found = antecedent(agent, t);
    if (found.empty() && spoken && trees_.has_relation(t, "acl") && is_voice(trees_.lemma(agent)))
      found = issuers_of(agent);
    append(found, meant_as_one(agent));
    append(out, found);
  }
  // By the order of words: where the tree names nobody, or one of several ("Peru and its allies").
  if (is_passive(trees_, t) && out.empty()) {
    const uint32_t by = phrases_.behind(t, "by", sentence_->last_token);
    if (by != Trees::kNone && !parties_.is_date(by)) out = parties_.doers(by);
  }
  // "Speaking to Peru, Lee said": the subject of the clause that follows.
  const uint32_t main = trees_.head(t);
  if (out.empty() && trees_.child(t, "nsubj") == Trees::kNone && trees_.has_relation(t, "advcl") &&
      main != Trees::kNone && main > t && !is_passive(trees_, t)) {
    for (const uint32_t head : phrases_.before(main, sentence_->first_token)) append(out, parties_.doers(head));
  }
  if (is_passive(trees_, t) && !out.empty()) {
    for (const uint32_t agent : acting) {
      for (const uint32_t head : phrases_.listed(agent, sentence_->last_token)) append(out, parties_.doers(head));
    }
  }
  if (is_passive(trees_, t) || !is_finite(t)) return out;
  auto heads = phrases_.before(t, sentence_->first_token);
  heads.erase(
      std::remove_if(heads.begin(), heads.end(), [&](uint32_t h) { return (spoken && !has_voice(h)) || is_where(h); }),
      heads.end());
  if (!out.empty() && heads.size() < 2) return out;
  std::vector<EntityId> more;
  for (size_t i = heads.size(); i-- > 0;) append(more, parties_.doers(heads[i]));
  if (out.empty() || (more.size() > out.size() && shares(out, more))) append(out, more);
  return out;
}

// "called on Vessby to leave", "urged its mayor to leave": who is to do it, by the order of words.
uint32_t Reader::asked_before(uint32_t t) const {
  if (t < sentence_->first_token + 4 || trees_.lemma(t - 1) != "to") return Trees::kNone;
  uint32_t whom = t - 2;
  // "called on Lee (R) to leave"
  if (trees_.words(whom) == ")") {
    while (whom > sentence_->first_token && trees_.words(whom) != "(") --whom;
    if (whom > sentence_->first_token) --whom;
  }
  if (!trees_.is_nominal(whom)) return Trees::kNone;
  uint32_t k = whom;
  while (k > sentence_->first_token && phrases_.in_phrase(k - 1)) --k;
  if (k < sentence_->first_token + 2) return Trees::kNone;
  const std::string_view before = trees_.lemma(k - 1);
  if (trees_.token(k - 1).upos == Upos::kVerb && object_acts(before)) return whom;
  const std::string_view verb = trees_.lemma(k - 2);
  const bool calls = (before == "on" || before == "upon") && (verb == "call" || verb == "prevail" || verb == "count");
  const bool appeals = (before == "to" || before == "with") && (verb == "appeal" || verb == "plead");
  // "the hope is for Vessby to leave"
  return calls || appeals || (before == "for" && is_hoped(t)) ? whom : Trees::kNone;
}

// "the hope is for Vessby to leave": a deed that is wished for of somebody, by the order of words.
bool Reader::is_hoped(uint32_t t) const {
  if (t < sentence_->first_token + 3 || trees_.lemma(t - 1) != "to" || !trees_.is_nominal(t - 2)) return false;
  uint32_t k = t - 2;
  while (k > sentence_->first_token && phrases_.in_phrase(k - 1)) --k;
  if (k == sentence_->first_token || trees_.lemma(k - 1) != "for") return false;
  const std::string_view lemma = trees_.lemma(t - 2);
  return lemma != "authority" && (parties_.at(t - 2) || lexicon_.sector(lemma) != nullptr);
}

// The verb whose clause a participle behind a comma goes on, where the tree hangs it on a noun of that clause.
uint32_t Reader::clause_before(uint32_t t) const {
  const std::string_view word = trees_.words(t);
  const bool participle = word.size() > 4 && word.substr(word.size() - 3) == "ing";
  const bool hangs = trees_.is_relation(t, "acl") || (trees_.has_relation(t, "amod") && goes_on(t));
  if (!participle || !hangs || t == sentence_->first_token || trees_.words(t - 1) != ",") return Trees::kNone;
  uint32_t at = trees_.head(t);
  for (int depth = 0; depth < 4 && at != Trees::kNone; ++depth) {
    if (trees_.token(at).upos == Upos::kVerb && at < t) return at;
    at = trees_.head(at);
  }
  return Trees::kNone;
}

// The clause that a verb of saying reports which the participle `t` hangs on, and stands before.
uint32_t Reader::told_before(uint32_t t) const {
  const uint32_t saying = trees_.head(t);
  if (!is_gerund(trees_, t) || saying == Trees::kNone || saying > t || !is_saying(trees_.lemma(saying)) ||
      trees_.words(t - 1) != ",")
    return Trees::kNone;
  for (const uint32_t* c = trees_.begin(saying); c != trees_.end(saying); ++c) {
    const bool clause = trees_.has_relation(*c, "ccomp") || trees_.has_relation(*c, "advcl");
    if (clause && *c < saying && trees_.child(*c, "mark") == Trees::kNone) return *c;
  }
  return Trees::kNone;
}

// What only somebody can do who speaks or decides.
bool Reader::is_spoken(uint32_t t) const {
  const auto* entries = lexicon_.find_verb(trees_.lemma(t));
  if (entries == nullptr) return false;
  return std::all_of(entries->begin(), entries->end(), [](const Predicate& entry) {
    return entry.code == "DEMAND" || entry.code == "ACCUSE" || entry.code == "REJECT" || entry.code == "THREATEN" ||
           entry.code == "AGREE" || entry.code == "SUPPORT" || entry.code == "INVESTIGATE";
  });
}

// "the officers, which ...": no person is meant by "which".
bool Reader::is_of_things(uint32_t t, uint32_t agent) const {
  if (!trees_.is_relation(t, "acl:relcl") || trees_.head(t) != agent) return false;
  const uint32_t subject = trees_.child(t, "nsubj");
  if (subject == Trees::kNone || trees_.lemma(subject) != "which") return false;
  const std::string_view lemma = trees_.lemma(agent);
  return lexicon_.sector(lemma) != nullptr && !lexicon_.is_body(lemma) && trees_.token(agent).upos == Upos::kNoun &&
         lemma != "company" && lemma != "group" && lemma != "party" && lemma != "union" && lemma != "bank";
}

// An actor, or what speaks for one ("the court's ruling rejects"); a deed or a state of things does not.
bool Reader::has_voice(uint32_t noun) const {
  if (trees_.token(noun).upos != Upos::kNoun || parties_.at(noun)) return true;
  const std::string_view lemma = trees_.lemma(noun);
  if (lexicon_.sector(lemma) != nullptr || parties_.is_date(noun)) return true;
  if (lexicon_.thing(lemma) == Thing::kMeasure) {
    for (const uint32_t* c = trees_.begin(noun); c != trees_.end(noun); ++c) {
      if (trees_.has_relation(*c, "nmod") && trees_.preposition(*c) == "of") return has_voice(*c);
    }
  }
  return is_voice(lemma);
}

// No infinitive and no "-ing" without an auxiliary: a verb with a subject of its own.
bool Reader::is_finite(uint32_t t) const {
  // "Peru is willing to ..."
  if (trees_.token(t).upos == Upos::kAdj) return trees_.child(t, "cop") != Trees::kNone;
  if (trees_.token(t).upos != Upos::kVerb) return is_headline_verb(t);
  const std::string_view word = trees_.words(t);
  const bool ing = word.size() > 4 && word.substr(word.size() - 3) == "ing";
  const std::string_view before = t > sentence_->first_token ? trees_.lemma(t - 1) : std::string_view{};
  return before != "to" && (!ing || trees_.child(t, "aux") != Trees::kNone);
}

}  // namespace readout::events
