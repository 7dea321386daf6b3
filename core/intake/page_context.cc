#include "intake/page_context.h"

#include <algorithm>

namespace readout::intake::features {

namespace {

// Roughly: 2 for a paragraph, 1 for what might be one, 0 for a list's line.
int prose_grade(const Line& line, bool prose) {
  const uint32_t words = line.words();
  if (line.notice.whole || line.separators > 2) return 0;
  if (words >= 12 && line.ends_sentence && !line.ends_open && (!prose || percent(line.function_words, words) >= 20))
    return 2;
  if (words >= 20 && (!prose || percent(line.function_words, words) >= 25)) return 2;
  return words >= 6 && line.ends_sentence ? 1 : 0;
}

// A line by which readers' comments are known: a time, a name with a time, a link to answer or report.
bool is_talk(const Line& line) {
  return (line.notice.kind == NoticeKind::kComments && line.words() <= 12) || line.stamp || line.says;
}

}  // namespace

std::vector<int> prose_grades(const std::vector<Line>& lines, bool prose) {
  std::vector<int> grades;
  grades.reserve(lines.size());
  for (const Line& line : lines) grades.push_back(prose_grade(line, prose));
  return grades;
}

std::vector<bool> find_talk(const std::vector<Line>& lines, const std::vector<int>& grades) {
  std::vector<bool> talk(lines.size(), false);
  bool read = false;
  for (size_t i = 0; i < lines.size(); ++i) {
    talk[i] = read && is_talk(lines[i]);
    read = read || grades[i] == 2;
  }
  return talk;
}

Sums::Sums(const std::vector<Line>& lines, const std::vector<int>& grades, const std::vector<bool>& talk_lines) {
  const size_t count = lines.size();
  words.assign(count + 1, 0);
  prose_words.assign(count + 1, 0);
  talk.assign(count + 1, 0);
  for (size_t i = 0; i < count; ++i) {
    const uint32_t n = lines[i].words();
    words[i + 1] = words[i] + n;
    prose_words[i + 1] = prose_words[i] + (grades[i] == 2 ? n : 0);
    talk[i + 1] = talk[i] + talk_lines[i];
  }
}

TalkZones::TalkZones(const std::vector<Line>& lines, const std::vector<bool>& talk)
    : size(lines.size(), 0), opens(lines.size(), false) {
  constexpr size_t kReach = 15;
  constexpr size_t kTail = 6;
  const size_t count = lines.size();
  for (size_t i = 0; i < count;) {
    if (!talk[i]) {
      ++i;
      continue;
    }
    size_t last = i;
    uint32_t marks = 1;
    for (size_t k = i + 1; k < count && k <= last + kReach; ++k)
      if (talk[k]) last = k, ++marks;
    const size_t end = std::min(count, last + kTail + 1);
    if (marks >= 3) {
      std::fill(size.begin() + static_cast<ptrdiff_t>(i), size.begin() + static_cast<ptrdiff_t>(end), marks);
      opens[i] = true;
    }
    i = last + 1;
  }
}

int64_t title_at(const std::vector<Line>& lines, const std::vector<Word>& all_words,
                 const std::vector<WordKey>& title) {
  if (title.size() < 2) return -1;
  for (size_t i = 1; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.words() < 2 || line.words() > 40) continue;
    size_t both = 0;
    for (uint32_t w = line.first_word; w < line.last_word; ++w)
      both += std::binary_search(title.begin(), title.end(), all_words[w].key);
    if (both * 5 >= line.words() * 4 && both * 3 >= title.size() * 2) return static_cast<int64_t>(i);
  }
  return -1;
}

bool known_prose(const std::vector<Line>& lines) {
  uint64_t function_words = 0;
  uint64_t words = 0;
  for (const Line& line : lines) {
    if (line.words() < 15) continue;
    function_words += line.function_words;
    words += line.words();
  }
  return words == 0 || function_words * 100 >= words * 18;
}

}  // namespace readout::intake::features
