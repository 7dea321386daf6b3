#include "collation/collation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "accounts_by_hand.h"
#include "collation/alignment.h"
#include "collation/corpus.h"
#include "collation/identities.h"
#include "collation/words.h"
#include "readout.h"
#include "tools/embedded_model.h"

using namespace readout;

namespace {

const Model& model() {
  static const Model loaded = Model::load(embedded_model()).value();
  return loaded;
}

Reading read_text(std::string id, std::string text) {
  ArticleInput input;
  input.id = std::move(id);
  input.text = std::move(text);
  input.source = SourceKind::kText;
  Reading reading = read(input, model()).value();
  reading.quotations.clear();
  reading.silences.clear();
  return reading;
}

// A quotation by hand, so that collation is tested apart from the reading stages.
void quote(Reading& reading, std::string_view words, const std::string& speaker = {}) {
  const auto at = static_cast<uint32_t>(reading.article.text.find(words));
  Quotation quotation;
  quotation.content = {{at, at + static_cast<uint32_t>(words.size())}};
  if (!speaker.empty()) {
    Entity entity;
    entity.name = speaker;
    entity.type = EntityType::kPerson;
    quotation.source = Source{quotation.content.front(), static_cast<EntityId>(reading.entities.size()), false};
    reading.entities.push_back(entity);
  }
  reading.quotations.push_back(quotation);
}

constexpr const char* kHarbour =
    "The prime minister of Norland opened the new harbour at Vessby on Monday. Ferries to the southern islands start "
    "in "
    "June, the port authority of Vessby announced. Fishermen had protested against the harbour for years.";
constexpr const char* kHarbourAgain =
    "Norland's new harbour at Vessby was opened on Monday by the prime minister. The port authority said ferries to "
    "the "
    "southern islands begin in June, after years of protest by fishermen.";
constexpr const char* kElection =
    "Voters in Sudmark go to the polls on Sunday to choose a president. Three candidates, among them a former judge, "
    "hope to reach the second round. Turnout in the last election was low.";

}  // namespace

TEST_CASE("words: inflections meet, function words are no content, digits keep their point") {
  using namespace collation;
  const std::string text = "Russia\u2019s meetings; a meeting of 1.6 planned";
  const auto words = words_in(text, {0, static_cast<uint32_t>(text.size())});
  REQUIRE(words.size() == 7);
  CHECK(words[1].key == words[3].key);
  CHECK_FALSE(words[2].content);
  CHECK(words_of(text, words[5].span) == "1.6");
  CHECK(stem("planned") == stem("plan"));
  CHECK(log2_sixteenths(1) == 0);
  CHECK(log2_sixteenths(8) == 48);
}

TEST_CASE("stories: two accounts of one happening are one story, another happening is its own") {
  std::vector<Reading> readings;
  readings.push_back(read_text("a", kHarbour));
  readings.push_back(read_text("b", kElection));
  readings.push_back(read_text("c", kHarbourAgain));
  const Dossier dossier = together(readings);
  REQUIRE(dossier.articles.size() == 3);
  CHECK(dossier.articles[0].story == dossier.articles[2].story);
  CHECK(dossier.articles[0].story != dossier.articles[1].story);
  for (const Story& story : dossier.stories) CHECK_FALSE(story.reason.empty());
}

TEST_CASE("collate: the order of the readings changes nothing") {
  std::vector<Reading> readings;
  readings.push_back(read_text("a", kHarbour));
  readings.push_back(read_text("b", kElection));
  readings.push_back(read_text("c", kHarbourAgain));
  const Dossier there = collate({&readings[0], &readings[1], &readings[2]});
  const Dossier back = collate({&readings[2], &readings[1], &readings[0]});
  REQUIRE(there.articles.size() == back.articles.size());
  for (size_t i = 0; i < there.articles.size(); ++i) {
    CHECK(there.articles[i].id == back.articles[i].id);
    CHECK(there.articles[i].story == back.articles[i].story);
  }
  REQUIRE(there.facts.size() == back.facts.size());
  for (size_t i = 0; i < there.facts.size(); ++i) CHECK(there.facts[i].text == back.facts[i].text);
}

TEST_CASE("identities: transliterations meet, different given names do not") {
  using collation::spelling_key;
  CHECK(spelling_key("Volodymyr Zelenskiy") == spelling_key("Volodymyr Zelenskyy"));
  CHECK(spelling_key("Zelensky") == spelling_key("Zelenskyi"));
  CHECK(spelling_key("the Red Cross") == spelling_key("Red Cross"));
  CHECK(spelling_key("Maria Weber") != spelling_key("Martin Weber"));
}

TEST_CASE("origins: shared copy is one origin, a quotation that both carry is not") {
  const std::string wire =
      "Engineers began on Tuesday to pump water out of the flooded tunnel under the strait, a job that the operator "
      "expects to last until the end of the month, while trains were sent over the old bridge to the north.";
  std::vector<Reading> readings;
  readings.push_back(read_text("a", wire + " A first account adds this."));
  readings.push_back(read_text("b", "Another outlet begins otherwise. " + wire));
  const std::string speech =
      "we shall pump until the last drop is out of that tunnel because this island depends upon it every single day of "
      "the year and no storm will ever take it away from us again";
  readings.push_back(read_text("c", "The minister told reporters: \"" + speech + "\" and left the hall."));
  readings.push_back(read_text("d", "On the radio she said: \"" + speech + "\" before noon."));
  quote(readings[2], speech);
  quote(readings[3], speech);
  const Dossier dossier = together(readings);
  CHECK(dossier.articles[0].origins == dossier.articles[1].origins);
  CHECK(dossier.articles[2].origins != dossier.articles[3].origins);
  const Origin& shared = dossier.origins[dossier.articles[0].origins[0]];
  REQUIRE(shared.passages.size() == 2);
  CHECK(words_of(readings[0].article.text, shared.passages[0].span).substr(0, 17) == "Engineers began o");
}

TEST_CASE("origins: credits to one wire are evidence, and an article of two wires has two origins") {
  const std::string north =
      "Divers found the bell of the ferry Aurelia on the floor of the strait, forty metres below the shipping lane, "
      "and "
      "brought it to Vessby under the eyes of a silent crowd.";
  const std::string south =
      "In Sundhavn the owners of the line promised to pay the families of the drowned stewards a pension for life, and "
      "asked the court to open the log of the captain to them.";
  std::vector<Reading> readings;
  readings.push_back(read_text("a", north + " Flags flew at half mast."));
  readings.push_back(read_text("b", south + " The hearing begins in May."));
  readings.push_back(read_text("c", "Our reporter was there. " + north + " " + south));
  readings[0].article.masthead.credits = {{"Northwire", {}}};
  readings[1].article.masthead.outlet = "Sudpress";
  readings[2].article.masthead.credits = {{"Northwire", {}}, {"Sudpress", {}}};
  const Dossier dossier = together(readings);
  REQUIRE(dossier.articles[2].origins.size() == 2);
  const Origin& first = dossier.origins[dossier.articles[0].origins.front()];
  const Origin& second = dossier.origins[dossier.articles[1].origins.front()];
  CHECK(first.articles == std::vector<ArticleIndex>{0, 2});
  CHECK(first.reason.find("2 of them credit Northwire: the words are its.") != std::string::npos);
  CHECK(first.reason.find("Sudpress") == std::string::npos);
  CHECK(second.articles == std::vector<ArticleIndex>{1, 2});
  CHECK(second.reason.find("c credits Sudpress, whose own article b is") != std::string::npos);

  // A dozen words are a stock phrase, unless both credit one wire.
  const std::string phrase = "the bell rang twice before the ferry sank in the strait that night";
  readings.clear();
  readings.push_back(read_text("a", "A steward remembered how " + phrase + ", and wept."));
  readings.push_back(read_text("b", "It is told in Vessby that " + phrase + "; nobody knows why."));
  CHECK(together(readings).articles[0].origins != together(readings).articles[1].origins);
  for (Reading& reading : readings) reading.article.masthead.credits = {{"Northwire", {}}};
  const Dossier credited = together(readings);
  CHECK(credited.articles[0].origins == credited.articles[1].origins);
}

TEST_CASE("facts: a statement in two translations is one fact that differs, with its kind") {
  std::vector<Reading> readings;
  readings.push_back(read_text("a", std::string(kHarbour) +
                                        " \"The harbour answers growing turbulence on world markets and the unfair "
                                        "pressure of rivals,\" the minister said."));
  readings.push_back(read_text("b", std::string(kHarbourAgain) +
                                        " \"This harbour is a reply to increased turbulence of global markets and to "
                                        "illegal pressure by rivals,\" the minister said."));
  quote(readings[0], "The harbour answers growing turbulence on world markets and the unfair pressure of rivals,",
        "Anna Holm");
  quote(readings[1],
        "This harbour is a reply to increased turbulence of global markets and to illegal pressure by rivals,",
        "Anna Holm");
  const Dossier dossier = together(readings);
  const auto fact = std::find_if(dossier.facts.begin(), dossier.facts.end(), [](const Fact& f) {
    return f.kind == FactKind::kQuotation && f.cells.size() == 2 && !f.cells[0].spans.empty() &&
           !f.cells[1].spans.empty();
  });
  REQUIRE(fact != dossier.facts.end());
  CHECK(fact->cells[0].state == CellState::kDiffers);
  CHECK(fact->origins == 2);
  REQUIRE_FALSE(dossier.disagreements.empty());
  CHECK(dossier.disagreements[0].kind == DisagreementKind::kTranslation);
  CHECK(dossier.disagreements[0].evidence.size() == 2);
}

TEST_CASE("facts: an article cut off cannot be said to lack anything; a whole one lacks with its nearest passage") {
  std::vector<Reading> readings;
  readings.push_back(read_text("a", std::string(kHarbour) + " \"Ferries will carry the islands' trade,\" she said."));
  readings.push_back(read_text("b", kHarbourAgain));
  readings.push_back(read_text("c", kHarbourAgain));
  quote(readings[0], "Ferries will carry the islands' trade,");
  readings[2].article.truncated = Truncation{TruncationKind::kPaywall, 10, "a paywall"};
  const Dossier dossier = together(readings);
  const auto fact = std::find_if(dossier.facts.begin(), dossier.facts.end(),
                                 [](const Fact& f) { return f.kind == FactKind::kQuotation; });
  REQUIRE(fact != dossier.facts.end());
  REQUIRE(fact->cells.size() == 3);
  CHECK(fact->cells[0].state == CellState::kCarries);
  CHECK(fact->cells[1].state == CellState::kLacks);
  CHECK(fact->cells[1].nearest.has_value());
  CHECK(fact->cells[2].state == CellState::kCannotTell);
}

TEST_CASE("figures: same, rounded and different") {
  using collation::compare_figures;
  using collation::FigureRelation;
  const auto figure = [](double value, Approximation approx = Approximation::kExact) {
    Figure f;
    f.value = value;
    f.approx = approx;
    return f;
  };
  CHECK(compare_figures(figure(2e11), figure(2e11)) == FigureRelation::kSame);
  CHECK(compare_figures(figure(1.97e10), figure(2e10)) == FigureRelation::kRounded);
  CHECK(compare_figures(figure(1284), figure(1300)) == FigureRelation::kRounded);
  CHECK(compare_figures(figure(200, Approximation::kOver), figure(212)) == FigureRelation::kRounded);
  CHECK(compare_figures(figure(12), figure(14)) == FigureRelation::kDifferent);
  CHECK(compare_figures(figure(1.9e11), figure(2.4e11)) == FigureRelation::kDifferent);
}

TEST_CASE("stories: two happenings of one kind stay apart, each with the words of its own that say why") {
  // Six accounts of two launches by one ferry line: the same words of the trade, other ships, harbours and numbers.
  const char* kSame =
      " The ferry line said the new ship would carry cars and passengers to the islands, with cabins, a restaurant and "
      "a playground on board. Sailors lined the deck as the ship was launched with a bottle of wine before the owners.";
  const auto account = [&](const char* lead) { return std::string(lead) + kSame; };
  std::vector<Reading> readings;
  readings.push_back(read_text("a", account("The ferry Aurelia was launched at Vessby by shipyard boss Karin Holm; the "
                                            "Aurelia takes 840 passengers.")));
  readings.push_back(read_text("b", account("At Vessby Karin Holm launched the Aurelia, a ferry for 840 passengers.")));
  readings.push_back(read_text("c", account("Aurelia, with room for 840, was launched by Karin Holm in Vessby.")));
  readings.push_back(read_text("d", account("The ferry Borealis was launched at Sundhavn by minister Per Lund; the "
                                            "Borealis takes 1210 passengers.")));
  readings.push_back(
      read_text("e", account("At Sundhavn Per Lund launched the Borealis, a ferry for 1210 passengers.")));
  readings.push_back(read_text("f", account("Borealis, with room for 1210, was launched by Per Lund in Sundhavn.")));
  const Dossier dossier = together(readings);
  REQUIRE(dossier.stories.size() == 2);
  CHECK(dossier.stories[0].articles == std::vector<ArticleIndex>{0, 1, 2});
  CHECK(dossier.stories[1].articles == std::vector<ArticleIndex>{3, 4, 5});
  CHECK(dossier.stories[0].reason.find("Kept apart from a like happening") != std::string::npos);
  CHECK(dossier.stories[0].reason.find("Vessby") != std::string::npos);
}

TEST_CASE("stories: a headline that stands beside the text counts") {
  std::vector<Reading> readings;
  readings.push_back(read_text("a", kHarbour));
  readings.push_back(
      read_text("b", "Ferries sail from June. Watch our pictures of the day and tell us what you think."));
  readings[1].article.masthead.title = "Norland's prime minister opens Vessby harbour";
  readings.push_back(read_text("c", kElection));
  const Dossier dossier = together(readings);
  CHECK(dossier.articles[0].story == dossier.articles[1].story);
  CHECK(dossier.articles[0].story != dossier.articles[2].story);
}
