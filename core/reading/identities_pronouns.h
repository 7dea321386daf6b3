// Which of those in mind a pronoun stands for.
#pragma once

#include <cstdint>
#include <vector>

#include "reading/identities_grammar.h"
#include "reading/identities_salience.h"
#include "reading/identities_words.h"

namespace readout::naming {

// What has been read so far, as the pronouns need it.
struct Discourse {
  Salience mind;
  std::vector<ReferentId> at;       // by token: whom a name or pronoun stands for
  std::vector<ReferentId> coming;   // by token: whom a name stands for that is yet to be read
  ReferentId opener = kNoReferent;  // the main subject of this sentence, and of the one before
  ReferentId last_opener = kNoReferent;
  ReferentId speaker = kNoReferent;  // who is said to speak in this sentence, and in the one before
  ReferentId last_speaker = kNoReferent;
  ReferentId he = kNoReferent;  // whom the last pronoun of this sentence that is a subject stands for
  bool subject_seen = false;
};

struct Choice {
  ReferentId referent = kNoReferent;
  bool doubtful = false;  // another fits about as well
  bool sure = false;      // nobody else comes near
};

struct PronounContext {
  const Grammar& grammar;
  const std::vector<wording::Word>& words;
  const std::vector<Token>& tokens;
  const std::vector<bool>& quoted;
};

// Salience decides among those whose gender fits and whom the tree does not bar; the subject of the clause counts for
// more for a possessive ("Lee sold his house"), the subject of the clause above for a subject ("Lee said he left"),
// the main subject of the last sentence for one that opens its sentence (the continued centre of Grosz, Joshi and
// Weinstein 1995). Whoever speaks is not "he" inside the speech. O(12 heads and those in mind).
Choice choose(const PronounContext& context, const Discourse& discourse, uint32_t pronoun, wording::Gender gender,
              bool reflexive);

// Whom the noun phrase with head `t` stands for, by its own words or a name in apposition.
ReferentId referent_of(const Grammar& grammar, const Discourse& discourse, uint32_t t);

}  // namespace readout::naming
