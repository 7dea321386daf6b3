#include "tools/readout_lines.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace readout::cli {

namespace {

constexpr size_t kBlock = size_t{1} << 18;
// What is kept of a line that is too long, to find its id in.
constexpr size_t kKept = size_t{1} << 16;

}  // namespace

LineReader::LineReader(int descriptor, size_t max_line) : descriptor_(descriptor), max_line_(max_line) {}

bool LineReader::fill() {
  block_.resize(kBlock);
  ssize_t got = 0;
  do {
    got = ::read(descriptor_, block_.data(), block_.size());
  } while (got < 0 && errno == EINTR);
  failed_ = got < 0;
  block_.resize(got > 0 ? static_cast<size_t>(got) : 0);
  at_ = 0;
  return got > 0;
}

std::optional<Line> LineReader::next() {
  Line line;
  bool begun = false;
  for (;;) {
    if (at_ == block_.size() && !fill()) {
      if (!begun || (line.text.empty() && !line.too_long)) return std::nullopt;
      line.number = ++number_;
      return line;
    }
    begun = true;
    const size_t end = std::min(block_.find('\n', at_), block_.size());
    const size_t size = end - at_;
    if (!line.too_long && line.text.size() + size > max_line_) {
      line.too_long = true;
      line.text.append(block_, at_, std::min(size, kKept));
      line.text.resize(std::min(line.text.size(), kKept));
      line.text.shrink_to_fit();
    } else if (!line.too_long) {
      line.text.append(block_, at_, size);
    }
    at_ = end;
    if (end == block_.size()) continue;
    ++at_;
    line.number = ++number_;
    if (!line.text.empty() && line.text.back() == '\r') line.text.pop_back();
    if (!line.text.empty() || line.too_long) return line;
    begun = false;
  }
}

}  // namespace readout::cli
