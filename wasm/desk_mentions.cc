#include "desk_mentions.h"

#include <algorithm>
#include <utility>

#include "desk_words.h"
#include "report/json_access.h"
#include "report/vocabulary.h"

namespace readout::desk {
namespace {

constexpr size_t kContextBytes = 96;

// The mention's sentence before and after it, cut at words.
std::string left_of(const DeskArticle& article, Span span) {
  const Span around = with_sentence(article, span);
  std::string_view before = words_of(article.reading.article.text, {around.begin, span.begin});
  if (before.size() > kContextBytes) {
    const size_t space = before.find(' ', before.size() - kContextBytes);
    before = space == std::string_view::npos ? std::string_view() : before.substr(space + 1);
  }
  std::string out = one_line(before, kContextBytes * 2);
  if (!out.empty() && before.back() == ' ') out.push_back(' ');
  return out;
}

std::string right_of(const DeskArticle& article, Span span) {
  const Span around = with_sentence(article, span);
  const std::string_view after = words_of(article.reading.article.text, {span.end, around.end});
  const std::string out = one_line(after, kContextBytes);
  return !out.empty() && after.front() == ' ' ? " " + out : out;
}

}  // namespace

void write_mention(JsonWriter& json, const DeskArticle& article, const Mention& mention) {
  const Span units = article.utf16.to_unit(mention.span);
  json.begin_object().member("key", article.key).member("begin", units.begin).member("end", units.end);
  json.member("left", left_of(article, mention.span));
  json.member("match", one_line(words_of(article.reading.article.text, mention.span), kContextBytes));
  json.member("right", right_of(article, mention.span)).member("how", word_of(mention.kind));
  json.member("where", article.places.describe(mention.span)).member("doubt", mention.doubt).end_object();
}

Result<uint32_t> entity_of(Desk& desk, const Question& question) {
  const Error unknown{"unknown-name", "No name of that place is on the desk.", std::nullopt};
  const auto found = article_of(desk, question, "key");
  if (!found) return found.error();
  const DeskArticle& article = *found.value();
  const uint32_t begin = article.utf16.to_byte(json_access::index(question, "begin").value_or(0));
  const auto asked = json_access::index(question, "end");
  const uint32_t end = asked ? article.utf16.to_byte(*asked) : 0;  // 0: none, for no mention ends there
  const Mention* at = nullptr;
  for (const Mention& mention : article.reading.mentions) {
    if (mention.span.begin > begin) break;
    if (mention.span.end <= begin || !mention.entity) continue;
    // "Peru" in "Peru's police" is a mention, and so is the whole.
    const bool exact = mention.span == Span{begin, end};
    if (at == nullptr || exact || mention.span.size() < at->span.size()) at = &mention;
    if (exact) break;
  }
  if (at == nullptr) return unknown;
  const auto& articles = desk.articles();
  const auto index =
      static_cast<ArticleIndex>(std::find(articles.begin(), articles.end(), &article) - articles.begin());
  const auto of = entities_of(desk, index);
  if (*at->entity >= of.size() || !of[*at->entity]) return unknown;
  return *of[*at->entity];
}

bool is_unnamed(Desk& desk, const DossierEntity& entity) {
  return std::all_of(entity.members.begin(), entity.members.end(), [&](const auto& member) {
    const auto& read = desk.articles()[member.first]->reading.entities;
    return member.second >= read.size() || read[member.second].unnamed;
  });
}

std::vector<std::optional<uint32_t>> entities_of(Desk& desk, ArticleIndex article) {
  std::vector<std::optional<uint32_t>> of(desk.articles()[article]->reading.entities.size());
  const auto& entities = desk.dossier().entities;
  for (uint32_t i = 0; i < entities.size(); ++i) {
    for (const auto& [index, member] : entities[i].members)
      if (index == article && member < of.size()) of[member] = i;
  }
  return of;
}

}  // namespace readout::desk
