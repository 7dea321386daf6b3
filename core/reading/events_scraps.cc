// Mentions and names that stand for no party: documents, times, scraps of a sentence, parts of a description.
#include <algorithm>
#include <array>

#include "reading/events_parties.h"
#include "reading/events_words.h"
#include "text/unicode.h"

namespace readout::events {

bool is_document(const Entity& entity) {
  if (entity.type == EntityType::kPerson || entity.type == EntityType::kPlace) return false;
  constexpr std::array<std::string_view, 20> kDocuments = {
      "accord",     "act",  "agreement", "amendment", "bill",      "code",     "constitution",
      "convention", "day",  "deal",      "decision",  "directive", "ii",       "law",
      "pact",       "plan", "poll",      "treaty",    "war",       "world cup"};
  const std::string last = unicode::fold(entity.name.substr(entity.name.find_last_of(' ') + 1));
  return entity.name.find(' ') != std::string::npos && among(kDocuments, last);
}

bool is_time(std::string_view noun) {
  constexpr std::array<std::string_view, 4> kTimes = {"aftermath", "midst", "run-up", "wake"};
  return among(kTimes, noun);
}

// More than a name or a party: "the leaders who", ", including some officials", "people — they".
bool is_scrap(const Entity& entity) {
  constexpr std::array<std::string_view, 7> kMarks = {"  ", " -- ", " that ", " which ", " who ", " – ", " — "};
  const std::string& name = entity.name;
  const auto words = std::count(name.begin(), name.end(), ' ');
  if (words > 4 && (name.compare(name.size() - 4, 4, " who") == 0 || name.find(" who,") != std::string::npos))
    return true;
  if (name.size() < 2 || name.compare(0, 6, "whose ") == 0 || name.compare(0, 5, "what ") == 0 ||
      name.compare(0, 5, "Anti-") == 0 || name.compare(0, 4, "Pro-") == 0)
    return true;
  if (!name.empty() && (name[0] == ',' || name[0] == '.' || name[0] == '-')) return true;
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [&](std::string_view mark) { return name.find(mark) != std::string::npos; });
}

// "the 12-nation pact", "Lee-style taxes", "R-Norrby", "secretary of state": part of a description.
bool is_part_of_description(std::string_view text, Span span) {
  const std::string_view words = words_of(text, span);
  const std::string_view before = text.substr(0, span.begin);
  const std::string_view behind = text.substr(span.end);
  constexpr std::array<std::string_view, 7> kKinds = {"-bound",      "-esque", "-flagged", "-like",
                                                      "-registered", "-style", "-type"};
  const auto ends = [](std::string_view whole, std::string_view end) {
    return whole.size() >= end.size() && whole.substr(whole.size() - end.size()) == end;
  };
  if (ends(words, "-nation") && words[0] >= '0' && words[0] <= '9') return true;
  if (std::any_of(kKinds.begin(), kKinds.end(),
                  [&](std::string_view kind) { return behind.substr(0, kind.size()) == kind; }))
    return true;
  if (words == "state" && (ends(before, "ecretary of ") || ends(before, "ecretaries of "))) return true;
  return ends(before, "(R-") || ends(before, "(D-") || ends(before, "(I-") || ends(before, ", R-") ||
         ends(before, ", D-") || ends(before, ", I-");
}

// "Priorities USA": the last word of a longer name, though it is a country's.
bool is_end_of_name(const Trees& trees, uint32_t t) {
  const std::string_view word = trees.words(t);
  // "corporate America": no country.
  if (word == "America" && t > 0 && trees.has_relation(t - 1, "amod") && trees.words(t - 1) == "corporate") return true;
  if (word != "USA" && word != "America" && word != "UK") return false;
  if (t == 0 || trees.token(t - 1).upos != Upos::kPropn) return false;
  if (trees.head(t - 1) < t || trees.head(t - 1) > t + 2) return false;
  constexpr std::array<std::string_view, 8> kParts = {"Central", "Corporate", "Latin",   "Middle",
                                                      "North",   "South",     "Spanish", "US"};
  return trees.has_relation(t - 1, "compound") && !among(kParts, trees.words(t - 1));
}

}  // namespace readout::events
