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
  SourceReader(std::string_view text, const std::vector<wording::Word>& words, const wording::WordLists& lists,
               Identities& identities)
      : text_(text), words_(words), lists_(lists), identities_(identities) {}

  // The phrase as a source. A phrase headed by a noun for people that nobody is named for becomes an unnamed entity,
  // never merged with another; "the official" after "a senior official" is the same, in doubt. O(phrase).
  Source read(Span span);

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

  struct Unnamed {
    EntityId entity = 0;
    uint32_t head = 0;  // its token
  };

  std::string_view text_;
  const std::vector<wording::Word>& words_;
  const wording::WordLists& lists_;
  Identities& identities_;
  std::vector<Unnamed> unnamed_;
  std::vector<Mention> mentions_;
};

}  // namespace readout::quoting
