#include "reading/identities_offices.h"

#include <algorithm>

namespace readout::naming {

namespace {

constexpr size_t kMostHolders = 64;

using wording::Gender;

bool same_country(const std::vector<Post>& posts, const std::string& country) {
  return std::any_of(posts.begin(), posts.end(), [&](const Post& held) { return held.country == country; });
}

}  // namespace

Offices::Offices(const WalkContext& context, People& people) : c_(context), people_(people) {
  for (const Reference& person : c_.named) {
    if (people_.posts[person.entity].empty() || holders_.size() >= kMostHolders) continue;
    if (std::find(holders_.begin(), holders_.end(), person.entity) == holders_.end()) holders_.push_back(person.entity);
  }
  last_seen_.assign(people_.entities.size(), 0);
}

void Offices::saw(EntityId entity, uint32_t token) { last_seen_[entity] = token + 1; }

// Whether `a` was mentioned after `b`; people not yet mentioned come last.
bool Offices::later(EntityId a, EntityId b) const { return last_seen_[a] > last_seen_[b]; }

Offices::Found Offices::find(const Post& post, EntityId self, bool counterpart) const {
  Found found;
  for (const EntityId holder : holders_) {
    if (holder == self) continue;
    const auto& posts = people_.posts[holder];
    const bool fits = std::any_of(posts.begin(), posts.end(), [&](const Post& held) {
      return post_fits(post, held) && (!counterpart || held.country == post.country);
    });
    const Gender gender = people_.genders[holder];
    if (!fits || (post.gender != Gender::kUnknown && gender != Gender::kUnknown && gender != post.gender)) continue;
    if (!post.country.empty() && !same_country(posts, post.country) && found.fitting > 0) continue;
    ++found.fitting;
    if (found.entity == kNobody || later(holder, found.entity)) found.entity = holder;
  }
  return found;
}

std::optional<Holder> Offices::resolve(const OfficePhrase& phrase, EntityId self) {
  Post post = phrase.post;
  if (phrase.counterpart) {
    if (self == kNobody || people_.posts[self].empty()) return std::nullopt;
    post.office = people_.posts[self].front().office;
  }
  const Found found = find(post, self, phrase.counterpart);
  if (found.entity == kNobody) return add_office(phrase, post);
  std::string doubt;
  if (found.fitting > 1) {
    doubt = "Several people in this article hold such an office.";
  } else if (!post.country.empty() && !same_country(people_.posts[found.entity], post.country)) {
    doubt = "The article does not say of which country this person holds the office.";
  } else if (last_seen_[found.entity] == 0) {
    doubt = "Taken for somebody who is named only later.";
  }
  return Holder{found.entity, std::move(doubt)};
}

void Offices::name_holder(const OfficePhrase& phrase, EntityId holder) {
  const Post& post = phrase.post;
  auto& posts = people_.posts[holder];
  if (!phrase.counterpart && !post.country.empty() && posts.empty()) {
    posts.push_back(post);
    if (holders_.size() < kMostHolders) holders_.push_back(holder);
  }
  Entity& entity = people_.entities[holder];
  const Span office{c_.words[phrase.first_token].span.begin, phrase.span.end};
  if (entity.roles.empty()) entity.roles.push_back({std::string(words_of(c_.text, office)), office});
  if (entity.country.empty()) entity.country = post.country;
}

// An office that the article gives nobody for: an entity of its own, one an office and country.
std::optional<Holder> Offices::add_office(const OfficePhrase& phrase, const Post& post) {
  if (post.country.empty()) return std::nullopt;
  for (const auto& [known, entity] : offices_) {
    if (known.office == post.office && known.country == post.country) return Holder{entity, {}};
  }
  if (offices_.size() >= kMostHolders) return std::nullopt;
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
  last_seen_.push_back(0);
  offices_.emplace_back(post, id);
  return Holder{id, {}};
}

}  // namespace readout::naming
