// What the tree says of who may stand for whom: grammatical roles, subjects that clauses share, and binding.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reading/identities_words.h"
#include "reading/values.h"

namespace readout::naming {

// The role of a noun phrase in its sentence, by how readily it is taken up again (Keenan and Comrie 1977; Lappin and
// Leass 1994).
enum class GrammaticalRole : uint8_t { kNone, kSubject, kEmbeddedSubject, kObject, kOblique, kPossessor };

struct Standing {
  GrammaticalRole role = GrammaticalRole::kNone;
  bool joined = false;      // one of several ("Lee and Roe")
  bool of_subject = false;  // a possessor whose noun is a subject ("Lee's lawyer")
};

// A view of one article's trees; what it is made of outlives it. Tokens are indices; kNoToken is none. Every question
// climbs at most 12 heads, or looks at the children of as many tokens.
class Grammar {
 public:
  static constexpr uint32_t kNoToken = 0xFFFFFFFF;

  Grammar(std::string_view text, const std::vector<wording::Word>& words, const std::vector<Token>& tokens);

  bool is_parsed(uint32_t t) const { return !tokens_[t].deprel.empty(); }
  // The head of the phrase of the tokens [first, last): the one that hangs on a token outside.
  uint32_t head_of(uint32_t first, uint32_t last) const;
  Standing standing(uint32_t t) const;
  // The verb, or the predicate of a copula, whose clause the token stands in.
  uint32_t clause_of(uint32_t t) const;
  // The subject of a clause: its own; the noun before "who"; or the one that it shares with the clause above it
  // (conjunction, control, participles).
  uint32_t subject_of(uint32_t clause) const;
  // The subject of the clause above that of `clause`, or who else says or is asked what it says.
  uint32_t subject_above(uint32_t clause) const;
  // "While Lee left, he ...": the subject of the adverbial clause that stands before `pronoun` in the clause.
  uint32_t subject_before(uint32_t clause, uint32_t pronoun) const;
  // Whom a pronoun that is no reflexive cannot mean: the subject that its verb has where it is object or oblique of
  // the same verb (principle B of Chomsky 1981), the owner of a noun that it hangs on ("Lee's attack on him"), and
  // whoever its own noun stands for ("his father, Lee").
  std::vector<uint32_t> barred(uint32_t pronoun) const;
  // "As he left, Lee said": the subject that follows the clause or phrase which opens the sentence and has the pronoun.
  uint32_t subject_ahead(uint32_t pronoun, uint32_t first) const;
  // The same by the order of words, where the tree takes the clause that opens the sentence for the main one: what
  // follows its conjunction at once, and the subject right behind its comma.
  uint32_t subject_behind(uint32_t pronoun, uint32_t first) const;
  bool is(uint32_t t, std::string_view relation) const;
  uint32_t child(uint32_t t, std::string_view relation) const;
  uint32_t head(uint32_t t) const;
  bool has_preposition(uint32_t t, std::string_view word) const;

 private:
  uint32_t named_before(uint32_t verb) const;
  bool is_clause(uint32_t t) const;
  uint32_t antecedent(uint32_t relative, uint32_t clause) const;
  uint32_t asked_by(uint32_t verb, uint32_t clause) const;
  bool is_relative(uint32_t t) const;

  std::string_view text_;
  const std::vector<wording::Word>& words_;
  const std::vector<Token>& tokens_;
  std::vector<uint32_t> first_child_;
  std::vector<uint32_t> next_sibling_;
};

}  // namespace readout::naming
