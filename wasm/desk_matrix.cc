// {"kind":"matrix"}: every fact of a story against every account of it.
#include <algorithm>

#include "desk_questions.h"
#include "desk_story.h"
#include "desk_words.h"
#include "report/json_access.h"
#include "report/vocabulary.h"

namespace readout::desk {
namespace {

constexpr size_t kCellBytes = 160;
constexpr size_t kFactBytes = 320;

size_t count_state(const Fact& fact, CellState state) {
  return static_cast<size_t>(
      std::count_if(fact.cells.begin(), fact.cells.end(), [&](const Cell& cell) { return cell.state == state; }));
}

const Cell* cell_of(const Fact& fact, ArticleIndex article) {
  for (const Cell& cell : fact.cells)
    if (cell.article == article) return &cell;
  return nullptr;
}

// What differs first, then what most accounts share, then the dossier's order.
std::vector<uint32_t> rows_of(const Dossier& dossier, uint32_t story, std::optional<FactKind> kind, bool differing) {
  std::vector<uint32_t> rows;
  for (uint32_t i = 0; i < dossier.facts.size(); ++i) {
    const Fact& fact = dossier.facts[i];
    if (fact.story != story || (kind && fact.kind != *kind)) continue;
    if (differing && count_state(fact, CellState::kDiffers) == 0) continue;
    rows.push_back(i);
  }
  std::stable_sort(rows.begin(), rows.end(), [&](uint32_t a, uint32_t b) {
    const Fact& left = dossier.facts[a];
    const Fact& right = dossier.facts[b];
    const bool left_differs = count_state(left, CellState::kDiffers) > 0;
    const bool right_differs = count_state(right, CellState::kDiffers) > 0;
    if (left_differs != right_differs) return left_differs;
    return count_state(left, CellState::kCarries) > count_state(right, CellState::kCarries);
  });
  return rows;
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
  json.member("words", cell_words(article, as, shown, kCellBytes)).member("where", where);
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
  const std::vector<uint32_t> rows = rows_of(dossier, *story, kind, differing);
  const Page page = page_of(question, rows.size(), 200);
  std::vector<ArticleIndex> columns;
  for (const ArticleIndex article : dossier.stories[*story].articles)
    if (article < desk.articles().size()) columns.push_back(article);
  JsonWriter json;
  json.begin_object().key("story");
  write_story_card(json, desk, *story, StoryCounts(dossier));
  json.key("articles").begin_array();
  for (const ArticleIndex article : columns) write_article_row(json, *desk.articles()[article], *story);
  json.end_array().key("rows").begin_array();
  for (size_t i = page.from; i < page.end; ++i) {
    const Fact& fact = dossier.facts[rows[i]];
    json.begin_object().member("fact", rows[i]).member("kind", word_of(fact.kind));
    json.member("text", one_line(fact.text, kFactBytes));
    const bool about = fact.entity && *fact.entity < dossier.entities.size();
    json.member("about", about ? dossier.entities[*fact.entity].name : std::string());
    json.member("origins", fact.origins).member("note", fact.note).key("cells").begin_array();
    for (const ArticleIndex article : columns)
      write_cell(json, *desk.articles()[article], fact.kind, cell_of(fact, article));
    json.end_array().end_object();
  }
  json.end_array().member("total", rows.size()).end_object();
  return json.take();
}

}  // namespace readout::desk
