// Words passed on by agencies, broadcasters and papers: "..., Lee said, state television reported", "Interfax, citing a
// source, said". Private to quotations.
#pragma once

#include <optional>
#include <vector>

#include "reading/quotations_verbless.h"

namespace readout::quoting {

class ChannelClauses : protected VerblessClauses {
 protected:
  using VerblessClauses::VerblessClauses;

  // The subject of the verb at `i` where it opens a report within the first words of [from, to): "that Lee said ...".
  std::optional<Range> report_opens(uint32_t from, uint32_t to) const;
  // "..., Lee said, state television reported": the outer clause passes on what the inner one says. Takes the outer
  // one, whose verb is `tail`, off the sentence's end; false where there is no inner one.
  bool set_outer_aside(uint32_t tail);
  // Gives all clauses that were found the channels of the sentence.
  void pass_on();
  // "who declined to be named", "asked not to be identified": says how somebody speaks, not what.
  bool read_anonymity(uint32_t i);
  // "Interfax reported, citing the ministry", "Interfax, citing a source, said": the cited one speaks, the other passes
  // on. A speaker who is no channel cites in support: that is content.
  bool read_citing(uint32_t i);
  // What "citing" said before: the source is the one cited.
  void take_cited(ReportingClause& clause);
  // "..., according to Lee" at the sentence's end, where the main verb before it reports nothing itself; else kNone.
  uint32_t closing_according_to() const;
  void read_according_to(uint32_t i);

  std::vector<Range> passed_on_by_;  // of the whole sentence, the outermost first
  std::optional<Range> cited_;       // by "citing", for the next clause
  std::optional<Range> citer_;
};

}  // namespace readout::quoting
