// The article's own date, where its text pins one down.
#include <string>

#include "reading/dates.h"
#include "reading/dates_calendar.h"
#include "reading/dates_grammar.h"
#include "reading/dates_resolve.h"
#include "reading/lexemes.h"
#include "reading/lexicon_parts.h"

namespace readout {

namespace {

using dates::Grammar;
using dates::Match;

constexpr std::string_view kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};

struct Pinned {
  calendar::Date date;
  Span span;
  std::string words;
};

// The one month of `year` in which the day of the month falls on the weekday; 0 where there are none or several.
int only_month(int year, int day, int weekday) {
  int found = 0;
  for (int month = 1; month <= 12; ++month) {
    if (!calendar::valid(year, month, day) ||
        calendar::weekday(calendar::days_from_date({year, month, day})) != weekday) {
      continue;
    }
    if (found != 0) return 0;
    found = month;
  }
  return found;
}

}  // namespace

PublishedDate infer_published(const Article& article, const Annotation& language, const ReadingLexicons& lexicons) {
  const PublishedDate& known = article.masthead.published;
  if (known.how != DateHow::kUnknown || !known.value.empty()) return known;
  if (language.language != "en" && language.language != "und") return known;
  const Lexemes lexemes(article.text, language, lexicons.parts().quantities);
  const Grammar grammar(lexemes);
  int year = 0;
  std::vector<Match> days;
  for (size_t i = 0; i < lexemes.size();) {
    const auto match = grammar.expression(i);
    if (!match) {
      ++i;
      continue;
    }
    const dates::When& when = match->when;
    if (match->type == DateType::kDate && when.form == dates::Form::kCalendar) {
      // The latest year that the text speaks of; plans for later decades do not date it.
      if (when.year > year && when.year < 2100 && when.year >= 1800) year = when.year;
      if (when.weekday > 0 && when.day > 0 && when.year == 0) days.push_back(*match);
    }
    i = match->end;
  }
  if (year == 0 || days.empty()) return known;
  std::optional<Pinned> latest;
  for (const Match& match : days) {
    const dates::When& when = match.when;
    const int month = when.month > 0 ? when.month : only_month(year, when.day, when.weekday);
    if (month == 0 || !calendar::valid(year, month, when.day)) return known;
    const calendar::Date date{year, month, when.day};
    if (calendar::weekday(calendar::days_from_date(date)) != when.weekday) return known;
    // Dates of one article that lie months apart pin nothing down.
    if (latest) {
      const int64_t apart = calendar::days_from_date(date) - calendar::days_from_date(latest->date);
      if (apart > 31 || apart < -31) return known;
      if (apart <= 0) continue;
    }
    const Span span = lexemes.span(match.first, match.end);
    latest = Pinned{date, span, std::string(words_of(article.text, span))};
  }
  if (!latest) return known;
  const calendar::Date date = latest->date;
  const std::string day = dates::value_of({dates::Grain::kDay, date, 0});
  PublishedDate out;
  out.how = DateHow::kInferred;
  out.span = latest->span;
  // A weekday is named for about a week: near the month's end the article may be the next month's.
  const bool same_month = date.day + 6 <= calendar::days_in_month(date.year, date.month);
  out.value = dates::value_of({same_month ? dates::Grain::kMonth : dates::Grain::kYear, {date.year, date.month, 1}, 0});
  out.reason = "published on or after " + day + ": the latest year spoken of is " + std::to_string(year) + ", and \"" +
               latest->words + "\" can then only be in " + std::string(kMonths[date.month - 1]);
  return out;
}

}  // namespace readout
