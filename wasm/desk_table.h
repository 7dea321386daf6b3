// Tables: a source gives rows one at a time, the engine filters, counts facets, sorts and cuts the page. Nothing is
// kept between questions.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk.h"

namespace readout::desk {

struct Column {
  std::string_view id;
  std::string_view label;
  bool numeric = false;
  bool verbatim = false;  // words that were said or written
  bool facet = false;     // its values are counted and may be chosen
};

struct TableCell {
  std::string text;
  double number = 0;                // what a numeric column is sorted by
  std::vector<std::string> values;  // what a facet counts where the text holds several values; empty: the text
};

struct TableRow {
  std::vector<TableCell> cells;  // one a column
  const DeskArticle* article = nullptr;
  Span open;  // bytes; where the row's words stand, if `article` is given
  std::string doubt;
  std::vector<std::string> chain;
  bool decided = false;  // a rule of the reader's had a part in it
};

// Which articles a table is about: all, one story's, or one.
class Scope {
 public:
  Scope(Desk& desk, std::optional<uint32_t> story, const DeskArticle* only);
  bool has(ArticleIndex article) const { return article < in_.size() && in_[article]; }
  std::optional<uint32_t> story() const { return story_; }
  bool whole() const { return whole_; }

 private:
  std::vector<bool> in_;
  std::optional<uint32_t> story_;
  bool whole_ = true;
};

// The scope that the question's "story" and "article" ask for. Errors: "unknown-story", "unknown-article".
Result<Scope> scope_of(Desk& desk, const nlohmann::json& question);

class TableSource {
 public:
  virtual ~TableSource() = default;
  virtual const std::vector<Column>& columns() const = 0;
  virtual size_t size() const = 0;
  virtual TableRow row(size_t index) const = 0;  // in the table's own order
};

std::unique_ptr<TableSource> quotations_table(Desk& desk, const Scope& scope);
std::unique_ptr<TableSource> people_table(Desk& desk, const Scope& scope);
std::unique_ptr<TableSource> figures_table(Desk& desk, const Scope& scope);
std::unique_ptr<TableSource> timeline_table(Desk& desk, const Scope& scope);
// The question's "between" keeps the events behind one cell of the matrix (desk_actors.cc).
std::unique_ptr<TableSource> events_table(Desk& desk, const Scope& scope, const nlohmann::json& question);

}  // namespace readout::desk
