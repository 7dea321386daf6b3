#include "reading/identities_references.h"

#include <algorithm>
#include <array>
#include <string>

#include "reading/identities_grammar.h"
#include "reading/identities_offices.h"
#include "reading/identities_pronouns.h"
#include "reading/identities_salience.h"
#include "text/unicode.h"

namespace readout::naming {
namespace {

using wording::Gender;
using wording::Word;

constexpr uint32_t kNever = Referent::kNobody;

// "The woman", "the gunman": by such words somebody is spoken of who has no name in the article, most often, while "the
// minister" or "the billionaire" may be one who has.
bool is_seldom_named(std::string_view lemma) {
  constexpr std::array<std::string_view, 33> kNouns = {
      "arsonist", "assailant", "attacker", "bomber",    "boy",       "bystander",  "cashier",  "clerk",   "cyclist",
      "driver",   "gentleman", "girl",     "guard",     "gunman",    "hostage",    "intruder", "killer",  "kidnapper",
      "lady",     "man",       "motorist", "passenger", "passer-by", "pedestrian", "robber",   "shooter", "stranger",
      "suspect",  "teenager",  "thief",    "toddler",   "victim",    "woman"};
  return std::find(kNouns.begin(), kNouns.end(), lemma) != kNouns.end();
}

class Walk {
 public:
  Walk(const WalkContext& context, const Grammar& grammar, People& people)
      : c_(context), people_(people), grammar_(grammar), offices_(context, people) {
    referents_.assign(people_.entities.size(), kNoReferent);
    d_.at.assign(c_.words.size(), kNoReferent);
    d_.coming.assign(c_.words.size(), kNoReferent);
    for (const Reference& person : c_.named) {
      for (uint32_t t = person.first_token; t < person.last_token; ++t) d_.coming[t] = referent(person.entity);
    }
    find_topics();
  }

  std::vector<Mention> run() {
    for (const Sentence& sentence : c_.sentences) read_sentence(sentence);
    return std::move(found_);
  }

  // Of every person, how often a pronoun that leaves no doubt was taken for it: "he", "she".
  const std::vector<std::array<uint32_t, 2>>& pronouns() const { return counts_; }

 private:
  // The man and the woman named by far most often.
  void find_topics() {
    std::vector<uint32_t> named(people_.entities.size(), 0);
    for (const Reference& person : c_.named) ++named[person.entity];
    for (const Gender gender : {Gender::kMale, Gender::kFemale}) {
      EntityId first = kNever;
      uint32_t second = 0;
      for (EntityId id = 0; id < named.size(); ++id) {
        if (named[id] == 0 || people_.genders[id] != gender) continue;
        if (first == kNever || named[id] > named[first]) {
          second = first == kNever ? 0 : named[first];
          first = id;
        } else {
          second = std::max(second, named[id]);
        }
      }
      const bool clear = first != kNever && named[first] >= 3 && named[first] >= 2 * second;
      topics_[gender == Gender::kMale ? 0 : 1] = clear ? first : kNever;
    }
  }

  void read_sentence(const Sentence& sentence) {
    d_.mind.fade();
    d_.subject_seen = false;
    d_.he = kNoReferent;
    d_.last_opener = d_.opener;
    d_.opener = kNoReferent;
    if (d_.speaker != kNoReferent) d_.last_speaker = d_.speaker;
    d_.speaker = speaker_ahead(sentence);
    for (uint32_t i = sentence.first_token; i < sentence.last_token && i < c_.words.size(); ++i) {
      while (named_ < c_.named.size() && c_.named[named_].last_token <= i) ++named_;
      while (phrase_ < c_.phrases.size() && c_.phrases[phrase_].last_token <= i) ++phrase_;
      if (named_ < c_.named.size() && c_.named[named_].first_token == i) {
        const Reference& person = c_.named[named_];
        settle_counterpart(person.entity);
        see(person.entity, person.first_token, person.last_token);
        i = person.last_token - 1;
      } else if (phrase_ < c_.phrases.size() && c_.phrases[phrase_].last_token == i + 1) {
        resolve_phrase(c_.phrases[phrase_], i);
      } else if (c_.words[i].is(wording::kPersonNoun | wording::kMale | wording::kFemale) && !c_.taken[i]) {
        see_nameless(i);
      } else if (is_unread_name(i)) {
        note(d_.mind.add(kNever, Gender::kUnknown), i, i + 2);
      } else {
        resolve_pronoun(i);
      }
    }
  }

  // "His counterpart Mikhail Mishustin" holds the office of him whose counterpart he is.
  void settle_counterpart(EntityId entity) {
    for (Post& post : people_.posts[entity]) {
      if (post.office != "counterpart") continue;
      const EntityId self = whose_counterpart();
      if (self != kNever && self != entity && !people_.posts[self].empty())
        post.office = people_.posts[self].front().office;
    }
  }

  // The person behind "his", else the first in mind; kNever where there is nobody.
  EntityId whose_counterpart() const {
    if (last_pronoun_ != kNever) return last_pronoun_;
    const Referent* first = nullptr;
    for (const ReferentId id : d_.mind.in_mind()) {
      const Referent& one = d_.mind.at(id);
      if (one.entity == kNever) continue;
      if (!first || one.weight > first->weight || (one.weight == first->weight && one.token > first->token))
        first = &one;
    }
    return first ? first->entity : kNever;
  }

  ReferentId referent(EntityId entity) {
    if (referents_[entity] == kNoReferent) referents_[entity] = d_.mind.add(entity, people_.genders[entity]);
    return referents_[entity];
  }

  // Who is named as the subject of a verb of saying outside quotation marks, wherever in the sentence.
  ReferentId speaker_ahead(const Sentence& sentence) {
    size_t k = named_;
    while (k < c_.named.size() && c_.named[k].last_token <= sentence.first_token) ++k;
    for (; k < c_.named.size() && c_.named[k].first_token < sentence.last_token; ++k) {
      const uint32_t head = grammar_.head_of(c_.named[k].first_token, c_.named[k].last_token);
      if (!c_.quoted[head] && speaks(head)) return referent(c_.named[k].entity);
    }
    return kNoReferent;
  }

  bool speaks(uint32_t t) const {
    const uint32_t verb = grammar_.head(t);
    if (verb == Grammar::kNoToken || c_.words[verb].verb == wording::kNoVerb) return false;
    // "..., noted Ann Lee": taken for an object.
    const bool inverted = grammar_.is(t, "obj") && t > verb && grammar_.child(verb, "nsubj") == Grammar::kNoToken &&
                          verb > 0 && !c_.words[verb - 1].is_word() && c_.words[verb].form == wording::VerbForm::kPast;
    return inverted || grammar_.is(t, "nsubj");
  }

  // By the order of words, whose name ends before token `t`: "Secretary of State Ann Lee said", "Ann Lee, the minority
  // leader, said".
  bool is_told_by(uint32_t t) const {
    constexpr uint32_t kReach = 12;
    const auto tells = [&](uint32_t k) {
      return k < c_.words.size() && c_.words[k].verb != wording::kNoVerb &&
             c_.words[k].form == wording::VerbForm::kPast && c_.words[k].sentence == c_.words[t - 1].sentence;
    };
    if (t == 0 || t >= c_.words.size() || tells(t)) return t > 0 && tells(t);
    if (c_.words[t].mark != wording::Mark::kComma) return false;
    for (uint32_t k = t + 1; k < c_.words.size() && k < t + kReach; ++k) {
      if (c_.words[k].mark == wording::Mark::kComma) return k > t + 1 && tells(k + 1);
      const Upos tag = c_.tokens[k].upos;
      if (!c_.words[k].is_word() || tag == Upos::kVerb || tag == Upos::kAux || tag == Upos::kPron) return false;
    }
    return false;
  }

  // No heading or caption.
  bool has_verb_behind(uint32_t t) const {
    constexpr uint32_t kReach = 40;
    for (uint32_t k = t; k < c_.words.size() && k < t + kReach && c_.words[k].sentence == c_.words[t - 1].sentence;
         ++k) {
      if (c_.tokens[k].upos == Upos::kVerb) return true;
    }
    return false;
  }

  // A mention of somebody by the tokens [first, last).
  void see(EntityId entity, uint32_t first, uint32_t last) {
    offices_.saw(entity, first);
    note(referent(entity), first, last);
  }

  void note(ReferentId id, uint32_t first, uint32_t last) {
    const uint32_t head = grammar_.head_of(first, last);
    for (uint32_t t = first; t < last && t < d_.at.size(); ++t) d_.at[t] = id;
    const bool quoted = c_.quoted[first];
    Standing standing = grammar_.standing(head);
    // By the order of words: what nothing else is said of, and whatever opens a sentence without a parse.
    const bool opens = first == c_.sentences[c_.words[first].sentence].first_token && has_verb_behind(last);
    if (standing.role == GrammaticalRole::kNone && !d_.subject_seen && (opens || !grammar_.is_parsed(head)))
      standing.role = GrammaticalRole::kSubject;
    const bool says = (speaks(head) || is_told_by(last)) && !quoted;
    if (says) standing.role = GrammaticalRole::kSubject;
    d_.mind.note(id, first, standing.role, weight_of(standing, says, quoted));
    if (quoted) return;
    if (says) d_.speaker = id;
    // "Lee and Roe met. He ...": of two who open a sentence none is the one that it goes on about.
    if (standing.role == GrammaticalRole::kSubject && !d_.subject_seen && !standing.joined) d_.opener = id;
    if (standing.role != GrammaticalRole::kPossessor) d_.subject_seen = true;
  }

  // Capitals that the names passed over, as the subject of a clause: somebody, for all that is known.
  bool is_unread_name(uint32_t i) const {
    const auto is_part = [&](uint32_t k) {
      const Word& word = c_.words[k];
      const bool closed = word.is(wording::kDet | wording::kTime | wording::kOffice | wording::kPreposition |
                                  wording::kBody | wording::kDocument | wording::kMedia | wording::kSubjectPronoun);
      return c_.tokens[k].upos == Upos::kPropn && word.capital && !c_.taken[k] && !closed;
    };
    if (i + 1 >= c_.words.size() || !is_part(i) || !is_part(i + 1)) return false;
    const bool first = grammar_.is(i, "nsubj") && grammar_.is(i + 1, "flat") && grammar_.head(i + 1) == i;
    return first || (grammar_.is(i + 1, "nsubj") && grammar_.is(i, "compound") && grammar_.head(i) == i + 1);
  }

  // "a woman", "his wife": somebody whom no name stands for. "The woman" is who was one before.
  void see_nameless(uint32_t i) {
    const Word& word = c_.words[i];
    if (c_.tokens[i].upos != Upos::kNoun) return;
    for (const std::string_view relation : {"compound", "flat", "appos", "xcomp"}) {
      if (grammar_.is(i, relation)) return;
    }
    // "a club member, Ann Lee": the name stands for her.
    const uint32_t next = i + 1 < c_.words.size() && c_.words[i + 1].mark == wording::Mark::kComma ? i + 2 : i + 1;
    for (size_t k = named_; k < c_.named.size() && c_.named[k].first_token <= next; ++k) {
      if (c_.named[k].first_token == next) return;
    }
    if (grammar_.child(i, "cop") != Grammar::kNoToken || grammar_.child(i, "appos") != Grammar::kNoToken) return;
    const uint32_t owner = grammar_.child(i, "nmod:poss");
    const uint32_t det = grammar_.child(i, "det");
    const uint32_t number = grammar_.child(i, "nummod");
    const bool one = number != Grammar::kNoToken && words_of(c_.text, c_.words[number].span).size() == 3 &&
                     wording::key_of(words_of(c_.text, c_.words[number].span)) == "one";
    const bool indefinite = one || (det != Grammar::kNoToken && c_.words[det].is(wording::kIndefinite));
    const bool definite = det != Grammar::kNoToken && !indefinite;
    const Gender gender = word.is(wording::kMale)     ? Gender::kMale
                          : word.is(wording::kFemale) ? Gender::kFemale
                                                      : Gender::kUnknown;
    ReferentId id = kNoReferent;
    if (definite) {
      for (const ReferentId known : d_.mind.in_mind()) {
        const Referent& one = d_.mind.at(known);
        if (one.entity != kNever) continue;
        const bool same = c_.tokens[one.token].lemma == c_.tokens[i].lemma;
        const bool may = gender != Gender::kUnknown && (one.gender == Gender::kUnknown || one.gender == gender);
        if (same || may) id = known;
      }
      if (id == kNoReferent && is_seldom_named(c_.tokens[i].lemma)) id = d_.mind.add(kNever, gender);
      if (id == kNoReferent) return;
    } else if (indefinite || owner != Grammar::kNoToken) {
      id = d_.mind.add(kNever, gender);
    } else {
      return;
    }
    note(id, i, i + 1);
  }

  void resolve_pronoun(uint32_t i) {
    const Word& word = c_.words[i];
    const bool he = word.is(wording::kHe) && !word.is(wording::kShe);
    const bool she = word.is(wording::kShe) && !word.is(wording::kHe);
    if (!he && !she) return;
    const Gender gender = he ? Gender::kMale : Gender::kFemale;
    const bool reflexive = word.span.size() > 4 && words_of(c_.text, word.span).substr(word.span.size() - 4) == "self";
    Choice choice;
    choice.referent = ahead_of(i, gender);
    if (choice.referent == kNoReferent) {
      choice = choose({grammar_, c_.words, c_.tokens, c_.quoted}, d_, i, gender, reflexive);
      // With nobody in mind, whom the article is about.
      const EntityId topic = topics_[he ? 0 : 1];
      if (choice.referent == kNoReferent && topic != kNever) choice.referent = referent(topic);
      if (choice.referent == kNoReferent) return;
    }
    // Those who were named long ago may be "he" for want of others.
    const bool near = c_.words[d_.mind.at(choice.referent).token].sentence + 1 >= word.sentence;
    note(choice.referent, i, i + 1);
    if (grammar_.is(i, "nsubj")) d_.he = choice.referent;
    const EntityId entity = d_.mind.at(choice.referent).entity;
    if (entity == kNever) {
      d_.mind.at(choice.referent).gender = gender;
      return;
    }
    if (choice.sure && near && !c_.quoted[i]) {
      if (counts_.size() <= entity) counts_.resize(people_.entities.size());
      ++counts_[entity][he ? 0 : 1];
    }
    add(word.span, MentionKind::kPronoun, entity,
        choice.doubtful ? "Another person fits this pronoun about as well." : "");
    last_pronoun_ = entity;
  }

  // "In his remarks to Putin, Li said", "As he left, Li said": a pronoun in the setting that opens a sentence is the
  // subject behind it. kNoReferent where nobody named stands there.
  ReferentId ahead_of(uint32_t i, Gender gender) {
    if (c_.quoted[i] || d_.subject_seen) return kNoReferent;
    const uint32_t first = c_.sentences[c_.words[i].sentence].first_token;
    uint32_t subject = grammar_.subject_ahead(i, first);
    if (subject == Grammar::kNoToken) subject = grammar_.subject_behind(i, first);
    if (subject == Grammar::kNoToken) return kNoReferent;
    // "For his services his son Lee was ...": no son of his own.
    const uint32_t owner = grammar_.child(subject, "nmod:poss");
    if (owner != Grammar::kNoToken && c_.words[owner].is(wording::kPossessive)) return kNoReferent;
    const auto fits = [&](EntityId entity) {
      return people_.genders[entity] == Gender::kUnknown || people_.genders[entity] == gender;
    };
    for (size_t k = named_; k < c_.named.size() && c_.named[k].first_token <= subject + 4; ++k) {
      const Reference& person = c_.named[k];
      if (person.last_token <= subject && grammar_.head_of(person.first_token, person.last_token) != subject) continue;
      const bool is = person.first_token <= subject ||
                      grammar_.head(grammar_.head_of(person.first_token, person.last_token)) == subject;
      return is && fits(person.entity) ? referent(person.entity) : kNoReferent;
    }
    for (size_t k = phrase_; k < c_.phrases.size() && c_.phrases[k].first_token <= subject; ++k) {
      if (c_.phrases[k].last_token <= subject || c_.phrases[k].counterpart) continue;
      const EntityId holder = offices_.holder_of(c_.phrases[k].post);
      return holder != kNever && fits(holder) ? referent(holder) : kNoReferent;
    }
    return kNoReferent;
  }

  void add(Span span, MentionKind kind, EntityId entity, std::string doubt) {
    Mention mention;
    mention.span = span;
    mention.type = EntityType::kPerson;
    mention.kind = kind;
    mention.entity = entity;
    mention.doubt = std::move(doubt);
    found_.push_back(std::move(mention));
  }

  // "the Peruvian defence minister, Ann Lee, agreed": the name that stands between commas behind token `t`.
  EntityId apposed_to(uint32_t t) const {
    if (t + 2 >= c_.words.size() || c_.words[t + 1].mark != wording::Mark::kComma) return kNever;
    for (size_t k = named_; k < c_.named.size() && c_.named[k].first_token <= t + 2; ++k) {
      const Reference& person = c_.named[k];
      const bool closed = person.last_token < c_.words.size() && !c_.words[person.last_token].is_word();
      if (person.first_token == t + 2 && closed && c_.words[t].sentence == c_.words[t + 2].sentence)
        return person.entity;
    }
    return kNever;
  }

  void resolve_phrase(const OfficePhrase& phrase, uint32_t token) {
    EntityId holder = apposed_to(token);
    std::string doubt;
    if (holder != kNever) {
      offices_.name_holder(phrase, holder);
    } else {
      const auto found = offices_.resolve(phrase, phrase.counterpart ? whose_counterpart() : kNever);
      if (!found) return;
      holder = found->entity;
      doubt = found->doubt;
    }
    referents_.resize(people_.entities.size(), kNoReferent);
    add(phrase.span, MentionKind::kNominal, holder, std::move(doubt));
    see(holder, phrase.first_token, token + 1);
  }

  const WalkContext& c_;
  People& people_;
  const Grammar& grammar_;
  Offices offices_;
  Discourse d_;
  std::vector<ReferentId> referents_;  // by entity
  std::vector<std::array<uint32_t, 2>> counts_;
  std::vector<Mention> found_;
  std::array<EntityId, 2> topics_ = {kNever, kNever};
  size_t named_ = 0;
  size_t phrase_ = 0;
  EntityId last_pronoun_ = kNever;
};

}  // namespace

std::vector<Mention> resolve_references(const WalkContext& context, People& people) {
  const Grammar grammar(context.text, context.words, context.tokens);
  // A first reading tells whether those whose name says nothing of it are "he" or "she".
  std::vector<Entity> entities = people.entities;
  People first{entities, people.genders, people.posts};
  Walk walk(context, grammar, first);
  auto mentions = walk.run();
  const auto& counts = walk.pronouns();
  bool learnt = false;
  for (EntityId id = 0; id < counts.size() && id < people.genders.size(); ++id) {
    const auto [he, she] = counts[id];
    constexpr uint32_t kMany = 3;
    if (people.genders[id] != Gender::kUnknown) continue;
    if (he > kMany * she) people.genders[id] = Gender::kMale;
    if (she > kMany * he) people.genders[id] = Gender::kFemale;
    learnt = learnt || people.genders[id] != Gender::kUnknown;
  }
  if (learnt) return Walk(context, grammar, people).run();
  people.entities = std::move(entities);
  people.genders = std::move(first.genders);
  people.posts = std::move(first.posts);
  return mentions;
}

}  // namespace readout::naming
