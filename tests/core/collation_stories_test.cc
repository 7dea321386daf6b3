// Happenings of one kind between the same parties, on a desk so small that no word is rare.
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "accounts_by_hand.h"
#include "readout.h"
#include "tools/embedded_model.h"

using namespace readout;

namespace {

const Model& model() {
  static const Model loaded = Model::load(embedded_model()).value();
  return loaded;
}

Reading read_text(std::string id, std::string text, std::string published = {}) {
  ArticleInput input;
  input.id = std::move(id);
  input.text = std::move(text);
  if (!published.empty()) input.published = std::move(published);
  input.source = SourceKind::kText;
  return read(input, model()).value();
}

const std::string kFirstVisit =
    "Norland's Prime Minister Anna Holm met her Sudmark counterpart Viktor Brandt in Vessby on Tuesday for talks on "
    "trade "
    "and the gas pipeline. Relations between Norland and Sudmark had never been better, Holm said. Trade between the "
    "two "
    "countries will reach 14 billion crowns in 2022. Both governments pledged to resist pressure from the northern "
    "alliance.";
const std::string kFirstVisitAgain =
    "Viktor Brandt of Sudmark received Norland's premier Anna Holm in Vessby. The two prime ministers spoke about the "
    "gas pipeline and about trade, and Ms Holm praised relations between Norland and Sudmark. \"We will not bow to the "
    "northern alliance,\" Mr Brandt said after the talks on Tuesday, the first in Vessby since 2018.";
const std::string kSecondVisit =
    "Sudmark's Prime Minister Viktor Brandt travelled to Holmstad for his yearly meeting with Norland's Prime Minister "
    "Anna Holm. Trade between Norland and Sudmark has grown by a tenth in the first half of 2023, the two governments "
    "said, "
    "and the gas pipeline is to open in 2024. Relations between the two countries were closer than ever, Brandt said, "
    "and pressure from the northern alliance would not change that.";

}  // namespace

TEST_CASE("stories: two visits a year apart by the same parties are two happenings of one subject") {
  std::vector<Reading> readings;
  readings.push_back(read_text("a", kFirstVisit, "2022-05-24"));
  readings.push_back(read_text("b", kFirstVisitAgain));
  readings.push_back(read_text("c", kSecondVisit, "2023-08-21"));
  const Dossier dossier = together(readings);
  REQUIRE(dossier.stories.size() == 2);
  CHECK(dossier.stories[0].articles == std::vector<ArticleIndex>{0, 1});
  CHECK(dossier.stories[1].articles == std::vector<ArticleIndex>{2});
  CHECK(dossier.stories[1].reason.find("here c is of 2023-08-21, there a is of 2022-05-24") != std::string::npos);
  REQUIRE(dossier.subjects.size() == 1);
  CHECK(dossier.subjects[0].stories == std::vector<uint32_t>{0, 1});
}

TEST_CASE("stories: two quakes in one country are two happenings where their texts bear out their dates") {
  const std::string first =
      "A strong earthquake struck the coast of Sudmark near Kaldvik early on Friday and killed at least 31 people, the "
      "interior ministry said. Rescuers dug for survivors under collapsed houses. It was the strongest quake in "
      "Sudmark "
      "in 2020, the geological survey in Vessby said.";
  const std::string second =
      "At least 112 people died when a strong earthquake struck the mountains of Sudmark around Tornby on Sunday "
      "night, "
      "the interior ministry said. Rescuers searched collapsed houses for survivors. Sudmark had been spared strong "
      "quakes since a wave of them in early 2021, the geological survey in Vessby said.";
  const std::string again =
      "Rescuers in Tornby, in the mountains of Sudmark, searched for survivors on Monday after a strong earthquake "
      "that "
      "killed 112 people and brought down hundreds of houses, according to the interior ministry.";
  std::vector<Reading> readings;
  readings.push_back(read_text("a", first, "2020-06-05"));
  readings.push_back(read_text("b", second, "2021-10-10"));
  readings.push_back(read_text("c", again, "2021-10-11"));
  const Dossier dossier = together(readings);
  REQUIRE(dossier.stories.size() == 2);
  CHECK(dossier.stories[0].articles == std::vector<ArticleIndex>{0});
  CHECK(dossier.stories[1].articles == std::vector<ArticleIndex>{1, 2});
}

TEST_CASE("stories: a copy that was given the day of its crawl stays with the text that it copies") {
  std::vector<Reading> readings;
  readings.push_back(read_text("a", kFirstVisit, "2022-05-24"));
  readings.push_back(read_text("b", kFirstVisit + " Their last meeting was held in 2020.", "2023-11-30"));
  readings.push_back(read_text("c", kFirstVisitAgain, "2023-11-30"));
  const Dossier dossier = together(readings);
  CHECK(dossier.stories.size() == 1);
}

TEST_CASE("stories: copies of one text are one story, on a desk of nothing else, whatever number each has") {
  const auto stories_of = [](const auto& number) {
    std::vector<Reading> readings;
    for (int i = 0; i < 400; ++i) {
      readings.push_back(
          account("r" + std::to_string(i),
                  "Ferry aground off Kaldvik\nA ferry ran aground in fog on the skerries, and boats took "
                  "all passengers ashore. Dispatch " +
                      std::to_string(number(i)) + "."));
    }
    return together(readings).stories.size();
  };
  CHECK(stories_of([](int i) { return 1000 + i; }) == 1);
  // A few have each number in common, which is no happening of their own.
  CHECK(stories_of([](int i) { return 4000 + i % 50; }) == 1);
  CHECK(stories_of([](int i) { return 7000 + i % 2; }) == 1);
}

TEST_CASE("stories: texts of one mould that each name another place are no copies") {
  std::vector<Reading> readings;
  for (int i = 0; i < 200; ++i) {
    const std::string town =
        "Vess" + std::string{static_cast<char>('a' + i / 20), static_cast<char>('a' + i % 20)} + "by";
    readings.push_back(account("r" + town, "Ferry aground off " + town + "\nA ferry ran aground in fog off " + town +
                                               ", and boats took all passengers ashore."));
    name(readings.back(), town, EntityType::kPlace);
  }
  CHECK(together(readings).stories.size() == 200);
}
