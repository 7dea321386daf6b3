#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "language/language.h"
#include "language/names_features.h"
#include "language/weights.h"
#include "tools/embedded_model.h"

using namespace readout;

namespace {

Article article_of(std::string text) {
  Article article;
  article.text = std::move(text);
  article.blocks.push_back({{0, static_cast<uint32_t>(article.text.size())}, BlockKind::kBody, "", false});
  return article;
}

Result<LanguageModel> load_with(const std::string& section, std::string bytes) {
  std::vector<std::pair<std::string, std::string>> sections;
  const auto whole = Bundle::open(embedded_model());
  for (const char* name : {"weights/words", "weights/tagger", "weights/retagger", "weights/actions", "weights/labels"})
    sections.emplace_back(name, name == section ? bytes : std::string(whole.value().section(name)));
  if (section == "weights/names" || section == "weights/sentences") sections.emplace_back(section, std::move(bytes));
  const std::string file = write_bundle(std::move(sections));
  return LanguageModel::load(Bundle::open(file).value());
}

}  // namespace

TEST_CASE("weights: what is written is read") {
  std::vector<int8_t> values(8 * 3);
  values[0] = 5;
  values[7] = -128;
  values[23] = 127;
  const std::string bytes = write_weights(3, 3, values);
  const auto weights = Weights::parse(bytes);
  REQUIRE(weights.ok());
  CHECK(weights.value().classes() == 3);
  for (uint64_t row = 0; row < 8; ++row) {
    Weights::Sum<1> sum;
    weights.value().ask<4>(sum)[0] = row << 61;
    int16_t scores[4] = {};
    weights.value().add<4, 1>(sum, scores);
    for (uint32_t c = 0; c < 3; ++c) CHECK(scores[c] == values[row * 3 + c]);
  }
}

TEST_CASE("weights: rows of few and of many weights and missing ones add up") {
  constexpr uint32_t kClasses = 20;
  std::vector<int8_t> values(4 * kClasses);
  for (uint32_t c = 0; c < kClasses; ++c) values[kClasses + c] = static_cast<int8_t>(c - 10);
  values[2 * kClasses + 3] = 100;
  values[2 * kClasses + 19] = -7;
  const auto weights = Weights::parse(write_weights(2, kClasses, values));
  REQUIRE(weights.ok());
  Weights::Sum<5> sum;
  uint32_t count = 0;
  for (const uint64_t row : {0, 1, 2, 3, 2}) weights.value().ask<24>(sum)[count++] = row << 62;
  int16_t scores[24] = {};
  weights.value().add<24, 5>(sum, scores);
  for (uint32_t c = 0; c < kClasses; ++c) CHECK(scores[c] == values[kClasses + c] + 2 * values[2 * kClasses + c]);
}

TEST_CASE("names: the view gives as many features as it says") {
  uint64_t hashes[96] = {};
  const std::vector<NameWord> words(3);
  const NameView view(words, 1, kOutside, kOutside);
  CHECK(view.first(hashes) == NameView::kFirst);
  CHECK(view.rest(hashes) == NameView::kRest);
}

TEST_CASE("the highest of scores, and by how much") {
  const int16_t scores[] = {-5, 9, 3, 9, -30000};
  CHECK(highest_of<5>(scores).best == 1);
  CHECK(highest_of<5>(scores).margin == 0);
  CHECK(highest_of<3>(scores).margin == 6);
  CHECK(highest_of<1>(scores).best == 0);
}

TEST_CASE("weights: cut off at any byte, longer, or with an index past the end: refused") {
  std::vector<int8_t> values(8 * 3);
  values[20] = 9;
  values[3] = 1;
  const std::string bytes = write_weights(3, 3, values);
  for (size_t size = 0; size < bytes.size(); ++size)
    CHECK_FALSE(Weights::parse(std::string_view(bytes).substr(0, size)).ok());
  CHECK(Weights::parse(bytes + "x").error().code == "model-malformed");
  std::string far = bytes;
  far[12] = 100;
  CHECK_FALSE(Weights::parse(far).ok());
  std::string wide = bytes;
  wide[3] = 63;
  CHECK_FALSE(Weights::parse(wide).ok());
}

TEST_CASE("language model: a section that cannot be read is an error, not a silent fallback") {
  const std::string alien = write_weights(3, 3, std::vector<int8_t>(24));
  for (const char* section : {"weights/tagger", "weights/retagger", "weights/actions", "weights/labels",
                              "weights/names", "weights/sentences"}) {
    CAPTURE(section);
    CHECK(load_with(section, "").error().code == "model-malformed");
    CHECK(load_with(section, "RW nonsense, of no use").error().code == "model-malformed");
    if (std::string_view(section) != "weights/actions")
      CHECK(load_with(section, alien).error().code == "model-malformed");
  }
  CHECK(load_with("weights/words", "word\tmany\t0\t0\t255\n").error().code == "model-malformed");
  CHECK(load_with("weights/words", "word\t1\t0\t0\t200\n").error().code == "model-malformed");
}

TEST_CASE("language model: without weights names are told by rules, and nothing is parsed") {
  const Annotation annotation =
      annotate(article_of("On Monday Prime Minister Li Qiang met Vladimir Putin."), LanguageModel());
  REQUIRE(annotation.tokens.size() == 10);
  CHECK(annotation.tokens[0].upos == Upos::kNone);
  CHECK(annotation.tokens[0].deprel.empty());
  CHECK_FALSE(annotation.names.empty());
}
