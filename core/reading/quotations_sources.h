// Who stands behind a phrase ("a senior official at the ministry"): its head, the entity that the head mentions, and,
// where nobody is named, an entity of its own. Private to quotations.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "reading/identities.h"
#include "reading/identities_words.h"
#include "reading/values.h"

namespace readout::quoting {

// Half-open range of tokens.
struct TokenRange {
  uint32_t first = 0;
  uint32_t last = 0;
};

class SourceReader {
 public:
  // All references outlive the reader; new entities go to `identities` at once, new mentions with flush().
  SourceReader(std::string_view text, const std::vector<wording::Word>& words, const std::vector<Token>& tokens,
               const wording::WordLists& lists, Identities& identities)
      : text_(text), words_(words), tokens_(tokens), lists_(lists), identities_(identities) {}

  // The phrase as a source. A phrase headed by a noun for people that nobody is named for becomes an unnamed entity,
  // never merged with another; "the official" after "a senior official" is the same, in doubt. Capitals that are no
  // mention, offices ("the president") and bodies ("Iranian state television") become entities one a wording. Of
  // several who speak as one the first is the entity and the others follow in `also`, if one of them at least is named.
  // "They" and "it" are those who spoke last, in doubt. O(phrase).
  Source read(Span span);

  // The same, of those who speak: kept in mind for the pronouns after.
  Source speaker(Span span);

  // The entity that the phrase's head mentions; none where the head is no mention.
  std::optional<EntityId> entity_of(Span span) const;

  // The token that heads the phrase: the last word before a comma, preposition or relative clause.
  std::optional<uint32_t> head_of(Span span) const;

  // Whether the phrase names an agency, broadcaster, paper, document: something words pass through.
  bool is_channel(Span span) const;

  // Hands the new mentions over, in text order.
  void flush();

 private:
  TokenRange tokens_of(Span span) const;
  const Mention* mention_at(Span span) const;

  // "Ann Lee, Bob Roe and their lawyers" in parts; empty where nothing joins them.
  std::vector<Span> conjuncts_of(Span span) const;
  bool read_several(Source& source);
  bool read_pronoun(Source& source);
  // "The two leaders": the two people named last, in doubt.
  bool read_pair(Source& source);
  void read_one(Source& source);
  bool read_written_name(Source& source, uint32_t head);
  bool read_office(Source& source, uint32_t head);
  bool read_body(Source& source, uint32_t head);
  EntityId add_entity(Entity entity);
  // The entity that was made with this name, or else `fresh` as a new one.
  EntityId entity_written(Entity fresh);
  void add_mention(Span span, MentionKind kind, EntityId entity, std::string doubt = {});
  // The head's phrase after the last name in it: names are mentions of their own.
  std::optional<Span> after_names(TokenRange range, uint32_t head) const;

  struct Unnamed {
    EntityId entity = 0;
    uint32_t head = 0;  // its token
  };
  struct Spoken {
    Source source;
    uint32_t sentence = 0;
  };

  std::string_view text_;
  const std::vector<wording::Word>& words_;
  const std::vector<Token>& tokens_;
  const wording::WordLists& lists_;
  Identities& identities_;
  std::vector<Unnamed> unnamed_;
  wording::StringMap<EntityId> written_;  // entities made here, by their folded words
  std::optional<Spoken> they_;            // the last who can be "they"
  std::optional<Spoken> it_;
  std::vector<Mention> mentions_;
};

}  // namespace readout::quoting
