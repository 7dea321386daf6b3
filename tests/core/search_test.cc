#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "desk.h"
#include "reading_by_hand.h"
#include "report/json_access.h"
#include "report/reading_json.h"
#include "search/collocates.h"
#include "search/concordance.h"
#include "search/keyness.h"
#include "search/quoted.h"
#include "search/regex.h"
#include "search/statistics.h"
#include "search/words.h"
#include "text/sha256.h"

using namespace readout;
using json_access::Json;
using List = std::vector<std::string>;

namespace {

List words(const std::string& text) {
  List out;
  for (Span word = search::next_word(text, 0); !word.empty(); word = search::next_word(text, word.end))
    out.emplace_back(words_of(text, word));
  return out;
}

// The first line is a headline, every other line with words a body block of one sentence.
Reading reading_of(const std::string& id, const std::string& text, const std::string& outlet = {},
                   const std::string& published = {}) {
  Reading reading = reading_by_hand(id, text);
  Article& article = reading.article;
  article.sha256 = sha256_hex(id + text);
  if (!outlet.empty()) article.masthead.outlet = outlet;
  if (!published.empty()) article.masthead.published = {published, DateHow::kGiven, std::nullopt, ""};
  return reading;
}

void tag(Reading& reading, const std::string& word, const std::string& lemma, Upos upos) {
  for (size_t at = reading.article.text.find(word); at != std::string::npos;
       at = reading.article.text.find(word, at + 1)) {
    Token token;
    token.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + word.size())};
    token.lemma = lemma;
    token.upos = upos;
    reading.language.tokens.push_back(token);
  }
  std::sort(reading.language.tokens.begin(), reading.language.tokens.end(),
            [](const Token& a, const Token& b) { return a.span < b.span; });
}

Json ask(Desk& desk, const Json& question) {
  const auto answer = desk.ask(question);
  REQUIRE(answer.ok());
  auto value = json_access::parse(answer.value());
  REQUIRE(value.ok());
  return value.value();
}

Json look(Desk& desk, const std::string& query, Json more = Json::object()) {
  more["kind"] = "search";
  more["query"] = query;
  return ask(desk, more);
}

List matches(const Json& answer) {
  List out;
  for (const Json& hit : answer["hits"]) out.push_back(hit["match"].get<std::string>());
  return out;
}

List all_matches(const std::string& expression, const std::string& text) {
  const auto regex = search::Regex::compile(expression);
  REQUIRE(regex.ok());
  List out;
  uint64_t steps = 1'000'000;
  uint32_t from = 0;
  const Span whole{0, static_cast<uint32_t>(text.size())};
  while (const auto match = regex.value().find(text, whole, from, steps)) {
    out.emplace_back(words_of(text, *match));
    from = match->end;
  }
  return out;
}

std::string refusal(const std::string& expression) {
  const auto regex = search::Regex::compile(expression);
  return regex.ok() ? "" : regex.error().message;
}

}  // namespace

TEST_CASE("search: words are cut as a reader would type them") {
  CHECK(words("Russia’s U.S. envoy didn't pay $1,234.5.") ==
        List{"Russia", "’s", "U.S", "envoy", "didn't", "pay", "1,234.5"});
  CHECK(words("long-delayed; 'twas '90s") == List{"long", "delayed", "twas", "90s"});
  CHECK(words("李强 a") == List{"李", "强", "a"});
  CHECK(words("").empty());
  CHECK(words(std::string(1000, 'a')).size() == 5);  // a word without end is broken up
}

TEST_CASE("search: a regular expression takes the leftmost, longest match, whatever the case") {
  CHECK(all_matches("b+", "abbb BB b") == List{"bbb", "BB", "b"});
  CHECK(all_matches("\\d+ (dead|killed)", "12 dead, 7 Killed, 3 hurt") == List{"12 dead", "7 Killed"});
  CHECK(all_matches("a|ab|abc", "abcd") == List{"abc"});
  CHECK(all_matches("\\bth\\w{2,3}\\b", "this thing then the") == List{"this", "thing", "then"});
  CHECK(all_matches("^[^ ]+", "one two\nthree four") == List{"one", "three"});
  CHECK(all_matches("\\w+$", "one two\nthree four") == List{"two", "four"});
  CHECK(all_matches("(ab){2}", "ababab") == List{"abab"});
  CHECK(all_matches("don't", "They don’t") == List{"don’t"});
  CHECK(all_matches("[a-cx\\d]+", "abz9x-") == List{"ab", "9x"});
  CHECK(all_matches("x*", "aaa").empty());  // an empty match is none
  CHECK(all_matches("é.", "É! è!") == List{"É!"});
  CHECK(refusal("(a") == "a “(” is not closed");
  CHECK(refusal("*a") == "there is nothing to repeat");
  CHECK_FALSE(refusal("a{3,2}").empty());
  CHECK_FALSE(refusal("(a{200}){200}").empty());
  CHECK_FALSE(refusal("(?=a)").empty());
  CHECK_FALSE(refusal("\\1").empty());
}

TEST_CASE("search: no regular expression runs away: time grows with the text, and the steps end it") {
  const auto regex = search::Regex::compile("(a*)*(a|aa)*(a?){30}b");
  REQUIRE(regex.ok());
  const std::string text(20'000, 'a');
  uint64_t steps = 100'000'000;
  CHECK_FALSE(regex.value().find(text, {0, 20'000}, 0, steps));
  CHECK(steps > 0);
  steps = 1000;
  CHECK_FALSE(regex.value().find(text, {0, 20'000}, 0, steps));
  CHECK(steps == 0);
}

TEST_CASE("search: words, phrases and beginnings are found, whatever their case and accents") {
  Desk desk;
  desk.add(reading_of("d.txt", "Far\n\nA ferry came.\n\nAfter.\n"));
  CHECK(look(desk, "ferry")["hits"][0]["left"] == "A ");
  CHECK(look(desk, "came")["hits"][0]["right"] == ".");
  desk.add(reading_of("a.txt", "Trade\nThe trade war of Zürich; Traders’ trade-\nwar costs 1.6% or 1 6.\n"));
  desk.add(reading_of("b.txt", "War\nNo TRADE here.\n"));
  desk.add(reading_of("c.txt", "李强访问\n李强访问莫斯科。\n"));
  CHECK(matches(look(desk, "zurich")) == List{"Zürich"});
  CHECK(matches(look(desk, "trade")) == List{"Trade", "trade", "trade", "TRADE"});
  CHECK(matches(look(desk, "\"trade war\"")) == List{"trade war", "trade-\nwar"});
  CHECK(matches(look(desk, "trader*")) == List{"Traders"});
  CHECK(matches(look(desk, "*ade")) == List{"Trade", "trade", "trade", "TRADE"});
  CHECK(matches(look(desk, "w?r")) == List{"war", "war", "War"});
  CHECK(matches(look(desk, "1.6")) == List{"1.6"});
  CHECK(matches(look(desk, "\"1 6\"")) == List{"1 6"});
  CHECK(matches(look(desk, "强访")) == List{"强访", "强访"});
  CHECK(matches(look(desk, "zurich|costs")) == List{"Zürich", "costs"});
  CHECK(matches(look(desk, "\"the * war\"")) == List{"The trade war"});
  CHECK(matches(look(desk, "\"trade ... costs\"")) == List{"trade-\nwar costs"});
  CHECK(matches(look(desk, "trade -zurich")) == List{"TRADE"});
  CHECK(look(desk, "\"trade no\"")["total"] == 0);  // not over a paragraph's end
  CHECK(look(desk, "zurich here")["total"] == 0);   // no article has both
  CHECK(look(desk, "trade here")["total"] == 2);
  CHECK(look(desk, "  \"\" * ")["total"] == 0);
  const Json hit = look(desk, "zurich")["hits"][0];
  CHECK(hit["left"] == "The trade war of ");
  CHECK(hit["where"] == "lead");
  CHECK(hit["begin"] == 23);
}

TEST_CASE("search: lemmas, tags and expressions; what cannot be read is said") {
  Desk desk;
  Reading reading = reading_of("a.txt", "Talks\nThey meet today. A meeting met doubts; meetings go on, 3 dead.\n");
  tag(reading, "meet ", "meet", Upos::kVerb);
  reading.language.tokens[0].span.end -= 1;
  tag(reading, "met", "meet", Upos::kVerb);
  tag(reading, "meetings", "meeting", Upos::kNoun);
  desk.add(std::move(reading));
  CHECK(matches(look(desk, "lemma:meet")) == List{"meet", "met"});
  CHECK(matches(look(desk, "tag:noun")) == List{"meetings"});
  CHECK(matches(look(desk, "meet*&tag:verb")) == List{"meet"});
  CHECK(matches(look(desk, "\"lemma:meet doubts\"")) == List{"met doubts"});
  CHECK(matches(look(desk, "/\\d+ dead/")) == List{"3 dead"});
  CHECK(look(desk, "/(/")["problem"] == "The expression cannot be read: a “(” is not closed.");
  CHECK_FALSE(look(desk, "tag:nown")["problem"].get<std::string>().empty());
  CHECK_FALSE(look(desk, "-meet")["problem"].get<std::string>().empty());
}

TEST_CASE("search: places sort by the words to their left or right, and by what they are") {
  Desk desk;
  desk.add(reading_of("a.txt", "Head\nnew war ends. old wars begin. big war again.\n"));
  CHECK(matches(look(desk, "war*", {{"sort", "match"}})) == List{"war", "war", "wars"});
  List left;
  const Json by_left = look(desk, "war*", {{"sort", "left"}});
  for (const Json& hit : by_left["hits"]) left.push_back(hit["right"]);
  CHECK(left == List{" again.", " ends. old wars begin. big war again.", " begin. big war again."});
  CHECK(matches(look(desk, "war*", {{"sort", "right"}})) == List{"war", "wars", "war"});
}

TEST_CASE("search: a query is counted by outlet and by day, and kept to an outlet, a period or quoted words") {
  Desk desk;
  desk.add(reading_of("a.txt", "War\nHe said “war is war” and left.\n", "The Mail", "2023-05-01"));
  desk.add(reading_of("b.txt", "Peace\nNo war, he said.\n", "The Post", "2023-05-02"));
  const Json spread = ask(desk, {{"kind", "spread"}, {"query", "war"}});
  CHECK(spread["outlets"][0]["name"] == "The Mail");
  CHECK(spread["outlets"][0]["hits"] == 3);
  CHECK(spread["outlets"][1]["words"] == 5);
  CHECK(spread["days"][1]["name"] == "2023-05-02");
  CHECK(look(desk, "war", {{"outlet", "The Post"}})["total"] == 1);
  CHECK(look(desk, "war", {{"from", "2023-05-02"}})["total"] == 1);
  CHECK(look(desk, "war", {{"to", "2023-05-01"}})["total"] == 3);
  CHECK(look(desk, "war", {{"said", "quoted"}})["total"] == 2);
  CHECK(look(desk, "war", {{"said", "unquoted"}})["total"] == 2);
}

TEST_CASE("search: quotation marks are told from apostrophes, and an unclosed one runs to the paragraph's end") {
  const Reading reading = reading_of(
      "a.txt",
      "H\nThe ministers' “special operation” isn't 'war', he said.\n\n“It goes on\n\nand on.” The 1990s' end.\n");
  search::Lexicon lexicon;
  const search::PackedWords packed = search::pack(reading, lexicon);
  List inside;
  for (const Span span : search::quoted_spans({reading.article.text, &packed}))
    inside.emplace_back(words_of(reading.article.text, span));
  CHECK(inside == List{"special operation", "war", "It goes on"});
}

TEST_CASE("search: entities are found by name, also where they are only described") {
  Desk desk;
  Reading reading = reading_of("a.txt", "Talks\nAnna Holm spoke. The mayor left. She smiled.\n");
  Entity anna;
  anna.name = "Anna Holm";
  anna.type = EntityType::kPerson;
  reading.entities.push_back(anna);
  const auto mention = [&](const std::string& words, MentionKind kind) {
    const auto begin = static_cast<uint32_t>(reading.article.text.find(words));
    reading.mentions.push_back(
        {{begin, begin + static_cast<uint32_t>(words.size())}, EntityType::kPerson, kind, 0, ""});
  };
  mention("Anna Holm", MentionKind::kName);
  mention("The mayor", MentionKind::kNominal);
  mention("She", MentionKind::kPronoun);
  desk.add(std::move(reading));
  CHECK(matches(look(desk, "entity:holm")) == List{"Anna Holm", "The mayor"});
  CHECK(matches(look(desk, "\"entity:anna_holm spoke\"")) == List{"Anna Holm spoke"});
}

TEST_CASE("search: figures of keyness and company are those of their papers") {
  // Rayson and Garside's own example of the form: G2 of equal rates is 0.
  CHECK(search::log_likelihood(10, 1000, 20, 2000) == doctest::Approx(0).epsilon(1e-9));
  CHECK(search::log_likelihood(100, 10'000, 50, 10'000) == doctest::Approx(16.98).epsilon(0.001));
  CHECK(search::log_ratio(40, 1000, 10, 1000) == doctest::Approx(2));
  CHECK(search::log_ratio(4, 1000, 0, 1000) == doctest::Approx(3));
  CHECK(search::log_dice(10, 10, 10) == doctest::Approx(14));
  for (const double value : {1e-9, 0.3, 1.0, 2.0, 10.0, 12345.678})
    CHECK(search::natural_log(value) == doctest::Approx(std::log(value)).epsilon(1e-13));
}

TEST_CASE("search: company is what stands near more often than chance has it, each word counted once") {
  Desk desk;
  std::string text = "Head\n";
  for (int i = 0; i < 20; ++i) text += "The strong tea was served; people came and people went and people stayed.\n\n";
  desk.add(reading_of("a.txt", text));
  const Json near = ask(desk, {{"kind", "collocates"}, {"query", "tea"}, {"window", 1}});
  REQUIRE(near["total"] == 1);
  CHECK(near["rows"][0]["word"] == "strong");
  CHECK(near["rows"][0]["left"] == 20);
  CHECK(near["rows"][0]["dice"] == 14);
  const Json wide = ask(desk, {{"kind", "collocates"}, {"query", "people"}, {"window", 5}});
  for (const Json& row : wide["rows"])
    CHECK(row["left"].get<int>() + row["right"].get<int>() <= row["total"].get<int>());
}

TEST_CASE("search: key words are frequent, spread over articles, and on the side that has more of them") {
  search::Lexicon lexicon;
  std::vector<Reading> readings;
  for (int i = 0; i < 4; ++i)
    readings.push_back(
        reading_of("a" + std::to_string(i), "Head\nThe invasion went on, the full invasion of the land.\n"));
  readings.push_back(reading_of("a9", "Head\nZebra zebra zebra zebra zebra zebra zebra.\n"));
  for (int i = 0; i < 4; ++i)
    readings.push_back(reading_of("b" + std::to_string(i),
                                  "Head\nThe special operation went on, the special operation of the land.\n"));
  std::vector<search::PackedWords> packed;
  packed.reserve(readings.size());
  std::vector<search::Document> documents;
  std::vector<search::Side> sides;
  for (const Reading& reading : readings) {
    packed.push_back(search::pack(reading, lexicon));
    documents.push_back({reading.article.text, &packed.back()});
    sides.push_back(reading.article.id[0] == 'a' ? search::Side::kA : search::Side::kB);
  }
  const search::Index index(lexicon, documents);
  const search::Keyness found = search::keyness(lexicon, index, sides, {});
  CHECK(found.articles_a == 5);
  List key_a;
  List key_b;
  for (const auto& item : found.items) (item.log_ratio > 0 ? key_a : key_b).push_back(item.words);
  CHECK(key_a == List{"invasion"});  // the zebra is in one article only; "full invasion" is too rare to tell
  CHECK(key_b == List{"operation", "special", "special operation"});
}

TEST_CASE("search: words come back from the line that carries them") {
  Reading reading = reading_of("a.txt", "Zürich\nThey meet 🙂 today.\n");
  tag(reading, "meet", "meet", Upos::kVerb);
  tag(reading, "today", "", Upos::kNoun);
  ReadingJsonOptions options;
  options.words = true;
  const auto back = reading_from_json(reading_to_json(reading, options));
  REQUIRE(back.ok());
  const auto& tokens = back.value().language.tokens;
  REQUIRE(tokens.size() == 2);
  CHECK(words_of(back.value().article.text, tokens[1].span) == "today");
  CHECK(tokens[0].lemma == "meet");
  CHECK(tokens[0].upos == Upos::kVerb);
  CHECK(tokens[1].lemma.empty());
  for (const char* bad : {R"({"lemmas":"","tokens":"ABBB"})", R"({"lemmas":"","tokens":"A///BBA"})",
                          R"({"lemmas":"","tokens":"ABjDA"})", R"({"tokens":"A!"})", R"({"tokens":"AB"})", R"([])"}) {
    const auto strange =
        reading_from_json(R"({"schema":"readout/reading/1","id":"a","text":"abc","words":)" + std::string(bad) + "}");
    REQUIRE(strange.ok());
    CHECK(strange.value().language.tokens.empty());
  }
}

TEST_CASE("search: two articles lie side by side by what they say, with the runs that both have") {
  Desk desk;
  desk.add(reading_of(
      "a.txt",
      "Talks end\nThe ministers signed the harbour treaty in Vessby on Monday.\n\nNobody spoke of tariffs.\n\n"
      "Fishing quotas stay as they were, Anna Holm said.\n"));
  desk.add(reading_of("b.txt",
                      "Treaty\nFishing quotas will stay as they were, according to Holm.\n\nRain fell all day.\n\n"
                      "On Monday ministers signed the harbour treaty in the town of Vessby.\n"));
  const Json view = ask(desk, {{"kind", "alignment"}, {"a", desk.articles()[0]->key}, {"b", desk.articles()[1]->key}});
  List rows;
  for (const Json& row : view["rows"]) {
    const auto begin = [](const Json& side) {
      const std::string words = side.is_null() ? "-" : side["words"].get<std::string>();
      return words.substr(0, words.find(' '));
    };
    rows.push_back(begin(row["left"]) + "/" + begin(row["right"]));
  }
  CHECK(rows == List{"-/Treaty", "Talks/-", "The/On", "Nobody/-", "Fishing/Fishing", "-/Rain"});
  CHECK(view["paired"] == 2);
  const Json& signed_row = view["rows"][2];
  REQUIRE(signed_row["left"]["marks"].size() == 1);
  const auto text = signed_row["left"]["words"].get<std::string>();
  const Json& mark = signed_row["left"]["marks"][0];
  CHECK(text.substr(mark["begin"], mark["end"].get<size_t>() - mark["begin"].get<size_t>()) ==
        "ministers signed the harbour treaty in");
}

TEST_CASE("desk: wording tells what outlets call a thing, quoted or not, and how they report") {
  Desk desk;
  desk.add(reading_of("a.txt", "War\nThe invasion of Kiev goes on. The invasion failed.\n", "The Mail"));
  Reading post = reading_of("b.txt", "War\nThe “military operation” near Kyiv, he claimed, ended.\n", "The Post");
  tag(post, "claimed", "claim", Upos::kVerb);
  Quotation quotation;
  const auto cue = static_cast<uint32_t>(post.article.text.find("claimed"));
  quotation.kind = QuotationKind::kIndirect;
  quotation.content = {{4, 20}};
  quotation.cue = Span{cue, cue + 7};
  quotation.cue_class = CueClass::kDoubting;
  post.quotations.push_back(quotation);
  desk.add(std::move(post));
  const Json view = ask(desk, {{"kind", "wording"}});
  REQUIRE(view["outlets"].size() == 2);
  CHECK(view["outlets"][0]["name"] == "The Mail");
  const Json& conflict = view["rivals"][0];
  CHECK(conflict["labels"][0]["label"] == "war");
  CHECK(conflict["labels"][1]["label"] == "invasion");
  CHECK(conflict["labels"][1]["plain"] == Json::array({2, 0}));
  CHECK(conflict["labels"][2]["label"] == "military operation");
  CHECK(conflict["labels"][2]["quoted"] == Json::array({0, 1}));
  CHECK(view["rivals"][1]["about"] == "The capital of Ukraine");
  CHECK(view["verbs"][0]["verb"] == "claim");
  CHECK(view["verbs"][0]["class"] == "doubting");
  CHECK(look(desk, view["verbs"][0]["query"])["total"] == 1);  // a count opens its lines
  CHECK(look(desk, conflict["labels"][2]["query"])["total"] == 1);
}

TEST_CASE("desk: keyness is asked of outlets, against all others where no other side is given") {
  Desk desk;
  for (int i = 0; i < 3; ++i) {
    desk.add(reading_of("a" + std::to_string(i),
                        "Head " + std::to_string(i) + "\nThe regime fell, the regime of old.\n", "A"));
    desk.add(reading_of("b" + std::to_string(i),
                        "Head " + std::to_string(i) + "\nThe government fell, the government of old.\n", "B"));
  }
  const Json view = ask(desk, {{"kind", "keyness"}, {"a", {{"outlet", "A"}}}});
  CHECK(view["a"]["articles"] == 3);
  REQUIRE(view["ofA"].size() == 1);
  CHECK(view["ofA"][0]["words"] == "regime");
  CHECK(view["ofA"][0]["dispersion"] == 1);
  CHECK(view["ofB"][0]["words"] == "government");
}
