// Reports without a reporting verb: nouns ("her claim that"), labels, signatures, colons, settings, and words withheld
// ("gave no indication"). Private to quotations.
#pragma once

#include <vector>

#include "reading/quotations_content.h"

namespace readout::quoting {

class VerblessClauses : protected Contents {
 protected:
  using Contents::Contents;

  static uint32_t start_of(const ReportingClause& clause);
  // "gave no indication that", "made no mention of".
  void read_withheld(uint32_t i);
  // "her claim that ...", "Norway's refusal to ...".
  bool read_noun(uint32_t i);
  // Whether the word at `k` is a verb that can head a clause by itself.
  bool finite(uint32_t k) const;
  // Whether a phrase that begins at `owner` can be the subject of a verb after it.
  bool subject_position(uint32_t owner) const;
  // Where the infinitive or the clause of the noun at `i`, whose owner's phrase begins at `owner`, ends because the
  // verb follows whose subject the noun is: "His promise to resign | came too late".
  uint32_t infinitive_end(uint32_t owner, uint32_t i) const;
  uint32_t subject_clause_end(uint32_t owner, uint32_t i) const;
  // A headline's or transcript's label: "Sanders: ...", "WALLACE: ...".
  void read_label();
  // Who signs a quotation: `"..." -- Ann Lee`.
  void read_signature();
  // "For Ryan Lee, an analyst, the two have become ...".
  void read_view_of();
  // "Speaking to Lee, ...", "In an interview with ARD, ...": the setting of what the sentence reports.
  void read_setting();
  // Words after a colon belong to the clause's subject, even where no reporting verb stands before it.
  void read_colons();
  void finish(ReportingClause clause, uint32_t end);

  uint32_t done_ = 0;  // steps before it are settled
  std::vector<ReportingClause> found_;
};

}  // namespace readout::quoting
