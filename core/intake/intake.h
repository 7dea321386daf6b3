// From what people drop to clean articles: decode, split, blocks, masthead. Nothing is deleted: a removed block keeps
// its place, its kind and its reason.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/article.h"
#include "text/bundle.h"
#include "text/result.h"

namespace readout {

// One article to read, as the contract's input has it. `text` may be any bytes; read() repairs what is no UTF-8.
struct ArticleInput {
  std::string id;
  std::string text;
  std::optional<std::string> title;
  std::optional<std::string> published;  // YYYY-MM-DD
  std::optional<std::string> outlet;
  SourceKind source = SourceKind::kPage;
  std::string sha256;  // of the file's bytes; empty: of `text`
  std::optional<FileOrigin> file;
  std::vector<Span>
      restored;  // bytes of `text`: blocks that overlap one of these are read as body, whatever they look like
  // Lines known to stand in several articles of one outlet, in any spelling of case and marks: furniture wherever they
  // stand in the text. For whoever sees the other articles to give; an article alone cannot know.
  std::vector<std::string> repeated;
};

// Word lists and weights for judging blocks; copies what it needs from the bundle.
class IntakeModel {
 public:
  IntakeModel();
  ~IntakeModel();
  IntakeModel(IntakeModel&&) noexcept;
  IntakeModel& operator=(IntakeModel&&) noexcept;

  // Errors: "model-malformed".
  static Result<IntakeModel> load(const Bundle& bundle);

  struct Parts;
  const Parts& parts() const { return *parts_; }

 private:
  std::unique_ptr<const Parts> parts_;
};

struct FileLimits {
  uint64_t max_bytes = 64ull << 20;
  uint32_t max_articles = 100000;       // 1: the file is read as one article
  bool repair_double_encoding = false;  // undo it (intake/decode.h); somebody must have asked for that
};

// Opens one plain-text file: decodes it, splits it into the articles that it holds, ids `name`, or `name#1`, `name#2`.
// The offsets of FileOrigin count in the text as decoded and, where asked for, repaired. Errors: those of decode().
Result<std::vector<ArticleInput>> open_file(std::string_view name, std::string_view bytes,
                                            const FileLimits& limits = {});

// Text to article: blocks with reasons, masthead, truncation.
// Errors: "empty-text" (nothing but white space), "text-too-long" (4 GiB of offsets is the end of Span).
Result<Article> take_in(const ArticleInput& input, const IntakeModel& model);

}  // namespace readout
