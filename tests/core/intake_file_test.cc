#include <doctest/doctest.h>

#include <string>

#include "intake/intake.h"
#include "intake_test_model.h"

using namespace readout;

namespace {

std::string story(const std::string& headline) {
  std::string text = headline + "\n\n";
  for (int i = 0; i < 4; ++i)
    text +=
        "The minister said on Monday that the bridge over the river would be opened to traffic before the year "
        "ends.\n\n";
  return text;
}

}  // namespace

TEST_CASE("open_file: one article keeps the file's name; several are numbered and say where they stand") {
  const auto one = open_file("one.txt", story("Bridge to open before winter"));
  REQUIRE(one.ok());
  REQUIRE(one.value().size() == 1);
  CHECK(one.value()[0].id == "one.txt");
  CHECK(one.value()[0].source == SourceKind::kPage);
  CHECK(one.value()[0].file->name == "one.txt");

  const std::string two =
      story("Bridge to open before winter") + "====================\n\n" + story("Ferry line closes for good");
  const auto both = open_file("two.txt", two);
  REQUIRE(both.value().size() == 2);
  CHECK(both.value()[1].id == "two.txt#2");
  CHECK(both.value()[1].text == story("Ferry line closes for good"));
  const FileOrigin& file = *both.value()[1].file;
  CHECK(two.substr(file.begin, file.end - file.begin) == both.value()[1].text);
}

TEST_CASE("open_file: numbered documents of an old download are parted at their numbers") {
  std::string file;
  for (int i = 1; i <= 3; ++i)
    file += "                               " + std::to_string(i) + " of 3 DOCUMENTS\n\n\n" +
            story("Bridge to open, part " + std::to_string(i)) + "\n\n";
  const auto opened = open_file("nexis.txt", file);
  REQUIRE(opened.value().size() == 3);
  CHECK(opened.value()[2].text.find("3 of 3 DOCUMENTS") == 0);
}

TEST_CASE("open_file: rules that underline a heading or part a page's furniture do not split") {
  CHECK(open_file("a", "Bridge to open\n====================\n\n" + story("Before winter")).value().size() == 1);
  CHECK(open_file("b", story("Bridge to open before winter") + "--------------------\n\nRelated\n\nMore news\n")
            .value()
            .size() == 1);
}

TEST_CASE("open_file: at most as many articles as allowed, nothing lost") {
  std::string file;
  for (int i = 0; i < 5; ++i) file += story("Bridge to open before winter comes") + "\n====================\n\n";
  FileLimits limits;
  limits.max_articles = 3;
  const auto opened = open_file("many.txt", file, limits);
  REQUIRE(opened.value().size() == 3);
  std::string all;
  for (const auto& input : opened.value()) all += input.text;
  CHECK(all == file);
}

TEST_CASE("open_file: the decoder's errors come through") {
  CHECK(open_file("a", "").error().code == "empty-file");
  CHECK(open_file("a", "%PDF-1.4").error().code == "binary-file");
}

TEST_CASE("open_file: a database's documents give title, outlet, authors, place and date by their fields") {
  const std::string file =
      "                               1 of 2 DOCUMENTS\n\n\n"
      "                              Morning Star\n\n"
      "                             January 3, 2012 Tuesday\n"
      "                              Late Edition - Final\n\n"
      "Ferry Line Closes After a Century\n\n"
      "BYLINE: By ADA BROOK\n\nLENGTH: 120 words\n\nDATELINE: HALLOW\n\n BODY:\n"
      "The ferry that has linked Hallow with the islands since 1911 made its last\ncrossing on Monday.\n\n"
      "It is the end of a way of life, the steersman said.\n\n"
      "LOAD-DATE: January 4, 2012\n\nCopyright 2012 People's Press\n\n\n"
      "                               2 of 2 DOCUMENTS\n\n\n"
      "                              The Guardian\n\n"
      "                             January 5, 2012 Thursday\n\n"
      "HEADLINE: Bridge to replace the ferry\n\nBYLINE: Jane Doe\n\nLENGTH: 80 words\n\nBODY:\n\n"
      "A bridge will be built between Hallow and the islands, the council said.\n\nLOAD-DATE: January 5, 2012\n";
  const auto opened = open_file("nexis.txt", file);
  REQUIRE(opened.value().size() == 2);
  const IntakeModel model = intake_test_model();
  const Article first = take_in(opened.value()[0], model).value();
  CHECK(first.masthead.title == "Ferry Line Closes After a Century");
  CHECK(first.masthead.outlet == "Morning Star");
  CHECK(first.masthead.byline.at(0).name == "ADA BROOK");
  CHECK(first.masthead.dateline_place == "HALLOW");
  CHECK(first.masthead.published.value == "2012-01-03");
  std::string body;
  for (const Block& block : first.blocks)
    if (block.kind == BlockKind::kBody) body += words_of(first.text, block.span);
  CHECK(body.find("The ferry that") == 0);
  CHECK(body.find("LOAD-DATE") == std::string::npos);
  CHECK(body.find("steersman said.") != std::string::npos);
  const Article second = take_in(opened.value()[1], model).value();
  CHECK(second.masthead.title == "Bridge to replace the ferry");
  CHECK(second.masthead.published.value == "2012-01-05");
}

TEST_CASE("open_file: says which encoding was read, how surely, and what was wrong with the bytes") {
  const auto clean = open_file("a.txt", "\xEF\xBB\xBFPlain text.");
  CHECK(clean.value()[0].file->encoding == "utf-8");
  CHECK(clean.value()[0].file->confidence == 1);
  const auto old = open_file("b.txt", "The minister\x92s words.");
  CHECK(old.value()[0].file->encoding == "windows-1252");
  CHECK(old.value()[0].file->confidence < 1);
  const auto wrong = open_file("c.txt", "\u201cYes\u201d \xFF \u201cno\u201d");
  CHECK(wrong.value()[0].file->wrong_bytes == 1);
  CHECK(open_file("d.txt", "\u00e2\u20ac\u0153Hello").value()[0].file->double_encoded);
}

TEST_CASE("open_file: text encoded twice is repaired where that was asked for, and only then") {
  const std::string bytes = "\u00e2\u20ac\u0153Hello\u00e2\u20ac\u009d, she said.";
  CHECK(open_file("a.txt", bytes).value()[0].text == bytes);
  FileLimits limits;
  limits.repair_double_encoding = true;
  const auto repaired = open_file("a.txt", bytes, limits);
  CHECK(repaired.value()[0].text == "\u201cHello\u201d, she said.");
  CHECK_FALSE(repaired.value()[0].file->double_encoded);
  CHECK(repaired.value()[0].sha256 == open_file("a.txt", bytes).value()[0].sha256);
}
