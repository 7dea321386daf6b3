// The tables of what was read in each article: quotations and figures.
#include <utility>

#include "desk_facts.h"
#include "desk_plain.h"
#include "desk_table.h"
#include "desk_words.h"
#include "report/vocabulary.h"

namespace readout::desk {
namespace {

TableCell text_cell(std::string text) { return {std::move(text), 0}; }

std::string words_at(const DeskArticle& article, const std::optional<Span>& span) {
  return span ? one_line(words_of(article.reading.article.text, *span), 200) : std::string();
}

// Rows that are values of readings, named by article and index.
class ReadingTable : public TableSource {
 public:
  template <class Count>
  ReadingTable(Desk& desk, const Scope& scope, Count count) : desk_(&desk) {
    for (ArticleIndex article = 0; article < desk.articles().size(); ++article) {
      if (!scope.has(article)) continue;
      const auto items = static_cast<uint32_t>(count(desk.articles()[article]->reading));
      for (uint32_t item = 0; item < items; ++item) rows_.emplace_back(article, item);
    }
  }

  size_t size() const override { return rows_.size(); }

 protected:
  const DeskArticle& article(size_t index) const { return *desk_->articles()[rows_[index].first]; }
  uint32_t item(size_t index) const { return rows_[index].second; }

  // Rows that the test holds for go behind the others.
  template <class Test>
  void move_last(Test test) {
    std::vector<std::pair<ArticleIndex, uint32_t>> first;
    std::vector<std::pair<ArticleIndex, uint32_t>> last;
    for (size_t i = 0; i < rows_.size(); ++i) (test(i) ? last : first).push_back(rows_[i]);
    rows_ = std::move(first);
    rows_.insert(rows_.end(), last.begin(), last.end());
  }

  // How many accounts have the fact at the span; empty where the dossier has none there.
  TableCell accounts(size_t index, FactKind kind, Span span) const {
    const ArticleIndex article = rows_[index].first;
    if (!facts_ || facts_article_ != article) {
      facts_.emplace(*desk_, article);
      facts_article_ = article;
    }
    const auto fact = facts_->find(kind, span);
    if (!fact) return {};
    const size_t count = count_accounts(desk_->dossier().facts[*fact]);
    return {std::to_string(count), static_cast<double>(count)};
  }

 private:
  Desk* desk_;
  mutable std::optional<FactPlaces> facts_;  // of the article asked about last: rows are asked for in text order
  mutable ArticleIndex facts_article_ = 0;
  std::vector<std::pair<ArticleIndex, uint32_t>> rows_;
};

class QuotationsTable : public ReadingTable {
 public:
  QuotationsTable(Desk& desk, const Scope& scope)
      : ReadingTable(desk, scope, [](const Reading& reading) { return reading.quotations.size(); }) {}

  const std::vector<Column>& columns() const override {
    static const std::vector<Column> kColumns{
        {"speaker", "Speaker", false, false, true}, {"said", "Words", false, true, false},
        {"cue", "Verb", false, true, false},        {"stance", "Stance of the verb", false, false, true},
        {"via", "Through", false, false, true},     {"to", "To", false, false, false},
        {"how", "How", false, false, true},         {"outlet", "Outlet", false, false, true},
        {"where", "Where", false, false, false},    {"accounts", "Accounts", true, false, false},
    };
    return kColumns;
  }

  TableRow row(size_t index) const override {
    const DeskArticle& from = article(index);
    const Reading& reading = from.reading;
    const Quotation& quotation = reading.quotations[item(index)];
    std::string via;
    for (const Channel& channel : quotation.via) via += (via.empty() ? "" : ", ") + channel.text;
    TableRow row;
    row.article = &from;
    row.open = whole_of(quotation);
    row.doubt = quotation.doubt;
    row.chain = chain_of(reading, quotation);
    row.cells.push_back(text_cell(quotation.source ? name_of(reading, *quotation.source) : ""));
    row.cells.push_back(text_cell(joined_words(reading.article.text, quotation.content, 600)));
    row.cells.push_back(text_cell(words_at(from, quotation.cue)));
    row.cells.push_back(text_cell(std::string(stance_text(quotation.cue_class))));
    row.cells.push_back(text_cell(std::move(via)));
    row.cells.push_back(text_cell(quotation.addressee ? name_of(reading, *quotation.addressee) : ""));
    row.cells.push_back(text_cell(std::string(kind_text(quotation.kind))));
    row.cells.push_back(text_cell(outlet_of(from)));
    row.cells.push_back(text_cell(from.places.describe(row.open)));
    const Span first = quotation.content.empty() ? row.open : quotation.content.front();
    row.cells.push_back(accounts(index, FactKind::kQuotation, first));
    return row;
  }
};

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
    row.cells.push_back({value_text(figure), figure.value ? *figure.value
                                             : figure.min ? *figure.min
                                                          : figure.max.value_or(0)});
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

std::unique_ptr<TableSource> quotations_table(Desk& desk, const Scope& scope) {
  return std::make_unique<QuotationsTable>(desk, scope);
}

std::unique_ptr<TableSource> figures_table(Desk& desk, const Scope& scope) {
  return std::make_unique<FiguresTable>(desk, scope);
}

}  // namespace readout::desk
