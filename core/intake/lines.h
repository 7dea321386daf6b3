// A page as lines with what can be counted on each: the ground on which blocks are judged.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "intake/notices.h"
#include "text/span.h"

namespace readout::intake {

// A word's key: FNV-1a over its lower-cased letters and digits, apostrophes left out ("Don't" and "DON’T" meet).
using WordKey = uint64_t;
constexpr WordKey kKeySeed = 14695981039346656037ull;

constexpr WordKey mixed(WordKey key, char32_t c) {
  constexpr WordKey kPrime = 1099511628211ull;
  for (int shift = 0; shift < 24; shift += 8) {
    key = (key ^ ((c >> shift) & 0xFFu)) * kPrime;
    if (c >> (shift + 8) == 0) break;
  }
  return key;
}

// The key of one lower-case ASCII word.
constexpr WordKey key_of(std::string_view word) {
  WordKey key = kKeySeed;
  for (const char c : word) key = mixed(key, static_cast<unsigned char>(c));
  return key;
}

struct Word {
  WordKey key = 0;
  Span span;
  const Vocabulary::Entry* known = nullptr;  // owned by the vocabulary
  bool capital = false;                      // begins with an upper-case letter
  bool shouted = false;                      // two letters or more, all upper case
  bool numeric = false;                      // holds a digit
};

// One line that is not blank. Offsets are bytes of the text.
struct Line {
  Span span;                  // white space trimmed
  uint32_t blank_before = 0;  // blank lines between it and the line before
  uint32_t chars = 0;         // code points
  uint32_t first_word = 0;    // its words in Page::words
  uint32_t last_word = 0;
  uint32_t function_words = 0;  // articles, prepositions, pronouns, auxiliaries
  uint32_t capitals = 0;        // words that begin with a capital
  uint32_t shouted = 0;
  uint32_t numeric = 0;
  uint32_t separators = 0;     // | » › • · and the like between words
  uint32_t sentence_ends = 0;  // terminal marks followed by a space and a capital, and one at the end
  char32_t first = 0;          // first and last characters
  char32_t last = 0;
  bool ends_sentence = false;    // . ! ? and closing quotes or brackets after it
  bool ends_open = false;        // ... or an ellipsis character: broken off, or trailing
  bool picture = false;          // "(Photo ...", "Photo: ...", "Credit: ..."
  bool quoted = false;           // holds a quotation mark that opens or closes
  bool address = false;          // holds a web or mail address
  bool stamp = false;            // brief, with a date, a clock time or "ago"
  bool says = false;             // "Jane Doe says:", "Ann wrote :": a comment's head
  bool byline = false;           // "By Jane Doe", "By JANE DOE in Beijing, Reuters"
  uint32_t exclamations = 0;     // ! and ?? in a row count
  uint32_t first_person = 0;     // I, me, my
  uint32_t second_person = 0;    // you, your
  WordKey key = 0;               // of all its words: equal lines have equal keys
  uint32_t repeats = 0;          // how many other lines of the page are the same
  bool repeats_earlier = false;  // one of them stands above
  Notice notice;

  uint32_t words() const { return last_word - first_word; }

  // Describes or credits a picture.
  bool is_caption() const {
    const bool credited = notice.kind == NoticeKind::kPicture && (words() <= 12 || notice.start || notice.end);
    return (picture || credited) && words() <= 45 && sentence_ends <= 2;
  }
};

struct Page {
  std::string_view text;
  std::vector<Line> lines;
  std::vector<Word> words;
};

// Cuts and counts. Linear in the text. Lines end at LF, CR, VT, FF, NEL, LS and PS.
Page measure(std::string_view text, const Vocabulary& vocabulary);

// The keys of a phrase's words; `phrase` as it stands in a lexicon.
std::vector<WordKey> keys_of(std::string_view phrase);

}  // namespace readout::intake
