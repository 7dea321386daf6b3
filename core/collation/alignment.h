// Whether two readings give the same thing: the heart of facts. Everything is decided by counts of shared words, so
// the reasons can be shown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "collation/corpus.h"
#include "collation/identities.h"
#include "collation/measures.h"

namespace readout::collation {

// One quotation, figure, date or event of one article, ready to be compared.
struct Candidate {
  ArticleIndex article = 0;
  FactKind kind = FactKind::kQuotation;
  uint32_t item = 0;               // index into the reading's list of that kind
  std::vector<Span> spans;         // the words that carry it
  std::vector<uint64_t> keys;      // what it says: content keys, sorted
  std::vector<uint64_t> quoted;    // quotations: those of `keys` that stand inside quotation marks
  Measure measure;                 // figures: what the words around it say of it
  std::optional<uint32_t> entity;  // dossier entity: speaker, or first source of an event
  std::vector<uint32_t> speakers;  // quotations: all who say it, sorted; empty: not known
  std::string value;               // dates: TIMEX3 value; events: code
  std::optional<uint32_t> said;    // figures and events: the quotation that they stand in, a speaker's claim
  bool headline = false;
};

// Whether both quotations have speakers who are known, and none in common: where several speak as one, one who is in
// both is enough.
bool have_other_speakers(const Candidate& a, const Candidate& b);

// How alike two candidates are: 0 is something else, more is more alike; comparable within one kind. Symmetric.
uint32_t likeness(const Candidate& a, const Candidate& b, const Corpus& corpus);

// Groups of candidates that give one fact. An article stands in a group once, but for its headline, which may stand
// beside its body. Best pairs first; ties by position, so the outcome does not hang on the order of input. A candidate
// is compared with at most 300 others a word; O(candidates log candidates), and for what is joined its square in steps
// of a few instructions.
std::vector<std::vector<uint32_t>> align(const std::vector<Candidate>& candidates, const Corpus& corpus);

}  // namespace readout::collation
