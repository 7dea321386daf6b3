#include "desk_table_readings.h"

#include "desk_words.h"

namespace readout::desk {

std::string words_at(const DeskArticle& article, const std::optional<Span>& span) {
  return span ? one_line(words_of(article.reading.article.text, *span), 200) : std::string();
}

TableCell ReadingTable::accounts(size_t index, FactKind kind, Span span) const {
  const ArticleIndex article = rows_[index].first;
  if (!facts_ || facts_article_ != article) {
    facts_.emplace(*desk_, article);
    facts_article_ = article;
  }
  const auto fact = facts_->find(kind, span);
  if (!fact) return {};
  const size_t count = count_accounts(desk_->dossier().facts[*fact]);
  return {std::to_string(count), static_cast<double>(count), {}};
}

}  // namespace readout::desk
