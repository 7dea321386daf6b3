// What a reader asks the search for: a small language of its own, with nothing in it that can run long.
//
//   trade deal            articles that have both; every place of either
//   "trade deal"          the words one after the other, within a paragraph
//   trad*   c?t           `*` any letters, `?` one letter, within a word
//   "the * minister"      `*` alone: any one word;  ... up to four words between
//   Kiev|Kyiv             either;  -Kiev: no article that has it
//   lemma:say             say, says, said, saying
//   tag:adj               a part of speech (Universal Dependencies); tag:noun|propn
//   lemma:meet&tag:noun   both at once
//   entity:Mishustin      whoever bears the name, named or described ("the premier")
//   /\d+ (dead|killed)/   a regular expression (search/regex.h), over the letters of a line
//
// Case and accents do not count. Words are cut as search/words.h cuts them: `1.6` and `U.S.` are one word, `trade-war`
// is two that stand together, `Russia's` two that touch.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/annotation.h"
#include "search/regex.h"

namespace readout::search {

// A condition on one word.
struct Pattern {
  enum class Of : uint8_t { kForm, kLemma, kTag };
  Of of = Of::kForm;
  std::string text;   // folded
  bool wild = false;  // holds `*` or `?`
  Upos tag = Upos::kNone;
};

// One step of a phrase: a word for which one pattern of every group holds; no groups: any word. Or the mention of an
// entity, or a gap of up to kLongestGap words.
struct Step {
  std::vector<std::vector<Pattern>> groups;
  std::string entity;
  bool gap = false;
  bool tight = false;  // no white space before it
};
constexpr uint32_t kLongestGap = 4;

struct Term {
  std::vector<Step> steps;
  std::optional<Regex> regex;  // in place of steps
  bool excluded = false;
};

struct Query {
  std::vector<Term> terms;
  std::string problem;  // why nothing can be looked for, in a sentence; empty where all is well
};

// Total: whatever is no operator is a word. At most kMostTerms terms of kMostSteps steps; what goes beyond is left out
// and said.
constexpr size_t kMostTerms = 16;
constexpr size_t kMostSteps = 24;
Query parse_query(std::string_view query);

// Whether a folded word fits a pattern with `*` and `?`. O(word times pattern).
bool fits_wildcard(std::string_view word, std::string_view pattern);

}  // namespace readout::search
