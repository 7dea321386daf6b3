// Reporting clauses in one sentence: the verb (or "according to"), who it belongs to, and which words it reports.
// Works on the order of words and their classes; where the language stage gives tags, a verb must be tagged as one.
// Private to quotations.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "reading/identities_words.h"
#include "reading/quotations_steps.h"
#include "reading/quotations_syntax.h"

namespace readout::quoting {

// A half-open range of steps.
struct Range {
  uint32_t first = 0;
  uint32_t last = 0;
  bool empty() const { return last <= first; }
};

enum class Shape : uint8_t { kBefore, kAfter, kAround };  // where the clause stands: before its content, after, inside

enum class Report : uint8_t {
  kWords,      // content is what was said
  kSilence,    // content is what was not spoken of: "did not mention the war"
  kAnnounces,  // no content in this sentence: what follows the colon that ends it is
};

struct ReportingClause {
  Report report = Report::kWords;
  Shape shape = Shape::kBefore;
  CueClass cue_class = CueClass::kUnknown;
  Range cue;
  uint16_t verb = wording::kNoVerb;  // kNoVerb: "according to"
  std::optional<Range> source;
  std::optional<Range> addressee;
  std::optional<Range> occasion;  // "in an interview", "at a rally"
  std::vector<Range> via;         // "quoted him as saying": who quotes
  std::vector<Range> content;
};

// What the finder looks at; all views outlive it.
struct ClauseContext {
  std::string_view text;
  const std::vector<wording::Word>& words;
  const std::vector<Token>& tokens;
  const wording::WordLists& lists;
  const std::vector<QuotedStretch>& stretches;
  const std::vector<Step>& steps;
  const std::vector<bool>& in_name;  // by token: inside a name
  const Subtrees& subtrees;
};

// The reporting clauses of one sentence, in text order; their contents do not overlap. Time is linear in the sentence
// apart from look-ahead of bounded length.
std::vector<ReportingClause> find_clauses(const ClauseContext& context, const StepSentence& sentence);

}  // namespace readout::quoting
