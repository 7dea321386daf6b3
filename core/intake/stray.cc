#include "intake/stray.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "intake/dateline.h"

namespace readout::intake {

namespace {

constexpr std::string_view kStray =
    "Another story: it begins anew with a heading or a place of its own, and names other people and places";
constexpr size_t kMostCandidates = 8;
// An article is known by its first lines, another story by its own.
constexpr size_t kMostBefore = 200;
constexpr size_t kMostAfter = 60;

enum class Sign : uint8_t { kHeading, kKicker, kPlace, kHeadingAndPlace };

struct Candidate {
  size_t begin = 0;  // first line of the story, heading included
  Sign sign = Sign::kHeading;
};

bool is_body(const Judgement& judgement, size_t i) { return judgement.lines[i].kind == BlockKind::kBody; }

bool is_heading(const Line& line) {
  return line.words() >= 3 && line.words() <= 20 && !line.ends_sentence && !line.quoted && line.separators == 0 &&
         line.last != ':' && line.last != ',' && line.notice.kind == NoticeKind::kNone;
}

bool is_kicker(const Line& line) {
  return line.words() >= 1 && line.words() <= 3 && line.shouted == line.words() && !line.ends_sentence;
}

bool is_paragraph(const Line& line) { return line.words() >= 15; }

std::vector<Candidate> candidates_of(const Page& page, const std::vector<size_t>& body) {
  std::vector<Candidate> places;
  std::vector<Candidate> headings;
  for (size_t k = 2; k < body.size(); ++k) {
    const Line& line = page.lines[body[k]];
    if (!is_paragraph(line)) continue;
    const Line& above = page.lines[body[k - 1]];
    const auto dateline = dateline_of(words_of(page.text, line.span));
    if (dateline && dateline->shouted) {
      const bool heading = is_heading(above) || is_kicker(above);
      places.push_back({heading ? body[k - 1] : body[k], heading ? Sign::kHeadingAndPlace : Sign::kPlace});
    } else if (is_heading(above) && is_kicker(page.lines[body[k - 2]])) {
      places.push_back({body[k - 2], Sign::kKicker});
    } else if (is_heading(above)) {
      headings.push_back({body[k - 1], Sign::kHeading});
    }
  }
  // One heading may open another story; several are the article's own.
  if (headings.size() > 1) headings.clear();
  if (places.size() > kMostCandidates) places.resize(kMostCandidates);
  places.insert(places.end(), headings.begin(), headings.end());
  std::sort(places.begin(), places.end(), [](const Candidate& a, const Candidate& b) { return a.begin < b.begin; });
  return places;
}

// Sorted distinct keys of a stretch's words.
struct Lexis {
  std::vector<WordKey> names;  // capitalised words inside sentences
  std::vector<WordKey> words;  // all but function words and short ones

  void add(const Page& page, const Line& line, bool all_capitals) {
    for (uint32_t w = line.first_word; w < line.last_word; ++w) {
      const Word& word = page.words[w];
      if (word.numeric || (word.known && (word.known->classes & kFunctionWord) != 0)) continue;
      const bool opens = w == line.first_word || after_stop(page.text, word.span.begin);
      if (word.capital && (all_capitals || !opens)) names.push_back(word.key);
      if (word.span.size() >= 4) words.push_back(word.key);
    }
  }
  void finish() {
    for (auto* keys : {&names, &words}) {
      std::sort(keys->begin(), keys->end());
      keys->erase(std::unique(keys->begin(), keys->end()), keys->end());
    }
  }

 private:
  static bool after_stop(std::string_view text, uint32_t at) {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '"' || text[at - 1] == '\'')) --at;
    return at == 0 || text[at - 1] == '.' || text[at - 1] == '!' || text[at - 1] == '?' || text[at - 1] == ':' ||
           static_cast<uint8_t>(text[at - 1]) >= 0x80;
  }
};

size_t shared(const std::vector<WordKey>& keys, const std::vector<WordKey>& sorted) {
  size_t both = 0;
  for (const WordKey key : keys) both += std::binary_search(sorted.begin(), sorted.end(), key);
  return both;
}

// Few names and few words in common, for a sign of that strength. Only a story with a place of its own may be longer
// than the article before it: else a page's own text would go with its first heading.
bool breaks(const Lexis& before, const Lexis& after, Sign sign) {
  if (after.names.size() < 2 || after.words.size() < 12) return false;
  if (sign != Sign::kHeadingAndPlace && after.words.size() > before.words.size()) return false;
  const size_t names = shared(after.names, before.names) * 100 / after.names.size();
  const size_t words = shared(after.words, before.words) * 100 / after.words.size();
  switch (sign) {
    case Sign::kHeadingAndPlace:
      return names <= 40 && words <= 35;
    case Sign::kPlace:
      return names <= 25 && words <= 25;
    case Sign::kKicker:
      return names <= 20 && words <= 25;
    case Sign::kHeading:
      return names == 0 && words <= 12 && after.names.size() >= 6 && before.names.size() >= 6;
  }
  return false;
}

}  // namespace

void mark_strays(const Page& page, Judgement& judgement) {
  std::vector<size_t> body;
  for (size_t i = 0; i < page.lines.size(); ++i)
    if (is_body(judgement, i)) body.push_back(i);
  if (body.size() < 3) return;
  size_t done = 0;  // lines before this one are settled
  for (const Candidate& candidate : candidates_of(page, body)) {
    if (candidate.begin < done) continue;
    Lexis before;
    Lexis after;
    if (judgement.headline >= 0) before.add(page, page.lines[static_cast<size_t>(judgement.headline)], true);
    size_t read_before = 0;
    size_t read_after = 0;
    for (const size_t i : body) {
      if (i < candidate.begin) {
        if (is_body(judgement, i) && ++read_before <= kMostBefore) before.add(page, page.lines[i], true);
      } else if (++read_after <= kMostAfter) {
        after.add(page, page.lines[i], false);
      } else {
        break;
      }
    }
    before.finish();
    after.finish();
    if (before.words.size() < 12) continue;
    // Inside an article the stray ends where the article's names return.
    size_t end = page.lines.size();
    uint32_t paragraphs = 0;
    for (const size_t i : body) {
      if (i < candidate.begin || !is_paragraph(page.lines[i])) continue;
      Lexis own;
      own.add(page, page.lines[i], false);
      own.finish();
      const size_t known = shared(own.names, before.names);
      if (paragraphs >= 1 && known >= 2 && known * 3 >= own.names.size() * 2) {
        end = i;
        break;
      }
      ++paragraphs;
    }
    if (end < page.lines.size()) {
      after = Lexis{};
      for (const size_t i : body)
        if (i >= candidate.begin && i < end && read_after-- > 0) after.add(page, page.lines[i], false);
      after.finish();
    }
    if (!breaks(before, after, candidate.sign)) continue;
    for (const size_t i : body)
      if (i >= candidate.begin && i < end) judgement.lines[i] = {BlockKind::kStray, kStray, false};
    done = end;
  }
}

}  // namespace readout::intake
