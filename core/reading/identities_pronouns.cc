#include "reading/identities_pronouns.h"

#include <algorithm>

namespace readout::naming {
namespace {

using wording::Gender;
using wording::Word;

// Weights of a mention in the mind of the reader; they halve with every sentence.
constexpr int kSubject = 1000;
constexpr int kLater = 600;
constexpr int kPossessor = 400;
constexpr int kQuotedMention = 250;
constexpr int kForgotten = 12;
constexpr size_t kMostInMind = 12;

struct InMind {
  EntityId entity = 0;
  int weight = 0;
  uint32_t last = 0;  // token of its last mention
};

class Walk {
 public:
  explicit Walk(const std::vector<Gender>& genders) : genders_(genders) {}

  void fade() {
    for (auto& one : mind_) one.weight /= 2;
    mind_.erase(std::remove_if(mind_.begin(), mind_.end(), [](const InMind& one) { return one.weight < kForgotten; }),
                mind_.end());
  }

  void mention(EntityId entity, uint32_t token, int weight) {
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

  // The one whom `gender` fits best at `token`; none where nobody does.
  const InMind* best(Gender gender, bool& doubtful) const {
    const InMind* first = nullptr;
    const InMind* second = nullptr;
    const auto score = [&](const InMind& one) { return genders_[one.entity] == gender ? one.weight * 2 : one.weight; };
    for (const auto& one : mind_) {
      const Gender known = genders_[one.entity];
      if (known != Gender::kUnknown && known != gender) continue;
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

 private:
  const std::vector<Gender>& genders_;
  std::vector<InMind> mind_;
};

}  // namespace

std::vector<Mention> resolve_pronouns(const std::vector<Word>& words, const std::vector<Sentence>& sentences,
                                      const std::vector<Reference>& people, const std::vector<Gender>& genders,
                                      const std::vector<bool>& quoted) {
  std::vector<Mention> found;
  Walk walk(genders);
  size_t next = 0;
  for (const Sentence& sentence : sentences) {
    walk.fade();
    bool subject_seen = false;
    for (uint32_t i = sentence.first_token; i < sentence.last_token && i < words.size(); ++i) {
      while (next < people.size() && people[next].last_token <= i) ++next;
      if (next < people.size() && people[next].first_token == i) {
        const Reference& person = people[next];
        const uint32_t after = person.last_token;
        const bool possessor = after < words.size() && words[after].span.begin == person.span.end &&
                               words[after].span.size() <= 4 && words[after].span.size() > 1 && !words[after].capital &&
                               words[after].mark == wording::Mark::kNone;
        int weight = subject_seen ? kLater : kSubject;
        if (possessor) weight = kPossessor;
        if (quoted[i]) weight = kQuotedMention;
        walk.mention(person.entity, i, weight);
        if (!possessor && !quoted[i]) subject_seen = true;
        i = person.last_token - 1;
        continue;
      }
      const bool he = words[i].is(wording::kHe) && !words[i].is(wording::kShe);
      const bool she = words[i].is(wording::kShe) && !words[i].is(wording::kHe);
      if (!he && !she) continue;
      bool doubtful = false;
      const InMind* person = walk.best(he ? Gender::kMale : Gender::kFemale, doubtful);
      if (!person) continue;
      const EntityId entity = person->entity;
      Mention mention;
      mention.span = words[i].span;
      mention.type = EntityType::kPerson;
      mention.kind = MentionKind::kPronoun;
      mention.entity = entity;
      if (doubtful) mention.doubt = "Another person fits this pronoun about as well.";
      found.push_back(std::move(mention));
      const bool nominative = words[i].is(wording::kSubjectPronoun);
      walk.mention(entity, i, quoted[i] ? kQuotedMention : nominative ? kSubject : kPossessor);
      if (nominative && !quoted[i]) subject_seen = true;
    }
  }
  return found;
}

}  // namespace readout::naming
