#include "intake/features.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace readout::intake {

namespace {

enum Feature : FeatureId {
  kBias,
  kWords1,
  kWords2,
  kWords4,
  kWords7,
  kWords11,
  kWords16,
  kWords23,
  kWords36,
  kWords61,
  kEndShort,
  kEndMiddle,
  kEndLong,
  kOpenShort,
  kOpenLong,
  kColon,
  kNoEndMiddle,
  kNoEndLong,
  kFunction0,
  kFunction1,
  kFunction2,
  kFunction3,
  kFunction4,
  kCapsHigh,
  kCapsMiddle,
  kShouted,
  kSeparatorOne,
  kSeparatorMany,
  kNumbers,
  kQuoted,
  kQuotedShort,
  kSentences2,
  kSentences4,
  kRepeatedShort,
  kRepeatedLong,
  kCopyright,
  kMark,
  kBullet,
  kLowerStart,
  kDigitStart,
  kAddress,
  kStamp,
  kByline,
  kPicture,
  kPersonal,
  kPersonalMuch,
  kYou,
  kExclaims,
  kShouts,
  kTight,
  kSpaced,
  kTitleHere,
  kTitleBefore,
  kTitleAfter5,
  kTitleAfter20,
  kTitleAfterFar,
  kTitleNone,
  kTitleWords,
  kPrevProse,
  kPrevHalf,
  kPrevList,
  kNextProse,
  kNextHalf,
  kNextList,
  kNear0,
  kNear1,
  kNear2,
  kNear3,
  kNear4,
  kTalk1,
  kTalk2,
  kTalk4,
  kTalk7,
  kTalkLong1,
  kTalkLong3,
  kTalkLong6,
  kMarkBefore1,
  kMarkBefore2,
  kMarkBefore4,
  kMarkBefore10,
  kEndBefore1,
  kEndBefore3,
  kMass0,
  kMass10,
  kMass50,
  kMass90,
  kMass100,
  kBetweenProse,
  kBetweenHalf,
  kBetweenLists,
  kProseBefore1,
  kProseBefore3,
  kProseBefore7,
  kProseBeforeFar,
  kProseBeforeNone,
  kProseAfter1,
  kProseAfter3,
  kProseAfter7,
  kProseAfterFar,
  kProseAfterNone,
  kWide0,
  kWide1,
  kWide2,
  kWide3,
  kSays,
  kRepeatsEarlier,
  kZone3,
  kZone6,
  kZone12,
  kZoneLong3,
  kZoneLong6,
  kZoneLong12,
  kZoneOpens,
  kOpenAfterProse,
  kTitleMass0,
  kTitleMass1,
  kNoticeFirst,  // three a kind: whole, brief, long
};

constexpr std::array<std::string_view, kNoticeFirst> kNames = {"bias",
                                                               "words-1",
                                                               "words-2",
                                                               "words-4",
                                                               "words-7",
                                                               "words-11",
                                                               "words-16",
                                                               "words-23",
                                                               "words-36",
                                                               "words-61",
                                                               "end-short",
                                                               "end-middle",
                                                               "end-long",
                                                               "open-short",
                                                               "open-long",
                                                               "colon",
                                                               "no-end-middle",
                                                               "no-end-long",
                                                               "function-0",
                                                               "function-1",
                                                               "function-2",
                                                               "function-3",
                                                               "function-4",
                                                               "caps-high",
                                                               "caps-middle",
                                                               "shouted",
                                                               "separator-1",
                                                               "separator-2",
                                                               "numbers",
                                                               "quoted",
                                                               "quoted-short",
                                                               "sentences-2",
                                                               "sentences-4",
                                                               "repeated",
                                                               "repeated-long",
                                                               "copyright",
                                                               "mark",
                                                               "bullet",
                                                               "lower-start",
                                                               "digit-start",
                                                               "address",
                                                               "stamp",
                                                               "byline",
                                                               "picture",
                                                               "personal",
                                                               "personal-much",
                                                               "you",
                                                               "exclaims",
                                                               "shouts",
                                                               "tight",
                                                               "spaced",
                                                               "title-here",
                                                               "title-before",
                                                               "title-after-5",
                                                               "title-after-20",
                                                               "title-after-far",
                                                               "title-none",
                                                               "title-words",
                                                               "prev-prose",
                                                               "prev-half",
                                                               "prev-list",
                                                               "next-prose",
                                                               "next-half",
                                                               "next-list",
                                                               "near-0",
                                                               "near-1",
                                                               "near-2",
                                                               "near-3",
                                                               "near-4",
                                                               "talk-1",
                                                               "talk-2",
                                                               "talk-4",
                                                               "talk-7",
                                                               "talk-long-1",
                                                               "talk-long-3",
                                                               "talk-long-6",
                                                               "comment-mark-1",
                                                               "comment-mark-2",
                                                               "comment-mark-4",
                                                               "comment-mark-10",
                                                               "end-mark-1",
                                                               "end-mark-3",
                                                               "mass-0",
                                                               "mass-10",
                                                               "mass-50",
                                                               "mass-90",
                                                               "mass-100",
                                                               "between-prose",
                                                               "between-half",
                                                               "between-lists",
                                                               "prose-before-1",
                                                               "prose-before-3",
                                                               "prose-before-7",
                                                               "prose-before-far",
                                                               "prose-before-none",
                                                               "prose-after-1",
                                                               "prose-after-3",
                                                               "prose-after-7",
                                                               "prose-after-far",
                                                               "prose-after-none",
                                                               "wide-0",
                                                               "wide-1",
                                                               "wide-2",
                                                               "wide-3",
                                                               "says",
                                                               "repeats-earlier",
                                                               "zone-3",
                                                               "zone-6",
                                                               "zone-12",
                                                               "zone-long-3",
                                                               "zone-long-6",
                                                               "zone-long-12",
                                                               "zone-opens",
                                                               "open-after-prose",
                                                               "title-mass-0",
                                                               "title-mass-1"};

constexpr std::array<std::string_view, 16> kNoticeNames = {
    "none",  "paywall", "continue", "subscribe", "newsletter", "share",   "related", "comments",
    "legal", "menu",    "ad",       "origin",    "credit",     "picture", "tags",    "author"};
constexpr std::array<std::string_view, 3> kExtents = {"whole", "brief", "long"};

uint32_t percent(uint32_t part, uint32_t whole) {
  return whole == 0 ? 0 : static_cast<uint32_t>(part * 100ull / whole);
}

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

// Marks of talk count once a paragraph has been read: above the article they are its own date and its menus.
std::vector<bool> find_talk(const std::vector<Line>& lines, const std::vector<int>& grades) {
  std::vector<bool> talk(lines.size(), false);
  bool read = false;
  for (size_t i = 0; i < lines.size(); ++i) {
    talk[i] = read && is_talk(lines[i]);
    read = read || grades[i] == 2;
  }
  return talk;
}

size_t length_feature(uint32_t words) {
  constexpr std::array<uint32_t, 8> kFrom = {2, 4, 7, 11, 16, 23, 36, 61};
  size_t bucket = 0;
  while (bucket < kFrom.size() && words >= kFrom[bucket]) ++bucket;
  return kWords1 + bucket;
}

// Sums over the page by which windows are answered in O(1).
struct Sums {
  std::vector<uint64_t> words, prose_words, talk;

  Sums(const std::vector<Line>& lines, const std::vector<int>& grades, const std::vector<bool>& talk_lines) {
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
  static uint64_t between(const std::vector<uint64_t>& sums, size_t begin, size_t end) {
    return sums[end] - sums[begin];
  }
};

// Where readers talk: lines by which comments are known, each within kReach lines of the next. For each line how many
// its stretch holds (0 outside, or where they are fewer than three), and whether the stretch opens with it.
struct TalkZones {
  std::vector<uint32_t> size;
  std::vector<bool> opens;

  TalkZones(const std::vector<Line>& lines, const std::vector<bool>& talk)
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
};

// Which line is the title, where the page's title is known: the first below the top that says it.
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

}  // namespace

size_t feature_count() { return kNoticeFirst + 3 * kNoticeNames.size(); }

std::string feature_name(FeatureId id) {
  if (id < kNoticeFirst) return std::string(kNames[id]);
  const size_t k = id - kNoticeFirst;
  return std::string("notice-").append(kNoticeNames[k / 3]).append("-").append(kExtents[k % 3]);
}

PageFeatures::PageFeatures(const std::vector<Line>& lines, const std::vector<Word>& all_words,
                           const std::vector<WordKey>& title) {
  const size_t count = lines.size();
  const bool prose = known_prose(lines);
  std::vector<int> grades(count);
  for (size_t i = 0; i < count; ++i) grades[i] = prose_grade(lines[i], prose);
  const std::vector<bool> talk_lines = find_talk(lines, grades);
  const Sums sums(lines, grades, talk_lines);
  const TalkZones zones(lines, talk_lines);
  const int64_t headline = title_at(lines, all_words, title);
  const uint64_t mass = sums.prose_words.back();
  const auto before_words = [&](size_t i) { return sums.prose_words[i]; };
  // Lines back and forth to the nearest paragraph; 0 where there is none.
  std::vector<uint32_t> since(count, 0);
  std::vector<uint32_t> until(count, 0);
  for (size_t i = 1; i < count; ++i) since[i] = grades[i - 1] == 2 ? 1 : since[i - 1] ? since[i - 1] + 1 : 0;
  for (size_t i = count; i-- > 1;) until[i - 1] = grades[i] == 2 ? 1 : until[i] ? until[i] + 1 : 0;

  first_.reserve(count + 1);
  ids_.reserve(count * 24);
  uint32_t comment_marks = 0;
  uint32_t end_marks = 0;
  for (size_t i = 0; i < count; ++i) {
    first_.push_back(static_cast<uint32_t>(ids_.size()));
    const auto add = [&](size_t id) { ids_.push_back(static_cast<FeatureId>(id)); };
    const auto add_if = [&](bool holds, size_t id) {
      if (holds) ids_.push_back(static_cast<FeatureId>(id));
    };
    const Line& line = lines[i];
    const uint32_t words = line.words();
    add(kBias);
    add(length_feature(words));
    if (line.ends_open) {
      add(words >= 6 ? kOpenLong : kOpenShort);
    } else if (line.ends_sentence) {
      add(words < 6 ? kEndShort : words < 14 ? kEndMiddle : kEndLong);
    } else if (line.last == ':') {
      add(kColon);
    } else if (words >= 8) {
      add(words < 18 ? kNoEndMiddle : kNoEndLong);
    }
    if (prose && words >= 5) {
      const uint32_t share = percent(line.function_words, words);
      add(share < 12   ? kFunction0
          : share < 22 ? kFunction1
          : share < 32 ? kFunction2
          : share < 42 ? kFunction3
                       : kFunction4);
    }
    const uint32_t caps = percent(line.capitals, words);
    add_if(words >= 3 && caps >= 75, kCapsHigh);
    add_if(words >= 3 && caps >= 50 && caps < 75, kCapsMiddle);
    add_if(words >= 2 && percent(line.shouted, words) >= 60, kShouted);
    add_if(line.separators == 1, kSeparatorOne);
    add_if(line.separators > 1, kSeparatorMany);
    add_if(words >= 2 && percent(line.numeric, words) >= 30, kNumbers);
    add_if(line.quoted, words >= 8 ? kQuoted : kQuotedShort);
    add_if(line.sentence_ends >= 2 && line.sentence_ends < 4, kSentences2);
    add_if(line.sentence_ends >= 4, kSentences4);
    add_if(line.repeats > 0, words < 8 ? kRepeatedShort : kRepeatedLong);
    add_if(line.first == 0xA9, kCopyright);
    add_if(words == 0, kMark);
    add_if(words > 0 && (line.first == 0x2022 || line.first == '*' || line.first == '-' || line.first == 0x203A ||
                         line.first == 0xBB || line.first == 0x2013 || line.first == '+'),
           kBullet);
    add_if(line.first >= 'a' && line.first <= 'z', kLowerStart);
    add_if(line.first >= '0' && line.first <= '9', kDigitStart);
    add_if(line.address, kAddress);
    add_if(line.stamp, kStamp);
    add_if(line.byline, kByline);
    add_if(line.picture, kPicture);
    if (!line.quoted && words >= 5) {
      add_if(line.first_person == 1, kPersonal);
      add_if(line.first_person > 1, kPersonalMuch);
      add_if(line.second_person > 0, kYou);
    }
    add_if(line.exclamations == 1, kExclaims);
    add_if(line.exclamations > 1, kShouts);
    add_if(i > 0 && line.blank_before == 0, kTight);
    add_if(line.blank_before > 2, kSpaced);

    const auto at = static_cast<int64_t>(i);
    if (headline < 0) {
      add(kTitleNone);
    } else {
      add(at == headline        ? kTitleHere
          : at < headline       ? kTitleBefore
          : at <= headline + 5  ? kTitleAfter5
          : at <= headline + 20 ? kTitleAfter20
                                : kTitleAfterFar);
    }
    if (!title.empty() && words >= 10 && grades[i] == 2) {
      uint32_t both = 0;
      for (uint32_t w = line.first_word; w < line.last_word && w < line.first_word + 60; ++w)
        both += std::binary_search(title.begin(), title.end(), all_words[w].key);
      add_if(both >= 3, kTitleWords);
    }
    if (i > 0) add(grades[i - 1] == 2 ? kPrevProse : grades[i - 1] == 1 ? kPrevHalf : kPrevList);
    if (i + 1 < count) add(grades[i + 1] == 2 ? kNextProse : grades[i + 1] == 1 ? kNextHalf : kNextList);

    if (words < 9 && !line.ends_sentence && i > 0 && i + 1 < count) {
      const int both = grades[i - 1] + grades[i + 1];
      add(both == 4 ? kBetweenProse : both >= 2 ? kBetweenHalf : kBetweenLists);
    }
    const uint32_t above = since[i];
    add(above == 0   ? kProseBeforeNone
        : above == 1 ? kProseBefore1
        : above <= 3 ? kProseBefore3
        : above <= 7 ? kProseBefore7
                     : kProseBeforeFar);
    const uint32_t below = until[i];
    add(below == 0   ? kProseAfterNone
        : below == 1 ? kProseAfter1
        : below <= 3 ? kProseAfter3
        : below <= 7 ? kProseAfter7
                     : kProseAfterFar);
    const size_t wide_from = i < 15 ? 0 : i - 15;
    const size_t wide_to = std::min(count, i + 16);
    const uint64_t wide = Sums::between(sums.words, wide_from, wide_to);
    const uint64_t wide_prose = wide == 0 ? 0 : Sums::between(sums.prose_words, wide_from, wide_to) * 100 / wide;
    add(wide_prose < 20 ? kWide0 : wide_prose < 50 ? kWide1 : wide_prose < 80 ? kWide2 : kWide3);
    add_if(line.says, kSays);
    add_if(line.ends_open && words >= 12 && i > 0 && grades[i - 1] == 2, kOpenAfterProse);
    if (const uint32_t marks = zones.size[i]; marks > 0) {
      add(marks < 6 ? kZone3 : marks < 12 ? kZone6 : kZone12);
      if (words >= 6) add(marks < 6 ? kZoneLong3 : marks < 12 ? kZoneLong6 : kZoneLong12);
      add_if(zones.opens[i], kZoneOpens);
    }
    add_if(line.repeats > 0 && line.repeats_earlier, kRepeatsEarlier);
    if (headline >= 0 && at > headline) {
      const uint64_t told = before_words(i) - before_words(static_cast<size_t>(headline));
      add(told == 0 ? kTitleMass0 : kTitleMass1);
    }

    const size_t from = i < 4 ? 0 : i - 4;
    const size_t to = std::min(count, i + 5);
    const uint64_t around = Sums::between(sums.words, from, to) - words;
    const uint64_t prosy = Sums::between(sums.prose_words, from, to) - (grades[i] == 2 ? words : 0);
    const uint64_t near = around == 0 ? 0 : prosy * 100 / around;
    add(near < 10 ? kNear0 : near < 40 ? kNear1 : near < 70 ? kNear2 : near < 90 ? kNear3 : kNear4);

    const size_t talk_from = i < 7 ? 0 : i - 7;
    const uint64_t talk = Sums::between(sums.talk, talk_from, std::min(count, i + 8));
    if (talk > 0) add(talk == 1 ? kTalk1 : talk < 4 ? kTalk2 : talk < 7 ? kTalk4 : kTalk7);
    if (talk > 0 && words >= 6) add(talk < 3 ? kTalkLong1 : talk < 6 ? kTalkLong3 : kTalkLong6);

    const uint64_t before = sums.prose_words[i];
    if (before > 0) {
      // Marks count once a paragraph has been seen: menus say "comments" too.
      if (comment_marks > 0)
        add(comment_marks == 1   ? kMarkBefore1
            : comment_marks < 4  ? kMarkBefore2
            : comment_marks < 10 ? kMarkBefore4
                                 : kMarkBefore10);
      if (end_marks > 0) add(end_marks < 3 ? kEndBefore1 : kEndBefore3);
      const bool brief = words <= 12;
      comment_marks += talk_lines[i];
      end_marks += brief && (line.notice.kind == NoticeKind::kRelated || line.notice.kind == NoticeKind::kLegal ||
                             line.notice.kind == NoticeKind::kTags);
    }
    const uint64_t share = mass == 0 ? 0 : before * 100 / mass;
    add(before == 0 ? kMass0 : share < 10 ? kMass10 : share < 50 ? kMass50 : share < 90 ? kMass90 : kMass100);

    if (line.notice.kind != NoticeKind::kNone) {
      const size_t extent = line.notice.whole ? 0 : words <= 12 ? 1 : 2;
      add(kNoticeFirst + static_cast<size_t>(line.notice.kind) * 3 + extent);
    }
  }
  first_.push_back(static_cast<uint32_t>(ids_.size()));
}

}  // namespace readout::intake
