#include "collation/identity_sets.h"

namespace readout::collation {

namespace {

// From a pair of numbers to an index.
using PairMap = std::unordered_map<uint64_t, uint32_t>;
uint64_t paired(uint32_t a, uint32_t b) { return (static_cast<uint64_t>(a) << 32) | b; }

// The items of people of one name.
void unite_people(const std::vector<Item>& items, const std::vector<uint32_t>& list, OfficesOfSets& sets) {
  constexpr size_t kMostOfOneName = 32;  // more people of one name are not looked for; who else comes stays alone
  std::vector<uint32_t> several;         // each by its first item
  PairMap in_story;                      // story: one of them
  for (const uint32_t i : list) {
    if (items[i].offices->empty()) continue;
    const auto same =
        std::find_if(several.begin(), several.end(), [&](uint32_t first) { return !sets.contradict(first, i); });
    if (same != several.end()) {
      sets.unite(*same, i);
    } else if (several.size() < kMostOfOneName) {
      several.push_back(i);
    }
    in_story.try_emplace(items[i].story, i);
  }
  for (const uint32_t i : list) {
    if (!items[i].offices->empty()) continue;
    if (several.empty()) several.push_back(i);
    const auto [at, fresh] = in_story.try_emplace(items[i].story, several.size() == 1 ? several.front() : i);
    sets.unite(at->second, i);
  }
}

}  // namespace

void unite_equal_names(const std::vector<Item>& items, OfficesOfSets& sets) {
  PairMap anywhere;  // name
  PairMap local;     // name and story: a lone name, or an office, is the same person only within a story
  PairMap numbers;   // of names of people with several words
  std::vector<std::vector<uint32_t>> people;
  anywhere.reserve(items.size());
  for (uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (item.unnamed || item.name->key == KeyTable::kNone) continue;
    if (item.person && !item.name->single && !item.office) {
      const auto [at, fresh] = numbers.try_emplace(item.name->key, static_cast<uint32_t>(people.size()));
      if (fresh) people.emplace_back();
      people[at->second].push_back(i);
      continue;
    }
    PairMap& map = item.person ? local : anywhere;
    const auto [at, fresh] = map.try_emplace(paired(item.person ? item.story : 0, item.name->key), i);
    if (!fresh) sets.unite(at->second, i);
  }
  for (const auto& list : people) unite_people(items, list, sets);
}

void unite_endings(const std::vector<Item>& items, OfficesOfSets& sets) {
  PairMap whole;  // story and name
  for (uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (item.person && !item.unnamed && !item.office) whole.try_emplace(paired(item.story, item.name->key), i);
  }
  for (uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (!item.person || item.unnamed || item.office) continue;
    for (const uint32_t ending : item.name->endings) {
      const auto at = whole.find(paired(item.story, ending));
      if (at != whole.end() && !sets.contradict(at->second, i)) sets.unite(at->second, i);
    }
  }
}

void unite_surnames(const std::vector<Item>& items, Sets& roots, OfficesOfSets& sets) {
  constexpr uint32_t kSeveral = UINT32_MAX;
  PairMap by_form;  // story and form: the set of fuller names, or kSeveral
  const auto fits = [&](uint32_t story, uint32_t form, uint32_t set) {
    const auto [at, fresh] = by_form.try_emplace(paired(story, form), set);
    if (!fresh && at->second != set) at->second = kSeveral;
  };
  for (uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (!item.person || item.unnamed || item.office || item.name->single || item.name->key == KeyTable::kNone) continue;
    const uint32_t set = roots.find(i);
    for (const uint32_t form : item.name->forms) fits(item.story, form, set);
    fits(item.story, item.name->last_word, set);
  }
  for (uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (!item.person || item.unnamed || !item.name->single) continue;
    const auto at = by_form.find(paired(item.story, item.name->key));
    if (at == by_form.end() || at->second == kSeveral || sets.contradict(at->second, i)) continue;
    sets.unite(at->second, i);
  }
}

std::vector<std::pair<uint32_t, uint32_t>> fill_offices(const std::vector<Item>& items, KeyTable& keys, Sets& roots,
                                                        OfficesOfSets& sets) {
  constexpr uint32_t kSeveral = UINT32_MAX;
  const auto key_of = [&](const Office& office) { return keys.add(office.name + '\x01' + office.country); };
  PairMap holders;  // story and office: the set of who is named in it
  for (uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (!item.person || item.unnamed || item.office) continue;
    for (const Office& office : *item.offices) {
      if (office.country.empty()) continue;
      const auto [at, fresh] = holders.try_emplace(paired(item.story, key_of(office)), i);
      if (!fresh && at->second != kSeveral && roots.find(at->second) != roots.find(i)) at->second = kSeveral;
    }
  }
  std::vector<std::pair<uint32_t, uint32_t>> filled;
  for (uint32_t i = 0; i < items.size(); ++i) {
    if (!items[i].office || items[i].unnamed) continue;
    const Office& office = items[i].offices->front();
    if (office.country.empty()) continue;
    const auto at = holders.find(paired(items[i].story, key_of(office)));
    if (at == holders.end() || at->second == kSeveral) continue;
    sets.unite(at->second, i);
    filled.emplace_back(i, at->second);
  }
  return filled;
}

}  // namespace readout::collation
