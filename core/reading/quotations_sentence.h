// One sentence outside quotation marks as the clause finder looks at it: steps, word classes, verbs. Private to
// quotations.
#pragma once

#include <algorithm>
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

// Questions about the steps of one sentence; a step outside it is no word and no mark. Where the language stage gives
// tags, a verb must be tagged as one. Every question looks a bounded number of steps around.
class SentenceView {
 protected:
  SentenceView(const ClauseContext& context, const StepSentence& sentence);

  static constexpr uint32_t kNone = 0xFFFFFFFF;
  // Look-ahead and look-back, in steps.
  static constexpr uint32_t kSubjectReach = 28;
  static constexpr uint32_t kAdverbialReach = 14;
  static constexpr uint32_t kClauseReach = 10;

  // The step after a dateline ("OSLO, May 3 (Reuters) - "), or the first.
  uint32_t after_dateline() const;
  // The step itself; past the end, the text's last.
  const Step& step(uint32_t i) const { return c_.steps[std::min<size_t>(i, c_.steps.size() - 1)]; }
  bool inside(uint32_t i) const { return i >= b_ && i < e_; }
  bool stretch(uint32_t i) const { return inside(i) && c_.steps[i].stretch != kNoStretch; }
  const wording::Word& w(uint32_t i) const { return c_.words[step(i).token]; }
  bool is_word(uint32_t i) const { return i >= b_ && i < e_ && !stretch(i) && w(i).is_word(); }
  bool is(uint32_t i, wording::Classes any) const { return is_word(i) && w(i).is(any); }
  bool mark(uint32_t i, wording::Mark m) const { return i >= b_ && i < e_ && !stretch(i) && w(i).mark == m; }
  bool comma(uint32_t i) const { return mark(i, wording::Mark::kComma); }
  std::string_view text(uint32_t i) const { return words_of(c_.text, step(i).span); }
  bool word(uint32_t i, std::string_view lower) const;
  bool in_name(uint32_t i) const { return inside(i) && !stretch(i) && c_.in_name[c_.steps[i].token]; }
  Upos tag(uint32_t i) const { return !inside(i) || stretch(i) ? Upos::kNone : c_.tokens[c_.steps[i].token].upos; }
  std::string_view relation(uint32_t i) const;
  const wording::ReportingVerb& verb(uint32_t i) const { return c_.lists.verbs[w(i).verb]; }
  bool has(uint32_t i, uint16_t frames) const {
    return w(i).verb != wording::kNoVerb && (verb(i).frames & frames) != 0;
  }
  bool adverb(uint32_t i) const;
  // A short quoted stretch whose words all begin with capitals, as the name of a broadcast or book does.
  bool title(uint32_t i) const;
  bool possessive_mark(uint32_t i) const;
  bool is_verb(uint32_t i) const;
  // First step of the verb's group: auxiliaries, negations and adverbs before it.
  uint32_t group_begin(uint32_t i) const;
  // Whether the verb's group has an auxiliary.
  bool helped(uint32_t i) const;
  bool passive(uint32_t i) const;
  // Quoted words that end with a comma inside the marks.
  bool ends_with_comma(uint32_t i) const;
  bool starts_noun_phrase(uint32_t i) const;
  // Without a comma, colon or dash at its end.
  uint32_t trim(uint32_t end) const;
  bool adverbial_start(uint32_t i) const;
  bool gerund_follows(uint32_t k) const;
  // The first step after the token, no further than the sentence.
  uint32_t step_after(uint32_t token) const;
  // The step that holds the token.
  uint32_t step_of(uint32_t token) const;
  // Length of "according to", "per", "in the words of" at `i`; 0 where none begins.
  uint32_t according_length(uint32_t i) const;
  bool is_according_to(uint32_t i) const { return according_length(i) > 0; }
  // Whether the phrase is of an agency, broadcaster or paper, or else of a document, that passes on what others say.
  bool passes_on(Range phrase, bool documents) const;
  bool finite_report(uint32_t k) const;
  // Whether a reporting clause of its own begins at `k` (after a comma or a conjunction).
  bool clause_begins(uint32_t k) const;
  // Whether a subject and a verb begin at `k`.
  bool clause_follows(uint32_t k) const;

  const ClauseContext& c_;
  uint32_t b_;  // the sentence's steps, without a dateline and its closing mark
  uint32_t e_;
  bool title_case_ = false;  // a headline: most words begin with capitals
};

}  // namespace readout::quoting
