// Lines of a stream, one at a time.
#pragma once

#include <optional>
#include <string>

namespace readout::cli {

struct Line {
  std::string text;     // without its line end; where the line is too long, its beginning
  uint64_t number = 0;  // from 1
  bool too_long = false;
};

// Reads a file descriptor and holds one line and one block of it. Empty lines are counted and skipped. A line ends
// with LF or CR LF; the last one may lack it.
class LineReader {
 public:
  LineReader(int descriptor, size_t max_line);

  // None at the end of the stream, or where it cannot be read (failed()).
  std::optional<Line> next();
  bool failed() const { return failed_; }

 private:
  bool fill();

  int descriptor_;
  size_t max_line_;
  std::string block_;
  size_t at_ = 0;
  uint64_t number_ = 0;
  bool failed_ = false;
};

}  // namespace readout::cli
