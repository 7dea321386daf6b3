// What the articles date: sentences that give a day, a month, a year ..., with how certain each date is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "desk.h"
#include "desk_table.h"

namespace readout::desk {

// A sentence that gives a date, and who else has the same sentence.
struct Statement {
  std::string date;                                        // TIMEX3
  std::optional<uint32_t> lane;                            // story
  std::vector<std::pair<ArticleIndex, uint32_t>> sources;  // article and index of its date; never empty
  size_t accounts = 0;                                     // that name the day
};

// The statements of the scope's articles, by date, then story, then as the articles stand. Dates of mastheads and of
// what was set aside are none; nor are lengths of time and "every Monday". O(n log n) of the dates' sentences.
std::vector<Statement> statements_of(Desk& desk, const Scope& scope);

const DateExpression& date_of(Desk& desk, const Statement& statement);

// "certain": the words give it, or it was counted from a published date that the page states. "inferred": counted from
// a date that is itself inferred, or from the date last spoken of. "vague": a season, a decade, "about", "in recent
// years". "unplaced": nothing fixes it.
std::string_view certainty_of(const DateExpression& date);

// The date's sentence in three parts: what stands before the date's words, at its end, the words, and what follows.
struct DatedSentence {
  Span whole;
  std::string before;
  std::string words;
  std::string after;
};
DatedSentence sentence_of(Desk& desk, const Statement& statement);

// What the sentence says happened on that date: "visit", "a meeting or talks"; each once.
std::vector<std::string> kinds_of(Desk& desk, const Statement& statement, Span sentence);

}  // namespace readout::desk
