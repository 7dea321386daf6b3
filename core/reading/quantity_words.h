// The word lists of dates and figures as one table, so that the scanner looks every word up once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/bundle.h"

namespace readout {

// What a single word can be; a word may be several ("second", "may", "quarter").
enum WordClass : uint32_t {
  kCardinalWord = 1u << 0,  // zero ... ninety, hundred
  kScaleWord = 1u << 1,     // thousand ... trillion, lakh, crore, dozen
  kScaleSuffix = 1u << 2,   // bn, tn, m, k: only after digits
  kOrdinalWord = 1u << 3,   // first ... millionth
  kFractionWord = 1u << 4,  // half, quarter
  kMonthName = 1u << 5,
  kMonthShort = 1u << 6,
  kWeekdayName = 1u << 7,
  kWeekdayShort = 1u << 8,
  kWeekdayPlural = 1u << 9,
  kSeasonName = 1u << 10,
  kTimeUnit = 1u << 11,
  kTimeUnitPlural = 1u << 12,
  kDayPart = 1u << 13,
  kDayPartPlural = 1u << 14,
  kPhraseStart = 1u << 15,  // a phrase of some kind begins with it
  kPastVerb = 1u << 16,     // an irregular past form
  kVagueNumber = 1u << 17,  // several, few, many
  kScalePlural = 1u << 18,  // dozens, millions
};

// Units of time, in order of length. kWeekend and kNight count as days where they are counted.
enum class TimeUnit : uint8_t {
  kNone,
  kSecond,
  kMinute,
  kHour,
  kNight,
  kDay,
  kWeekend,
  kWeek,
  kFortnight,
  kMonth,
  kQuarter,
  kSeason,
  kYear,
  kDecade,
  kCentury,
  kMillennium
};

enum class PhraseKind : uint8_t { kHoliday, kDeictic, kZone, kCurrency, kUnit, kHedge, kRole };

// One lexeme of a phrase; `tight` where it touches the one before it.
struct PhrasePart {
  std::string low;
  bool tight = false;
};

// A phrase cut as the scanner (reading/lexemes.h) cuts text.
std::vector<PhrasePart> split_phrase(std::string_view phrase);

// One row of a phrase lexicon. `rest` are the lexemes after the first; `fields` the row's other columns.
struct QuantityPhrase {
  PhraseKind kind = PhraseKind::kHoliday;
  std::vector<PhrasePart> rest;
  std::vector<std::string> fields;
};

struct QuantityWord {
  uint32_t classes = 0;
  double number = 0;        // cardinal, scale, ordinal, or what a fraction divides by
  double scale_suffix = 0;  // what a suffix multiplies by
  uint8_t month = 0;        // 1..12
  uint8_t weekday = 0;      // 1 (Monday) .. 7
  TimeUnit unit = TimeUnit::kNone;
  std::string season;                   // SP SU FA WI
  std::string day_part;                 // MO MI AF EV NI DT
  std::vector<QuantityPhrase> phrases;  // longest first
};

// The dollars that "$" alone stands for in some place.
struct Dollars {
  std::string code;  // ISO 4217
  std::string name;  // "Canadian dollars"
};

class QuantityWords {
 public:
  QuantityWords() = default;
  // Reads the sections that it needs; false where one is missing or a row is malformed.
  bool load(const Bundle& bundle);

  // Null for a word in no list. `low` is in lower case.
  const QuantityWord* find(std::string_view low) const;

  // Null where "$" means US dollars, and for a place in no list. `place` is in lower case.
  const Dollars* dollars_of(std::string_view place) const;

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };
  QuantityWord& word(std::string_view low);
  bool add_phrases(const Bundle& bundle, std::string_view section, PhraseKind kind);

  std::unordered_map<std::string, QuantityWord, Hash, std::equal_to<>> words_;
  std::unordered_map<std::string, Dollars, Hash, std::equal_to<>> dollars_;
};

}  // namespace readout
