// {"kind":"overview"}: where a drop lands. {"kind":"disagreements"} and {"kind":"origins"}: the same evidence, whole.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "desk_findings.h"
#include "desk_questions.h"
#include "desk_story.h"
#include "desk_words.h"

namespace readout::desk {
namespace {

constexpr size_t kMostFirst = 12;
constexpr size_t kMostOfOneKind = 4;
constexpr size_t kMostOfOneKindInStory = 2;
constexpr size_t kMostStories = 500;
constexpr size_t kMostRows = 5000;

// The best few of every kind, from several stories where there are several.
std::vector<Finding> look_here_first(Desk& desk) {
  std::map<int, size_t> taken;
  std::map<std::pair<int, std::optional<uint32_t>>, size_t> taken_of_story;
  std::vector<Finding> first;
  for (const Lead& lead : leads_of(desk)) {
    if (lead.rank > kLastFirst || first.size() == kMostFirst) break;
    size_t& of_story = taken_of_story[{lead.rank, lead.story}];
    if (taken[lead.rank] == kMostOfOneKind || of_story == kMostOfOneKindInStory) continue;
    ++taken[lead.rank];
    ++of_story;
    first.push_back(finding_of(desk, lead));
  }
  return first;
}

// By kind of reason, most first. Reasons may carry a detail after a colon ("menu: 3 lines").
std::vector<std::pair<std::string, size_t>> count_aside(Desk& desk) {
  std::map<std::string, size_t> counts;
  for (const DeskArticle* article : desk.articles()) {
    for (const Block& block : article->reading.article.blocks) {
      if (is_article_text(block.kind)) continue;
      std::string kind = block.reason.substr(0, block.reason.find_first_of(":,;"));
      if (kind.empty()) kind = block.kind == BlockKind::kStray ? "another story" : "not the article";
      ++counts[kind];
    }
  }
  std::vector<std::pair<std::string, size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return sorted;
}

size_t count_files(Desk& desk) {
  // The rows of a table have no place in its text, but all have its hash.
  std::set<std::string_view> files;
  for (const DeskArticle* article : desk.articles()) {
    const Article& taken = article->reading.article;
    files.insert(taken.file ? taken.file->name : taken.sha256);
  }
  return files.size();
}

}  // namespace

Answer answer_overview(Desk& desk, const Question&) {
  const Dossier& dossier = desk.dossier();
  std::vector<ArticleIndex> all(desk.articles().size());
  for (ArticleIndex i = 0; i < all.size(); ++i) all[i] = i;
  JsonWriter json;
  json.begin_object().member("articles", all.size()).member("files", count_files(desk));
  json.member("origins", count_origins(dossier, all)).key("stories").begin_array();
  const StoryCounts counts(dossier);
  const auto where = places_of_stories(desk);
  for (uint32_t i = 0; i < dossier.stories.size() && i < kMostStories; ++i)
    write_story_card(json, desk, i, counts, where[i]);
  json.end_array().key("subjects").begin_array();
  for (const Subject& subject : dossier.subjects) {
    json.begin_object().member("title", subject.title).member("reason", subject.reason).key("stories").begin_array();
    for (const uint32_t story : subject.stories)
      if (story < kMostStories) json.integer(story);
    json.end_array().end_object();
  }
  json.end_array().key("first").begin_array();
  for (const Finding& finding : look_here_first(desk)) write_finding(json, desk, finding);
  json.end_array().key("aside").begin_array();
  for (const auto& [kind, count] : count_aside(desk))
    json.begin_object().member("kind", kind).member("count", count).end_object();
  json.end_array().key("rows").begin_array();
  for (ArticleIndex i = 0; i < all.size() && i < kMostRows; ++i) write_article_row(json, desk, i);
  json.end_array().end_object();
  return json.take();
}

Answer answer_disagreements(Desk& desk, const Question& question) {
  std::vector<Lead> leads = leads_of(desk);
  leads.erase(std::remove_if(leads.begin(), leads.end(),
                             [](const Lead& lead) { return lead.kind != Lead::Kind::kDisagreement; }),
              leads.end());
  const Page page = page_of(question, leads.size(), 500);
  JsonWriter json;
  json.begin_object().key("findings").begin_array();
  for (size_t i = page.from; i < page.end; ++i) write_finding(json, desk, finding_of(desk, leads[i]));
  json.end_array().member("total", leads.size()).end_object();
  return json.take();
}

Answer answer_origins(Desk& desk, const Question&) {
  const Dossier& dossier = desk.dossier();
  std::set<uint32_t> used;
  for (const DossierArticle& article : dossier.articles) used.insert(article.origins.begin(), article.origins.end());
  JsonWriter json;
  json.begin_object().key("origins").begin_array();
  for (const uint32_t id : used) {
    if (id >= dossier.origins.size()) continue;
    const Origin& origin = dossier.origins[id];
    json.begin_object().member("id", id).member("reason", origin.reason).key("articles").begin_array();
    for (const ArticleIndex article : origin.articles)
      if (article < desk.articles().size()) write_article_name(json, *desk.articles()[article]);
    json.end_array().key("passages").begin_array();
    for (const Evidence& passage : origin.passages)
      if (passage.article < desk.articles().size())
        write_words(json, *desk.articles()[passage.article], passage.span, {});
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace readout::desk
