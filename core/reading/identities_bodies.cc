#include "reading/identities_bodies.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/unicode.h"

namespace readout::naming {
namespace {

using Kind = std::pair<std::string_view, std::string_view>;

bool has_word(const std::string& key, std::string_view word) {
  for (size_t at = key.find(word); at != std::string::npos; at = key.find(word, at + 1)) {
    if (at > 0 && key[at - 1] == ' ' && at + word.size() < key.size() && key[at + word.size()] == ' ') return true;
  }
  return false;
}

template <size_t N>
bool has_any(const std::string& key, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return has_word(key, word); });
}

// What short names stand for. Sorted.
constexpr std::array<Kind, 36> kShort = {
    {{"aclu", "union"},    {"afl-cio", "federation"}, {"afl-cio", "union"},   {"asean", "bloc"},
     {"atf", "agency"},    {"atf", "bureau"},         {"bbc", "corporation"}, {"cbo", "office"},
     {"cdc", "agency"},    {"cia", "agency"},         {"dea", "agency"},      {"dnc", "committee"},
     {"ecb", "bank"},      {"epa", "agency"},         {"eu", "bloc"},         {"eu", "union"},
     {"faa", "agency"},    {"fbi", "agency"},         {"fbi", "bureau"},      {"fcc", "commission"},
     {"fda", "agency"},    {"fec", "commission"},     {"fema", "agency"},     {"ftc", "commission"},
     {"iaea", "agency"},   {"imf", "fund"},           {"irs", "agency"},      {"nasa", "agency"},
     {"nato", "alliance"}, {"nlrb", "board"},         {"nra", "association"}, {"nsa", "agency"},
     {"rnc", "committee"}, {"sec", "commission"},     {"seiu", "union"},      {"uaw", "union"}}};

constexpr std::array<std::string_view, 42> kGroups = {
    "aclu",        "aipac",      "al-qaeda",   "al-qaida",     "al-shabaab",   "alliance",  "amnesty",
    "association", "brigade",    "brigades",   "caucus",       "club",         "coalition", "federation",
    "for",         "forum",      "greenpeace", "group",        "hamas",        "haram",     "hezbollah",
    "hizbollah",   "initiative", "isil",       "isis",         "league",       "militia",   "movement",
    "naacp",       "network",    "nra",        "organisation", "organization", "pac",       "project",
    "shabaab",     "shabab",     "society",    "taliban",      "union",        "watch",     "without"};

constexpr std::array<std::string_view, 44> kNoCompanies = {
    "administration", "agency",      "army",     "assembly", "bureau",     "caucus",   "cia",
    "commission",     "committee",   "congress", "council",  "court",      "daesh",    "democrats",
    "department",     "embassy",     "eu",       "fbi",      "fed",        "gop",      "government",
    "hamas",          "hezbollah",   "house",    "isil",     "isis",       "kremlin",  "military",
    "ministry",       "movement",    "nato",     "navy",     "parliament", "party",    "pentagon",
    "police",         "republicans", "reserve",  "senate",   "taliban",    "tribunal", "un",
    "union",          "university"};

}  // namespace

std::string key_of_names(const Entity& entity) {
  std::string key = " " + unicode::fold(entity.name) + " ";
  for (const std::string& alias : entity.aliases) key += " " + unicode::fold(alias) + " ";
  return key;
}

bool is_named_as(const std::string& key, std::string_view noun) {
  if (has_word(key, noun)) return true;
  return std::any_of(kShort.begin(), kShort.end(),
                     [&](const Kind& kind) { return kind.second == noun && has_word(key, kind.first); });
}

bool is_group(const std::string& key) { return has_any(key, kGroups); }

bool is_no_company(const std::string& key) { return has_any(key, kNoCompanies); }

}  // namespace readout::naming
