#include "reading/identities.h"

#include <algorithm>
#include <utility>

#include "reading/identities_names.h"
#include "reading/identities_pronouns.h"
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

}  // namespace

Identities resolve_identities(const Article& article, const Annotation& language, const ReadingLexicons& lexicons) {
  const wording::WordLists& lists = lexicons.parts().words;
  const std::string_view text = article.text;
  Identities identities;
  const naming::LinkedNames linked = naming::link_names(text, language.names, lists);
  std::vector<wording::Gender> genders;
  for (const naming::NamedEntity& named : linked.entities) {
    Entity entity;
    entity.name = named.name;
    entity.type = named.type;
    entity.aliases = named.aliases;
    entity.doubt = named.doubt;
    identities.entities.push_back(std::move(entity));
    genders.push_back(named.gender);
  }
  const auto words = wording::look_up_words(text, language, lists);
  std::vector<naming::Reference> people;
  uint32_t token = 0;
  for (size_t i = 0; i < language.names.size(); ++i) {
    const Name& name = language.names[i];
    Mention mention;
    mention.span = name.span;
    mention.type = name.type;
    mention.entity = linked.links[i].entity;
    mention.doubt = name.doubt.empty() ? linked.links[i].doubt : name.doubt;
    identities.mentions.push_back(std::move(mention));
    Entity& entity = identities.entities[linked.links[i].entity];
    if (name.role) add_role(entity, text, *name.role);
    token = token_at(words, token, name.span.begin);
    const uint32_t last = token_at(words, token, name.span.end);
    if (entity.type == EntityType::kPerson && token < words.size()) {
      people.push_back({name.span, token, std::max(last, token + 1), linked.links[i].entity});
    }
  }
  std::vector<bool> quoted(words.size(), false);
  uint32_t at = 0;
  for (const auto& stretch : quoting::scan_quotation_marks(text, language)) {
    if (stretch.inside) continue;
    at = token_at(words, at, stretch.inner.begin);
    for (uint32_t i = at; i < words.size() && words[i].span.begin < stretch.inner.end; ++i) quoted[i] = true;
  }
  for (Mention& pronoun : naming::resolve_pronouns(words, language.sentences, people, genders, quoted)) {
    identities.mentions.push_back(std::move(pronoun));
  }
  std::sort(identities.mentions.begin(), identities.mentions.end(),
            [](const Mention& a, const Mention& b) { return a.span < b.span; });
  return identities;
}

}  // namespace readout
