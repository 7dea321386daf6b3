#include "collation/identity_decisions.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace readout::collation {

namespace {

bool is_meant(const Corpus& corpus, const Item& item, const EntityRef& ref) {
  const Reading& reading = *corpus[item.article].reading;
  if (!ref.article.empty() && reading.article.id != ref.article) return false;
  return !ref.type || reading.entities[item.entity].type == *ref.type;
}

// Which items rules have merged, where an item may leave the others again.
class Merged {
 public:
  explicit Merged(size_t items) : node_(items) {
    for (uint32_t i = 0; i < items; ++i) node_[i] = i, parent_.push_back(i);
  }
  void unite(uint32_t a, uint32_t b) {
    a = find(node_[a]), b = find(node_[b]);
    parent_[std::max(a, b)] = std::min(a, b);
  }
  void leave(uint32_t item) {
    node_[item] = static_cast<uint32_t>(parent_.size());
    parent_.push_back(node_[item]);
  }
  void tell(Sets& sets) {
    std::vector<uint32_t> first(parent_.size(), UINT32_MAX);  // by root: an item
    for (uint32_t i = 0; i < node_.size(); ++i) {
      uint32_t& other = first[find(node_[i])];
      if (other == UINT32_MAX) other = i;
      sets.unite(other, i);
    }
  }

 private:
  uint32_t find(uint32_t x) {
    while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
    return x;
  }

  std::vector<uint32_t> node_;  // by item
  std::vector<uint32_t> parent_;
};

// Merges from which later rules took an item say nothing of it any more, and nothing at all once they hold but one of
// the names that they gave. `split` is, by item, one more than what had been said when it was last split off; 0: never.
void forget_undone(const std::vector<size_t>& split, std::vector<Decisions::Saying>& said) {
  std::vector<Decisions::Saying> kept;
  for (size_t begin = 0; begin < said.size();) {
    size_t end = begin;
    while (end < said.size() && said[end].rule == said[begin].rule) ++end;
    const size_t before = kept.size();
    const auto stands = [&](size_t k) {
      return said[k].rule->kind != RuleKind::kMergeEntities || k + 1 >= split[said[k].item];
    };
    bool several = said[begin].rule->entities.size() == 1;
    for (size_t k = begin; k < end; ++k) {
      if (!stands(k)) continue;
      several = several || (kept.size() > before && kept.back().reference != said[k].reference);
      kept.push_back(said[k]);
    }
    if (kept.size() < before + end - begin && !several) kept.resize(before);
    begin = end;
  }
  said = std::move(kept);
}

}  // namespace

Decisions decide(const Corpus& corpus, const std::vector<Rule>& rules, KeyTable& keys, std::vector<Item>& items,
                 Sets& sets) {
  Decisions decisions;
  if (rules.empty()) return decisions;
  decisions.rejected.assign(items.size(), false);
  std::unordered_map<uint32_t, std::vector<uint32_t>> by_form;
  for (uint32_t i = 0; i < items.size(); ++i) {
    for (const uint32_t form : items[i].name->forms) by_form[form].push_back(i);
  }
  Merged merged(items.size());
  std::vector<size_t> split(items.size(), 0);
  size_t apart = 0;
  for (const Rule& rule : rules) {
    std::optional<uint32_t> first;
    for (size_t r = 0; r < rule.entities.size(); ++r) {
      ++apart;
      const auto named = by_form.find(keys.find(spelling_key(rule.entities[r].name)));
      if (named == by_form.end()) continue;
      for (const uint32_t i : named->second) {
        Item& item = items[i];
        if ((item.unnamed && rule.kind != RuleKind::kRejectEntity) || !is_meant(corpus, item, rule.entities[r]))
          continue;
        if (rule.kind == RuleKind::kSplitEntity) {
          // A name that nothing else has: it meets only what the same reference split off.
          const uint32_t own = item.name->key;
          const std::string key = (own == KeyTable::kNone ? "" : keys.key(own)) + '\x01' + std::to_string(apart);
          item.name = &decisions.made.emplace_back(folded_name(key, keys));
          merged.leave(i);
          split[i] = decisions.said.size() + 1;
        } else if (rule.kind == RuleKind::kRetypeEntity) {
          item.person = rule.type == EntityType::kPerson;
          item.body = rule.type == EntityType::kOrganisation;
          item.office = item.office && item.person;
          if (split[i] == 0) {
            Entity entity = corpus[item.article].reading->entities[item.entity];
            entity.type = rule.type;
            item.name = &decisions.made.emplace_back(folded_name(entity, keys));
          }
        } else if (rule.kind == RuleKind::kRejectEntity) {
          decisions.rejected[i] = true;
        } else if (rule.kind == RuleKind::kMergeEntities && first) {
          merged.unite(*first, i);
        }
        decisions.said.push_back({i, &rule, r});
        if (!first) first = i;
      }
    }
  }
  merged.tell(sets);
  forget_undone(split, decisions.said);
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

}  // namespace readout::collation
