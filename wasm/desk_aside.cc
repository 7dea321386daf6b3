// {"kind":"aside"}: the passages that were set aside, to look through and to restore.
#include <utility>

#include "desk_questions.h"
#include "desk_words.h"
#include "report/json_access.h"
#include "report/vocabulary.h"

namespace readout::desk {
namespace {

constexpr uint32_t kShownUnits = 300;

void write_passage(JsonWriter& json, const DeskArticle& article, const Block& block) {
  const Span units = article.utf16.to_unit(block.span);
  Span shown = block.span;
  if (units.size() > kShownUnits) shown.end = article.utf16.to_byte(units.begin + kShownUnits);
  json.begin_object().member("key", article.key).member("label", article.label);
  json.member("begin", units.begin).member("end", units.end);
  json.member("words", words_of(article.reading.article.text, shown)).member("kind", word_of(block.kind));
  json.member("reason", block.reason).member("restored", block.restored).end_object();
}

}  // namespace

Answer answer_aside(Desk& desk, const Question& question) {
  std::vector<const DeskArticle*> articles = desk.articles();
  if (json_access::string(question, "article")) {
    const auto found = article_of(desk, question, "article");
    if (!found) return found.error();
    articles = {found.value()};
  }
  std::vector<std::pair<const DeskArticle*, const Block*>> passages;
  for (const DeskArticle* article : articles) {
    for (const Block& block : article->reading.article.blocks)
      if (!is_article_text(block.kind) || block.restored) passages.emplace_back(article, &block);
  }
  const Page page = page_of(question, passages.size(), 100);
  JsonWriter json;
  json.begin_object().key("passages").begin_array();
  for (size_t i = page.from; i < page.end; ++i) write_passage(json, *passages[i].first, *passages[i].second);
  json.end_array().member("total", passages.size()).end_object();
  return json.take();
}

}  // namespace readout::desk
