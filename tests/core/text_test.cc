#include <doctest/doctest.h>

#include <string>

#include "text/bundle.h"
#include "text/lexicon.h"
#include "text/offsets.h"
#include "text/sha256.h"
#include "text/unicode.h"
#include "text/utf8.h"

using namespace readout;

TEST_CASE("utf8: every invalid byte reads as one replacement character") {
  for (const char* bad : {"\x80", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82", "\xF0\x9F\x98"}) {
    CHECK(utf8::find_invalid(bad) == 0);
    CHECK(utf8::decode(bad, 0).size == 1);
    CHECK(utf8::find_invalid(utf8::repaired(bad)) == std::string::npos);
  }
  const std::string text = "a\u00e9\u20ac\U0001F600";
  CHECK(utf8::find_invalid(text) == std::string::npos);
  CHECK(utf8::count(text) == 4);
  CHECK(utf8::decode_before(text, text.size()).value == 0x1F600);
}

TEST_CASE("offsets: code points and UTF-16 agree with a walk over the text, both ways") {
  std::string text;
  for (int i = 0; i < 300; ++i) text += i % 7 == 0 ? "\U0001F600" : i % 3 == 0 ? "\u2019" : "x";
  const OffsetMap points(text, OffsetUnit::kCodePoints);
  const OffsetMap utf16(text, OffsetUnit::kUtf16);
  uint32_t point = 0;
  uint32_t unit = 0;
  for (size_t at = 0; at < text.size();) {
    const auto c = utf8::decode(text, at);
    REQUIRE(points.to_unit(static_cast<uint32_t>(at)) == point);
    REQUIRE(points.to_byte(point) == at);
    REQUIRE(utf16.to_unit(static_cast<uint32_t>(at)) == unit);
    REQUIRE(utf16.to_byte(unit) == at);
    at += c.size;
    point += 1;
    unit += c.value > 0xFFFF ? 2 : 1;
  }
  CHECK(points.length() == point);
  CHECK(utf16.length() == unit);
  CHECK(points.to_unit(1u << 30) == point);
}

TEST_CASE("unicode: classes, case and folding beyond ASCII") {
  CHECK(unicode::is_upper(U'Ж'));
  CHECK(unicode::to_lower(U'Ж') == U'ж');
  CHECK(unicode::is_number(U'½'));
  CHECK_FALSE(unicode::is_digit(U'½'));
  CHECK(unicode::is_space(0xA0));
  CHECK(unicode::is_punctuation(0x201C));
  CHECK(unicode::is_symbol(U'€'));
  CHECK(unicode::is_cjk(U'李'));
  CHECK(unicode::fold("Zel\u00e9nsky\u2019s \u201cM\u00fcller\u201d\u00ad") == "zelensky's \"muller\"");
}

TEST_CASE("sha256: the standard's own examples") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("bundle: round trip; a truncated or altered model is refused with its own code") {
  const std::string bytes = write_bundle({{"weights/b", "beta"}, {"lexicon/a", "alpha\tone\n"}});
  auto bundle = Bundle::open(bytes);
  REQUIRE(bundle.ok());
  CHECK(bundle.value().section("lexicon/a") == "alpha\tone\n");
  CHECK(bundle.value().section("weights/b") == "beta");
  CHECK(bundle.value().section("none").empty());
  CHECK(write_bundle({{"lexicon/a", "alpha\tone\n"}, {"weights/b", "beta"}}) == bytes);
  for (size_t size = 0; size < bytes.size(); ++size)
    REQUIRE_FALSE(Bundle::open(std::string_view(bytes).substr(0, size)).ok());
  for (size_t at = 8; at < bytes.size(); ++at) {
    std::string altered = bytes;
    altered[at] = static_cast<char>(altered[at] ^ 1);
    REQUIRE(Bundle::open(altered).error().code == "model-altered");
  }
}

TEST_CASE("lexicon: comments and empty lines are no rows, short rows have empty fields") {
  const Lexicon lexicon("# head\n\nsay\tneutral\nclaim\n");
  REQUIRE(lexicon.size() == 2);
  CHECK(lexicon.at(0, 1) == "neutral");
  CHECK(lexicon.at(1, 1).empty());
}
