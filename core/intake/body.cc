#include "intake/body.h"

#include <algorithm>
#include <array>

namespace readout::intake {

namespace {

int percent(uint32_t part, uint32_t whole) { return whole == 0 ? 0 : static_cast<int>(part * 100ull / whole); }

int length_score(uint32_t words) {
  if (words <= 3) return -80;
  if (words <= 7) return -70;
  if (words <= 12) return -40;
  if (words <= 18) return 20;
  if (words <= 28) return 80;
  return words <= 45 ? 120 : 160;
}

int notice_score(const Line& line) {
  const Notice& notice = line.notice;
  if (notice.kind == NoticeKind::kNone) return 0;
  if (notice.whole) return -150;
  const bool brief = line.words() <= 12;
  switch (notice.kind) {
    case NoticeKind::kLegal:
    case NoticeKind::kPaywall:
    case NoticeKind::kNewsletter:
    case NoticeKind::kSubscribe:
    case NoticeKind::kOrigin:
      return brief ? -150 : -200;
    case NoticeKind::kComments:
    case NoticeKind::kContinue:
      return brief ? -150 : -80;
    case NoticeKind::kCredit:
      return notice.start ? -80 : -20;
    default:
      return brief ? (notice.start ? -120 : -60) : -15;
  }
}

// Function words of an ordinary page of prose; below it the language is unknown and they say nothing.
bool has_known_prose(const Page& page) {
  uint64_t function_words = 0;
  uint64_t words = 0;
  for (const Line& line : page.lines) {
    if (line.words() < 15) continue;
    function_words += line.function_words;
    words += line.words();
  }
  return words == 0 || function_words * 100 >= words * 18;
}

constexpr int kNever = -1000000000;
constexpr size_t kPlaces = 4;

// Cost of going from one place to the next: the article begins once, is rarely interrupted, and ends once.
constexpr std::array<std::array<int, kPlaces>, kPlaces> kMoves = {{
    {0, 0, kNever, kNever},
    {kNever, 0, -110, -20},
    {kNever, -110, 0, kNever},
    {kNever, -500, kNever, 0},
}};

}  // namespace

int prose_score(const Line& line, bool prose) {
  const uint32_t words = line.words();
  // A caption stands in the article's midst and says little about its surroundings.
  if (line.picture && words <= 45) return -30;
  int score = length_score(words) + notice_score(line);
  if (line.ends_open) {
    score -= words >= 6 ? 60 : 40;
  } else if (line.ends_sentence) {
    score += words >= 6 ? 70 : 20;
  } else {
    score -= words >= 20 ? 30 : 10;
  }
  if (prose && words >= 5) {
    const int share = percent(line.function_words, words);
    score += share >= 35 ? 40 : share >= 25 ? 15 : share >= 15 ? -20 : -70;
  }
  if (words >= 4 && percent(line.capitals, words) >= 75) score -= 50;
  if (line.separators > 0) score -= std::min<int>(40 + 15 * static_cast<int>(line.separators), 150);
  if (line.quoted && words >= 5) score += 15;
  if (line.sentence_ends >= 2) score += 40;
  if (line.repeats > 0) score -= 60;
  if (line.first == 0xA9) score -= 120;
  return std::clamp(score, -220, 320);
}

std::vector<Place> place_lines(const Page& page) {
  const size_t count = page.lines.size();
  std::vector<Place> places(count, Place::kAbove);
  if (count == 0) return places;
  const bool prose = has_known_prose(page);

  std::vector<std::array<uint8_t, kPlaces>> back(count);
  std::array<int64_t, kPlaces> best = {0, 0, kNever, kNever};
  for (size_t i = 0; i < count; ++i) {
    const int score = prose_score(page.lines[i], prose);
    const std::array<int, kPlaces> emission = {0, score, 0, 0};
    std::array<int64_t, kPlaces> next{};
    for (size_t to = 0; to < kPlaces; ++to) {
      int64_t value = kNever * 4ll;
      for (size_t from = 0; from < kPlaces; ++from) {
        const int64_t candidate = i == 0 ? (from == to ? best[to] : kNever * 4ll) : best[from] + kMoves[from][to];
        if (candidate > value) value = candidate, back[i][to] = static_cast<uint8_t>(from);
      }
      next[to] = value + emission[to];
    }
    best = next;
  }
  size_t state = 0;
  for (size_t to = 1; to < kPlaces; ++to)
    if (to != static_cast<size_t>(Place::kAside) && best[to] > best[state]) state = to;
  for (size_t i = count; i-- > 0;) {
    places[i] = static_cast<Place>(state);
    state = back[i][state];
  }
  return places;
}

}  // namespace readout::intake
