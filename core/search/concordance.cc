#include "search/concordance.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "text/unicode.h"
#include "text/utf8.h"

namespace readout::search {
namespace {

using TypeSet = std::vector<bool>;

bool has_space(std::string_view gap) {
  for (size_t at = 0; at < gap.size();) {
    const auto c = utf8::decode(gap, at);
    if (unicode::is_space(c.value)) return true;
    at += c.size;
  }
  return false;
}

bool holds(const Pattern& pattern, const Lexicon& lexicon, TypeId type) {
  if (pattern.of == Pattern::Of::kTag) return lexicon.tag(type) == pattern.tag;
  const std::string_view word = pattern.of == Pattern::Of::kLemma ? lexicon.lemma(type) : lexicon.form(type);
  return pattern.wild ? fits_wildcard(word, pattern.text) : word == pattern.text;
}

TypeSet types_of(const Step& step, const Lexicon& lexicon, size_t count) {
  TypeSet set(count, true);
  for (TypeId type = 0; type < count; ++type) {
    for (const auto& group : step.groups) {
      const bool any = std::any_of(group.begin(), group.end(),
                                   [&](const Pattern& pattern) { return holds(pattern, lexicon, type); });
      if (!any) {
        set[type] = false;
        break;
      }
    }
  }
  return set;
}

// A mention of an entity as words of its document.
struct Place {
  uint32_t document = 0;
  uint32_t first = 0;
  uint32_t last = 0;
  friend bool operator<(const Place& a, const Place& b) {
    return std::pair(a.document, a.first) < std::pair(b.document, b.first);
  }
};

std::vector<Place> words_under(const Index& index, const std::vector<std::pair<uint32_t, Span>>& spans) {
  std::vector<Place> places;
  for (const auto& [document, span] : spans) {
    if (document >= index.documents().size() || span.empty()) continue;
    const PackedWords& words = *index.documents()[document].words;
    const uint32_t first = words.word_at(span.begin);
    const uint32_t last = words.word_at(span.end);
    if (first < last) places.push_back({document, first, last});
  }
  std::sort(places.begin(), places.end());
  return places;
}

// One phrase ready to be looked for.
class Phrase {
 public:
  Phrase(const Lexicon& lexicon, const Index& index, const std::vector<Step>& steps, const EntityPlaces& entities)
      : index_(index), steps_(steps), types_(steps.size()), places_(steps.size()) {
    for (size_t i = 0; i < steps.size(); ++i) {
      if (!steps[i].entity.empty()) {
        places_[i] = words_under(index, entities.places_of(steps[i].entity));
      } else if (!steps[i].groups.empty()) {
        types_[i] = types_of(steps[i], lexicon, index.type_count());
      }
    }
  }

  std::vector<Hit> find(const std::vector<bool>& scope) const {
    std::vector<Hit> hits;
    const auto look = [&](uint32_t document, uint32_t first) {
      if (!scope[document]) return;
      const uint32_t last = end_of(document, first);
      if (last == 0) return;
      const PackedWords& words = *index_.documents()[document].words;
      hits.push_back({document, {words.begins[first], words.span(last - 1).end}, first, last});
    };
    if (!steps_[0].entity.empty()) {
      for (const Place& place : places_[0]) look(place.document, place.first);
    } else {
      const size_t anchor = rarest();
      for (TypeId type = 0; type < index_.type_count(); ++type) {
        if (!types_[anchor].empty() && !types_[anchor][type]) continue;
        for (const uint32_t* at = index_.begin_of(type); at != index_.end_of(type); ++at) {
          const uint32_t document = index_.document_of(*at);
          const uint32_t word = *at - index_.start_of(document);
          if (word >= anchor) look(document, word - static_cast<uint32_t>(anchor));
        }
      }
    }
    std::sort(hits.begin(), hits.end());
    return hits;
  }

 private:
  // Of the words at a fixed distance from the phrase's beginning, the one with the fewest places.
  size_t rarest() const {
    size_t best = 0;
    uint64_t fewest = UINT64_MAX;
    for (size_t i = 0; i < steps_.size() && !steps_[i].gap && steps_[i].entity.empty(); ++i) {
      if (steps_[i].groups.empty()) continue;
      uint64_t count = 0;
      for (TypeId type = 0; type < index_.type_count(); ++type)
        if (types_[i][type]) count += index_.count(type);
      if (count < fewest) {
        fewest = count;
        best = i;
      }
    }
    return best;
  }

  // Past the last word of the shortest match that begins at the word; 0 where none does.
  uint32_t end_of(uint32_t document, uint32_t first) const {
    const Document& in = index_.documents()[document];
    const uint32_t end = in.words->paragraph(first).end;
    std::vector<uint32_t> reached{first};  // words that the next step may begin at, ascending
    std::vector<uint32_t> next;
    for (size_t i = 0; i < steps_.size(); ++i) {
      next.clear();
      for (const uint32_t word : reached) {
        if (steps_[i].gap) {
          for (uint32_t skipped = 0; skipped <= kLongestGap && word + skipped <= end; ++skipped)
            next.push_back(word + skipped);
        } else if (const uint32_t past = step_end(in, document, i, word, end); past != 0) {
          next.push_back(past);
        }
      }
      if (next.empty()) return 0;
      std::sort(next.begin(), next.end());
      next.erase(std::unique(next.begin(), next.end()), next.end());
      std::swap(reached, next);
    }
    return reached.front() > first ? reached.front() : 0;
  }

  uint32_t step_end(const Document& in, uint32_t document, size_t i, uint32_t word, uint32_t end) const {
    if (word >= end) return 0;
    const PackedWords& words = *in.words;
    if (steps_[i].tight && word > 0) {
      const uint32_t before = words.span(word - 1).end;
      if (has_space(in.text.substr(before, words.begins[word] - before))) return 0;
    }
    if (!steps_[i].entity.empty()) {
      const auto place = std::lower_bound(places_[i].begin(), places_[i].end(), Place{document, word, 0});
      const bool here = place != places_[i].end() && place->document == document && place->first == word;
      return here && place->last <= end ? place->last : 0;
    }
    return types_[i].empty() || types_[i][words.types[word]] ? word + 1 : 0;
  }

  const Index& index_;
  const std::vector<Step>& steps_;
  std::vector<TypeSet> types_;              // by step; empty: any word
  std::vector<std::vector<Place>> places_;  // by step, of entities
};

std::vector<Hit> find_regex(const Index& index, const Regex& regex, const std::vector<bool>& scope, uint64_t& steps,
                            uint32_t& looked_through) {
  std::vector<Hit> hits;
  looked_through = 0;
  for (uint32_t document = 0; document < index.documents().size(); ++document) {
    if (!scope[document]) continue;
    const Document& in = index.documents()[document];
    for (uint32_t word = 0; word < in.words->size();) {
      const Span paragraph = in.words->paragraph(word);
      const Span lines = lines_of(in, paragraph);
      uint32_t from = lines.begin;
      while (const auto match = regex.find(in.text, lines, from, steps)) {
        hits.push_back({document, *match, in.words->word_at(match->begin), in.words->word_at(match->end)});
        hits.back().last = std::max(hits.back().first, hits.back().last);
        from = match->end;
      }
      if (steps == 0) return hits;
      word = paragraph.end;
    }
    ++looked_through;
  }
  return hits;
}

std::vector<bool> documents_of(const std::vector<Hit>& hits, size_t count) {
  std::vector<bool> out(count, false);
  for (const Hit& hit : hits) out[hit.document] = true;
  return out;
}

constexpr uint32_t kSortWords = 6;

}  // namespace

Found find(const Lexicon& lexicon, const Index& index, const Query& query, const EntityPlaces& entities,
           const std::vector<bool>& scope, uint64_t steps) {
  Found found;
  const size_t count = index.documents().size();
  std::vector<bool> kept = scope;
  kept.resize(count, false);
  found.looked_through = static_cast<uint32_t>(std::count(kept.begin(), kept.end(), true));
  if (index.word_count() == 0 || query.terms.empty()) return found;
  // What is not to be there comes first, then each term narrows down where the next is looked for.
  for (const bool excluding : {true, false}) {
    for (const Term& term : query.terms) {
      if (term.excluded != excluding) continue;
      uint32_t looked_through = found.looked_through;
      std::vector<Hit> hits = term.regex ? find_regex(index, *term.regex, kept, steps, looked_through)
                                         : Phrase(lexicon, index, term.steps, entities).find(kept);
      if (term.regex && steps == 0) {
        found.stopped = true;
        found.looked_through = std::min(found.looked_through, looked_through);
      }
      const std::vector<bool> with = documents_of(hits, count);
      for (size_t i = 0; i < count; ++i) kept[i] = kept[i] && with[i] != excluding;
      if (!excluding) found.hits.insert(found.hits.end(), hits.begin(), hits.end());
    }
  }
  found.hits.erase(
      std::remove_if(found.hits.begin(), found.hits.end(), [&](const Hit& hit) { return !kept[hit.document]; }),
      found.hits.end());
  // Of places that begin together the longest stays.
  std::sort(found.hits.begin(), found.hits.end(), [](const Hit& a, const Hit& b) {
    if (a.document != b.document) return a.document < b.document;
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  found.hits.erase(
      std::unique(found.hits.begin(), found.hits.end(),
                  [](const Hit& a, const Hit& b) { return a.document == b.document && a.span.begin == b.span.begin; }),
      found.hits.end());
  const std::vector<bool> with = documents_of(found.hits, count);
  found.documents = static_cast<uint32_t>(std::count(with.begin(), with.end(), true));
  return found;
}

std::vector<uint32_t> form_ranks(const Lexicon& lexicon) {
  std::vector<TypeId> order(lexicon.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](TypeId a, TypeId b) { return lexicon.form(a) < lexicon.form(b); });
  std::vector<uint32_t> ranks(lexicon.size());
  uint32_t rank = 1;  // 0 stands for no word
  for (size_t i = 0; i < order.size(); ++i) {
    if (i > 0 && lexicon.form(order[i - 1]) != lexicon.form(order[i])) ++rank;
    ranks[order[i]] = rank;
  }
  return ranks;
}

void sort_hits(std::vector<Hit>& hits, Order order, const Index& index, const std::vector<uint32_t>& ranks) {
  if (order == Order::kText) return;
  struct Keyed {
    std::array<uint32_t, kSortWords> key{};
    Hit hit;
  };
  std::vector<Keyed> keyed;
  keyed.reserve(hits.size());
  for (const Hit& hit : hits) {
    Keyed one{{}, hit};
    const PackedWords& words = *index.documents()[hit.document].words;
    const uint32_t near =
        std::min<uint32_t>(hit.first, static_cast<uint32_t>(words.size()) - (words.size() > 0 ? 1 : 0));
    const Span paragraph = words.paragraph(near);
    for (uint32_t i = 0; i < kSortWords; ++i) {
      int64_t word = order == Order::kLeft ? int64_t{hit.first} - 1 - i : int64_t{hit.first} + i;
      if (order == Order::kRight) word = int64_t{hit.last} + i;
      const bool inside =
          word >= paragraph.begin && word < paragraph.end && (order != Order::kMatch || word < hit.last);
      if (inside) one.key[i] = ranks[words.types[static_cast<size_t>(word)]];
    }
    keyed.push_back(one);
  }
  std::stable_sort(keyed.begin(), keyed.end(), [](const Keyed& a, const Keyed& b) { return a.key < b.key; });
  for (size_t i = 0; i < hits.size(); ++i) hits[i] = keyed[i].hit;
}

}  // namespace readout::search
