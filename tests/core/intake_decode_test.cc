#include <doctest/doctest.h>

#include <string>

#include "intake/decode.h"
#include "text/utf8.h"

using namespace readout;

namespace {

std::string utf16(std::u16string_view text, bool little) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

}  // namespace

TEST_CASE("decode: UTF-8 with and without a mark, line ends made LF") {
  const auto plain = decode("one\r\ntwo\rthree\n\xC3\xA9");
  REQUIRE(plain.ok());
  CHECK(plain.value().text == "one\ntwo\nthree\n\u00e9");
  CHECK(plain.value().encoding == Encoding::kUtf8);
  CHECK(plain.value().confidence == 1);
  CHECK(decode("\xEF\xBB\xBFone").value().text == "one");
}

TEST_CASE("decode: UTF-16 in both orders, with and without a mark, pairs and lone halves") {
  const std::u16string_view text = u"Mr Lukashenko said no.\r\nThe \u201cfinal\u201d word \U0001F600 in 2023.\n";
  const std::string expected = "Mr Lukashenko said no.\nThe \u201cfinal\u201d word \U0001F600 in 2023.\n";
  for (const bool little : {true, false}) {
    const auto unmarked = decode(utf16(text, little));
    REQUIRE(unmarked.ok());
    CHECK(unmarked.value().text == expected);
    CHECK(unmarked.value().encoding == (little ? Encoding::kUtf16Le : Encoding::kUtf16Be));
    const auto marked = decode(utf16(u"\uFEFF" + std::u16string(text), little));
    CHECK(marked.value().text == expected);
    CHECK(marked.value().confidence == 1);
  }
  const auto lone = decode(utf16(std::u16string(u"\uFEFFab") + char16_t{0xD800} + u"cd", true));
  CHECK(lone.value().text == "ab\uFFFDcd");
  CHECK(lone.value().wrong_bytes == std::vector<uint64_t>{6});
}

TEST_CASE("decode: single-byte Western and Cyrillic text, with a confidence below one") {
  const auto western = decode(
      "The minister\x92s \x93"
      "clich\xE9\x94 \x96 said in Orl\xE9"
      "ans.");
  REQUIRE(western.ok());
  CHECK(western.value().text ==
        "The minister\u2019s \u201cclich\u00e9\u201d \u2013 said in Orl\u00e9"
        "ans.");
  CHECK(western.value().encoding == Encoding::kWindows1252);
  CHECK(western.value().confidence < 1);
  CHECK(western.value().confidence > 0.5);
  CHECK(decode("caf\xE9 in the old town").value().encoding == Encoding::kLatin1);
  const auto cyrillic =
      decode("\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 \xD0\xEE\xF1\xF1\xE8\xE8 \xE7\xE0\xFF\xE2\xE8\xEB");
  CHECK(cyrillic.value().text == "Президент России заявил");
  CHECK(cyrillic.value().encoding == Encoding::kWindows1251);
}

TEST_CASE("decode: a wrong byte is replaced and reported, and never stops a file") {
  const auto mixed = decode("\u201cYes,\u201d he said \xFF twice \u201cno\u201d.");
  REQUIRE(mixed.ok());
  CHECK(mixed.value().text == "\u201cYes,\u201d he said \uFFFD twice \u201cno\u201d.");
  CHECK(mixed.value().wrong_bytes == std::vector<uint64_t>{19});
  CHECK(mixed.value().confidence < 1);
  std::string many;
  for (int i = 0; i < 500; ++i) many += "\u20ac\u20ac\xFF";
  CHECK(decode(many).value().wrong_bytes.size() == 100);
}

TEST_CASE("decode: empty, binary and oversized files are refused with their own codes") {
  CHECK(decode("").error().code == "empty-file");
  CHECK(decode("%PDF-1.7 and so on").error().code == "binary-file");
  CHECK(decode(std::string_view("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16)).error().code == "binary-file");
  std::string noise;
  for (int i = 0; i < 4096; ++i) noise += static_cast<char>((i * 7919 + i / 13) & 0xFF);
  CHECK(decode(noise).error().code == "binary-file");
  CHECK(decode("abcdef", DecodeLimits{5}).error().code == "file-too-large");
}

TEST_CASE("decode: text encoded twice is found and can be repaired; text that is right stays as it is") {
  const std::string twice = "\u00e2\u20ac\u0153Hello\u00e2\u20ac\u009d said Jos\u00c3\u00a9";
  const auto decoded = decode(twice);
  CHECK(decoded.value().double_encoded);
  CHECK(decoded.value().text == twice);
  CHECK(repair_double_encoding(twice) == "\u201cHello\u201d said Jos\u00e9");
  const std::string right = "\u201cHello\u201d said Jos\u00e9 \u2013 \u00a3 10 \u4e2d\u6587";
  CHECK_FALSE(decode(right).value().double_encoded);
  CHECK(repair_double_encoding(right) == right);
}

TEST_CASE("decode: any bytes give valid UTF-8 or an error") {
  uint64_t state = 1;
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (int i = 0; i < 64; ++i) {
      state = state * 6364136223846793005ull + 1442695040888963407ull;
      const auto byte = static_cast<unsigned char>(state >> 56);
      bytes += static_cast<char>(round % 2 == 0 && byte < 0x20 ? 0x20 : byte);
    }
    const auto decoded = decode(bytes);
    if (!decoded) continue;
    REQUIRE(utf8::find_invalid(decoded.value().text) == std::string::npos);
    REQUIRE(decoded.value().text.find('\r') == std::string::npos);
    REQUIRE(utf8::find_invalid(repair_double_encoding(decoded.value().text)) == std::string::npos);
  }
}
