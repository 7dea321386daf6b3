#include "intake/masthead.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "intake/dateline.h"
#include "intake/headline.h"
#include "intake/nexis.h"
#include "intake/stated_date.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace readout::intake {

namespace {

std::string_view trimmed(std::string_view s) {
  constexpr std::string_view kEdge = " \t\n\r.,;:*()-|";
  const size_t begin = s.find_first_not_of(kEdge);
  if (begin == std::string_view::npos) return {};
  return s.substr(begin, s.find_last_not_of(kEdge) - begin + 1);
}

// What stands between two phrases (ASCII, any case) in a line: "support the" X "by subscribing".
std::string_view between(std::string_view line, std::string_view before, std::string_view after) {
  std::string lower(line);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  const size_t begin = lower.find(before);
  if (begin == std::string::npos) return {};
  const size_t from = begin + before.size();
  const size_t end = after.empty() ? line.size() : lower.find(after, from);
  if (end == std::string::npos) return {};
  return trimmed(line.substr(from, end - from));
}

// A name of one to six words; sentences and menus are none.
bool name_shaped(std::string_view name) {
  if (name.size() < 2 || name.size() > 60) return false;
  return std::count(name.begin(), name.end(), ' ') <= 5;
}

std::string reason_with(std::string_view words) { return "“" + std::string(trimmed(words)) + "”"; }

struct Appearance {
  std::string outlet;
  std::string reason;
};

// Who published the words first, as a line of the page says.
std::optional<Appearance> first_outlet(std::string_view line) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kForms = {{
      {"appeared first on", ""},
      {"first appeared on", ""},
      {"first appeared in", ""},
      {"originally appeared on", ""},
      {"originally appeared in", ""},
      {"originally published by", ""},
      {"originally published on", ""},
      {"originally published in", ""},
      {"first published by", ""},
      {"first published in", ""},
      {"support the", "by subscribing"},
      {"support", "by subscribing"},
      {"subscribe to the", "for full access"},
      {"subscribe to the", "for unlimited"},
  }};
  if (line.size() > 240) return std::nullopt;
  for (const auto& [before, after] : kForms) {
    std::string_view name = between(line, before, after);
    // "Subscribe to the Example from $1 a week for unlimited access": what it costs is no part of the name.
    if (!after.empty())
      for (const std::string_view stop : {" from ", " at ", " today", " now", " $"})
        name = name.substr(0, name.find(stop));
    if (name_shaped(name)) return Appearance{std::string(name), reason_with(line)};
  }
  return std::nullopt;
}

bool is_copyright(std::string_view line) {
  if (line.size() > 200) return false;
  const std::string folded = unicode::lower(line.substr(0, 40));
  return folded.find("copyright") != std::string::npos || folded.find("\xC2\xA9") != std::string::npos;
}

// "Copyright © 2024 Example Media. All rights reserved." -> "Example Media".
std::optional<std::string> copyright_holder(std::string_view line) {
  if (!is_copyright(line)) return std::nullopt;
  // The year, then the name up to a stop.
  size_t at = std::string_view::npos;
  for (size_t i = 0; i + 4 <= line.size(); ++i) {
    const bool year = (line[i] == '1' || line[i] == '2') && std::all_of(line.begin() + static_cast<ptrdiff_t>(i),
                                                                        line.begin() + static_cast<ptrdiff_t>(i) + 4,
                                                                        [](char c) { return c >= '0' && c <= '9'; });
    if (year) {
      at = i + 4;
      i += 3;
    }
  }
  if (at == std::string_view::npos) return std::nullopt;
  std::string_view rest = line.substr(at);
  size_t end = rest.size();
  for (const std::string_view stop : {". ", " All ", " all ", " - ", " | ", " and its", ", Inc", " (", "\xC2\xA9"})
    end = std::min(end, rest.find(stop));
  rest = trimmed(rest.substr(0, end));
  if (rest.substr(0, 3) == "by ") rest = trimmed(rest.substr(3));
  if (!name_shaped(rest)) return std::nullopt;
  return std::string(rest);
}

// The latest year among the words: "© 2019-2024 Example" -> "2024". Empty where there is none.
std::string latest_year(std::string_view words) {
  const auto digit = [&](size_t at) { return at < words.size() && words[at] >= '0' && words[at] <= '9'; };
  std::string latest;
  for (size_t at = 0; at + 4 <= words.size(); ++at) {
    if (!digit(at) || (at > 0 && digit(at - 1))) continue;
    if (!digit(at + 1) || !digit(at + 2) || !digit(at + 3) || digit(at + 4)) continue;
    const std::string_view year = words.substr(at, 4);
    if (year.substr(0, 2) != "19" && year.substr(0, 2) != "20") continue;
    if (year > latest) latest = year;
  }
  return latest;
}

bool is_capital_at(std::string_view s, size_t at) { return unicode::is_upper(utf8::decode(s, at).value); }

void add_names(std::string_view text, Span span, std::string_view list, std::vector<Credit>& out) {
  // "Jane Doe and John Roe, Reuters" -> three names, each with its place in the text.
  size_t at = 0;
  while (at < list.size()) {
    size_t end = list.size();
    size_t skip = 0;
    for (const std::string_view mark : {", ", " and ", " & ", "; ", " | ", " in ", " for "}) {
      const size_t found = list.find(mark, at);
      if (found < end) end = found, skip = mark.size();
    }
    const std::string_view name = trimmed(list.substr(at, end - at));
    if (name_shaped(name) && is_capital_at(name, 0)) {
      const auto begin = static_cast<uint32_t>(name.data() - text.data());
      if (begin >= span.begin && begin + name.size() <= span.end)
        out.push_back({std::string(name), Span{begin, begin + static_cast<uint32_t>(name.size())}});
    }
    at = end + std::max<size_t>(skip, 1);
  }
}

std::string_view after_by(std::string_view line) {
  return line.size() > 3 && (line[0] | 0x20) == 'b' && (line[1] | 0x20) == 'y' && (line[2] == ' ' || line[2] == ':')
             ? trimmed(line.substr(3))
             : line;
}

// Names after "from", "by" or ":" in a credit line: "*With information from AFP".
std::string_view credited(std::string_view line) {
  for (const std::string_view mark : {" from ", " by ", ": "}) {
    const size_t at = line.find(mark);
    if (at != std::string_view::npos) return trimmed(line.substr(at + mark.size()));
  }
  return {};
}

void read_credits(const Page& page, const Judgement& judgement, const Outlets& outlets, Masthead& masthead) {
  for (size_t i = 0; i < page.lines.size(); ++i) {
    const Line& line = page.lines[i];
    const std::string_view words = without_label(words_of(page.text, line.span));
    if (judgement.lines[i].kind == BlockKind::kDateline && words.size() < line.span.size())
      masthead.dateline_place = std::string(trimmed(words));
    if (judgement.lines[i].kind == BlockKind::kByline) {
      if (line.notice.kind == NoticeKind::kCredit) {
        add_names(page.text, line.span, credited(words), masthead.credits);
      } else {
        std::vector<Credit> names;
        add_names(page.text, line.span, after_by(words), names);
        // "By our staff and Northline", "By Jane Doe, Reuters": agencies are credited, people sign.
        const bool staff = unicode::lower(words.substr(0, 80)).find("staff and") != std::string::npos;
        for (Credit& name : names) {
          const Outlet* known = outlets.find(name.name);
          (staff || known ? masthead.credits : masthead.byline).push_back(std::move(name));
        }
      }
    }
  }
  if (judgement.first_body < 0) return;
  const Line& lead = page.lines[static_cast<size_t>(judgement.first_body)];
  const std::string_view lead_words = words_of(page.text, lead.span);
  if (const auto dateline = dateline_of(lead_words)) {
    masthead.dateline_place = dateline->place;
    if (dateline->agency && name_shaped(words_of(lead_words, *dateline->agency))) {
      const Span at{lead.span.begin + dateline->agency->begin, lead.span.begin + dateline->agency->end};
      const Outlet* agency = outlets.find(words_of(page.text, at));
      masthead.credits.push_back({agency ? agency->name : std::string(words_of(page.text, at)), at});
    }
  }
}

// A line of its own beside the headline that can only be the outlet's name: a known one, one with a newspaper's word in
// it, or the only other line above the headline.
std::optional<size_t> name_line(const Page& page, const Judgement& judgement, const Outlets& outlets) {
  static constexpr std::array<WordKey, 24> kPaperWords = {
      key_of("times"),     key_of("post"),     key_of("courier"),  key_of("gazette"),  key_of("mail"),
      key_of("today"),     key_of("herald"),   key_of("tribune"),  key_of("journal"),  key_of("daily"),
      key_of("chronicle"), key_of("observer"), key_of("weekly"),   key_of("star"),     key_of("telegraph"),
      key_of("globe"),     key_of("press"),    key_of("express"),  key_of("standard"), key_of("news"),
      key_of("examiner"),  key_of("dispatch"), key_of("sentinel"), key_of("register")};
  if (judgement.headline < 0 || judgement.first_body < 0) return std::nullopt;
  const auto headline = static_cast<size_t>(judgement.headline);
  const auto body = static_cast<size_t>(judgement.first_body);
  const size_t from = headline < 3 ? 0 : headline - 3;
  const size_t to = std::min({page.lines.size(), headline + 4, std::max(body, headline)});
  for (size_t i = from; i < to; ++i) {
    const Line& line = page.lines[i];
    if (i == headline || line.words() < 1 || line.words() > 6 || line.notice.kind != NoticeKind::kNone || line.stamp ||
        line.byline || line.ends_sentence || line.separators > 0 || line.shouted == line.words())
      continue;
    // "Arkesia Today, English edition": what stands before the comma is the name.
    uint32_t capitals = 0;
    uint32_t words = 0;
    bool paper = false;
    for (uint32_t w = line.first_word; w < line.last_word; ++w) {
      if (words > 0 && page.text[page.words[w - 1].span.end] == ',') break;
      ++words;
      capitals += page.words[w].capital;
      paper = paper || std::find(kPaperWords.begin(), kPaperWords.end(), page.words[w].key) != kPaperWords.end();
    }
    if (capitals != words) continue;
    const std::string_view text = words_of(page.text, line.span);
    const bool known = outlets.find(text.substr(0, text.find(','))) != nullptr;
    const bool only = headline == 1 && i == 0 && words >= 2;
    if (known || (paper && words >= 2) || only) return i;
  }
  return std::nullopt;
}

void read_outlet(const Page& page, const Judgement& judgement, const Outlets& outlets, Masthead& masthead) {
  std::optional<std::string> holder;
  std::string holder_line;
  std::optional<Appearance> first;
  for (size_t i = 0; i < page.lines.size(); ++i) {
    const Line& line = page.lines[i];
    if (judgement.lines[i].kind == BlockKind::kStray) continue;
    const std::string_view words = words_of(page.text, line.span);
    if (!first && (line.notice.kind == NoticeKind::kOrigin || line.notice.kind == NoticeKind::kSubscribe))
      first = first_outlet(words);
    if (!holder && (line.notice.kind == NoticeKind::kLegal || line.first == 0xA9)) {
      holder = copyright_holder(words);
      if (holder) holder_line = reason_with(words);
    }
  }
  const TitleLine parts = title_line(page);
  if (masthead.outlet) {
    masthead.outlet_reason = "given";
  } else if (judgement.outlet >= 0) {
    const std::string_view words = words_of(page.text, page.lines[static_cast<size_t>(judgement.outlet)].span);
    masthead.outlet = outlets.shown(trimmed(words));
    masthead.outlet_reason = "stands where the database names it";
  } else if (first) {
    masthead.outlet = outlets.shown(first->outlet);
    masthead.outlet_reason = first->reason;
  } else if (parts.site && judgement.headline > 0 && name_shaped(words_of(page.text, *parts.site))) {
    masthead.outlet = outlets.shown(trimmed(words_of(page.text, *parts.site)));
    masthead.outlet_reason = "the page's title ends or begins with it";
  } else if (holder) {
    masthead.outlet = outlets.shown(*holder);
    masthead.outlet_reason = holder_line;
  } else if (const auto line = name_line(page, judgement, outlets)) {
    const std::string_view words = words_of(page.text, page.lines[*line].span);
    masthead.outlet = outlets.shown(trimmed(words.substr(0, words.find(','))));
    masthead.outlet_reason = "stands by itself beside the headline";
  } else if (!masthead.credits.empty() && masthead.dateline_place) {
    const Outlet* agency = outlets.find(masthead.credits.back().name);
    if (agency && agency->agency) {
      masthead.outlet = agency->name;
      masthead.outlet_reason = "named in the dateline; who carried it is not said";
    }
  }
  if (first && holder && unicode::fold(*holder) != unicode::fold(first->outlet)) masthead.republisher = holder;
}

// No date is stated. A copyright line alone says little, for sites renew it; where the article itself speaks of that
// year or of the one before as its latest, the two together give the year.
void read_copyright(const Page& page, const Judgement& judgement, Masthead& masthead) {
  std::string spoken_of;
  std::string claimed;
  Span at;
  for (size_t i = 0; i < page.lines.size(); ++i) {
    const Line& line = page.lines[i];
    const std::string_view words = words_of(page.text, line.span);
    if (judgement.lines[i].kind == BlockKind::kBody) {
      spoken_of = std::max(spoken_of, latest_year(words));
    } else if (judgement.lines[i].kind == BlockKind::kFurniture && is_copyright(words)) {
      claimed = latest_year(words);
      at = line.span;
    }
  }
  if (claimed.empty() || spoken_of.empty() || spoken_of > claimed) return;
  const auto number = [](const std::string& year) {
    return (year[0] - '0') * 1000 + (year[1] - '0') * 100 + (year[2] - '0') * 10 + (year[3] - '0');
  };
  if (number(claimed) - number(spoken_of) > 1) return;
  masthead.published = {
      claimed, DateHow::kInferred, at,
      "the page's copyright line says " + claimed + ", and the latest year spoken of is " + spoken_of};
}

void read_date(const Page& page, const Judgement& judgement, Masthead& masthead) {
  // Near the top: from a little above the headline to the first paragraph.
  const int64_t body = judgement.first_body < 0 ? static_cast<int64_t>(page.lines.size()) : judgement.first_body;
  const int64_t top = judgement.headline >= 0 ? judgement.headline : body;
  const int64_t from = std::max<int64_t>(0, top - 12);
  std::optional<StatedDate> best;
  Span best_line;
  int best_rank = 0;
  const auto consider = [&](size_t i, bool above_text) {
    const Line& line = page.lines[i];
    if (line.words() > 30 || judgement.lines[i].kind == BlockKind::kStray ||
        judgement.lines[i].kind == BlockKind::kBody)
      return;
    if (line.notice.kind == NoticeKind::kLegal || line.notice.kind == NoticeKind::kRelated) return;
    if (line.words() > 0 && page.words[line.first_word].key == key_of("load")) return;  // a database's own date
    const auto date = stated_date(words_of(page.text, line.span));
    if (!date) return;
    const bool below_headline = judgement.headline >= 0 && static_cast<int64_t>(i) > judgement.headline;
    int rank = 0;
    if (date->labelled)
      rank = date->updated ? 4 : 5;
    else if (date->alone && above_text)
      rank = below_headline ? 3 : 2;
    else if (above_text && below_headline && line.words() <= 14)
      rank = 1;
    if (rank > best_rank) best_rank = rank, best = date, best_line = line.span;
  };
  for (int64_t i = from; i < body; ++i) consider(static_cast<size_t>(i), true);
  if (judgement.first_body >= 0) {
    for (int64_t i = judgement.first_body; i <= judgement.last_body; ++i)
      consider(static_cast<size_t>(i), i < judgement.first_body + 3);
    const auto end = std::min<int64_t>(static_cast<int64_t>(page.lines.size()), judgement.last_body + 4);
    for (int64_t i = judgement.last_body + 1; i < end; ++i) consider(static_cast<size_t>(i), false);
  }
  if (!best) return read_copyright(page, judgement, masthead);
  const Span at{best_line.begin + best->span.begin, best_line.begin + best->span.end};
  masthead.published = {best->value, DateHow::kStated, at,
                        "the page says " + reason_with(words_of(page.text, best_line))};
}

}  // namespace

Masthead read_masthead(const Page& page, const Judgement& judgement, const ArticleInput& input,
                       const Outlets& outlets) {
  Masthead masthead;
  masthead.outlet = input.outlet;
  masthead.title = input.title;
  if (judgement.headline >= 0) {
    masthead.title_span = page.lines[static_cast<size_t>(judgement.headline)].span;
    if (judgement.headline == 0) masthead.title_span = title_line(page).title;
    const std::string_view title = without_label(words_of(page.text, *masthead.title_span));
    masthead.title_span->begin = masthead.title_span->end - static_cast<uint32_t>(title.size());
    if (!masthead.title) masthead.title = std::string(words_of(page.text, *masthead.title_span));
  }
  read_credits(page, judgement, outlets, masthead);
  read_outlet(page, judgement, outlets, masthead);
  if (input.published) {
    masthead.published = {*input.published, DateHow::kGiven, std::nullopt, "given"};
  } else {
    read_date(page, judgement, masthead);
  }
  return masthead;
}

}  // namespace readout::intake
