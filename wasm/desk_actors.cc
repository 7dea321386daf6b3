// {"kind":"actors"}: who does what to whom, as a matrix of the parties that do most.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "desk_events.h"
#include "desk_facts.h"
#include "desk_questions.h"
#include "desk_table.h"
#include "report/json_access.h"
#include "report/json_writer.h"
#include "report/plover.h"

namespace readout::desk {
namespace {

constexpr size_t kUsualParties = 12;
constexpr size_t kMostParties = 60;

struct MatrixCell {
  std::array<std::set<uint64_t>, 4> happenings;  // by quad; one that several accounts tell counts once
  std::set<ArticleIndex> accounts;
  bool planned = false;
};

struct Counted {
  std::map<EventParties::Pair, MatrixCell> cells;
  std::map<uint32_t, std::set<uint64_t>> of_party;
  size_t events = 0;    // of the wanted status
  size_t paired = 0;    // of these, with two parties
  size_t alone = 0;     // with one party only
  size_t negated = 0;   // left out by their status
  size_t possible = 0;  // likewise
};

// A happening is the fact that the event belongs to, or the event itself.
uint64_t happening_of(const FactPlaces& facts, ArticleIndex article, uint32_t index, const Event& event) {
  constexpr uint64_t kOwn = uint64_t{1} << 63;
  if (const auto fact = facts.find(FactKind::kEvent, event.span)) return *fact;
  return kOwn | (uint64_t{article} << 32) | index;
}

Counted count_events(Desk& desk, const Scope& scope, const EventParties& parties, std::string_view status) {
  Counted counted;
  for (ArticleIndex article = 0; article < desk.articles().size(); ++article) {
    const auto& events = desk.articles()[article]->reading.events;
    if (!scope.has(article) || events.empty()) continue;
    const FactPlaces facts(desk, article);
    for (uint32_t i = 0; i < events.size(); ++i) {
      const Event& event = events[i];
      if (!is_wanted(event, status)) {
        counted.negated += event.status == EventStatus::kNegated ? 1 : 0;
        counted.possible += event.status == EventStatus::kHypothetical ? 1 : 0;
        continue;
      }
      ++counted.events;
      if (event.sources.empty() || (event.targets.empty() && !is_mutual(event))) ++counted.alone;
      const int quad = plover_quad(event.code);
      const auto pairs = parties.pairs(article, event);
      if (quad == 0 || pairs.empty()) continue;
      ++counted.paired;
      const uint64_t happening = happening_of(facts, article, i, event);
      for (const auto& pair : pairs) {
        MatrixCell& cell = counted.cells[pair];
        cell.happenings[static_cast<size_t>(quad - 1)].insert(happening);
        cell.accounts.insert(article);
        cell.planned = cell.planned || event.status == EventStatus::kPlanned;
        counted.of_party[pair.first].insert(happening);
        counted.of_party[pair.second].insert(happening);
      }
    }
  }
  return counted;
}

}  // namespace

Answer answer_actors(Desk& desk, const Question& question) {
  const auto scope = scope_of(desk, question);
  if (!scope) return scope.error();
  const bool by_country = json_access::string(question, "by").value_or("") == "country";
  const EventParties parties(desk, by_country ? PartyKind::kCountry : PartyKind::kActor);
  const Counted counted =
      count_events(desk, scope.value(), parties, json_access::string(question, "status").value_or(""));
  std::vector<std::pair<size_t, uint32_t>> ranked;
  for (const auto& [party, happenings] : counted.of_party) ranked.emplace_back(happenings.size(), party);
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  const Page page = page_of(question, ranked.size(), kUsualParties, kMostParties);
  std::set<uint32_t> shown;
  JsonWriter json;
  json.begin_object().key("actors").begin_array();
  for (size_t i = page.from; i < page.end; ++i) {
    const auto [count, party] = ranked[i];
    shown.insert(party);
    json.begin_object().member("id", parties.id(party)).member("name", parties.name(party));
    json.member("type", parties.type(party)).member("country", parties.country(party)).member("events", count);
    json.end_object();
  }
  json.end_array().key("cells").begin_array();
  for (const auto& [pair, cell] : counted.cells) {
    if (shown.count(pair.first) == 0 || shown.count(pair.second) == 0) continue;
    json.begin_object().member("from", parties.id(pair.first)).member("to", parties.id(pair.second));
    json.key("counts").begin_array();
    for (const auto& happenings : cell.happenings) json.integer(static_cast<int64_t>(happenings.size()));
    json.end_array().member("accounts", cell.accounts.size()).member("planned", cell.planned).end_object();
  }
  json.end_array().member("total", ranked.size()).member("events", counted.events).member("paired", counted.paired);
  json.member("alone", counted.alone).member("negated", counted.negated).member("possible", counted.possible);
  json.end_object();
  return json.take();
}

}  // namespace readout::desk
