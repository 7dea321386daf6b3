#include "reading/quotations_marks.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace readout::quoting {
namespace {

enum class Family : uint8_t { kStraight, kCurly, kGuillemet, kTex, kSingle };
enum class Turn : uint8_t { kOpening, kClosing, kEither };

// One quotation mark of the text.
struct Mark {
  Span span;
  Family family = Family::kStraight;
  Turn turn = Turn::kEither;
};

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015); }
bool is_quote(char32_t c) {
  return c == '"' || c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB;
}

// Whether a word could begin after the mark, or end before it, by what stands on that side.
bool left_free(std::string_view text, uint32_t at) {
  const auto before = utf8::decode_before(text, at);
  if (before.size == 0) return true;
  const char32_t c = before.value;
  return unicode::is_space(c) || c == '(' || c == '[' || c == '{' || c == '/' || c == ':' || is_dash(c) || is_quote(c);
}
bool right_free(std::string_view text, uint32_t at) {
  const auto after = utf8::decode(text, at);
  if (after.size == 0) return true;
  const char32_t c = after.value;
  return unicode::is_space(c) || is_dash(c) || is_quote(c) ||
         std::u32string_view(U".,;:!?)]}/\u2026").find(c) != std::u32string_view::npos;
}

bool starts_word(std::string_view text, uint32_t at) {
  const auto c = utf8::decode(text, at);
  return c.size > 0 &&
         (unicode::is_letter(c.value) || unicode::is_number(c.value) || c.value == '[' || c.value == '$' ||
          c.value == 0x2026 || c.value == '.' || c.value == '(' || c.value == '#' || c.value == '@');
}

// Contractions that begin with an apostrophe: 'em, 'til, 'cause, 'tis, '90s.
bool is_elision(std::string_view text, uint32_t at) {
  const auto c = utf8::decode(text, at);
  if (unicode::is_number(c.value)) return true;
  for (const std::string_view word : {"em", "til", "cause", "tis", "twas", "n", "round", "bout"}) {
    if (text.substr(at, word.size()) != word) continue;
    const auto next = utf8::decode(text, at + word.size());
    if (!unicode::is_letter(next.value)) return true;
  }
  return false;
}

Turn turn_by_neighbours(std::string_view text, Span span) {
  const bool left = left_free(text, span.begin);
  const bool right = right_free(text, span.end);
  if (left && !right) return Turn::kOpening;
  if (right && !left) return Turn::kClosing;
  return Turn::kEither;
}

// Marks of one paragraph, in order.
std::vector<Mark> marks_in(std::string_view text, Span paragraph) {
  std::vector<Mark> marks;
  for (uint32_t at = paragraph.begin; at < paragraph.end;) {
    const auto c = utf8::decode(text, at);
    const uint32_t end = at + c.size;
    const Span one{at, end};
    const auto next = utf8::decode(text, end);
    const Span two{at, end + next.size};
    at = end;
    switch (c.value) {
      case '"':
        // An attribute of left-over markup, or inches.
        if (one.begin > 0 && text[one.begin - 1] == '=') {
          const size_t close = text.substr(0, paragraph.end).find('"', end);
          if (close != std::string_view::npos) at = static_cast<uint32_t>(close) + 1;
        } else if (const auto before = utf8::decode_before(text, one.begin);
                   unicode::is_digit(before.value) && right_free(text, end) &&
                   (marks.empty() || marks.back().turn == Turn::kClosing)) {
          break;
        } else {
          marks.push_back({one, Family::kStraight, turn_by_neighbours(text, one)});
        }
        break;
      case 0x201C:
      case 0x201E:
      case 0x201F: {
        const Turn turn = turn_by_neighbours(text, one);
        marks.push_back({one, Family::kCurly, turn == Turn::kClosing ? Turn::kClosing : Turn::kOpening});
        break;
      }
      case 0x201D: {
        const Turn turn = turn_by_neighbours(text, one);
        marks.push_back({one, Family::kCurly, turn == Turn::kOpening ? Turn::kOpening : Turn::kClosing});
        break;
      }
      case 0xAB:
      case 0xBB: {
        // French and German usage point the opposite ways: the neighbours decide.
        const Turn turn = turn_by_neighbours(text, one);
        marks.push_back({one, Family::kGuillemet,
                         turn != Turn::kEither ? turn
                         : c.value == 0xAB     ? Turn::kOpening
                                               : Turn::kClosing});
        break;
      }
      case '`':
        if (next.value == '`') {
          marks.push_back({two, Family::kTex, Turn::kOpening});
          at = two.end;
        } else if (left_free(text, one.begin) && starts_word(text, end)) {
          marks.push_back({one, Family::kSingle, Turn::kOpening});
        }
        break;
      case '\'':
        if (next.value == '\'') {
          marks.push_back({two, Family::kTex, turn_by_neighbours(text, two)});
          at = two.end;
          break;
        }
        [[fallthrough]];
      case 0x2018:
      case 0x2019:
      case 0x201A:
      case 0x201B: {
        const bool letter_before = unicode::is_letter(utf8::decode_before(text, one.begin).value);
        if (c.value != 0x2019 && left_free(text, one.begin) && starts_word(text, end) && !is_elision(text, end)) {
          marks.push_back({one, Family::kSingle, Turn::kOpening});
        } else if (c.value == 0x2018 && left_free(text, one.begin) && is_quote(next.value)) {
          marks.push_back({one, Family::kSingle, Turn::kOpening});
        } else if (c.value != 0x2018 && c.value != 0x201A && !left_free(text, one.begin) && right_free(text, end)) {
          // After a letter it may be a possessive's apostrophe: it closes only what waits for it.
          marks.push_back({one, Family::kSingle, letter_before ? Turn::kEither : Turn::kClosing});
        } else if (c.value == 0x2019 && is_quote(utf8::decode_before(text, one.begin).value) && right_free(text, end)) {
          marks.push_back({one, Family::kSingle, Turn::kClosing});
        }
        break;
      }
      default:
        break;
    }
  }
  return marks;
}

Span trimmed(std::string_view text, Span span) {
  while (!span.empty()) {
    const auto c = utf8::decode(text, span.begin);
    if (!unicode::is_space(c.value)) break;
    span.begin += c.size;
  }
  while (!span.empty()) {
    const auto c = utf8::decode_before(text, span.end);
    if (!unicode::is_space(c.value)) break;
    span.end -= c.size;
  }
  return span;
}

// End of the sentence that holds `at`, no further than `limit`. `hint` walks forward with growing `at`.
uint32_t sentence_end(const std::vector<Span>& sentences, size_t& hint, uint32_t at, uint32_t limit) {
  while (hint < sentences.size() && sentences[hint].end <= at) ++hint;
  if (hint >= sentences.size() || sentences[hint].begin >= limit) return limit;
  return std::min(sentences[hint].end, limit);
}

struct Scanner {
  std::string_view text;
  const std::vector<Span>& sentences;
  std::vector<QuotedStretch> stretches;
  bool left_open = false;  // the paragraph before ended inside a quotation
  size_t sentence_hint = 0;

  void add(uint32_t outer_begin, uint32_t inner_begin, uint32_t inner_end, uint32_t outer_end, bool single, bool closed,
           bool continued) {
    const Span inner = trimmed(text, {inner_begin, std::max(inner_begin, inner_end)});
    if (inner.empty()) return;
    stretches.push_back({{outer_begin, outer_end}, inner, single, closed, continued, std::nullopt});
  }

  // Double marks, guillemets and ``TeX'' of one paragraph.
  void scan_double(const std::vector<Mark>& marks, Span paragraph) {
    const Mark* open = nullptr;
    bool any = false;
    bool continued = left_open;
    const auto same = [](const Mark& a, const Mark& b) { return a.family == b.family; };
    bool straight_closes = false;  // whether the paragraph has a straight mark that can close the one it begins with
    for (size_t i = 1; i < marks.size(); ++i) {
      straight_closes = straight_closes || (marks[i].family == Family::kStraight && marks[i].turn != Turn::kOpening);
    }
    for (size_t i = 0; i < marks.size(); ++i) {
      const Mark& mark = marks[i];
      if (mark.family == Family::kSingle) continue;
      const bool at_start = mark.span.begin == paragraph.begin;
      if (!open) {
        if (mark.turn == Turn::kClosing) {
          if (continued && !any)
            add(paragraph.begin, paragraph.begin, mark.span.begin, mark.span.end, false, true, true);
          any = true;
          continue;
        }
        // A straight mark that opens a block quotation and is never closed gives way to the marks inside it.
        if (at_start && mark.family == Family::kStraight && !straight_closes && i + 1 < marks.size()) continue;
        open = &mark;
        continued = continued && at_start && !any;
        any = true;
        continue;
      }
      if (!same(*open, mark) && !(open->family == Family::kCurly && mark.family == Family::kStraight) &&
          !(open->family == Family::kStraight && mark.family == Family::kCurly && mark.turn == Turn::kClosing &&
            !straight_closes) &&
          !(open->family == Family::kTex && mark.family == Family::kStraight)) {
        continue;  // marks of another kind inside
      }
      const bool reopens = mark.turn == Turn::kOpening;
      if (!reopens) {
        add(open->span.begin, open->span.end, mark.span.begin, mark.span.end, false, true, continued);
        open = nullptr;
        continued = false;
        continue;
      }
      if (mark.family != open->family) continue;
      // Doubles inside doubles, paired: the inner pair is nested.
      if (mark.family == Family::kCurly && i + 2 < marks.size() && marks[i + 1].family == Family::kCurly &&
          marks[i + 2].family == Family::kCurly && marks[i + 1].turn == Turn::kClosing &&
          marks[i + 2].turn == Turn::kClosing) {
        add(mark.span.begin, mark.span.end, marks[i + 1].span.begin, marks[i + 1].span.end, false, true, false);
        ++i;
        continue;
      }
      // Opened again before it was closed: the closing mark is missing, and the words end with their sentence.
      const uint32_t end = sentence_end(sentences, sentence_hint, open->span.end, mark.span.begin);
      if (end < mark.span.begin) add(open->span.begin, open->span.end, end, end, false, false, continued);
      open = &mark;
      continued = false;
    }
    left_open = open != nullptr;
    if (open) add(open->span.begin, open->span.end, paragraph.end, paragraph.end, false, false, continued);
  }

  // Single marks: inside double ones, or by themselves where they pair up.
  void scan_single(const std::vector<Mark>& marks) {
    const Mark* open = nullptr;
    for (const Mark& mark : marks) {
      if (mark.family != Family::kSingle) continue;
      if (mark.turn == Turn::kOpening) {
        open = &mark;
      } else if (open) {
        add(open->span.begin, open->span.end, mark.span.begin, mark.span.end, true, true, false);
        open = nullptr;
      }
    }
  }
};

}  // namespace

std::vector<QuotedStretch> scan_quotation_marks(std::string_view text, const std::vector<Span>& paragraphs,
                                                const std::vector<Span>& sentences) {
  Scanner scanner{text, sentences, {}, false, 0};
  for (const Span& paragraph : paragraphs) {
    const auto marks = marks_in(text, paragraph);
    scanner.scan_double(marks, paragraph);
    scanner.scan_single(marks);
  }
  auto& stretches = scanner.stretches;
  std::stable_sort(stretches.begin(), stretches.end(), [](const QuotedStretch& a, const QuotedStretch& b) {
    if (a.outer.begin != b.outer.begin) return a.outer.begin < b.outer.begin;
    return a.outer.end > b.outer.end;
  });
  // Nesting; a stretch that crosses the end of the one it began in was no quotation.
  std::vector<QuotedStretch> kept;
  std::vector<uint32_t> open;
  for (QuotedStretch& stretch : stretches) {
    while (!open.empty() && kept[open.back()].outer.end <= stretch.outer.begin) open.pop_back();
    if (!open.empty()) {
      if (kept[open.back()].outer.end < stretch.outer.end) continue;
      stretch.inside = open.back();
    }
    open.push_back(static_cast<uint32_t>(kept.size()));
    kept.push_back(stretch);
  }
  return kept;
}

std::vector<ParagraphRange> paragraph_ranges(std::string_view text, const Annotation& language) {
  std::vector<ParagraphRange> ranges;
  const auto& sentences = language.sentences;
  for (uint32_t first = 0; first < sentences.size();) {
    uint32_t last = first + 1;
    while (last < sentences.size() && sentences[last].paragraph == sentences[first].paragraph) ++last;
    bool wrapped = false;
    for (uint32_t i = first; i < last && !wrapped; ++i) {
      wrapped = words_of(text, sentences[i].span).find('\n') != std::string_view::npos;
    }
    for (uint32_t i = first + 1; i < last && !wrapped; ++i) {
      const Span gap{sentences[i - 1].span.end, sentences[i].span.begin};
      if (words_of(text, gap).find('\n') == std::string_view::npos) continue;
      ranges.push_back({first, i});
      first = i;
    }
    ranges.push_back({first, last});
    first = last;
  }
  return ranges;
}

std::vector<QuotedStretch> scan_quotation_marks(std::string_view text, const Annotation& language) {
  std::vector<Span> paragraphs;
  std::vector<Span> sentences;
  sentences.reserve(language.sentences.size());
  for (const Sentence& sentence : language.sentences) sentences.push_back(sentence.span);
  for (const ParagraphRange range : paragraph_ranges(text, language)) {
    paragraphs.push_back({sentences[range.first_sentence].begin, sentences[range.last_sentence - 1].end});
  }
  return scan_quotation_marks(text, paragraphs, sentences);
}

}  // namespace readout::quoting
