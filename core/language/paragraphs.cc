#include "language/paragraphs.h"

#include <string_view>

#include "text/unicode.h"
#include "text/utf8.h"

namespace readout {

namespace {

struct Line {
  Span span;  // trimmed
  bool blank = true;
  bool starts_small = false;
};

// Where the line that goes on at `at` ends: before its line break, or at `end`.
uint32_t end_of_line(std::string_view text, uint32_t at, uint32_t end) {
  for (; at < end; ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80 ? unicode::is_line_break(byte) : unicode::is_line_break(utf8::decode(text, at).value)) break;
  }
  return at;
}

// Calls `each` with every line of `block`, trimmed.
template <class Each>
void for_each_line(std::string_view text, Span block, Each each) {
  uint32_t at = block.begin;
  while (at < block.end) {
    Line line;
    line.span = {at, end_of_line(text, at, block.end)};
    at = line.span.end;
    while (!line.span.empty()) {
      const auto c = utf8::decode(text, line.span.begin);
      if (!unicode::is_space(c.value)) {
        line.blank = false;
        line.starts_small = unicode::is_lower(c.value);
        break;
      }
      line.span.begin += c.size;
    }
    while (!line.blank) {
      const auto c = utf8::decode_before(text, line.span.end);
      if (!unicode::is_space(c.value)) break;
      line.span.end -= c.size;
    }
    each(line);
    if (at < block.end) {
      const auto c = utf8::decode(text, at);
      at += c.size;
      if (c.value == '\r' && at < block.end && text[at] == '\n') ++at;
    }
  }
}

// How often a line goes straight on into the next, and how often that one begins small.
bool lines_are_wrapped(const Article& article) {
  uint32_t joins = 0;
  uint32_t small = 0;
  for (const Block& block : article.blocks) {
    if (!is_article_text(block.kind)) continue;
    bool after_line = false;
    for_each_line(article.text, block.span, [&](const Line& line) {
      if (after_line && !line.blank) {
        ++joins;
        if (line.starts_small) ++small;
      }
      after_line = !line.blank;
    });
  }
  return joins > 0 && small * 3 >= joins;
}

}  // namespace

std::vector<Stretch> cut_stretches(const Article& article) {
  std::vector<Stretch> stretches;
  const bool wrapped = lines_are_wrapped(article);
  uint32_t next_paragraph = 0;
  for (const Block& block : article.blocks) {
    if (!is_article_text(block.kind)) continue;
    bool in_paragraph = false;
    for_each_line(article.text, block.span, [&](const Line& line) {
      if (line.blank) {
        in_paragraph = false;
        return;
      }
      if (!in_paragraph) {
        stretches.push_back({line.span, next_paragraph++});
        in_paragraph = true;
      } else if (wrapped) {
        stretches.back().span.end = line.span.end;
      } else {
        stretches.push_back({line.span, next_paragraph - 1});
      }
    });
  }
  return stretches;
}

}  // namespace readout
