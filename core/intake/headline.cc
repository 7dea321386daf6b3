#include "intake/headline.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "text/unicode.h"

namespace readout::intake {

namespace {

constexpr size_t kMaxTitleWords = 40;

std::vector<WordKey> unique_keys(std::vector<WordKey> keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::vector<WordKey> sorted_keys(const Page& page, const Line& line) {
  std::vector<WordKey> keys;
  for (uint32_t i = line.first_word; i < line.last_word; ++i) keys.push_back(page.words[i].key);
  return unique_keys(std::move(keys));
}

size_t shared(const std::vector<WordKey>& a, const std::vector<WordKey>& b) {
  size_t both = 0;
  for (const WordKey key : a) both += std::binary_search(b.begin(), b.end(), key);
  return both;
}

// Whether most of the line's words are the title's, and the line is not a mere word of it.
bool says_title(const Page& page, const Line& line, const std::vector<WordKey>& title) {
  if (line.words() < 2 || line.words() > kMaxTitleWords) return false;
  const std::vector<WordKey> keys = sorted_keys(page, line);
  const size_t both = shared(keys, title);
  return both * 5 >= keys.size() * 4 && both * 2 >= title.size() && both >= 2;
}

bool headline_shaped(const Page& page, const Line& line) {
  if (line.words() < 4 || line.words() > 25 || line.chars > 200 || line.byline || line.stamp) return false;
  if (page.words[line.first_word].key == key_of("by")) return false;
  if (line.notice.kind != NoticeKind::kNone || line.separators > 0 || line.ends_open) return false;
  return line.last != '.' && line.last != '!' && line.last != ':' && line.last != ',' && line.last != ';';
}

}  // namespace

TitleLine title_line(const Page& page) {
  TitleLine out;
  if (page.lines.empty()) return out;
  const Span span = page.lines.front().span;
  out.title = span;
  const std::string_view line = words_of(page.text, span);
  if (line.size() > 400) return out;
  static constexpr std::array<std::string_view, 9> kBreaks = {
      " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • "};
  size_t first = std::string_view::npos, first_size = 0;
  size_t last = std::string_view::npos, last_size = 0;
  for (const std::string_view mark : kBreaks) {
    const size_t begin = line.find(mark);
    if (begin == std::string_view::npos) continue;
    const size_t end = line.rfind(mark);
    if (first == std::string_view::npos || begin < first) first = begin, first_size = mark.size();
    if (last == std::string_view::npos || end > last) last = end, last_size = mark.size();
  }
  if (first == std::string_view::npos) return out;
  const auto span_of = [&](size_t begin, size_t end) {
    return Span{span.begin + static_cast<uint32_t>(begin), span.begin + static_cast<uint32_t>(end)};
  };
  const size_t tail = line.size() - (last + last_size);
  // The shorter end is the site's name; "BBC News - A long headline" has it in front.
  if (first < tail && first <= 24) {
    out.site = span_of(0, first);
    out.title = span_of(first + first_size, line.size());
  } else {
    out.site = span_of(last + last_size, line.size());
    out.title = span_of(0, first * 2 >= last ? first : last);
  }
  return out;
}

std::vector<WordKey> page_title_keys(const Page& page, const std::optional<std::string>& given) {
  if (given) return unique_keys(keys_of(*given));
  if (page.lines.empty()) return {};
  const Line& top = page.lines.front();
  if (top.words() < 3 || top.words() > kMaxTitleWords || top.ends_open || top.last == '.' ||
      top.notice.kind != NoticeKind::kNone)
    return {};
  const TitleLine parts = title_line(page);
  std::vector<WordKey> keys;
  for (uint32_t i = top.first_word; i < top.last_word; ++i)
    if (parts.title.contains(page.words[i].span)) keys.push_back(page.words[i].key);
  return unique_keys(std::move(keys));
}

Headline find_headline(const Page& page, const std::optional<std::string>& given, int64_t body) {
  const auto count = static_cast<int64_t>(page.lines.size());
  if (count == 0) return {};
  const int64_t limit = body < 0 ? count : std::min(count, body + 3);
  const std::vector<WordKey> title = page_title_keys(page, given);
  for (int64_t i = title.empty() ? 0 : limit; i-- > 0;) {
    if (!says_title(page, page.lines[static_cast<size_t>(i)], title)) continue;
    if (i > 0 || given || (body > 0 && body <= 4)) return {i, false};
  }
  if (body < 0) return {};
  const auto shaped = [&](int64_t i) { return i >= 0 && headline_shaped(page, page.lines[static_cast<size_t>(i)]); };
  for (int64_t i = body + 1; i-- > 0 && body - i <= 6;) {
    if (!shaped(i)) continue;
    // Of two in a row the second is the standfirst; more are a list of other stories' titles.
    return {shaped(i - 1) && !shaped(i - 2) ? i - 1 : i, true};
  }
  return {};
}

}  // namespace readout::intake
