#include "intake/split.h"

#include <algorithm>

#include "intake/lines.h"
#include "intake/nexis.h"
#include "intake/stated_date.h"

namespace readout::intake {

namespace {

constexpr uint32_t kLeastWords = 40;  // an article of fewer words is no article

// One mark and nothing else, ten times or more.
bool is_rule(std::string_view text, const Line& line) {
  if (line.words() > 0 || line.chars < 10) return false;
  const std::string_view row = words_of(text, line.span);
  if (std::string_view("=-*_#~").find(row.front()) == std::string_view::npos) return false;
  return std::all_of(row.begin(), row.end(), [&](char c) { return c == row.front() || c == ' '; });
}

bool has_form_feed(std::string_view text, uint32_t begin, uint32_t end) {
  return text.substr(begin, end - begin).find('\f') != std::string_view::npos;
}

bool opens_article(const Page& page, size_t i) {
  if (i >= page.lines.size()) return false;
  const Line& line = page.lines[i];
  if (line.words() >= 3 && line.words() <= 25 && !line.ends_open && line.last != '.' && line.last != ',' &&
      line.last != ':')
    return true;
  return stated_date(words_of(page.text, line.span).substr(0, 60)).has_value();
}

}  // namespace

std::vector<Span> split_articles(std::string_view text, uint32_t most) {
  const auto size = static_cast<uint32_t>(text.size());
  const Page page = measure(text, Vocabulary());

  std::vector<uint32_t> cuts;  // where an article begins
  uint32_t nexis = 0;
  for (const Line& line : page.lines)
    if (is_document_number(page, line)) {
      ++nexis;
      cuts.push_back(line.span.begin);
    }
  if (nexis == 0) {
    size_t since = 0;  // first line of the current piece
    for (size_t i = 1; i < page.lines.size(); ++i) {
      const Line& line = page.lines[i];
      const bool rule = is_rule(text, line) && line.blank_before > 0;
      const bool feed = has_form_feed(text, page.lines[i - 1].span.end, line.span.begin);
      if (!rule && !feed) continue;
      const size_t next = rule ? i + 1 : i;
      const Line& above = page.lines[i - 1];
      const uint32_t words = above.last_word - page.lines[since].first_word;
      if (words < kLeastWords || !opens_article(page, next)) continue;
      // A page's foot cut by a form feed goes on in mid-sentence.
      if (feed && !rule && !above.ends_sentence) continue;
      const uint32_t left = static_cast<uint32_t>(page.words.size()) - page.lines[next].first_word;
      if (left < kLeastWords) break;
      cuts.push_back(page.lines[next].span.begin);
      since = next;
    }
  }
  std::vector<Span> pieces;
  uint32_t begin = 0;
  for (const uint32_t cut : cuts) {
    // What stands above a file's first document is a cover: it stays with the first.
    const bool cover = nexis > 0 && pieces.empty() && begin == 0 && cut == cuts.front();
    if (cut == 0 || cover || pieces.size() + 1 >= most) continue;
    pieces.push_back({begin, cut});
    begin = cut;
  }
  pieces.push_back({begin, size});
  return pieces;
}

}  // namespace readout::intake
