// {"kind":"article"}: one text with its blocks, its marks and what the margin tells of them.
#include <algorithm>
#include <utility>

#include "desk_facts.h"
#include "desk_items.h"
#include "desk_mentions.h"
#include "desk_questions.h"
#include "desk_words.h"
#include "report/json_access.h"
#include "report/vocabulary.h"

namespace readout::desk {
namespace {

constexpr size_t kMostOthers = 12;

struct Mark {
  Span span;
  ItemKind kind = ItemKind::kQuotation;
  size_t item = 0;
};

// Pronouns are read but not marked: a page of marked "he" tells nothing.
bool is_marked(const Reading& reading, const Item& item, Span span) {
  if (item.kind != ItemKind::kName) return true;
  const auto at = std::lower_bound(reading.mentions.begin(), reading.mentions.end(), span,
                                   [](const Mention& mention, Span s) { return mention.span < s; });
  return at == reading.mentions.end() || !(at->span == span) || at->kind == MentionKind::kName;
}

// All marks in text order, outer before inner, properly nested: quotations may hold marks, others hold none. What
// would cross another mark is left out (its item stays).
std::vector<Mark> marks_of(const Reading& reading, const std::vector<Item>& items) {
  std::vector<Mark> all;
  for (size_t i = 0; i < items.size(); ++i) {
    for (const Span span : items[i].spans)
      if (!span.empty() && is_marked(reading, items[i], span)) all.push_back({span, items[i].kind, i});
  }
  std::sort(all.begin(), all.end(), [](const Mark& a, const Mark& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    if ((a.kind == ItemKind::kQuotation) != (b.kind == ItemKind::kQuotation)) return a.kind == ItemKind::kQuotation;
    if (a.span.end != b.span.end) return a.span.end > b.span.end;
    return std::pair(a.kind, a.item) < std::pair(b.kind, b.item);
  });
  std::vector<Mark> marks;
  std::vector<uint32_t> open;  // ends of the quotations around
  uint32_t leaf_end = 0;
  for (const Mark& mark : all) {
    while (!open.empty() && open.back() <= mark.span.begin) open.pop_back();
    if (!open.empty() && mark.span.end > open.back()) continue;
    if (mark.kind == ItemKind::kQuotation) {
      if (mark.span.begin < leaf_end) marks.pop_back();  // the leaf that it would begin in is the last mark
      open.push_back(mark.span.end);
      leaf_end = std::min(leaf_end, mark.span.begin);
    } else {
      if (mark.span.begin < leaf_end) continue;
      leaf_end = mark.span.end;
    }
    marks.push_back(mark);
  }
  return marks;
}

std::optional<FactKind> fact_kind(ItemKind kind) {
  switch (kind) {
    case ItemKind::kQuotation:
      return FactKind::kQuotation;
    case ItemKind::kFigure:
      return FactKind::kFigure;
    case ItemKind::kDate:
      return FactKind::kDate;
    case ItemKind::kEvent:
      return FactKind::kEvent;
    case ItemKind::kName:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<uint32_t> fact_of(const Item& item, const FactPlaces& facts) {
  const auto kind = fact_kind(item.kind);
  if (!kind) return std::nullopt;
  for (const Span span : item.spans)
    if (const auto fact = facts.find(*kind, span)) return fact;
  return std::nullopt;
}

void write_elsewhere(JsonWriter& json, Desk& desk, ArticleIndex here, std::optional<uint32_t> fact) {
  json.key("elsewhere");
  std::vector<const Cell*> others;
  if (fact) {
    for (const Cell& cell : desk.dossier().facts[*fact].cells) {
      const bool has = cell.article != here && !cell.spans.empty() && cell.article < desk.articles().size() &&
                       (cell.state == CellState::kCarries || cell.state == CellState::kDiffers);
      if (has && others.size() < kMostOthers) others.push_back(&cell);
    }
  }
  if (others.empty()) {
    json.null();
    return;
  }
  json.begin_object().member("fact", *fact).key("others").begin_array();
  for (const Cell* cell : others) {
    const DeskArticle& article = *desk.articles()[cell->article];
    const Span words = cell_span(desk.dossier().facts[*fact].kind, cell->spans);
    write_words(json, article, words, chain_at(article, words));
  }
  json.end_array().end_object();
}

// Who that is in the dossier, where the item is a name or is said by one: {"name","type","reason","decided"};
// "rejected" where the reader said that it is none.
void write_known(JsonWriter& json, Desk& desk, const Item& item, const std::vector<std::optional<uint32_t>>& entities) {
  json.key("known");
  if (!item.entity || *item.entity >= entities.size()) {
    json.null();
    return;
  }
  const auto id = entities[*item.entity];
  if (!id) {
    json.begin_object().member("name", item.title).member("type", "").member("reason", "").member("decided", true);
    json.member("rejected", true).member("unnamed", false).end_object();
    return;
  }
  const DossierEntity& entity = desk.dossier().entities[*id];
  json.begin_object().member("name", entity.name).member("type", word_of(entity.type)).member("reason", entity.reason);
  json.member("decided", entity.decided).member("rejected", false);
  json.member("unnamed", is_unnamed(desk, entity)).end_object();
}

void write_item(JsonWriter& json, Desk& desk, const DeskArticle& article, ArticleIndex index, const Item& item,
                const FactPlaces& facts, const std::vector<std::optional<uint32_t>>& entities) {
  json.begin_object()
      .member("kind", item_word(item.kind))
      .member("title", item.title)
      .member("how", item.how)
      .key("lines")
      .begin_array();
  for (const std::string& line : item.lines) json.string(line);
  json.end_array().key("chain");
  write_chain(json, item.chain);
  json.member("doubt", item.doubt).key("spans").begin_array();
  for (const Span span : item.spans) write_span(json, article, span);
  json.end_array();
  write_elsewhere(json, desk, index, fact_of(item, facts));
  write_known(json, desk, item, entities);
  json.end_object();
}

void write_paragraphs(JsonWriter& json, const DeskArticle& article) {
  json.key("paragraphs").begin_array();
  const auto& sentences = article.reading.language.sentences;
  for (size_t i = 0; i < sentences.size();) {
    const uint32_t number = article.places.body_paragraph(sentences[i].span);
    Span span = sentences[i].span;
    for (++i; i < sentences.size() && article.places.body_paragraph(sentences[i].span) == number; ++i)
      span.end = std::max(span.end, sentences[i].span.end);
    if (number == 0) continue;
    const Span units = article.utf16.to_unit(span);
    json.begin_object().member("begin", units.begin).member("end", units.end).member("number", number).end_object();
  }
  json.end_array();
}

void write_text(JsonWriter& json, const DeskArticle& article) {
  const Article& taken = article.reading.article;
  json.member("text", taken.text).member("sha256", taken.sha256).key("file");
  if (taken.file) {
    json.begin_object().member("name", taken.file->name).member("begin", taken.file->begin);
    json.member("end", taken.file->end).end_object();
  } else {
    json.null();
  }
  json.key("blocks").begin_array();
  for (const Block& block : taken.blocks) {
    const Span units = article.utf16.to_unit(block.span);
    json.begin_object().member("begin", units.begin).member("end", units.end).member("kind", word_of(block.kind));
    json.member("reason", block.reason).member("restored", block.restored).end_object();
  }
  json.end_array();
}

}  // namespace

Answer answer_article(Desk& desk, const Question& question) {
  const auto found = article_of(desk, question, "key");
  if (!found) return found.error();
  const DeskArticle& article = *found.value();
  const auto& all = desk.articles();
  const auto index = static_cast<ArticleIndex>(std::find(all.begin(), all.end(), &article) - all.begin());
  const std::vector<Item> items = items_of(article.reading);
  JsonWriter json;
  json.begin_object().key("row");
  write_article_row(json, desk, index);
  write_text(json, article);
  json.key("marks").begin_array();
  for (const Mark& mark : marks_of(article.reading, items)) {
    const Span units = article.utf16.to_unit(mark.span);
    json.begin_object().member("begin", units.begin).member("end", units.end).member("kind", item_word(mark.kind));
    json.member("item", mark.item).end_object();
  }
  json.end_array().key("items").begin_array();
  const FactPlaces facts(desk, index);
  const auto entities = entities_of(desk, index);
  for (const Item& item : items) write_item(json, desk, article, index, item, facts, entities);
  json.end_array();
  write_paragraphs(json, article);
  json.end_object();
  return json.take();
}

}  // namespace readout::desk
