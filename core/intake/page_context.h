// Private to features.cc: what surrounds a line, prepared once a page so that each question is answered in O(1).
#pragma once

#include <cstdint>
#include <vector>

#include "intake/lines.h"

namespace readout::intake::features {

inline uint32_t percent(uint32_t part, uint32_t whole) {
  return whole == 0 ? 0 : static_cast<uint32_t>(part * 100ull / whole);
}

// Whether the page's long lines hold the function words of a known language.
bool known_prose(const std::vector<Line>& lines);

// 2 for a paragraph, 1 for what might be one, 0 for a list's line; a number a line.
std::vector<int> prose_grades(const std::vector<Line>& lines, bool prose);

// Lines by which readers' comments are known: a time, a name with a time, a link to answer or report. They count once a
// paragraph has been read: above the article they are its own date and its menus.
std::vector<bool> find_talk(const std::vector<Line>& lines, const std::vector<int>& grades);

// The line that is the title: the first below the top that says what `title` (sorted keys) says; -1 where none does.
int64_t title_at(const std::vector<Line>& lines, const std::vector<Word>& words, const std::vector<WordKey>& title);

// Sums up to each line: of words, of paragraphs' words, of marks of talk.
struct Sums {
  std::vector<uint64_t> words, prose_words, talk;

  Sums(const std::vector<Line>& lines, const std::vector<int>& grades, const std::vector<bool>& talk_lines);
  static uint64_t between(const std::vector<uint64_t>& sums, size_t begin, size_t end) {
    return sums[end] - sums[begin];
  }
};

// Where readers talk: marks of talk each within 15 lines of the next. For each line how many its stretch holds (0
// outside, or where they are fewer than three), and whether the stretch opens with it.
struct TalkZones {
  std::vector<uint32_t> size;
  std::vector<bool> opens;

  TalkZones(const std::vector<Line>& lines, const std::vector<bool>& talk);
};

}  // namespace readout::intake::features
