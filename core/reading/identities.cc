#include "reading/identities.h"

#include <algorithm>
#include <utility>

#include "reading/identities_descriptions.h"
#include "reading/identities_names.h"
#include "reading/identities_nominals.h"
#include "reading/identities_references.h"
#include "reading/identities_states.h"
#include "reading/identities_titled.h"
#include "reading/identities_words.h"
#include "reading/lexicon_parts.h"
#include "reading/quotations_marks.h"
#include "text/unicode.h"

namespace readout {
namespace {

// Forms of address say nothing of what somebody does.
bool is_form_of_address(std::string_view role) {
  const std::string folded = unicode::fold(role);
  for (const std::string_view word : {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sir", "madam", "dr", "dr."}) {
    if (folded == word) return true;
  }
  return false;
}

void add_role(Entity& entity, std::string_view text, Span span) {
  constexpr size_t kMostRoles = 12;
  const std::string_view role = words_of(text, span);
  if (role.empty() || is_form_of_address(role) || entity.roles.size() >= kMostRoles) return;
  for (const Role& known : entity.roles) {
    if (known.name == role) return;
  }
  entity.roles.push_back({std::string(role), span});
}

// The first token that ends after `at`, from `hint` on.
uint32_t token_at(const std::vector<wording::Word>& words, uint32_t hint, uint32_t at) {
  while (hint < words.size() && words[hint].span.end <= at) ++hint;
  return hint;
}

// The names of the language stage, put right by what the article says of them.
std::vector<Name> names_of(std::string_view text, const std::vector<wording::Word>& words, const Annotation& language,
                           const wording::WordLists& lists) {
  auto names = naming::complete_names(text, words, language.tokens, language.names, lists);
  naming::settle_states(text, words, language.tokens, lists, names);
  return names;
}

// Half-open range of the tokens that a span covers.
struct TokenRange {
  uint32_t first = 0;
  uint32_t last = 0;
};

class Resolver {
 public:
  Resolver(const Article& article, const Annotation& language, const wording::WordLists& lists)
      : text_(article.text),
        language_(language),
        lists_(lists),
        words_(wording::look_up_words(text_, language, lists)),
        names_(names_of(text_, words_, language, lists)),
        linked_(naming::link_names(text_, names_, lists)),
        in_name_(words_.size(), false),
        taken_(words_.size(), false),
        quoted_(words_.size(), false) {}

  Identities run() {
    add_names();
    add_roles();
    for (size_t i = 0; i < names_.size(); ++i) note_metonym(i, identities_.mentions[i]);
    posts_.resize(identities_.entities.size());
    naming::People people{identities_.entities, {}, std::move(posts_)};
    for (const auto& named : linked_.entities) people.genders.push_back(gender_of(named));
    people.genders.resize(identities_.entities.size(), wording::Gender::kUnknown);
    mark_quoted();
    name_the_west();
    auto described = naming::find_descriptions({text_, words_, taken_, all_named_, lists_}, identities_.entities);
    people.genders.resize(identities_.entities.size(), wording::Gender::kUnknown);
    people.posts.resize(identities_.entities.size());
    const auto phrases = naming::find_office_phrases(text_, words_, in_name_, taken_, lists_);
    const naming::WalkContext walk{text_,   words_, language_.tokens, language_.sentences, quoted_, taken_, people_,
                                   phrases, lists_};
    for (Mention& mention : naming::resolve_references(walk, people))
      identities_.mentions.push_back(std::move(mention));
    for (Mention& mention : described) identities_.mentions.push_back(std::move(mention));
    auto& mentions = identities_.mentions;
    std::stable_sort(mentions.begin(), mentions.end(),
                     [](const Mention& a, const Mention& b) { return a.span < b.span; });
    // Names keep their words; a phrase that runs into one is dropped.
    std::vector<Mention> kept;
    for (Mention& mention : mentions) {
      if (!kept.empty() && kept.back().span.overlaps(mention.span)) {
        if (mention.kind != MentionKind::kName) continue;
        while (!kept.empty() && kept.back().kind != MentionKind::kName && kept.back().span.overlaps(mention.span)) {
          kept.pop_back();
        }
      }
      kept.push_back(std::move(mention));
    }
    mentions = std::move(kept);
    for (EntityId id = 0; id < identities_.entities.size() && id < people.posts.size(); ++id) {
      auto& offices = identities_.entities[id].offices;
      for (const naming::Post& post : people.posts[id]) {
        const Office office{post.office, post.country};
        if (std::find(offices.begin(), offices.end(), office) == offices.end()) offices.push_back(office);
      }
    }
    return std::move(identities_);
  }

 private:
  void add_names() {
    for (const naming::NamedEntity& named : linked_.entities) {
      Entity entity;
      entity.name = named.name;
      entity.type = named.type;
      entity.aliases = named.aliases;
      entity.doubt = named.doubt;
      identities_.entities.push_back(std::move(entity));
    }
    uint32_t token = 0;
    for (size_t i = 0; i < names_.size(); ++i) {
      const Name& name = names_[i];
      Mention mention;
      mention.span = name.span;
      mention.type = name.type;
      mention.entity = linked_.links[i].entity;
      mention.doubt = name.doubt.empty() ? linked_.links[i].doubt : name.doubt;
      identities_.mentions.push_back(std::move(mention));
      token = token_at(words_, token, name.role ? std::min(name.role->begin, name.span.begin) : name.span.begin);
      for (uint32_t k = token; k < words_.size() && words_[k].span.begin < name.span.begin; ++k) taken_[k] = true;
      const uint32_t first = token_at(words_, token, name.span.begin);
      uint32_t last = first;
      while (last < words_.size() && words_[last].span.begin < name.span.end) {
        in_name_[last] = true;
        taken_[last] = true;
        ++last;
      }
      ranges_.push_back({first, std::max(last, first)});
    }
  }

  // Roles before the name, and in apposition after it.
  void add_roles() {
    posts_.resize(identities_.entities.size());
    for (size_t i = 0; i < names_.size(); ++i) {
      const Name& name = names_[i];
      const EntityId id = linked_.links[i].entity;
      Entity& entity = identities_.entities[id];
      if (entity.type == EntityType::kPlace || entity.type == EntityType::kOrganisation) place(entity);
      if (ranges_[i].first >= ranges_[i].last) continue;
      all_named_.push_back({name.span, ranges_[i].first, ranges_[i].last, id});
      if (entity.type != EntityType::kPerson) continue;
      people_.push_back({name.span, ranges_[i].first, ranges_[i].last, id});
      if (name.role) add_role_of(id, *name.role, country_before(i), is_former(i));
      if (const auto& inner = linked_.links[i].role) add_role_of(id, *inner, country_before(i));
      if (const auto after = naming::role_after(words_, in_name_, text_, ranges_[i].last)) {
        add_role_of(id, *after, {});
        for (uint32_t k = ranges_[i].last; k < words_.size() && words_[k].span.begin < after->end; ++k)
          taken_[k] = true;
      }
    }
  }

  void add_role_of(EntityId id, Span role, std::string country, bool former = false) {
    Entity& entity = identities_.entities[id];
    add_role(entity, text_, role);
    auto post = naming::read_post(words_of(text_, role), lists_);
    if (!post) return;
    if (post->country.empty()) post->country = std::move(country);
    if (entity.country.empty()) entity.country = post->country;
    post->former = post->former || former;
    constexpr size_t kMostPosts = 8;
    if (posts_[id].size() < kMostPosts) posts_[id].push_back(std::move(*post));
  }

  // "former Peruvian President Ann Lee", where the country is a name of its own: what stands before the role.
  bool is_former(size_t i) const {
    constexpr uint32_t kReach = 3;
    const uint32_t begin =
        names_[i].role ? std::min(names_[i].role->begin, names_[i].span.begin) : names_[i].span.begin;
    uint32_t k = ranges_[i].first;
    while (k > 0 && words_[k].span.begin > begin) --k;
    for (uint32_t before = k; before-- > 0 && before + kReach >= k;) {
      if (!words_[before].is_word() || words_[before].sentence != words_[k].sentence) return false;
      if (wording::key_of(words_of(text_, words_[before].span)) == "former") return true;
      if (!in_name_[before]) return false;
    }
    return false;
  }

  // "China's Foreign Minister": the country whose possessive stands before the role, or before the name.
  std::string country_before(size_t i) const {
    if (i == 0) return {};
    const Name& before = names_[i - 1];
    uint32_t begin = names_[i].span.begin;
    if (names_[i].role) begin = std::min(begin, names_[i].role->begin);
    if (before.span.end > begin || begin - before.span.end > 6) return {};
    const auto found = lists_.countries.find(unicode::fold(words_of(text_, before.span)));
    return found == lists_.countries.end() ? std::string() : found->second.code;
  }

  // "Moscow" as the subject of what somebody says or does, not after "in" or "to": the government that sits there.
  void note_metonym(size_t i, Mention& mention) {
    const auto found = lists_.countries.find(unicode::fold(words_of(text_, mention.span)));
    if (found == lists_.countries.end() || found->second.word != wording::CountryWord::kMetonym) return;
    const TokenRange range = ranges_[i];
    if (range.first >= range.last || mention.type != EntityType::kPlace) return;
    const std::string_view relation = language_.tokens[range.last - 1].deprel;
    if (relation != "nsubj") return;
    const std::string& code = found->second.code;
    auto government = std::find_if(governments_.begin(), governments_.end(), [&](EntityId known) {
      return identities_.entities[known].name == words_of(text_, mention.span);
    });
    if (government == governments_.end()) {
      Entity entity;
      entity.name = std::string(words_of(text_, mention.span));
      entity.type = EntityType::kOrganisation;
      entity.country = code;
      const auto country = lists_.country_names.find(std::string_view(code));
      if (country != lists_.country_names.end())
        entity.doubt = "Taken to stand for the government of " + country->second + ".";
      governments_.push_back(static_cast<EntityId>(identities_.entities.size()));
      identities_.entities.push_back(std::move(entity));
      government = governments_.end() - 1;
    }
    mention.entity = *government;
  }

  // "West" after "the" is no point of the compass.
  void name_the_west() {
    for (const naming::Reference& name : all_named_) {
      Entity& entity = identities_.entities[name.entity];
      if (entity.name != "West" || entity.type == EntityType::kPerson || name.first_token == 0) continue;
      if (unicode::fold(words_of(text_, words_[name.first_token - 1].span)) != "the") continue;
      entity.name = "the West";
      entity.doubt = "Taken for the Western countries together.";
    }
  }

  // "Melanie", who has no other name here, by that.
  wording::Gender gender_of(const naming::NamedEntity& named) const {
    if (named.gender != wording::Gender::kUnknown || named.type != EntityType::kPerson) return named.gender;
    const auto found = lists_.given_names.find(unicode::fold(named.name));
    return found == lists_.given_names.end() ? named.gender : found->second.gender;
  }

  // The country of a country, capital or seat of government.
  void place(Entity& entity) const {
    if (!entity.country.empty()) return;
    const auto found = lists_.countries.find(unicode::fold(entity.name));
    if (found != lists_.countries.end()) entity.country = found->second.code;
  }

  void mark_quoted() {
    uint32_t at = 0;
    for (const auto& stretch : quoting::scan_quotation_marks(text_, language_)) {
      if (stretch.inside) continue;
      at = token_at(words_, at, stretch.inner.begin);
      for (uint32_t i = at; i < words_.size() && words_[i].span.begin < stretch.inner.end; ++i) quoted_[i] = true;
    }
  }

  std::string_view text_;
  const Annotation& language_;
  const wording::WordLists& lists_;
  std::vector<wording::Word> words_;
  std::vector<Name> names_;
  naming::LinkedNames linked_;
  std::vector<bool> in_name_;
  std::vector<bool> taken_;  // by a name or the role beside one
  std::vector<bool> quoted_;
  std::vector<TokenRange> ranges_;  // one a name
  std::vector<naming::Reference> people_;
  std::vector<naming::Reference> all_named_;  // of every type
  std::vector<std::vector<naming::Post>> posts_;
  std::vector<EntityId> governments_;  // that metonyms stand for, at most one a listed metonym
  Identities identities_;
};

}  // namespace

Identities resolve_identities(const Article& article, const Annotation& language, const ReadingLexicons& lexicons) {
  return Resolver(article, language, lexicons.parts().words).run();
}

}  // namespace readout
