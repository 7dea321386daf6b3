// Files named on the command line, and those inside folders.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "text/result.h"
#include "tools/readout_ids.h"

namespace readout::cli {

struct FoundFile {
  std::filesystem::path path;
  std::string name;            // the id of its article
  uint64_t bytes = 0;          // its size, where known
  std::optional<Error> error;  // why it cannot be read
};

// Hands each file to `take`, which answers whether to go on. Names are the file's own name for a file that was named,
// and its path inside the folder for a file in a folder; where that name was given before, the whole path as it was
// given. Folders are walked depth first, each in byte order of its names; names that begin with a dot are passed over,
// links to folders are not followed.
class FileFinder {
 public:
  explicit FileFinder(std::function<bool(FoundFile)> take);
  void find(const std::string& path);

 private:
  void walk(const std::filesystem::path& folder, const std::string& inside, int depth);
  void found(const std::filesystem::path& path, const std::string& name, std::optional<Error> error = std::nullopt);

  std::function<bool(FoundFile)> take_;
  IdSet names_;
  bool stopped_ = false;
};

// The file's bytes. Errors: "not-found", "unreadable", "unsupported-format" (a known format that is no plain text),
// "file-too-large" (past what intake takes; such a file is not read to its end).
Result<std::string> file_bytes(const FoundFile& file);

}  // namespace readout::cli
