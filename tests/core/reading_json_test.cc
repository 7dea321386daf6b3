#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "report/json_access.h"
#include "report/json_writer.h"
#include "report/reading_json.h"
#include "report/relations.h"

using namespace readout;

namespace {

// A reading in which every field says something; offsets are bytes of a text with characters of one to four bytes.
Reading full_reading() {
  Reading reading;
  reading.model = "0123456789ab";
  Article& article = reading.article;
  article.id = "vřl.txt#2";
  article.sha256 = std::string(64, 'a');
  article.text = "Tālk 😀\n\n“Go,” Ann said via XY on 3 May.\nAdvert";
  const auto at = [&](std::string_view words) {
    const auto begin = static_cast<uint32_t>(article.text.find(words));
    return Span{begin, begin + static_cast<uint32_t>(words.size())};
  };
  article.source = SourceKind::kText;
  article.file = FileOrigin{"vřl.txt", 10, 5000000000};
  article.masthead.title = "Tālk 😀";
  article.masthead.title_span = at("Tālk 😀");
  article.masthead.outlet = "The Post";
  article.masthead.outlet_reason = "given";
  article.masthead.republisher = "Mirror";
  article.masthead.byline = {{"Bo", at("Bo")}, {"Cy", std::nullopt}};
  article.masthead.byline[0].span = at("Ann");
  article.masthead.credits = {{"XY", at("XY")}};
  article.masthead.dateline_place = "OSLO";
  article.masthead.published = {"2023-05-03", DateHow::kStated, at("3 May"), "the dateline"};
  article.blocks = {{at("Tālk 😀"), BlockKind::kHeadline, "first line", false},
                    {at("“Go,” Ann said via XY on 3 May."), BlockKind::kBody, "", true},
                    {at("Advert"), BlockKind::kFurniture, "an advertisement", false}};
  article.truncated = Truncation{TruncationKind::kPaywall, at("Advert").begin, "a paywall"};
  reading.language.language = "en";
  reading.language.limits = "short";
  reading.language.sentences = {{at("Tālk 😀"), 0, 2, 0}, {at("“Go,” Ann said via XY on 3 May."), 2, 4, 1}};
  reading.language.tokens = {{at("Tālk"), Upos::kNoun, "talk", -1, known_relation("root")},
                             {at("😀"), Upos::kSym, "😀", 0, known_relation("discourse")},
                             {at("Ann"), Upos::kPropn, "Ann", 3, known_relation("nsubj")},
                             {at("said"), Upos::kVerb, "say", -1, known_relation("root")}};
  reading.language.names = {{at("Ann"), EntityType::kPerson, at("said"), "short"},
                            {at("XY"), EntityType::kOrganisation, std::nullopt, ""}};
  reading.mentions = {{at("Ann"), EntityType::kPerson, MentionKind::kName, 0, "d"},
                      {at("XY"), EntityType::kOrganisation, MentionKind::kNominal, 1, ""},
                      {at("May"), EntityType::kOther, MentionKind::kPronoun, std::nullopt, ""}};
  reading.entities = {{"Ann", EntityType::kPerson, {"A", "Ms Ann"}, {{"minister", at("said")}}, "NO", false, "x"},
                      {"XY", EntityType::kOrganisation, {}, {}, "", true, ""}};
  Quotation quotation;
  quotation.kind = QuotationKind::kMixed;
  quotation.content = {at("Go,"), at("on 3 May")};
  quotation.source = Source{at("Ann"), 0, true, {1}};
  quotation.cue = at("said");
  quotation.cue_class = CueClass::kDenying;
  quotation.via = {{at("XY"), "XY", 1}, {at("May"), "May", std::nullopt}};
  quotation.addressee = Source{at("XY"), 1, false};
  quotation.occasion = at("3 May");
  quotation.inferred = true;
  quotation.doubt = "unsure";
  reading.quotations = {quotation, Quotation{}};
  reading.quotations[1].parent = 0;
  reading.quotations[1].fuller = 0;
  reading.silences = {{at("Ann said"), Source{at("Ann"), 0, false}, at("Go")}, {at("Go"), std::nullopt, std::nullopt}};
  reading.dates = {{at("3 May"), DateType::kDate, "2023-05-03", "APPROX", "the published date", true, "y"},
                   {at("May"), DateType::kSet, "XXXX-05", "", "", false, ""}};
  reading.figures = {{at("3"), FigureKind::kMoney, 2.4e11, std::nullopt, std::nullopt, Approximation::kOver, "USD",
                      FigureRole::kTarget, at("Go"), at("3 May"), at("Ann"), "z"},
                     {at("3"), FigureKind::kPercent, std::nullopt, 0.1, 1.0 / 3, Approximation::kExact, "%",
                      FigureRole::kValue, std::nullopt, std::nullopt, std::nullopt, ""}};
  Event event;
  event.span = at("said");
  event.code = "CONSULT";
  event.mode = "meet";
  event.sources = {0};
  event.targets = {1, 0};
  event.date = "2023-05";
  event.place = 1;
  event.status = EventStatus::kPlanned;
  event.quotation = 1;
  event.doubt = "w";
  event.actors = {{0, "NO", "government"}, {1, "", "media"}};
  event.reporter = 1;
  reading.events = {event, Event{}};
  reading.events[1].span = at("Go");
  reading.events[1].code = "AID";
  return reading;
}

std::string text_of_input(const char* line) {
  const auto input = input_from_json(line);
  return input ? input.value().text : "error " + input.error().code;
}

std::string code_of(std::string_view line) {
  const auto input = input_from_json(line);
  return input ? "" : input.error().code;
}

}  // namespace

TEST_CASE("a reading comes back from its JSON whole") {
  const Reading reading = full_reading();
  const std::string line = reading_to_json(reading, {true, OffsetUnit::kCodePoints});
  const auto back = reading_from_json(line);
  REQUIRE(back.ok());
  CHECK(reading_to_json(back.value(), {true, OffsetUnit::kCodePoints}) == line);
  // In the core's own unit, too: the spans are the same bytes.
  CHECK(reading_to_json(back.value(), {true, OffsetUnit::kBytes}) ==
        reading_to_json(reading, {true, OffsetUnit::kBytes}));
  CHECK(back.value().language.sentences[1].first_token == 2);
  CHECK(back.value().language.sentences[1].last_token == 4);
}

TEST_CASE("offsets in JSON count code points") {
  const auto line = json_access::parse(reading_to_json(full_reading()));
  REQUIRE(line.ok());
  const auto mentions = json_access::elements(line.value(), "mentions");
  REQUIRE(mentions.size() == 3);
  CHECK(json_access::index(*mentions[0], "begin") == 14);  // Ann, after "Tālk 😀\n\n“Go,” "
  CHECK(json_access::index(*mentions[0], "end") == 17);
  CHECK(json_access::member(line.value(), "tokens") == nullptr);
}

TEST_CASE("whole numbers are written as integers and others read back as the same double") {
  JsonWriter json;
  json.begin_array().number(2.4e11).number(0.1).number(1.0 / 3).number(-0.0).number(9007199254740993.0).number(1e300);
  json.number(std::numeric_limits<double>::infinity()).end_array();
  CHECK(json.text() == "[240000000000,0.1,0.3333333333333333,0,9007199254740992,1e+300,null]");
}

TEST_CASE("strings are escaped, and what is no UTF-8 is replaced") {
  JsonWriter json;
  json.string(std::string_view("a\"\\\n\x01\x7f\0é\xff", 10));
  CHECK(json.text() == "\"a\\\"\\\\\\n\\u0001\x7f\\u0000é\xEF\xBF\xBD\"");
}

TEST_CASE("an input's wrong bytes and half surrogate pairs are repaired, not refused") {
  CHECK(text_of_input("{\"id\":\"a\",\"text\":\"x\\ud800y\\udc00\\ud83d\\ude00\"}") == "x\uFFFDy\uFFFD😀");
  CHECK(text_of_input("{\"id\":\"a\",\"text\":\"x\\\\ud800\"}") == "x\\ud800");
  CHECK(text_of_input("{\"id\":\"a\",\"text\":\"x\xff\xc3(\"}") == "x\uFFFD\uFFFD(");
}

TEST_CASE("a record that is no article is refused with a code") {
  CHECK(code_of("nonsense") == "json-invalid");
  CHECK(code_of("{\"id\":\"a\",\"text\":\"x\"") == "json-invalid");
  CHECK(code_of("{\"id\":\"a\",\"text\":1e999}") == "json-invalid");
  CHECK(code_of("") == "json-invalid");
  CHECK(code_of("[1,2]") == "not-an-article");
  CHECK(code_of("{\"id\":\"a\"}") == "not-an-article");
  CHECK(code_of("{\"text\":\"a\"}") == "not-an-article");
  CHECK(code_of("{\"id\":7,\"text\":\"a\"}") == "not-an-article");
  CHECK(code_of("{\"id\":\"a\",\"text\":\"x\",\"source\":\"web\"}") == "not-an-article");
  CHECK(code_of("{\"id\":\"a\",\"text\":\"x\",\"published\":\"yesterday\"}") == "bad-date");
  CHECK(code_of("{\"id\":\"a\",\"text\":\"x\",\"published\":\"2023-02-29\"}") == "bad-date");
  CHECK(code_of("{\"id\":\"a\",\"text\":\"x\",\"published\":\"2024-02-29T10:00:00Z\"}") == "");
  CHECK(code_of(std::string(100000, '[')) == "json-too-deep");
  CHECK(code_of("{\"id\":\"a\",\"text\":\"x\",\"more\":" + std::string(63, '[') + std::string(63, ']') + "}") == "");
  CHECK(code_of("{\"id\":\"a\",\"text\":\"x\",\"more\":" + std::string(64, '[') + std::string(64, ']') + "}") ==
        "json-too-deep");
}

TEST_CASE("an error in JSON says where it stands, in bytes of the line as it was given") {
  const auto plain = json_access::parse("{\"a\":?}");
  CHECK(plain.error().offset == 5);
  const auto repaired = json_access::parse("{\"\xff\xff\":?}");
  CHECK(repaired.error().offset == 6);
}

TEST_CASE("an input comes back from its JSON") {
  ArticleInput input;
  input.id = "a#2";
  input.text = "ā😀 text";
  input.title = "T";
  input.published = "2023-05-24";
  input.source = SourceKind::kText;
  input.sha256 = "ff";
  input.file = FileOrigin{"a", 3, 9};
  input.restored = {{2, 6}};
  const std::string line = input_to_json(input);
  const auto back = input_from_json(line);
  REQUIRE(back.ok());
  CHECK(input_to_json(back.value()) == line);
  CHECK(back.value().restored[0] == Span{2, 6});
  CHECK(back.value().outlet == std::nullopt);
}

TEST_CASE("a reading that was tampered with harms nothing") {
  const auto read = [](const std::string& keys) {
    return reading_from_json("{\"schema\":\"readout/reading/1\",\"id\":\"a\",\"text\":\"one two\"," + keys + "}");
  };
  const auto reading = read(
      "\"mentions\":[{\"begin\":5,\"end\":99,\"entity\":7},{\"begin\":3,\"end\":1,\"entity\":-1},7],"
      "\"quotes\":[{\"parent\":9,\"content\":3}],\"events\":[{\"sources\":[4,\"x\"],\"place\":1e99}],"
      "\"tokens\":[{\"begin\":0,\"end\":3,\"head\":5,\"deprel\":\"zzz\"}],\"sentences\":[{\"begin\":0,\"end\":7}]");
  REQUIRE(reading.ok());
  REQUIRE(reading.value().mentions.size() == 3);
  CHECK(reading.value().mentions[1].span == Span{3, 3});
  CHECK(reading.value().mentions[2].span == Span{5, 7});
  CHECK(reading.value().mentions[2].entity == std::nullopt);
  CHECK(reading.value().quotations[0].parent == std::nullopt);
  CHECK(reading.value().events[0].sources.empty());
  CHECK(reading.value().language.tokens[0].head == -1);
  CHECK(reading.value().language.tokens[0].deprel.empty());
  CHECK(reading_from_json("{\"id\":\"a\",\"text\":\"\"}").error().code == "not-a-reading");
  CHECK(reading_from_json("{\"schema\":\"readout/reading/2\",\"id\":\"a\",\"text\":\"\"}").error().code ==
        "not-a-reading");
}

TEST_CASE("an error is written in place of a reading") {
  CHECK(error_to_json("a", {"empty-text", "It is empty.", 0}) ==
        "{\"id\":\"a\",\"error\":{\"code\":\"empty-text\",\"message\":\"It is empty.\",\"offset\":0}}");
  CHECK(error_to_json("", {"json-invalid", "No.", std::nullopt}) ==
        "{\"id\":null,\"error\":{\"code\":\"json-invalid\",\"message\":\"No.\",\"offset\":null}}");
  CHECK(id_of("{\"id\":\"a\"}") == "a");
  CHECK(id_of("{\"id\":") == "");
  CHECK(id_of("{\"n\":[{\"id\":\"b\"}],\"id\":\"a\",\"text\":\"cut of") == "a");
}
