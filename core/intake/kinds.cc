#include "intake/kinds.h"

#include <algorithm>
#include <utility>

#include "intake/dateline.h"
#include "intake/headline.h"
#include "intake/nexis.h"
#include "intake/stated_date.h"
#include "intake/stray.h"
#include "intake/truncation.h"

namespace readout::intake {

namespace {

constexpr std::string_view kParagraph = "Running text of the article";
constexpr std::string_view kGivenText = "The text was given as an article's own";
constexpr std::string_view kHeadline = "The title: it says what the page's or the given title says";
constexpr std::string_view kHeadlineShape = "Shaped like a headline and stands right above the text";
constexpr std::string_view kByline = "Names the author";
constexpr std::string_view kDateline = "A line of its own with place or date";
constexpr std::string_view kCaption = "Describes a picture or credits it";
constexpr std::string_view kAbove = "Stands above the article and is no part of its text";
constexpr std::string_view kAside = "Interrupts the article and is no part of its text";
constexpr std::string_view kBelow = "Stands below the article's end";
constexpr std::string_view kNoArticle = "Nothing on the page stood out as an article, so nothing was set aside";
constexpr std::string_view kTeaser = "The opening of another story, broken off in mid-sentence";
constexpr std::string_view kOwnPlace = "Another story: it begins anew with a place of its own";
constexpr std::string_view kRepeated = "The same line stands in several articles of this outlet";
constexpr std::string_view kRestored = "Put back by hand";

bool is_dateline(const Page& page, const Line& line) {
  if (line.words() > 14) return false;
  const auto date = stated_date(words_of(page.text, line.span));
  return date && (date->alone || date->labelled);
}

bool is_credit(const Line& line) {
  return line.notice.kind == NoticeKind::kCredit && line.words() <= 20 &&
         (line.notice.start || line.sentence_ends <= 1);
}

// A paragraph that begins with a place in capitals and a dash.
bool opens_story(const Page& page, const Line& line) {
  if (line.words() < 15) return false;
  const auto dateline = dateline_of(words_of(page.text, line.span));
  return dateline && dateline->shouted;
}

Judged furniture(const Line& line, std::string_view otherwise) {
  const std::string_view known = reason_of(line.notice.kind);
  const bool sure = line.notice.whole || line.words() <= 12 || line.notice.kind == NoticeKind::kLegal ||
                    line.notice.kind == NoticeKind::kNewsletter || line.notice.kind == NoticeKind::kSubscribe;
  return {BlockKind::kFurniture, !known.empty() && sure ? known : otherwise, false};
}

// A line that says nothing but a notice is none of the article's, even in its midst. Names of sections ("Economy") are
// not sure: they head paragraphs too.
bool is_sure_notice(const Page& page, const Line& line) {
  const Notice& notice = line.notice;
  const bool brief = line.words() <= 12;
  switch (notice.kind) {
    case NoticeKind::kNone:
    case NoticeKind::kTags:
    case NoticeKind::kCredit:
    case NoticeKind::kPicture:
    case NoticeKind::kPaywall:
      return false;
    case NoticeKind::kMenu:
      return brief && !notice.whole && !notice.start;
    case NoticeKind::kLegal:
      return line.first == 0xA9 ||
             (line.words() > 0 && page.words[line.first_word].key == key_of("copyright") && line.words() <= 60);
    case NoticeKind::kAuthor:
      return notice.start && brief;
    case NoticeKind::kRelated:
      return notice.whole || (notice.start && brief && !line.ends_sentence);
    case NoticeKind::kContinue:
      return notice.whole && line.words() > 1;
    default:
      return notice.whole || (notice.start && brief);
  }
}

Judged judge_body_line(const Page& page, const Line& line) {
  if (is_sure_notice(page, line)) return {BlockKind::kFurniture, reason_of(line.notice.kind), false};
  if (line.is_caption()) return {BlockKind::kCaption, kCaption, false};
  if (is_credit(line)) return {BlockKind::kByline, reason_of(NoticeKind::kCredit), false};
  if (line.byline) return {BlockKind::kByline, kByline, false};
  if (is_dateline(page, line)) return {BlockKind::kDateline, kDateline, false};
  return {BlockKind::kBody, kParagraph, false};
}

// Where an article is cut, its last paragraph breaks off like a teaser of another story; it is the article's own where
// it stands right under the text and an offer to read on follows.
void keep_cut_paragraph(const Page& page, std::vector<Place>& places) {
  for (size_t i = 1; i < places.size(); ++i) {
    if (places[i] != Place::kBelow || places[i - 1] != Place::kBody) continue;
    const Line& line = page.lines[i];
    const NoticeKind next = i + 1 < places.size() ? page.lines[i + 1].notice.kind : NoticeKind::kNone;
    const bool offered =
        next == NoticeKind::kContinue || next == NoticeKind::kPaywall || next == NoticeKind::kSubscribe;
    const bool open = !line.ends_sentence || line.ends_open;
    const bool plain = line.words() >= 12 && line.notice.kind == NoticeKind::kNone && line.separators == 0;
    if (plain && ((open && offered) || cut_mark(page.text, line))) places[i] = Place::kBody;
    return;
  }
}

// Whether a line asks something of the reader ("your inbox", "you agree") in the words of a notice.
bool addresses_reader(const Line& line) {
  switch (line.notice.kind) {
    case NoticeKind::kPaywall:
    case NoticeKind::kSubscribe:
    case NoticeKind::kNewsletter:
    case NoticeKind::kShare:
    case NoticeKind::kComments:
    case NoticeKind::kLegal:
      return line.second_person > 0 && !line.quoted;
    default:
      return false;
  }
}

// Notices to the reader at either end of the text are taken off: none of an article's paragraphs stands beyond them.
void trim_notices(const Page& page, Judgement& judgement) {
  const auto trim = [&](size_t i) {
    Judged& line = judgement.lines[i];
    if (line.kind != BlockKind::kBody) return true;
    if (!addresses_reader(page.lines[i])) return false;
    line = {BlockKind::kFurniture, reason_of(page.lines[i].notice.kind), false};
    return true;
  };
  const size_t count = judgement.lines.size();
  for (size_t i = 0; i < count && trim(i);) ++i;
  // Below the text, where something that is no paragraph stands between or the last paragraph breaks off.
  size_t end = count;
  while (end > 0 && judgement.lines[end - 1].kind != BlockKind::kBody) --end;
  size_t begin = end;
  while (begin > 0 && judgement.lines[begin - 1].kind == BlockKind::kBody && addresses_reader(page.lines[begin - 1]))
    --begin;
  const bool parted =
      begin > 0 && (judgement.lines[begin - 1].kind == BlockKind::kFurniture || !page.lines[begin - 1].ends_sentence);
  if (begin < end && (parted || page.lines[begin].notice.start))
    for (size_t i = begin; i < end; ++i) trim(i);
}

// A stray story's heading right above it and its paragraphs right below it go with it.
void gather_strays(const Page& page, Judgement& judgement) {
  std::vector<Judged>& lines = judgement.lines;
  const auto loose = [&](size_t i) {
    return lines[i].kind == BlockKind::kFurniture && lines[i].reason == kBelow &&
           page.lines[i].notice.kind == NoticeKind::kNone;
  };
  for (size_t i = 1; i < lines.size(); ++i) {
    const Line& line = page.lines[i];
    if (lines[i].kind == BlockKind::kStray) {
      const Line& above = page.lines[i - 1];
      if (loose(i - 1) && above.words() >= 3 && above.words() <= 20 && !above.ends_sentence) lines[i - 1] = lines[i];
    } else if (lines[i - 1].kind == BlockKind::kStray && loose(i) && line.words() >= 8 && line.ends_sentence) {
      lines[i] = lines[i - 1];
    }
  }
}

void note_body_range(Judgement& judgement) {
  judgement.first_body = judgement.last_body = -1;
  for (size_t i = 0; i < judgement.lines.size(); ++i) {
    if (judgement.lines[i].kind != BlockKind::kBody) continue;
    if (judgement.first_body < 0) judgement.first_body = static_cast<int64_t>(i);
    judgement.last_body = static_cast<int64_t>(i);
  }
}

void mark_headline(const Page& page, const std::optional<std::string>& title, Judgement& judgement) {
  note_body_range(judgement);
  const Headline found = find_headline(page, title, judgement.first_body);
  judgement.headline = found.line;
  if (found.line < 0) return;
  judgement.lines[static_cast<size_t>(found.line)] = {BlockKind::kHeadline, found.by_shape ? kHeadlineShape : kHeadline,
                                                      false};
  note_body_range(judgement);
}

}  // namespace

Judgement judge_page(const Page& page, const std::optional<std::string>& title, const LineWeights& weights) {
  if (auto document = judge_nexis(page)) return std::move(*document);
  Judgement out;
  out.lines.resize(page.lines.size());
  std::vector<Place> places = place_lines(page, page_title_keys(page, title), weights);
  keep_cut_paragraph(page, places);
  for (size_t i = 0; i < page.lines.size(); ++i) {
    const Line& line = page.lines[i];
    switch (places[i]) {
      case Place::kBody:
        out.lines[i] = judge_body_line(page, line);
        break;
      case Place::kAbove:
        out.lines[i] = furniture(line, kAbove);
        break;
      case Place::kAside:
        out.lines[i] = line.is_caption() ? Judged{BlockKind::kCaption, kCaption, false} : furniture(line, kAside);
        break;
      case Place::kBelow:
        if (is_credit(line) && i > 0 && is_article_text(out.lines[i - 1].kind)) {
          out.lines[i] = {BlockKind::kByline, reason_of(NoticeKind::kCredit), false};
        } else if (line.ends_open && line.words() >= 12 && line.notice.kind == NoticeKind::kNone) {
          out.lines[i] = {BlockKind::kStray, kTeaser, false};
        } else if (opens_story(page, line)) {
          out.lines[i] = {BlockKind::kStray, kOwnPlace, false};
        } else {
          out.lines[i] = furniture(line, kBelow);
        }
        break;
    }
  }
  trim_notices(page, out);
  note_body_range(out);
  if (out.first_body < 0) {
    for (Judged& line : out.lines) line = {BlockKind::kBody, kNoArticle, false};
    note_body_range(out);
    return out;
  }
  mark_headline(page, title, out);
  mark_strays(page, out);
  gather_strays(page, out);
  note_body_range(out);
  // What stands between the headline and the text, or right above the text, tells who and when.
  const int64_t from = out.headline >= 0 ? std::max(out.headline + 1, out.first_body - 12) : out.first_body - 4;
  for (int64_t i = std::max<int64_t>(from, 0); i < out.first_body; ++i) {
    const auto at = static_cast<size_t>(i);
    if (out.lines[at].kind != BlockKind::kFurniture) continue;
    if (page.lines[at].byline) out.lines[at] = {BlockKind::kByline, kByline, false};
    if (is_dateline(page, page.lines[at])) out.lines[at] = {BlockKind::kDateline, kDateline, false};
  }
  return out;
}

Judgement judge_text(const Page& page, const std::optional<std::string>& title) {
  Judgement out;
  out.lines.resize(page.lines.size());
  for (size_t i = 0; i < page.lines.size(); ++i) {
    const Line& line = page.lines[i];
    const bool near_top = i < 6;
    out.lines[i] = {BlockKind::kBody, kGivenText, false};
    if (near_top && line.byline) out.lines[i] = {BlockKind::kByline, kByline, false};
    if (near_top && is_dateline(page, line)) out.lines[i] = {BlockKind::kDateline, kDateline, false};
    if (line.is_caption() && line.words() <= 25 && line.notice.start)
      out.lines[i] = {BlockKind::kCaption, kCaption, false};
  }
  note_body_range(out);
  // A title stands first, before anything else, and something longer follows it.
  if (page.lines.size() > 1 && out.first_body == 0) {
    const Line& top = page.lines.front();
    const bool short_top = top.words() <= 25 && !top.ends_sentence && top.last != ':' && top.last != ',';
    const bool followed = page.lines[1].words() > top.words() && (page.lines[1].blank_before > 0 || title);
    const Headline named = title ? find_headline(page, title, 0) : Headline{};
    const bool given = named.line == 0 && !named.by_shape;
    if (given || (short_top && followed && !top.quoted)) {
      out.headline = 0;
      out.lines[0] = {BlockKind::kHeadline, given ? kHeadline : kHeadlineShape, false};
      note_body_range(out);
    }
  }
  return out;
}

void set_aside_repeated(const Page& page, const std::vector<WordKey>& repeated, Judgement& judgement) {
  if (repeated.empty()) return;
  std::vector<size_t> found;
  uint64_t all = 0;
  uint64_t going = 0;
  for (size_t i = 0; i < page.lines.size(); ++i) {
    const BlockKind kind = judgement.lines[i].kind;
    if (kind != BlockKind::kBody && kind != BlockKind::kCaption) continue;
    all += page.lines[i].words();
    if (page.lines[i].words() == 0 || !std::binary_search(repeated.begin(), repeated.end(), page.lines[i].key))
      continue;
    going += page.lines[i].words();
    found.push_back(i);
  }
  if (going * 2 >= all) return;
  for (const size_t i : found) judgement.lines[i] = {BlockKind::kFurniture, kRepeated, false};
  note_body_range(judgement);
}

void restore(const Page& page, const std::vector<Span>& spans, Judgement& judgement) {
  if (spans.empty()) return;
  std::vector<Span> sorted = spans;
  std::sort(sorted.begin(), sorted.end());
  size_t next = 0;
  uint32_t reach = 0;  // the farthest end of the spans that begin before the line's end
  for (size_t i = 0; i < page.lines.size(); ++i) {
    const Span line = page.lines[i].span;
    for (; next < sorted.size() && sorted[next].begin < line.end; ++next) reach = std::max(reach, sorted[next].end);
    if (reach <= line.begin) continue;
    judgement.lines[i] = {BlockKind::kBody, kRestored, true};
    if (judgement.headline == static_cast<int64_t>(i)) judgement.headline = -1;
  }
  note_body_range(judgement);
}

std::vector<Block> blocks_of(const Page& page, const Judgement& judgement) {
  std::vector<Block> blocks;
  for (size_t i = 0; i < page.lines.size(); ++i) {
    const Judged& judged = judgement.lines[i];
    const Line& line = page.lines[i];
    if (i > 0) {
      const Judged& before = judgement.lines[i - 1];
      const bool same =
          before.kind == judged.kind && before.reason == judged.reason && before.restored == judged.restored;
      const Line& above = page.lines[i - 1];
      // A hard-wrapped paragraph goes on: a long line without an end above, a small letter or an end of its own here.
      const bool wrapped = !above.ends_sentence && above.chars >= 50 && above.chars <= 100;
      const bool own_paragraph = is_article_text(judged.kind) && line.blank_before == 0 && !wrapped;
      if (same && !own_paragraph) {
        blocks.back().span.end = line.span.end;
        continue;
      }
    }
    blocks.push_back({line.span, judged.kind, std::string(judged.reason), judged.restored});
  }
  return blocks;
}

}  // namespace readout::intake
