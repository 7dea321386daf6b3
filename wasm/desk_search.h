// What the search keeps between questions, and which articles a question is about.
#pragma once

#include <string>
#include <vector>

#include "desk.h"
#include "desk_questions.h"
#include "search/concordance.h"

namespace readout::desk {

struct SearchState {
  SearchState(const search::Lexicon& lexicon, const std::vector<const DeskArticle*>& articles);

  search::Index index;                    // documents are the desk's articles, by the same number
  std::vector<std::vector<Span>> quoted;  // by document: what stands between quotation marks
  std::vector<uint32_t> ranks;            // of types, by form; made when lines are first sorted

  // The last query and what it found.
  std::string asked;
  search::Found found;
  std::string problem;
  std::vector<search::Hit> sorted;
  search::Order order = search::Order::kText;
};

// The articles that the question's "story", "article", "outlet", "from" and "to" (published) leave, by number. Any of
// them may be absent. An article whose date is not known lies in no period.
std::vector<bool> search_scope(Desk& desk, const Question& question);

// Places of the entities that collation put together, for `entity:NAME`: names and descriptions, no pronouns. A name
// that several bear finds all of them.
class DeskEntities : public search::EntityPlaces {
 public:
  explicit DeskEntities(Desk& desk) : desk_(desk) {}
  std::vector<std::pair<uint32_t, Span>> places_of(std::string_view name) const override;

 private:
  Desk& desk_;
};

}  // namespace readout::desk
