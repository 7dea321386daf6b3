#include "reading/identities_references.h"

#include <algorithm>
#include <string>

#include "text/unicode.h"

namespace readout::naming {
namespace {

using wording::Gender;
using wording::Word;

// Weights of a mention in the mind of the reader; they halve with every sentence.
constexpr int kSpeaker = 1400;
constexpr int kSubject = 1000;
constexpr int kLater = 600;
constexpr int kPossessor = 400;
constexpr int kQuotedMention = 250;
constexpr int kForgotten = 12;
constexpr size_t kMostInMind = 12;
constexpr size_t kMostHolders = 64;

struct InMind {
  EntityId entity = 0;
  int weight = 0;
  uint32_t last = 0;  // token of its last mention
};

class Walk {
 public:
  Walk(const WalkContext& context, People& people) : c_(context), people_(people) {
    for (const Reference& person : c_.named) {
      if (people_.posts[person.entity].empty() || holders_.size() >= kMostHolders) continue;
      if (std::find(holders_.begin(), holders_.end(), person.entity) == holders_.end())
        holders_.push_back(person.entity);
    }
    last_seen_.assign(people_.entities.size(), kNever);
    at_.assign(c_.words.size(), kNever);
  }

  std::vector<Mention> run() {
    for (const Sentence& sentence : c_.sentences) read_sentence(sentence);
    return std::move(found_);
  }

 private:
  static constexpr uint32_t kNever = 0xFFFFFFFF;

  void read_sentence(const Sentence& sentence) {
    fade();
    subject_seen_ = false;
    last_subject_ = first_subject_;
    first_subject_ = kNever;
    for (uint32_t i = sentence.first_token; i < sentence.last_token && i < c_.words.size(); ++i) {
      while (named_ < c_.named.size() && c_.named[named_].last_token <= i) ++named_;
      while (phrase_ < c_.phrases.size() && c_.phrases[phrase_].last_token <= i) ++phrase_;
      if (named_ < c_.named.size() && c_.named[named_].first_token == i) {
        const Reference& person = c_.named[named_];
        settle_counterpart(person.entity);
        see(person.entity, person.span.end, person.last_token, i);
        for (uint32_t t = i; t < person.last_token && t < at_.size(); ++t) at_[t] = person.entity;
        i = person.last_token - 1;
      } else if (phrase_ < c_.phrases.size() && c_.phrases[phrase_].last_token == i + 1) {
        resolve_phrase(c_.phrases[phrase_], i);
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
    if (mind_.empty()) return kNever;
    return std::max_element(mind_.begin(), mind_.end(),
                            [](const InMind& a, const InMind& b) {
                              return a.weight != b.weight ? a.weight < b.weight : a.last < b.last;
                            })
        ->entity;
  }

  void fade() {
    for (auto& one : mind_) one.weight /= 2;
    mind_.erase(std::remove_if(mind_.begin(), mind_.end(), [](const InMind& one) { return one.weight < kForgotten; }),
                mind_.end());
  }

  // A mention that ends at byte `end` before token `after`.
  void see(EntityId entity, uint32_t end, uint32_t after, uint32_t token) {
    const bool possessor = after < c_.words.size() && c_.words[after].span.begin == end &&
                           c_.words[after].span.size() <= 4 && c_.words[after].span.size() > 1 &&
                           !c_.words[after].capital && c_.words[after].is_word() && c_.words[after].classes == 0;
    int weight = subject_seen_ ? kLater : kSubject;
    const std::string_view relation = c_.tokens[after - 1].deprel;
    if (!relation.empty()) weight = relation.substr(0, 5) == "nsubj" ? kSubject : kLater;
    // Who speaks stays in mind.
    if (after < c_.words.size() && c_.words[after].verb != wording::kNoVerb &&
        c_.words[after].form == wording::VerbForm::kPast)
      weight = kSpeaker;
    if (possessor) weight = kPossessor;
    if (c_.quoted[token]) weight = kQuotedMention;
    if (weight >= kSubject && first_subject_ == kNever) first_subject_ = entity;
    keep(entity, token, weight);
    if (!possessor && !c_.quoted[token]) subject_seen_ = true;
  }

  void keep(EntityId entity, uint32_t token, int weight) {
    last_seen_[entity] = token;
    for (auto& one : mind_) {
      if (one.entity != entity) continue;
      one.weight = std::max(one.weight, weight) + one.weight / 4;
      one.last = token;
      return;
    }
    if (mind_.size() >= kMostInMind) {
      mind_.erase(std::min_element(mind_.begin(), mind_.end(), [](const InMind& a, const InMind& b) {
        return a.weight != b.weight ? a.weight < b.weight : a.last < b.last;
      }));
    }
    mind_.push_back({entity, weight, token});
  }

  // The one whom `gender` fits best; null where nobody does.
  const InMind* best(Gender gender, EntityId not_this, bool opens, bool& doubtful) const {
    const InMind* first = nullptr;
    const InMind* second = nullptr;
    const auto score = [&](const InMind& one) {
      if (people_.genders[one.entity] != gender) return one.weight;
      return opens && one.entity == last_subject_ ? one.weight * 4 : one.weight * 2;
    };
    for (const auto& one : mind_) {
      const Gender known = people_.genders[one.entity];
      if (one.entity == not_this || (known != Gender::kUnknown && known != gender)) continue;
      if (!first || score(one) > score(*first) || (score(one) == score(*first) && one.last > first->last)) {
        second = first;
        first = &one;
      } else if (!second || score(one) > score(*second)) {
        second = &one;
      }
    }
    doubtful = first && second && score(*second) * 10 >= score(*first) * 8;
    return first;
  }

  void resolve_pronoun(uint32_t i) {
    const Word& word = c_.words[i];
    const bool he = word.is(wording::kHe) && !word.is(wording::kShe);
    const bool she = word.is(wording::kShe) && !word.is(wording::kHe);
    if (!he && !she) return;
    bool doubtful = false;
    const Gender gender = he ? Gender::kMale : Gender::kFemale;
    EntityId entity = ahead_of(i, gender);
    if (entity == kNever) {
      const bool opens = word.is(wording::kSubjectPronoun) && !subject_seen_ && !c_.quoted[i];
      const bool itself = word.span.size() > 4 && words_of(c_.text, word.span).substr(word.span.size() - 4) == "self";
      const InMind* person = best(gender, itself ? kNever : subject_beside(i), opens, doubtful);
      if (!person) return;
      entity = person->entity;
    }
    add(word.span, MentionKind::kPronoun, entity, doubtful ? "Another person fits this pronoun about as well." : "");
    const bool nominative = word.is(wording::kSubjectPronoun);
    at_[i] = entity;
    if (nominative && first_subject_ == kNever && !c_.quoted[i]) first_subject_ = entity;
    keep(entity, i, c_.quoted[i] ? kQuotedMention : nominative ? kSubject : kPossessor);
    if (nominative && !c_.quoted[i]) subject_seen_ = true;
    last_pronoun_ = entity;
  }

  // "Lee accused him": the subject of the verb that a pronoun is the object of is somebody else (principle B of Chomsky
  // 1981); "himself" is left to what is in mind. kNever where the pronoun is no object or the subject nobody known.
  EntityId subject_beside(uint32_t i) const {
    const Token& token = c_.tokens[i];
    if (c_.words[i].is(wording::kSubjectPronoun) || token.head < 0) return kNever;
    if (token.deprel != "obj" && token.deprel != "iobj") return kNever;
    constexpr uint32_t kFar = 40;
    const auto verb = static_cast<uint32_t>(token.head);
    for (uint32_t t = i; t-- > (i > kFar ? i - kFar : 0);) {
      if (c_.words[t].sentence != c_.words[i].sentence) break;
      const bool subject = c_.tokens[t].head == token.head && c_.tokens[t].deprel.substr(0, 5) == "nsubj";
      if (subject && t != verb) return at_[t];
    }
    return kNever;
  }

  // "In his remarks to Putin, Li said": a possessive in the setting that opens a sentence is the subject after its
  // comma. kNever where nobody named stands there.
  EntityId ahead_of(uint32_t i, Gender gender) const {
    const Word& word = c_.words[i];
    if (!word.is(wording::kPossessive) || i == 0 || c_.quoted[i]) return kNever;
    const uint32_t sentence = word.sentence;
    const bool opens = c_.words[i - 1].is(wording::kPreposition | wording::kSubordinator) &&
                       (i == 1 || c_.words[i - 2].sentence != sentence);
    if (!opens) return kNever;
    constexpr uint32_t kFar = 24;
    constexpr uint32_t kTitle = 4;  // words of a role before the name
    uint32_t comma = i + 1;
    while (comma < c_.words.size() && comma < i + kFar && c_.words[comma].mark != wording::Mark::kComma) ++comma;
    if (comma >= c_.words.size() || c_.words[comma].mark != wording::Mark::kComma) return kNever;
    const auto fits = [&](EntityId entity) {
      return people_.genders[entity] == Gender::kUnknown || people_.genders[entity] == gender;
    };
    for (size_t k = named_; k < c_.named.size() && c_.named[k].first_token <= comma + kTitle; ++k) {
      const Reference& person = c_.named[k];
      if (person.first_token < comma || c_.words[person.first_token].sentence != sentence) continue;
      for (uint32_t t = comma + 1; t < person.first_token; ++t) {
        if (c_.words[t].is(wording::kPreposition) || !c_.words[t].is_word()) return kNever;
      }
      return fits(person.entity) ? person.entity : kNever;
    }
    for (size_t k = phrase_; k < c_.phrases.size() && c_.phrases[k].first_token <= comma + kTitle; ++k) {
      if (c_.phrases[k].first_token < comma || c_.phrases[k].counterpart) continue;
      const auto found = holder_of(c_.phrases[k].post, kNever, false);
      return found.entity != kNever && fits(found.entity) ? found.entity : kNever;
    }
    return kNever;
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

  struct Holder {
    EntityId entity = kNever;
    size_t fitting = 0;  // how many people hold such a post
  };

  // Who was mentioned last of those whose post fits, but not `self`.
  Holder holder_of(const Post& post, EntityId self, bool counterpart) const {
    EntityId chosen = kNever;
    size_t fitting = 0;
    for (const EntityId holder : holders_) {
      if (holder == self) continue;
      const auto& posts = people_.posts[holder];
      const bool fits = std::any_of(posts.begin(), posts.end(), [&](const Post& held) {
        return post_fits(post, held) && (!counterpart || held.country == post.country);
      });
      const Gender gender = people_.genders[holder];
      if (!fits || (post.gender != Gender::kUnknown && gender != Gender::kUnknown && gender != post.gender)) continue;
      if (!post.country.empty() && !same_country(posts, post.country) && fitting > 0) continue;
      ++fitting;
      if (chosen == kNever || later(holder, chosen)) chosen = holder;
    }
    return {chosen, fitting};
  }

  void resolve_phrase(const OfficePhrase& phrase, uint32_t token) {
    Post post = phrase.post;
    EntityId self = kNever;
    if (phrase.counterpart) {
      self = whose_counterpart();
      if (self == kNever || people_.posts[self].empty()) return;
      post.office = people_.posts[self].front().office;
    }
    const auto [chosen, fitting] = holder_of(post, self, phrase.counterpart);
    if (chosen == kNever) return add_office(phrase, post, token);
    std::string doubt;
    if (fitting > 1) {
      doubt = "Several people in this article hold such an office.";
    } else if (!post.country.empty() && !same_country(people_.posts[chosen], post.country)) {
      doubt = "The article does not say of which country this person holds the office.";
    } else if (last_seen_[chosen] == kNever) {
      doubt = "Taken for somebody who is named only later.";
    }
    add(phrase.span, MentionKind::kNominal, chosen, std::move(doubt));
    see(chosen, phrase.span.end, token + 1, token);
  }

  static bool same_country(const std::vector<Post>& posts, const std::string& country) {
    return std::any_of(posts.begin(), posts.end(), [&](const Post& held) { return held.country == country; });
  }

  // Whether `a` was mentioned after `b`; people not yet mentioned come last.
  bool later(EntityId a, EntityId b) const {
    const uint32_t x = last_seen_[a] == kNever ? 0 : last_seen_[a] + 1;
    const uint32_t y = last_seen_[b] == kNever ? 0 : last_seen_[b] + 1;
    return x > y;
  }

  // An office that the article gives nobody for: an entity of its own, one an office and country.
  void add_office(const OfficePhrase& phrase, const Post& post, uint32_t token) {
    if (post.country.empty()) return;
    for (const auto& [known, entity] : offices_) {
      if (known.office != post.office || known.country != post.country) continue;
      add(phrase.span, MentionKind::kNominal, entity, {});
      return see(entity, phrase.span.end, token + 1, token);
    }
    if (offices_.size() >= kMostHolders) return;
    Entity entity;
    const auto country = c_.lists.country_names.find(std::string_view(post.country));
    entity.name = std::string(words_of(c_.text, phrase.span));
    if (country != c_.lists.country_names.end()) {
      const Span office{c_.words[phrase.first_token].span.begin, phrase.span.end};
      entity.name =
          (phrase.counterpart ? post.office : std::string(words_of(c_.text, office))) + " of " + country->second;
    }
    entity.type = EntityType::kPerson;
    entity.country = post.country;
    entity.doubt = "The article does not name who holds this office.";
    const auto id = static_cast<EntityId>(people_.entities.size());
    people_.entities.push_back(std::move(entity));
    people_.genders.push_back(post.gender);
    people_.posts.push_back({post});
    last_seen_.push_back(kNever);
    offices_.emplace_back(post, id);
    add(phrase.span, MentionKind::kNominal, id, {});
    see(id, phrase.span.end, token + 1, token);
  }

  const WalkContext& c_;
  People& people_;
  std::vector<InMind> mind_;
  std::vector<EntityId> holders_;  // people with posts, in order of first mention
  std::vector<uint32_t> last_seen_;
  std::vector<std::pair<Post, EntityId>> offices_;
  std::vector<Mention> found_;
  size_t named_ = 0;
  size_t phrase_ = 0;
  bool subject_seen_ = false;
  EntityId last_pronoun_ = kNever;
  EntityId first_subject_ = kNever;  // of this sentence, and of the one before
  EntityId last_subject_ = kNever;
  std::vector<EntityId> at_;  // by token: whom a name or pronoun stands for
};

}  // namespace

std::vector<Mention> resolve_references(const WalkContext& context, People& people) {
  return Walk(context, people).run();
}

}  // namespace readout::naming
