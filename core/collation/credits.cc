#include "collation/credits.h"

#include <algorithm>
#include <map>
#include <utility>

#include "collation/identity_names.h"

namespace readout::collation {

namespace {

size_t weight_of(const CreditedSource& source) { return source.crediting.size() + source.own.size(); }

void add_once(std::vector<ArticleIndex>& list, ArticleIndex article) {
  if (list.empty() || list.back() != article) list.push_back(article);
}

}  // namespace

std::vector<CreditedSource> credited_sources(const Corpus& corpus, const std::vector<ArticleIndex>& articles) {
  std::map<std::string, CreditedSource> by_key;
  for (const ArticleIndex article : articles) {
    for (const Credit& credit : corpus[article].reading->article.masthead.credits) {
      const std::string key = spelling_key(credit.name);
      if (key.empty()) continue;
      CreditedSource& source = by_key[key];
      if (source.name.empty()) source.name = credit.name;
      add_once(source.crediting, article);
    }
  }
  if (by_key.empty()) return {};
  for (const ArticleIndex article : articles) {
    const auto& outlet = corpus[article].reading->article.masthead.outlet;
    const auto at = outlet ? by_key.find(spelling_key(*outlet)) : by_key.end();
    if (at == by_key.end()) continue;
    const auto& crediting = at->second.crediting;
    if (!std::binary_search(crediting.begin(), crediting.end(), article)) add_once(at->second.own, article);
  }
  std::vector<CreditedSource> sources;
  for (auto& [key, source] : by_key) sources.push_back(std::move(source));
  std::stable_sort(sources.begin(), sources.end(),
                   [](const CreditedSource& x, const CreditedSource& y) { return weight_of(x) > weight_of(y); });
  return sources;
}

bool share_source(const Corpus& corpus, ArticleIndex a, ArticleIndex b) {
  const auto sources = credited_sources(corpus, {std::min(a, b), std::max(a, b)});
  return !sources.empty() && weight_of(sources.front()) == 2;
}

std::string tell_credits(const Corpus& corpus, const std::vector<ArticleIndex>& articles) {
  constexpr size_t kTold = 2;  // sources
  std::string told;
  const auto id_of = [&](ArticleIndex article) { return corpus[article].reading->article.id; };
  const auto sources = credited_sources(corpus, articles);
  for (size_t s = 0; s < sources.size() && s < kTold; ++s) {
    const CreditedSource& source = sources[s];
    // What all name speaks for these words; of an article's other sources it is not known which words are theirs.
    if (s > 0 && weight_of(source) < weight_of(sources.front())) break;
    const size_t count = source.crediting.size();
    if (count == 1) {
      told += " " + id_of(source.crediting.front()) + " credits " + source.name;
    } else {
      told += " " + std::to_string(count) + " of them credit " + source.name;
    }
    if (!source.own.empty()) told += ", whose own article " + id_of(source.own.front()) + " is";
    told += weight_of(source) > 1 ? ": the words are its." : ".";
  }
  return told;
}

}  // namespace readout::collation
