// One article as intake hands it on: decoded text, its blocks and its masthead. Lowest common value of the core:
// intake makes it, language and reading take it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace readout {

enum class BlockKind : uint8_t { kHeadline, kByline, kDateline, kBody, kCaption, kFurniture, kStray };

// A run of whole lines with one kind. Blocks are in text order and never overlap; lines of white space may lie in none.
// `reason` says in plain words why the kind was given. `restored`: the person using the page put it back.
struct Block {
  Span span;
  BlockKind kind = BlockKind::kBody;
  std::string reason;
  bool restored = false;
};

// Furniture and strays are not the article; everything else is read.
constexpr bool is_article_text(BlockKind kind) { return kind != BlockKind::kFurniture && kind != BlockKind::kStray; }

enum class DateHow : uint8_t { kUnknown, kGiven, kStated, kInferred };

// When the article was published, and how that is known. `value` is YYYY-MM-DD, or a coarser YYYY-MM or YYYY, empty
// where unknown. `span` points at the words that show it, where words do.
struct PublishedDate {
  std::string value;
  DateHow how = DateHow::kUnknown;
  std::optional<Span> span;
  std::string reason;
};

// A person or agency credited for the article or a part of it ("With information from AFP").
struct Credit {
  std::string name;
  std::optional<Span> span;
};

struct Masthead {
  std::optional<std::string> title;
  std::optional<Span> title_span;  // where the title stands in the text; none where it was only given beside it
  std::optional<std::string> outlet;
  std::string outlet_reason;               // "given", or the words that show it
  std::optional<std::string> republisher;  // the site that carries another outlet's article
  std::vector<Credit> byline;
  std::vector<Credit> credits;
  std::optional<std::string> dateline_place;
  PublishedDate published;
};

enum class TruncationKind : uint8_t { kPaywall, kCut, kLimit };

// The article's own text ends before the article does. `at` is a byte offset into the text.
struct Truncation {
  TruncationKind kind = TruncationKind::kCut;
  uint32_t at = 0;
  std::string reason;
};

// Where the bytes came from: the file's name and the stretch of the decoded file that is this article (bytes).
struct FileOrigin {
  std::string name;
  uint64_t begin = 0;
  uint64_t end = 0;
  std::string encoding{};       // as the Encoding Standard names it; empty where the text did not come from bytes
  double confidence = 1;        // 0 to 1: how sure the encoding is
  uint32_t wrong_bytes = 0;     // in the whole file, replaced by U+FFFD; counted up to 100
  bool double_encoded = false;  // the file holds text encoded twice, as it stands; intake/decode.h can repair it
};

// Whether the text is a page with its furniture, or an article's own body from which nothing may be removed.
enum class SourceKind : uint8_t { kText, kPage };

struct Article {
  std::string id;
  std::string sha256;  // of the input's bytes, lower-case hex
  std::string text;    // valid UTF-8; every Span of the reading counts bytes of it
  SourceKind source = SourceKind::kPage;
  Masthead masthead;
  std::vector<Block> blocks;
  std::optional<Truncation> truncated;
  std::optional<FileOrigin> file;
};

}  // namespace readout
