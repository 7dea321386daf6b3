#include <doctest/doctest.h>

#include <set>
#include <string>

#include "language/tagset.h"
#include "text/bundle.h"
#include "text/lexicon.h"
#include "text/utf8.h"
#include "tools/embedded_model.h"

using namespace readout;

namespace {

struct List {
  const char* name;
  size_t columns;
  size_t key_columns;  // rows are unique and sorted by these
};

constexpr List kLists[] = {{"places", 2, 1},     {"nationalities", 1, 1},  {"given_names", 1, 1},
                           {"surnames", 1, 1},   {"organisations", 1, 1},  {"titles", 2, 1},
                           {"name_words", 2, 2}, {"irregular_forms", 4, 3}};

std::string key_of(const Lexicon& lexicon, size_t row, size_t columns) {
  std::string key;
  for (size_t c = 0; c < columns; ++c) key.append(lexicon.at(row, c)).push_back('\t');
  return key;
}

}  // namespace

TEST_CASE("language's word lists: sorted, unique, every column filled, valid UTF-8") {
  const auto bundle = Bundle::open(embedded_model());
  REQUIRE(bundle.ok());
  for (const List& list : kLists) {
    CAPTURE(list.name);
    const std::string_view bytes = bundle.value().section(std::string("lexicon/") + list.name);
    REQUIRE(utf8::find_invalid(bytes) == std::string_view::npos);
    const Lexicon lexicon(bytes);
    REQUIRE(lexicon.size() > 100);
    for (size_t row = 0; row < lexicon.size(); ++row) {
      for (size_t c = 0; c < list.columns; ++c) REQUIRE_FALSE(lexicon.at(row, c).empty());
      REQUIRE(lexicon.at(row, list.columns).empty());
      if (row > 0) REQUIRE(key_of(lexicon, row - 1, list.key_columns) < key_of(lexicon, row, list.key_columns));
    }
  }
}

TEST_CASE("language's word lists: kinds are known ones") {
  const auto bundle = Bundle::open(embedded_model());
  const auto kinds = [&](const char* section) {
    std::set<std::string> kinds;
    const Lexicon lexicon(bundle.value().section(section));
    for (size_t row = 0; row < lexicon.size(); ++row) kinds.insert(std::string(lexicon.at(row, 1)));
    return kinds;
  };
  CHECK(kinds("lexicon/places") == std::set<std::string>{"capital", "city", "country", "region", "town"});
  CHECK(kinds("lexicon/titles") == std::set<std::string>{"honorific", "office"});
  CHECK(kinds("lexicon/name_words") == std::set<std::string>{"common", "organisation", "place"});
}

TEST_CASE("tagset: names and numbers agree both ways") {
  for (uint32_t id = 0; id < kTagCount; ++id) {
    const Tag tag = tag_of(static_cast<TagId>(id));
    CHECK(tag_id(name_of(tag.upos), tag.penn) == id);
  }
  for (uint32_t id = 0; id < kRelationCount; ++id) CHECK(relation_id(relation_of(static_cast<RelationId>(id))) == id);
  CHECK(relation_of(relation_id("nmod:somehow")) == "nmod");
  CHECK(relation_of(relation_id("nonsense")) == "dep");
}
