// Months, days, weekdays, years, decades and centuries.
#include <algorithm>
#include <array>

#include "reading/dates_calendar.h"
#include "reading/dates_grammar.h"
#include "reading/numerals.h"

namespace readout::dates {

namespace {

template <size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Words after which a bare month, year or weekday is a time.
constexpr std::array<std::string_view, 27> kTimePrepositions{
    "in",      "since", "by",      "until",      "till",  "during", "from", "before", "after",
    "between", "of",    "through", "throughout", "early", "late",   "mid",  "last",   "next",
    "this",    "circa", "around",  "about",      "on",    "for",    "past", "every",  "each"};

bool after_time_preposition(const Lexemes& l, size_t i) {
  if (i == 0 || !l.joined(i)) return false;
  return one_of(l[i - 1].low, kTimePrepositions) ||
         (l.dash(i - 1) && i > 1 && (l.is(i - 2, "mid") || l.is(i - 2, "late") || l.is(i - 2, "early")));
}

// What is counted or measured by the number before it.
bool counts_something(const Lexemes& l, size_t i) {
  if (!l.joined(i)) return false;
  size_t end = 0;
  if (l.symbol(i, '%') || (l.classes(i) & kScaleWord) != 0) return true;
  return l.phrase(i, PhraseKind::kCurrency, end) != nullptr ||
         (l.phrase(i, PhraseKind::kUnit, end) != nullptr && (l.classes(i) & kTimeUnit) == 0 && !l.is(i, "in"));
}

bool plural_noun(const Lexemes& l, size_t i) {
  if (!l.joined(i) || !l.word(i) || l[i].capital) return false;
  constexpr std::array<std::string_view, 7> kIrregular{"people", "men",    "women", "children",
                                                       "police", "troops", "staff"};
  constexpr std::array<std::string_view, 9> kNot{"was", "is", "has", "as", "this", "its", "his", "us", "results"};
  const std::string_view low = l[i].low;
  return one_of(low, kIrregular) ||
         (low.size() > 3 && low.back() == 's' && low[low.size() - 2] != 's' && !one_of(low, kNot));
}

}  // namespace

bool stands_free(const Lexemes& l, size_t i, size_t end) {
  if (l.tight(i)) {
    const Lexeme& before = l[i - 1];
    if (before.kind != LexemeKind::kSymbol) return false;
    if (before.symbol == '.' || before.symbol == ',') return false;
    constexpr std::u32string_view kOpen = U"([{\"'\u201C\u2018\u00AB/-*:;|";
    if (before.symbol != kDash && kOpen.find(before.symbol) == std::u32string_view::npos) return false;
    // "A-12", "3/4", "1.2-3": a number or name goes on.
    if ((before.symbol == '/' || before.symbol == '-') && i > 1 && l.tight(i - 1) && l.digits(i - 2)) return false;
  }
  if (!l.tight(end)) return true;
  const Lexeme& next = l[end];
  if (next.kind == LexemeKind::kDigits) return false;
  if (next.kind == LexemeKind::kWord) return false;
  if (next.symbol == '%' || next.symbol == '@' || next.symbol == '_') return false;
  if ((next.symbol == '.' || next.symbol == ',' || next.symbol == ':' || next.symbol == '/') && l.digits(end + 1) &&
      l.tight(end + 1)) {
    return false;
  }
  return true;
}

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

int Grammar::year_number(size_t i, size_t& end) const {
  if (l.digits(i)) {
    if (l[i].low.size() != 4 || l[i].number < 1000 || l[i].number > 2199) return 0;
    if (!stands_free(l, i, i + 1)) return 0;
    end = i + 1;
    return static_cast<int>(l[i].number);
  }
  if (l.symbol(i, '\'') && l.digits(i + 1) && l.tight(i + 1) && l[i + 1].low.size() == 2 && stands_free(l, i, i + 2)) {
    end = i + 2;
    const int two = static_cast<int>(l[i + 1].number);
    return two < 40 ? 2000 + two : 1900 + two;
  }
  // "nineteen ninety-seven", "twenty thirteen"
  if ((l.classes(i) & kCardinalWord) == 0 || l[i].word->number < 10 || l[i].word->number > 20) return 0;
  const int centuries = static_cast<int>(l[i].word->number);
  size_t rest = i + 1;
  if (l.symbol(rest, '-') && l.tight(rest)) ++rest;
  if (l.is(rest, "hundred") && l.joined(rest)) {
    ++rest;
    if (l.is(rest, "and")) ++rest;
  }
  if (!l.joined(rest) || (l.classes(rest) & kCardinalWord) == 0 || l[rest].word->number < 10) return 0;
  const auto two = numerals::cardinal(l, rest, false);
  if (!two || two->value < 10 || two->value > 99 || two->scaled || two->decimal) return 0;
  end = two->end;
  return centuries * 100 + static_cast<int>(two->value);
}

// Whether a bare number may be a year where it stands.
bool Grammar::year_context(size_t i, size_t end) const {
  if (counts_something(l, end)) return false;
  if (l.joined(i)) {
    const Lexeme& before = l[i - 1];
    constexpr std::array<std::string_view, 19> kNumbered{
        "no",     "number",  "room",  "flight", "route",   "section", "page", "chapter", "article", "channel",
        "boeing", "highway", "model", "unit",   "article", "least",   "than", "some",    "some"};
    if (one_of(before.low, kNumbered)) return false;
    if (before.symbol == '#' || before.symbol == '+' || before.symbol == '$') return false;
    size_t unused = 0;
    if (before.kind == LexemeKind::kSymbol && l.phrase(i - 1, PhraseKind::kCurrency, unused)) return false;
  }
  // "2012-1400", "2010-2015-86": only a year, or its last two digits, may follow a hyphen.
  if (l.dash(end) && l.tight(end) && l.digits(end + 1) && l.tight(end + 1)) {
    const size_t length = l[end + 1].low.size();
    const bool year_like =
        (length == 4 && l[end + 1].number >= 1000 && l[end + 1].number <= 2199 && l[end + 1].number > l[i].number) ||
        length == 2;
    if (!year_like || (l.dash(end + 2) && l.tight(end + 2))) return false;
  }
  const bool prepared = after_time_preposition(l, i) && !l.is(i - 1, "about") && !l.is(i - 1, "around") &&
                        !l.is(i - 1, "of") && !l.is(i - 1, "for") && !l.is(i - 1, "on");
  if (prepared) return true;
  const int year = static_cast<int>(l[i].number);
  return year >= 1600 && year <= 2099 && !plural_noun(l, end) && (year % 100 != 0 || l.is(i - 1, "of"));
}

Grammar::Found Grammar::bare_year(size_t i) const {
  size_t end = 0;
  const int year = year_number(i, end);
  if (year == 0) return std::nullopt;
  if (l.digits(i)) {
    if (!year_context(i, end)) return std::nullopt;
  } else if (l.symbol(i, '\'')) {
    if (!after_time_preposition(l, i)) return std::nullopt;
  } else if (year < 1700 || year > 2099) {
    return std::nullopt;
  }
  Match out{i, end, {}, DateType::kDate};
  out.when.year = year;
  return out;
}

Grammar::Found Grammar::year(size_t i) const {
  // "the year 2000", "fiscal 1989", "fiscal year 1989", "calendar 2001", "the year two thousand"
  size_t at = l.is(i, "the") && l.joined(i + 1) ? i + 1 : i;
  const bool fiscal = l.is(at, "fiscal") || l.is(at, "calendar");
  if (fiscal) ++at;
  const bool named = l.is(at, "year") && l.joined(at);
  if (named) ++at;
  if ((fiscal || named) && l.joined(at)) {
    size_t end = 0;
    int value = year_number(at, end);
    if (value == 0 && named) {
      const auto number = numerals::cardinal(l, at);
      if (number && !number->digits && number->value >= 1000 && number->value < 2200 && !number->decimal) {
        value = static_cast<int>(number->value);
        end = number->end;
      }
    }
    if (value > 0) {
      Match out{i, end, {}, DateType::kDate};
      out.when.year = value;
      return out;
    }
  }
  return bare_year(i);
}

Grammar::Found Grammar::decade(size_t i) const {
  size_t at = i;
  const bool the = l.is(i, "the") && l.joined(i + 1);
  if (the) ++at;
  Match out{i, 0, {}, DateType::kDate};
  if (l.digits(at) && (l[at].low.size() == 4 || l[at].low.size() == 2)) {
    const bool four = l[at].low.size() == 4;
    size_t start = at;
    if (!four && at > 0 && l.symbol(at - 1, '\'') && l.tight(at) && at - 1 >= i) start = at - 1;
    size_t end = at + 1;
    if (l.symbol(end, '\'') && l.tight(end)) ++end;
    if (!(l.is(end, "s") && l.tight(end))) return std::nullopt;
    ++end;
    if (l[at].number % 10 != 0) return std::nullopt;
    if (four) {
      if (l[at].number < 1000 || l[at].number > 2190) return std::nullopt;
      if (l[at].number % 100 == 0 && l[at].number < 2000) {
        out.when.century = static_cast<int>(l[at].number / 100);
      } else {
        out.when.decade = static_cast<int>(l[at].number / 10);
      }
    } else {
      if (!the && start == at) return std::nullopt;  // "in his 30s" is an age
      const int two = static_cast<int>(l[at].number / 10);
      out.when.decade = two < 2 ? 200 + two : 190 + two;
    }
    out.end = end;
    return out;
  }
  if (l.symbol(at, '\'') && l.digits(at + 1) && l.tight(at + 1) && l[at + 1].low.size() == 2 &&
      l[at + 1].number % 10 == 0 && l.is(at + 2, "s") && l.tight(at + 2)) {
    const int two = static_cast<int>(l[at + 1].number / 10);
    out.when.decade = two < 2 ? 200 + two : 190 + two;
    out.end = at + 3;
    return out;
  }
  constexpr std::array<std::string_view, 8> kDecades{"twenties", "thirties",  "forties",  "fifties",
                                                     "sixties",  "seventies", "eighties", "nineties"};
  const auto* named = at < l.size() ? std::find(kDecades.begin(), kDecades.end(), l[at].low) : kDecades.end();
  if (the && named != kDecades.end()) {
    out.when.decade = 192 + static_cast<int>(named - kDecades.begin());
    out.end = at + 1;
    return out;
  }
  return std::nullopt;
}

Grammar::Found Grammar::century(size_t i) const {
  const size_t at = l.is(i, "the") && l.joined(i + 1) ? i + 1 : i;
  const auto number = numerals::ordinal(l, at);
  if (!number || number->value < 1 || number->value > 22) return std::nullopt;
  size_t end = number->end;
  if (l.symbol(end, '-') && l.tight(end)) ++end;
  if (!(l.is(end, "century") && l.joined(end))) return std::nullopt;
  Match out{i, end + 1, {}, DateType::kDate};
  out.when.century = static_cast<int>(number->value) - 1;
  return out;
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
