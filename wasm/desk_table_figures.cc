// The table of the figures that are given.
#include <utility>

#include "desk_plain.h"
#include "desk_table_readings.h"
#include "desk_words.h"
#include "report/vocabulary.h"

namespace readout::desk {
namespace {

class FiguresTable : public ReadingTable {
 public:
  FiguresTable(Desk& desk, const Scope& scope)
      : ReadingTable(desk, scope, [](const Reading& reading) { return reading.figures.size(); }) {
    move_last([this](size_t index) { return is_small_talk(article(index).reading.figures[item(index)]); });
  }

  const std::vector<Column>& columns() const override {
    static const std::vector<Column> kColumns{
        {"figure", "Figure", false, true, false}, {"value", "Value", true, false, false},
        {"unit", "Unit", false, false, true},     {"kind", "Kind", false, false, true},
        {"of", "Of", false, true, false},         {"period", "For", false, true, false},
        {"sense", "Sense", false, false, true},   {"outlet", "Outlet", false, false, true},
        {"where", "Where", false, false, false},  {"accounts", "Accounts", true, false, false},
    };
    return kColumns;
  }

  TableRow row(size_t index) const override {
    const DeskArticle& from = article(index);
    const Figure& figure = from.reading.figures[item(index)];
    TableRow row;
    row.article = &from;
    row.open = figure.span;
    row.doubt = figure.doubt;
    row.cells.push_back(text_cell(words_at(from, figure.span)));
    const double sorted_by = figure.value ? *figure.value : figure.min ? *figure.min : figure.max.value_or(0);
    row.cells.push_back({value_text(figure), sorted_by, {}});
    row.cells.push_back(text_cell(figure.unit));
    row.cells.push_back(text_cell(std::string(word_of(figure.kind))));
    row.cells.push_back(text_cell(words_at(from, figure.of)));
    row.cells.push_back(text_cell(words_at(from, figure.period)));
    row.cells.push_back(text_cell(std::string(role_text(figure.role))));
    row.cells.push_back(text_cell(outlet_of(from)));
    row.cells.push_back(text_cell(from.places.describe(figure.span)));
    row.cells.push_back(accounts(index, FactKind::kFigure, figure.span));
    return row;
  }
};

}  // namespace

std::unique_ptr<TableSource> figures_table(Desk& desk, const Scope& scope) {
  return std::make_unique<FiguresTable>(desk, scope);
}

}  // namespace readout::desk
