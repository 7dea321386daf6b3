#include "text/bundle.h"

#include <algorithm>

#include "text/sha256.h"

namespace readout {

namespace {

constexpr std::string_view kMagic{"RDOUT\0", 6};
constexpr size_t kDigest = 64;
constexpr size_t kChecksum = 16;
constexpr size_t kTail = kDigest + kChecksum;

template <class T>
void put(std::string& out, T value) {
  for (size_t i = 0; i < sizeof(T); ++i) out += static_cast<char>(static_cast<uint64_t>(value) >> (8 * i));
}

// Reads little-endian integers without ever passing the end.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : bytes_(bytes) {}

  template <class T>
  bool get(T& value) {
    if (bytes_.size() - at_ < sizeof(T)) return false;
    uint64_t sum = 0;
    for (size_t i = 0; i < sizeof(T); ++i)
      sum |= static_cast<uint64_t>(static_cast<unsigned char>(bytes_[at_ + i])) << (8 * i);
    value = static_cast<T>(sum);
    at_ += sizeof(T);
    return true;
  }
  bool get(std::string& value, size_t size) {
    if (bytes_.size() - at_ < size) return false;
    value.assign(bytes_.substr(at_, size));
    at_ += size;
    return true;
  }
  size_t at() const { return at_; }

 private:
  std::string_view bytes_;
  size_t at_ = 0;
};

// Four lanes of multiplicative hashing over words of eight bytes. Each step is a bijection of its lane, so no change
// within one word goes unseen.
class Checksum {
 public:
  static constexpr size_t kWidth = 32;

  // `bytes`: whole widths of them.
  [[gnu::noinline]] void add(std::string_view bytes) {
    uint64_t lanes[4] = {lanes_[0], lanes_[1], lanes_[2], lanes_[3]};
    for (size_t at = 0; at < bytes.size(); at += kWidth)
      for (size_t i = 0; i < 4; ++i) {
        uint64_t word = 0;
        __builtin_memcpy(&word, bytes.data() + at + i * 8, 8);
        lanes[i] = step(lanes[i], word);
      }
    std::copy(lanes, lanes + 4, lanes_);
  }
  // What is left, and the sum of them all.
  std::string end(std::string_view rest, size_t size) {
    for (size_t i = 0; i < rest.size(); ++i) lanes_[i % 4] = step(lanes_[i % 4], static_cast<unsigned char>(rest[i]));
    uint64_t sum = size;
    for (const uint64_t lane : lanes_) sum = step(sum, lane);
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[(sum >> shift) & 15];
    return text;
  }

 private:
  static uint64_t step(uint64_t lane, uint64_t word) {
    lane = (lane ^ word) * 0x9E3779B97F4A7C15ull;
    return lane ^ (lane >> 32);
  }
  uint64_t lanes_[4] = {1, 2, 3, 4};
};

std::string checksum(std::string_view bytes) {
  // In parts, for a browser optimises a function by the time that it is called again, never while it runs.
  constexpr size_t kAtOnce = 1 << 14;
  Checksum sum;
  size_t at = 0;
  for (; at + Checksum::kWidth <= bytes.size(); at += kAtOnce)
    sum.add(bytes.substr(at, std::min(kAtOnce, (bytes.size() - at) / Checksum::kWidth * Checksum::kWidth)));
  return sum.end(bytes.substr(std::min(at, bytes.size() / Checksum::kWidth * Checksum::kWidth)), bytes.size());
}

Error fault(const char* code, const char* message, uint64_t offset) { return {code, message, offset}; }

}  // namespace

Result<Bundle> Bundle::open(std::string_view bytes) {
  constexpr const char* kReload = "The language model is damaged or incomplete; load the page again or rebuild it.";
  if (bytes.size() < kMagic.size() + 6 + kTail) return fault("model-truncated", kReload, bytes.size());
  if (bytes.substr(0, kMagic.size()) != kMagic) return fault("model-malformed", kReload, 0);
  const uint64_t body_end = bytes.size() - kTail;
  Cursor cursor(bytes.substr(0, body_end));
  std::string magic;
  uint16_t version = 0;
  uint32_t count = 0;
  cursor.get(magic, kMagic.size());
  cursor.get(version);
  if (version != kBundleVersion) {
    return fault("model-version", "The language model was made for another version of Readout; rebuild it.",
                 cursor.at());
  }
  const size_t sum_at = bytes.size() - kChecksum;
  if (checksum(bytes.substr(0, sum_at)) != bytes.substr(sum_at)) return fault("model-altered", kReload, sum_at);
  cursor.get(count);
  Bundle bundle;
  bundle.version_ = bytes.substr(body_end, 12);
  for (uint32_t i = 0; i < count; ++i) {
    uint8_t length = 0;
    std::string name;
    uint64_t offset = 0;
    uint64_t size = 0;
    if (!cursor.get(length) || !cursor.get(name, length) || !cursor.get(offset) || !cursor.get(size) ||
        offset > body_end || size > body_end - offset) {
      return fault("model-malformed", kReload, cursor.at());
    }
    if (!bundle.sections_.empty() && !(bundle.sections_.back().first < name)) {
      return fault("model-malformed", kReload, cursor.at());
    }
    bundle.sections_.emplace_back(std::move(name), bytes.substr(offset, size));
  }
  return bundle;
}

std::string_view Bundle::section(std::string_view name) const {
  const auto at = std::lower_bound(sections_.begin(), sections_.end(), name,
                                   [](const auto& section, std::string_view key) { return section.first < key; });
  return at != sections_.end() && at->first == name ? at->second : std::string_view{};
}

bool Bundle::has(std::string_view name) const {
  return std::any_of(sections_.begin(), sections_.end(), [&](const auto& section) { return section.first == name; });
}

std::string write_bundle(std::vector<std::pair<std::string, std::string>> sections) {
  std::sort(sections.begin(), sections.end());
  std::string head(kMagic);
  put<uint16_t>(head, kBundleVersion);
  put<uint32_t>(head, static_cast<uint32_t>(sections.size()));
  uint64_t at = head.size();
  for (const auto& [name, bytes] : sections) at += 1 + name.size() + 16;
  const auto aligned = [](uint64_t offset) { return (offset + 7) / 8 * 8; };
  std::string body;
  const uint64_t body_begin = aligned(at);
  for (const auto& [name, bytes] : sections) {
    put<uint8_t>(head, static_cast<uint8_t>(name.size()));
    head += name;
    put<uint64_t>(head, body_begin + body.size());
    put<uint64_t>(head, bytes.size());
    body += bytes;
    body.resize(aligned(body.size()));
  }
  head.resize(body_begin);
  head += body;
  head += sha256_hex(head);
  head += checksum(head);
  return head;
}

}  // namespace readout
