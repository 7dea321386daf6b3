// The grammar of English temporal expressions: which words form one, and what they say before anything is anchored.
// Hand-written recursive descent over lexemes; every rule reads a bounded number of them, so that finding all
// expressions of a text is linear.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/lexemes.h"
#include "reading/values.h"

namespace readout::dates {

enum class Form : uint8_t {
  kCalendar,   // fields of the calendar, some of them perhaps missing
  kDay,        // days from the day of the telling: yesterday -1
  kUnit,       // this, last, next, that ... unit of time
  kOffset,     // so many units before or after
  kDuration,   // a length of time
  kSet,        // a recurring time
  kReference,  // PRESENT_REF, PAST_REF, FUTURE_REF
  kHoliday,    // a day known by a name
  kNumbered    // the n-th (-1: last) unit of `base`
};

enum class Relation : uint8_t { kNone, kThis, kLast, kNext, kPrevious, kFollowing, kThat, kPast, kComing };

// What an expression says. Numbers are 0 or negative where it says nothing.
struct When {
  Form form = Form::kCalendar;
  Relation relation = Relation::kNone;
  int year = 0;
  int decade = -1;   // 198: the 1980s
  int century = -1;  // 19: the 20th century
  int month = 0;
  int day = 0;
  int weekday = 0;
  int quarter = 0;
  int half = 0;
  std::string_view season;
  bool week_of = false;         // "the week of March 6"
  bool year_short = false;      // the year was written with two digits
  bool doubtful_order = false;  // 3/4/2020: day and month may be the other way round
  // The year of a part of it: "June last year", "this year's third quarter".
  Relation year_relation = Relation::kNone;
  TimeUnit unit = TimeUnit::kNone;
  double count = 0;           // of units; negative: vague, TIMEX3's X
  int direction = 0;          // kOffset: -1 before, +1 after
  bool from_telling = false;  // kOffset: "ago", "from now"; else from the date last spoken of
  int days = 0;               // kDay
  int hour = -1;
  int minute = -1;
  int second = -1;
  std::string_view part;  // MO AF EV NI MI
  std::string value;      // kSet, kReference, compound kDuration: the TIMEX3 value itself
  std::string mod;        // TIMEX3 mod
  const QuantityPhrase* holiday = nullptr;
  bool comparison = false;           // "a year earlier", "year-ago": of the same kind as the period spoken of
  bool ahead_if_future = false;      // "in two weeks": from the telling where the sentence looks ahead
  TimeUnit grain = TimeUnit::kNone;  // kOffset: the unit that the result is given in
  std::vector<When> base;            // kOffset: at most one, what is counted from ("two weeks before Christmas")

  bool has_clock() const { return hour >= 0 || !part.empty(); }
};

struct Match {
  size_t first = 0;  // lexemes [first, end)
  size_t end = 0;
  When when;
  DateType type = DateType::kDate;
};

class Grammar {
 public:
  explicit Grammar(const Lexemes& lexemes) : l(lexemes) {}

  // The longest expression that begins at lexeme `i`.
  std::optional<Match> expression(size_t i) const;

  using Found = std::optional<Match>;

 private:
  // dates_grammar.cc: expressions with what stands before and behind them
  Found modified(size_t i) const;
  Found plain(size_t i) const;
  Found approximated(size_t i) const;
  Found with_tail(Match match) const;
  Found day_of_telling(size_t i) const;
  Found holiday(size_t i) const;

  // dates_grammar_calendar.cc: months, days, weekdays, years
  Found numeric(size_t i) const;
  Found month_first(size_t i) const;
  Found day_first(size_t i) const;
  Found weekday(size_t i) const;
  Found year(size_t i) const;
  Found bare_year(size_t i) const;
  Found decade(size_t i) const;
  Found century(size_t i) const;
  // A year that begins at `i`, as digits, words or '97; `end` is set.
  int year_number(size_t i, size_t& end) const;
  bool year_context(size_t i, size_t end) const;
  int month_at(size_t i, size_t& end) const;
  int weekday_at(size_t i, size_t& end) const;
  int day_number(size_t i, size_t& end) const;

  // dates_grammar_periods.cc: quarters, seasons, units, durations, sets
  Found quarter(size_t i) const;
  Found season(size_t i) const;
  Found related_unit(size_t i) const;
  Found counted(size_t i) const;
  Found duration(size_t i) const;
  Found recurring(size_t i) const;
  Found comparison(size_t i) const;
  Found numbered_unit(size_t i) const;
  bool is_rate(const Match& match) const;
  bool year_of(size_t i, Match& match) const;
  Relation relation_at(size_t i, size_t& end) const;

  // dates_grammar_clock.cc: times of day
  Found clock_time(size_t i) const;
  Found clock(size_t i) const;
  Found clock_in_words(size_t i) const;
  void with_half_day(Match& time) const;
  Found part_of_day(size_t i) const;

  const Lexemes& l;
};

}  // namespace readout::dates
