// A light scanner for dates and figures: words, runs of digits and single characters of the article's sentences, with
// what the lexicons say of each word. It stands beside the language stage's tokens because numbers are written in
// pieces that a tokeniser may cut in several ways ("4½-year", "$10m", "1990s").
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "language/annotation.h"
#include "reading/quantity_words.h"
#include "text/span.h"

namespace readout {

enum class LexemeKind : uint8_t { kWord, kDigits, kSymbol };

// What stands between a lexeme and the one before it. kBreak: a paragraph or a stretch that is not the article's.
enum class Gap : uint8_t { kNone, kSpace, kBreak };

struct Lexeme {
  Span span;
  std::string_view low;                // ASCII letters lower-cased; views into the owning Lexemes
  const QuantityWord* word = nullptr;  // what the lexicons say of it; null for most words
  uint64_t number = 0;                 // kDigits: its value, saturated; leading zeros are in the span
  char32_t symbol = 0;                 // kSymbol: the character; curly apostrophes are '\'', any dash but '-' is kDash
  uint32_t sentence = 0;               // index into Annotation::sentences
  LexemeKind kind = LexemeKind::kSymbol;
  Gap gap = Gap::kBreak;
  bool capital = false;  // begins with a capital letter
  bool shout = false;    // all capitals, two letters or more
};

constexpr char32_t kDash = 0x2013;

// Whether `word` is in the list.
template <size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Lexemes of all sentences, in text order. Movable, not copyable: the lexemes view its lower-cased text.
class Lexemes {
 public:
  // O(text). `text`, `language` and `words` must outlive it.
  Lexemes(std::string_view text, const Annotation& language, const QuantityWords& words);

  size_t size() const { return items_.size(); }
  // An index outside gives a lexeme that is nothing and touches nothing: rules look one or two beyond the ends.
  const Lexeme& operator[](size_t i) const { return i < items_.size() ? items_[i] : kNowhere; }
  std::string_view text() const { return text_; }
  const QuantityWords& words() const { return *words_; }

  // True where lexeme `i` exists and reads `low`.
  bool is(size_t i, std::string_view low) const { return i < items_.size() && items_[i].low == low; }
  bool symbol(size_t i, char32_t c) const { return i < items_.size() && items_[i].symbol == c; }
  bool digits(size_t i) const { return i < items_.size() && items_[i].kind == LexemeKind::kDigits; }
  bool word(size_t i) const { return i < items_.size() && items_[i].kind == LexemeKind::kWord; }
  bool dash(size_t i) const { return symbol(i, '-') || symbol(i, kDash); }
  // True where `i` exists and no paragraph ends before it.
  bool joined(size_t i) const { return i < items_.size() && i > 0 && items_[i].gap != Gap::kBreak; }
  // True where `i` exists and touches the lexeme before it.
  bool tight(size_t i) const { return i < items_.size() && i > 0 && items_[i].gap == Gap::kNone; }
  // The lexicons' classes of lexeme `i`, 0 where it has none.
  uint32_t classes(size_t i) const { return i < items_.size() && items_[i].word ? items_[i].word->classes : 0; }
  // Span from lexeme `first` up to, not with, lexeme `end`.
  Span span(size_t first, size_t end) const { return {(*this)[first].span.begin, (*this)[end - 1].span.end}; }
  // The longest phrase of the lexicons' `kind` that begins at lexeme `i`; null where there is none. Hyphens in the
  // text count as the spaces of the phrase. `end` is set to the lexeme after it.
  const QuantityPhrase* phrase(size_t i, PhraseKind kind, size_t& end) const;

 private:
  static constexpr Lexeme kNowhere{};
  std::string_view text_;
  const QuantityWords* words_;
  std::unique_ptr<std::string> low_;
  std::vector<Lexeme> items_;
};

}  // namespace readout
