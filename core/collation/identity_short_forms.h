// Short and foreign forms of one name over articles: "A. Holm" and "Anna Holm", "WHO" and "World Health Organization".
// Nothing is merged where two could be meant.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "collation/identity_sets.h"

namespace readout::collation {

enum class ShortForm : uint8_t { kInitials, kGiven, kLetters, kKnown };

// An item that a step united with another's set, and on what ground.
struct ShortFormOf {
  uint32_t item;
  uint32_t other;
  ShortForm ground;
};

// Names of bodies that have several (data/built_in/bodies.tsv): spelling key -> body.
class KnownBodies {
 public:
  explicit KnownBodies(KeyTable& keys);
  // kNone: not known.
  uint32_t of(uint32_t key) const;
  static constexpr uint32_t kNone = UINT32_MAX;

 private:
  std::unordered_map<uint32_t, uint32_t> bodies_;
};

// A surname with initials alone joins the one person of its story whose given name begins so, unless their offices
// speak against it.
std::vector<ShortFormOf> unite_initials(const std::vector<Item>& items, Sets& roots, OfficesOfSets& sets);

// An acronym is the body that an article gives it to ("the World Health Organization (WHO)"), else the known body of
// the name, else the one whose first letters it is and which an article of the same story names; other known names of
// one body are one. An acronym that is given to two bodies, or whose letters fit another than is known, stays alone.
std::vector<ShortFormOf> unite_bodies(const std::vector<Item>& items, const KnownBodies& known, Sets& roots,
                                      OfficesOfSets& sets);

}  // namespace readout::collation
