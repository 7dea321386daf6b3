// The table of what is dated, in order of time.
#include <utility>

#include "desk_plain.h"
#include "desk_table_readings.h"
#include "desk_timeline.h"
#include "desk_words.h"

namespace readout::desk {
namespace {

std::string_view certainty_text(std::string_view certainty) {
  if (certainty == "certain") return "as the words give it";
  if (certainty == "inferred") return "worked out";
  return certainty == "vague" ? "vague" : "not fixed";
}

// What follows from the words, for a reader who wants to know how.
std::string how_of(const DateExpression& date) {
  if (!date.doubt.empty()) return date.doubt;
  return date.anchor.empty() || date.anchor == "its own words" ? "" : "counted from " + date.anchor;
}

class TimelineTable : public TableSource {
 public:
  TimelineTable(Desk& desk, const Scope& scope) : desk_(&desk), statements_(statements_of(desk, scope)) {}

  const std::vector<Column>& columns() const override {
    static const std::vector<Column> kColumns{
        {"date", "Date", false, false, false},        {"day", "In words", false, false, false},
        {"what", "What", false, true, false},         {"kind", "Kind", false, false, true},
        {"known", "Known", false, false, true},       {"how", "How", false, false, false},
        {"outlet", "Outlet", false, false, true},     {"where", "Where", false, false, false},
        {"accounts", "Accounts", true, false, false},
    };
    return kColumns;
  }

  size_t size() const override { return statements_.size(); }

  TableRow row(size_t index) const override {
    const Statement& statement = statements_[index];
    const DeskArticle& article = *desk_->articles()[statement.sources.front().first];
    const DateExpression& date = date_of(*desk_, statement);
    const DatedSentence sentence = sentence_of(*desk_, statement);
    const std::string_view certainty = certainty_of(date);
    TableRow row;
    row.article = &article;
    row.open = date.span;
    row.cells.push_back(text_cell(date.value));
    row.cells.push_back(text_cell(certainty == "unplaced" ? one_line(sentence.words, 60) : date_text(date.value)));
    row.cells.push_back(text_cell(one_line(sentence.before + sentence.words + sentence.after, 400)));
    TableCell kinds;
    kinds.values = kinds_of(*desk_, statement, sentence.whole);
    for (const std::string& kind : kinds.values) kinds.text += (kinds.text.empty() ? "" : ", ") + kind;
    row.cells.push_back(std::move(kinds));
    row.cells.push_back(text_cell(std::string(certainty_text(certainty))));
    row.cells.push_back(text_cell(how_of(date)));
    row.cells.push_back(text_cell(outlet_of(article)));
    row.cells.push_back(text_cell(article.places.describe(date.span)));
    row.cells.push_back({std::to_string(statement.accounts), static_cast<double>(statement.accounts), {}});
    return row;
  }

 private:
  Desk* desk_;
  std::vector<Statement> statements_;
};

}  // namespace

std::unique_ptr<TableSource> timeline_table(Desk& desk, const Scope& scope) {
  return std::make_unique<TimelineTable>(desk, scope);
}

}  // namespace readout::desk
