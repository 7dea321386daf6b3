#include "collation/identities.h"

#include <algorithm>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace readout::collation {

namespace {

struct Item {
  ArticleIndex article = 0;
  EntityId entity = 0;
  uint32_t story = 0;
  const FoldedName* name = nullptr;
  bool person = false;
  bool unnamed = false;  // or rejected: it meets nobody
};

// Plain union-find; the smaller root wins, so that the outcome does not hang on the order of unions.
class Sets {
 public:
  explicit Sets(size_t count) : parent_(count) {
    for (size_t i = 0; i < count; ++i) parent_[i] = static_cast<uint32_t>(i);
  }
  uint32_t find(uint32_t x) {
    while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
    return x;
  }
  void unite(uint32_t a, uint32_t b) {
    a = find(a), b = find(b);
    if (a != b) parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<uint32_t> parent_;
};

// From a pair of numbers to an index.
using PairMap = std::unordered_map<uint64_t, uint32_t>;
uint64_t paired(uint32_t a, uint32_t b) { return (static_cast<uint64_t>(a) << 32) | b; }

std::vector<Item> make_items(const Corpus& corpus, const std::vector<StoryGroup>& stories,
                             const std::vector<std::vector<FoldedName>>& names) {
  std::vector<uint32_t> story_of(corpus.size(), 0);
  for (uint32_t s = 0; s < stories.size(); ++s) {
    for (const ArticleIndex article : stories[s].articles) story_of[article] = s;
  }
  std::vector<Item> items;
  items.reserve(corpus.size() * 20);
  for (ArticleIndex a = 0; a < corpus.size(); ++a) {
    const auto& entities = corpus[a].reading->entities;
    for (EntityId e = 0; e < entities.size(); ++e) {
      items.push_back({a, e, story_of[a], &names[corpus[a].serial][e], entities[e].type == EntityType::kPerson,
                       entities[e].unnamed});
    }
  }
  return items;
}

bool is_meant(const Corpus& corpus, const Item& item, const EntityRef& ref) {
  const Reading& reading = *corpus[item.article].reading;
  if (!ref.article.empty() && reading.article.id != ref.article) return false;
  return !ref.type || reading.entities[item.entity].type == *ref.type;
}

// What the reader decides, before anything is inferred.
struct Decisions {
  std::vector<std::pair<uint32_t, const Rule*>> said;  // of an item, in order
  std::vector<bool> rejected;                          // by item; empty: none
  std::deque<FoldedName> apart;                        // names of items that were split off
};

Decisions decide(const Corpus& corpus, const std::vector<Rule>& rules, KeyTable& keys, std::vector<Item>& items,
                 Sets& sets) {
  Decisions decisions;
  if (rules.empty()) return decisions;
  decisions.rejected.assign(items.size(), false);
  std::unordered_map<uint32_t, std::vector<uint32_t>> by_form;
  for (uint32_t i = 0; i < items.size(); ++i) {
    for (const uint32_t form : items[i].name->forms) by_form[form].push_back(i);
  }
  size_t apart = 0;
  for (const Rule& rule : rules) {
    std::optional<uint32_t> first;
    for (const EntityRef& ref : rule.entities) {
      ++apart;
      const auto named = by_form.find(keys.find(spelling_key(ref.name)));
      if (named == by_form.end()) continue;
      for (const uint32_t i : named->second) {
        if (items[i].unnamed || !is_meant(corpus, items[i], ref)) continue;
        decisions.said.emplace_back(i, &rule);
        if (rule.kind == RuleKind::kRejectEntity) decisions.rejected[i] = true;
        if (rule.kind == RuleKind::kMergeEntities && first) sets.unite(*first, i);
        // A name that nothing else has: it meets only what the same reference split off.
        if (rule.kind == RuleKind::kSplitEntity) {
          const uint32_t own = items[i].name->key;
          const std::string key = (own == KeyTable::kNone ? "" : keys.key(own)) + '\x01' + std::to_string(apart);
          items[i].name = &decisions.apart.emplace_back(folded_name(key, keys));
        }
        if (!first) first = i;
      }
    }
  }
  for (uint32_t i = 0; i < items.size(); ++i) {
    if (decisions.rejected[i]) items[i].unnamed = true;
  }
  return decisions;
}

void apply(const Rule& rule, DossierEntity& entity) {
  entity.decided = true;
  switch (rule.kind) {
    case RuleKind::kMergeEntities:
      entity.reason = "You said that these are one.";
      [[fallthrough]];
    case RuleKind::kRenameEntity:
      if (rule.name.empty() || rule.name == entity.name) break;
      entity.aliases.erase(std::remove(entity.aliases.begin(), entity.aliases.end(), rule.name), entity.aliases.end());
      entity.aliases.insert(entity.aliases.begin(), std::move(entity.name));
      entity.name = rule.name;
      break;
    case RuleKind::kSplitEntity:
      entity.reason = "You set this apart from others of the name.";
      break;
    case RuleKind::kRetypeEntity:
      entity.type = rule.type;
      break;
    case RuleKind::kRejectEntity:
    case RuleKind::kMergeStories:
    case RuleKind::kSplitStory:
      break;
  }
}

// One name, one entity; persons and the rest apart.
void unite_equal_names(const std::vector<Item>& items, Sets& sets) {
  PairMap anywhere;  // name and whether a person
  PairMap local;     // name and story: a person's lone name is the same person only within a story
  for (uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (item.unnamed || item.name->key == KeyTable::kNone) continue;
    PairMap& map = item.person && item.name->single ? local : anywhere;
    const uint32_t scope = item.person && item.name->single ? item.story : item.person;
    const auto [at, fresh] = map.try_emplace(paired(scope, item.name->key), i);
    if (!fresh) sets.unite(at->second, i);
  }
}

// "President Marek Dovran" and "Marek Dovran": one name ends with all of the other.
void unite_endings(const std::vector<Item>& items, Sets& sets) {
  PairMap whole;  // story and name
  for (uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (item.person && !item.unnamed) whole.try_emplace(paired(item.story, item.name->key), i);
  }
  for (uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (!item.person || item.unnamed) continue;
    for (const uint32_t ending : item.name->endings) {
      const auto at = whole.find(paired(item.story, ending));
      if (at != whole.end()) sets.unite(at->second, i);
    }
  }
}

// A lone surname joins the one person of its story whom it fits.
void unite_surnames(const std::vector<Item>& items, Sets& sets) {
  constexpr uint32_t kSeveral = UINT32_MAX;
  PairMap by_form;  // story and form: the set of fuller names, or kSeveral
  const auto fits = [&](uint32_t story, uint32_t form, uint32_t set) {
    const auto [at, fresh] = by_form.try_emplace(paired(story, form), set);
    if (!fresh && at->second != set) at->second = kSeveral;
  };
  for (uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (!item.person || item.unnamed || item.name->single || item.name->key == KeyTable::kNone) continue;
    const uint32_t set = sets.find(i);
    for (const uint32_t form : item.name->forms) fits(item.story, form, set);
    fits(item.story, item.name->last_word, set);
  }
  for (uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (!item.person || item.unnamed || !item.name->single) continue;
    const auto at = by_form.find(paired(item.story, item.name->key));
    if (at != by_form.end() && at->second != kSeveral) sets.unite(at->second, i);
  }
}

void name_entity(const Corpus& corpus, DossierEntity& entity) {
  for (const auto& [article, id] : entity.members) {
    const Entity& from = corpus[article].reading->entities[id];
    if (from.name.size() > entity.name.size()) entity.name = from.name;
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

}  // namespace

std::optional<uint32_t> IdentityTable::of(ArticleIndex article, const std::optional<EntityId>& id) const {
  if (!id || article >= by_reading.size() || *id >= by_reading[article].size()) return std::nullopt;
  const uint32_t entity = by_reading[article][*id];
  return entity == kRejected ? std::nullopt : std::optional<uint32_t>(entity);
}

void IdentityLinker::add(const CorpusArticle& article) {
  if (names_.size() <= article.serial) names_.resize(article.serial + 1);
  auto& names = names_[article.serial];
  for (const Entity& entity : article.reading->entities) names.push_back(folded_name(entity, keys_));
}

void IdentityLinker::remove(Serial serial) { names_[serial] = {}; }

IdentityTable IdentityLinker::link(const Corpus& corpus, const std::vector<StoryGroup>& stories,
                                   const std::vector<Rule>& rules) {
  std::vector<Item> items = make_items(corpus, stories, names_);
  Sets sets(items.size());
  const Decisions decisions = decide(corpus, rules, keys_, items, sets);
  unite_equal_names(items, sets);
  unite_endings(items, sets);
  unite_surnames(items, sets);

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
  for (DossierEntity& entity : table.entities) name_entity(corpus, entity);
  for (const auto& [item, rule] : decisions.said) {
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
