// Which words a reporting verb reports, and what stands between it and them: addressee, occasion. Private to
// quotations.
#pragma once

#include "reading/quotations_subjects.h"

namespace readout::quoting {

class Contents : protected Subjects {
 protected:
  Contents(const ClauseContext& context, const StepSentence& sentence)
      : Subjects(context, sentence), floor_(sentence.first) {}

  uint32_t content_end(uint32_t start, uint32_t cue) const;
  // A noun phrase as content ends before the next clause or comma.
  uint32_t phrase_end(uint32_t k, uint32_t cue) const;
  // Whether an adverbial begins at `k` that says where words were spoken: "during a meeting", "in a statement".
  bool occasion_begins(uint32_t k) const;
  // Gives such an adverbial right after the last quoted words to the clause as its occasion.
  void cut_occasion(ReportingClause& clause) const;
  // Where the parse ends what the verb at `i` takes from step `k` on; kNone where it does not tell.
  uint32_t parsed_end(uint32_t i, uint32_t k) const;
  // A report in a setting before the main clause ("After saying that ..., she left") ends at its comma.
  uint32_t setting_end(uint32_t i) const;
  // Whether a finite verb or quoted words stand in [first, last).
  bool clause_within(uint32_t first, uint32_t last) const;
  // Past "on Tuesday", "in a statement": the step after the adverbial that begins at `i`, or `i` where none does.
  uint32_t skip_adverbial(uint32_t i) const;
  // Whether nothing but adverbials and an addressee follows until the clause's end; `end` is set to it.
  bool closed_after(uint32_t i, uint32_t& end) const;
  // What stands after the verb of a clause that follows its words: an addressee, an occasion, or one after the other.
  void note_after(ReportingClause& clause, uint32_t i, uint32_t end) const;
  bool addressee_begins(uint32_t k) const;
  void add_content(ReportingClause& clause, uint32_t first, uint32_t last) const;
  // The addressee after "told": up to "that", "to", a question word, a quotation, or one noun phrase.
  uint32_t addressee_end(uint32_t i) const;
  // "to" of an object with infinitive ("urged the senate to act").
  uint32_t find_infinitive(uint32_t k) const;
  bool has_finite_verb(uint32_t k) const;
  // Finds what stands after the cue; false where the verb reports nothing there.
  bool read_content_after(ReportingClause& clause, uint32_t i, uint32_t from);
  // Everything in the sentence before `end` that no other clause has taken.
  void read_content_before(ReportingClause& clause, uint32_t end) const;

  uint32_t floor_;  // content of a later clause begins no earlier
};

}  // namespace readout::quoting
