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
  if (articles_.size() <= article.serial) articles_.resize(article.serial + 1);
  Known& known = articles_[article.serial];
  const Reading& reading = *article.reading;
  known.names.reserve(reading.entities.size());
  for (EntityId e = 0; e < reading.entities.size(); ++e) {
    const Entity& entity = reading.entities[e];
    FoldedName& name = known.names.emplace_back(folded_name(entity, keys_));
    name.office_alone = is_office_alone(reading, e);
    known.items.push_back({0, e, 0, &name, entity.type == EntityType::kPerson, entity.type == EntityType::kOrganisation,
                           entity.unnamed, name.office_alone, &entity.offices});
  }
  for (const Mention& mention : reading.mentions) {
    if (mention.entity && *mention.entity < reading.entities.size()) {
      known.mentions.push_back({mention.span, *mention.entity});
    }
  }
}

void IdentityLinker::remove(Serial serial) { articles_[serial] = {}; }

std::vector<Item> IdentityLinker::make_items(const Corpus& corpus, const std::vector<StoryGroup>& stories) const {
  std::vector<uint32_t> story_of(corpus.size(), 0);
  for (uint32_t s = 0; s < stories.size(); ++s) {
    for (const ArticleIndex article : stories[s].articles) story_of[article] = s;
  }
  size_t count = 0;
  for (const CorpusArticle& article : corpus) count += articles_[article.serial].items.size();
  std::vector<Item> items;
  items.reserve(count);
  for (ArticleIndex a = 0; a < corpus.size(); ++a) {
    for (const Item& item : articles_[corpus[a].serial].items) {
      items.push_back(item);
      items.back().article = a;
      items.back().story = story_of[a];
    }
  }
  return items;
}

// The longest name, and all others; an office names only whom nothing else does.
void IdentityLinker::name_entity(const Corpus& corpus, DossierEntity& entity) const {
  for (const bool office : {false, true}) {
    for (const auto& [article, id] : entity.members) {
      if (articles_[corpus[article].serial].names[id].office_alone != office) continue;
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
}

IdentityTable IdentityLinker::link(const Corpus& corpus, const std::vector<StoryGroup>& stories,
                                   const std::vector<Rule>& rules, std::vector<DossierEntity>& before) {
  std::vector<Item> items = make_items(corpus, stories);
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

  // An entity is what it was where its first item was of an entity that had as many, and all are of that one.
  struct Made {
    uint32_t first;  // item
    uint32_t before;
    uint32_t members = 0;
    bool same = true;
  };
  std::vector<Made> made;
  std::vector<uint32_t> index(items.size(), UINT32_MAX);  // root -> entity; items come in order of article and mention
  IdentityTable table;
  table.by_reading.resize(corpus.size());
  std::vector<ArticleIndex> moved;  // from places in the last table to those in this one
  for (ArticleIndex a = 0, i = 0; a < corpus.size(); ++a) {
    Known& known = articles_[corpus[a].serial];
    if (known.place != UINT32_MAX) {
      if (moved.size() <= known.place) moved.resize(known.place + 1, UINT32_MAX);
      moved[known.place] = a;
    }
    auto& of_article = table.by_reading[a];
    of_article.reserve(known.items.size());
    for (size_t e = 0; e < known.items.size(); ++e, ++i) {
      if (!decisions.rejected.empty() && decisions.rejected[i]) {
        of_article.push_back(IdentityTable::kRejected);
        continue;
      }
      const uint32_t was = e < known.before.size() ? known.before[e] : IdentityTable::kRejected;
      uint32_t& entity = index[sets.find(i)];
      if (entity == UINT32_MAX) {
        entity = static_cast<uint32_t>(made.size());
        made.push_back({i, was});
      }
      of_article.push_back(entity);
      ++made[entity].members;
      made[entity].same = made[entity].same && was == made[entity].before;
    }
    known.before = of_article;
    known.place = a;
  }
  table.entities.resize(made.size());
  for (uint32_t e = 0; e < made.size(); ++e) {
    Made& one = made[e];
    DossierEntity& entity = table.entities[e];
    one.same = one.same && one.before < before.size() && before[one.before].members.size() == one.members &&
               !before[one.before].decided;
    if (!one.same) {
      entity.type = corpus[items[one.first].article].reading->entities[items[one.first].entity].type;
      entity.members.reserve(one.members);
      continue;
    }
    entity = std::move(before[one.before]);
    entity.reason.clear();
    for (auto& member : entity.members) member.first = moved[member.first];
    for (Evidence& mention : entity.mentions) mention.article = moved[mention.article];
  }
  // Of the others: who belongs to them, how they are called, and where.
  std::vector<uint32_t> counts(made.size(), 0);
  const auto each_mention = [&](auto&& visit) {
    for (ArticleIndex a = 0; a < corpus.size(); ++a) {
      for (const Place& mention : articles_[corpus[a].serial].mentions) {
        const uint32_t entity = table.by_reading[a][mention.entity];
        if (entity != IdentityTable::kRejected && !made[entity].same) visit(a, mention.span, entity);
      }
    }
  };
  each_mention([&](ArticleIndex, Span, uint32_t entity) { ++counts[entity]; });
  for (uint32_t e = 0; e < counts.size(); ++e) {
    if (!made[e].same) table.entities[e].mentions.reserve(counts[e]);
  }
  each_mention([&](ArticleIndex a, Span span, uint32_t entity) {
    table.entities[entity].mentions.push_back({a, span});
  });
  for (const Item& item : items) {
    const uint32_t entity = table.by_reading[item.article][item.entity];
    if (entity == IdentityTable::kRejected || made[entity].same) continue;
    table.entities[entity].members.emplace_back(item.article, item.entity);
  }
  for (uint32_t e = 0; e < made.size(); ++e) {
    DossierEntity& entity = table.entities[e];
    if (!made[e].same) name_entity(corpus, entity);
    if (entity.members.size() > 1) entity.reason = "The same name, or the only name here that fits.";
  }
  tell_short_forms(corpus, items, short_forms, table);
  tell_filled(corpus, items, filled, table);
  for (const auto& [item, rule, reference] : decisions.said) {
    const uint32_t entity = table.by_reading[items[item].article][items[item].entity];
    if (entity != IdentityTable::kRejected) apply(*rule, table.entities[entity]);
  }
  return table;
}

}  // namespace readout::collation
