#include "reading/lexemes.h"

#include <algorithm>
#include <utility>

#include "text/unicode.h"
#include "text/utf8.h"

namespace readout {

namespace {

constexpr bool ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool ascii_digit(char c) { return c >= '0' && c <= '9'; }

bool is_dash(char32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
bool is_apostrophe(char32_t c) { return c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x00B4 || c == '`'; }

// End of the run of letters that begins at `at`; marks continue it.
size_t end_of_letters(std::string_view text, size_t at, size_t limit) {
  while (at < limit) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      if (!ascii_letter(text[at])) break;
      ++at;
      continue;
    }
    const auto c = utf8::decode(text, at);
    if (!unicode::is_letter(c.value)) break;
    at += c.size;
  }
  return at;
}

bool all_capitals(std::string_view word) {
  return word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

uint64_t saturated(std::string_view digits) {
  if (digits.size() > 18) return 1'000'000'000'000'000'000u;
  uint64_t value = 0;
  for (const char c : digits) value = value * 10 + static_cast<uint64_t>(c - '0');
  return value;
}

}  // namespace

Lexemes::Lexemes(std::string_view text, const Annotation& language, const QuantityWords& words)
    : text_(text), words_(&words), low_(std::make_unique<std::string>(text)) {
  for (char& c : *low_) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const std::string_view low = *low_;
  items_.reserve(text.size() / 5);
  uint32_t paragraph = 0;
  for (size_t s = 0; s < language.sentences.size(); ++s) {
    const Sentence& sentence = language.sentences[s];
    const size_t limit = std::min<size_t>(sentence.span.end, text.size());
    Gap gap = s == 0 || sentence.paragraph != paragraph ? Gap::kBreak : Gap::kSpace;
    paragraph = sentence.paragraph;
    for (size_t at = sentence.span.begin; at < limit;) {
      Lexeme lexeme;
      lexeme.gap = gap;
      lexeme.sentence = static_cast<uint32_t>(s);
      const auto byte = static_cast<unsigned char>(text[at]);
      size_t end = at + 1;
      if (ascii_digit(text[at])) {
        while (end < limit && ascii_digit(text[end])) ++end;
        lexeme.kind = LexemeKind::kDigits;
        lexeme.number = saturated(text.substr(at, end - at));
        lexeme.low = low.substr(at, end - at);
      } else {
        const auto c = byte < 0x80 ? utf8::CodePoint{byte, 1, true} : utf8::decode(text, at);
        if (byte < 0x80 ? ascii_letter(text[at]) : unicode::is_letter(c.value)) {
          end = end_of_letters(text, at, limit);
          lexeme.kind = LexemeKind::kWord;
          lexeme.low = low.substr(at, end - at);
          lexeme.capital = byte < 0x80 ? byte < 'a' : unicode::is_upper(c.value);
          lexeme.shout = lexeme.capital && all_capitals(text.substr(at, end - at));
          lexeme.word = words.find(lexeme.low);
        } else {
          end = at + c.size;
          if (unicode::is_space(c.value) || unicode::is_ignorable(c.value)) {
            if (gap == Gap::kNone) gap = Gap::kSpace;
            at = end;
            continue;
          }
          lexeme.symbol = is_dash(c.value) ? kDash : is_apostrophe(c.value) ? U'\'' : c.value;
          lexeme.low = lexeme.symbol == kDash ? "-" : lexeme.symbol == U'\'' ? "'" : low.substr(at, end - at);
          lexeme.word = words.find(lexeme.low);
        }
      }
      lexeme.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
      items_.push_back(lexeme);
      gap = Gap::kNone;
      at = end;
    }
  }
}

const QuantityPhrase* Lexemes::phrase(size_t i, PhraseKind kind, size_t& end) const {
  if ((classes(i) & kPhraseStart) == 0) return nullptr;
  for (const QuantityPhrase& phrase : items_[i].word->phrases) {
    if (phrase.kind != kind) continue;
    size_t at = i + 1;
    bool fits = true;
    for (const PhrasePart& part : phrase.rest) {
      if (!part.tight && symbol(at, '-') && tight(at) && tight(at + 1) && part.low != "-") ++at;
      fits = joined(at) && items_[at].low == part.low && (!part.tight || tight(at));
      if (!fits) break;
      ++at;
    }
    if (!fits) continue;
    end = at;
    return &phrase;
  }
  return nullptr;
}

}  // namespace readout
