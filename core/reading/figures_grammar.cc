#include "reading/figures_grammar.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace readout::figures {

namespace {

bool lower_plural(const Lexemes& l, size_t i) {
  if (!l.joined(i) || !l.word(i) || l[i].capital) return false;
  constexpr std::array<std::string_view, 5> kIrregular{"people", "men", "women", "children", "troops"};
  constexpr std::array<std::string_view, 6> kNot{"was", "is", "has", "as", "this", "its"};
  return one_of(l[i].low, kIrregular) || (l[i].low.size() > 3 && l[i].low.back() == 's' && !one_of(l[i].low, kNot));
}

bool first_of_sentence(const Lexemes& l, size_t i) { return i == 0 || l[i - 1].sentence != l[i].sentence; }

// "from 3% to 5%" behind a word of change are two figures, elsewhere the ends of one range.
bool changes(const Lexemes& l, size_t from) {
  constexpr std::array<std::string_view, 9> kMoves{"went", "goes",    "moved",    "move",  "increased",
                                                   "took", "revised", "upgraded", "budget"};
  for (size_t back = 1; back <= 6 && back <= from && l[from - back].sentence == l[from].sentence; ++back) {
    const size_t at = from - back;
    size_t end = 0;
    if (one_of(l[at].low, kMoves)) return true;
    const QuantityPhrase* role = l.phrase(at, PhraseKind::kRole, end);
    if (role != nullptr && !role->fields.empty() && role->fields[0] == "change") return true;
  }
  return false;
}

}  // namespace

// Whether the number at `i` may be the lower end of "... to ...".
bool Grammar::opens_range(size_t i) const {
  if (i == 0 || !l.joined(i)) return true;
  return l.is(i - 1, "from") ? !changes(l, i - 1) : !changes(l, i);
}

size_t Grammar::sign(size_t i, bool& negative) const {
  negative = false;
  if (l.is(i, "minus") || l.is(i, "negative")) {
    if (!l.joined(i + 1)) return i;
    negative = true;
    return i + 1;
  }
  if ((l.dash(i) || l.symbol(i, '-')) && l.joined(i + 1) &&
      (l.digits(i + 1) || l.symbol(i + 1, '.') || l[i + 1].kind == LexemeKind::kSymbol)) {
    // Behind a word, a number or a closing sign it is a hyphen; an opening bracket or a currency may touch a sign.
    constexpr std::u32string_view kOpen = U"(\"~$\u201C\u20AC\u00A3";
    const bool opened =
        i > 0 && l[i - 1].kind == LexemeKind::kSymbol && kOpen.find(l[i - 1].symbol) != std::u32string_view::npos;
    if (l.tight(i) && !opened) return i;
    if (i > 0 && l.joined(i) && l.digits(i - 1)) return i;
    // A dash with spaces on both sides is punctuation.
    if (!l.tight(i + 1) && i > 0 && l.joined(i)) return i;
    negative = true;
    return i + 1;
  }
  return i;
}

size_t Grammar::not_a_figure(size_t i) const {
  if (l.symbol(i, '+') && l.digits(i + 1) && l.tight(i + 1) && !l.tight(i)) {
    // "+44 20 7946 0958"
    size_t end = i + 2;
    size_t groups = 1;
    while (l.joined(end) &&
           (l.digits(end) || ((l.symbol(end, '-') || l.symbol(end, '(') || l.symbol(end, ')')) && l.joined(end + 1)))) {
      groups += l.digits(end) ? 1 : 0;
      ++end;
    }
    return groups >= 3 ? end - i : 0;
  }
  if (!l.digits(i)) return 0;
  // Digits that touch letters before them: MH370, M25, G20, Covid-19.
  if (l.tight(i) && l.word(i - 1)) {
    return 1;
  }
  if (l.tight(i) && l.symbol(i - 1, '-') && i > 1 && l.tight(i - 1) && l.word(i - 2) && (l[i - 2].capital)) return 1;
  // "0800 555 0199", "555-0199-22"
  size_t end = i + 1;
  size_t groups = 1;
  bool hyphens = true;
  while (l.joined(end)) {
    if (l.digits(end) && !l.tight(end) && l[end].low.size() >= 2) {
      hyphens = false;
      ++end;
      ++groups;
    } else if (l.symbol(end, '-') && l.tight(end) && l.digits(end + 1) && l.tight(end + 1)) {
      end += 2;
      ++groups;
    } else {
      break;
    }
  }
  if (groups >= 3 && (hyphens || l[i].low.front() == '0')) return end - i;
  if (groups >= 2 && l[i].low.front() == '0' && l[i].low.size() >= 3) return end - i;
  // "10:30", "2:1"
  if (l.symbol(i + 1, ':') && l.tight(i + 1) && l.digits(i + 2) && l.tight(i + 2)) return 3;
  // "by 230-to-197"
  if (l.symbol(i + 1, '-') && l.tight(i + 1) && l.is(i + 2, "to") && l.symbol(i + 3, '-') && l.digits(i + 4) &&
      l.tight(i + 4)) {
    return 5;
  }
  // "1.2.3"
  if (l.symbol(i + 1, '.') && l.tight(i + 1) && l.digits(i + 2) && l.tight(i + 2) && l.symbol(i + 3, '.') &&
      l.tight(i + 3) && l.digits(i + 4) && l.tight(i + 4)) {
    size_t at = i + 5;
    while (l.symbol(at, '.') && l.tight(at) && l.digits(at + 1) && l.tight(at + 1)) at += 2;
    return at - i;
  }
  // "9/11", "24/7"
  if (l.symbol(i + 1, '/') && l.tight(i + 1) && l.digits(i + 2) && l.tight(i + 2)) {
    if (l.symbol(i + 3, '/') && l.tight(i + 3)) return 5 <= l.size() - i ? 5 : 3;
    if (l[i].number >= l[i + 2].number || l[i + 2].number == 11 || l[i + 2].number == 7) return 3;
  }
  // "1." and "2)" at the head of a paragraph number its lines.
  if (!l.joined(i) && l.joined(i + 1) && l.tight(i + 1) &&
      (l.symbol(i + 1, ')') || (l.symbol(i + 1, '.') && l.joined(i + 2) && !l.tight(i + 2)))) {
    return l[i].low.size() <= 2 ? 1 : 0;
  }
  return 0;
}

// A number that names: Boeing 737, Section 230, Channel 4, Group of 20.
bool Grammar::is_designation(size_t i) const {
  if (i == 0 || !l.joined(i)) return false;
  size_t before = i - 1;
  if (l.symbol(before, '-') && l.tight(i) && before > 0) --before;
  if (!l.word(before)) return false;
  constexpr std::array<std::string_view, 37> kNaming{
      "section", "article",    "channel",    "flight", "boeing",     "airbus",    "route",  "highway",
      "room",    "chapter",    "page",       "type",   "model",      "class",     "gate",   "platform",
      "level",   "formula",    "phase",      "stage",  "kilometre",  "kilometer", "title",  "chapter",
      "version", "grade",      "bus",        "area",   "zone",       "unit",      "volume", "episode",
      "season",  "resolution", "interstate", "figure", "proposition"};
  const std::string_view low = l[before].low;
  if (one_of(low, kNaming) && l.digits(i)) return l[before].capital || !lower_plural(l, i + 1);
  if (low == "of" && before > 0 && l.is(before - 1, "group") && l[before - 1].capital) return true;
  if (!l.digits(i) || !l[before].capital || first_of_sentence(l, before)) return false;
  if ((l.classes(before) & (kMonthName | kMonthShort | kWeekdayName | kWeekdayShort)) != 0) return false;
  return !lower_plural(l, i + 1) && !l[before].shout;
}

Grammar::Found Grammar::bare_count(const numerals::Numeral& number, size_t first, bool negative) const {
  const size_t end = number.end;
  if (number.digits) {
    if (is_designation(first)) return std::nullopt;
    // A unit that no list knows, or a name: 4x4, 5G, 747s.
    if (l.tight(end) && l.word(end)) return std::nullopt;
    if (l.tight(end) && (l.symbol(end, '/') || l.symbol(end, '_') || l.symbol(end, '@')) && l.tight(end + 1))
      return std::nullopt;
    // A score: 2-1.
    if (first > 1 && l.tight(first) && l.tight(first - 1) && (l.symbol(first - 1, '-') || l.dash(first - 1)) &&
        l.digits(first - 2)) {
      return std::nullopt;
    }
    if (l.tight(end) && l.digits(end + 1) && l.tight(end + 1)) {
      if (l.symbol(end, '-')) return std::nullopt;
      // With a dash only what was won and lost is a score.
      constexpr std::array<std::string_view, 9> kGames{"beat",  "defeat",  "drew", "led", "lost",
                                                       "score", "victory", "win",  "won"};
      if (l.dash(end) && first > 0 && l.joined(first) && one_of(l[first - 1].low, kGames)) return std::nullopt;
    }
    // "the 737 Max": a number that names.
    if (number.length >= 3 && !number.grouped && !number.scaled && first > 0 && l.joined(first) &&
        (l.is(first - 1, "the") || l.is(first - 1, "a")) && l.joined(end) && l.word(end) && l[end].capital &&
        !l[end].shout) {
      return std::nullopt;
    }
  } else if (l[first].capital && l.joined(first) && !first_of_sentence(l, first) && l.word(first) &&
             l[first - 1].kind == LexemeKind::kWord &&
             (l[first - 1].capital || (l.joined(end) && l.word(end) && l[end].capital))) {
    // "World War Two", "a Six Flags park": number words with a capital inside a sentence are names.
    return std::nullopt;
  } else if (number.end == first + 1 && l.is(first, "one")) {
    // "One" is mostly a pronoun or an article.
    constexpr std::array<std::string_view, 14> kPronoun{"no",  "any",   "each",    "this",    "that",
                                                        "the", "which", "every",   "another", "some",
                                                        "big", "first", "someone", "number"};
    if (first > 0 && l.joined(first) && one_of(l[first - 1].low, kPronoun)) return std::nullopt;
    constexpr std::array<std::string_view, 22> kNotCounted{
        "of", "another", "day",    "who",  "that", "is", "was", "would", "can", "could", "thing",
        "by", "might",   "should", "must", "has",  "in", "to",  "and",   "or",  "side",  "man"};
    if (!l.joined(end) || !l.word(end) || one_of(l[end].low, kNotCounted) || l[end].capital) return std::nullopt;
    if (l.symbol(first - 1, '-') && l.tight(first)) return std::nullopt;
  }
  if (l.symbol(end, '-') && l.tight(end) && l.tight(end + 1) && l.word(end + 1) && !number.digits &&
      number.value < 20) {
    // "one-off", "two-way", "three-star" count nothing that stays; "12-point" was a unit.
    if (number.value == 1) return std::nullopt;
  }
  return Match{first, end, FigureKind::kCount, negative ? -number.value : number.value, {}, {}, Approximation::kExact,
               "",    ""};
}

Grammar::Found Grammar::money_in_front(size_t i, bool between) const {
  bool negative = false;
  const size_t start = sign(i, negative);
  const auto unit = currency_before(start);
  if (!unit) return std::nullopt;
  bool inner = false;
  const size_t at = sign(unit->end, inner);
  auto number = numerals::cardinal(l, at, false);
  if (!number || (!number->digits && !number->scaled)) return std::nullopt;
  size_t end = number->end;
  double scale = scale_letter(end, true);
  Match out{i, end, FigureKind::kMoney, {}, {}, {}, Approximation::kExact, unit->name, ""};
  const double first = number->value * scale * (negative || inner ? -1 : 1);
  // "$10m to $12m", "£20-25 million", "between $2 and $3bn"
  size_t next = end;
  const bool dash = l.dash(next) || l.symbol(next, '-');
  if (l.joined(next) && (dash || l.is(next, "to") || (between && l.is(next, "and")))) {
    ++next;
    const auto again = l.joined(next) ? currency_before(next) : std::nullopt;
    const size_t second_at = again ? again->end : next;
    const auto second = l.joined(second_at) && (!again || again->name == unit->name)
                            ? numerals::cardinal(l, second_at, false)
                            : std::nullopt;
    if (second && second->digits && (again || dash || between)) {
      size_t second_end = second->end;
      const double second_scale = scale_letter(second_end, true);
      const double high = second->value * second_scale;
      double low = first;
      if (!number->scaled && scale == 1 && (second->scaled || second_scale > 1) && number->value < 1000 &&
          !(again && number->value * 1000 > high)) {
        // The scale behind the second end is that of both.
        double factor = second_scale;
        if (second->scaled) factor = second->scale;
        low = first * factor;
      }
      if (high > low && (!l.is(end, "to") || opens_range(i))) {
        out.min = low;
        out.max = high;
        out.end = second_end;
        return out;
      }
    }
  }
  out.value = first;
  // A word that repeats the sign: "$10 dollars", "US$ 5 million dollars" keep the sign's unit.
  add_minor_parts(out);
  return out;
}

Grammar::Found Grammar::amount(size_t i, bool between) const {
  bool negative = false;
  const size_t start = sign(i, negative);
  if (l.tight(start) && start == i && l.digits(start) && l.word(start - 1)) return std::nullopt;
  const auto number = numerals::cardinal(l, start, !between);
  if (!number) return std::nullopt;
  size_t end = number->end;
  // A range: "between 40 and 50", "2 to 2.5 per cent", "100-1000 l", "two or three".
  const bool dash = (l.symbol(end, '-') || l.dash(end)) && l.joined(end) &&
                    (l.digits(end + 1) || !l.tight(end + 1) || (l.classes(end + 1) & kCardinalWord) != 0);
  const bool hung = l.symbol(end, '-') && l.tight(end) && l.is(end + 1, "to") && l.joined(end + 1);  // "8- to 16-metre"
  if (hung) ++end;
  if (l.joined(end) && (dash || l.is(end, "to") || (between && l.is(end, "and")))) {
    size_t second_at = end + 1;
    bool second_negative = false;
    if (between && l.is(second_at, "about")) ++second_at;
    if (between) second_at = sign(second_at, second_negative);
    const auto second = l.joined(second_at) ? numerals::cardinal(l, second_at, false) : std::nullopt;
    if (second && !(l.symbol(second->end, '-') && l.tight(second->end) && l.digits(second->end + 1))) {
      numerals::Numeral last = *second;
      size_t last_end = last.end;
      const double scale = scale_letter(last_end, false);
      last.value *= scale;
      last.scaled = last.scaled || scale > 1;
      last.end = last_end;
      const auto unit = unit_after(last.end, last);
      double low = negative ? -number->value : number->value;
      double high = second_negative ? -last.value : last.value;
      const double shared = scale > 1 ? scale : last.scale;
      if (!number->scaled && shared >= 1000 && number->value < 1000 && low * shared < high) low *= shared;
      const bool ascending = high > low;
      const bool spaced_dash = dash && !l.tight(end);
      // "in the range 2–4", "about 12–18"; elsewhere "3–2" is a score.
      constexpr std::array<std::string_view, 7> kRanges{"about",  "aged",    "ages", "approximately",
                                                        "around", "roughly", "range"};
      const bool said = dash && i > 0 && l.joined(i) && one_of(l[i - 1].low, kRanges);
      const bool counted_range = between || spaced_dash || said || (dash && lower_plural(l, last.end));
      const bool years = number->length == 4 && second->length == 4 && number->value >= 1000 && second->value < 2200 &&
                         !unit && !counted_range;
      if (ascending && !years && (unit || counted_range)) {
        Match out{i,
                  unit ? unit->end : last.end,
                  unit ? unit->kind : FigureKind::kCount,
                  {},
                  {},
                  {},
                  Approximation::kExact,
                  unit ? unit->name : "",
                  ""};
        const double factor = unit ? unit->factor : 1;
        // "from 1.4% to 1.6%" are two figures: said of a change, the ends keep apart.
        if (between || !l.is(end, "to") || opens_range(i)) {
          out.min = low * factor;
          out.max = high * factor;
          return out;
        }
      }
    }
  }
  // "30 celsius to 40 celsius", "3km-5km": both ends with the unit.
  end = number->end;
  numerals::Numeral whole = *number;
  double scale = 1;
  if (whole.digits) {
    scale = scale_letter(end, false);
    if (scale > 1) {
      // "10k$"
      whole.scaled = true;
      whole.value *= scale;
      whole.end = end;
    }
  }
  const auto unit = unit_after(whole.end, whole);
  if (!unit) {
    if (whole.digits && l.digits(start) && l.tight(start) && start == i && i > 0 && l.symbol(i - 1, '/'))
      return std::nullopt;
    return bare_count(whole, i, negative);
  }
  Match out{i, unit->end, unit->kind, {}, {}, {}, Approximation::kExact, unit->name, ""};
  const double value = (negative ? -whole.value : whole.value);
  out.value = unit->factor < 1 ? value / (1 / unit->factor) : value * unit->factor;
  const bool joins =
      l.dash(unit->end) || l.symbol(unit->end, '-') || l.is(unit->end, "to") || (between && l.is(unit->end, "and"));
  if (joins && l.joined(unit->end) && (!l.is(unit->end, "to") || between || opens_range(i))) {
    size_t second_at = unit->end + 1;
    if (l.is(second_at, "about")) ++second_at;
    const auto second = l.joined(second_at) ? numerals::cardinal(l, second_at, false) : std::nullopt;
    const auto same = second ? unit_after(second->end, *second) : std::nullopt;
    if (same && same->name == unit->name && second->value > whole.value) {
      out.min = *out.value;
      out.max = second->value * same->factor;
      out.value.reset();
      out.end = same->end;
      return out;
    }
  }
  add_minor_parts(out);
  return out;
}

std::optional<Match> Grammar::quantity(size_t i, bool between) const {
  const Lexeme& lexeme = l[i];
  if (lexeme.word == nullptr && lexeme.kind != LexemeKind::kDigits && lexeme.symbol == 0 && !l.is(i, "a") &&
      !l.is(i, "an") && !l.is(i, "minus") && !l.is(i, "negative") && !l.is(i, "no") &&
      !(lexeme.low.size() > 6 && lexeme.low.size() < 13 && lexeme.low.back() == 'd')) {
    // Words of no list: only plural number words and parts of decades begin a figure.
    if (lexeme.low.empty() || (lexeme.low.back() != 's' && !l.is(i, "mid") && !l.is(i, "early") && !l.is(i, "late")))
      return std::nullopt;
  }
  if (auto money = money_in_front(i, between)) return money;
  if (auto age = age_span(i)) return age;
  if (auto part = ratio(i)) return part;
  // An ordinal before a cardinal: "twenty-first", "one hundred and first".
  const auto ordinal = rank(i);
  auto number = amount(i, between);
  if (ordinal && (!number || ordinal->end > number->end)) {
    // "two thirds" would read as two.
    if (auto part = share(i); part && part->end >= ordinal->end) return part;
    return ordinal;
  }
  if (auto part = share(i); part && (!number || part->end > number->end)) return part;
  if (auto plural = vague(i); plural && (!number || plural->end > number->end)) return plural;
  if (auto times = multiple(i)) return times;
  return number;
}

}  // namespace readout::figures
