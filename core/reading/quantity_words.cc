#include "reading/quantity_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/lexicon.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace readout {

namespace {

// Decimal digits only; false for anything else. Values of the lexicons are small.
bool read_integer(std::string_view digits, uint64_t& value) {
  if (digits.empty() || digits.size() > 18) return false;
  value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + static_cast<uint64_t>(c - '0');
  }
  return true;
}

TimeUnit unit_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, TimeUnit>, 15> kUnits{{{"second", TimeUnit::kSecond},
                                                                          {"minute", TimeUnit::kMinute},
                                                                          {"hour", TimeUnit::kHour},
                                                                          {"night", TimeUnit::kNight},
                                                                          {"day", TimeUnit::kDay},
                                                                          {"weekend", TimeUnit::kWeekend},
                                                                          {"week", TimeUnit::kWeek},
                                                                          {"fortnight", TimeUnit::kFortnight},
                                                                          {"month", TimeUnit::kMonth},
                                                                          {"quarter", TimeUnit::kQuarter},
                                                                          {"season", TimeUnit::kSeason},
                                                                          {"year", TimeUnit::kYear},
                                                                          {"decade", TimeUnit::kDecade},
                                                                          {"century", TimeUnit::kCentury},
                                                                          {"millennium", TimeUnit::kMillennium}}};
  for (const auto& [key, unit] : kUnits) {
    if (key == name) return unit;
  }
  return TimeUnit::kNone;
}

}  // namespace

std::vector<PhrasePart> split_phrase(std::string_view phrase) {
  std::vector<PhrasePart> parts;
  bool tight = false;
  for (size_t at = 0; at < phrase.size();) {
    const auto c = utf8::decode(phrase, at);
    if (c.value == ' ') {
      tight = false;
      at += c.size;
      continue;
    }
    size_t end = at + c.size;
    const bool letters = unicode::is_letter(c.value);
    const bool digits = c.value >= '0' && c.value <= '9';
    while (end < phrase.size() && (letters || digits)) {
      const auto next = utf8::decode(phrase, end);
      if (letters ? !unicode::is_letter(next.value) : !(next.value >= '0' && next.value <= '9')) break;
      end += next.size;
    }
    parts.push_back({std::string(phrase.substr(at, end - at)), tight});
    tight = true;
    at = end;
  }
  return parts;
}

const Dollars* QuantityWords::dollars_of(std::string_view place) const {
  const auto found = dollars_.find(place);
  return found == dollars_.end() ? nullptr : &found->second;
}

const QuantityWord* QuantityWords::find(std::string_view low) const {
  const auto found = words_.find(low);
  return found == words_.end() ? nullptr : &found->second;
}

QuantityWord& QuantityWords::word(std::string_view low) { return words_[std::string(low)]; }

bool QuantityWords::add_phrases(const Bundle& bundle, std::string_view section, PhraseKind kind) {
  const std::string name = "lexicon/" + std::string(section);
  if (!bundle.has(name)) return false;
  const Lexicon rows(bundle.section(name));
  for (size_t i = 0; i < rows.size(); ++i) {
    auto parts = split_phrase(rows.at(i, 0));
    if (parts.empty()) return false;
    QuantityPhrase phrase;
    phrase.kind = kind;
    for (size_t column = 1; !rows.at(i, column).empty(); ++column) phrase.fields.emplace_back(rows.at(i, column));
    QuantityWord& first = word(parts.front().low);
    phrase.rest.assign(std::make_move_iterator(parts.begin() + 1), std::make_move_iterator(parts.end()));
    first.classes |= kPhraseStart;
    first.phrases.push_back(std::move(phrase));
  }
  return true;
}

bool QuantityWords::load(const Bundle& bundle) {
  bool ok = true;
  // Calls `add` for each row of the section with the row's word and its other columns.
  const auto each = [&](std::string_view section, auto add) {
    const std::string name = "lexicon/" + std::string(section);
    ok = ok && bundle.has(name);
    if (!ok) return;
    const Lexicon rows(bundle.section(name));
    for (size_t i = 0; i < rows.size() && ok; ++i) {
      ok = !rows.at(i, 0).empty() && add(word(rows.at(i, 0)), rows.at(i, 1), rows.at(i, 2));
    }
  };
  each("months", [](QuantityWord& word, std::string_view number, std::string_view form) {
    uint64_t value = 0;
    if (!read_integer(number, value) || value < 1 || value > 12) return false;
    word.month = static_cast<uint8_t>(value);
    word.classes |= form == "short" ? kMonthShort : kMonthName;
    return true;
  });
  each("weekdays", [](QuantityWord& word, std::string_view number, std::string_view form) {
    uint64_t value = 0;
    if (!read_integer(number, value) || value < 1 || value > 7) return false;
    word.weekday = static_cast<uint8_t>(value);
    word.classes |= form == "short" ? kWeekdayShort : form == "plural" ? kWeekdayPlural : kWeekdayName;
    return true;
  });
  each("seasons", [](QuantityWord& word, std::string_view code, std::string_view) {
    word.season = code;
    word.classes |= kSeasonName;
    return code.size() == 2;
  });
  each("time_units", [](QuantityWord& word, std::string_view unit, std::string_view form) {
    word.unit = unit_of(unit);
    word.classes |= kTimeUnit | (form == "plural" ? kTimeUnitPlural : 0u);
    return word.unit != TimeUnit::kNone;
  });
  each("day_parts", [](QuantityWord& word, std::string_view code, std::string_view form) {
    word.day_part = code;
    word.classes |= kDayPart | (form == "plural" ? kDayPartPlural : 0u);
    return code.size() == 2;
  });
  each("numerals", [](QuantityWord& word, std::string_view form, std::string_view number) {
    uint64_t value = 0;
    if (!read_integer(number, value)) return false;
    if (form == "suffix") {
      word.scale_suffix = static_cast<double>(value);
      word.classes |= kScaleSuffix;
      return true;
    }
    const uint32_t bit = form == "cardinal"   ? kCardinalWord
                         : form == "scale"    ? kScaleWord
                         : form == "ordinal"  ? kOrdinalWord
                         : form == "fraction" ? kFractionWord
                         : form == "vague"    ? kVagueNumber
                         : form == "scales"   ? kScalePlural
                                              : 0u;
    word.number = static_cast<double>(value);
    word.classes |= bit;
    return bit != 0;
  });
  each("past_verbs", [](QuantityWord& word, std::string_view, std::string_view) {
    word.classes |= kPastVerb;
    return true;
  });
  ok = ok && add_phrases(bundle, "date_words", PhraseKind::kDeictic) &&
       add_phrases(bundle, "holidays", PhraseKind::kHoliday) && add_phrases(bundle, "time_zones", PhraseKind::kZone) &&
       add_phrases(bundle, "currencies", PhraseKind::kCurrency) && add_phrases(bundle, "units", PhraseKind::kUnit) &&
       add_phrases(bundle, "hedges", PhraseKind::kHedge) && add_phrases(bundle, "figure_roles", PhraseKind::kRole);
  ok = ok && bundle.has("lexicon/dollar_places");
  if (ok) {
    const Lexicon rows(bundle.section("lexicon/dollar_places"));
    for (size_t i = 0; i < rows.size(); ++i) {
      dollars_[std::string(rows.at(i, 0))] = {std::string(rows.at(i, 1)), std::string(rows.at(i, 2))};
    }
  }
  // Longest first, so that the first that fits is the longest; rows of one length keep the file's order.
  for (auto& [key, entry] : words_) {
    std::stable_sort(entry.phrases.begin(), entry.phrases.end(),
                     [](const QuantityPhrase& a, const QuantityPhrase& b) { return a.rest.size() > b.rest.size(); });
  }
  return ok;
}

}  // namespace readout
