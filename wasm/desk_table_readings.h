// Tables whose rows are values of the readings: quotations, figures, events.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "desk_facts.h"
#include "desk_table.h"

namespace readout::desk {

inline TableCell text_cell(std::string text) { return {std::move(text), 0, {}}; }

// The words of a span on one line; empty where there is none.
std::string words_at(const DeskArticle& article, const std::optional<Span>& span);

// Rows that are values of readings, named by article and index, in the order of the articles and then of the text.
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

  // Keeps the rows that the test (article, index) holds for.
  template <class Test>
  void keep(Test test) {
    const auto gone = [&](const auto& row) { return !test(row.first, row.second); };
    rows_.erase(std::remove_if(rows_.begin(), rows_.end(), gone), rows_.end());
  }

  // How many accounts have the fact at the span; empty where the dossier has none there.
  TableCell accounts(size_t index, FactKind kind, Span span) const;

 private:
  Desk* desk_;
  mutable std::optional<FactPlaces> facts_;  // of the article asked about last: rows are asked for in text order
  mutable ArticleIndex facts_article_ = 0;
  std::vector<std::pair<ArticleIndex, uint32_t>> rows_;
};

}  // namespace readout::desk
