// Months, days and weekdays.
#include <array>

#include "reading/dates_calendar.h"
#include "reading/dates_grammar.h"
#include "reading/dates_neighbours.h"
#include "reading/numerals.h"

namespace readout::dates {

int Grammar::month_at(size_t i, size_t& end) const {
  const uint32_t classes = l.classes(i);
  if ((classes & (kMonthName | kMonthShort)) == 0) return 0;
  end = i + 1;
  if ((classes & kMonthShort) != 0 && l.symbol(end, '.') && l.tight(end)) ++end;
  return l[i].word->month;
}

int Grammar::weekday_at(size_t i, size_t& end) const {
  const uint32_t classes = l.classes(i);
  if ((classes & (kWeekdayName | kWeekdayShort)) == 0) return 0;
  end = i + 1;
  if ((classes & kWeekdayShort) != 0) {
    if (!l[i].capital) return 0;
    if (l.symbol(end, '.') && l.tight(end)) ++end;
    // "Sun" and "Sat" are words and names: an abbreviation counts only beside a date.
    size_t at = l.symbol(end, ',') ? end + 1 : end;
    size_t behind = 0;
    const bool dated =
        l.joined(at) && ((l.classes(at) & (kMonthName | kMonthShort)) != 0 || day_number(at, behind) > 0);
    if (!dated) return 0;
  }
  return l[i].word->weekday;
}

int Grammar::day_number(size_t i, size_t& end) const {
  if (l.digits(i)) {
    if (l[i].low.size() > 2 || l[i].number < 1 || l[i].number > 31) return 0;
    end = i + 1;
    if (l.tight(end) && l.word(end)) {
      if (!(l.is(end, "st") || l.is(end, "nd") || l.is(end, "rd") || l.is(end, "th"))) return 0;
      ++end;
    }
    if (l.tight(end) && (l.symbol(end, ':') || l.symbol(end, '.') || l.symbol(end, ',')) && l.digits(end + 1) &&
        l.tight(end + 1)) {
      return 0;
    }
    return counts_something(l, end) ? 0 : static_cast<int>(l[i].number);
  }
  if (!l.word(i) || (l.classes(i) & (kOrdinalWord | kCardinalWord)) == 0) return 0;
  const auto number = numerals::ordinal(l, i);
  if (!number || number->value > 31 || (l.classes(number->end) & kTimeUnit) != 0) return 0;
  end = number->end;
  return static_cast<int>(number->value);
}

Grammar::Found Grammar::numeric(size_t i) const {
  if (!l.digits(i)) return std::nullopt;
  if (l[i].low.size() == 4 && (l.symbol(i + 1, '-') || l.symbol(i + 1, '/')) && l.tight(i + 1) && l.tight(i + 2) &&
      l.word(i + 2)) {
    // "2019-Aug-01"
    size_t end = 0;
    const int month = month_at(i + 2, end);
    if (month > 0 && end == i + 3 && l[i + 3].symbol == l[i + 1].symbol && l.tight(i + 3) && l.digits(i + 4) &&
        l.tight(i + 4) && l[i].number >= 1000 && l[i].number < 2200 &&
        calendar::valid(static_cast<int>(l[i].number), month,
                        static_cast<int>(std::min<uint64_t>(l[i + 4].number, 99)))) {
      Match out{i, i + 5, {}, DateType::kDate};
      out.when.year = static_cast<int>(l[i].number);
      out.when.month = month;
      out.when.day = static_cast<int>(l[i + 4].number);
      return out;
    }
  }
  const char32_t mark = i + 1 < l.size() ? l[i + 1].symbol : 0;
  if ((mark != '-' && mark != '/' && mark != '.' && mark != kDash) || !l.tight(i + 1) || !l.digits(i + 2) ||
      !l.tight(i + 2)) {
    return std::nullopt;
  }
  const uint64_t a = l[i].number;
  const uint64_t b = l[i + 2].number;
  const size_t a_size = l[i].low.size();
  const size_t b_size = l[i + 2].low.size();
  const bool third = l.symbol(i + 3, mark) && l.tight(i + 3) && l.digits(i + 4) && l.tight(i + 4);
  Match out{i, i + 5, {}, DateType::kDate};
  When& when = out.when;
  if (!third) {
    // "1995-01"; other pairs are scores, fractions, ranges.
    if (mark != '-' || a_size != 4 || b_size != 2 || a < 1900 || a > 2100 || b < 1 || b > 9) return std::nullopt;
    out.end = i + 3;
    if (!stands_free(l, i, out.end) || l.dash(out.end)) return std::nullopt;
    when.year = static_cast<int>(a);
    when.month = static_cast<int>(b);
    return out;
  }
  const uint64_t c = l[i + 4].number;
  const size_t c_size = l[i + 4].low.size();
  // A "T" and a clock time may touch an ISO date.
  const bool stamp = l.is(i + 5, "t") && l.tight(i + 5);
  if (!stamp && !stands_free(l, i, out.end)) return std::nullopt;
  if (l.symbol(out.end, mark) && l.tight(out.end) && l.digits(out.end + 1)) return std::nullopt;
  if (a > 9999 || b > 99 || c > 9999) return std::nullopt;
  const int x = static_cast<int>(a);
  const int y = static_cast<int>(b);
  const int z = static_cast<int>(c);
  if (a_size == 4 && c_size <= 2) {
    if (a < 1000 || !calendar::valid(x, y, z)) return std::nullopt;
    when.year = x;
    when.month = y;
    when.day = z;
    return out;
  }
  if (a_size > 2 || (c_size != 4 && c_size != 2)) return std::nullopt;
  if (c_size == 2 && (mark != '/' || b_size != 2)) return std::nullopt;
  const int year = c_size == 4 ? z : z < 40 ? 2000 + z : 1900 + z;
  if (year < 1000 || year > 2199) return std::nullopt;
  const bool american = calendar::valid(year, x, y);
  const bool british = calendar::valid(year, y, x);
  if (!american && !british) return std::nullopt;
  const bool day_leads = !american || (british && mark == '.');
  when.year = year;
  when.month = day_leads ? y : x;
  when.day = day_leads ? x : y;
  when.doubtful_order = american && british && x != y;
  return out;
}

Grammar::Found Grammar::month_first(size_t i) const {
  size_t end = 0;
  const int month = month_at(i, end);
  if (month == 0) return std::nullopt;
  const bool written_short = (l.classes(i) & kMonthShort) != 0;
  const bool word_too = l.is(i, "may") || l.is(i, "march") || l.is(i, "august");
  if (word_too && !l[i].capital && i > 0 && l.joined(i) &&
      (l.is(i - 1, "this") || l.is(i - 1, "the") || l.is(i - 1, "a")))
    return std::nullopt;
  Match out{i, end, {}, DateType::kDate};
  out.when.month = month;
  // A day, a year, or both.
  size_t at = end;
  if ((l.symbol(at, '-') || l.symbol(at, '/')) && l.tight(at) && l.tight(at + 1) && l.digits(at + 1)) ++at;
  if (l.is(at, "the") && l.joined(at)) ++at;
  size_t after = 0;
  const int day = l.joined(at) ? day_number(at, after) : 0;
  if (day > 0 && day <= calendar::days_in_month(2000, month) && (l[i].capital || !word_too)) {
    out.when.day = day;
    out.end = after;
    size_t year_at = after;
    if (l.symbol(year_at, ',') && l.joined(year_at)) ++year_at;
    if (l.is(year_at, "of") || l.is(year_at, "in")) ++year_at;
    if ((l.symbol(year_at, '-') || l.symbol(year_at, '/')) && l.tight(year_at) && l.tight(year_at + 1)) ++year_at;
    size_t year_end = 0;
    const int year = l.joined(year_at) ? year_number(year_at, year_end) : 0;
    if (year > 0 && !counts_something(l, year_end) && calendar::valid(year, month, day)) {
      out.when.year = year;
      out.end = year_end;
    } else if (l.symbol(after, '-') && l.tight(after) && l.digits(after + 1) && l.tight(after + 1) &&
               l[after + 1].low.size() == 4 && l[after + 1].number >= 1000 && l[after + 1].number < 2200 &&
               !l.tight(after + 2)) {
      // "Sep-23-2020"
      out.when.year = static_cast<int>(l[after + 1].number);
      out.end = after + 2;
    } else if (!l.digits(at) && !l.tight(after) && l.joined(after)) {
      // "January first two thousand and thirty two"
      const auto words = numerals::cardinal(l, after);
      if (words && !words->digits && words->value >= 1900 && words->value < 2100 && !words->decimal) {
        out.when.year = static_cast<int>(words->value);
        out.end = words->end;
      }
    }
    if (l.digits(at) && l[at].low.size() <= 2 && out.when.year == 0 && !l[i].capital && written_short)
      return std::nullopt;
    return out;
  }
  size_t year_at = end;
  if (l.symbol(year_at, ',') && l.joined(year_at)) ++year_at;
  if (l.is(year_at, "of") && l.joined(year_at)) ++year_at;
  if ((l.symbol(year_at, '-') || l.symbol(year_at, '/')) && l.tight(year_at) && l.tight(year_at + 1)) ++year_at;
  size_t year_end = 0;
  const int year = l.joined(year_at) ? year_number(year_at, year_end) : 0;
  if (year >= 1500 && (l[i].capital || !word_too) && !counts_something(l, year_end) && !plural_noun(l, year_end)) {
    out.when.year = year;
    out.end = year_end;
    return out;
  }
  // The name alone.
  if (l.tight(end) && (l.digits(end) || l.word(end))) return std::nullopt;
  const bool led = after_time_preposition(l, i);
  if (written_short) return led && l[i].capital && end > i + 1 ? std::optional(out) : std::nullopt;
  if (word_too && !l[i].capital) return std::nullopt;
  if (l[i].shout && word_too && !led) return std::nullopt;
  if (word_too && l.is(i, "may")) {
    // "May" the verb begins sentences and questions; the month stands behind a preposition or a comma.
    const bool listed =
        i > 0 && l.joined(i) && (l.symbol(i - 1, ',') || l.is(i - 1, "and") || l.is(i - 1, "or") || l.is(i - 1, "to"));
    if (!led && !(listed && !l.word(i + 1))) return std::nullopt;
    constexpr std::array<std::string_view, 5> kVerbs{"be", "have", "not", "also", "well"};
    if (l.joined(i + 1) && one_of(l[i + 1].low, kVerbs)) return std::nullopt;
  }
  if (l.is(i, "march") && !led) {
    const bool closed =
        !l.joined(i + 1) || !l.word(i + 1) || l.is(i + 1, "and") || l.is(i + 1, "or") || l.is(i + 1, "to");
    if (!closed || l.is(i - 1, "the") || l.is(i - 1, "a")) return std::nullopt;
  }
  // "April Smith" is a person.
  if (!led && l.joined(i + 1) && l.word(i + 1) && l[i + 1].capital &&
      (l.classes(i + 1) & (kWeekdayName | kMonthName)) == 0 && !l[i].shout) {
    return std::nullopt;
  }
  return out;
}

Grammar::Found Grammar::day_first(size_t i) const {
  size_t at = l.is(i, "the") && l.joined(i + 1) ? i + 1 : i;
  const bool the = at > i;
  size_t end = 0;
  const int day = day_number(at, end);
  // "$12 December 27": a price stands before the date.
  if (day > 0 && l.joined(i) && l[i - 1].symbol == '$') return std::nullopt;
  if (day == 0 || (l.tight(i) && l[i].kind == LexemeKind::kDigits && !stands_free(l, i, i + 1) && !l.tight(i + 1))) {
    return std::nullopt;
  }
  const bool suffixed = !l.digits(at) || end > at + 1;
  size_t month_at_index = end;
  if (l.is(month_at_index, "day") && suffixed) ++month_at_index;
  if (l.is(month_at_index, "of")) ++month_at_index;
  if ((l.symbol(month_at_index, '-') || l.symbol(month_at_index, '/')) && l.tight(month_at_index)) ++month_at_index;
  if (!l.joined(month_at_index)) return std::nullopt;
  size_t month_end = 0;
  const int month = month_at(month_at_index, month_end);
  if (month > 0 && day <= calendar::days_in_month(2000, month)) {
    // "37 May be ..." and "2 march on" are no dates.
    const bool word_too =
        l.is(month_at_index, "may") || l.is(month_at_index, "march") || l.is(month_at_index, "august");
    if (word_too && !l[month_at_index].capital && !suffixed) return std::nullopt;
    if (!l.digits(at) && !suffixed) return std::nullopt;
    Match out{i, month_end, {}, DateType::kDate};
    out.when.month = month;
    out.when.day = day;
    size_t year_at = month_end;
    if (l.symbol(year_at, ',') && l.joined(year_at)) ++year_at;
    if (l.is(year_at, "of") || l.is(year_at, "in")) ++year_at;
    if ((l.symbol(year_at, '-') || l.symbol(year_at, '/')) && l.tight(year_at) && l.tight(year_at + 1)) ++year_at;
    size_t year_end = 0;
    const int year = l.joined(year_at) ? year_number(year_at, year_end) : 0;
    if (year > 0 && calendar::valid(year, month, day) && !counts_something(l, year_end)) {
      out.when.year = year;
      out.end = year_end;
    }
    return out;
  }
  // "on the 23rd": a day of the month spoken of.
  if (!the || !l.digits(at) || !suffixed || l.word(end)) return std::nullopt;
  const bool led =
      i > 0 && l.joined(i) && (l.is(i - 1, "on") || l.is(i - 1, "by") || l.is(i - 1, "until") || l.is(i - 1, "since"));
  if (!led || l.symbol(end, '-')) return std::nullopt;
  Match out{i, end, {}, DateType::kDate};
  out.when.day = day;
  return out;
}

Grammar::Found Grammar::weekday(size_t i) const {
  size_t end = 0;
  const int day = weekday_at(i, end);
  if (day == 0) {
    if ((l.classes(i) & kWeekdayPlural) == 0) return std::nullopt;
    Match out{i, i + 1, {}, DateType::kSet};
    out.when.form = Form::kSet;
    out.when.weekday = l[i].word->weekday;
    return out;
  }
  Match out{i, end, {}, DateType::kDate};
  out.when.weekday = day;
  // "Tuesday, 23 May", "Tuesday, May 23", "Tuesday the 23rd", "Tuesday, 23"
  size_t at = end;
  if (l.symbol(at, ',') && l.joined(at)) ++at;
  if (l.symbol(at, '-') && l.tight(at)) ++at;
  if (l.joined(at)) {
    Found rest = month_first(at);
    if (!rest || rest->when.day == 0) rest = day_first(at);
    if (!rest || rest->when.month == 0) {
      rest.reset();
      const size_t number = l.is(at, "the") ? at + 1 : at;
      size_t number_end = 0;
      const int in_month = l.joined(number) ? day_number(number, number_end) : 0;
      // A time, a count or a name may follow too: "Tuesday, 23 people".
      const bool closed = number_end > 0 && (!l.joined(number_end) || !l.word(number_end) || number_end > number + 1 ||
                                             (l.symbol(at - 1, ',') && l[number_end].capital));
      const bool clock_follows = number_end > 0 && l.symbol(number_end, ':');
      if (in_month > 0 && closed && !clock_follows && stands_free(l, number, number_end) &&
          (l.digits(number) || number > at)) {
        Match alone{number, number_end, {}, DateType::kDate};
        alone.when.day = in_month;
        rest = alone;
      }
    }
    if (rest && rest->when.day > 0) {
      out.end = rest->end;
      out.when = rest->when;
      out.when.weekday = day;
    }
  }
  return out;
}

}  // namespace readout::dates
