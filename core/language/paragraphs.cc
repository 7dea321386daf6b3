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

// Calls `each` with every line of `block`, trimmed.
template <class Each>
void for_each_line(std::string_view text, Span block, Each each) {
  uint32_t at = block.begin;
  while (at < block.end) {
    Line line;
    line.span = {at, at};
    while (at < block.end) {
      const auto c = utf8::decode(text, at);
      if (unicode::is_line_break(c.value)) break;
      if (!unicode::is_space(c.value)) {
        if (line.blank) {
          line.blank = false;
          line.span.begin = at;
          line.starts_small = unicode::is_lower(c.value);
        }
        line.span.end = at + c.size;
      }
      at += c.size;
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
