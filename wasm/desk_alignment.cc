// {"kind":"alignment"}: two articles side by side, passage by passage.
#include <algorithm>
#include <utility>

#include "desk_questions.h"
#include "desk_search.h"
#include "desk_words.h"
#include "report/json_access.h"
#include "search/parallel.h"

namespace readout::desk {
namespace {

// The article's own sentences; where it was not cut into any, its blocks.
std::vector<Span> passages_of(const DeskArticle& article) {
  std::vector<Span> out;
  for (const Sentence& sentence : article.reading.language.sentences)
    if (article.places.describe(sentence.span) != "byline" && article.places.describe(sentence.span) != "dateline")
      out.push_back(sentence.span);
  if (out.empty()) {
    for (const Block& block : article.reading.article.blocks)
      if (is_article_text(block.kind)) out.push_back(block.span);
  }
  return out;
}

uint32_t word_count(const DeskArticle& article, const std::vector<Span>& passages) {
  uint32_t count = 0;
  for (const Span span : passages) count += article.packed.word_at(span.end) - article.packed.word_at(span.begin);
  return count;
}

void write_side(JsonWriter& json, std::string_view key, const DeskArticle& article, const std::vector<Span>& passages,
                std::optional<uint32_t> passage, const std::vector<Span>& marks) {
  json.key(key);
  if (passage) {
    write_words(json, article, passages[*passage], chain_at(article, passages[*passage]), marks);
  } else {
    json.null();
  }
}

}  // namespace

Answer answer_alignment(Desk& desk, const Question& question) {
  const auto a = article_of(desk, question, "a");
  if (!a) return a.error();
  const auto b = article_of(desk, question, "b");
  if (!b) return b.error();
  const DeskArticle& left = *a.value();
  const DeskArticle& right = *b.value();
  const std::vector<Span> lefts = passages_of(left);
  const std::vector<Span> rights = passages_of(right);
  const std::vector<search::ParallelRow> rows =
      search::lay_side_by_side(desk.lexicon(), {left.reading.article.text, &left.packed}, lefts,
                               {right.reading.article.text, &right.packed}, rights);
  uint32_t shared = 0;
  uint32_t paired = 0;
  for (const search::ParallelRow& row : rows) {
    shared += row.shared_words;
    paired += row.left && row.right ? 1 : 0;
  }
  JsonWriter json;
  json.begin_object().key("a");
  write_article_name(json, left);
  json.key("b");
  write_article_name(json, right);
  json.member("shared", shared).member("wordsA", word_count(left, lefts)).member("wordsB", word_count(right, rights));
  json.member("paired", paired).member("passagesA", lefts.size()).member("passagesB", rights.size());
  json.key("rows").begin_array();
  for (const search::ParallelRow& row : rows) {
    json.begin_object().member("likeness", row.likeness);
    write_side(json, "left", left, lefts, row.left, row.left_shared);
    write_side(json, "right", right, rights, row.right, row.right_shared);
    json.end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace readout::desk
