// Entities of readings that grow together into those of the dossier, step by step.
#pragma once

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "collation/identity_evidence.h"
#include "collation/identity_names.h"

namespace readout::collation {

// An entity of a reading, as linking sees it.
struct Item {
  ArticleIndex article = 0;
  EntityId entity = 0;
  uint32_t story = 0;
  const FoldedName* name = nullptr;
  bool person = false;
  bool body = false;
  bool unnamed = false;  // or rejected: it meets nobody
  bool office = false;   // an office alone: it meets its holder, and itself, within the story only
  const Offices* offices = nullptr;
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

// The offices of each set, while sets grow.
class OfficesOfSets {
 public:
  OfficesOfSets(const std::vector<Item>& items, Sets& sets) : sets_(sets) {
    for (uint32_t i = 0; i < items.size(); ++i) {
      if (!items[i].person || items[i].offices->empty()) continue;
      Offices& offices = of_[sets.find(i)];
      for (const Office& office : *items[i].offices) add(offices, office);
    }
  }

  bool contradict(uint32_t x, uint32_t y) const {
    const auto a = of_.find(sets_.find(x));
    const auto b = of_.find(sets_.find(y));
    return a != of_.end() && b != of_.end() && a != b && collation::contradict(a->second, b->second);
  }
  void unite(uint32_t x, uint32_t y) {
    const uint32_t a = sets_.find(x);
    const uint32_t b = sets_.find(y);
    if (a == b) return;
    sets_.unite(a, b);
    const auto gone = of_.find(std::max(a, b));
    if (gone == of_.end()) return;
    const Offices moved = std::move(gone->second);
    of_.erase(gone);
    for (const Office& office : moved) add(of_[std::min(a, b)], office);
  }

 private:
  static void add(Offices& offices, const Office& office) {
    if (std::find(offices.begin(), offices.end(), office) == offices.end()) offices.push_back(office);
  }

  Sets& sets_;
  std::unordered_map<uint32_t, Offices> of_;  // by root
};

// What each step finds to be one is united; in order of items, so that the outcome hangs on them alone.

// One name, one entity; persons and the rest apart. People of one name whose offices speak against it are several:
// those of whom no office is told go with the one of their story, else with the only one there is.
void unite_equal_names(const std::vector<Item>& items, OfficesOfSets& sets);

// "President Marek Dovran" and "Marek Dovran": one name ends with all of the other.
void unite_endings(const std::vector<Item>& items, OfficesOfSets& sets);

// A lone surname joins the one person of its story whom it fits, unless their offices speak against it.
void unite_surnames(const std::vector<Item>& items, Sets& roots, OfficesOfSets& sets);

// "The Chinese premier" in one article is the one whom another of the story names in that office, where all that name
// one name the same. Returns the items so filled, each with that of the holder.
std::vector<std::pair<uint32_t, uint32_t>> fill_offices(const std::vector<Item>& items, KeyTable& keys, Sets& roots,
                                                        OfficesOfSets& sets);

}  // namespace readout::collation
