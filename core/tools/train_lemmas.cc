#include "tools/train_lemmas.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "language/lemmatizer.h"
#include "language/words.h"

namespace readout::train {

std::string irregular_lines(const std::vector<TreeSentence>& trees) {
  std::map<std::tuple<std::string, TagId>, std::map<std::string, uint32_t>> seen;
  for (const TreeSentence& tree : trees)
    for (size_t i = 0; i < tree.forms.size(); ++i) {
      const std::string form = normal_form(tree.forms[i]);
      if (form.find_first_of("0\t") != std::string::npos || form.empty() || form[0] == '#') continue;
      ++seen[{form, tree.tags[i]}][tree.lemmas[i]];
    }
  const Lemmatizer regular;
  std::vector<std::string> lines;
  for (const auto& [key, lemmas] : seen) {
    const auto& [form, tag] = key;
    const auto most = std::max_element(lemmas.begin(), lemmas.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    const Tag kind = tag_of(tag);
    if (kind.upos == Upos::kPropn || kind.upos == Upos::kX || kind.upos == Upos::kPunct || kind.upos == Upos::kSym)
      continue;
    if (most->first == regular.lemma_of(form, 0, tag) || most->first.find('\t') != std::string::npos) continue;
    lines.push_back(form + "\t" + std::string(name_of(kind.upos)) + "\t" + std::string(kind.penn) + "\t" + most->first +
                    "\n");
  }
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line;
  return out;
}

}  // namespace readout::train
