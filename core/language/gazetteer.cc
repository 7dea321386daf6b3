#include "language/gazetteer.h"

#include <iterator>

#include "language/tokenizer.h"
#include "language/words.h"
#include "text/lexicon.h"

namespace readout {

namespace {

struct Source {
  std::string_view section;
  std::string_view kind;  // second column; empty: any
  uint32_t flags;
};

constexpr Source kSources[] = {
    {"lexicon/places", "country", kKnownCountry},
    {"lexicon/places", "capital", kKnownCapital},
    {"lexicon/places", "city", kKnownCity},
    {"lexicon/places", "region", kKnownRegion},
    {"lexicon/places", "town", kKnownTown},
    {"lexicon/nationalities", "", kKnownNationality},
    {"lexicon/given_names", "", kKnownFirstName},
    {"lexicon/surnames", "", kKnownSurname},
    {"lexicon/organisations", "", kKnownOrganisation},
    {"lexicon/titles", "honorific", kKnownHonorific},
    {"lexicon/titles", "office", kKnownOffice},
    {"lexicon/name_words", "organisation", kOrganisationWord},
    {"lexicon/name_words", "place", kPlaceWord},
    {"lexicon/name_words", "common", kKnownCommon},
};

}  // namespace

Gazetteer Gazetteer::build(const Bundle& bundle) {
  Gazetteer gazetteer;
  const Source* source = std::begin(kSources);
  while (source != std::end(kSources)) {
    const Source* first = source;  // of those of one section
    while (source != std::end(kSources) && source->section == first->section) ++source;
    for (LexiconReader reader(bundle.section(first->section)); reader.next_row();) {
      const std::string_view phrase = reader.next_field();
      const std::string_view kind = reader.next_field();
      for (const Source* one = first; one != source; ++one)
        if (one->kind.empty() || one->kind == kind) gazetteer.add(phrase, one->flags);
    }
  }
  gazetteer.seal();
  return gazetteer;
}

void Gazetteer::add(std::string_view phrase, uint32_t flags) {
  PhraseHash hash;
  if (is_plain_word(phrase)) {
    hash.add(form_of(phrase));
  } else {
    std::vector<Span> words;
    tokenize(phrase, {0, static_cast<uint32_t>(phrase.size())}, words);
    if (words.empty()) return;
    for (size_t i = 0; i < words.size(); ++i) {
      if (i > 0) entries_.push_back({hash.value(), kGoesOn});
      hash.add(form_of(words_of(phrase, words[i])));
    }
  }
  entries_.push_back({hash.value(), flags});
}

void Gazetteer::seal() {
  size_t size = 16;
  while (size < entries_.size() + entries_.size() / 4) size *= 2;
  table_.assign(size, {});
  for (const Entry& entry : entries_) {
    const uint32_t high = high_of(entry.key);
    size_t at = entry.key & (size - 1);
    while (table_[at].flags != 0 && table_[at].high != high) at = (at + 1) & (size - 1);
    table_[at].high = high;
    table_[at].flags |= entry.flags;
  }
  entries_.clear();
  entries_.shrink_to_fit();
}

KnownPhrase Gazetteer::look_up(const PhraseHash& phrase) const {
  if (table_.empty()) return {};
  const size_t mask = table_.size() - 1;
  const uint32_t high = high_of(phrase.value());
  for (size_t at = phrase.value() & mask; table_[at].flags != 0; at = (at + 1) & mask)
    if (table_[at].high == high) return {table_[at].flags & ~kGoesOn, (table_[at].flags & kGoesOn) != 0};
  return {};
}

}  // namespace readout
