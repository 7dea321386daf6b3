// The table of who did what to whom.
#include <algorithm>
#include <utility>

#include "desk_events.h"
#include "desk_names.h"
#include "desk_plain.h"
#include "desk_table_readings.h"
#include "desk_words.h"
#include "report/json_access.h"
#include "report/plover.h"
#include "report/vocabulary.h"

namespace readout::desk {
namespace {

constexpr size_t kWordsBytes = 180;
constexpr size_t kMostNames = 6;

std::string_view status_text(EventStatus status) {
  switch (status) {
    case EventStatus::kAsserted:
      return "happened";
    case EventStatus::kNegated:
      return "denied";
    case EventStatus::kPlanned:
      return "planned";
    case EventStatus::kHypothetical:
      return "only considered";
  }
  return "";
}

std::string_view sort_text(std::string_view code) {
  switch (plover_quad(code)) {
    case 1:
      return "cooperation, in words";
    case 2:
      return "cooperation, in deeds";
    case 3:
      return "conflict, in words";
    case 4:
      return "conflict, in deeds";
    default:
      return "";
  }
}

// Each name is a value of the facet.
TableCell names_cell(const Names& names, const DeskArticle& article, const std::vector<EntityId>& ids) {
  TableCell cell;
  for (const EntityId id : ids) {
    const std::string name = names.of(article, id);
    if (!name.empty() && std::find(cell.values.begin(), cell.values.end(), name) == cell.values.end())
      cell.values.push_back(name);
  }
  for (size_t i = 0; i < cell.values.size() && i < kMostNames; ++i)
    cell.text += (i == 0 ? "" : i + 1 == cell.values.size() ? " and " : ", ") + cell.values[i];
  if (cell.values.size() > kMostNames) cell.text += " and others";
  return cell;
}

class EventsTable : public ReadingTable {
 public:
  EventsTable(Desk& desk, const Scope& scope)
      : ReadingTable(desk, scope, [](const Reading& reading) { return reading.events.size(); }), names_(desk) {}

  void keep_pair(Desk& desk, PartyKind kind, std::string_view from, std::string_view to, std::string_view status) {
    const EventParties parties(desk, kind);
    keep([&](ArticleIndex article, uint32_t item) {
      const Event& event = desk.articles()[article]->reading.events[item];
      if (!is_wanted(event, status)) return false;
      const auto pairs = parties.pairs(article, event);
      return std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
        return parties.id(pair.first) == from && parties.id(pair.second) == to;
      });
    });
  }

  const std::vector<Column>& columns() const override {
    static const std::vector<Column> kColumns{
        {"who", "Who", false, true, true},           {"whom", "To whom", false, true, true},
        {"what", "What", false, true, false},        {"kind", "Kind", false, false, true},
        {"mode", "Form", false, false, false},       {"sort", "Tenor", false, false, true},
        {"status", "Status", false, false, true},    {"date", "When", false, false, false},
        {"day", "Date", false, false, true},         {"place", "Where", false, true, false},
        {"claim", "Claimed by", false, false, true}, {"outlet", "Outlet", false, false, true},
        {"where", "Paragraph", false, false, false}, {"accounts", "Accounts", true, false, false},
    };
    return kColumns;
  }

  TableRow row(size_t index) const override {
    const DeskArticle& from = article(index);
    const Event& event = from.reading.events[item(index)];
    TableRow row;
    row.article = &from;
    row.open = event.span;
    row.doubt = event.doubt;
    row.cells.push_back(names_cell(names_, from, event.sources));
    TableCell whom = names_cell(names_, from, event.targets);
    if (is_mutual(event)) whom.text = "each other";
    row.cells.push_back(std::move(whom));
    row.cells.push_back(text_cell(cell_words(from, FactKind::kEvent, {event.span}, kWordsBytes)));
    row.cells.push_back(text_cell(event_text(event.code)));
    row.cells.push_back(text_cell(event.mode));
    row.cells.push_back(text_cell(std::string(sort_text(event.code))));
    row.cells.push_back(text_cell(std::string(status_text(event.status))));
    row.cells.push_back(text_cell(event.date));
    row.cells.push_back(text_cell(event.date.empty() ? "" : date_text(event.date)));
    row.cells.push_back(text_cell(event.place ? names_.of(from, *event.place) : ""));
    row.cells.push_back(text_cell(claim_of(from, event)));
    row.cells.push_back(text_cell(outlet_of(from)));
    row.cells.push_back(text_cell(from.places.describe(event.span)));
    row.cells.push_back(accounts(index, FactKind::kEvent, event.span));
    return row;
  }

 private:
  std::string claim_of(const DeskArticle& from, const Event& event) const {
    std::string reporter = event.reporter ? names_.of(from, *event.reporter) : std::string();
    if (reporter.empty() && event.quotation) reporter = "somebody quoted";
    return reporter;
  }

  Names names_;
};

}  // namespace

std::unique_ptr<TableSource> events_table(Desk& desk, const Scope& scope, const nlohmann::json& question) {
  auto table = std::make_unique<EventsTable>(desk, scope);
  if (const nlohmann::json* pair = json_access::member(question, "between")) {
    const bool by_country = json_access::string(*pair, "by").value_or("") == "country";
    table->keep_pair(desk, by_country ? PartyKind::kCountry : PartyKind::kActor,
                     json_access::string(*pair, "from").value_or(""), json_access::string(*pair, "to").value_or(""),
                     json_access::string(*pair, "status").value_or(""));
  }
  return table;
}

}  // namespace readout::desk
