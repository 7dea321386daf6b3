// The table of who and what is named.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "desk_facts.h"
#include "desk_plain.h"
#include "desk_table.h"
#include "desk_words.h"
#include "report/vocabulary.h"

namespace readout::desk {
namespace {

constexpr size_t kMostRoles = 4;
constexpr size_t kMostAliases = 8;

TableCell text_cell(std::string text) { return {std::move(text), 0, {}}; }
TableCell number_cell(size_t number) { return {std::to_string(number), static_cast<double>(number), {}}; }

std::string listed(const std::vector<std::string>& names, size_t most) {
  std::string out;
  for (size_t i = 0; i < names.size() && i < most; ++i) out += (i > 0 ? ", " : "") + names[i];
  return out;
}

// Quotations of each entity of a reading, by entity.
std::vector<uint32_t> count_quotations(const Reading& reading) {
  std::vector<uint32_t> counts(reading.entities.size(), 0);
  for (const Quotation& quotation : reading.quotations) {
    const bool known = quotation.source && quotation.source->entity && *quotation.source->entity < counts.size();
    if (known) ++counts[*quotation.source->entity];
  }
  return counts;
}

struct Person {
  uint32_t entity = 0;
  size_t mentions = 0;
  size_t articles = 0;
  size_t quotations = 0;
  const Evidence* first = nullptr;
};

class PeopleTable : public TableSource {
 public:
  PeopleTable(Desk& desk, const Scope& scope) : desk_(&desk) {
    const Dossier& dossier = desk.dossier();
    std::vector<std::vector<uint32_t>> quotations(desk.articles().size());
    for (ArticleIndex i = 0; i < quotations.size(); ++i)
      if (scope.has(i)) quotations[i] = count_quotations(desk.articles()[i]->reading);
    for (uint32_t entity = 0; entity < dossier.entities.size(); ++entity) {
      Person person;
      person.entity = entity;
      std::set<ArticleIndex> articles;
      for (const Evidence& mention : dossier.entities[entity].mentions) {
        if (!scope.has(mention.article)) continue;
        ++person.mentions;
        articles.insert(mention.article);
        if (!person.first) person.first = &mention;
      }
      if (!person.first) continue;
      person.articles = articles.size();
      for (const auto& [article, member] : dossier.entities[entity].members)
        if (scope.has(article) && member < quotations[article].size()) person.quotations += quotations[article][member];
      people_.push_back(person);
    }
    std::stable_sort(people_.begin(), people_.end(), [&](const Person& a, const Person& b) {
      const bool a_person = dossier.entities[a.entity].type == EntityType::kPerson;
      const bool b_person = dossier.entities[b.entity].type == EntityType::kPerson;
      if (a_person != b_person) return a_person;
      return a.mentions > b.mentions;
    });
  }

  const std::vector<Column>& columns() const override {
    static const std::vector<Column> kColumns{
        {"name", "Name", false, false, false},        {"type", "Type", false, false, true},
        {"roles", "Role", false, true, false},        {"aliases", "Also", false, true, false},
        {"mentions", "Mentions", true, false, false}, {"articles", "Accounts", true, false, false},
        {"quotations", "Quoted", true, false, false},
    };
    return kColumns;
  }

  size_t size() const override { return people_.size(); }

  TableRow row(size_t index) const override {
    const Person& person = people_[index];
    const DossierEntity& entity = desk_->dossier().entities[person.entity];
    TableRow row;
    row.article = desk_->articles()[person.first->article];
    row.open = person.first->span;
    row.doubt = doubt_of(entity);
    row.decided = entity.decided;
    row.cells.push_back(text_cell(entity.name));
    row.cells.push_back(text_cell(entity.type == EntityType::kOther ? "" : std::string(word_of(entity.type))));
    row.cells.push_back(text_cell(listed(roles_of(entity), kMostRoles)));
    row.cells.push_back(text_cell(listed(entity.aliases, kMostAliases)));
    row.cells.push_back(number_cell(person.mentions));
    row.cells.push_back(number_cell(person.articles));
    row.cells.push_back(number_cell(person.quotations));
    return row;
  }

 private:
  std::vector<std::string> roles_of(const DossierEntity& entity) const {
    std::vector<std::string> roles;
    for (const auto& [article, member] : entity.members) {
      if (article >= desk_->articles().size() || roles.size() >= kMostRoles) break;
      const auto& entities = desk_->articles()[article]->reading.entities;
      if (member >= entities.size()) continue;
      for (const Role& role : entities[member].roles) {
        if (roles.size() >= kMostRoles) break;
        if (std::find(roles.begin(), roles.end(), role.name) == roles.end()) roles.push_back(role.name);
      }
    }
    return roles;
  }

  // A name is doubtful where every account's reading of it is.
  std::string doubt_of(const DossierEntity& entity) const {
    std::string doubt;
    for (const auto& [article, member] : entity.members) {
      if (article >= desk_->articles().size()) continue;
      const auto& entities = desk_->articles()[article]->reading.entities;
      if (member >= entities.size()) continue;
      if (entities[member].doubt.empty()) return "";
      if (doubt.empty()) doubt = entities[member].doubt;
    }
    return doubt;
  }

  Desk* desk_;
  std::vector<Person> people_;
};

}  // namespace

std::unique_ptr<TableSource> people_table(Desk& desk, const Scope& scope) {
  return std::make_unique<PeopleTable>(desk, scope);
}

}  // namespace readout::desk
