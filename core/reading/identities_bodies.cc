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
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
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

constexpr std::array<std::string_view, 42> kCalledGroups = {
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

// Bodies that carry the noun in their name.
constexpr std::array<std::string_view, 44> kBodies = {
    "academy",      "administration", "agency",     "alliance",   "assembly",   "association", "authority",
    "bank",         "bloc",           "board",      "bureau",     "caucus",     "club",        "coalition",
    "college",      "commission",     "committee",  "company",    "congress",   "consortium",  "corporation",
    "council",      "court",          "department", "federation", "foundation", "fund",        "group",
    "institute",    "league",         "ministry",   "movement",   "network",    "office",      "organisation",
    "organization", "parliament",     "party",      "senate",     "society",    "tribunal",    "union",
    "university",   "watchdog"};
// Bodies that need not.
constexpr std::array<std::string_view, 6> kBusinesses = {"airline", "carrier",      "company",
                                                         "firm",    "manufacturer", "maker"};
constexpr std::array<std::string_view, 6> kOutlets = {"agency",    "broadcaster", "magazine",
                                                      "newspaper", "outlet",      "paper"};
constexpr std::array<std::string_view, 5> kAlliances = {"alliance", "bloc", "grouping", "organisation", "organization"};
// All that may be a group's.
constexpr std::array<std::string_view, 3> kGroups = {"group", "organisation", "organization"};

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

// "a PAC"
bool is_group(const std::string& key) { return key != " pac " && has_any(key, kCalledGroups); }

bool is_other_body(const std::string& key) {
  if (has_any(key, kNoCompanies)) return true;
  return std::any_of(kBodies.begin(), kBodies.end(), [&](std::string_view body) {
    return body != "company" && body != "group" && body != "corporation" && body != "bank" && is_named_as(key, body);
  });
}

bool are_one_name(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return b.substr(0, a.size()) == a && (a.size() == b.size() || b[a.size()] == ' ');
}

bool is_body_noun(std::string_view noun) { return one_of(noun, kBodies); }
bool is_business_noun(std::string_view noun) { return one_of(noun, kBusinesses); }
bool is_outlet_noun(std::string_view noun) { return one_of(noun, kOutlets); }
bool is_alliance_noun(std::string_view noun) { return one_of(noun, kAlliances); }
bool is_group_noun(std::string_view noun) { return one_of(noun, kGroups); }

}  // namespace readout::naming
