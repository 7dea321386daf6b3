#include "reading/dates_grammar.h"

#include <algorithm>
#include <array>

#include "reading/numerals.h"

namespace readout::dates {

namespace {

// Words that begin an expression and are in no lexicon; sorted.
constexpr std::array<std::string_view, 72> kStarters{"a",          "about",
                                                     "almost",     "an",
                                                     "annually",   "approximately",
                                                     "around",     "at",
                                                     "beginning",  "biweekly",
                                                     "calendar",   "coming",
                                                     "comparable", "corresponding",
                                                     "couple",     "current",
                                                     "daily",      "dozens",
                                                     "each",       "earlier",
                                                     "early",      "every",
                                                     "final",      "fiscal",
                                                     "following",  "fortnightly",
                                                     "h",          "hourly",
                                                     "hundreds",   "its",
                                                     "last",       "late",
                                                     "later",      "latest",
                                                     "latter",     "less",
                                                     "mid",        "midday",
                                                     "middle",     "midnight",
                                                     "monthly",    "more",
                                                     "nearly",     "next",
                                                     "nightly",    "no",
                                                     "noon",       "noontime",
                                                     "over",       "past",
                                                     "preceding",  "previous",
                                                     "prior",      "q",
                                                     "recent",     "roughly",
                                                     "same",       "scores",
                                                     "some",       "sometime",
                                                     "subsequent", "tens",
                                                     "that",       "the",
                                                     "their",      "this",
                                                     "thousands",  "under",
                                                     "up",         "upcoming",
                                                     "weekly",     "yearly"};
static_assert(std::is_sorted(kStarters.begin(), kStarters.end()));

bool is_starter(const Lexeme& lexeme) {
  if (lexeme.word != nullptr || lexeme.kind == LexemeKind::kDigits || lexeme.symbol == U'\'') return true;
  if (lexeme.kind != LexemeKind::kWord || lexeme.low.size() > 13) return false;
  return std::binary_search(kStarters.begin(), kStarters.end(), lexeme.low);
}

// Keeps the longer of two; the first of equals.
void keep(std::optional<Match>& best, std::optional<Match> other) {
  if (other && (!best || other->end > best->end)) best = std::move(other);
}

}  // namespace

std::optional<Match> Grammar::expression(size_t i) const {
  if (!is_starter(l[i])) return std::nullopt;
  Found best = plain(i);
  keep(best, modified(i));
  keep(best, approximated(i));
  return best;
}

Grammar::Found Grammar::plain(size_t i) const {
  if (i >= l.size()) return std::nullopt;
  Found best = numeric(i);
  keep(best, clock_time(i));
  keep(best, day_of_telling(i));
  keep(best, month_first(i));
  keep(best, day_first(i));
  keep(best, weekday(i));
  keep(best, holiday(i));
  keep(best, quarter(i));
  keep(best, season(i));
  keep(best, decade(i));
  keep(best, century(i));
  keep(best, year(i));
  keep(best, part_of_day(i));
  keep(best, related_unit(i));
  keep(best, numbered_unit(i));
  keep(best, comparison(i));
  keep(best, counted(i));
  keep(best, recurring(i));
  return best ? with_tail(std::move(*best)) : std::nullopt;
}

Grammar::Found Grammar::day_of_telling(size_t i) const {
  size_t end = 0;
  const QuantityPhrase* phrase = l.phrase(i, PhraseKind::kDeictic, end);
  if (phrase == nullptr || phrase->fields.size() < 2) return std::nullopt;
  if (l.tight(i) && l.symbol(i - 1, '-')) return std::nullopt;
  // "the long-term value" is no time.
  if (end - i != phrase->rest.size() + 1) return std::nullopt;
  if (l.tight(end) && (l.word(end) || l.digits(end))) return std::nullopt;
  Match out{i, end, {}, DateType::kDate};
  const std::string& kind = phrase->fields[0];
  const std::string& argument = phrase->fields[1];
  if (kind == "day") {
    out.when.form = Form::kDay;
    out.when.days = argument == "0" ? 0 : argument == "1" ? 1 : argument == "-1" ? -1 : argument == "2" ? 2 : -2;
  } else if (kind == "part") {
    out.when.form = Form::kDay;
    out.when.part = argument;
    out.type = DateType::kTime;
  } else if (kind == "overnight") {
    out.when.form = Form::kDay;
    out.when.days = -1;
    out.when.part = argument;
    out.type = DateType::kTime;
  } else {
    out.when.form = Form::kReference;
    out.when.value = argument;
  }
  return out;
}

Grammar::Found Grammar::holiday(size_t i) const {
  size_t end = 0;
  const size_t at = l.is(i, "the") && l.joined(i + 1) ? i + 1 : i;
  const QuantityPhrase* phrase = l.phrase(at, PhraseKind::kHoliday, end);
  if (phrase == nullptr || phrase->fields.size() < 2 || (!l[at].capital && phrase->rest.empty())) return std::nullopt;
  // "Easter Island": a name that begins like a feast.
  const bool dated_behind = (l.classes(end) & (kWeekdayName | kMonthName | kMonthShort)) != 0;
  if (l.joined(end) && l.word(end) && l[end].capital && !l[end].shout && !dated_behind) return std::nullopt;
  Match out{i, end, {}, DateType::kDate};
  out.when.form = Form::kHoliday;
  out.when.holiday = phrase;
  size_t year_at = end;
  if (l.is(year_at, "of") || l.is(year_at, "in") || l.symbol(year_at, ',')) ++year_at;
  size_t year_end = 0;
  if (const int value = l.joined(year_at) ? year_number(year_at, year_end) : 0; value > 0) {
    out.when.year = value;
    out.end = year_end;
  }
  return out;
}

// What may stand behind a date and belongs to it: a part of the day, a clock time, the year it lies in.
Grammar::Found Grammar::with_tail(Match match) const {
  When& when = match.when;
  if (match.type == DateType::kDuration || when.form == Form::kReference) return match;
  const bool day_known =
      when.weekday > 0 || when.day > 0 || (when.form == Form::kDay && !when.has_clock()) || when.form == Form::kHoliday;
  size_t at = match.end;
  if (!l.joined(at)) return match;
  if (match.type == DateType::kSet) {
    // "Tuesday nights"
    if (when.weekday > 0 && when.part.empty() && (l.classes(at) & kDayPart) != 0) {
      when.part = l[at].word->day_part;
      match.end = at + 1;
    }
    return match;
  }
  if (when.month > 0 && when.day == 0 && when.year == 0 && when.relation == Relation::kNone) {
    // "June last year", "January of this year"
    size_t from = at;
    if (l.is(from, "of")) ++from;
    size_t end = 0;
    const Relation relation = l.joined(from) ? relation_at(from, end) : Relation::kNone;
    if (relation != Relation::kNone && relation != Relation::kPast && relation != Relation::kComing &&
        l.is(end, "year") && l.joined(end)) {
      when.year_relation = relation;
      match.end = end + 1;
      return match;
    }
  }
  if (when.weekday > 0 && when.day == 0 && when.relation == Relation::kNone) {
    // "Tuesday of last week", "Wednesday next week"
    size_t from = at;
    if (l.is(from, "of")) ++from;
    size_t end = 0;
    const Relation relation = l.joined(from) ? relation_at(from, end) : Relation::kNone;
    if (relation != Relation::kNone && l.is(end, "week") && l.joined(end)) {
      when.relation = relation;
      when.week_of = true;
      match.end = end + 1;
      at = match.end;
    }
  }
  if (when.form == Form::kUnit && when.unit == TimeUnit::kWeek && when.relation != Relation::kNone) {
    // "next week on Tuesday"
    const size_t from = l.is(at, "on") ? at + 1 : at;
    size_t end = 0;
    if (const int day = l.joined(from) ? weekday_at(from, end) : 0; day > 0 && !l.symbol(end, '\'')) {
      when.form = Form::kCalendar;
      when.weekday = day;
      when.week_of = true;
      match.end = end;
      return with_tail(std::move(match));
    }
  }
  if (!day_known || when.has_clock()) return match;
  if (l.symbol(at, ',') && l.joined(at + 1) && (l.digits(at + 1) || l.is(at + 1, "at"))) ++at;
  if (l.is(at, "at") || l.is(at, "around")) ++at;
  if (l.joined(at)) {
    if (const auto time = clock(at)) {
      when.hour = time->when.hour;
      when.minute = time->when.minute;
      when.second = time->when.second;
      match.type = DateType::kTime;
      match.end = time->end;
      return match;
    }
  }
  at = match.end;
  if (l.joined(at) && !l.tight(at)) {
    std::string mod;
    if (l.is(at, "early") || l.is(at, "late")) {
      mod = l.is(at, "early") ? "START" : "END";
      ++at;
    }
    if ((l.classes(at) & kDayPart) != 0 && (l.classes(at) & kDayPartPlural) == 0 && l.joined(at)) {
      when.part = l[at].word->day_part;
      if (!mod.empty()) when.mod = mod;
      match.type = DateType::kTime;
      match.end = at + 1;
      // "Sunday morning at 8:00"
      if (const auto time = l.is(at + 1, "at") && l.joined(at + 2) ? clock(at + 2) : std::nullopt) {
        when.hour = time->when.hour + (time->when.hour > 0 && time->when.hour < 12 && when.part != "MO" ? 12 : 0);
        when.minute = time->when.minute;
        when.part = {};
        match.end = time->end;
      }
    } else if ((l.classes(at) & kDayPartPlural) != 0 && when.weekday > 0 && when.day == 0 && l.joined(at)) {
      when.part = l[at].word->day_part;
      when.form = Form::kSet;
      match.type = DateType::kSet;
      match.end = at + 1;
    }
  }
  return match;
}

// "early 1990", "late last week", "the end of November", "earlier this year", "mid-1996", "year-end".
Grammar::Found Grammar::modified(size_t i) const {
  size_t at = i;
  std::string mod;
  bool of = false;
  const bool the = l.is(at, "the") && l.joined(at + 1);
  if (the) ++at;
  if (l.is(at, "very") && l.joined(at + 1)) ++at;
  if (l.is(at, "early") || l.is(at, "earlier"))
    mod = "START";
  else if (l.is(at, "late") || l.is(at, "later"))
    mod = "END";
  else if (l.is(at, "mid"))
    mod = "MID";
  else if (l.is(at, "sometime"))
    mod = "NONE";
  else if (l.is(at, "beginning") || l.is(at, "start"))
    mod = "START", of = true;
  else if (l.is(at, "middle"))
    mod = "MID", of = true;
  else if (l.is(at, "end") || l.is(at, "close"))
    mod = "END", of = true;
  if (mod.empty()) {
    // "year-end", "year's end"
    if (!l.is(at, "year")) return std::nullopt;
    size_t end = at + 1;
    if (l.symbol(end, '-') && l.tight(end))
      ++end;
    else if (l.symbol(end, '\'') && l.is(end + 1, "s"))
      end += 2;
    if (!l.is(end, "end") || !l.joined(end)) return std::nullopt;
    Match out{i, end + 1, {}, DateType::kDate};
    out.when.form = Form::kUnit;
    out.when.unit = TimeUnit::kYear;
    out.when.relation = Relation::kThis;
    out.when.mod = "END";
    size_t year_end = 0;
    if (const int value = l.joined(out.end) ? year_number(out.end, year_end) : 0; value > 0) {
      out.when.form = Form::kCalendar;
      out.when.unit = TimeUnit::kNone;
      out.when.relation = Relation::kNone;
      out.when.year = value;
      out.end = year_end;
    }
    return out;
  }
  const size_t word = at;
  ++at;
  if (of) {
    if (!l.is(at, "of") || !l.joined(at)) return std::nullopt;
    ++at;
  } else if (l.symbol(at, '-') && l.tight(at)) {
    ++at;
  } else if ((l.is(word, "earlier") || l.is(word, "later")) && l.is(at, "in") && l.joined(at)) {
    ++at;
  } else if ((l.is(word, "early") || l.is(word, "late")) && (l.is(at, "in") || l.is(at, "on")) && l.is(at + 1, "the")) {
    ++at;
  }
  if (!l.joined(at)) return std::nullopt;
  Found inner = plain(at);
  if (!inner) {
    // "the mid-1990s", "early this": decades whose article stands in front.
    return std::nullopt;
  }
  const When& when = inner->when;
  if (inner->type == DateType::kDuration || inner->type == DateType::kSet || when.form == Form::kReference)
    return std::nullopt;
  if (when.form == Form::kOffset && when.unit < TimeUnit::kWeek) return std::nullopt;
  if (the && !of && when.decade < 0 && when.century < 0 && when.season.empty() && when.month == 0 && when.year == 0 &&
      (when.form != Form::kUnit || l.is(word, "later")) && when.part.empty()) {
    return std::nullopt;
  }
  inner->first = i;
  if (mod != "NONE") inner->when.mod = mod;
  return inner;
}

// "more than four hours", "nearly two weeks ago", "around Nov. 1".
Grammar::Found Grammar::approximated(size_t i) const {
  struct Hedge {
    std::array<std::string_view, 3> words;
    std::string_view mod;
  };
  constexpr std::array<Hedge, 17> kHedges{{{{"about", "", ""}, "APPROX"},
                                           {{"around", "", ""}, "APPROX"},
                                           {{"roughly", "", ""}, "APPROX"},
                                           {{"approximately", "", ""}, "APPROX"},
                                           {{"some", "", ""}, "APPROX"},
                                           {{"nearly", "", ""}, "LESS_THAN"},
                                           {{"almost", "", ""}, "LESS_THAN"},
                                           {{"over", "", ""}, "MORE_THAN"},
                                           {{"more", "than", ""}, "MORE_THAN"},
                                           {{"less", "than", ""}, "LESS_THAN"},
                                           {{"at", "least", ""}, "EQUAL_OR_MORE"},
                                           {{"at", "most", ""}, "EQUAL_OR_LESS"},
                                           {{"up", "to", ""}, "EQUAL_OR_LESS"},
                                           {{"no", "more", "than"}, "EQUAL_OR_LESS"},
                                           {{"no", "less", "than"}, "EQUAL_OR_MORE"},
                                           {{"no", "fewer", "than"}, "EQUAL_OR_MORE"},
                                           {{"under", "", ""}, "LESS_THAN"}}};
  if (!l.word(i)) return std::nullopt;
  for (const Hedge& hedge : kHedges) {
    size_t at = i;
    bool fits = true;
    for (const std::string_view word : hedge.words) {
      if (word.empty()) break;
      fits = fits && l.is(at, word) && (at == i || l.joined(at));
      ++at;
    }
    if (!fits || !l.joined(at)) continue;
    // "over the past decade" says when.
    if (l.is(i, "over") && (l.is(at, "the") || l.is(at, "a"))) {
      if (l.is(at, "the")) return std::nullopt;
    }
    Found inner = counted(at);
    if (!inner && l.is(at, "the")) inner = related_unit(at);
    if (inner && (inner->type == DateType::kDuration || inner->when.form == Form::kOffset)) {
      if (inner->when.count < 0 && hedge.mod != "EQUAL_OR_MORE") return std::nullopt;
      if (l.is(i, "some") && l.is(at, "of")) return std::nullopt;
      inner->first = i;
      inner->when.mod = hedge.mod;
      return inner;
    }
    if (l.is(i, "around") || l.is(i, "about")) {
      inner = plain(at);
      if (!inner || inner->type == DateType::kSet || inner->when.form == Form::kReference) return std::nullopt;
      if (l.is(i, "about") && inner->when.year == 0 && !inner->when.has_clock() && inner->when.day == 0)
        return std::nullopt;
      inner->first = i;
      inner->when.mod = hedge.mod;
      return inner;
    }
    return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace readout::dates
