// {"kind":"table"}: the engine under all tables.
#include "desk_table.h"

#include <algorithm>
#include <map>
#include <utility>

#include "desk_questions.h"
#include "desk_words.h"
#include "report/json_access.h"
#include "text/unicode.h"

namespace readout::desk {
namespace {

constexpr size_t kMostFacetValues = 40;

struct Filter {
  std::vector<std::string> words;                      // folded; each must stand in some cell
  std::vector<std::pair<size_t, std::string>> facets;  // column and value
};

Filter filter_of(const Question& question, const std::vector<Column>& columns) {
  Filter filter;
  const std::string text = unicode::fold(json_access::string(question, "text").value_or(""));
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) filter.words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  if (const Question* facets = json_access::member(question, "facet")) {
    for (size_t i = 0; i < columns.size(); ++i) {
      if (!columns[i].facet) continue;
      const auto value = json_access::string(*facets, columns[i].id);
      if (value && !value->empty()) filter.facets.emplace_back(i, *value);
    }
  }
  return filter;
}

bool has_words(const Filter& filter, const TableRow& row) {
  if (filter.words.empty()) return true;
  std::string all;
  for (const TableCell& cell : row.cells) all.append(cell.text).push_back(' ');
  all = unicode::fold(all);
  return std::all_of(filter.words.begin(), filter.words.end(),
                     [&](const std::string& word) { return all.find(word) != std::string::npos; });
}

struct Kept {
  size_t index = 0;
  double number = 0;
  std::string text;
};

struct Selection {
  std::vector<Kept> rows;
  std::vector<std::map<std::string, size_t>> facets;  // by column
};

bool has_value(const TableCell& cell, const std::string& value) {
  if (cell.values.empty()) return cell.text == value;
  return std::find(cell.values.begin(), cell.values.end(), value) != cell.values.end();
}

void count_values(const TableCell& cell, std::map<std::string, size_t>& counts) {
  for (const std::string& value : cell.values) ++counts[value];
  if (cell.values.empty() && !cell.text.empty()) ++counts[cell.text];
}

// One pass over the source. A facet counts the rows that pass everything but that facet itself.
Selection select(const TableSource& source, const Filter& filter, std::optional<size_t> sort) {
  const std::vector<Column>& columns = source.columns();
  Selection selection;
  selection.facets.resize(columns.size());
  for (size_t i = 0; i < source.size(); ++i) {
    TableRow row = source.row(i);
    if (!has_words(filter, row)) continue;
    size_t failed = 0;
    size_t failed_column = 0;
    for (const auto& [column, value] : filter.facets) {
      if (has_value(row.cells[column], value)) continue;
      ++failed;
      failed_column = column;
    }
    if (failed > 1) continue;
    for (size_t column = 0; column < columns.size(); ++column) {
      if (columns[column].facet && (failed == 0 || column == failed_column))
        count_values(row.cells[column], selection.facets[column]);
    }
    if (failed > 0) continue;
    Kept kept;
    kept.index = i;
    if (sort) {
      kept.number = row.cells[*sort].number;
      kept.text = columns[*sort].numeric ? row.cells[*sort].text : unicode::fold(row.cells[*sort].text);
    }
    selection.rows.push_back(std::move(kept));
  }
  return selection;
}

// Rows without a value come last, whichever way.
void sort_rows(std::vector<Kept>& rows, bool numeric, bool descending) {
  std::stable_sort(rows.begin(), rows.end(), [&](const Kept& a, const Kept& b) {
    if (a.text.empty() != b.text.empty()) return b.text.empty();
    const Kept& low = descending ? b : a;
    const Kept& high = descending ? a : b;
    return numeric ? low.number < high.number : low.text < high.text;
  });
}

void write_columns(JsonWriter& json, const std::vector<Column>& columns) {
  json.key("columns").begin_array();
  for (const Column& column : columns) {
    json.begin_object().member("id", column.id).member("label", column.label).member("numeric", column.numeric);
    json.member("sortable", true).member("verbatim", column.verbatim).end_object();
  }
  json.end_array();
}

void write_row(JsonWriter& json, const std::vector<Column>& columns, const TableRow& row) {
  json.begin_object().key("cells").begin_object();
  for (size_t i = 0; i < columns.size(); ++i) json.member(columns[i].id, row.cells[i].text);
  json.end_object().key("open");
  if (row.article) {
    write_open(json, *row.article, row.open);
  } else {
    json.null();
  }
  json.member("doubt", row.doubt).member("decided", row.decided).key("chain");
  write_chain(json, row.chain);
  json.end_object();
}

void write_facets(JsonWriter& json, const std::vector<Column>& columns, const Selection& selection) {
  json.key("facets").begin_array();
  for (size_t i = 0; i < columns.size(); ++i) {
    if (!columns[i].facet) continue;
    std::vector<std::pair<std::string, size_t>> values(selection.facets[i].begin(), selection.facets[i].end());
    std::stable_sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    if (values.size() > kMostFacetValues) values.resize(kMostFacetValues);
    json.begin_object().member("id", columns[i].id).member("label", columns[i].label).key("values").begin_array();
    for (const auto& [value, count] : values)
      json.begin_object().member("value", value).member("count", count).end_object();
    json.end_array().end_object();
  }
  json.end_array();
}

std::optional<size_t> sort_column(const Question& question, const std::vector<Column>& columns) {
  const auto wanted = json_access::string(question, "sort");
  if (!wanted) return std::nullopt;
  for (size_t i = 0; i < columns.size(); ++i)
    if (columns[i].id == *wanted) return i;
  return std::nullopt;
}

}  // namespace

Scope::Scope(Desk& desk, std::optional<uint32_t> story, const DeskArticle* only) : story_(story) {
  const auto& articles = desk.articles();
  const Dossier& dossier = desk.dossier();
  in_.reserve(articles.size());
  for (size_t i = 0; i < articles.size(); ++i) {
    const bool told = !story || (i < dossier.articles.size() && dossier.articles[i].story == story);
    in_.push_back(told && (only == nullptr || only == articles[i]));
  }
  whole_ = !story && only == nullptr;
}

Result<Scope> scope_of(Desk& desk, const Question& question) {
  const auto story = json_access::index(question, "story");
  if (story && *story >= desk.dossier().stories.size())
    return Error{"unknown-story", "There is no story of that number.", std::nullopt};
  const DeskArticle* only = nullptr;
  if (json_access::string(question, "article")) {
    const auto found = article_of(desk, question, "article");
    if (!found) return found.error();
    only = found.value();
  }
  return Scope(desk, story, only);
}

Answer answer_table(Desk& desk, const Question& question) {
  const auto name = json_access::string(question, "table");
  if (!name) return Error{"missing-key", "The question does not say which table.", std::nullopt};
  const auto asked = scope_of(desk, question);
  if (!asked) return asked.error();
  const Scope& scope = asked.value();
  std::unique_ptr<TableSource> source;
  if (*name == "quotations") source = quotations_table(desk, scope);
  if (*name == "people") source = people_table(desk, scope);
  if (*name == "figures") source = figures_table(desk, scope);
  if (*name == "timeline") source = timeline_table(desk, scope);
  if (*name == "events") source = events_table(desk, scope, question);
  if (!source) return Error{"unknown-table", "There is no table of that name.", std::nullopt};
  const std::vector<Column>& columns = source->columns();
  const auto sort = sort_column(question, columns);
  Selection selection = select(*source, filter_of(question, columns), sort);
  if (sort)
    sort_rows(selection.rows, columns[*sort].numeric, json_access::boolean(question, "descending").value_or(false));
  const Page page = page_of(question, selection.rows.size(), 100);
  JsonWriter json;
  json.begin_object();
  write_columns(json, columns);
  json.key("rows").begin_array();
  for (size_t i = page.from; i < page.end; ++i) write_row(json, columns, source->row(selection.rows[i].index));
  json.end_array();
  write_facets(json, columns, selection);
  json.member("total", selection.rows.size()).end_object();
  return json.take();
}

}  // namespace readout::desk
