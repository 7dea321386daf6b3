#include "collation/identity_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/unicode.h"

namespace readout::collation {

namespace {

constexpr size_t kLeastLetters = 3;  // so that two bodies rarely have one acronym
constexpr size_t kMostLetters = 8;

std::vector<std::string_view> words_of_name(std::string_view name) {
  std::vector<std::string_view> words;
  for (size_t begin = 0; begin < name.size();) {
    const size_t end = std::min(name.find(' ', begin), name.size());
    if (end > begin) words.push_back(name.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

bool is_acronym(std::string_view name) {
  return name.size() >= 2 && name.size() <= kMostLetters &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// "A.", "J", "A.B.": letters with nothing behind them.
bool is_initials(std::string_view word) {
  if (word.size() == 1) return is_capital(word.front());
  bool letter = false;
  for (const char c : word) {
    if (is_capital(c) && !letter) {
      letter = true;
    } else if (c == '.' && letter) {
      letter = false;
    } else {
      return false;
    }
  }
  return !letter;
}

// "ak" of "Anna Karin Holm", "A. K. Holm" and "A.K. Holm".
std::string letters_of_given(const std::vector<std::string_view>& words) {
  std::string letters;
  for (size_t w = 0; w + 1 < words.size(); ++w) {
    const std::string word = unicode::fold(words[w]);
    const bool initials = is_initials(words[w]);
    for (size_t at = 0; at < word.size() && (initials || at == 0);) {
      size_t end = at + 1;
      while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) ++end;
      if (word[at] != '.') letters += word.substr(at, end - at);
      at = end;
    }
  }
  return letters;
}

// The first letters of a body's name: of the words in capitals, and of all.
std::vector<std::string> letters_of(const std::vector<std::string_view>& words) {
  std::string capitals;
  std::string all;
  for (const std::string_view word : words) {
    if (word == "The" || word == "the") continue;
    all += is_capital(word.front()) ? word.front() : static_cast<char>(word.front() - 'a' + 'A');
    if (is_capital(word.front())) capitals += word.front();
  }
  std::vector<std::string> letters;
  for (std::string& each : std::array<std::string, 2>{capitals, all}) {
    if (each.size() >= kLeastLetters && is_acronym(each) && (letters.empty() || letters.front() != each))
      letters.push_back(std::move(each));
  }
  return letters;
}

}  // namespace

std::string spelling_key(std::string_view name) {
  std::string folded = unicode::fold(name);
  if (folded.rfind("the ", 0) == 0) folded.erase(0, 4);
  std::string key;
  for (size_t at = 0; at <= folded.size(); ++at) {
    const bool end_of_word = at == folded.size() || folded[at] == ' ' || folded[at] == '-';
    if (end_of_word) {
      // "-sky", "-skiy", "-skyy", "-skii": one ending in several transliterations.
      size_t keep = key.size();
      while (keep > 0 && (key[keep - 1] == 'y' || key[keep - 1] == 'i' || key[keep - 1] == 'j')) --keep;
      if (keep > 3 && key[keep - 1] != ' ') key.resize(keep);
      if (at < folded.size() && !key.empty() && key.back() != ' ') key += ' ';
    } else if (folded[at] != '.' && folded[at] != '\'') {
      key += folded[at];
    }
  }
  while (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

uint32_t KeyTable::add(const std::string& key) {
  const auto [at, fresh] = numbers_.try_emplace(key, static_cast<uint32_t>(keys_.size()));
  if (fresh) keys_.push_back(&at->first);
  return at->second;
}

uint32_t KeyTable::find(const std::string& key) const {
  const auto at = numbers_.find(key);
  return at == numbers_.end() ? kNone : at->second;
}

FoldedName folded_name(const std::string& key, KeyTable& table) {
  FoldedName name;
  if (key.empty()) return name;
  name.key = table.add(key);
  name.forms = {name.key};
  const size_t last = key.rfind(' ');
  name.single = last == std::string::npos;
  name.last_word = table.add(name.single ? key : key.substr(last + 1));
  for (size_t space = key.find(' '); space != last; space = key.find(' ', space + 1)) {
    name.endings.push_back(table.add(key.substr(space + 1)));
  }
  return name;
}

FoldedName folded_name(const Entity& entity, KeyTable& table) {
  FoldedName name = folded_name(spelling_key(entity.name), table);
  for (const std::string& alias : entity.aliases) {
    const std::string key = spelling_key(alias);
    if (!key.empty()) name.forms.push_back(table.add(key));
  }
  const auto words = words_of_name(entity.name);
  if (name.single || words.size() < 2) {
    name.acronym = is_acronym(entity.name);
  } else if (entity.type == EntityType::kPerson) {
    name.initials = std::all_of(words.begin(), words.end() - 1, is_initials);
    const std::string all = letters_of_given(words);
    const std::string last = '\x02' + std::to_string(name.last_word);
    name.letters_of_given.push_back(table.add(all + last));
    const std::string first = letters_of_given({words.front(), words.back()});
    if (!name.initials && first != all) name.letters_of_given.push_back(table.add(first + last));
  } else if (entity.type == EntityType::kOrganisation) {
    for (const std::string& alias : entity.aliases) {
      if (is_acronym(alias)) name.acronyms.push_back(table.add(spelling_key(alias)));
    }
    for (const std::string& letters : letters_of(words)) name.letters.push_back(table.add(spelling_key(letters)));
  }
  std::sort(name.forms.begin(), name.forms.end());
  name.forms.erase(std::unique(name.forms.begin(), name.forms.end()), name.forms.end());
  return name;
}

}  // namespace readout::collation
