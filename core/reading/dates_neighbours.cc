#include "reading/dates_neighbours.h"

#include <array>
#include <string_view>

namespace readout::dates {

namespace {

// Words after which a bare month, year or weekday is a time.
constexpr std::array<std::string_view, 27> kTimePrepositions{
    "in",      "since", "by",      "until",      "till",  "during", "from", "before", "after",
    "between", "of",    "through", "throughout", "early", "late",   "mid",  "last",   "next",
    "this",    "circa", "around",  "about",      "on",    "for",    "past", "every",  "each"};

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
  // Behind a year the mark closes a quotation; nothing is 2021 inches long.
  if (l.symbol(i, '"')) return false;
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

}  // namespace readout::dates
