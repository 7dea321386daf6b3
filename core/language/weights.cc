#include "language/weights.h"

#include <algorithm>
#include <utility>

namespace readout {

namespace {

constexpr size_t kHead = 12;
// Weights read in one go. A browser optimises a function by the time that it is called again, never while it runs, so
// one loop over all of them would be done by its slowest code.
constexpr uint32_t kAtOnce = 2048;

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

struct Weights::Reading {
  size_t at = kHead;     // bytes read
  uint32_t weights = 0;  // weights read
  uint64_t row = 0;      // of the last one
  uint64_t cls = 0;
  size_t from = 0;
};

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
    weights.lines_.resize(weights.lines_of(size_t{1} << bits));
  } else {
    weights.blocks_.resize(((size_t{1} << bits) + 63) / 64);
    weights.rows_ = 1;  // that of zeros
    weights.lines_.resize(weights.lines_of(weights.rows_));
  }
  Reading reading;
  while (reading.weights < count) {
    const bool longer = weights.stride_ != kShort;
    // Hashes spread evenly, so how many rows there will be shows early: as a rule none has to be moved.
    if (longer && reading.weights > 0 && reading.weights == count / kAtOnce / 8 * kAtOnce) {
      const uint64_t likely = uint64_t{weights.rows_} * count / reading.weights * 33 / 32;
      const size_t most = weights.rows_ + (bytes.size() - reading.at) / 2;
      weights.lines_.reserve(weights.lines_of(static_cast<size_t>(std::min<uint64_t>(likely, most))));
    }
    if (longer) weights.lines_.resize(weights.lines_of(weights.rows_ + kAtOnce));
    if (!weights.read_some(bytes, std::min(kAtOnce, count - reading.weights), reading)) return malformed(reading.at);
  }
  if (weights.stride_ != kShort) weights.lines_.resize(weights.lines_of(weights.rows_));
  weights.count_rows();
  if (reading.at != bytes.size()) return malformed(reading.at);
  return weights;
}

bool Weights::read_some(std::string_view bytes, uint32_t count, Reading& reading) {
  int8_t* const all = reinterpret_cast<int8_t*>(lines_.data());
  const uint64_t rows = uint64_t{1} << (64 - shift_);
  Reading now = reading;
  for (uint32_t i = 0; i < count; ++i) {
    uint64_t step = 0;
    for (uint32_t shift = 0;; shift += 7) {
      if (now.at >= bytes.size() || shift > 28) return reading = now, false;
      const auto byte = static_cast<unsigned char>(bytes[now.at++]);
      step |= static_cast<uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) break;
    }
    if (now.at >= bytes.size() || (now.weights > 0 && step == 0)) return reading = now, false;
    now.cls += step;
    if (now.cls >= classes_ || now.weights == 0) {
      now.row += now.cls / classes_;
      now.cls %= classes_;
      if (now.row >= rows) return reading = now, false;
      now.from = add_row(now.row);
    }
    all[now.from + now.cls] = static_cast<int8_t>(bytes[now.at++]);
    ++now.weights;
  }
  reading = now;
  return true;
}

size_t Weights::add_row(uint64_t row) {
  if (stride_ == kShort) return row * kShort;
  blocks_[row / 64].present |= uint64_t{1} << (row % 64);
  return rows_++ * pitch_of(stride_);
}

size_t Weights::lines_of(size_t rows) const { return (rows * pitch_of(stride_) + sizeof(Line) - 1) / sizeof(Line); }

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
