#include "reading/dates.h"

#include <utility>

#include "reading/dates_grammar.h"
#include "reading/dates_resolve.h"
#include "reading/dates_tense.h"
#include "reading/lexemes.h"
#include "reading/lexicon_parts.h"

namespace readout {

namespace {

// "between January and July this year": the year behind the second month is the first one's too.
void share_year(const Lexemes& l, const dates::Grammar& grammar, dates::Match& match) {
  dates::When& when = match.when;
  if (when.form != dates::Form::kCalendar || when.month == 0 || when.year > 0 ||
      when.relation != dates::Relation::kNone || when.year_relation != dates::Relation::kNone || !l.joined(match.end)) {
    return;
  }
  if (!(l.is(match.end, "and") || l.is(match.end, "to") || l.is(match.end, "through") || l.is(match.end, "until") ||
        l.dash(match.end)) ||
      !l.joined(match.end + 1)) {
    return;
  }
  const auto next = grammar.expression(match.end + 1);
  if (!next || next->when.form != dates::Form::kCalendar || next->when.month == 0) return;
  // A month behind the second one lies in the year before.
  if (next->when.year > 0) when.year = next->when.year - (when.month > next->when.month ? 1 : 0);
  if (when.month <= next->when.month) when.year_relation = next->when.year_relation;
}

}  // namespace

std::vector<DateExpression> find_dates(const Article& article, const Annotation& language,
                                       const ReadingLexicons& lexicons) {
  std::vector<DateExpression> out;
  if (language.language != "en" && language.language != "und") return out;
  const Lexemes lexemes(article.text, language, lexicons.parts().quantities);
  const dates::Grammar grammar(lexemes);
  const std::string& published = article.masthead.published.value;
  const DateHow how = article.masthead.published.how;
  dates::Resolver resolver(dates::point_of(published), published + (how == DateHow::kInferred ? " (inferred)" : ""));
  for (size_t i = 0; i < lexemes.size();) {
    auto match = grammar.expression(i);
    if (!match) {
      ++i;
      continue;
    }
    share_year(lexemes, grammar, *match);
    const int tense = dates::tense_around(lexemes, match->first, match->end);
    dates::Resolved resolved =
        resolver.resolve(*match, tense, language.sentences[lexemes[match->first].sentence].paragraph);
    DateExpression date;
    date.span = lexemes.span(match->first, match->end);
    date.type = resolved.dated ? DateType::kDate : match->type;
    date.value = std::move(resolved.value);
    date.mod = match->when.mod;
    date.anchor = std::move(resolved.anchor);
    date.relative = resolved.relative;
    date.doubt = std::move(resolved.doubt);
    out.push_back(std::move(date));
    i = match->end;
  }
  return out;
}

}  // namespace readout
