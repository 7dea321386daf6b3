// {"kind":"matrix"}: every fact of a story against every account of it.
#include <algorithm>

#include "desk_facts.h"
#include "desk_questions.h"
#include "desk_story.h"
#include "desk_words.h"
#include "report/json_access.h"
#include "report/vocabulary.h"

namespace readout::desk {
namespace {

constexpr size_t kQuotationBytes = 160;
constexpr size_t kFigureBytes = 72;  // a figure, a date or an event with a few words around it
constexpr size_t kFactBytes = 320;

size_t count_state(const Fact& fact, CellState state) {
  return static_cast<size_t>(
      std::count_if(fact.cells.begin(), fact.cells.end(), [&](const Cell& cell) { return cell.state == state; }));
}

// Cells are by article.
const Cell* cell_of(const Fact& fact, ArticleIndex article) {
  const auto at = std::lower_bound(fact.cells.begin(), fact.cells.end(), article,
                                   [](const Cell& cell, ArticleIndex index) { return cell.article < index; });
  return at != fact.cells.end() && at->article == article ? &*at : nullptr;
}

struct Row {
  uint32_t fact = 0;
  bool differs = false;
  bool small_talk = false;
  size_t carrying = 0;
};

// What differs first, then what most accounts share, then the dossier's order; numbers that tell little come last.
std::vector<Row> rows_of(Desk& desk, uint32_t story, std::optional<FactKind> kind, bool differing) {
  const Dossier& dossier = desk.dossier();
  std::vector<Row> rows;
  for (uint32_t i = 0; i < dossier.facts.size(); ++i) {
    const Fact& fact = dossier.facts[i];
    if (fact.story != story || (kind && fact.kind != *kind)) continue;
    const bool differs = count_state(fact, CellState::kDiffers) > 0;
    if (differing && !differs) continue;
    const Figure* figure = figure_of(desk, fact);
    rows.push_back({i, differs, figure && is_small_talk(*figure), count_state(fact, CellState::kCarries)});
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    if (a.differs != b.differs) return a.differs;
    if (a.small_talk != b.small_talk) return b.small_talk;
    return a.carrying > b.carrying;
  });
  return rows;
}

// The fact in a few words: a quotation's own, else the first account's words around it.
std::string text_of(Desk& desk, const Fact& fact) {
  if (fact.kind != FactKind::kQuotation) {
    for (const Cell& cell : fact.cells)
      if (!cell.spans.empty() && cell.article < desk.articles().size())
        return cell_words(*desk.articles()[cell.article], fact.kind, cell.spans, kQuotationBytes);
  }
  return one_line(fact.text, kFactBytes);
}

// Who said it, or what is measured.
std::string about_of(Desk& desk, const Fact& fact) {
  const Dossier& dossier = desk.dossier();
  if (fact.entity && *fact.entity < dossier.entities.size()) return dossier.entities[*fact.entity].name;
  const Figure* figure = figure_of(desk, fact);
  if (!figure || !figure->of) return {};
  for (const Cell& cell : fact.cells)
    if (!cell.spans.empty())
      return one_line(words_of(desk.articles()[cell.article]->reading.article.text, *figure->of), 60);
  return {};
}

void write_cell(JsonWriter& json, const DeskArticle& article, FactKind kind, const Cell* cell) {
  if (cell == nullptr) {
    json.begin_object().member("state", word_of(CellState::kCannotTell)).member("words", "").member("where", "");
    json.member("reason", "the dossier has no cell for this account").key("open").null().end_object();
    return;
  }
  std::vector<Span> shown = cell->spans;
  if (shown.empty() && cell->nearest) shown = {*cell->nearest};
  const FactKind as = cell->spans.empty() ? FactKind::kQuotation : kind;  // the nearest passage is shown as it is
  const Span place = cell_span(as, shown);
  const std::string where = shown.empty() ? std::string() : article.places.describe(place);
  json.begin_object().member("state", word_of(cell->state));
  json.member("words", cell_words(article, as, shown, as == FactKind::kQuotation ? kQuotationBytes : kFigureBytes))
      .member("where", where);
  json.member("reason", cell->reason == where ? std::string() : cell->reason);
  json.key("open");
  if (!shown.empty()) {
    write_open(json, article, place);
  } else {
    json.null();
  }
  json.end_object();
}

}  // namespace

Answer answer_matrix(Desk& desk, const Question& question) {
  const Dossier& dossier = desk.dossier();
  const auto story = json_access::index(question, "story");
  if (!story) return Error{"missing-key", "The question does not say which story.", std::nullopt};
  if (*story >= dossier.stories.size())
    return Error{"unknown-story", "There is no story of that number.", std::nullopt};
  std::optional<FactKind> kind;
  if (const auto wanted = json_access::string(question, "facts")) kind = member_of<FactKind>(*wanted);
  const bool differing = json_access::boolean(question, "differing").value_or(false);
  const std::vector<Row> rows = rows_of(desk, *story, kind, differing);
  const Page page = page_of(question, rows.size(), 200);
  std::vector<ArticleIndex> columns;
  for (const ArticleIndex article : dossier.stories[*story].articles)
    if (article < desk.articles().size()) columns.push_back(article);
  JsonWriter json;
  json.begin_object().key("story");
  write_story_card(json, desk, *story, StoryCounts(dossier), places_of_stories(desk)[*story]);
  json.key("articles").begin_array();
  for (const ArticleIndex article : columns) write_article_row(json, desk, article);
  json.end_array().key("rows").begin_array();
  for (size_t i = page.from; i < page.end; ++i) {
    const Fact& fact = dossier.facts[rows[i].fact];
    json.begin_object().member("fact", rows[i].fact).member("kind", word_of(fact.kind));
    json.member("text", text_of(desk, fact)).member("about", about_of(desk, fact));
    json.member("origins", fact.origins).member("note", fact.note).key("cells").begin_array();
    for (const ArticleIndex article : columns)
      write_cell(json, *desk.articles()[article], fact.kind, cell_of(fact, article));
    json.end_array().end_object();
  }
  json.end_array().member("total", rows.size()).end_object();
  return json.take();
}

}  // namespace readout::desk
