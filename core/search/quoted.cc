#include "search/quoted.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace readout::search {
namespace {

constexpr char32_t kOpen = 0x201C;
constexpr char32_t kClose = 0x201D;
constexpr char32_t kLow = 0x201E;
constexpr char32_t kSingleOpen = 0x2018;
constexpr char32_t kSingleClose = 0x2019;

bool is_word(char32_t c) { return unicode::is_letter(c) || unicode::is_number(c); }

// The mark that closes what `c` opens at this place; 0 where it opens nothing.
char32_t closing_of(char32_t c, char32_t before, char32_t after) {
  switch (c) {
    case kOpen:
      return kClose;
    case kLow:
      return kOpen;
    case 0x00AB:
      return 0x00BB;
    case '"':
      return '"';
    case kSingleOpen:
      return kSingleClose;
    case '\'':
      return !is_word(before) && is_word(after) ? U'\'' : U'\0';
    default:
      return 0;
  }
}

bool closes(char32_t c, char32_t wanted, char32_t before, char32_t after) {
  if (c != wanted && !(wanted == kOpen && c == kClose)) return false;
  const bool apostrophe_like = c == kSingleClose || c == '\'';
  return !apostrophe_like || (!is_word(after) && !unicode::is_space(before));
}

// Double marks first: what stands between them is quoted, single marks and all. Single ones count outside them only.
void scan(std::string_view text, Span lines, bool singles, std::vector<Span>& out) {
  uint32_t begin = 0;
  char32_t wanted = 0;
  char32_t before = 0;
  for (uint32_t at = lines.begin; at < lines.end;) {
    const auto c = utf8::decode(text, at);
    const uint32_t past = at + c.size;
    const char32_t after = past < lines.end ? utf8::decode(text, past).value : 0;
    if (wanted != 0 && closes(c.value, wanted, before, after)) {
      if (begin < at) out.push_back({begin, at});
      wanted = 0;
    } else if (wanted == 0 && (c.value == '\'' || c.value == kSingleOpen) == singles) {
      wanted = closing_of(c.value, before, after);
      begin = past;
    }
    before = c.value;
    at = past;
  }
  if (wanted == kClose && begin < lines.end) out.push_back({begin, lines.end});
}

}  // namespace

std::vector<Span> quoted_spans(const Document& document) {
  std::vector<Span> out;
  const PackedWords& words = *document.words;
  for (uint32_t word = 0; word < words.size();) {
    const Span paragraph = words.paragraph(word);
    scan(document.text, lines_of(document, paragraph), false, out);
    word = paragraph.end;
  }
  // The stretches between the double marks, for the single ones.
  std::vector<Span> singles;
  for (uint32_t word = 0; word < words.size();) {
    const Span paragraph = words.paragraph(word);
    const Span lines = lines_of(document, paragraph);
    uint32_t from = lines.begin;
    auto next = std::lower_bound(out.begin(), out.end(), Span{lines.begin, lines.begin});
    for (; next != out.end() && next->begin < lines.end; ++next) {
      scan(document.text, {from, next->begin}, true, singles);
      from = next->end;
    }
    scan(document.text, {from, lines.end}, true, singles);
    word = paragraph.end;
  }
  out.insert(out.end(), singles.begin(), singles.end());
  std::sort(out.begin(), out.end());
  return out;
}

bool is_inside(const std::vector<Span>& spans, uint32_t at) {
  const auto after =
      std::upper_bound(spans.begin(), spans.end(), at, [](uint32_t a, Span span) { return a < span.begin; });
  return after != spans.begin() && (after - 1)->end > at;
}

}  // namespace readout::search
