#include "tools/readout_ids.h"

#include <string>

#include "text/sha256.h"

namespace readout::cli {

namespace {

uint64_t from_hex(std::string_view digits) {
  uint64_t value = 0;
  for (const char c : digits) value = value << 4 | static_cast<uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
  return value;
}

}  // namespace

bool IdSet::insert(std::string_view id) {
  const std::string digest = sha256_hex(id);
  Key key{from_hex(std::string_view(digest).substr(0, 16)), from_hex(std::string_view(digest).substr(16, 16))};
  key[1] |= 1;  // never the free slot's value
  if ((size_ + 1) * 2 > slots_.size()) grow();
  const size_t slot = slot_of(slots_, key);
  if (slots_[slot] == key) return false;
  slots_[slot] = key;
  ++size_;
  return true;
}

size_t IdSet::slot_of(const std::vector<Key>& slots, const Key& key) const {
  const size_t mask = slots.size() - 1;
  size_t slot = key[0] & mask;
  while (slots[slot] != Key{} && slots[slot] != key) slot = (slot + 1) & mask;
  return slot;
}

void IdSet::grow() {
  std::vector<Key> larger(slots_.empty() ? 1024 : slots_.size() * 2);
  for (const Key& key : slots_) {
    if (key != Key{}) larger[slot_of(larger, key)] = key;
  }
  slots_ = std::move(larger);
}

}  // namespace readout::cli
