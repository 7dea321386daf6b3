#include "reading/figures_context.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace readout::figures {

namespace {

// Words that end a noun phrase.
bool ends_phrase(const Lexemes& l, size_t i) {
  constexpr std::array<std::string_view, 111> kEnders{
      "a",        "about", "above",    "according", "after",   "again",   "against", "ago",       "ahead",  "all",
      "also",     "among", "an",       "and",       "are",     "as",      "at",      "away",      "back",   "be",
      "because",  "been",  "before",   "being",     "below",   "but",     "by",      "came",      "can",    "could",
      "daily",    "do",    "does",     "during",    "each",    "earlier", "even",    "every",     "for",    "from",
      "has",      "have",  "he",       "here",      "how",     "if",      "in",      "including", "into",   "is",
      "it",       "last",  "later",    "may",       "might",   "more",    "must",    "next",      "no",     "nor",
      "not",      "now",   "of",       "off",       "on",      "only",    "or",      "out",       "over",   "overnight",
      "per",      "said",  "saw",      "says",      "she",     "should",  "since",   "so",        "still",  "strong",
      "than",     "that",  "the",      "their",     "then",    "there",   "they",    "this",      "though", "through",
      "to",       "today", "together", "tomorrow",  "tonight", "took",    "under",   "until",     "up",     "was",
      "went",     "were",  "when",     "where",     "which",   "while",   "who",     "will",      "with",   "would",
      "yesterday"};
  static_assert(std::is_sorted(kEnders.begin(), kEnders.end()));
  if (!l.word(i)) return true;
  const Lexeme& word = l[i];
  if (std::binary_search(kEnders.begin(), kEnders.end(), word.low)) return true;
  if ((word.word != nullptr) && (word.word->classes & (kPastVerb | kMonthName | kWeekdayName)) != 0) return true;
  if (word.capital) return false;
  const std::string_view low = word.low;
  constexpr std::array<std::string_view, 6> kNouns{"seed", "need", "feed", "speed", "breed", "weed"};
  if (low.size() > 3 && low.substr(low.size() - 2) == "ed") return !one_of(low, kNouns);
  return low.size() > 4 && low.substr(low.size() - 2) == "ly" && low != "family";
}

bool is_hyphen(const Lexemes& l, size_t i) { return l.symbol(i, '-') && l.tight(i) && l.tight(i + 1); }

// The noun phrase that begins at `i`: at most five words.
std::optional<Span> phrase_after(const Lexemes& l, size_t i) {
  size_t end = i;
  // "1,279 confirmed cases"
  const bool participle = l.joined(i) && l.joined(i + 1) && l.word(i) && l[i].low.size() > 4 &&
                          l[i].low.substr(l[i].low.size() - 2) == "ed" && l.word(i + 1) && !ends_phrase(l, i + 1) &&
                          l[i + 1].low.back() == 's';
  if (participle) ++end;
  for (size_t words = 0; words < 5 && l.joined(end) && !ends_phrase(l, end); ++words) {
    // "users attending", "vessel conducting": a participle behind the noun.
    if (words > 0 && !l[end].capital && l[end].low.size() > 5 && l[end].low.substr(l[end].low.size() - 3) == "ing" &&
        l.word(end + 1))
      break;
    ++end;
    if (is_hyphen(l, end) && l.word(end + 1)) end += 2;
  }
  if (end == i || l.symbol(i, '-') || (end == i + 1 && l[i].span.size() == 1)) return std::nullopt;
  return l.span(i, end);
}

// The noun phrase that ends before `end`, inside its sentence: at most five words.
std::optional<Span> phrase_before(const Lexemes& l, size_t end) {
  size_t first = end;
  const uint32_t sentence = end > 0 ? l[end - 1].sentence : 0;
  size_t words = 0;
  while (first > 0 && words < 5 && l[first - 1].sentence == sentence && !ends_phrase(l, first - 1) &&
         (first == end || l.joined(first))) {
    --first;
    ++words;
    if (first > 1 && is_hyphen(l, first - 1) && l.word(first - 2)) first -= 2;
  }
  if (first == end || words == 5) return std::nullopt;
  return l.span(first, end);
}

std::optional<FigureRole> role_of(std::string_view name) {
  if (name == "target") return FigureRole::kTarget;
  if (name == "forecast") return FigureRole::kForecast;
  if (name == "record") return FigureRole::kRecord;
  if (name == "limit") return FigureRole::kLimit;
  if (name == "change") return FigureRole::kChange;
  return std::nullopt;
}

// Of "his four-day trip" nothing is forecast or limited.
bool is_length_of_time(const Figure& figure) {
  constexpr std::array<std::string_view, 9> kUnits{"second", "minute", "hour",   "day",    "week",
                                                   "month",  "year",   "decade", "century"};
  return figure.kind == FigureKind::kMeasure && one_of(figure.unit, kUnits);
}

struct Cue {
  FigureRole role = FigureRole::kValue;
  size_t first = 0;  // lexemes of the cue
  size_t end = 0;
};

// Words that may stand between a word of change and the figure.
bool passes_change(const Lexemes& l, size_t i) {
  constexpr std::array<std::string_view, 26> kPass{
      "by",      "of",      "about",         "around", "some",  "nearly", "almost", "more", "than",
      "less",    "only",    "just",          "over",   "under", "a",      "an",     "the",  "further",
      "another", "roughly", "approximately", "at",     "least", "up",     "as",     "much"};
  return l.word(i) && one_of(l[i].low, kPass);
}

// The cue that says what the figure at `first` is: the nearest before it that fits.
std::optional<Cue> cue_before(const Lexemes& l, size_t first, size_t floor) {
  // "rose to 4.1%" ends at a value; "from 3%" starts at one.
  size_t before = first;
  while (before > floor && l.joined(before) && passes_change(l, before - 1) && !l.is(before - 1, "by") &&
         !l.is(before - 1, "of") && !l.is(before - 1, "at"))
    --before;
  const bool level = before > floor && l.joined(before) &&
                     (l.is(before - 1, "to") || l.is(before - 1, "at") || l.is(before - 1, "from"));
  std::optional<Cue> change;
  bool near = true;
  const uint32_t sentence = l[first].sentence;
  for (size_t at = first, steps = 0; at > floor && steps < 8; --at, ++steps) {
    const size_t i = at - 1;
    if (l[i].sentence != sentence || !l.joined(i + 1)) break;
    if (l[i].kind == LexemeKind::kSymbol && !l.symbol(i, '-') && !l.symbol(i, U'\'')) break;
    size_t end = 0;
    const QuantityPhrase* phrase = l.phrase(i, PhraseKind::kRole, end);
    const auto role =
        phrase != nullptr && !phrase->fields.empty() && end <= first ? role_of(phrase->fields[0]) : std::nullopt;
    if (role == FigureRole::kChange) {
      if (near && !level && !change) change = Cue{*role, i, end};
    } else if (role == FigureRole::kRecord) {
      if (first - end <= 2) return Cue{*role, i, end};
    } else if (role) {
      if (*role == FigureRole::kForecast && first - end > 6) break;
      return Cue{*role, i, end};
    }
    near = near && (passes_change(l, i) || role.has_value());
  }
  return change;
}

// "a 2% target", "the $60 price cap"
std::optional<FigureRole> role_behind(const Lexemes& l, size_t end) {
  constexpr std::array<std::string_view, 8> kNouns{"target",  "goal",  "limit",    "cap",
                                                   "ceiling", "quota", "forecast", "threshold"};
  for (size_t i = end; i < end + 3 && l.joined(i) && (l.word(i) || is_hyphen(l, i)); ++i) {
    if (!l.word(i) || !one_of(l[i].low, kNouns)) continue;
    size_t phrase_end = 0;
    const QuantityPhrase* phrase = l.phrase(i, PhraseKind::kRole, phrase_end);
    if (phrase != nullptr && !phrase->fields.empty()) return role_of(phrase->fields[0]);
  }
  return std::nullopt;
}

// Lexeme whose span begins at or behind `byte`, from `i` on and not further than `limit` lexemes.
size_t lexeme_at(const Lexemes& l, size_t i, uint32_t byte, size_t limit) {
  size_t at = i;
  while (at < l.size() && at < i + limit && l[at].span.begin < byte) ++at;
  return at;
}

struct Around {
  const Lexemes& l;
  const std::vector<DateExpression>& dates;
};

// A date that begins at lexeme `at`, as an index; the dates' size where there is none.
size_t date_at(const Around& in, size_t at, size_t from) {
  if (at >= in.l.size()) return in.dates.size();
  for (size_t d = from; d < in.dates.size() && in.dates[d].span.begin <= in.l[at].span.begin; ++d) {
    if (in.dates[d].span.begin == in.l[at].span.begin) return d;
  }
  return in.dates.size();
}

// Period and base behind the figure: "in 2023 from 2022", "between January and July this year over the same period
// last year", "year-on-year".
void read_times(const Around& in, const Placed& place, size_t from, Figure& figure) {
  const Lexemes& l = in.l;
  size_t at = place.end;
  // What is counted, and "of" what, may stand first.
  if (figure.of && figure.of->begin >= figure.span.end) {
    at = lexeme_at(l, at, figure.of->end, 12);
  }
  for (int turn = 0; turn < 3; ++turn) {
    if (!l.joined(at)) return;
    if (l.is(at, "year") && is_hyphen(l, at + 1) && l.is(at + 2, "on") && is_hyphen(l, at + 3) &&
        l.is(at + 4, "year")) {
      if (!figure.base) figure.base = l.span(at, at + 5);
      at += 5;
      continue;
    }
    if (l.is(at, "year") && l.is(at + 1, "on") && l.is(at + 2, "year") && l.joined(at + 1)) {
      if (!figure.base) figure.base = l.span(at, at + 3);
      at += 3;
      continue;
    }
    const size_t start = at;
    constexpr std::array<std::string_view, 9> kPeriod{"in",         "during", "for",  "between", "since",
                                                      "throughout", "within", "over", "on"};
    constexpr std::array<std::string_view, 5> kBase{"from", "over", "than", "against", "versus"};
    const bool compared = l.is(at, "compared") && (l.is(at + 1, "with") || l.is(at + 1, "to"));
    const bool base_word = compared || one_of(l[at].low, kBase);
    const bool period_word = one_of(l[at].low, kPeriod);
    size_t date = date_at(in, at, from);
    if (!base_word && !period_word && date == in.dates.size()) return;
    if (date == in.dates.size()) at += compared ? 2 : 1;
    // "the same period last year", "the same month of 2022"
    const size_t base_begin = at;
    const bool same =
        l.is(at, "the") && (l.is(at + 1, "same") || l.is(at + 1, "corresponding") || l.is(at + 1, "previous"));
    if (same) {
      for (size_t skip = 0; skip < 5 && l.joined(at) && date_at(in, at, from) == in.dates.size(); ++skip) ++at;
    }
    if (date == in.dates.size()) date = date_at(in, at, from);
    if (date == in.dates.size()) return;
    const DateExpression* first = &in.dates[date];
    size_t end = lexeme_at(l, at, first->span.end, 16);
    Span span = l.span(same ? base_begin : at, end);
    // Both ends of a span of time.
    if (l.joined(end) && (l.is(end, "and") || l.is(end, "to") || l.is(end, "through")) &&
        (l.is(start, "between") || l.is(start, "from"))) {
      const size_t other = date_at(in, end + 1, date + 1);
      if (other < in.dates.size()) {
        span.end = in.dates[other].span.end;
        end = lexeme_at(l, end + 1, span.end, 16);
        if (!figure.period) figure.period = span;
        at = end;
        continue;
      }
    }
    const bool earlier = first->value.size() >= 4 && (l.is(at, "a") || l.is(at, "year"));
    if (same || (base_word && !l.is(start, "over")) || (base_word && earlier)) {
      if (!figure.base) figure.base = span;
    } else if (!figure.period && first->type != DateType::kSet) {
      figure.period = span;
    } else {
      return;
    }
    at = end;
  }
}

}  // namespace

void read_context(const Lexemes& l, const std::vector<DateExpression>& dates, const std::vector<Placed>& places,
                  const std::vector<std::optional<Span>>& measured, std::vector<Figure>& figures) {
  const Around around{l, dates};
  size_t date = 0;
  for (size_t n = 0; n < figures.size(); ++n) {
    Figure& figure = figures[n];
    const Placed& place = places[n];
    const size_t floor = n > 0 ? places[n - 1].end : 0;
    const auto cue = cue_before(l, place.first, floor);
    if (cue) figure.role = cue->role;
    if (const auto behind = role_behind(l, place.end)) figure.role = *behind;
    if (figure.kind == FigureKind::kOrdinal || is_length_of_time(figure)) figure.role = FigureRole::kValue;
    // What is measured.
    size_t at = place.end;
    const bool behind = measured[n] && measured[n]->begin >= figure.span.end;
    if (behind && (figure.kind == FigureKind::kOrdinal || figure.kind == FigureKind::kCount)) {
      figure.of = measured[n];
    } else if (figure.kind == FigureKind::kOrdinal) {
      // A rank has its noun behind it.
      figure.of = phrase_after(l, at);
    } else if (l.is(at, "of") && l.joined(at)) {
      ++at;
      if (l.is(at, "the") || l.is(at, "its") || l.is(at, "their") || l.is(at, "all")) ++at;
      if (l.joined(at)) figure.of = phrase_after(l, at);
    } else if (l.is(at, "worth") && l.is(at + 1, "of")) {
      figure.of = phrase_after(l, at + 2);
    } else if (figure.kind == FigureKind::kMeasure && is_hyphen(l, place.end - 2)) {
      figure.of = phrase_after(l, at);  // "a 12-point plan"
    } else if (figure.kind == FigureKind::kCount) {
      figure.of = l.joined(at) && !is_hyphen(l, at) ? phrase_after(l, at) : std::nullopt;
    }
    if (!figure.of && cue && cue->role == FigureRole::kChange) {
      size_t subject = cue->first;
      while (subject > 0 && l.joined(subject) &&
             (l.is(subject - 1, "has") || l.is(subject - 1, "have") || l.is(subject - 1, "had") ||
              l.is(subject - 1, "only") || l.is(subject - 1, "also") || l.is(subject - 1, "was") ||
              l.is(subject - 1, "were")))
        --subject;
      // "growth of", "a rise of": the noun itself is the change; its own subject is not safe to name.
      if (measured[n] && !behind) {
        figure.of = measured[n];
      } else if (!l.is(cue->end, "of")) {
        figure.of = phrase_before(l, subject);
      }
      if (!figure.of && n > 0 && figures[n - 1].role == FigureRole::kChange && figures[n - 1].of &&
          l[places[n - 1].first].sentence == l[place.first].sentence) {
        // "increased by a quarter in 2023, but has only grown 1.6% since": one subject.
        figure.of = figures[n - 1].of;
      }
    }
    if (!figure.of && !is_length_of_time(figure)) figure.of = measured[n];
    while (date < dates.size() && dates[date].span.end <= figure.span.begin) ++date;
    read_times(around, place, date, figure);
  }
}

}  // namespace readout::figures
