// Lengths of time, counted offsets from a date, comparisons and recurring times.
#include <array>
#include <utility>

#include "reading/dates_amounts.h"
#include "reading/dates_grammar.h"
#include "reading/numerals.h"

namespace readout::dates {

Grammar::Found Grammar::duration(size_t i) const {
  Match out{i, 0, {}, DateType::kDuration};
  When& when = out.when;
  when.form = Form::kDuration;
  size_t at = i;
  if (l.is(at, "the") && l.joined(at + 1)) ++at;
  // "the first nine months"
  if (at > i && (l.is(at, "first") || l.is(at, "final") || l.is(at, "opening"))) ++at;
  auto count = count_at(l, at);
  if (!count || !l.joined(count->end) || !is_unit(l, count->end)) {
    if (at != i) return std::nullopt;
    // Bare plurals: "for weeks", "years of", "months ago".
    if (!is_plural_unit(l, i)) return std::nullopt;
    const TimeUnit unit = l[i].word->unit;
    if (unit == TimeUnit::kSecond || unit == TimeUnit::kNight || unit == TimeUnit::kQuarter ||
        unit == TimeUnit::kSeason || unit == TimeUnit::kWeekend) {
      return std::nullopt;
    }
    constexpr std::array<std::string_view, 8> kBefore{"for", "after", "of", "in", "over", "within", "take", "took"};
    constexpr std::array<std::string_view, 8> kAfter{"ago", "later", "earlier", "of", "before", "after", "if", "or"};
    const bool led = i > 0 && l.joined(i) && one_of(l[i - 1].low, kBefore);
    const bool followed = l.joined(i + 1) && one_of(l[i + 1].low, kAfter);
    if (i > 0 && l.joined(i) && (l.digits(i - 1) || (l.classes(i - 1) & kCardinalWord) != 0)) return std::nullopt;
    if ((!led && !followed) || l.tight(i) || (l.symbol(i + 1, '-') && l.tight(i + 1))) return std::nullopt;
    if (i > 0 && l.is(i - 1, "of") && !followed && l[i].capital) return std::nullopt;
    DurationParts parts;
    add_part(parts, unit, -1);
    when.unit = unit;
    when.count = -1;
    when.value = written(parts);
    out.end = i + 1;
    return out;
  }
  // "the two-week truce": the article is the noun's.
  if (at > i && count->hyphen) return std::nullopt;
  const size_t unit_at = count->end;
  const TimeUnit unit = l[unit_at].word->unit;
  const bool plural = is_plural_unit(l, unit_at);
  out.end = unit_at + 1;
  if (count->article && plural) return std::nullopt;
  if (unit == TimeUnit::kSecond && !plural && !count->hyphen) return std::nullopt;  // "a second" is an ordinal too
  if (unit == TimeUnit::kQuarter && (!plural || at == i) && !(count->value != 3 && plural)) return std::nullopt;
  if (unit == TimeUnit::kSeason || unit == TimeUnit::kWeekend) return std::nullopt;
  if (unit == TimeUnit::kNight && count->article) return std::nullopt;
  // Ages are no times: "37 years old", "a 27-year-old".
  size_t old = out.end;
  if (l.symbol(old, '-') && l.tight(old)) ++old;
  if (l.joined(old) && (l.is(old, "old") || l.is(old, "olds"))) return std::nullopt;
  if (l.is(out.end, "of") && l.is(out.end + 1, "age")) return std::nullopt;
  if (count->article && at == i && l.symbol(out.end, '-') && l.tight(out.end)) return std::nullopt;
  double value = count->value;
  // "a minute and a half"
  if (l.is(out.end, "and") && l.is(out.end + 1, "a") && l.is(out.end + 2, "half") && l.joined(out.end) && value > 0) {
    value += 0.5;
    out.end += 3;
  }
  DurationParts parts;
  add_part(parts, unit, value);
  TimeUnit last = unit;
  // "three years and two months", "2 hours 30 minutes"
  for (int more = 0; more < 3 && value > 0 && !count->hyphen; ++more) {
    size_t next = out.end;
    if (l.symbol(next, ',') && l.joined(next)) ++next;
    if (l.is(next, "and") && l.joined(next)) ++next;
    const auto other = l.joined(next) ? count_at(l, next) : std::nullopt;
    if (!other || other->value <= 0 || other->article || !l.joined(other->end) || !is_unit(l, other->end)) break;
    const TimeUnit smaller = l[other->end].word->unit;
    if (smaller >= last || smaller == TimeUnit::kNight) break;
    add_part(parts, smaller, other->value);
    last = smaller;
    out.end = other->end + 1;
  }
  when.unit = unit;
  when.count = last == unit ? value : 0;
  when.value = written(parts);
  when.relation = at > i ? Relation::kThat : Relation::kNone;
  return out;
}

// "$500 million a year", "four flights a week": a rate recurs.
bool Grammar::is_rate(const Match& match) const {
  const size_t i = match.first;
  if (!(l.is(i, "a") || l.is(i, "an")) || i == 0 || !l.joined(i) || match.when.unit < TimeUnit::kDay ||
      match.end != i + 2)
    return false;
  const Lexeme& before = l[i - 1];
  constexpr std::array<std::string_view, 5> kCounted{"times", "once", "twice", "percent", "cent"};
  return before.symbol == '%' || before.kind == LexemeKind::kDigits ||
         (l.classes(i - 1) & (kScaleWord | kCardinalWord)) != 0 || one_of(before.low, kCounted);
}

Grammar::Found Grammar::counted(size_t i) const {
  auto out = duration(i);
  if (!out) return std::nullopt;
  When& when = out->when;
  if (when.relation == Relation::kThat) {
    when.relation = Relation::kNone;
    return out;
  }
  const bool rate = is_rate(*out);
  size_t at = out->end;
  std::string mod;
  if (l.is(at, "or") && (l.is(at + 1, "so") || l.is(at + 1, "more") || l.is(at + 1, "less")) && l.joined(at)) {
    mod = l.is(at + 1, "so") ? "APPROX" : l.is(at + 1, "more") ? "EQUAL_OR_MORE" : "EQUAL_OR_LESS";
    at += 2;
    out->end = at;
  }
  when.mod = mod;
  if (rate && !(l.joined(at) && (l.is(at, "ago") || l.is(at, "earlier") || l.is(at, "later")))) {
    out->type = DateType::kSet;
    return out;
  }
  if (!l.joined(at)) return out;
  if (l.symbol(at, '-') && l.tight(at) && l.tight(at + 1)) ++at;  // "year-ago"
  const auto offset = [&](int direction, bool telling, size_t end) {
    when.form = Form::kOffset;
    when.direction = direction;
    when.from_telling = telling;
    when.value.clear();
    out->type = DateType::kDate;
    out->end = end;
  };
  if (when.count == 0) return out;
  if (l.is(at, "ago")) {
    offset(-1, true, at + 1);
    when.comparison = when.unit == TimeUnit::kYear && when.count == 1;
  } else if (l.is(at, "earlier") || l.is(at, "previously")) {
    offset(-1, false, at + 1);
    when.comparison = when.unit == TimeUnit::kYear && when.count == 1;
  } else if (l.is(at, "later") || l.is(at, "afterward") || l.is(at, "afterwards")) {
    offset(1, false, at + 1);
  } else if (l.is(at, "hence")) {
    offset(1, true, at + 1);
  } else if (l.is(at, "from") && (l.is(at + 1, "now") || l.is(at + 1, "today"))) {
    offset(1, true, at + 2);
  } else if (l.is(at, "before") || l.is(at, "after") || l.is(at, "from") || l.is(at, "prior")) {
    const bool after = l.is(at, "after") || l.is(at, "from");
    const size_t base_at = l.is(at, "prior") ? at + 2 : at + 1;
    if (const auto base = l.joined(base_at) ? plain(base_at) : std::nullopt; base && base->type == DateType::kDate &&
                                                                             base->when.form != Form::kReference &&
                                                                             base->when.form != Form::kUnit) {
      offset(after ? 1 : -1, false, base->end);
      when.base.push_back(base->when);
    }
  }
  if (when.form == Form::kDuration && when.count > 0 && when.unit >= TimeUnit::kDay && mod.empty() && i > 0 &&
      l.joined(i) && l.is(i - 1, "in") && !l.is(out->end, "of")) {
    when.ahead_if_future = true;
  }
  return out;
}

Grammar::Found Grammar::comparison(size_t i) const {
  size_t at = i;
  if (l.is(at, "the") && l.joined(at + 1)) ++at;
  if (l.is(at, "comparable") || l.is(at, "corresponding")) ++at;
  Match out{i, 0, {}, DateType::kDate};
  When& when = out.when;
  when.form = Form::kOffset;
  when.unit = TimeUnit::kYear;
  when.count = 1;
  when.direction = -1;
  when.comparison = true;
  // "year-ago", "year-earlier" with or without what they qualify
  if (!(l.is(at, "year") && (l.symbol(at + 1, '-') || l.is(at + 1, "earlier") || l.is(at + 1, "ago"))))
    return std::nullopt;
  size_t word = l.symbol(at + 1, '-') ? at + 2 : at + 1;
  if (!(l.is(word, "ago") || l.is(word, "earlier")) || !l.joined(word)) return std::nullopt;
  out.end = word + 1;
  size_t next = out.end;
  if (!l.joined(next)) return at == i ? std::optional(out) : std::nullopt;
  if (const auto ordinal = numerals::ordinal(l, next);
      ordinal && ordinal->value <= 4 && l.is(ordinal->end, "quarter")) {
    when.quarter = static_cast<int>(ordinal->value);
    out.end = ordinal->end + 1;
  } else if (l.is(next, "quarter")) {
    when.grain = TimeUnit::kQuarter;
    out.end = next + 1;
  } else if (l.is(next, "month")) {
    when.grain = TimeUnit::kMonth;
    out.end = next + 1;
  } else if (l.is(next, "period") || l.is(next, "time")) {
    out.end = next + 1;
  } else if (const auto length = duration(next); length && length->when.count > 1) {
    Match whole = *length;
    whole.first = i;
    return whole;
  } else if (at > i) {
    return std::nullopt;  // "the year-earlier loss": the article is the noun's
  }
  return out;
}

Grammar::Found Grammar::recurring(size_t i) const {
  Match out{i, i + 1, {}, DateType::kSet};
  When& when = out.when;
  when.form = Form::kSet;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kAdverbs{{{"daily", "P1D"},
                                                                                   {"weekly", "P1W"},
                                                                                   {"monthly", "P1M"},
                                                                                   {"yearly", "P1Y"},
                                                                                   {"annually", "P1Y"},
                                                                                   {"hourly", "PT1H"},
                                                                                   {"nightly", "P1D"},
                                                                                   {"fortnightly", "P2W"},
                                                                                   {"biweekly", "P2W"}}};
  for (const auto& [word, value] : kAdverbs) {
    if (!l.is(i, word)) continue;
    if (l[i].capital && l.joined(i) && !l[i].shout) return std::nullopt;  // the Daily Telegraph
    when.value = value;
    return out;
  }
  if (!l.is(i, "every") && !l.is(i, "each")) return std::nullopt;
  size_t at = i + 1;
  if (!l.joined(at)) return std::nullopt;
  double count = 1;
  if (l.is(at, "other")) {
    count = 2;
    ++at;
  } else if (l.is(at, "single")) {
    ++at;
  } else if (const auto ordinal = numerals::ordinal(l, at); ordinal && ordinal->value < 100) {
    count = ordinal->value;
    at = ordinal->end;
  } else if (const auto number = numerals::cardinal(l, at)) {
    count = number->value;
    at = number->end;
  }
  if (!l.joined(at)) return std::nullopt;
  out.end = at + 1;
  if (l.word(at) && (l.classes(at) & kWeekdayName) != 0) {
    when.weekday = l[at].word->weekday;
    if ((l.classes(at + 1) & kDayPart) != 0 && l.joined(at + 1)) {
      when.part = l[at + 1].word->day_part;
      ++out.end;
    }
    return out;
  }
  if ((l.classes(at) & kMonthName) != 0 && l[at].capital) {
    when.month = l[at].word->month;
    return out;
  }
  if ((l.classes(at) & kSeasonName) != 0) {
    when.season = l[at].word->season;
    return out;
  }
  if ((l.classes(at) & kDayPart) != 0) {
    when.part = l[at].word->day_part;
    return out;
  }
  if (is_unit(l, at) && !l.is(at, "second")) {
    if (l[at].word->unit == TimeUnit::kWeekend) {
      when.value = "XXXX-WXX-WE";
      return out;
    }
    if (l[at].word->unit == TimeUnit::kQuarter) {
      when.value = "P";
      when.value += amount(count);
      when.value += 'Q';
      return out;
    }
    DurationParts parts;
    add_part(parts, l[at].word->unit, count);
    when.value = written(parts);
    return out;
  }
  return std::nullopt;
}

}  // namespace readout::dates
