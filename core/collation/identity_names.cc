#include "collation/identity_names.h"

#include <algorithm>

#include "text/unicode.h"

namespace readout::collation {

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
  std::sort(name.forms.begin(), name.forms.end());
  name.forms.erase(std::unique(name.forms.begin(), name.forms.end()), name.forms.end());
  return name;
}

}  // namespace readout::collation
