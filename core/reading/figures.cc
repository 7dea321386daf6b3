#include "reading/figures.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "reading/figures_context.h"
#include "reading/figures_grammar.h"
#include "reading/figures_measured.h"
#include "reading/lexemes.h"
#include "reading/lexicon_parts.h"
#include "text/unicode.h"

namespace readout {

namespace {

using figures::Match;

Approximation approximation(std::string_view word) {
  if (word == "over") return Approximation::kOver;
  if (word == "under") return Approximation::kUnder;
  return word == "about" ? Approximation::kAbout : Approximation::kExact;
}

// A hedge that ends where a figure may begin.
struct Hedge {
  size_t first = 0;
  size_t end = 0;
  Approximation approx = Approximation::kExact;
};

// Whether the hedge's words hedge this figure where they stand.
bool hedges(const Lexemes& l, const Hedge& hedge, const Match& match) {
  if (hedge.end != match.first) return false;
  const bool time =
      match.kind == FigureKind::kMeasure && (match.unit == "year" || match.unit == "month" || match.unit == "week" ||
                                             match.unit == "day" || match.unit == "hour" || match.unit == "decade");
  // "5 per cent over two years" says how long.
  if (l.is(hedge.first, "over") && time) {
    constexpr std::array<std::string_view, 8> kLasting{"for", "in", "took", "takes", "lasted", "spent", "after", "of"};
    return hedge.first > 0 && l.joined(hedge.first) && one_of(l[hedge.first - 1].low, kLasting);
  }
  if (l.is(hedge.first, "up") && hedge.first > 0 && l.joined(hedge.first)) {
    // "went up to" is a movement.
    constexpr std::array<std::string_view, 10> kMoves{"went",  "goes", "go",    "going", "gone",
                                                      "moved", "rose", "crept", "edged", "shot"};
    if (std::find(kMoves.begin(), kMoves.end(), l[hedge.first - 1].low) != kMoves.end()) return false;
  }
  if (match.kind == FigureKind::kOrdinal) return false;
  return true;
}

Approximation behind(const Lexemes& l, size_t& end, Approximation approx) {
  if (!l.joined(end)) return approx;
  if (l.symbol(end, '+') && l.tight(end)) return Approximation::kOver;
  if (l.is(end, "and") && l.is(end + 1, "more") && !l.word(end + 2)) return Approximation::kOver;
  if (l.is(end, "or") && l.is(end + 1, "more")) return Approximation::kOver;
  if (l.is(end, "or") && (l.is(end + 1, "less") || l.is(end + 1, "fewer"))) return Approximation::kUnder;
  if (l.is(end, "or") && l.is(end + 1, "so")) return Approximation::kAbout;
  return approx;
}

// "aged seven", "magnitude 6.8", ", 52,": a bare count that measures.
void read_neighbours(const Lexemes& l, Match& match) {
  if (match.kind != FigureKind::kCount || !match.value || match.first == 0 || !l.joined(match.first)) return;
  const Lexeme& before = l[match.first - 1];
  const double value = *match.value;
  const bool ages = before.low == "of" && match.first > 1 && l.is(match.first - 2, "age");
  if (before.low == "aged" || ((before.low == "age" || ages) && value < 120)) {
    match.kind = FigureKind::kMeasure;
    match.unit = "year";
    return;
  }
  const bool of = before.low == "of" && match.first > 1 && (l.is(match.first - 2, "magnitude"));
  if ((before.low == "magnitude" || of) && value < 11) {
    match.kind = FigureKind::kMeasure;
    match.unit = "magnitude";
    return;
  }
  const bool in_commas =
      before.symbol == ',' && (l.symbol(match.end, ',') || l.symbol(match.end, '.')) && match.first > 1;
  if (in_commas && value >= 1 && value <= 120 && value == static_cast<int>(value) && !l.digits(match.first - 2) &&
      l.word(match.first - 2) && l.tight(match.first - 1) && match.end == match.first + 1 && l.symbol(match.end, ',')) {
    match.kind = FigureKind::kMeasure;
    match.unit = "year";
  }
}

// "to 50 per cent from 25": the second number has the unit of the first.
void share_unit(const Lexemes& l, Match& match, const std::vector<Figure>& before) {
  const size_t i = match.first;
  if (match.kind != FigureKind::kCount || !match.value || i < 2 || !l.joined(i) || !l.is(i - 1, "from") ||
      before.empty())
    return;
  const Figure& last = before.back();
  if (last.kind != FigureKind::kPercent || !last.value || l[i - 2].span.end != last.span.end) return;
  if (l.word(match.end) && l.joined(match.end)) return;
  match.kind = FigureKind::kPercent;
  match.unit = last.unit;
}

// In an article from Ottawa "$" alone is the Canadian dollar: likely, so the doubt is said.
void read_dollars(const Article& article, const QuantityWords& words, std::vector<Figure>& figures) {
  if (!article.masthead.dateline_place) return;
  const std::string& place = *article.masthead.dateline_place;
  const Dollars* dollars = words.dollars_of(unicode::lower(place));
  if (dollars == nullptr) return;
  for (Figure& figure : figures) {
    if (figure.kind != FigureKind::kMoney || figure.unit != "USD" || article.text[figure.span.begin] != '$') continue;
    figure.unit = dollars->code;
    if (figure.doubt.empty())
      figure.doubt = "\"$\" is taken for " + dollars->name + ", as the article is from " + place;
  }
}

// "July 13 to 17": the second number is the date's.
bool goes_on(const Lexemes& l, size_t i, const std::vector<DateExpression>& dates, size_t date) {
  if (!l.digits(i) || l[i].low.size() > 2 || l[i].number < 1 || l[i].number > 31 || i < 2 || date == 0 || !l.joined(i))
    return false;
  if (!l.is(i - 1, "to") && !l.is(i - 1, "and") && !l.is(i - 1, "through") && !l.symbol(i - 1, '-') && !l.dash(i - 1))
    return false;
  const DateExpression& before = dates[date - 1];
  if (before.type != DateType::kDate || before.span.end != l[i - 2].span.end || before.value.size() < 10 ||
      !l.digits(i - 2))
    return false;
  return !(l.joined(i + 1) && l.word(i + 1) && !l.is(i + 1, "of") && !l.is(i + 1, "in") && !l.is(i + 1, "at"));
}

}  // namespace

std::vector<Figure> find_figures(const Article& article, const Annotation& language,
                                 const std::vector<DateExpression>& dates, const ReadingLexicons& lexicons) {
  std::vector<Figure> out;
  if (language.language != "en" && language.language != "und") return out;
  const Lexemes l(article.text, language, lexicons.parts().quantities);
  const figures::Grammar grammar(l);
  size_t date = 0;
  std::vector<figures::Placed> places;
  Hedge hedge;
  size_t between = l.size() + 1;
  for (size_t i = 0; i < l.size();) {
    while (date < dates.size() && dates[date].span.end <= l[i].span.begin) ++date;
    if (date < dates.size() && dates[date].type != DateType::kDuration && dates[date].span.contains(l[i].span.begin)) {
      ++i;
      continue;
    }
    size_t hedge_end = 0;
    if (const QuantityPhrase* phrase = l.phrase(i, PhraseKind::kHedge, hedge_end);
        phrase != nullptr && hedge.end <= i) {
      hedge = {i, hedge_end, approximation(phrase->fields.empty() ? "" : phrase->fields[0])};
    }
    if (l.is(i, "between")) between = i + 1;
    if (const size_t skip = grammar.not_a_figure(i)) {
      i += skip;
      continue;
    }
    if (goes_on(l, i, dates, date)) {
      ++i;
      continue;
    }
    auto match = grammar.quantity(i, between == i);
    if (!match || (date < dates.size() && dates[date].type != DateType::kDuration &&
                   dates[date].span.overlaps(l.span(match->first, match->end)))) {
      // A sign or an article before a date's words is the date's.
      ++i;
      continue;
    }
    if (hedges(l, hedge, *match) && match->approx == Approximation::kExact) match->approx = hedge.approx;
    size_t end = match->end;
    match->approx = behind(l, end, match->approx);
    read_neighbours(l, *match);
    share_unit(l, *match, out);
    Figure figure;
    figure.span = l.span(match->first, match->end);
    figure.kind = match->kind;
    figure.value = match->value;
    figure.min = match->min;
    figure.max = match->max;
    figure.approx = match->approx;
    figure.unit = std::move(match->unit);
    figure.doubt = std::move(match->doubt);
    out.push_back(std::move(figure));
    places.push_back({match->first, match->end});
    i = match->end;
  }
  read_dollars(article, lexicons.parts().quantities, out);
  figures::read_context(l, dates, places, figures::measured_by_syntax(language, out), out);
  return out;
}

}  // namespace readout
