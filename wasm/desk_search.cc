// {"kind":"search"}, {"kind":"spread"}, {"kind":"collocates"}: what one query finds, line by line, by outlet and day,
// and in what company.
#include "desk_search.h"

#include <algorithm>
#include <map>
#include <utility>

#include "desk_words.h"
#include "report/json_access.h"
#include "report/vocabulary.h"
#include "search/collocates.h"
#include "search/quoted.h"
#include "search/words.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace readout::desk {
namespace {

constexpr size_t kContextBytes = 110;

std::vector<search::Document> documents_of(const std::vector<const DeskArticle*>& articles) {
  std::vector<search::Document> documents;
  documents.reserve(articles.size());
  for (const DeskArticle* article : articles) documents.push_back({article->reading.article.text, &article->packed});
  return documents;
}

search::Order order_of(const Question& question) {
  const std::string name = json_access::string(question, "sort").value_or("");
  if (name == "left") return search::Order::kLeft;
  if (name == "right") return search::Order::kRight;
  if (name == "match") return search::Order::kMatch;
  return search::Order::kText;
}

// Everything of a question that decides what is found, in one string.
std::string name_of_query(const Question& question) {
  json_access::OrderedJson name;
  for (const char* key : {"query", "outlet", "from", "to", "said", "article"})
    name.push_back(json_access::string(question, key).value_or(""));
  name.push_back(json_access::index(question, "story").value_or(UINT32_MAX));
  return json_access::dump(name);
}

// Looks for the question's query, unless it was the last one looked for.
SearchState& look_for(Desk& desk, const Question& question, const std::string& query) {
  SearchState& state = desk.search_state();
  std::string name = name_of_query(question);
  if (state.asked == name) return state;
  search::Query parsed = search::parse_query(query);
  state.asked = std::move(name);
  state.problem = parsed.problem;
  state.found = search::find(desk.lexicon(), state.index, parsed, DeskEntities(desk), search_scope(desk, question));
  const std::string said = json_access::string(question, "said").value_or("");
  if (said == "quoted" || said == "unquoted") {
    auto& hits = state.found.hits;
    hits.erase(std::remove_if(hits.begin(), hits.end(),
                              [&](const search::Hit& hit) {
                                return search::is_inside(state.quoted[hit.document], hit.span.begin) !=
                                       (said == "quoted");
                              }),
               hits.end());
  }
  state.sorted = state.found.hits;
  state.order = search::Order::kText;
  return state;
}

// The words before and after a place, as far as its paragraph goes.
std::string left_of(std::string_view text, Span lines, uint32_t at) {
  size_t begin = at - std::min<size_t>(at - std::min(at, lines.begin), kContextBytes);
  if (begin > lines.begin) {
    while (begin < at && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
    const size_t space = text.find(' ', begin);
    if (space != std::string_view::npos && space < at) begin = space + 1;
  }
  const std::string_view before = text.substr(begin, at - begin);
  std::string out = one_line(before, kContextBytes * 2);
  if (!out.empty() && unicode::is_space(utf8::decode_before(before, before.size()).value)) out.push_back(' ');
  return out;
}

std::string right_of(std::string_view text, Span lines, uint32_t at) {
  const std::string_view after = text.substr(at, lines.end - std::min(at, lines.end));
  const std::string out = one_line(after.substr(0, kContextBytes * 8), kContextBytes);
  const bool apart = !after.empty() && unicode::is_space(utf8::decode(after, 0).value);
  return !out.empty() && apart ? std::string(1, ' ').append(out) : out;
}

void write_hit(JsonWriter& json, Desk& desk, const SearchState& state, const search::Hit& hit) {
  const DeskArticle& article = *desk.articles()[hit.document];
  const std::string_view text = article.reading.article.text;
  const Span units = article.utf16.to_unit(hit.span);
  const uint32_t last = static_cast<uint32_t>(article.packed.size()) - 1;
  const Span lines =
      search::lines_of(state.index.documents()[hit.document], article.packed.paragraph(std::min(hit.first, last)));
  json.begin_object().member("key", article.key).member("begin", units.begin).member("end", units.end);
  json.member("left", left_of(text, lines, hit.span.begin)).member("match", words_of(text, hit.span));
  json.member("right", right_of(text, lines, hit.span.end)).member("label", article.label);
  json.member("outlet", article.reading.article.masthead.outlet);
  json.member("published", article.reading.article.masthead.published.value);
  json.member("quoted", search::is_inside(state.quoted[hit.document], hit.span.begin));
  json.member("where", article.places.describe(hit.span)).end_object();
}

// Lower bound of the words that an article has of a query, and of all.
struct Share {
  uint32_t hits = 0;
  uint32_t words = 0;
  uint32_t articles = 0;  // that have it
  uint32_t all = 0;
};

void write_shares(JsonWriter& json, std::string_view key, std::vector<std::pair<std::string, Share>> shares) {
  json.key(key).begin_array();
  for (const auto& [name, share] : shares) {
    json.begin_object().member("name", name).member("hits", share.hits).member("words", share.words);
    json.member("articles", share.articles).member("all", share.all).end_object();
  }
  json.end_array();
}

Error no_query() { return Error{"missing-key", "The question does not say what to search for.", std::nullopt}; }

}  // namespace

SearchState::SearchState(const search::Lexicon& lexicon, const std::vector<const DeskArticle*>& articles)
    : index(lexicon, documents_of(articles)) {
  quoted.reserve(articles.size());
  for (const search::Document& document : index.documents()) quoted.push_back(search::quoted_spans(document));
}

std::vector<bool> search_scope(Desk& desk, const Question& question) {
  const auto story = json_access::index(question, "story");
  const std::string outlet = json_access::string(question, "outlet").value_or("");
  const std::string article_key = json_access::string(question, "article").value_or("");
  const std::string from = json_access::string(question, "from").value_or("");
  const std::string to = json_access::string(question, "to").value_or("");
  const Dossier* dossier = story ? &desk.dossier() : nullptr;
  std::vector<bool> scope(desk.articles().size(), true);
  for (size_t i = 0; i < scope.size(); ++i) {
    const DeskArticle& article = *desk.articles()[i];
    const std::string& published = article.reading.article.masthead.published.value;
    if (dossier && (i >= dossier->articles.size() || dossier->articles[i].story != story)) scope[i] = false;
    if (!outlet.empty() && outlet_of(article) != outlet) scope[i] = false;
    if (!article_key.empty() && article.key != article_key) scope[i] = false;
    if ((!from.empty() || !to.empty()) && published.empty()) scope[i] = false;
    if (!from.empty() && published < from.substr(0, published.size())) scope[i] = false;
    if (!to.empty() && published > to.substr(0, published.size())) scope[i] = false;
  }
  return scope;
}

std::vector<std::pair<uint32_t, Span>> DeskEntities::places_of(std::string_view name) const {
  std::vector<std::pair<uint32_t, Span>> places;
  const Dossier& dossier = desk_.dossier();
  for (const DossierEntity& entity : dossier.entities) {
    const auto bears = [&](const std::string& one) { return search::folded(one) == name; };
    bool found = bears(entity.name) || std::any_of(entity.aliases.begin(), entity.aliases.end(), bears);
    // A surname or any last words of the name do as well: "entity:mishustin".
    const std::string whole = search::folded(entity.name);
    found = found || (whole.size() > name.size() && !name.empty() &&
                      whole.compare(whole.size() - name.size(), name.size(), name) == 0 &&
                      whole[whole.size() - name.size() - 1] == ' ');
    if (!found) continue;
    for (const auto& [article, id] : entity.members) {
      if (article >= desk_.articles().size()) continue;
      for (const Mention& mention : desk_.articles()[article]->reading.mentions)
        if (mention.entity == id && mention.kind != MentionKind::kPronoun) places.emplace_back(article, mention.span);
    }
  }
  return places;
}

Answer answer_search(Desk& desk, const Question& question) {
  const auto query = json_access::string(question, "query");
  if (!query) return no_query();
  SearchState& state = look_for(desk, question, *query);
  if (const search::Order order = order_of(question); order != state.order) {
    state.sorted = state.found.hits;
    if (state.ranks.empty()) state.ranks = search::form_ranks(desk.lexicon());
    search::sort_hits(state.sorted, order, state.index, state.ranks);
    state.order = order;
  }
  const Page page = page_of(question, state.sorted.size(), 100);
  JsonWriter json;
  json.begin_object().member("total", state.sorted.size()).member("articles", state.found.documents);
  json.member("searched", desk.articles().size()).member("words", state.index.word_count());
  json.member("problem", state.problem).key("stopped");
  if (state.found.stopped) {
    json.integer(state.found.looked_through);
  } else {
    json.null();
  }
  json.key("hits").begin_array();
  for (size_t i = page.from; i < page.end; ++i) write_hit(json, desk, state, state.sorted[i]);
  json.end_array().end_object();
  return json.take();
}

Answer answer_spread(Desk& desk, const Question& question) {
  const auto query = json_access::string(question, "query");
  if (!query) return no_query();
  const SearchState& state = look_for(desk, question, *query);
  const std::vector<bool> scope = search_scope(desk, question);
  std::vector<uint32_t> hits(scope.size(), 0);
  for (const search::Hit& hit : state.found.hits) ++hits[hit.document];
  std::map<std::string, Share> outlets;
  std::map<std::string, Share> days;
  for (size_t i = 0; i < scope.size(); ++i) {
    if (!scope[i]) continue;
    const DeskArticle& article = *desk.articles()[i];
    for (Share* share : {&outlets[article.reading.article.masthead.outlet.value_or("")],
                         &days[article.reading.article.masthead.published.value]}) {
      share->hits += hits[i];
      share->words += static_cast<uint32_t>(article.packed.size());
      share->articles += hits[i] > 0 ? 1 : 0;
      ++share->all;
    }
  }
  std::vector<std::pair<std::string, Share>> by_outlet(outlets.begin(), outlets.end());
  std::stable_sort(by_outlet.begin(), by_outlet.end(),
                   [](const auto& a, const auto& b) { return a.second.hits > b.second.hits; });
  JsonWriter json;
  json.begin_object().member("total", state.found.hits.size());
  write_shares(json, "outlets", std::move(by_outlet));
  write_shares(json, "days", {days.begin(), days.end()});
  return json.end_object().take();
}

Answer answer_collocates(Desk& desk, const Question& question) {
  const auto query = json_access::string(question, "query");
  if (!query) return no_query();
  const SearchState& state = look_for(desk, question, *query);
  search::CollocateOptions options;
  options.window = std::clamp<uint32_t>(json_access::index(question, "window").value_or(5), 1, 20);
  options.function_words = json_access::boolean(question, "functionWords").value_or(false);
  auto found = search::collocates(desk.lexicon(), state.index, search_scope(desk, question), state.found.hits, options);
  if (json_access::string(question, "sort").value_or("") == "dice")
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.log_dice > b.log_dice; });
  const Page page = page_of(question, found.size(), 50);
  JsonWriter json;
  json.begin_object().member("total", found.size()).member("places", state.found.hits.size());
  json.key("rows").begin_array();
  for (size_t i = page.from; i < page.end; ++i) {
    const search::Collocate& one = found[i];
    json.begin_object().member("word", one.word).member("tag", word_of(one.tag)).member("left", one.left);
    json.member("right", one.right).member("total", one.total).member("articles", one.documents);
    json.member("expected", one.expected).member("likelihood", one.log_likelihood).member("dice", one.log_dice);
    json.end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace readout::desk
