// Times of day.
#include <array>

#include "reading/dates_grammar.h"
#include "reading/dates_neighbours.h"
#include "reading/numerals.h"

namespace readout::dates {

namespace {

struct HalfDay {
  size_t end = 0;
  bool afternoon = false;
};

// "a.m.", "p.m.", "am", "PM", "p. m." behind a number.
std::optional<HalfDay> half_day(const Lexemes& l, size_t i) {
  if (!l.joined(i)) return std::nullopt;
  if (l.is(i, "am") || l.is(i, "pm")) return HalfDay{i + 1, l.is(i, "pm")};
  if ((l.is(i, "a") || l.is(i, "p")) && l.symbol(i + 1, '.') && l.is(i + 2, "m") && l.joined(i + 2)) {
    // The full stop behind the "m" belongs to it, unless it ends the sentence's words as well.
    return HalfDay{l.symbol(i + 3, '.') && l.tight(i + 3) ? i + 4 : i + 3, l.is(i, "p")};
  }
  return std::nullopt;
}

}  // namespace

Grammar::Found Grammar::clock(size_t i) const {
  Match out{i, 0, {}, DateType::kTime};
  When& when = out.when;
  if (l.is(i, "noon") || l.is(i, "midday") || l.is(i, "noontime")) {
    when.hour = 12;
    when.minute = 0;
    out.end = i + 1;
  } else if (l.is(i, "midnight")) {
    when.hour = 24;
    when.minute = 0;
    out.end = i + 1;
  } else {
    int hour = -1;
    size_t at = i + 1;
    const bool digits = l.digits(i);
    if (digits && l[i].low.size() <= 2) {
      hour = static_cast<int>(l[i].number);
    } else if (digits && l[i].low.size() == 4 && l[i].number < 2400 && l[i].number % 100 < 60) {
      size_t zone_end = 0;
      if (!l.joined(i + 1) || l.phrase(i + 1, PhraseKind::kZone, zone_end) == nullptr || !l[i + 1].shout) {
        return std::nullopt;
      }
      when.hour = static_cast<int>(l[i].number / 100);
      when.minute = static_cast<int>(l[i].number % 100);
      out.end = zone_end;
      return out;
    } else if ((l.classes(i) & kCardinalWord) != 0 && l[i].word->number >= 1 && l[i].word->number <= 12) {
      hour = static_cast<int>(l[i].word->number);
    }
    if (hour < 0 || hour > 24) return std::nullopt;
    bool with_minutes = false;
    char32_t mark = 0;
    if (digits && (l.symbol(at, ':') || l.symbol(at, '.')) && l.tight(at) && l.digits(at + 1) && l.tight(at + 1) &&
        l[at + 1].low.size() == 2 && l[at + 1].number < 60) {
      mark = l[at].symbol;
      when.minute = static_cast<int>(l[at + 1].number);
      with_minutes = true;
      at += 2;
      if (mark == ':' && l.symbol(at, ':') && l.tight(at) && l.digits(at + 1) && l.tight(at + 1) &&
          l[at + 1].low.size() == 2 && l[at + 1].number < 60) {
        when.second = static_cast<int>(l[at + 1].number);
        at += 2;
      }
    }
    if (const auto half = half_day(l, at)) {
      if (hour < 1 || hour > 12) return std::nullopt;
      hour = hour % 12 + (half->afternoon ? 12 : 0);
      at = half->end;
    } else if (l.is(at, "o") && l.symbol(at + 1, '\'') && l.is(at + 2, "clock") && hour <= 12) {
      at += 3;
    } else if (mark != ':' || hour > 23 || !stands_free(l, i, at) || !digits) {
      return std::nullopt;
    } else if (l.tight(i) && l[i - 1].symbol == '-') {
      return std::nullopt;
    }
    if (!with_minutes) when.minute = 0;
    if (digits && !stands_free(l, i, i + 1) && !l.tight(i + 1)) return std::nullopt;
    when.hour = hour;
    out.end = at;
  }
  size_t zone_end = 0;
  if (l.joined(out.end) && l[out.end].capital && l.phrase(out.end, PhraseKind::kZone, zone_end) != nullptr) {
    out.end = zone_end;
  }
  return out;
}

// "half past seven", "ten past 9", "a quarter to six".
Grammar::Found Grammar::clock_in_words(size_t i) const {
  int minutes = 0;
  size_t at = i;
  if (l.is(at, "a") && l.is(at + 1, "quarter")) ++at;
  if (l.is(at, "half")) {
    minutes = 30;
  } else if (l.is(at, "quarter")) {
    minutes = 15;
  } else if (const auto number = numerals::cardinal(l, at, false);
             number && number->value >= 1 && number->value < 60 && !number->decimal) {
    minutes = static_cast<int>(number->value);
    at = number->end - 1;
    if (l.is(at + 1, "minutes") || l.is(at + 1, "min")) ++at;
  } else {
    return std::nullopt;
  }
  ++at;
  const bool past = l.is(at, "past");
  if (!l.joined(at) || !(past || (l.is(at, "to") && minutes % 5 == 0 && l.is(at - 1, "quarter")))) return std::nullopt;
  const auto hour = l.joined(at + 1) ? numerals::cardinal(l, at + 1, false) : std::nullopt;
  if (!hour || hour->value < 1 || hour->value > 12 || hour->decimal || hour->scaled) return std::nullopt;
  Match out{i, hour->end, {}, DateType::kTime};
  const int total = static_cast<int>(hour->value) * 60 + (past ? minutes : -minutes);
  out.when.hour = total / 60;
  out.when.minute = total % 60;
  if (l.is(out.end, "o") && l.symbol(out.end + 1, '\'') && l.is(out.end + 2, "clock"))
    out.end += 3;
  else if (l.is(out.end, "oclock"))
    ++out.end;
  return out;
}

// "9 in the evening", "8 a.m. this morning", "seven o'clock at night".
void Grammar::with_half_day(Match& time) const {
  size_t at = time.end;
  if (!l.joined(at)) return;
  const bool in_the = l.is(at, "in") && l.is(at + 1, "the");
  if (in_the)
    at += 2;
  else if (l.is(at, "at") && l.is(at + 1, "night"))
    ++at;
  else
    return;
  if ((l.classes(at) & kDayPart) == 0 || (l.classes(at) & kDayPartPlural) != 0) return;
  if (l[at].word->day_part != "MO" && time.when.hour > 0 && time.when.hour < 12) time.when.hour += 12;
  time.end = at + 1;
}

Grammar::Found Grammar::part_of_day(size_t i) const {
  size_t at = i;
  Relation relation = Relation::kNone;
  size_t end = at;
  const bool the = l.is(at, "the") && l.joined(at + 1);
  if (the) ++at;
  relation = relation_at(at, end);
  if (relation != Relation::kNone) at = end;
  std::string_view mod;
  if (l.joined(at) || at == i) {
    if (l.is(at, "early")) mod = "START", ++at;
    if (l.is(at, "late")) mod = "END", ++at;
    if (l.is(at, "mid")) {
      mod = "MID", ++at;
      if (l.symbol(at, '-')) ++at;
    }
  }
  if ((l.classes(at) & kDayPart) == 0 || (l.classes(at) & kDayPartPlural) != 0 || (at > i && !l.joined(at))) {
    return std::nullopt;
  }
  if (relation == Relation::kNone && mod != "MID") {
    // "in the morning"; a bare "night" or "evening" is a word like others.
    if (!the || !(i > 0 && l.joined(i) && (l.is(i - 1, "in") || l.is(i - 1, "during") || l.is(i - 1, "by")))) {
      return std::nullopt;
    }
    if (l.is(at + 1, "of")) return std::nullopt;
  }
  if (relation == Relation::kPast || relation == Relation::kComing) return std::nullopt;
  Match out{i, at + 1, {}, DateType::kTime};
  When& when = out.when;
  when.part = l[at].word->day_part;
  when.mod = mod;
  switch (relation) {
    case Relation::kLast:
      when.form = Form::kDay;
      when.days = -1;
      break;
    case Relation::kThis:
      when.form = Form::kDay;
      break;
    case Relation::kNext:
    case Relation::kFollowing:
    case Relation::kPrevious:
      when.form = Form::kOffset;
      when.unit = TimeUnit::kDay;
      when.count = 1;
      when.direction = relation == Relation::kPrevious ? -1 : 1;
      break;
    default:
      when.form = Form::kUnit;
      when.unit = TimeUnit::kDay;
      when.relation = Relation::kThat;
      // "mid-afternoon yesterday"
      if (const auto day = l.joined(out.end) ? day_of_telling(out.end) : std::nullopt;
          day && day->when.form == Form::kDay && !day->when.has_clock()) {
        when.form = Form::kDay;
        when.unit = TimeUnit::kNone;
        when.days = day->when.days;
        out.end = day->end;
      }
  }
  return out;
}

Grammar::Found Grammar::clock_time(size_t i) const {
  auto time = clock(i);
  if (!time) time = clock_in_words(i);
  if (!time) {
    // "10 in the morning": the part of the day makes a bare number an hour.
    const auto hour = numerals::cardinal(l, i, false);
    if (!hour || hour->decimal || hour->scaled || hour->value < 1 || hour->value > 12 || !l.is(hour->end, "in") ||
        !l.is(hour->end + 1, "the")) {
      return std::nullopt;
    }
    Match bare{i, hour->end, {}, DateType::kTime};
    bare.when.hour = static_cast<int>(hour->value);
    bare.when.minute = 0;
    with_half_day(bare);
    if (bare.end == hour->end) return std::nullopt;
    time = bare;
  } else {
    with_half_day(*time);
  }
  // "10 p.m. Wednesday", "noon on 5 May", "10 in the morning", "8 a.m. this morning"
  size_t at = time->end;
  if (l.symbol(at, ',') && l.joined(at)) ++at;
  if ((l.is(at, "on") || l.is(at, "of")) && l.joined(at)) ++at;
  if (!l.joined(at)) return time;
  if (const auto part = part_of_day(at); part && part->when.form == Form::kDay) {
    When joined = part->when;
    joined.hour = time->when.hour;
    joined.minute = time->when.minute;
    joined.part = {};
    time->when = joined;
    time->end = part->end;
    return time;
  }
  for (const auto& rest : {weekday(at), month_first(at), day_first(at), day_of_telling(at), numeric(at)}) {
    if (!rest || rest->type == DateType::kSet || rest->when.form == Form::kReference || rest->when.has_clock())
      continue;
    if (rest->when.form == Form::kCalendar && rest->when.day == 0 && rest->when.weekday == 0) continue;
    When joined = rest->when;
    joined.hour = time->when.hour;
    joined.minute = time->when.minute;
    joined.second = time->when.second;
    time->when = joined;
    time->end = rest->end;
    return time;
  }
  return time;
}

}  // namespace readout::dates
