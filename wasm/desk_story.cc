#include "desk_story.h"

#include <algorithm>
#include <map>
#include <utility>

#include "desk_words.h"
#include "report/vocabulary.h"

namespace readout::desk {
namespace {

constexpr size_t kMostWho = 8;

// True unless a day that someone gave, or that words state, is the story's date.
bool date_is_inferred(Desk& desk, const Story& story) {
  if (story.date.empty()) return false;
  return std::none_of(story.articles.begin(), story.articles.end(), [&](ArticleIndex index) {
    if (index >= desk.articles().size()) return false;
    const PublishedDate& published = desk.articles()[index]->reading.article.masthead.published;
    return published.how == DateHow::kGiven || published.how == DateHow::kStated;
  });
}

}  // namespace

size_t count_origins(const Dossier& dossier, const std::vector<ArticleIndex>& articles) {
  std::vector<uint32_t> origins;
  size_t alone = 0;
  for (const ArticleIndex index : articles) {
    if (index >= dossier.articles.size()) continue;
    const auto& of = dossier.articles[index].origins;
    alone += of.empty() ? 1 : 0;
    origins.insert(origins.end(), of.begin(), of.end());
  }
  std::sort(origins.begin(), origins.end());
  origins.erase(std::unique(origins.begin(), origins.end()), origins.end());
  return origins.size() + alone;
}

StoryCounts::StoryCounts(const Dossier& dossier)
    : quotations(dossier.stories.size(), 0), differing(dossier.stories.size(), 0) {
  for (const Fact& fact : dossier.facts) {
    if (!fact.story || *fact.story >= dossier.stories.size()) continue;
    quotations[*fact.story] += fact.kind == FactKind::kQuotation ? 1 : 0;
    const bool differs = std::any_of(fact.cells.begin(), fact.cells.end(),
                                     [](const Cell& cell) { return cell.state == CellState::kDiffers; });
    differing[*fact.story] += differs ? 1 : 0;
  }
}

std::vector<std::vector<std::string>> places_of_stories(Desk& desk) {
  const Dossier& dossier = desk.dossier();
  struct Place {
    uint32_t articles = 0;
    uint32_t mentions = 0;
    uint32_t entity = 0;
  };
  std::map<uint32_t, std::vector<Place>> by_story;
  for (uint32_t id = 0; id < dossier.entities.size(); ++id) {
    const DossierEntity& entity = dossier.entities[id];
    if (entity.type != EntityType::kPlace) continue;
    std::map<uint32_t, Place> here;
    std::optional<ArticleIndex> last;
    for (const Evidence& mention : entity.mentions) {
      if (mention.article >= desk.articles().size() || mention.article >= dossier.articles.size()) continue;
      const auto story = dossier.articles[mention.article].story;
      if (!story) continue;
      const std::string where = desk.articles()[mention.article]->places.describe(mention.span);
      if (where != "headline" && where != "lead" && where != "dateline") continue;
      Place& place = here[*story];
      place.entity = id;
      place.articles += last != mention.article ? 1 : 0;
      ++place.mentions;
      last = mention.article;
    }
    for (const auto& [story, place] : here) by_story[story].push_back(place);
  }
  std::vector<std::vector<std::string>> out(dossier.stories.size());
  for (auto& [story, places] : by_story) {
    if (story >= out.size()) continue;
    std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
      return std::pair(b.articles, b.mentions) < std::pair(a.articles, a.mentions);
    });
    for (size_t i = 0; i < places.size() && i < kMostWhere; ++i)
      out[story].push_back(dossier.entities[places[i].entity].name);
  }
  return out;
}

void write_story_card(JsonWriter& json, Desk& desk, uint32_t index, const StoryCounts& counts,
                      const std::vector<std::string>& where) {
  const Dossier& dossier = desk.dossier();
  const Story& story = dossier.stories[index];
  json.begin_object().member("id", index);
  const bool titled = !story.title.empty();
  const bool known = !story.articles.empty() && story.articles[0] < desk.articles().size();
  json.member("title", titled ? story.title : known ? desk.articles()[story.articles[0]]->label : std::string());
  json.member("date", story.date).member("dateReason", story.date_reason);
  json.member("dateInferred", date_is_inferred(desk, story)).key("where");
  write_chain(json, where);
  json.key("who").begin_array();
  size_t shown = 0;
  for (const uint32_t who : story.who) {
    if (who >= dossier.entities.size() || shown++ == kMostWho) break;
    json.begin_object().member("name", dossier.entities[who].name).member("type", word_of(dossier.entities[who].type));
    json.end_object();
  }
  json.end_array().key("articles").begin_array();
  for (const ArticleIndex article : story.articles)
    if (article < desk.articles().size()) write_article_name(json, *desk.articles()[article]);
  json.end_array().member("origins", count_origins(dossier, story.articles));
  json.member("quotations", counts.quotations[index]).member("differing", counts.differing[index]);
  json.member("reason", story.reason).member("decided", story.decided).end_object();
}

}  // namespace readout::desk
