// {"kind":"person"}: all that the articles say of one name: roles, what was said, silences, every mention.
#include <algorithm>
#include <utility>

#include "desk_mentions.h"
#include "desk_questions.h"
#include "desk_words.h"
#include "report/vocabulary.h"

namespace readout::desk {
namespace {

constexpr size_t kMostListed = 200;  // roles, quotations and silences; mentions come by pages

struct Place {
  const DeskArticle* article = nullptr;
  const Mention* mention = nullptr;
};

struct SaidBy {
  const DeskArticle* article = nullptr;
  const Quotation* quotation = nullptr;
};

struct KeptBack {
  const DeskArticle* article = nullptr;
  const Silence* silence = nullptr;
};

struct Held {
  const DeskArticle* article = nullptr;
  const Role* role = nullptr;
};

// What the readings hold of the entities that were put together.
struct Gathered {
  std::vector<Held> roles;
  std::vector<SaidBy> said;
  std::vector<KeptBack> silences;
  std::vector<Place> mentions;
  std::string country;
  std::string doubt;
};

bool speaks(const std::optional<Source>& source, EntityId entity) {
  if (!source) return false;
  if (source->entity == entity) return true;
  return std::find(source->also.begin(), source->also.end(), entity) != source->also.end();
}

void gather(const DeskArticle& article, EntityId id, Gathered& gathered) {
  const Reading& reading = article.reading;
  const Entity& entity = reading.entities[id];
  if (gathered.country.empty()) gathered.country = entity.country;
  if (gathered.doubt.empty()) gathered.doubt = entity.doubt;
  for (const Role& role : entity.roles) {
    const bool known = std::any_of(gathered.roles.begin(), gathered.roles.end(),
                                   [&](const Held& held) { return held.role->name == role.name; });
    if (!known && gathered.roles.size() < kMostListed) gathered.roles.push_back({&article, &role});
  }
  for (const Quotation& quotation : reading.quotations) {
    if (speaks(quotation.source, id) && !quotation.content.empty()) gathered.said.push_back({&article, &quotation});
  }
  for (const Silence& silence : reading.silences) {
    if (speaks(silence.source, id)) gathered.silences.push_back({&article, &silence});
  }
  for (const Mention& mention : reading.mentions) {
    if (mention.entity == id) gathered.mentions.push_back({&article, &mention});
  }
}

void write_gathered(JsonWriter& json, const Gathered& gathered) {
  json.key("roles").begin_array();
  for (const Held& held : gathered.roles) {
    json.begin_object().member("text", held.role->name).key("open");
    write_open(json, *held.article, held.role->span);
    json.end_object();
  }
  json.end_array().member("saidTotal", gathered.said.size()).key("said").begin_array();
  for (size_t i = 0; i < gathered.said.size() && i < kMostListed; ++i) {
    const auto& [article, quotation] = gathered.said[i];
    write_words(json, *article, whole_of(*quotation), chain_of(article->reading, *quotation));
  }
  json.end_array().key("silences").begin_array();
  for (size_t i = 0; i < gathered.silences.size() && i < kMostListed; ++i) {
    const auto& [article, silence] = gathered.silences[i];
    std::vector<Span> marks;
    if (silence->topic) marks.push_back(*silence->topic);
    write_words(json, *article, silence->span, {}, marks);
  }
  json.end_array();
}

}  // namespace

Answer answer_person(Desk& desk, const Question& question) {
  const auto id = entity_of(desk, question);
  if (!id) return id.error();
  const DossierEntity& entity = desk.dossier().entities[id.value()];
  Gathered gathered;
  for (const auto& [article, member] : entity.members) {
    if (article >= desk.articles().size()) continue;
    const DeskArticle& from = *desk.articles()[article];
    if (member < from.reading.entities.size()) gather(from, member, gathered);
  }
  JsonWriter json;
  json.begin_object().member("name", entity.name);
  json.member("type", entity.type == EntityType::kOther ? "" : word_of(entity.type));
  json.member("country", gathered.country).member("reason", entity.reason).member("doubt", gathered.doubt);
  json.member("decided", entity.decided).member("unnamed", is_unnamed(desk, entity));
  json.key("aliases").begin_array();
  for (const std::string& alias : entity.aliases) json.string(alias);
  json.end_array();
  write_gathered(json, gathered);
  const Page page = page_of(question, gathered.mentions.size(), 100);
  json.member("total", gathered.mentions.size()).key("mentions").begin_array();
  for (size_t i = page.from; i < page.end; ++i) {
    const auto& [article, mention] = gathered.mentions[i];
    write_mention(json, *article, *mention);
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace readout::desk
