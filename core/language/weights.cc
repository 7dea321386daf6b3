#include "language/weights.h"

#include <algorithm>
#include <utility>

namespace readout {

namespace {

constexpr size_t kHead = 12;

Error malformed(size_t offset) {
  return {"model-malformed", "The model's weights cannot be read; fetch the model file again.", offset};
}

uint32_t read_u32(std::string_view bytes, size_t at) {
  uint32_t value = 0;
  for (size_t i = 0; i < 4; ++i) value |= static_cast<uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return value;
}

void write_u32(std::string& out, uint32_t value) {
  for (int i = 0; i < 4; ++i) out.push_back(static_cast<char>((value >> (8 * i)) & 0xFF));
}

}  // namespace

Result<Weights> Weights::parse(std::string_view bytes) {
  if (bytes.size() < kHead || bytes.substr(0, 2) != "RW" || bytes[2] != 1) return malformed(0);
  const auto bits = static_cast<uint32_t>(static_cast<unsigned char>(bytes[3]));
  const uint32_t classes = read_u32(bytes, 4);
  const uint32_t count = read_u32(bytes, 8);
  if (bits < 1 || bits > kMaxBits || classes < 1 || classes > kMaxClasses) return malformed(3);
  Weights weights;
  weights.classes_ = classes;
  weights.stride_ = classes <= kShort ? kShort : (classes + 7) / 8 * 8;
  weights.shift_ = 64 - bits;
  if (weights.stride_ == kShort) {
    weights.lines_.resize(((size_t{kShort} << bits) + sizeof(Line) - 1) / sizeof(Line));
  } else {
    weights.blocks_.resize(((size_t{1} << bits) + 63) / 64);
    weights.rows_ = 1;  // that of zeros
    weights.lines_.resize((pitch_of(weights.stride_) + sizeof(Line) - 1) / sizeof(Line));
  }
  size_t at = kHead;
  uint64_t row = 0;
  uint64_t cls = 0;
  int8_t* values = nullptr;  // of `row`
  for (uint32_t i = 0; i < count; ++i) {
    uint64_t step = 0;
    for (uint32_t shift = 0;; shift += 7) {
      if (at >= bytes.size() || shift > 28) return malformed(at);
      const auto byte = static_cast<unsigned char>(bytes[at++]);
      step |= static_cast<uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) break;
    }
    if (at >= bytes.size() || (i > 0 && step == 0)) return malformed(at);
    cls += step;
    if (cls >= classes) {
      row += cls / classes;
      cls %= classes;
      if (row >> bits != 0) return malformed(at);
      values = nullptr;
    }
    if (values == nullptr) values = weights.add_row(row);
    values[cls] = static_cast<int8_t>(bytes[at++]);
  }
  weights.count_rows();
  if (at != bytes.size()) return malformed(at);
  return weights;
}

int8_t* Weights::add_row(uint64_t row) {
  size_t from = row * kShort;
  if (stride_ != kShort) {
    blocks_[row / 64].present |= uint64_t{1} << (row % 64);
    from = rows_++ * pitch_of(stride_);
    lines_.resize(std::max(lines_.size(), (from + pitch_of(stride_) + sizeof(Line) - 1) / sizeof(Line)));
  }
  return reinterpret_cast<int8_t*>(lines_.data()) + from;
}

void Weights::count_rows() {
  uint32_t before = 0;
  for (Block& block : blocks_) {
    block.before = before;
    before += static_cast<uint32_t>(std::popcount(block.present));
  }
}

std::string write_weights(uint32_t bits, uint32_t classes, const std::vector<int8_t>& values) {
  std::string body;
  uint32_t count = 0;
  size_t last = 0;
  for (size_t index = 0; index < values.size(); ++index) {
    if (values[index] == 0) continue;
    size_t step = index - last;
    for (; step >= 0x80; step >>= 7) body.push_back(static_cast<char>((step & 0x7F) | 0x80));
    body.push_back(static_cast<char>(step));
    body.push_back(static_cast<char>(values[index]));
    last = index;
    ++count;
  }
  std::string out("RW");
  out.push_back(1);
  out.push_back(static_cast<char>(bits));
  write_u32(out, classes);
  write_u32(out, count);
  return out + body;
}

}  // namespace readout
