// Years, decades and centuries.
#include <algorithm>
#include <array>

#include "reading/dates_grammar.h"
#include "reading/dates_neighbours.h"
#include "reading/numerals.h"

namespace readout::dates {

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
  // "the 2000 election", "the 2020 census"
  constexpr std::array<std::string_view, 9> kOfYears{"census",   "election", "elections", "olympics",    "games",
                                                     "campaign", "season",   "budget",    "presidential"};
  const bool event =
      l.joined(end) && l.word(end) && (one_of(l[end].low, kOfYears) || (l[end].capital && i > 0 && l.is(i - 1, "the")));
  if (year < 1600 || year > 2099) return false;
  return event || (!plural_noun(l, end) && (year % 100 != 0 || l.is(i - 1, "of")));
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

}  // namespace readout::dates
