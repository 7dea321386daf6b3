#include "reading/dates.h"

#include <utility>

#include "reading/dates_grammar.h"
#include "reading/dates_resolve.h"
#include "reading/dates_tense.h"
#include "reading/lexemes.h"
#include "reading/lexicon_parts.h"

namespace readout {

std::vector<DateExpression> find_dates(const Article& article, const Annotation& language,
                                       const ReadingLexicons& lexicons) {
  std::vector<DateExpression> out;
  if (language.language != "en" && language.language != "und") return out;
  const Lexemes lexemes(article.text, language, lexicons.parts().quantities);
  const dates::Grammar grammar(lexemes);
  const std::string& published = article.masthead.published.value;
  dates::Resolver resolver(dates::point_of(published), published);
  for (size_t i = 0; i < lexemes.size();) {
    const auto match = grammar.expression(i);
    if (!match) {
      ++i;
      continue;
    }
    const int tense = dates::tense_around(lexemes, match->first, match->end);
    dates::Resolved resolved =
        resolver.resolve(*match, tense, language.sentences[lexemes[match->first].sentence].paragraph);
    DateExpression date;
    date.span = lexemes.span(match->first, match->end);
    date.type = match->type;
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

PublishedDate infer_published(const Article& article, const Annotation&, const ReadingLexicons&) {
  return article.masthead.published;
}

}  // namespace readout
