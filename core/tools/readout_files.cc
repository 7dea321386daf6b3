#include "tools/readout_files.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "intake/intake.h"

namespace readout::cli {

namespace {

namespace fs = std::filesystem;

constexpr int kMaxDepth = 64;

// Formats that people keep articles in and that are no plain text: better named than read as garbage. Sorted.
constexpr std::array<std::string_view, 40> kOtherFormats{
    ".7z",     ".bmp",  ".bz2",  ".csv",     ".doc",  ".docx",  ".eml", ".epub", ".gif", ".gz",
    ".htm",    ".html", ".jpeg", ".jpg",     ".json", ".jsonl", ".mht", ".mp3",  ".mp4", ".msg",
    ".ndjson", ".odt",  ".ods",  ".parquet", ".pdf",  ".png",   ".ppt", ".pptx", ".rar", ".rtf",
    ".tar",    ".tif",  ".tiff", ".tsv",     ".wav",  ".webp",  ".xls", ".xlsx", ".xml", ".zip"};

std::string extension_of(const fs::path& path) {
  std::string extension = path.extension().string();
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return extension;
}

bool is_other_format(const fs::path& path) {
  const std::string extension = extension_of(path);
  return std::find(kOtherFormats.begin(), kOtherFormats.end(), extension) != kOtherFormats.end();
}

Error unreadable(const std::error_code& why) {
  return {"unreadable", "It cannot be read: " + why.message() + ".", std::nullopt};
}

}  // namespace

FileFinder::FileFinder(std::function<bool(FoundFile)> take) : take_(std::move(take)) {}

void FileFinder::find(const std::string& given) {
  const fs::path path(given);
  std::error_code fault;
  const fs::file_status status = fs::status(path, fault);
  if (!fs::exists(status)) {
    found(path, given, Error{"not-found", "There is no such file or folder.", std::nullopt});
  } else if (fs::is_directory(status)) {
    walk(path, "", 0);
  } else {
    found(path, path.filename().string());
  }
}

void FileFinder::walk(const fs::path& folder, const std::string& inside, int depth) {
  std::error_code fault;
  std::vector<std::string> names;
  for (fs::directory_iterator entry(folder, fault), end; !fault && entry != end; entry.increment(fault)) {
    std::string name = entry->path().filename().string();
    if (!name.empty() && name.front() != '.') names.push_back(std::move(name));
  }
  if (fault) {
    found(folder, inside.empty() ? folder.string() : inside, unreadable(fault));
    return;
  }
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    if (stopped_) return;
    const fs::path path = folder / name;
    const std::string known_as = inside.empty() ? name : inside + "/" + name;
    if (!fs::is_directory(path, fault)) {
      found(path, known_as);
    } else if (fs::is_symlink(path, fault)) {
      found(path, known_as, Error{"unreadable", "A link to a folder is not followed; name the folder.", std::nullopt});
    } else if (depth == kMaxDepth) {
      found(path, known_as, Error{"unreadable", "Folders are nested more than 64 deep.", std::nullopt});
    } else {
      walk(path, known_as, depth + 1);
    }
  }
}

void FileFinder::found(const fs::path& path, const std::string& name, std::optional<Error> error) {
  if (stopped_) return;
  FoundFile file{path, names_.insert(name) ? name : path.generic_string(), 0, std::move(error)};
  std::error_code fault;
  if (const auto size = fs::file_size(path, fault); !fault) file.bytes = size;
  stopped_ = !take_(std::move(file));
}

Result<std::string> file_bytes(const FoundFile& file) {
  if (file.error) return *file.error;
  if (is_other_format(file.path)) {
    return Error{"unsupported-format", "This is no plain text; save the article as text and give that.", std::nullopt};
  }
  const uint64_t most = FileLimits{}.max_bytes;
  const Error too_large{"file-too-large", "This file is larger than 64 MiB; split it into its articles.", most};
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> in(std::fopen(file.path.c_str(), "rb"), &std::fclose);
  if (!in) return unreadable(std::error_code(errno, std::generic_category()));
  if (file.bytes > most) return too_large;
  std::string bytes;
  bytes.reserve(static_cast<size_t>(file.bytes));
  std::array<char, size_t{1} << 16> block;
  // A file may grow while it is read, and a pipe has no size: one byte past the limit is enough to know.
  for (size_t got = 0; bytes.size() <= most && (got = std::fread(block.data(), 1, block.size(), in.get())) > 0;) {
    bytes.append(block.data(), got);
  }
  if (std::ferror(in.get()) != 0) return unreadable(std::error_code(errno, std::generic_category()));
  if (bytes.size() > most) return too_large;
  return bytes;
}

}  // namespace readout::cli
