#include "collation/identities.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "text/unicode.h"

namespace readout::collation {

namespace {

struct Item {
  ArticleIndex article = 0;
  EntityId entity = 0;
  uint32_t story = 0;
  std::string key;  // spelling key of the fullest name
  bool person = false;
  bool unnamed = false;
  bool rejected = false;
  std::set<std::string> forms;  // spelling keys of the name and of all aliases
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

bool is_single_word(std::string_view key) { return key.find(' ') == std::string_view::npos; }

std::string_view last_word(std::string_view key) {
  const size_t space = key.rfind(' ');
  return space == std::string_view::npos ? key : key.substr(space + 1);
}

std::vector<Item> make_items(const Corpus& corpus, const std::vector<StoryGroup>& stories) {
  std::vector<uint32_t> story_of(corpus.size(), 0);
  for (uint32_t s = 0; s < stories.size(); ++s) {
    for (const ArticleIndex article : stories[s].articles) story_of[article] = s;
  }
  std::vector<Item> items;
  items.reserve(corpus.size() * 16);
  for (ArticleIndex a = 0; a < corpus.size(); ++a) {
    const auto& entities = corpus[a].reading->entities;
    for (EntityId e = 0; e < entities.size(); ++e) {
      Item item{a,
                e,
                story_of[a],
                spelling_key(entities[e].name),
                entities[e].type == EntityType::kPerson,
                entities[e].unnamed,
                false,
                {}};
      item.forms.insert(item.key);
      for (const auto& alias : entities[e].aliases) item.forms.insert(spelling_key(alias));
      items.push_back(std::move(item));
    }
  }
  return items;
}

bool is_meant(const Corpus& corpus, const Item& item, const EntityRef& ref, const std::string& key) {
  const Reading& reading = *corpus[item.article].reading;
  if (!ref.article.empty() && reading.article.id != ref.article) return false;
  if (ref.type && reading.entities[item.entity].type != *ref.type) return false;
  return item.key == key || item.forms.count(key) > 0;
}

using Decisions = std::vector<std::pair<uint32_t, const Rule*>>;  // item and what was decided on it, in order

// Applies the reader's rules before anything is inferred, and says what is still to be said of the entities made.
Decisions decide(const Corpus& corpus, const std::vector<Rule>& rules, std::vector<Item>& items, Sets& sets) {
  Decisions decisions;
  if (rules.empty()) return decisions;
  std::map<std::string, std::vector<uint32_t>> by_form;
  for (uint32_t i = 0; i < items.size(); ++i) {
    for (const std::string& form : items[i].forms) by_form[form].push_back(i);
  }
  size_t apart = 0;
  for (const Rule& rule : rules) {
    std::optional<uint32_t> first;
    for (const EntityRef& ref : rule.entities) {
      const std::string key = spelling_key(ref.name);
      const auto named = by_form.find(key);
      ++apart;
      if (named == by_form.end()) continue;
      for (const uint32_t i : named->second) {
        if (items[i].unnamed || !is_meant(corpus, items[i], ref, key)) continue;
        decisions.emplace_back(i, &rule);
        if (rule.kind == RuleKind::kRejectEntity) items[i].rejected = true;
        if (rule.kind == RuleKind::kMergeEntities && first) sets.unite(*first, i);
        // A name that nothing else has: it meets only what the same reference split off.
        if (rule.kind == RuleKind::kSplitEntity) {
          items[i].key += '\x01' + std::to_string(apart);
          items[i].forms = {items[i].key};
        }
        if (!first) first = i;
      }
    }
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
  std::map<std::tuple<bool, bool, uint32_t, std::string>, uint32_t> first;
  for (uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (item.unnamed || item.rejected || item.key.empty()) continue;
    // A lone name is the same person only within a story.
    const bool local = item.person && is_single_word(item.key);
    const auto [at, fresh] = first.try_emplace({item.person, local, local ? item.story : 0, item.key}, i);
    if (!fresh) sets.unite(at->second, i);
  }
}

// "President Marek Dovran" and "Marek Dovran": one name ends with all of the other.
void unite_endings(const std::vector<Item>& items, Sets& sets) {
  std::map<std::pair<uint32_t, std::string>, uint32_t> whole;  // (story, name) -> item
  for (uint32_t i = 0; i < items.size(); ++i) {
    if (items[i].person && !items[i].unnamed && !items[i].rejected)
      whole.try_emplace({items[i].story, items[i].key}, i);
  }
  for (uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (!item.person || item.unnamed || item.rejected) continue;
    for (size_t space = item.key.find(' '); space != std::string::npos; space = item.key.find(' ', space + 1)) {
      const std::string ending = item.key.substr(space + 1);
      if (is_single_word(ending)) break;
      const auto at = whole.find({item.story, ending});
      if (at != whole.end()) sets.unite(at->second, i);
    }
  }
}

// A lone surname joins the one person of its story whom it fits.
void unite_surnames(const std::vector<Item>& items, Sets& sets) {
  std::map<std::pair<uint32_t, std::string>, std::set<uint32_t>> by_form;  // (story, form) -> sets of fuller names
  for (uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (!item.person || item.unnamed || item.rejected || is_single_word(item.key)) continue;
    for (const auto& form : item.forms) {
      if (is_single_word(form)) by_form[{item.story, form}].insert(sets.find(i));
    }
    by_form[{item.story, std::string(last_word(item.key))}].insert(sets.find(i));
  }
  for (uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (!item.person || item.unnamed || item.rejected || !is_single_word(item.key)) continue;
    const auto at = by_form.find({item.story, item.key});
    if (at != by_form.end() && at->second.size() == 1) sets.unite(*at->second.begin(), i);
  }
}

}  // namespace

std::string spelling_key(std::string_view name) {
  std::string folded = unicode::fold(name);
  if (folded.rfind("the ", 0) == 0) folded.erase(0, 4);
  std::string key;
  for (size_t at = 0; at <= folded.size(); ++at) {
    const bool end_of_word = at == folded.size() || folded[at] == ' ' || folded[at] == '-';
    if (end_of_word) {
      // "-sky", "-skiy", "-skyy", "-skii": one ending in several transliterations.
      size_t keep = key.size();
      while (keep > 0 && (key[keep - 1] == 'y' || key[keep - 1] == 'i' || key[keep - 1] == 'j')) --keep;
      if (keep > 3 && key[keep - 1] != ' ') key.resize(keep);
      if (at < folded.size() && !key.empty() && key.back() != ' ') key += ' ';
    } else if (folded[at] != '.' && folded[at] != '\'') {
      key += folded[at];
    }
  }
  while (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

std::optional<uint32_t> IdentityTable::of(ArticleIndex article, const std::optional<EntityId>& id) const {
  if (!id || article >= by_reading.size() || *id >= by_reading[article].size()) return std::nullopt;
  const uint32_t entity = by_reading[article][*id];
  return entity == kRejected ? std::nullopt : std::optional<uint32_t>(entity);
}

IdentityTable link_identities(const Corpus& corpus, const std::vector<StoryGroup>& stories,
                              const std::vector<Rule>& rules) {
  std::vector<Item> items = make_items(corpus, stories);
  Sets sets(items.size());
  const Decisions decisions = decide(corpus, rules, items, sets);
  unite_equal_names(items, sets);
  unite_endings(items, sets);
  unite_surnames(items, sets);

  IdentityTable table;
  table.by_reading.resize(corpus.size());
  std::map<uint32_t, uint32_t> index;  // root -> entity; items come in order of article and first mention
  for (uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    const Entity& from = corpus[item.article].reading->entities[item.entity];
    if (item.rejected) {
      table.by_reading[item.article].push_back(IdentityTable::kRejected);
      continue;
    }
    const auto [at, fresh] = index.try_emplace(sets.find(i), static_cast<uint32_t>(table.entities.size()));
    if (fresh) table.entities.emplace_back();
    DossierEntity& to = table.entities[at->second];
    table.by_reading[item.article].push_back(at->second);
    to.members.emplace_back(item.article, item.entity);
    to.aliases.push_back(from.name);
    to.aliases.insert(to.aliases.end(), from.aliases.begin(), from.aliases.end());
    if (from.name.size() > to.name.size()) to.name = from.name;
    if (fresh) to.type = from.type;
  }
  for (DossierEntity& entity : table.entities) {
    std::vector<std::string> distinct;
    for (auto& alias : entity.aliases) {
      if (alias != entity.name && std::find(distinct.begin(), distinct.end(), alias) == distinct.end()) {
        distinct.push_back(std::move(alias));
      }
    }
    entity.aliases = std::move(distinct);
    if (entity.members.size() > 1) entity.reason = "The same name, or the only name here that fits.";
  }
  for (const auto& [item, rule] : decisions) {
    const uint32_t index_of = table.by_reading[items[item].article][items[item].entity];
    if (index_of != IdentityTable::kRejected) apply(*rule, table.entities[index_of]);
  }
  for (ArticleIndex a = 0; a < corpus.size(); ++a) {
    for (const Mention& mention : corpus[a].reading->mentions) {
      if (const auto entity = table.of(a, mention.entity)) {
        table.entities[*entity].mentions.push_back({a, mention.span});
      }
    }
  }
  return table;
}

}  // namespace readout::collation
