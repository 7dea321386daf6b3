#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "intake_test_model.h"
#include "text/unicode.h"
#include "text/utf8.h"

using namespace readout;

namespace {

const IntakeModel& model() {
  static const IntakeModel kModel = intake_test_model();
  return kModel;
}

Article taken(std::string text, SourceKind source = SourceKind::kPage, std::vector<Span> restored = {}) {
  ArticleInput input;
  input.id = "a";
  input.text = std::move(text);
  input.source = source;
  input.restored = std::move(restored);
  return take_in(input, model()).value();
}

BlockKind kind_of(const Article& article, std::string_view words) {
  const size_t at = article.text.find(words);
  REQUIRE(at != std::string::npos);
  for (const Block& block : article.blocks)
    if (block.span.contains(static_cast<uint32_t>(at))) return block.kind;
  FAIL("in no block: " << words);
  return BlockKind::kBody;
}

// An invented page, with all that a scraped one brings.
const std::string kPage =
    "Harbour strike ends after nine days - The Coast Gazette\n\n"
    "Skip to content\n\nHome\n\nNews\n\nSport\n\nSubscribe\n\n"
    "Harbour strike ends after nine days\n\n"
    "By Ada Brook\n\n12 March 2024\n\nShare\n\nFacebook\n\n"
    "Dockers in Port Hallow voted on Tuesday to end a strike that had closed the harbour for nine days, after the "
    "owners "
    "agreed to raise wages by 6%.\n\n"
    "\u201cWe got what we came for,\u201d said Tom Reed, who leads the dockers' union. He thanked the town for its "
    "patience.\n\n"
    "The first ships are expected to be unloaded on Thursday, the harbour master said in a statement.\n\n"
    "Cranes stand idle at Port Hallow (Photo: Coast Gazette archive)\n\n"
    "Long talks\n\n"
    "The two sides had met eleven times since February, mostly at night, and twice broke off without a date for the "
    "next "
    "meeting.\n\n"
    "*With information from Reuters\n\n"
    "You may also like\n\n"
    "Farmers in the valley have asked for more time to pay back the loans that they took out after last year's floods "
    "and...\n\n"
    "Leave a comment\n\nYour email address will not be published\n\n"
    "Copyright \u00a9 2024 Coast Media Ltd. All rights reserved.\n";

}  // namespace

TEST_CASE("blocks: a page's article is found, everything else is set aside with its reason") {
  const Article article = taken(kPage);
  CHECK(kind_of(article, "Skip to content") == BlockKind::kFurniture);
  CHECK(kind_of(article, "Subscribe") == BlockKind::kFurniture);
  CHECK(kind_of(article, "Harbour strike ends after nine days\n\nBy") == BlockKind::kHeadline);
  CHECK(kind_of(article, "By Ada Brook") == BlockKind::kByline);
  CHECK(kind_of(article, "12 March 2024") == BlockKind::kDateline);
  CHECK(kind_of(article, "Facebook") == BlockKind::kFurniture);
  CHECK(kind_of(article, "Dockers in Port Hallow") == BlockKind::kBody);
  CHECK(kind_of(article, "Cranes stand idle") == BlockKind::kCaption);
  CHECK(kind_of(article, "Long talks") == BlockKind::kBody);
  CHECK(kind_of(article, "The two sides had met") == BlockKind::kBody);
  CHECK(kind_of(article, "*With information") == BlockKind::kByline);
  CHECK(kind_of(article, "You may also like") == BlockKind::kFurniture);
  CHECK(kind_of(article, "Farmers in the valley") == BlockKind::kStray);
  CHECK(kind_of(article, "Leave a comment") == BlockKind::kFurniture);
  CHECK(kind_of(article, "Copyright") == BlockKind::kFurniture);
  for (const Block& block : article.blocks) CHECK_FALSE(block.reason.empty());
  CHECK_FALSE(article.truncated.has_value());
}

TEST_CASE("masthead: title, outlet, authors, credits and date, each from the page's own words") {
  const Article article = taken(kPage);
  const Masthead& masthead = article.masthead;
  CHECK(masthead.title == "Harbour strike ends after nine days");
  CHECK(masthead.outlet == "The Coast Gazette");
  CHECK_FALSE(masthead.outlet_reason.empty());
  REQUIRE(masthead.byline.size() == 1);
  CHECK(masthead.byline[0].name == "Ada Brook");
  REQUIRE(masthead.credits.size() == 1);
  CHECK(masthead.credits[0].name == "Reuters");
  CHECK(masthead.published.value == "2024-03-12");
  CHECK(masthead.published.how == DateHow::kStated);
  REQUIRE(masthead.published.span.has_value());
  CHECK(words_of(article.text, *masthead.published.span) == "12 March 2024");
}

TEST_CASE("masthead: the outlet that a republishing site names, and the site") {
  const std::string body =
      "The council of the island said on Monday that it would rebuild the old bridge before winter comes.\n\n"
      "The work is to cost 4 million and will take until October, according to the council's engineers.\n\n";
  const Article article = taken("Bridge to be rebuilt before winter\n\n" + body +
                                "This post appeared first on cnn.com\n\nCopyright \u00a9 2024 IslandLedger.com\n");
  CHECK(article.masthead.outlet == "CNN");
  CHECK(article.masthead.republisher == "IslandLedger.com");
  CHECK(article.masthead.published.how == DateHow::kUnknown);
  CHECK(article.masthead.published.value.empty());
}

TEST_CASE("blocks: in a given text nothing is removed") {
  const Article article = taken(kPage, SourceKind::kText);
  for (const Block& block : article.blocks) CHECK(is_article_text(block.kind));
}

TEST_CASE("blocks: a restored line is read as body again, and only that line") {
  const auto at = static_cast<uint32_t>(kPage.find("Farmers in the valley"));
  const Article article = taken(kPage, SourceKind::kPage, {Span{at, at + 1}});
  CHECK(kind_of(article, "Farmers in the valley") == BlockKind::kBody);
  CHECK(kind_of(article, "You may also like") == BlockKind::kFurniture);
  CHECK(std::count_if(article.blocks.begin(), article.blocks.end(), [](const Block& b) { return b.restored; }) == 1);
}

TEST_CASE("truncation: a gate after the last paragraph cuts; notices around a finished article do not") {
  const std::string lead =
      "The mayor of the northern port said on Friday that the ferry would not sail until the storm had passed over.\n\n"
      "Two hundred passengers spent the night in the school, where volunteers from the town brought them soup.\n\n";
  const auto gated = taken(lead + "Already a subscriber? Log in\n\nSubscribe to continue reading\n");
  REQUIRE(gated.truncated.has_value());
  CHECK(gated.truncated->kind == TruncationKind::kPaywall);
  const auto cut = taken(
      lead + "The company that owns the ferry has said that it will pay for the rooms of those who...\n\nRead more\n");
  REQUIRE(cut.truncated.has_value());
  CHECK(cut.truncated->kind == TruncationKind::kCut);
  const auto limit =
      taken(lead + "The company that owns the ferry has said that it will pay for the\u2026 [+2103 chars]\n");
  REQUIRE(limit.truncated.has_value());
  CHECK(limit.truncated->kind == TruncationKind::kLimit);
  CHECK_FALSE(
      taken("You have 2 free articles left this month\n\n" + lead + "Read more: All about ferries\n").truncated);
  CHECK_FALSE(taken(lead + "Please help support the Coast Gazette by subscribing here\n").truncated);
}

TEST_CASE("blocks: in order, apart, on character boundaries, over every line that is not blank") {
  uint64_t state = 7;
  const auto next = [&](uint32_t below) {
    state = state * 6364136223846793005ull + 1442695040888963407ull;
    return static_cast<uint32_t>((state >> 33) % below);
  };
  const std::vector<std::string> parts = {
      "\n",           "\r\n",   "\n\n",         "Share", "\u201cYes,\u201d",    " he said. ",          "\xFF",
      "\u4e2d\u6587", "By Ada", " 2024-03-12 ", "...",   "All rights reserved", " the of and it was ", "|",
      "\f",           "\u2028"};
  for (int round = 0; round < 400; ++round) {
    std::string text = "x";
    for (uint32_t i = 0; i < 60; ++i) text += parts[next(static_cast<uint32_t>(parts.size()))];
    const auto source = round % 2 == 0 ? SourceKind::kPage : SourceKind::kText;
    const auto at = next(static_cast<uint32_t>(text.size()));
    const Article article = taken(text, source, {Span{at, at + 5}});
    std::vector<bool> covered(article.text.size(), false);
    uint32_t reached = 0;
    for (const Block& block : article.blocks) {
      REQUIRE(block.span.begin >= reached);
      REQUIRE(block.span.end > block.span.begin);
      reached = block.span.end;
      for (uint32_t i = block.span.begin; i < block.span.end; ++i) covered[i] = true;
      if (source == SourceKind::kText) REQUIRE(is_article_text(block.kind));
    }
    REQUIRE(reached <= article.text.size());
    for (size_t i = 0; i < article.text.size();) {
      const auto c = utf8::decode(article.text, i);
      for (size_t k = 1; k < c.size; ++k) REQUIRE(covered[i + k] == covered[i]);
      if (!unicode::is_space(c.value)) REQUIRE(covered[i]);
      i += c.size;
    }
  }
}

TEST_CASE("take_in: white space alone is an error, not an article") {
  ArticleInput input;
  input.text = " \n\t\n";
  CHECK(take_in(input, model()).error().code == "empty-text");
}

TEST_CASE("blocks: another story glued to the end is stray; a second topic without a sign of its own is not") {
  const std::string host =
      "Ferry service to the islands resumes\n\n"
      "HALLOW \u2014 The ferry between Hallow and the Outer Islands sailed again on Monday after Captain Ines Moor and "
      "the "
      "Port Authority agreed on new hours.\n\n"
      "Ms Moor said the Port Authority had kept its word. Passengers from Hallow filled the first boat before noon.\n\n"
      "The Outer Islands depend on the ferry for food and for post, and the Port Authority has promised a second "
      "boat.\n\n";
  const std::string other =
      "Baker wins prize for rye loaf\n\n"
      "ELMSTAD \u2014 The jury of the Golden Oven gave its first prize to Karl Brandt, whose bakery in Elmstad has "
      "used one "
      "leaven since 1931.\n\n"
      "Mr Brandt thanked his grandmother. The Golden Oven is given every autumn by the guild of bakers.\n";
  const Article glued = taken(host + other);
  CHECK(kind_of(glued, "Baker wins prize") == BlockKind::kStray);
  CHECK(kind_of(glued, "ELMSTAD") == BlockKind::kStray);
  CHECK(kind_of(glued, "Mr Brandt thanked") == BlockKind::kStray);
  CHECK(kind_of(glued, "The Outer Islands depend") == BlockKind::kBody);
  const std::string topic =
      "In Elmstad the guild of bakers gave its Golden Oven to Karl Brandt, who has used one leaven since 1931.\n\n"
      "Mr Brandt thanked his grandmother, and the jury praised the crust of his rye loaf.\n";
  const Article second = taken(host + topic);
  CHECK(kind_of(second, "In Elmstad the guild") == BlockKind::kBody);
  CHECK(kind_of(second, "Mr Brandt thanked") == BlockKind::kBody);
}

TEST_CASE("masthead: the outlet's name that stands by itself, the standfirst, agencies apart from authors") {
  const std::string body =
      "The council of the island said on Monday that it would rebuild the old bridge before winter comes.\n\n"
      "The work is to cost 4 million and will take until October, according to the council's engineers.\n\n"
      "Residents have waited for the bridge since the flood of 2019, when the old one was closed to cars.\n";
  const Article article = taken(
      "Island Courier\n\nBridge to be rebuilt before winter comes to the island\n\nBy our staff and Reuters\n\n2 May "
      "2023\n\n" +
      body);
  CHECK(article.masthead.outlet == "Island Courier");
  CHECK(article.masthead.title == "Bridge to be rebuilt before winter comes to the island");
  CHECK(article.masthead.byline.empty());
  REQUIRE(article.masthead.credits.size() == 1);
  CHECK(article.masthead.credits[0].name == "Reuters");
  CHECK(article.masthead.published.value == "2023-05-02");
  const Article wire = taken("BERLIN, May 2 (Reuters) - " + body);
  CHECK(wire.masthead.dateline_place == "BERLIN");
  REQUIRE(wire.masthead.credits.size() == 1);
  CHECK(wire.masthead.published.how == DateHow::kUnknown);
}

namespace {

Article taken_knowing(const std::string& text, std::vector<std::string> repeated, std::vector<Span> restored = {}) {
  ArticleInput input;
  input.id = "a";
  input.text = text;
  input.source = SourceKind::kText;
  input.repeated = std::move(repeated);
  input.restored = std::move(restored);
  return take_in(input, model()).value();
}

}  // namespace

TEST_CASE("blocks: a line known from the outlet's other articles is set aside, and can be put back") {
  const std::string notice = "The Gazette is printed in the old mill by the river.";
  const std::string text =
      "The council voted on Monday to rebuild the bridge that was closed in spring.\n\n" + notice +
      "\n\nWork begins in May and is expected to take two years, the mayor told reporters after the vote.";
  const auto at = static_cast<uint32_t>(text.find(notice));
  CHECK(kind_of(taken_knowing(text, {}), notice) == BlockKind::kBody);
  const Article known = taken_knowing(text, {"the gazette IS printed, in the old mill by the river"});
  CHECK(kind_of(known, notice) == BlockKind::kFurniture);
  CHECK(kind_of(known, "Work begins") == BlockKind::kBody);
  const Article restored = taken_knowing(text, {notice}, {{at, at + 3}});
  CHECK(kind_of(restored, notice) == BlockKind::kBody);
}

TEST_CASE("blocks: an article carried twice is not taken for furniture") {
  const std::string first = "The council voted on Monday to rebuild the bridge that was closed in spring.";
  const std::string second = "Work begins in May.";
  const Article article = taken_knowing(first + "\n\n" + second, {first});
  CHECK(kind_of(article, first) == BlockKind::kBody);
}
