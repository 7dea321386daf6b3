// {"kind":"timeline"}: a lane a story.
#include "desk_timeline.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "collation/words.h"
#include "desk_facts.h"
#include "desk_plain.h"
#include "desk_questions.h"
#include "desk_words.h"
#include "report/json_access.h"
#include "report/json_writer.h"
#include "report/vocabulary.h"
#include "text/unicode.h"

namespace readout::desk {
namespace {

constexpr size_t kSideBytes = 130;
constexpr size_t kUsualStatements = 2000;
constexpr size_t kMostStatements = 5000;

bool starts_with(std::string_view text, std::string_view head) { return text.substr(0, head.size()) == head; }

// Whether the words belong to the account itself, not to its masthead or to what was set aside.
bool is_told(const std::string& where) {
  return where != "byline" && where != "dateline" && where != "set aside" && !where.empty();
}

Span sentence_around(const DeskArticle& article, Span span) {
  const auto sentence = article.places.sentence_of(span);
  if (!sentence) return span;
  const Span whole = article.reading.language.sentences[*sentence].span;
  return whole.contains(span) ? whole : span;
}

// Whether the sentence has words besides the date: a line that only dates the article states nothing.
bool says_more(std::string_view text, Span whole, Span date) {
  return !collation::words_in(text, {whole.begin, date.begin}).empty() ||
         !collation::words_in(text, {date.end, whole.end}).empty();
}

// The end of a text, on one line, with "…" before it where something was cut.
std::string tail_of(std::string_view text, size_t most) {
  if (text.size() <= most) return one_line(text, most + 3);
  const size_t space = text.find(' ', text.size() - most);
  return space == std::string_view::npos ? "…" : "… " + one_line(text.substr(space + 1), most + 3);
}

}  // namespace

std::string_view certainty_of(const DateExpression& date) {
  if (date.value == "PAST_REF" || date.value == "FUTURE_REF") return "vague";
  const bool calendar =
      !precision_of(date.value).empty() || (date.value.size() < 4 && date_text(date.value) != date.value);
  if (date.relative || !calendar) return "unplaced";
  const std::string_view precision = precision_of(date.value);
  if (!date.mod.empty() || precision.empty() || precision == "season") return "vague";
  const bool counted = date.anchor.find("(inferred)") != std::string::npos || starts_with(date.anchor, "the date last");
  return counted || !date.doubt.empty() ? "inferred" : "certain";
}

std::vector<Statement> statements_of(Desk& desk, const Scope& scope) {
  std::vector<Statement> statements;
  std::map<std::tuple<std::optional<uint32_t>, std::string, std::string>, size_t> same;
  const auto& articles = desk.dossier().articles;
  for (ArticleIndex index = 0; index < desk.articles().size(); ++index) {
    const DeskArticle& article = *desk.articles()[index];
    if (!scope.has(index) || article.reading.dates.empty()) continue;
    const FactPlaces facts(desk, index);
    for (uint32_t i = 0; i < article.reading.dates.size(); ++i) {
      const DateExpression& date = article.reading.dates[i];
      if (date.type != DateType::kDate && date.type != DateType::kTime) continue;
      if (!is_told(article.places.describe(date.span))) continue;
      const Span whole = sentence_around(article, date.span);
      if (!says_more(article.reading.article.text, whole, date.span)) continue;
      const auto lane = index < articles.size() ? articles[index].story : std::nullopt;
      const std::string_view words = words_of(article.reading.article.text, whole);
      const auto [at, fresh] = same.try_emplace({lane, date.value, unicode::fold(words)}, statements.size());
      if (fresh) statements.push_back({date.value, lane, {}, 1});
      Statement& statement = statements[at->second];
      statement.sources.emplace_back(index, i);
      statement.accounts = std::max(statement.accounts, statement.sources.size());
      if (const auto fact = facts.find(FactKind::kDate, date.span))
        statement.accounts = std::max(statement.accounts, count_accounts(desk.dossier().facts[*fact]));
    }
  }
  std::stable_sort(statements.begin(), statements.end(), [](const Statement& a, const Statement& b) {
    return a.date != b.date ? a.date < b.date : a.lane < b.lane;
  });
  return statements;
}

const DateExpression& date_of(Desk& desk, const Statement& statement) {
  const auto& [article, item] = statement.sources.front();
  return desk.articles()[article]->reading.dates[item];
}

DatedSentence sentence_of(Desk& desk, const Statement& statement) {
  const DeskArticle& article = *desk.articles()[statement.sources.front().first];
  const DateExpression& date = date_of(desk, statement);
  const std::string_view text = article.reading.article.text;
  const Span whole = sentence_around(article, date.span);
  DatedSentence sentence{whole, tail_of(text.substr(whole.begin, date.span.begin - whole.begin), kSideBytes),
                         one_line(words_of(text, date.span), kSideBytes),
                         one_line(text.substr(date.span.end, whole.end - date.span.end), kSideBytes)};
  const auto is_space = [&](size_t at) { return text[at] == ' ' || text[at] == '\n'; };
  if (date.span.begin > whole.begin && is_space(date.span.begin - 1) && !sentence.before.empty() &&
      sentence.before.back() != ' ')
    sentence.before += ' ';
  if (date.span.end < whole.end && is_space(date.span.end) && !sentence.after.empty() && sentence.after.front() != ' ')
    sentence.after.insert(0, 1, ' ');
  return sentence;
}

std::vector<std::string> kinds_of(Desk& desk, const Statement& statement, Span sentence) {
  const Reading& reading = desk.articles()[statement.sources.front().first]->reading;
  std::vector<std::string> kinds;
  for (const Event& event : reading.events) {
    if (!sentence.contains(event.span) || event.date != statement.date) continue;
    std::string kind = event.mode.empty() ? event_text(event.code) : event.mode;
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(std::move(kind));
  }
  return kinds;
}

namespace {

void write_statement(JsonWriter& json, Desk& desk, const Statement& statement) {
  const DateExpression& date = date_of(desk, statement);
  const DatedSentence sentence = sentence_of(desk, statement);
  json.begin_object().member("date", date.value).member("text", date_text(date.value));
  json.member("certainty", certainty_of(date)).member("mod", date.mod);
  json.member("anchor", date.anchor == "its own words" ? "" : date.anchor).member("doubt", date.doubt);
  json.member("lane", statement.lane).member("accounts", statement.accounts);
  json.member("before", sentence.before).member("words", sentence.words).member("after", sentence.after);
  json.key("kinds").begin_array();
  for (const std::string& kind : kinds_of(desk, statement, sentence.whole)) json.string(kind);
  json.end_array().key("sources").begin_array();
  for (const auto& [source, at] : statement.sources) {
    const DeskArticle& told = *desk.articles()[source];
    const Span span = told.reading.dates[at].span;
    const Span units = told.utf16.to_unit(span);
    json.begin_object().member("key", told.key).member("begin", units.begin).member("end", units.end);
    json.member("where", told.places.describe(span)).end_object();
  }
  json.end_array().end_object();
}

}  // namespace

Answer answer_timeline(Desk& desk, const Question& question) {
  const auto scope = scope_of(desk, question);
  if (!scope) return scope.error();
  const Dossier& dossier = desk.dossier();
  const std::vector<Statement> statements = statements_of(desk, scope.value());
  const Page page = page_of(question, statements.size(), kUsualStatements, kMostStatements);
  JsonWriter json;
  json.begin_object().key("lanes").begin_array();
  for (uint32_t story = 0; story < dossier.stories.size(); ++story) {
    const Story& told = dossier.stories[story];
    const bool in = std::any_of(told.articles.begin(), told.articles.end(),
                                [&](ArticleIndex article) { return scope.value().has(article); });
    if (!in) continue;
    json.begin_object().member("id", story).member("title", told.title).member("articles", told.articles.size());
    json.end_object();
  }
  json.end_array().key("statements").begin_array();
  for (size_t i = page.from; i < page.end; ++i) write_statement(json, desk, statements[i]);
  json.end_array().key("published").begin_array();
  for (ArticleIndex index = 0; index < desk.articles().size(); ++index) {
    if (!scope.value().has(index)) continue;
    const DeskArticle& article = *desk.articles()[index];
    const PublishedDate& published = article.reading.article.masthead.published;
    json.begin_object().member("key", article.key).member("value", published.value);
    json.member("how", word_of(published.how)).member("reason", published.reason);
    json.member("lane", index < dossier.articles.size() ? dossier.articles[index].story : std::nullopt).end_object();
  }
  json.end_array().member("total", statements.size()).end_object();
  return json.take();
}

}  // namespace readout::desk
