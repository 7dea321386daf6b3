// Any number up to 10^15, in words, digits and mixtures, reads back to itself.
#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "dates_test_model.h"
#include "thinned.h"

using namespace readout;

namespace {

constexpr std::array<const char*, 20> kSmall{
    "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<const char*, 10> kTens{"",      "",      "twenty",  "thirty", "forty",
                                            "fifty", "sixty", "seventy", "eighty", "ninety"};

std::string below_thousand(uint64_t n, bool join_and) {
  std::string out;
  if (n >= 100) {
    out = std::string(kSmall[n / 100]) + " hundred";
    n %= 100;
    if (n == 0) return out;
    out += join_and ? " and " : " ";
  }
  if (n < 20) return out + kSmall[n];
  out += kTens[n / 10];
  return n % 10 == 0 ? out : out + "-" + kSmall[n % 10];
}

std::string words(uint64_t n, bool join_and) {
  if (n == 0) return kSmall[0];
  std::string out;
  for (const auto& [scale, name] : {std::pair<uint64_t, const char*>(1'000'000'000'000u, "trillion"),
                                    {1'000'000'000u, "billion"},
                                    {1'000'000u, "million"},
                                    {1000u, "thousand"}}) {
    if (n < scale) continue;
    out += (out.empty() ? "" : " ") + below_thousand(n / scale, join_and) + " " + name;
    n %= scale;
  }
  if (n == 0) return out;
  if (!out.empty()) out += n < 100 && join_and ? " and " : " ";
  return out + below_thousand(n, join_and);
}

std::string grouped(uint64_t n, const std::string& mark) {
  std::string digits = std::to_string(n);
  for (size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, mark);
  return digits;
}

// A fixed generator: the same numbers on every machine.
uint64_t next(uint64_t& state) {
  state = state * 6364136223846793005u + 1442695040888963407u;
  return state >> 16;
}

}  // namespace

TEST_CASE("figures: any number up to 10^15 reads back from words, digits and mixtures") {
  std::string text;
  std::vector<std::pair<std::string, double>> expected;
  const auto add = [&](const std::string& form, double value) {
    text += "There were " + form + " people there.\n\n";
    expected.emplace_back(form, value);
  };
  uint64_t state = 7;
  for (int i = 0; i < 1500 / kThinned; ++i) {
    // Of every length alike, and not 1 ("one" is mostly a pronoun).
    uint64_t bound = 10;
    for (int power = i % 15; power > 0; --power) bound *= 10;
    const uint64_t n = 2 + next(state) % (bound - 2);
    const auto value = static_cast<double>(n);
    add(words(n, true), value);
    add(words(n, false), value);
    add(grouped(n, ","), value);
    add(grouped(n, "\xC2\xA0"), value);
    // "1.5 million", "12bn": a mantissa of three digits and a scale.
    const uint64_t mantissa = 1 + next(state) % 999;
    const std::string decimal =
        std::to_string(mantissa / 100) + "." + (mantissa % 100 < 10 ? "0" : "") + std::to_string(mantissa % 100);
    add(decimal + " million", static_cast<double>(mantissa * 10'000));
    add(decimal + "bn", static_cast<double>(mantissa * 10'000'000));
    add(decimal + " trillion", static_cast<double>(mantissa * 10'000'000'000));
    add(std::to_string(mantissa + 1) + " thousand", static_cast<double>((mantissa + 1) * 1000));
    add(std::to_string(mantissa + 1) + " crore", static_cast<double>((mantissa + 1) * 10'000'000));
  }
  const Reading reading = read_text(text);
  REQUIRE(reading.figures.size() == expected.size());
  for (size_t i = 0; i < expected.size(); ++i) {
    CAPTURE(expected[i].first);
    const Figure& figure = reading.figures[i];
    CHECK(figure.kind == FigureKind::kCount);
    REQUIRE(figure.value);
    CHECK(*figure.value == expected[i].second);
    CHECK(words_of(reading.article.text, figure.span) == expected[i].first);
  }
}

TEST_CASE("figures: ranks, shares and decimals read back") {
  std::string text;
  std::vector<double> expected;
  for (int n = 1; n < 400; n += 3) {
    const int tail = n % 100;
    const char* suffix = tail >= 11 && tail <= 13 ? "th"
                         : n % 10 == 1            ? "st"
                         : n % 10 == 2            ? "nd"
                         : n % 10 == 3            ? "rd"
                                                  : "th";
    text += "He was the " + std::to_string(n) + suffix + " person to say so.\n\n";
    expected.push_back(n);
    text += "Some said " + std::to_string(n) + "." + std::to_string(n % 10) + "% of it was lost.\n\n";
    expected.push_back((n * 10 + n % 10) / 10.0);
    text += "It cost $" + std::to_string(n) + ".50 then.\n\n";
    expected.push_back((n * 100 + 50) / 100.0);
  }
  const Reading reading = read_text(text);
  REQUIRE(reading.figures.size() == expected.size());
  for (size_t i = 0; i < expected.size(); ++i) {
    CAPTURE(words_of(reading.article.text, reading.figures[i].span));
    REQUIRE(reading.figures[i].value);
    CHECK(*reading.figures[i].value == expected[i]);
  }
}
