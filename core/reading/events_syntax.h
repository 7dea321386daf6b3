// Questions to the dependency trees of a text (Universal Dependencies), asked by the event stage.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/annotation.h"

namespace readout::events {

// Children of every token, in text order. Holds references: text and annotation must outlive it. Built in O(tokens).
class Trees {
 public:
  Trees(std::string_view text, const Annotation& language);

  const Token& token(uint32_t t) const { return language_.tokens[t]; }
  const std::vector<Token>& tokens() const { return language_.tokens; }
  std::string_view words(uint32_t t) const { return words_of(text_, token(t).span); }
  std::string_view lemma(uint32_t t) const { return token(t).lemma; }

  // Half-open range: the children of `t`.
  const uint32_t* begin(uint32_t t) const { return children_.data() + first_[t]; }
  const uint32_t* end(uint32_t t) const { return children_.data() + first_[t + 1]; }

  // "obl" is also "obl:tmod".
  bool has_relation(uint32_t t, std::string_view relation) const;
  bool is_relation(uint32_t t, std::string_view relation) const { return token(t).deprel == relation; }
  // The first child with the relation; kNone where there is none.
  uint32_t child(uint32_t t, std::string_view relation) const;
  // The lemma of the preposition that marks `t` ("with"), empty where none does.
  std::string_view preposition(uint32_t t) const;
  // The head of `t`; kNone at a root.
  uint32_t head(uint32_t t) const;
  // A noun, name, pronoun or number.
  bool is_nominal(uint32_t t) const;
  // First and last token of the unbroken stretch around a noun: its determiners, adjectives and compounds.
  Span noun_phrase(uint32_t t, uint32_t* first) const;

  // "KABUL (Agency) -": the words before a paragraph's first sentence proper, which the parser takes for its subject.
  bool in_dateline(uint32_t t) const { return dateline_[t]; }
  // The noun that the sentence begins with after the dateline of `t`, before token `before`; kNone where none does.
  uint32_t after_dateline(uint32_t t, uint32_t before) const;

  static constexpr uint32_t kNone = UINT32_MAX;

 private:
  void mark_dateline(const Sentence& sentence);

  std::string_view text_;
  const Annotation& language_;
  std::vector<uint32_t> first_;
  std::vector<uint32_t> children_;
  std::vector<bool> dateline_;
};

}  // namespace readout::events
