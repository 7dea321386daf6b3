#include "reading/events_actors.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "reading/identities_nominals.h"
#include "text/unicode.h"

namespace readout::events {

namespace {

// Words that say somebody's rank, and leave it to the words beside them of what. Sorted.
constexpr std::array<std::string_view, 31> kRanks = {
    "adviser",   "advisor",   "agent",        "boss",        "chair",    "chairman", "chairwoman", "chief",
    "commander", "deputy",    "director",     "executive",   "group",    "head",     "leader",     "man",
    "member",    "minister",  "negotiator",   "officer",     "official", "people",   "president",  "representative",
    "secretary", "spokesman", "spokesperson", "spokeswoman", "staff",    "union",    "woman"};

bool is_rank(std::string_view noun) { return std::binary_search(kRanks.begin(), kRanks.end(), noun); }

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : unicode::fold(text)) {
    const bool part = c == '-' || c == '.' || c == '&' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                      static_cast<unsigned char>(c) >= 0x80;
    if (part) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// The sector of a word, in the plural too.
const std::string* sector_of_word(std::string word, const EventLexicon& lexicon) {
  auto found = lexicon.actors.find(word);
  if (found == lexicon.actors.end() && word.size() > 3 && word.back() == 's') {
    word.pop_back();
    found = lexicon.actors.find(word);
  }
  if (found == lexicon.actors.end() && word.size() > 4 && word.compare(word.size() - 2, 2, "ie") == 0) {
    word.replace(word.size() - 2, 2, "y");
    found = lexicon.actors.find(word);
  }
  // "gunmen"; "men" and "women" alone are anybody.
  if (found == lexicon.actors.end() && word.size() > 5 && word.compare(word.size() - 3, 3, "men") == 0) {
    word[word.size() - 2] = 'a';
    found = lexicon.actors.find(word);
  }
  return found == lexicon.actors.end() ? nullptr : &found->second;
}

// The last word that names a body or calling decides ("army spokesman": military); failing that, the last rank.
std::string sector_of_words(const std::vector<std::string>& words, const EventLexicon& lexicon) {
  std::string rank;
  for (size_t i = words.size(); i-- > 0;) {
    const std::string* sector = sector_of_word(words[i], lexicon);
    if (sector == nullptr) continue;
    if (!is_rank(words[i])) return *sector;
    if (rank.empty()) rank = *sector;
  }
  return rank;
}

// The first country among the words, as name, adjective or house of government.
std::string country_of_words(const std::vector<std::string>& words, const wording::WordLists& lists) {
  for (size_t i = 0; i < words.size(); ++i) {
    std::string phrase;
    std::string longest;
    for (size_t n = 0; n < 3 && i + n < words.size(); ++n) {
      phrase += (n > 0 ? " " : "") + words[i + n];
      const auto found = lists.countries.find(std::string_view(phrase));
      if (found != lists.countries.end()) longest = found->second.code;
    }
    if (!longest.empty()) return longest;
  }
  return {};
}

// With spaces between, without "the".
std::string joined(const std::vector<std::string>& words) {
  std::string name;
  for (const std::string& word : words) {
    if (name.empty() && word == "the") continue;
    name += (name.empty() ? "" : " ") + word;
  }
  return name;
}

const NamedActor* named_actor(const std::vector<std::string>& words, const EventLexicon& lexicon) {
  const auto found = lexicon.named_actors.find(joined(words));
  return found == lexicon.named_actors.end() ? nullptr : &found->second;
}

}  // namespace

Actor describe_actor(EntityId id, const Entity& entity, const EventLexicon& lexicon, const wording::WordLists& lists) {
  Actor actor;
  actor.entity = id;
  actor.country = entity.country;
  const std::vector<std::string> name = folded_words(entity.name);
  const NamedActor* known = named_actor(name, lexicon);
  for (size_t i = 0; known == nullptr && i < entity.aliases.size(); ++i)
    known = named_actor(folded_words(entity.aliases[i]), lexicon);
  if (known != nullptr) {
    actor.country = known->country;
    actor.sector = known->sector;
    return actor;
  }
  // A state or capital by its own name, whatever the name was taken for.
  if (name.size() < 4 && !entity.unnamed && entity.roles.empty() && entity.type != EntityType::kNationality) {
    const auto country = lists.countries.find(std::string_view(joined(name)));
    if (country != lists.countries.end() && country->second.word != wording::CountryWord::kAdjective) {
      actor.country = country->second.code;
      actor.sector = "government";
      return actor;
    }
  }
  if (entity.type == EntityType::kPerson && !entity.unnamed) {
    for (const Role& role : entity.roles) {
      const auto words = folded_words(role.name);
      if (actor.sector.empty()) actor.sector = sector_of_words(words, lexicon);
      if (actor.country.empty()) actor.country = country_of_words(words, lists);
    }
    // Somebody known by the office alone ("minister of Norway").
    const std::string& words = entity.name;
    const bool described = (!words.empty() && words[0] >= 'a' && words[0] <= 'z') || words.compare(0, 4, "The ") == 0 ||
                           words.compare(0, 2, "A ") == 0;
    if (described && actor.sector.empty()) actor.sector = sector_of_words(name, lexicon);
    if (described && actor.country.empty()) actor.country = country_of_words(name, lists);
    return actor;
  }
  if (actor.country.empty()) actor.country = country_of_words(name, lists);
  if (entity.type == EntityType::kPlace || entity.type == EntityType::kNationality) {
    // "Moscow", "Russia": the state; "Russians": its people.
    std::string whole;
    for (const std::string& word : name)
      whole += (whole.empty() || word == "the" ? "" : " ") + (word == "the" ? "" : word);
    const auto country = lists.countries.find(std::string_view(whole));
    if (country != lists.countries.end()) {
      actor.country = country->second.code;
      actor.sector = country->second.word == wording::CountryWord::kAdjective ? "civilians" : "government";
    } else if (!whole.empty() && whole.back() == 's') {
      whole.pop_back();
      const auto people = lists.countries.find(std::string_view(whole));
      if (people != lists.countries.end()) actor.country = people->second.code, actor.sector = "civilians";
    }
    return actor;
  }
  const std::string key = unicode::fold(entity.name);
  if (lists.outlets.find(std::string_view(key)) != lists.outlets.end()) {
    actor.sector = "media";
    return actor;
  }
  actor.sector = sector_of_words(name, lexicon);
  for (const Role& role : entity.roles) {
    if (actor.sector.empty()) actor.sector = sector_of_words(folded_words(role.name), lexicon);
  }
  return actor;
}

}  // namespace readout::events
