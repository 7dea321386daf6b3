#include "search/keyness.h"

#include <algorithm>
#include <array>

#include "search/statistics.h"
#include "search/words.h"

namespace readout::search {
namespace {

constexpr uint32_t kLongestPhrase = 3;

struct Sides {
  const std::vector<Side>& of;
  uint32_t words[2] = {0, 0};
  uint32_t articles[2] = {0, 0};
  uint32_t least[2] = {0, 0};  // words of the shortest article
};

// Where one word or phrase stands: how often in each document, both sides.
struct Counts {
  uint32_t document = 0;
  uint32_t count = 0;
};

// 1 - DPnorm over the documents of a side. `counts` are those of that side that have it.
double dispersion_of(const Index& index, const Sides& sides, size_t side, const std::vector<Counts>& counts,
                     uint32_t total) {
  if (sides.articles[side] < 2 || total == 0 || sides.words[side] == 0) return 0;
  double apart = 1;  // the shares of documents without it, and the differences of the others
  for (const Counts& in : counts) {
    const double share = static_cast<double>(index.documents()[in.document].words->size()) / sides.words[side];
    const double seen = static_cast<double>(in.count) / total;
    apart += (seen > share ? seen - share : share - seen) - share;
  }
  const double smallest = static_cast<double>(sides.least[side]) / sides.words[side];
  const double dp = apart / 2 / (1 - smallest);
  return rounded(dp > 1 ? 0 : 1 - dp);
}

// Decides on one word or phrase; true where it is key, with everything but its words filled in.
bool weigh(const Index& index, const Sides& sides, const KeynessOptions& options, const std::vector<Counts>& counts,
           KeyItem& item) {
  std::array<std::vector<Counts>, 2> by_side;
  std::array<uint32_t, 2> total{};
  for (const Counts& in : counts) {
    const size_t side = sides.of[in.document] == Side::kA ? 0 : 1;
    by_side[side].push_back(in);
    total[side] += in.count;
  }
  item.a = total[0];
  item.b = total[1];
  item.documents_a = static_cast<uint32_t>(by_side[0].size());
  item.documents_b = static_cast<uint32_t>(by_side[1].size());
  item.log_likelihood = rounded(log_likelihood(item.a, sides.words[0], item.b, sides.words[1]));
  item.log_ratio = rounded(log_ratio(item.a, sides.words[0], item.b, sides.words[1]));
  const size_t key = item.log_ratio > 0 ? 0 : 1;
  if (item.log_likelihood < options.least_likelihood || total[key] < options.least_count) return false;
  if (by_side[key].size() < std::min(options.least_documents, sides.articles[key])) return false;
  item.dispersion = dispersion_of(index, sides, key, by_side[key], total[key]);
  return sides.articles[key] < 2 || item.dispersion >= options.least_dispersion;
}

void count_in(std::vector<Counts>& counts, uint32_t document) {
  if (counts.empty() || counts.back().document != document) counts.push_back({document, 0});
  ++counts.back().count;
}

void weigh_words(const Lexicon& lexicon, const Index& index, const Sides& sides, const KeynessOptions& options,
                 std::vector<KeyItem>& items) {
  std::vector<std::pair<uint32_t, TypeId>> types;  // by lemma
  for (TypeId type = 0; type < index.type_count(); ++type)
    if (index.count(type) > 0) types.emplace_back(lexicon.lemma_id(type), type);
  std::sort(types.begin(), types.end());
  std::vector<uint32_t> places;
  std::vector<Counts> counts;
  for (size_t i = 0; i < types.size();) {
    size_t end = i;
    places.clear();
    std::array<uint32_t, 18> tags{};
    for (; end < types.size() && types[end].first == types[i].first; ++end) {
      const TypeId type = types[end].second;
      places.insert(places.end(), index.begin_of(type), index.end_of(type));
      tags[static_cast<size_t>(lexicon.tag(type))] += index.count(type);
    }
    const std::string_view word = lexicon.string(types[i].first);
    i = end;
    if (places.size() < options.least_count || (!options.function_words && is_function_word(word))) continue;
    std::sort(places.begin(), places.end());
    counts.clear();
    for (const uint32_t place : places) {
      const uint32_t document = index.document_of(place);
      if (sides.of[document] != Side::kNone) count_in(counts, document);
    }
    KeyItem item;
    if (!weigh(index, sides, options, counts, item)) continue;
    item.words = word;
    item.tag = static_cast<Upos>(std::max_element(tags.begin(), tags.end()) - tags.begin());
    items.push_back(std::move(item));
  }
}

uint64_t mixed(uint64_t hash, std::string_view word) {
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return (hash ^ 0x20) * 0x100000001b3u;
}

struct PhrasePlace {
  uint64_t hash = 0;
  uint32_t document = 0;
  uint32_t first = 0;
  uint32_t length = 0;
};

std::vector<PhrasePlace> phrase_places(const Lexicon& lexicon, const Index& index, const Sides& sides) {
  std::vector<bool> function(lexicon.string_count());
  for (uint32_t id = 0; id < function.size(); ++id) function[id] = is_function_word(lexicon.string(id));
  std::vector<PhrasePlace> places;
  for (uint32_t document = 0; document < index.documents().size(); ++document) {
    if (sides.of[document] == Side::kNone) continue;
    const PackedWords& words = *index.documents()[document].words;
    for (uint32_t begin = 0; begin < words.size();) {
      const uint32_t end = words.paragraph(begin).end;
      for (uint32_t first = begin; first < end; ++first) {
        if (function[lexicon.form_id(words.types[first])]) continue;
        uint64_t hash = mixed(0xcbf29ce484222325u, lexicon.form(words.types[first]));
        for (uint32_t length = 2; length <= kLongestPhrase && first + length <= end; ++length) {
          const TypeId last = words.types[first + length - 1];
          hash = mixed(hash, lexicon.form(last));
          if (!function[lexicon.form_id(last)]) places.push_back({hash, document, first, length});
        }
      }
      begin = end;
    }
  }
  return places;
}

void weigh_phrases(const Lexicon& lexicon, const Index& index, const Sides& sides, const KeynessOptions& options,
                   std::vector<KeyItem>& items) {
  std::vector<PhrasePlace> places = phrase_places(lexicon, index, sides);
  std::sort(places.begin(), places.end(), [](const PhrasePlace& a, const PhrasePlace& b) {
    if (a.hash != b.hash) return a.hash < b.hash;
    return a.document != b.document ? a.document < b.document : a.first < b.first;
  });
  std::vector<Counts> counts;
  for (size_t i = 0; i < places.size();) {
    size_t end = i;
    counts.clear();
    for (; end < places.size() && places[end].hash == places[i].hash; ++end) count_in(counts, places[end].document);
    const PhrasePlace first = places[i];
    const bool frequent = end - i >= options.least_count;
    i = end;
    KeyItem item;
    if (!frequent || !weigh(index, sides, options, counts, item)) continue;
    item.phrase = true;
    const PackedWords& words = *index.documents()[first.document].words;
    for (uint32_t word = 0; word < first.length; ++word) {
      const std::string_view form = lexicon.form(words.types[first.first + word]);
      if (word > 0 && form != "'s") item.words += ' ';
      item.words += form;
    }
    items.push_back(std::move(item));
  }
}

}  // namespace

Keyness keyness(const Lexicon& lexicon, const Index& index, const std::vector<Side>& given,
                const KeynessOptions& options) {
  std::vector<Side> padded = given;
  padded.resize(index.documents().size(), Side::kNone);
  Sides sides{padded};
  for (size_t i = 0; i < padded.size(); ++i) {
    if (padded[i] == Side::kNone) continue;
    const size_t side = padded[i] == Side::kA ? 0 : 1;
    const auto size = static_cast<uint32_t>(index.documents()[i].words->size());
    sides.words[side] += size;
    sides.least[side] = sides.articles[side] == 0 ? size : std::min(sides.least[side], size);
    ++sides.articles[side];
  }
  Keyness out;
  out.words_a = sides.words[0];
  out.words_b = sides.words[1];
  out.articles_a = sides.articles[0];
  out.articles_b = sides.articles[1];
  if (out.words_a == 0 || out.words_b == 0) return out;
  weigh_words(lexicon, index, sides, options, out.items);
  if (options.phrases) weigh_phrases(lexicon, index, sides, options, out.items);
  std::sort(out.items.begin(), out.items.end(), [](const KeyItem& a, const KeyItem& b) {
    if ((a.log_ratio > 0) != (b.log_ratio > 0)) return a.log_ratio > 0;
    return a.log_likelihood != b.log_likelihood ? a.log_likelihood > b.log_likelihood : a.words < b.words;
  });
  return out;
}

}  // namespace readout::search
