// Known names and the words that show what a name is: one look-up over all the lexicons that say so.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/bundle.h"

namespace readout {

// What a phrase is known as; a phrase may be several things.
enum GazetteerFlag : uint32_t {
  kKnownCountry = 1u << 0,
  kKnownCapital = 1u << 1,
  kKnownCity = 1u << 2,
  kKnownRegion = 1u << 3,  // states, provinces, continents, seas
  kKnownNationality = 1u << 4,
  kKnownFirstName = 1u << 5,
  kKnownSurname = 1u << 6,
  kKnownOrganisation = 1u << 7,
  kKnownHonorific = 1u << 8,  // Mr, Sheikh, General
  kKnownOffice = 1u << 9,     // president, foreign minister
  kOrganisationWord = 1u << 10,
  kPlaceWord = 1u << 11,
  kKnownCommon = 1u << 12,  // capitalised in English, yet no name of these kinds: months, days
  kKnownTown = 1u << 13,    // a place whose name tells less: it is small, and may be called as much else is
};
constexpr uint32_t kKnownPlace = kKnownCountry | kKnownCapital | kKnownCity | kKnownRegion | kKnownTown;

// What a look-up tells.
struct KnownPhrase {
  uint32_t flags = 0;    // 0: not known
  bool goes_on = false;  // longer phrases begin with it
};

// Key of a phrase: the WordFeatures::form of its words, added one by one.
class PhraseHash {
 public:
  void add(uint32_t form) { value_ = (value_ ^ form) * 0xD6E8FEB86659FD93ull + 1; }
  uint64_t value() const { return value_; }

 private:
  uint64_t value_ = 0x9E3779B97F4A7C15ull;
};

// Immutable after build.
class Gazetteer {
 public:
  // Reads the sections "lexicon/places", "lexicon/nationalities", "lexicon/given_names", "lexicon/surnames",
  // "lexicon/organisations", "lexicon/titles" and "lexicon/name_words"; each may be missing.
  static Gazetteer build(const Bundle& bundle);

  // Asks for the memory that look_up() of the phrase will read.
  void ask(const PhraseHash& phrase) const {
    if (!table_.empty()) __builtin_prefetch(&table_[phrase.value() & (table_.size() - 1)]);
  }
  // O(1).
  KnownPhrase look_up(const PhraseHash& phrase) const;
  uint32_t find(const PhraseHash& phrase) const { return look_up(phrase).flags; }

 private:
  void add(std::string_view phrase, uint32_t flags);
  void seal();

  static constexpr uint32_t kGoesOn = 1u << 31;  // beside the flags
  struct Entry {
    uint64_t key;
    uint32_t flags;
  };
  std::vector<Entry> entries_;  // until seal()
  // A phrase's place is by the low bits of its key, and it is known by the high ones: together as good as the form of a
  // word, of which the key is made, and half as long.
  struct Slot {
    uint32_t high = 0;
    uint32_t flags = 0;  // 0: free
  };
  static uint32_t high_of(uint64_t key) { return static_cast<uint32_t>(key >> 32); }
  std::vector<Slot> table_;  // open addressing, a power of two
};

}  // namespace readout
