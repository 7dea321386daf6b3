// {"kind":"identity"}: what a name is made of, so that the reader can say that it is otherwise: the names that the
// accounts give, which of them something else has too, and where each account has it first.
#include <map>
#include <set>
#include <string>
#include <utility>

#include "collation/identity_evidence.h"
#include "collation/identity_names.h"
#include "desk_mentions.h"
#include "desk_questions.h"
#include "report/vocabulary.h"

namespace readout::desk {
namespace {

constexpr size_t kMostAccounts = 500;

struct Account {
  std::vector<std::pair<std::string, EntityType>> names;
  const Mention* first = nullptr;
  size_t mentions = 0;
};

bool is_office(const Reading& reading, EntityId entity) { return collation::is_office_alone(reading, entity); }

// How a rule finds a name: by its spelling and by what the reading takes it for.
using Key = std::pair<std::string, EntityType>;

Key key_of(const std::string& name, EntityType type) { return {collation::spelling_key(name), type}; }

// Those of `wanted` that some other entity goes by: a rule that names one of them would mean that one, too.
std::set<Key> shared_keys(Desk& desk, uint32_t entity, const std::set<Key>& wanted) {
  std::set<Key> shared;
  const auto look = [&](const std::string& name, EntityType type) {
    Key key = key_of(name, type);
    if (wanted.count(key) > 0) shared.insert(std::move(key));
  };
  const auto& entities = desk.dossier().entities;
  for (uint32_t other = 0; other < entities.size(); ++other) {
    if (other == entity) continue;
    for (const auto& [article, member] : entities[other].members) {
      if (article >= desk.articles().size()) continue;
      const auto& read = desk.articles()[article]->reading.entities;
      if (member >= read.size() || read[member].unnamed) continue;
      look(read[member].name, read[member].type);
      for (const std::string& alias : read[member].aliases) look(alias, read[member].type);
    }
  }
  return shared;
}

void write_names(JsonWriter& json, Desk& desk, uint32_t id) {
  std::map<std::pair<std::string, EntityType>, bool> names;  // whether an office, with no name
  std::set<Key> keys;
  for (const auto& [article, member] : desk.dossier().entities[id].members) {
    const Reading& reading = desk.articles()[article]->reading;
    if (member >= reading.entities.size()) continue;
    const Entity& entity = reading.entities[member];
    names.emplace(std::pair(entity.name, entity.type), is_office(reading, member));
    keys.insert(key_of(entity.name, entity.type));
  }
  const std::set<Key> shared = shared_keys(desk, id, keys);
  json.key("names").begin_array();
  for (const auto& [name, office] : names) {
    json.begin_object().member("name", name.first).member("type", word_of(name.second));
    json.member("shared", shared.count(key_of(name.first, name.second)) > 0).member("office", office).end_object();
  }
  json.end_array();
}

void write_accounts(JsonWriter& json, Desk& desk, const DossierEntity& entity) {
  std::map<ArticleIndex, Account> accounts;
  for (const auto& [article, member] : entity.members) {
    const Reading& reading = desk.articles()[article]->reading;
    if (member >= reading.entities.size()) continue;
    Account& account = accounts[article];
    account.names.emplace_back(reading.entities[member].name, reading.entities[member].type);
    for (const Mention& mention : reading.mentions) {
      if (mention.entity != member) continue;
      ++account.mentions;
      if (account.first == nullptr || mention.span < account.first->span) account.first = &mention;
    }
  }
  json.member("total", accounts.size()).key("accounts").begin_array();
  size_t shown = 0;
  for (const auto& [article, account] : accounts) {
    if (account.first == nullptr || shown++ == kMostAccounts) continue;
    json.begin_object().member("key", desk.articles()[article]->key).member("mentions", account.mentions);
    json.key("names").begin_array();
    for (const auto& [name, type] : account.names)
      json.begin_object().member("name", name).member("type", word_of(type)).end_object();
    json.end_array().key("first");
    write_mention(json, *desk.articles()[article], *account.first);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

Answer answer_identity(Desk& desk, const Question& question) {
  const auto id = entity_of(desk, question);
  if (!id) return id.error();
  const DossierEntity& entity = desk.dossier().entities[id.value()];
  JsonWriter json;
  json.begin_object().member("name", entity.name).member("type", word_of(entity.type));
  json.member("decided", entity.decided).member("reason", entity.reason);
  write_names(json, desk, id.value());
  write_accounts(json, desk, entity);
  json.end_object();
  return json.take();
}

}  // namespace readout::desk
