#include "collation/identity_short_forms.h"

#include <iterator>
#include <string_view>

namespace readout::collation {

namespace {

// A row of data/built_in/bodies.tsv, which says what the columns are.
struct BodyName {
  std::string_view body;
  std::string_view other;
};

constexpr BodyName kBodies[] = {
#include "built_in/bodies.inc"
};

constexpr uint32_t kSeveral = UINT32_MAX;

// The only item, up to what is united already, that a key stands for; kSeveral where there are two.
class Only {
 public:
  explicit Only(Sets& roots) : roots_(roots) {}
  void add(uint64_t key, uint32_t item) {
    const auto [at, fresh] = items_.try_emplace(key, item);
    if (!fresh && at->second != kSeveral && roots_.find(at->second) != roots_.find(item)) at->second = kSeveral;
  }
  const uint32_t* find(uint64_t key) const {
    const auto at = items_.find(key);
    return at == items_.end() ? nullptr : &at->second;
  }

 private:
  Sets& roots_;
  std::unordered_map<uint64_t, uint32_t> items_;
};

// Keys that are asked for, so that nothing is kept of others.
class Wanted {
 public:
  void add(uint32_t key) {
    if (key >= keys_.size()) keys_.resize(key + 1, false);
    keys_[key] = true;
  }
  bool has(uint32_t key) const { return key < keys_.size() && keys_[key]; }
  bool empty() const { return keys_.empty(); }

 private:
  std::vector<bool> keys_;
};

uint64_t paired(uint32_t a, uint32_t b) { return (static_cast<uint64_t>(a) << 32) | b; }

}  // namespace

KnownBodies::KnownBodies(KeyTable& keys) {
  uint32_t body = kNone;
  std::string_view last;
  for (const BodyName& row : kBodies) {
    if (row.body != last) last = row.body, ++body;
    bodies_.try_emplace(keys.add(spelling_key(row.body)), body);
    bodies_.try_emplace(keys.add(spelling_key(row.other)), body);
  }
}

uint32_t KnownBodies::of(uint32_t key) const {
  const auto at = bodies_.find(key);
  return at == bodies_.end() ? kNone : at->second;
}

std::vector<ShortFormOf> unite_initials(const std::vector<Item>& items, Sets& roots, OfficesOfSets& sets) {
  const auto counts = [](const Item& item) {
    return item.person && !item.unnamed && !item.office && !item.name->letters_of_given.empty();
  };
  Wanted wanted;
  for (const Item& item : items) {
    if (counts(item) && item.name->initials) wanted.add(item.name->letters_of_given.front());
  }
  if (wanted.empty()) return {};
  Only fuller(roots);  // by story and letters
  for (uint32_t i = 0; i < items.size(); ++i) {
    if (!counts(items[i]) || items[i].name->initials) continue;
    for (const uint32_t letters : items[i].name->letters_of_given) {
      if (wanted.has(letters)) fuller.add(paired(items[i].story, letters), i);
    }
  }
  std::vector<ShortFormOf> united;
  for (uint32_t i = 0; i < items.size(); ++i) {
    if (!counts(items[i]) || !items[i].name->initials) continue;
    const uint32_t* other = fuller.find(paired(items[i].story, items[i].name->letters_of_given.front()));
    if (other == nullptr || *other == kSeveral || sets.contradict(*other, i)) continue;
    if (roots.find(*other) == roots.find(i)) continue;
    sets.unite(*other, i);
    united.push_back({i, *other, ShortForm::kInitials});
  }
  return united;
}

std::vector<ShortFormOf> unite_bodies(const std::vector<Item>& items, const KnownBodies& known, Sets& roots,
                                      OfficesOfSets& sets) {
  std::vector<uint32_t> bodies;
  Wanted wanted;  // acronyms
  for (uint32_t i = 0; i < items.size(); ++i) {
    if (items[i].body && !items[i].unnamed && items[i].name->key != KeyTable::kNone) {
      bodies.push_back(i);
      if (items[i].name->acronym) wanted.add(items[i].name->key);
    }
  }
  std::vector<ShortFormOf> united;
  const auto unite = [&](uint32_t item, uint32_t other, ShortForm ground) {
    if (roots.find(item) == roots.find(other)) return;
    sets.unite(item, other);
    united.push_back({item, other, ground});
  };
  // Longer names first, so that what an acronym may be is no longer several.
  std::unordered_map<uint32_t, uint32_t> first_of;  // known body -> item
  for (const uint32_t i : bodies) {
    const uint32_t body = known.of(items[i].name->key);
    if (body == KnownBodies::kNone || items[i].name->acronym) continue;
    const auto [at, fresh] = first_of.try_emplace(body, i);
    if (!fresh) unite(i, at->second, ShortForm::kKnown);
  }
  Only given(roots);
  Only spelt(roots);                                // by story and letters
  std::unordered_map<uint32_t, uint32_t> anywhere;  // letters -> an item that they are of in a story with the acronym
  for (const uint32_t i : bodies) {
    for (const uint32_t acronym : items[i].name->acronyms) {
      if (wanted.has(acronym)) given.add(acronym, i);
    }
    for (const uint32_t letters : items[i].name->letters) {
      if (wanted.has(letters)) spelt.add(paired(items[i].story, letters), i);
    }
  }
  for (const uint32_t i : bodies) {
    if (!items[i].name->acronym) continue;
    const uint32_t* here = spelt.find(paired(items[i].story, items[i].name->key));
    if (here == nullptr) continue;
    const auto [at, fresh] = anywhere.try_emplace(items[i].name->key, *here);
    if (!fresh && at->second != kSeveral && (*here == kSeveral || roots.find(at->second) != roots.find(*here)))
      at->second = kSeveral;
  }
  for (const uint32_t i : bodies) {
    if (!items[i].name->acronym) continue;
    const uint32_t key = items[i].name->key;
    if (const uint32_t* other = given.find(key)) {
      if (*other != kSeveral) unite(i, *other, ShortForm::kGiven);
      continue;
    }
    const auto letters = anywhere.find(key);
    const uint32_t body = known.of(key);
    if (letters != anywhere.end() && letters->second == kSeveral) continue;
    if (body == KnownBodies::kNone) {
      if (letters != anywhere.end()) unite(i, letters->second, ShortForm::kLetters);
      continue;
    }
    const auto [at, fresh] = first_of.try_emplace(body, i);
    const bool otherwise = letters != anywhere.end() && known.of(items[letters->second].name->key) != body;
    if (!fresh && !otherwise) unite(i, at->second, ShortForm::kKnown);
  }
  return united;
}

}  // namespace readout::collation
