#include "collation/measures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

#include "text/unicode.h"

namespace readout::collation {

namespace {

constexpr size_t kReach = 9;  // content words on either side that belong to a figure
constexpr uint32_t kAgrees = 2000;
constexpr uint32_t kRounds = 1000;

// A row of data/built_in/measure_words.tsv, which says what the columns are.
struct MeasureWord {
  std::string_view word;
  std::string_view what;
  std::string_view meaning;
};

constexpr MeasureWord kWords[] = {
#include "built_in/measure_words.inc"
};

// The row that says `what` of the word; null where there is none. Rows are sorted by word.
const MeasureWord* row_of(std::string_view word, std::string_view what) {
  auto at = std::lower_bound(std::begin(kWords), std::end(kWords), word,
                             [](const MeasureWord& row, std::string_view wanted) { return row.word < wanted; });
  for (; at != std::end(kWords) && at->word == word; ++at) {
    if (at->what == what) return at;
  }
  return nullptr;
}

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

void sort_unique(std::vector<uint64_t>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

uint64_t meaning_key(std::string_view stemmed) {
  const MeasureWord* row = row_of(stemmed, "means");
  return hash(row != nullptr ? row->meaning : stemmed);
}

bool is_aside(std::string_view stemmed) { return row_of(stemmed, "aside") != nullptr; }

bool is_fate(uint64_t key) {
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](const MeasureWord& row) { return row.what == "fate" && hash(row.word) == key; });
}

std::string folded_word(const Reading& reading, const Word& word) {
  return unicode::fold(words_of(reading.article.text, word.span));
}

// A calendar value that stands fast: a year, month or day, or part of one.
bool is_calendar(const std::string& value) {
  return value.size() >= 4 &&
         std::all_of(value.begin(), value.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> periods_of(const Reading& reading, const Figure& figure, Span sentence) {
  std::vector<std::string> stated;
  std::vector<std::string> around;
  for (const DateExpression& date : reading.dates) {
    if (date.span.begin < sentence.begin || date.span.begin >= sentence.end) continue;
    if (date.type != DateType::kDate || !is_calendar(date.value)) continue;
    if (figure.period && figure.period->overlaps(date.span)) stated.push_back(date.value);
    around.push_back(date.value);
  }
  auto& periods = stated.empty() ? around : stated;
  std::sort(periods.begin(), periods.end());
  return std::move(periods);
}

bool one_time(const std::string& a, const std::string& b) {
  const size_t shorter = std::min(a.size(), b.size());
  return a.compare(0, shorter, b, 0, shorter) == 0;
}

bool may_be_one_time(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& x) {
    return std::any_of(b.begin(), b.end(), [&](const std::string& y) { return one_time(x, y); });
  });
}

size_t missing_from(const std::vector<uint64_t>& keys, const std::vector<uint64_t>& other) {
  return keys.size() - shared_count(keys, other);
}

bool is_claim_of_fact(const Figure& figure) {
  return figure.role != FigureRole::kTarget && figure.role != FigureRole::kForecast;
}

// Fates that one names and the other does not, on both sides.
bool fates_differ(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  std::vector<uint64_t> left;
  std::vector<uint64_t> right;
  std::copy_if(a.begin(), a.end(), std::back_inserter(left), is_fate);
  std::copy_if(b.begin(), b.end(), std::back_inserter(right), is_fate);
  return !left.empty() && !right.empty() && shared_count(left, right) == 0;
}

// Digits that a value takes: 840 has two, 1,284 four, 3 one.
int significant_digits(double value) {
  value = std::fabs(value);
  if (!(value > 0) || value >= 1e15) return 1;
  while (value < 1e5) value *= 10;
  auto whole = static_cast<int64_t>(value + 0.5);
  while (whole % 10 == 0) whole /= 10;
  int digits = 0;
  for (; whole > 0; whole /= 10) ++digits;
  return digits;
}

// Half a step of the last digit given, of two at least, as a share of the value; more for hedged ones.
double slack(const Figure& figure) {
  const double value = std::fabs(figure.value.value_or(0));
  if (!(value > 0)) return 1;
  double step = 1;
  for (int digit = std::max(2, significant_digits(value)); digit > 1; --digit) step /= 10;
  double leading = value;
  while (leading >= 10) leading /= 10;
  while (leading < 1) leading *= 10;
  const double written = 0.5 * step / leading;
  return figure.approx == Approximation::kExact ? written : std::max(written, 0.05);
}

}  // namespace

Measure measure_of(const CorpusArticle& article, const Figure& figure) {
  Measure measure;
  const Reading& reading = *article.reading;
  const auto sentence = article.places.sentence_of(figure.span);
  if (!sentence) return measure;
  const Span within = reading.language.sentences[*sentence].span;
  std::vector<Word> before;
  std::vector<Word> after;
  for (const Word& word : words_in(reading.article.text, within)) {
    if (!word.content || word.digit || word.span.overlaps(figure.span)) continue;
    (word.span.begin < figure.span.begin ? before : after).push_back(word);
  }
  if (before.size() > kReach) before.erase(before.begin(), before.end() - static_cast<std::ptrdiff_t>(kReach));
  if (after.size() > kReach) after.resize(kReach);
  before.insert(before.end(), after.begin(), after.end());
  measure.periods = periods_of(reading, figure, within);
  measure.crowded = std::any_of(reading.figures.begin(), reading.figures.end(), [&](const Figure& other) {
    return other.span.begin >= within.begin && other.span.begin < within.end && !(other.span == figure.span) &&
           other.kind == figure.kind && other.unit == figure.unit;
  });
  for (const Word& word : before) {
    const bool in_date = std::any_of(reading.dates.begin(), reading.dates.end(),
                                     [&](const DateExpression& date) { return date.span.overlaps(word.span); });
    if (in_date) continue;
    const std::string stemmed = stem(folded_word(reading, word));
    if (is_aside(stemmed)) continue;
    const uint64_t key = meaning_key(stemmed);
    measure.near.push_back(key);
    // The first word of a sentence is capital whatever it is.
    if (word.capital && word.span.begin != within.begin) measure.names.push_back(key);
  }
  sort_unique(measure.near);
  sort_unique(measure.names);
  return measure;
}

bool is_comparable(const CorpusArticle& article, const Figure& figure) {
  if (figure.kind == FigureKind::kOrdinal) return false;
  static constexpr std::array<std::string_view, 8> kTimes = {"second", "minute", "hour", "day",
                                                             "week",   "month",  "year", "decade"};
  if (holds(kTimes, figure.unit)) return false;
  const Reading& reading = *article.reading;
  const std::string& text = reading.article.text;
  const auto again = [&](const Figure& other) {
    return other.span.end + 2 >= figure.span.begin && other.span.end < figure.span.begin && other.unit != figure.unit;
  };
  if (figure.span.begin > 0 && text[figure.span.begin - 1] == '(' && figure.kind == FigureKind::kMeasure &&
      std::any_of(reading.figures.begin(), reading.figures.end(), again)) {
    return false;
  }
  if (figure.kind != FigureKind::kCount) return true;
  const auto sentence = article.places.sentence_of(figure.span);
  if (sentence) {
    const auto words = words_in(text, {reading.language.sentences[*sentence].span.begin, figure.span.begin});
    if (!words.empty() && words.back().span.end + 2 >= figure.span.begin &&
        row_of(folded_word(reading, words.back()), "label") != nullptr) {
      return false;
    }
  }
  const std::string_view words = words_of(text, figure.span);
  const bool digits = std::any_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits || (figure.value && *figure.value > 12);
}

FigureRelation compare_figures(const Figure& a, const Figure& b) {
  if (!a.value || !b.value) {
    return a.min == b.min && a.max == b.max ? FigureRelation::kSame : FigureRelation::kIncomparable;
  }
  if (*a.value == *b.value) return FigureRelation::kSame;
  const double high = std::max(std::fabs(*a.value), std::fabs(*b.value));
  const double gap = std::fabs(*a.value - *b.value);
  if (!(high > 0)) return FigureRelation::kSame;
  const auto hedged = [](const Figure& f) { return f.approx != Approximation::kExact; };
  const Figure& low = *a.value < *b.value ? a : b;
  const Figure& top = *a.value < *b.value ? b : a;
  // "more than 200" allows 212, "almost 220" allows 212; a hedge does not stretch past a tenth.
  if (gap <= 0.1 * high &&
      ((low.approx == Approximation::kOver) || (top.approx == Approximation::kUnder) ||
       (hedged(low) && low.approx == Approximation::kAbout) || (hedged(top) && top.approx == Approximation::kAbout))) {
    return FigureRelation::kRounded;
  }
  // One is the other with fewer figures: 19.7 and 20, 1,284 and 1,300.
  for (const auto& [fine, coarse] : {std::pair{*a.value, *b.value}, std::pair{*b.value, *a.value}}) {
    for (double step = 1e-3; step <= 1e15; step *= 10) {
      if (step > high / 5) break;
      const double rounded = std::floor(fine / step + 0.5) * step;
      if (std::fabs(rounded - coarse) <= 1e-9 * high) return FigureRelation::kRounded;
    }
  }
  return FigureRelation::kDifferent;
}

MeasureRelation compare_measures(const Figure& a, const Measure& of_a, const Figure& b, const Measure& of_b) {
  if (a.kind != b.kind || a.unit != b.unit) return MeasureRelation::kOther;
  if ((a.role == FigureRole::kChange) != (b.role == FigureRole::kChange)) return MeasureRelation::kOther;
  const size_t shared = shared_count(of_a.near, of_b.near);
  const size_t shorter = std::min(of_a.near.size(), of_b.near.size());
  if (shared < 2 || of_a.crowded || of_b.crowded || fates_differ(of_a.near, of_b.near)) return MeasureRelation::kOther;
  const size_t only_a = missing_from(of_a.near, of_b.near);
  const size_t only_b = missing_from(of_b.near, of_a.near);
  const bool other_names = missing_from(of_a.names, of_b.near) > 0 && missing_from(of_b.names, of_a.near) > 0;
  if (other_names || shared * 4 < shorter * 3) return MeasureRelation::kOther;
  if (is_claim_of_fact(a) != is_claim_of_fact(b)) return MeasureRelation::kOtherClaim;
  if (of_a.periods.empty() != of_b.periods.empty() ||
      (!of_a.periods.empty() && !may_be_one_time(of_a.periods, of_b.periods))) {
    return MeasureRelation::kOtherTime;
  }
  // Where both have words of their own and few in common, one may be of another place, group or deed.
  if (only_a > 0 && only_b > 0) return shared < 5 ? MeasureRelation::kOther : MeasureRelation::kOne;
  return only_a + only_b <= 1 || shared >= 4 ? MeasureRelation::kOne : MeasureRelation::kNarrower;
}

uint32_t figure_likeness(const Figure& a, const Measure& of_a, const Figure& b, const Measure& of_b) {
  if (a.kind != b.kind || a.unit != b.unit || is_claim_of_fact(a) != is_claim_of_fact(b)) return 0;
  if ((a.role == FigureRole::kChange) != (b.role == FigureRole::kChange)) return 0;
  const size_t shared = shared_count(of_a.near, of_b.near);
  if (shared == 0) return 0;
  const auto part = static_cast<uint32_t>(1000 * shared / std::min(of_a.near.size(), of_b.near.size()));
  const auto whole = static_cast<uint32_t>(2000 * shared / (of_a.near.size() + of_b.near.size()));
  const uint32_t score = (part + whole) / 2;
  const FigureRelation relation = compare_figures(a, b);
  if (relation == FigureRelation::kIncomparable) return 0;
  if (relation == FigureRelation::kDifferent) {
    const MeasureRelation measures = compare_measures(a, of_a, b, of_b);
    return measures == MeasureRelation::kOne || measures == MeasureRelation::kNarrower ? score : 0;
  }
  const bool other_names = missing_from(of_a.names, of_b.near) > 0 && missing_from(of_b.names, of_a.near) > 0;
  const bool other_time =
      !of_a.periods.empty() && !of_b.periods.empty() && !may_be_one_time(of_a.periods, of_b.periods);
  if (fates_differ(of_a.near, of_b.near) || other_time) return 0;
  // A round or small number is met by chance more easily than one of many digits.
  if (relation == FigureRelation::kSame) {
    const bool telling = a.value && significant_digits(*a.value) >= 3;
    const bool plain = a.unit.empty() || a.kind == FigureKind::kPercent;
    const bool enough = telling ? part >= 250 : part >= 400 && !(plain && other_names);
    return shared >= 2 && enough ? kAgrees + score : 0;
  }
  return shared >= 2 && part >= 500 && !other_names && !of_a.crowded && !of_b.crowded ? kRounds + score : 0;
}

bool change_fits(const Figure& before, const Figure& after, const Figure& change) {
  if (!before.value || !after.value || !change.value || !(std::fabs(*before.value) > 0)) return true;
  const double ratio = *after.value / *before.value;
  const double percent = 100 * std::fabs(ratio - 1);
  // What the rounding of the totals leaves open, and that of the change itself.
  const double open = 100 * ratio * (slack(before) + slack(after)) + std::fabs(*change.value) * slack(change);
  if (change.approx == Approximation::kOver) return percent + open >= std::fabs(*change.value);
  if (change.approx == Approximation::kUnder) return percent - open <= std::fabs(*change.value);
  return std::fabs(percent - std::fabs(*change.value)) <= open;
}

}  // namespace readout::collation
