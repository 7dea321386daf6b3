// Words that the tokeniser knows: what keeps its full stop, its hyphen or its point, and what is cut off a number.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace readout::token_words {

// All lists are lower case and sorted.
inline constexpr std::string_view kTitles[] = {
    "adm.", "brig.",   "capt.", "cmdr.", "col.",  "cpl.", "dr.", "fr.", "gen.", "gov.",  "hon.",  "lt.",
    "maj.", "messrs.", "mlle.", "mme.",  "mr.",   "mrs.", "ms.", "mt.", "mx.",  "pres.", "prof.", "pvt.",
    "rep.", "reps.",   "rev.",  "sen.",  "sens.", "sgt.", "sr.", "st.", "ste.", "supt."};
inline constexpr std::string_view kAbbreviations[] = {
    "al.",   "approx.", "apr.",  "arrv.",  "assn.", "attn.", "aug.",  "ave.", "bldg.", "blvd.", "bros.",
    "ca.",   "cf.",     "co.",   "corp.",  "dec.",  "dept.", "dist.", "div.", "ed.",   "eds.",  "esq.",
    "est.",  "etc.",    "ext.",  "feb.",   "fri.",  "ft.",   "govt.", "inc.", "jan.",  "jr.",   "jul.",
    "jun.",  "llc.",    "ltd.",  "mon.",   "nov.",  "oct.",  "ph.",   "plc.", "pty.",  "sat.",  "sep.",
    "sept.", "thu.",    "thur.", "thurs.", "tue.",  "tues.", "univ.", "vol.", "vs.",   "wed."};
inline constexpr std::string_view kPrefixes[] = {
    "anti",  "arch",  "co",    "counter", "cross", "e",     "ex",     "extra",  "infra", "inter",
    "intra", "macro", "mega",  "micro",   "mid",   "mini",  "multi",  "neo",    "non",   "over",
    "pan",   "para",  "post",  "pre",     "pro",   "proto", "pseudo", "psycho", "re",    "semi",
    "socio", "sub",   "trans", "ultra",   "un",    "uni",   "vice"};
inline constexpr std::string_view kDomains[] = {"biz", "ca",   "co",   "com", "doc", "edu", "fr",  "gov",
                                                "htm", "html", "info", "int", "io",  "jpg", "mil", "net",
                                                "org", "pdf",  "ru",   "txt", "tv",  "uk",  "us",  "xls"};

// What stands right behind a number and is a word of its own: "5km", "$3bn", "10pm".
inline constexpr std::string_view kUnits[] = {"am", "b",       "bn",  "cm",  "cm2",  "ft", "gb",  "ghz", "hz",  "k",
                                              "kb", "kg",      "kgs", "km",  "kmh",  "kw", "lb",  "lbs", "m",   "m2",
                                              "mb", "mg",      "mhz", "min", "mins", "ml", "mm",  "mn",  "mph", "mw",
                                              "oz", "percent", "pm",  "sq",  "tb",   "tn", "trn", "x",   "yd"};

template <size_t N>
bool among(const std::string_view (&sorted)[N], std::string_view word) {
  return std::binary_search(std::begin(sorted), std::end(sorted), word);
}

constexpr char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// `word` in lower case where it is short, ASCII letters and full stops; else empty.
struct ShortWord {
  std::array<char, 12> bytes{};
  size_t size = 0;
  explicit ShortWord(std::string_view word) {
    if (word.size() > bytes.size()) return;
    for (const char c : word) bytes[size++] = lower_ascii(c);
  }
  std::string_view view() const { return {bytes.data(), size}; }
};

}  // namespace readout::token_words
