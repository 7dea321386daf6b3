#include "desk.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "desk_changes.h"
#include "desk_plain.h"
#include "desk_words.h"
#include "reading_by_hand.h"
#include "report/json_access.h"
#include "text/sha256.h"

using namespace readout;
using json_access::Json;

namespace {

// An article given by hand: the first line is its headline, every line after it a paragraph of one sentence.
Reading reading_of(const std::string& id, const std::string& text, const std::string& outlet = {}) {
  Reading reading = reading_by_hand(id, text);
  Article& article = reading.article;
  if (!outlet.empty()) article.masthead.outlet = outlet;
  article.masthead.title = text.substr(0, text.find('\n'));
  article.masthead.title_span = Span{0, static_cast<uint32_t>(article.masthead.title->size())};
  return reading;
}

EntityId person(Reading& reading, const std::string& name, std::string_view words) {
  const auto id = static_cast<EntityId>(reading.entities.size());
  Entity entity;
  entity.name = name;
  entity.type = EntityType::kPerson;
  reading.entities.push_back(entity);
  reading.mentions.push_back({at(reading, words), EntityType::kPerson, MentionKind::kName, id, ""});
  return id;
}

Quotation& quote(Reading& reading, std::string_view words, std::optional<EntityId> speaker = {}) {
  Quotation quotation;
  quotation.content = {at(reading, words)};
  if (speaker) quotation.source = Source{reading.mentions[*speaker].span, speaker, false};
  reading.quotations.push_back(quotation);
  return reading.quotations.back();
}

Json ask(Desk& desk, const std::string& question) {
  const auto parsed = json_access::parse(question);
  REQUIRE(parsed.ok());
  const auto answer = desk.ask(parsed.value());
  REQUIRE(answer.ok());
  auto value = json_access::parse(answer.value());
  REQUIRE(value.ok());
  return value.value();
}

Json ask_article(Desk& desk, const std::string& key) { return ask(desk, R"({"kind":"article","key":")" + key + "\"}"); }

std::vector<std::string> marked(std::string_view text, const std::vector<Span>& spans) {
  std::vector<std::string> out;
  for (const Span span : spans) out.emplace_back(words_of(text, span));
  return out;
}

constexpr const char* kMayor =
    "Harbour opens\n“It took ten years,” said Anna Holm on Monday.\nThe works cost $12 million, the port said.\n";

}  // namespace

TEST_CASE("desk: a key names the file by its hash, an article in it by number, a record by its own id too") {
  Reading reading = reading_of("a.txt", kMayor);
  const std::string hash = reading.article.sha256.substr(0, 12);
  CHECK(desk_key(reading) == hash);
  reading.article.id = "a.txt#1";
  CHECK(desk_key(reading) == hash);
  reading.article.id = "a.txt#2";
  CHECK(desk_key(reading) == hash + "-2");
  reading.article.id = "record 7";
  const std::string seven = desk_key(reading);
  reading.article.id = "record 8";
  CHECK(seven.size() == 12);
  CHECK(desk_key(reading) != seven);
}

TEST_CASE("desk: the same file under two names is one article, whichever came first; the same name is replaced") {
  for (const bool forwards : {true, false}) {
    Desk desk;
    CHECK_FALSE(desk.add(reading_of(forwards ? "a.txt" : "b.txt", kMayor)).duplicate);
    CHECK(desk.add(reading_of(forwards ? "b.txt" : "a.txt", kMayor)).duplicate);
    REQUIRE(desk.articles().size() == 1);
    CHECK(desk.articles()[0]->reading.article.id == "a.txt");
    const Desk::Added again = desk.add(reading_of("a.txt", std::string(kMayor) + "More.\n"));
    CHECK(again.replaced);
    CHECK_FALSE(again.duplicate);
    CHECK(desk.find(again.key) == desk.articles()[0]);
    CHECK(desk.remove("a.txt"));
    CHECK_FALSE(desk.remove("a.txt"));
    CHECK(desk.find(again.key) == nullptr);
    CHECK(desk.articles().empty());
  }
}

TEST_CASE("desk: answers depend on what is held, not on the order in which it came") {
  std::vector<std::string> answers;
  for (const bool forwards : {true, false}) {
    Desk desk;
    std::vector<std::string> ids{"a", "b", "c", "d"};
    if (!forwards) std::reverse(ids.begin(), ids.end());
    for (const std::string& id : ids) {
      Reading reading = reading_of(id + ".txt", id + std::string(kMayor), "Outlet " + id);
      quote(reading, "It took ten years,", person(reading, "Anna Holm", "Anna Holm"));
      desk.add(std::move(reading));
    }
    std::string all;
    for (const char* kind : {"overview", "origins", "disagreements", "aside"})
      all += desk.ask(Json{{"kind", kind}}).value();
    for (const char* table : {"quotations", "people", "figures", "timeline"})
      all += desk.ask(Json{{"kind", "table"}, {"table", table}}).value();
    all += desk.ask(Json{{"kind", "search"}, {"query", "ten years"}}).value();
    answers.push_back(all);
  }
  CHECK(answers[0] == answers[1]);
}

TEST_CASE("desk: an article is labelled by its headline, else its lead, and by its id only without words") {
  Desk desk;
  desk.add(reading_of("a.txt", kMayor));
  CHECK(desk.articles()[0]->label == "Harbour opens");
  Reading body = reading_of("a.txt", kMayor);
  body.article.blocks.erase(body.article.blocks.begin());
  body.article.masthead = {};
  desk.add(std::move(body));
  CHECK(desk.articles()[0]->label == "“It took ten years,” said Anna Holm on Monday.");
  Reading none = reading_of("a.txt", "...");
  none.article.blocks.clear();
  none.article.masthead = {};
  desk.add(std::move(none));
  CHECK(desk.articles()[0]->label == "a.txt");
}

TEST_CASE("desk: the article's offsets count UTF-16 units, and its marks nest") {
  Reading reading =
      reading_of("a.txt", "🙂 Talks\n🙂 “Anna Holm of Vessby paid $12 million,” said Bo Ek.\nEnd.\n");
  const EntityId anna = person(reading, "Anna Holm", "Anna Holm");
  const EntityId bo = person(reading, "Bo Ek", "Bo Ek");
  quote(reading, "Anna Holm of Vessby paid $12 million,", bo);
  Figure figure;
  figure.span = at(reading, "$12 million");
  figure.value = 12e6;
  figure.unit = "USD";
  reading.figures.push_back(figure);
  DateExpression crossing;
  crossing.span = at(reading, "million,” said");  // no stage should give it; the page must not break on it
  reading.dates.push_back(crossing);
  reading.mentions.push_back({at(reading, "Vessby"), EntityType::kPerson, MentionKind::kPronoun, anna, ""});
  std::sort(reading.mentions.begin(), reading.mentions.end(),
            [](const Mention& a, const Mention& b) { return a.span < b.span; });
  Desk desk;
  const std::string key = desk.add(std::move(reading)).key;
  const Json view = ask_article(desk, key);
  REQUIRE(view["marks"].size() == 4);
  CHECK(view["marks"][0] == Json{{"begin", 13}, {"end", 50}, {"kind", "quotation"}, {"item", 0}});
  CHECK(view["marks"][1]["kind"] == "name");
  CHECK(view["marks"][2] == Json{{"begin", 38}, {"end", 49}, {"kind", "figure"}, {"item", 1}});
  CHECK(view["items"][1]["lines"] == Json::array({"12 million USD"}));
  CHECK(view["items"][0]["chain"] == Json::array({"Bo Ek"}));
  REQUIRE(view["paragraphs"].size() == 2);
  CHECK(view["paragraphs"][0] == Json{{"begin", 9}, {"end", 63}, {"number", 1}});
}

TEST_CASE("desk: the margin tells values in plain words, and of what is not known nothing") {
  Reading reading = reading_of("a.txt", kMayor);
  Quotation& said = quote(reading, "It took ten years,");
  said.cue = at(reading, "said");
  said.cue_class = CueClass::kNeutral;
  said.inferred = true;
  Figure range;
  range.span = at(reading, "$12 million");
  range.min = 40;
  range.max = 50.5;
  range.unit = "km";
  range.role = FigureRole::kTarget;
  range.of = at(reading, "The works");
  reading.figures.push_back(range);
  DateExpression date;
  date.span = at(reading, "Monday");
  date.value = "2023-05-22";
  date.anchor = "the published date, 2023-05-24";
  reading.dates.push_back(date);
  Desk desk;
  const Json items = ask_article(desk, desk.add(std::move(reading)).key)["items"];
  CHECK(items[0]["lines"] == Json::array({"said, neutral", "in the speaker's own words", "the speaker is not known",
                                          "the speaker is carried over from the words before"}));
  CHECK(items[1]["lines"] == Json::array({"a range: 40 to 50.5 km", "a target", "of “The works”"}));
  CHECK(items[2]["lines"] == Json::array({"22 May 2023", "fixed by the published date, 2023-05-24"}));
  CHECK(items[2]["elsewhere"].is_null());
}

TEST_CASE("desk: numbers keep every digit, dates that have no plain form come back as they are") {
  CHECK(desk::number_text(2.4e11) == "240 billion");
  CHECK(desk::number_text(190.3e9) == "190.3 billion");
  CHECK(desk::number_text(1234567) == "1,234,567");
  CHECK(desk::number_text(1234567891) == "1,234,567,891");
  CHECK(desk::number_text(-12345.6) == "-12,345.6");
  CHECK(desk::number_text(0.25) == "0.25");
  CHECK(desk::date_text("2023-05-24") == "24 May 2023");
  CHECK(desk::date_text("2023-05-24T16:30") == "24 May 2023, 16:30");
  CHECK(desk::date_text("2023-W21") == "week 21 of 2023");
  CHECK(desk::date_text("P1D") == "1 day");
  CHECK(desk::date_text("PT36H") == "36 hours");
  CHECK(desk::date_text("XXXX-WXX-2") == "XXXX-WXX-2");
  CHECK(desk::date_text("2023-13-01") == "2023-13-01");
  CHECK(desk::precision_of("2023-05-24T16:30") == "day");
  CHECK(desk::precision_of("2023-Q1") == "quarter");
  CHECK(desk::precision_of("2023") == "year");
  CHECK(desk::precision_of("P2D") == "");
  Figure hundreds;
  hundreds.min = 200;
  hundreds.approx = Approximation::kAbout;
  CHECK(desk::value_text(hundreds) == "at least 200");
}

TEST_CASE("desk: a table is filtered by words and facets, sorted by value, and cut into pages") {
  Reading reading = reading_of("a.txt", "Sums\nMüller gave 5 km, 40 km and $7 and about $3 more.\n", "The Mail");
  for (const auto& [words, value, unit] : {std::tuple{"5 km", 5.0, "km"}, std::tuple{"40 km", 40.0, "km"},
                                           std::tuple{"$7", 7.0, "USD"}, std::tuple{"about $3", 3.0, "USD"}}) {
    Figure figure;
    figure.span = at(reading, words);
    figure.value = value;
    figure.unit = unit;
    reading.figures.push_back(figure);
  }
  reading.figures.back().of = at(reading, "Müller");
  Desk desk;
  desk.add(std::move(reading));
  const std::string table = R"({"kind":"table","table":"figures")";
  const auto figures = [&](const std::string& rest) {
    std::vector<std::string> out;
    const Json answer = ask(desk, table + rest + "}");
    for (const Json& row : answer["rows"]) out.push_back(row["cells"]["figure"]);
    return out;
  };
  using List = std::vector<std::string>;
  CHECK(figures("") == List{"5 km", "40 km", "$7", "about $3"});
  CHECK(figures(R"(,"sort":"value")") == List{"about $3", "5 km", "$7", "40 km"});
  CHECK(figures(R"(,"sort":"of","descending":true)").front() == "about $3");
  CHECK(figures(R"(,"text":"MULLER  mail")") == List{"about $3"});
  CHECK(figures(R"(,"facet":{"unit":"km"},"from":1,"count":5)") == List{"40 km"});
  CHECK(figures(R"(,"from":4)").empty());
  const Json filtered = ask(desk, table + R"(,"facet":{"unit":"km"},"count":0})");
  CHECK(filtered["total"] == 2);
  for (const Json& facet : filtered["facets"]) {
    if (facet["id"] == "unit") CHECK(facet["values"].size() == 2);  // the other unit may still be chosen
    if (facet["id"] == "outlet") CHECK(facet["values"][0]["count"] == 2);
  }
}

TEST_CASE("desk: bare small numbers stand behind the figures that tell something") {
  Reading reading = reading_of("a.txt", "Sums\nThe first of two ships lost 3 hands and $7.\n");
  for (const auto& [words, kind] : {std::pair{"first", FigureKind::kOrdinal}, std::pair{"two", FigureKind::kCount},
                                    std::pair{"3", FigureKind::kCount}, std::pair{"$7", FigureKind::kMoney}}) {
    Figure figure;
    figure.span = at(reading, words);
    figure.kind = kind;
    figure.value = 7;
    if (figure.span == at(reading, "3")) figure.of = at(reading, "hands");
    reading.figures.push_back(figure);
  }
  Desk desk;
  desk.add(std::move(reading));
  const Json table = ask(desk, R"({"kind":"table","table":"figures"})");
  std::vector<std::string> order;
  for (const Json& row : table["rows"]) order.push_back(row["cells"]["figure"]);
  CHECK(order == std::vector<std::string>{"3", "$7", "first", "two"});
}

TEST_CASE("desk: a cell shows a quotation's parts, and of anything else the first place with the words around it") {
  Reading reading = reading_of("a.txt",
                               "Trade\nOf all the things said, trade of $7 billion was the one that most people kept.\n"
                               "“One,” she said, “two.”\n");
  const Span sum = at(reading, "$7 billion");
  const std::vector<Span> parts{at(reading, "One,"), at(reading, "two.")};
  search::Lexicon lexicon;
  const DeskArticle article(std::move(reading), lexicon);
  CHECK(desk::cell_words(article, FactKind::kFigure, {sum, parts[0]}, 40) == "… trade of $7 billion was the one …");
  CHECK(desk::cell_words(article, FactKind::kFigure, {sum}, 400) ==
        "Of all the things said, trade of $7 billion was the one that most people kept.");
  CHECK(desk::cell_words(article, FactKind::kQuotation, parts, 40) == "One, … two.");
  CHECK(desk::cell_span(FactKind::kQuotation, parts) == Span{parts[0].begin, parts[1].end});
}

TEST_CASE("desk: people are counted over the accounts, and only those of the story or article asked about") {
  Desk desk;
  for (const char* id : {"a.txt", "b.txt"}) {
    Reading reading = reading_of(id, std::string(id) + kMayor);
    const EntityId anna = person(reading, "Anna Holm", "Anna Holm");
    quote(reading, "It took ten years,", anna);
    desk.add(std::move(reading));
  }
  const Json people = ask(desk, R"({"kind":"table","table":"people"})");
  REQUIRE(people["total"] == 1);
  CHECK(people["rows"][0]["cells"]["articles"] == "2");
  CHECK(people["rows"][0]["cells"]["quotations"] == "2");
  const std::string key = desk.articles()[0]->key;
  const Json one = ask(desk, R"({"kind":"table","table":"people","article":")" + key + "\"}");
  CHECK(one["rows"][0]["cells"]["quotations"] == "1");
  CHECK(one["rows"][0]["open"]["key"] == key);
}

TEST_CASE("desk: the matrix has a cell for every account, and a cell that lacks shows the nearest words or none") {
  const std::string lead = "\nThe harbour of Vessby opened on Monday after ten years of works and of protests.\n";
  Desk desk;
  for (const char* id : {"a.txt", "b.txt", "c.txt"}) {
    Reading reading =
        reading_of(id, "Vessby harbour opens" + lead +
                           (id[0] == 'c' ? "" : "“We will remember every one of these years,” she said.\n"));
    if (id[0] != 'c') quote(reading, "We will remember every one of these years,");
    reading.article.sha256 = sha256_hex(id);
    desk.add(std::move(reading));
  }
  const Json overview = ask(desk, R"({"kind":"overview"})");
  REQUIRE(overview["stories"].size() == 1);
  CHECK(overview["stories"][0]["title"] == "Vessby harbour opens");
  const Json matrix = ask(desk, R"({"kind":"matrix","story":0,"facts":"quotation"})");
  REQUIRE(matrix["total"] == 1);
  const Json& cells = matrix["rows"][0]["cells"];
  REQUIRE(cells.size() == 3);
  CHECK(cells[0]["state"] == "carries");
  CHECK(cells[0]["words"] == "We will remember every one of these years,");
  CHECK(cells[0]["where"] == "paragraph 2");
  CHECK(cells[2]["state"] == "lacks");
  const Json view = ask_article(desk, desk.articles()[0]->key);
  REQUIRE(view["items"][0]["elsewhere"]["others"].size() == 1);
  CHECK(view["items"][0]["elsewhere"]["others"][0]["from"] == "outlet unknown");
  CHECK(ask(desk, R"({"kind":"matrix","story":0,"facts":"date","differing":true})")["total"] == 0);
}

TEST_CASE(
    "desk: to look at first are a lead's claim that one origin alone has, and what an account says was not said") {
  const std::string works = "\nThe harbour of Vessby opened on Monday after ten years of works and of protests.\n";
  Desk desk;
  for (const char* id : {"a.txt", "b.txt", "c.txt"}) {
    const std::string claim =
        id[0] == 'b' ? "\nThe mayor of Vessby knew of the crack in the harbour wall, Anna Holm said." : "";
    Reading reading = reading_of(id, "Vessby harbour opens" + claim + works + "The port did not mention the cost.\n");
    reading.article.sha256 = sha256_hex(id);
    if (id[0] == 'b') {
      quote(reading, "The mayor of Vessby knew of the crack in the harbour wall",
            person(reading, "Anna Holm", "Anna Holm"));
      Silence silence;
      silence.span = at(reading, "did not mention the cost");
      reading.silences.push_back(silence);
    }
    desk.add(std::move(reading));
  }
  const Json first = ask(desk, R"({"kind":"overview"})")["first"];
  REQUIRE(first.size() == 2);
  CHECK(first[0]["kind"] == "one-origin");
  CHECK(first[0]["why"] == "In the lead of one account. The other 2 complete accounts do not have it.");
  CHECK(first[0]["sides"][0]["chain"] == Json::array({"Anna Holm"}));
  CHECK(first[1]["kind"] == "silence");
  CHECK(first[1]["sides"][0]["words"] == "The port did not mention the cost.");
  CHECK(first[1]["sides"][0]["marks"] == Json::array({Json{{"begin", 9}, {"end", 33}}}));
  CHECK(ask(desk, R"({"kind":"disagreements","from":9})")["total"] == 0);
}

TEST_CASE("desk: what was set aside is counted by reason, and listed with its words and place") {
  Reading reading = reading_of("a.txt", "Menu\nThe harbour opened.\nAdvertisement\nShare\n");
  reading.article.blocks[0] = {reading.article.blocks[0].span, BlockKind::kFurniture, "A menu: 1 line", false};
  reading.article.blocks[2] = {reading.article.blocks[2].span, BlockKind::kFurniture, "A menu", false};
  reading.article.blocks[3].restored = true;
  Desk desk;
  const std::string key = desk.add(std::move(reading)).key;
  CHECK(ask(desk, R"({"kind":"overview"})")["aside"] == Json::array({Json{{"kind", "A menu"}, {"count", 2}}}));
  const Json aside = ask(desk, R"({"kind":"aside","article":")" + key + "\"}");
  REQUIRE(aside["total"] == 3);
  CHECK(aside["passages"][1]["words"] == "Advertisement");
  CHECK(aside["passages"][2]["restored"] == true);
}

TEST_CASE("desk: the words that differ between two wordings are marked, whole and once") {
  using List = std::vector<std::string>;
  const std::string_view a = "would lend €2.4 billion for the long-delayed railway";
  const std::string_view b = "will extend a credit of €2.1 billion for the Railway";
  const auto [left, right] = desk::changed_words(a, b);
  CHECK(marked(a, left) == List{"would lend €2.4", "long-delayed"});
  CHECK(marked(b, right) == List{"will extend a credit of €2.1"});
  CHECK(desk::changed_words("that the dam holds", "the dam holds").first.empty());
  CHECK(marked("the dam is not safe", desk::changed_words("the dam is not safe", "a dam is safe").first) ==
        List{"not"});
  CHECK(desk::changed_words("", b).second.size() == 1);
  CHECK(desk::changed_words("Müller’s 1.6%", "muller's 1.6%").first.empty());
}
