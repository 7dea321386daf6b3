#include "search/collocates.h"

#include <algorithm>
#include <array>

#include "search/statistics.h"
#include "search/words.h"

namespace readout::search {
namespace {

struct Company {
  uint32_t left = 0;
  uint32_t right = 0;
  uint32_t documents = 0;
  uint32_t last_document = UINT32_MAX;
  std::array<uint32_t, 18> tags{};
};

Upos most_frequent(const std::array<uint32_t, 18>& tags) {
  return static_cast<Upos>(std::max_element(tags.begin(), tags.end()) - tags.begin());
}

}  // namespace

std::vector<Collocate> collocates(const Lexicon& lexicon, const Index& index, const std::vector<bool>& scope,
                                  const std::vector<Hit>& hits, const CollocateOptions& options) {
  std::vector<uint32_t> total(lexicon.string_count(), 0);
  uint32_t words_in_scope = 0;
  for (uint32_t i = 0; i < index.documents().size(); ++i) {
    if (!scope[i]) continue;
    const PackedWords& words = *index.documents()[i].words;
    words_in_scope += static_cast<uint32_t>(words.size());
    for (const TypeId type : words.types) ++total[lexicon.lemma_id(type)];
  }
  std::vector<uint32_t> slot(lexicon.string_count(), 0);  // by lemma: its place in `near`, from 1
  std::vector<Company> near;
  std::vector<uint32_t> lemmas;
  uint32_t in_windows = 0;
  uint32_t document = UINT32_MAX;
  uint32_t counted = 0;  // words of the document before this one are counted already
  for (size_t i = 0; i < hits.size(); ++i) {
    const Hit& hit = hits[i];
    const PackedWords& words = *index.documents()[hit.document].words;
    if (hit.document != document) {
      document = hit.document;
      counted = 0;
    }
    if (words.size() == 0 || hit.first >= words.size()) continue;
    const Span paragraph = words.paragraph(hit.first);
    const uint32_t begin = hit.first - std::min(hit.first - paragraph.begin, options.window);
    uint32_t end = std::min(paragraph.end, hit.last + options.window);
    // Up to the next place: what lies between two is the nearer one's, and neither place is company.
    uint32_t next = UINT32_MAX;
    if (i + 1 < hits.size() && hits[i + 1].document == document) next = hits[i + 1].first;
    end = std::min(end, next);
    for (uint32_t word = std::max(begin, counted); word < end; ++word) {
      if (word >= hit.first && word < hit.last) continue;
      const TypeId type = words.types[word];
      uint32_t& at = slot[lexicon.lemma_id(type)];
      if (at == 0) {
        near.push_back({});
        lemmas.push_back(lexicon.lemma_id(type));
        at = static_cast<uint32_t>(near.size());
      }
      Company& company = near[at - 1];
      ++(word < hit.first ? company.left : company.right);
      ++company.tags[static_cast<size_t>(lexicon.tag(type))];
      if (company.last_document != document) ++company.documents;
      company.last_document = document;
      ++in_windows;
    }
    counted = std::max({counted, end, hit.last});
  }
  std::vector<Collocate> out;
  for (size_t i = 0; i < near.size(); ++i) {
    const Company& company = near[i];
    const uint32_t seen = company.left + company.right;
    const std::string_view word = lexicon.string(lemmas[i]);
    if (seen < options.least || (!options.function_words && is_function_word(word))) continue;
    const uint32_t all = total[lemmas[i]];
    const double expected = words_in_scope == 0 ? 0 : static_cast<double>(all) * in_windows / words_in_scope;
    if (seen <= expected) continue;
    Collocate one;
    one.word = word;
    one.tag = most_frequent(company.tags);
    one.left = company.left;
    one.right = company.right;
    one.total = all;
    one.documents = company.documents;
    one.expected = rounded(expected);
    one.log_likelihood = rounded(log_likelihood(seen, in_windows, all - std::min(all, seen),
                                                words_in_scope - std::min(words_in_scope, in_windows)));
    one.log_dice = rounded(log_dice(seen, static_cast<uint32_t>(hits.size()), all));
    out.push_back(std::move(one));
  }
  std::sort(out.begin(), out.end(), [](const Collocate& a, const Collocate& b) {
    return a.log_likelihood != b.log_likelihood ? a.log_likelihood > b.log_likelihood : a.word < b.word;
  });
  return out;
}

}  // namespace readout::search
