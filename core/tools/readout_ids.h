// Which ids were given already.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace readout::cli {

// Remembers 128 bits of each id's SHA-256 and nothing else: 32 bytes an id at most, however long the ids. Two ids of a
// billion would be taken for one with a chance of one in 10^20.
class IdSet {
 public:
  // True where the id was not there yet.
  bool insert(std::string_view id);

 private:
  using Key = std::array<uint64_t, 2>;
  // The slot of `key`, or the free slot where it belongs.
  size_t slot_of(const std::vector<Key>& slots, const Key& key) const;
  void grow();

  std::vector<Key> slots_;  // open addressing; {0, 0} is free
  size_t size_ = 0;
};

}  // namespace readout::cli
