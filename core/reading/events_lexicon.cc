#include "reading/events_lexicon.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/lexicon.h"

namespace readout::events {

namespace {

// Sorted.
constexpr std::array<std::string_view, 17> kRoots = {
    "ACCUSE",      "AGREE",    "AID",     "ASSAULT", "COERCE",  "CONCEDE",  "CONSULT", "COOPERATE", "DEMAND",
    "INVESTIGATE", "MOBILIZE", "PROTEST", "REJECT",  "RETREAT", "SANCTION", "SUPPORT", "THREATEN"};

// A column of the lists; "-" stands for nothing.
std::string_view column(const Lexicon& rows, size_t row, size_t at) {
  const std::string_view value = rows.at(row, at);
  return value == "-" ? std::string_view{} : value;
}

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const size_t comma = list.find(',');
    parts.emplace_back(list.substr(0, comma));
    list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
  }
  return parts;
}

}  // namespace

bool is_plover_root(std::string_view code) { return std::binary_search(kRoots.begin(), kRoots.end(), code); }

const std::vector<Predicate>* EventLexicon::find_verb(std::string_view lemma) const {
  auto found = verbs.find(std::string(lemma));
  if (found == verbs.end() && lemma.size() > 3 && lemma[lemma.size() - 1] == lemma[lemma.size() - 2]) {
    found = verbs.find(std::string(lemma.substr(0, lemma.size() - 1)));
  }
  return found == verbs.end() ? nullptr : &found->second;
}

bool EventLexicon::load(const Bundle& bundle) {
  const Lexicon verb_rows(bundle.section("lexicon/event_verbs"));
  const Lexicon noun_rows(bundle.section("lexicon/event_nouns"));
  const Lexicon actor_rows(bundle.section("lexicon/actor_nouns"));
  const Lexicon name_rows(bundle.section("lexicon/actor_names"));
  if (name_rows.size() == 0) return false;
  if (verb_rows.size() == 0 || noun_rows.size() == 0 || actor_rows.size() == 0) return false;
  for (size_t i = 0; i < verb_rows.size(); ++i) {
    Predicate predicate{std::string(column(verb_rows, i, 1)), split(column(verb_rows, i, 2)),
                        std::string(column(verb_rows, i, 3)), std::string(column(verb_rows, i, 4)),
                        split(column(verb_rows, i, 5)),       column(verb_rows, i, 6) == "two-way"};
    if (!is_plover_root(predicate.code)) return false;
    verbs[std::string(column(verb_rows, i, 0))].push_back(std::move(predicate));
  }
  for (size_t i = 0; i < noun_rows.size(); ++i) {
    Predicate predicate{{},
                        {},
                        std::string(column(noun_rows, i, 1)),
                        std::string(column(noun_rows, i, 2)),
                        split(column(noun_rows, i, 3)),
                        column(noun_rows, i, 4) == "two-way"};
    if (!is_plover_root(predicate.code)) return false;
    nouns[std::string(column(noun_rows, i, 0))] = std::move(predicate);
  }
  for (size_t i = 0; i < actor_rows.size(); ++i)
    actors[std::string(column(actor_rows, i, 0))] = column(actor_rows, i, 1);
  for (size_t i = 0; i < name_rows.size(); ++i) {
    named_actors[std::string(column(name_rows, i, 0))] = {std::string(column(name_rows, i, 1)),
                                                          std::string(column(name_rows, i, 2))};
  }
  return true;
}

}  // namespace readout::events
