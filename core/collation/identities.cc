#include "collation/identities.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "collation/identity_decisions.h"
#include "collation/identity_sets.h"

namespace readout::collation {

namespace {

std::vector<Item> make_items(const Corpus& corpus, const std::vector<uint32_t>& story_of,
                             const std::vector<std::vector<FoldedName>>& names) {
  std::vector<Item> items;
  items.reserve(corpus.size() * 20);
  for (ArticleIndex a = 0; a < corpus.size(); ++a) {
    const auto& entities = corpus[a].reading->entities;
    for (EntityId e = 0; e < entities.size(); ++e) {
      items.push_back({a, e, story_of[a], &names[corpus[a].serial][e], entities[e].type == EntityType::kPerson,
                       entities[e].type == EntityType::kOrganisation, entities[e].unnamed,
                       names[corpus[a].serial][e].office_alone, &entities[e].offices});
    }
  }
  return items;
}

// The longest name, and all others; an office names only whom nothing else does.
void name_entity(const Corpus& corpus, const std::vector<std::vector<FoldedName>>& names, DossierEntity& entity) {
  for (const bool office : {false, true}) {
    for (const auto& [article, id] : entity.members) {
      if (names[corpus[article].serial][id].office_alone != office) continue;
      const Entity& from = corpus[article].reading->entities[id];
      if (from.name.size() > entity.name.size()) entity.name = from.name;
    }
    if (!entity.name.empty()) break;
  }
  // Most have few forms; a set pays only for the others.
  constexpr size_t kFewForms = 8;
  std::unordered_set<std::string_view> told;
  const auto is_told = [&](const std::string& alias) {
    if (alias == entity.name) return true;
    if (entity.aliases.size() < kFewForms)
      return std::find(entity.aliases.begin(), entity.aliases.end(), alias) != entity.aliases.end();
    if (told.empty()) told.insert(entity.aliases.begin(), entity.aliases.end());
    return !told.insert(alias).second;
  };
  for (const auto& [article, id] : entity.members) {
    const Entity& from = corpus[article].reading->entities[id];
    if (!is_told(from.name)) entity.aliases.push_back(from.name);
    for (const std::string& alias : from.aliases) {
      if (!is_told(alias)) entity.aliases.push_back(alias);
    }
  }
  if (entity.members.size() > 1) entity.reason = "The same name, or the only name here that fits.";
}

void tell_short_forms(const Corpus& corpus, const std::vector<Item>& items, const std::vector<ShortFormOf>& forms,
                      IdentityTable& table) {
  constexpr size_t kTold = 3;  // of one entity
  std::unordered_map<uint32_t, size_t> told;
  const auto name_in = [&](uint32_t item) {
    const Reading& reading = *corpus[items[item].article].reading;
    return "\xE2\x80\x9C" + reading.entities[items[item].entity].name + "\xE2\x80\x9D in " + reading.article.id;
  };
  for (const ShortFormOf& form : forms) {
    const uint32_t index = table.by_reading[items[form.item].article][items[form.item].entity];
    if (told[index]++ >= kTold) continue;
    std::string& reason = table.entities[index].reason;
    reason += ' ' + name_in(form.item) + " is " + name_in(form.other);
    switch (form.ground) {
      case ShortForm::kInitials:
        reason += ", the only one of the story whom the initials fit.";
        break;
      case ShortForm::kGiven:
        reason += ", which gives these letters with the name.";
        break;
      case ShortForm::kLetters:
        reason += ", the only body of the story with these first letters.";
        break;
      case ShortForm::kKnown:
        reason += ": both are known names of one body.";
        break;
    }
  }
}

void tell_filled(const Corpus& corpus, const std::vector<Item>& items,
                 const std::vector<std::pair<uint32_t, uint32_t>>& filled, IdentityTable& table) {
  constexpr size_t kTold = 3;  // of one person
  std::unordered_map<uint32_t, size_t> told;
  for (const auto& [office, holder] : filled) {
    const Item& item = items[office];
    const uint32_t index = table.by_reading[item.article][item.entity];
    if (told[index]++ >= kTold) continue;
    const Reading& reading = *corpus[item.article].reading;
    table.entities[index].reason += " \xE2\x80\x9C" + reading.entities[item.entity].name + "\xE2\x80\x9D in " +
                                    reading.article.id + " is filled in from " +
                                    corpus[items[holder].article].reading->article.id +
                                    ", which tells the same story and names the holder.";
  }
  for (const auto& [index, count] : told) {
    if (count > kTold) table.entities[index].reason += " So are " + std::to_string(count - kTold) + " more.";
  }
}

}  // namespace

std::optional<uint32_t> IdentityTable::of(ArticleIndex article, const std::optional<EntityId>& id) const {
  if (!id || article >= by_reading.size() || *id >= by_reading[article].size()) return std::nullopt;
  const uint32_t entity = by_reading[article][*id];
  return entity == kRejected ? std::nullopt : std::optional<uint32_t>(entity);
}

void IdentityLinker::add(const CorpusArticle& article) {
  if (names_.size() <= article.serial) names_.resize(article.serial + 1);
  auto& names = names_[article.serial];
  const Reading& reading = *article.reading;
  for (EntityId e = 0; e < reading.entities.size(); ++e) {
    names.push_back(folded_name(reading.entities[e], keys_));
    names.back().office_alone = is_office_alone(reading, e);
  }
}

void IdentityLinker::remove(Serial serial) { names_[serial] = {}; }

IdentityTable IdentityLinker::link(const Corpus& corpus, const std::vector<StoryGroup>& stories,
                                   const std::vector<Rule>& rules) {
  std::vector<uint32_t> story_of(corpus.size(), 0);
  for (uint32_t s = 0; s < stories.size(); ++s) {
    for (const ArticleIndex article : stories[s].articles) story_of[article] = s;
  }
  std::vector<Item> items = make_items(corpus, story_of, names_);
  Sets sets(items.size());
  const Decisions decisions = decide(corpus, rules, keys_, items, sets);
  OfficesOfSets offices(items, sets);
  unite_equal_names(items, offices);
  unite_endings(items, offices);
  unite_surnames(items, sets, offices);
  auto short_forms = unite_initials(items, sets, offices);
  const auto bodies = unite_bodies(items, known_, sets, offices);
  short_forms.insert(short_forms.end(), bodies.begin(), bodies.end());
  const auto filled = fill_offices(items, keys_, sets, offices);

  IdentityTable table;
  table.by_reading.resize(corpus.size());
  std::vector<uint32_t> index(items.size(), UINT32_MAX);  // root -> entity; items come in order of article and mention
  for (uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (!decisions.rejected.empty() && decisions.rejected[i]) {
      table.by_reading[item.article].push_back(IdentityTable::kRejected);
      continue;
    }
    uint32_t& entity = index[sets.find(i)];
    if (entity == UINT32_MAX) {
      entity = static_cast<uint32_t>(table.entities.size());
      table.entities.emplace_back().type = corpus[item.article].reading->entities[item.entity].type;
    }
    table.by_reading[item.article].push_back(entity);
    table.entities[entity].members.emplace_back(item.article, item.entity);
  }
  for (DossierEntity& entity : table.entities) name_entity(corpus, names_, entity);
  tell_short_forms(corpus, items, short_forms, table);
  tell_filled(corpus, items, filled, table);
  for (const auto& [item, rule, reference] : decisions.said) {
    const uint32_t entity = table.by_reading[items[item].article][items[item].entity];
    if (entity != IdentityTable::kRejected) apply(*rule, table.entities[entity]);
  }
  std::vector<uint32_t> counts(table.entities.size(), 0);
  const auto each_mention = [&](auto&& visit) {
    for (ArticleIndex a = 0; a < corpus.size(); ++a) {
      for (const Mention& mention : corpus[a].reading->mentions) {
        if (const auto entity = table.of(a, mention.entity)) visit(a, mention.span, *entity);
      }
    }
  };
  each_mention([&](ArticleIndex, Span, uint32_t entity) { ++counts[entity]; });
  for (uint32_t e = 0; e < counts.size(); ++e) table.entities[e].mentions.reserve(counts[e]);
  each_mention([&](ArticleIndex a, Span span, uint32_t entity) {
    table.entities[entity].mentions.push_back({a, span});
  });
  return table;
}

}  // namespace readout::collation
