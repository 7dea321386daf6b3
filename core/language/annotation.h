// What the language stage says of a text: sentences, tokens with tags and syntax, and named mentions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace readout {

// Universal part-of-speech tags (https://universaldependencies.org/u/pos/). kNone: not tagged.
enum class Upos : uint8_t {
  kNone,
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb,
  kX
};

// One syntactic word, as Universal Dependencies cuts them: "don't" is two ("do", "n't"), each with its own span.
struct Token {
  Span span;
  Upos upos = Upos::kNone;
  std::string lemma;        // empty: not lemmatised
  int32_t head = -1;        // index into Annotation::tokens; -1 for a sentence's root, and where nothing was parsed
  std::string_view deprel;  // a Universal Dependencies relation, static storage; empty: not parsed
};

// A sentence and the half-open range of its tokens. `paragraph` counts from 0 over the article's own text; a new
// paragraph begins at every blank line and every new block.
struct Sentence {
  Span span;
  uint32_t first_token = 0;
  uint32_t last_token = 0;
  uint32_t paragraph = 0;
};

enum class EntityType : uint8_t { kPerson, kOrganisation, kPlace, kNationality, kEvent, kWork, kOther };

// A name, without titles, articles and possessive endings. `role` covers the title or office beside it ("Russian
// Prime Minister", "Mr"). `doubt` is empty, or says in plain words why the type or the extent is uncertain.
struct Name {
  Span span;
  EntityType type = EntityType::kOther;
  std::optional<Span> role;
  std::string doubt;
};

struct Annotation {
  std::string language = "und";  // ISO 639-1, or "und"
  // What was therefore not attempted, in plain words ("The text is German: no quotations, ..."); empty where nothing.
  std::string limits;
  std::vector<Sentence> sentences;  // in text order, only over the article's own text
  std::vector<Token> tokens;        // in text order, no overlaps
  std::vector<Name> names;          // in text order, no overlaps
};

}  // namespace readout
