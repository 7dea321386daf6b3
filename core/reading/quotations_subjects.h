// Who a reporting verb belongs to: the noun phrase before it, after it, or as the parse has it. Private to quotations.
#pragma once

#include <optional>

#include "reading/quotations_sentence.h"

namespace readout::quoting {

class Subjects : protected SentenceView {
 protected:
  using SentenceView::SentenceView;

  bool boundary_word(uint32_t k) const;
  // Without a time at the end: "who in 2010", "Lee on Tuesday".
  uint32_t before_time(uint32_t end) const;
  // The subject of the main clause after a setting that ends with a comma: "Citing a report, Lee said".
  std::optional<Range> subject_after_setting(uint32_t i) const;
  // "Ann Lee, Bob Roe and Cy Poe": from the last names of a list back to its first.
  uint32_t list_begin(Range phrase) const;
  // The noun phrase that ends at `end`; empty where none does.
  Range noun_phrase_before(uint32_t end) const;
  // The subject of the verb at `i`: by the order of words, or else as the parse has it.
  std::optional<Range> subject_before(uint32_t i) const;
  // Whether one stands there that is the verb's own, and not a subject that it shares with an earlier verb.
  bool has_subject_before(uint32_t i) const;
  // The parse's subject, where it stands before the verb in this sentence.
  std::optional<Range> parsed_subject(uint32_t i) const;
  std::optional<Range> subject_by_order(uint32_t i) const;
  // "Lee, of Vessby, the mayor, who ...": from an apposition's first step back to that of the phrase it stands by.
  uint32_t apposed_to(uint32_t first) const;
  // The noun phrase that begins at `first`, as a postposed subject ("said Ann Lee, the mayor").
  Range noun_phrase_after(uint32_t first) const;
  // The subject of the sentence's main clause, for "..., saying".
  std::optional<Range> main_subject() const;

  std::optional<Range> last_source_;  // of the clause before
};

}  // namespace readout::quoting
