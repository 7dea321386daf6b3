#include <doctest/doctest.h>

#include <string>

#include "intake/intake.h"

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
