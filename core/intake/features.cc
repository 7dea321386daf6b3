#include "intake/features.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "intake/feature_ids.h"
#include "intake/page_context.h"

namespace readout::intake {

namespace {

using namespace features;

size_t length_feature(uint32_t words) {
  constexpr std::array<uint32_t, 8> kFrom = {2, 4, 7, 11, 16, 23, 36, 61};
  size_t bucket = 0;
  while (bucket < kFrom.size() && words >= kFrom[bucket]) ++bucket;
  return kWords1 + bucket;
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
  const std::vector<int> grades = prose_grades(lines, prose);
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
