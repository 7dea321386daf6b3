// Parts of a whole, vague numbers, ages by the decade, multiples and ranks.
#include <algorithm>
#include <array>
#include <string_view>

#include "reading/figures_grammar.h"

namespace readout::figures {

namespace {

bool is_time_unit(const Lexemes& l, size_t i) { return (l.classes(i) & kTimeUnit) != 0; }

// What a plural number word stands for: dozens 12, hundreds 100; 0 for any other word.
double plural_scale(const Lexemes& l, size_t i) {
  struct Plural {
    std::string_view word;
    double value;
  };
  constexpr std::array<Plural, 9> kPlurals{{{"tens", 10},
                                            {"dozens", 12},
                                            {"scores", 20},
                                            {"hundreds", 100},
                                            {"thousands", 1e3},
                                            {"millions", 1e6},
                                            {"billions", 1e9},
                                            {"trillions", 1e12},
                                            {"lakhs", 1e5}}};
  if (!l.word(i)) return 0;
  for (const Plural& plural : kPlurals) {
    if (l[i].low == plural.word) return plural.value;
  }
  return 0;
}

}  // namespace

Grammar::Found Grammar::share(size_t i) const {
  bool negative = false;
  const size_t start = sign(i, negative);
  if (start > i) {
    auto positive = share(start);
    if (!positive || !positive->value) return std::nullopt;
    positive->first = i;
    positive->value = -*positive->value;
    return positive;
  }
  auto part = numerals::fraction(l, i);
  if (!part && l.is(i, "quarter") && (l.classes(i + 1) & kScaleWord) != 0 && l.joined(i + 1)) {
    part = numerals::Numeral{};
    part->value = 0.25;
    part->end = i + 1;
  }
  if (!part) return std::nullopt;
  size_t end = part->end;
  if (part->digits && l.digits(i)) {
    // "9/11", "24/7": a date and an idiom, like all pairs that no one uses for parts.
    const uint64_t top = l[i].number;
    const uint64_t bottom = l[i + 2].number;
    if (top >= bottom || bottom == 7 || bottom == 11 || (l.tight(i) && l[i - 1].kind != LexemeKind::kSymbol))
      return std::nullopt;
    if (l.tight(end) && l.word(end)) return std::nullopt;
  }
  // "half an hour", "a quarter century", "half-time", "a third party"
  const bool hyphen = l.symbol(end, '-') && l.tight(end) && l.tight(end + 1);
  if (hyphen && !is_time_unit(l, end + 1)) return std::nullopt;
  if (l.is(end, "century") || l.is(end, "time") || l.is(end, "party") || l.is(end, "brother") || l.is(end, "sister"))
    return std::nullopt;
  Match out{i, end, FigureKind::kPercent, part->value * 100, {}, {}, Approximation::kExact, "%", ""};
  // Of a unit it is a measure: "a quarter mile", "half a kilometre", "three quarters of an hour".
  size_t at = end;
  if (l.is(at, "of") && (l.is(at + 1, "a") || l.is(at + 1, "an")))
    at += 2;
  else if (l.is(at, "a") || l.is(at, "an"))
    ++at;
  else if (hyphen)
    ++at;
  numerals::Numeral number;
  number.value = part->value;
  if (l.joined(at) && !l.is(at, "of")) {
    // "three quarters billion dollars", "two thirds of a million"
    if ((l.classes(at) & kScaleWord) != 0) {
      out.value = part->value * l[at].word->number;
      number.scaled = true;
      out.kind = FigureKind::kCount;
      out.unit.clear();
      out.end = at + 1;
      at = out.end;
    }
    const bool on_year = l.is(at, "year") && (l.is(at + 1, "on") || l.is(at + 2, "on"));  // "a quarter year-on-year"
    if (const auto unit = l.joined(at) && !on_year ? unit_after(at, number) : std::nullopt;
        unit && unit->kind != FigureKind::kPercent && !l.is(at, "times")) {
      out.kind = unit->kind;
      out.unit = unit->name;
      out.value = (number.scaled ? *out.value : part->value) * unit->factor;
      out.end = unit->end;
      return out;
    }
    if (number.scaled) return out;
  }
  if (l.is(i, "quarter") || (l.is(i, "half") && l.tight(i) && i > 0 && l.symbol(i - 1, '-'))) return std::nullopt;
  // An ordinal: "a third man", "a second"; a share stands before "of", a verb or the sentence's end.
  if (l.is(i, "a") && (l.classes(end - 1) & kOrdinalWord) != 0 && l.joined(end) && l.word(end)) {
    constexpr std::array<std::string_view, 14> kAfterShare{"of",  "in",   "on",  "to",   "from", "by",  "since",
                                                           "and", "over", "was", "were", "is",   "are", "have"};
    if (std::find(kAfterShare.begin(), kAfterShare.end(), l[end].low) == kAfterShare.end()) return std::nullopt;
  }
  // "and a third, Jared Golden, voted": one more of those told of.
  if (l.is(i, "a") && (l.classes(end - 1) & kOrdinalWord) != 0 && l.symbol(end, ',') && l.word(end + 1) &&
      l[end + 1].capital) {
    return std::nullopt;
  }
  // "A fourth, written with his wife": at the head of a sentence it counts on.
  if (l.is(i, "a") && l[i].capital && (l.classes(end - 1) & kOrdinalWord) != 0 && !l.word(end)) return std::nullopt;
  // The half of a match or of a year is a period.
  if (l.is(i, "half") && i > 0 && l.joined(i)) {
    constexpr std::array<std::string_view, 9> kPeriods{"first", "second", "other", "last",  "latter",
                                                       "this",  "that",   "each",  "better"};
    if (std::find(kPeriods.begin(), kPeriods.end(), l[i - 1].low) != kPeriods.end()) return std::nullopt;
  }
  return out;
}

Grammar::Found Grammar::ratio(size_t i) const {
  const auto top = numerals::cardinal(l, i, false);
  if (!top || top->decimal || top->scaled || top->article || top->value < 1 || top->value > 999) return std::nullopt;
  size_t at = top->end;
  // "a one-in-five chance"
  const bool hyphens =
      l.symbol(at, '-') && l.tight(at) && l.is(at + 1, "in") && l.symbol(at + 2, '-') && l.tight(at + 2);
  if (hyphens) ++at;
  const bool out_of = l.is(at, "out") && l.is(at + 1, "of");
  const bool in = l.is(at, "in");
  const bool of_every = l.is(at, "of") && l.is(at + 1, "every");
  if ((!out_of && !in && !of_every) || !l.joined(at)) return std::nullopt;
  at += in ? 1 : 2;
  if (hyphens) ++at;
  if (l.is(at, "every") || l.is(at, "each")) ++at;
  if (!l.joined(at)) return std::nullopt;
  const auto bottom = numerals::cardinal(l, at, false);
  if (!bottom || bottom->decimal || bottom->article || bottom->value <= top->value || bottom->value < 2)
    return std::nullopt;
  if (in) {
    // "two in five" is a share; "12 in six boxes", "five in 2019" are not.
    const bool round = bottom->value <= 12 || bottom->value == 20 || bottom->value == 50 || bottom->value == 100 ||
                       bottom->value == 1000 || bottom->value == 10000 || bottom->value == 100000 ||
                       bottom->value == 1e6;
    if (!round || top->value > 9 || is_time_unit(l, bottom->end)) return std::nullopt;
  }
  return Match{i,   bottom->end, FigureKind::kPercent, top->value / bottom->value * 100, {}, {}, Approximation::kExact,
               "%", ""};
}

Grammar::Found Grammar::vague(size_t i) const {
  Match out;
  out.first = i;
  out.approx = Approximation::kAbout;
  double scale = plural_scale(l, i);
  size_t end = i + 1;
  if (scale > 0) {
    // "tens of thousands", "hundreds of millions"
    while (l.is(end, "of") && l.joined(end) && plural_scale(l, end + 1) > scale && scale < 1e12) {
      scale *= plural_scale(l, end + 1);
      end += 2;
    }
    if (scale == 10 || (scale == 20 && !l.is(end, "of"))) {
      if (scale == 10) return std::nullopt;
      if (l.joined(end) && l.word(end)) return std::nullopt;  // "he scores", "test scores were"
      if (i > 0 && l.joined(i)) return std::nullopt;
    }
    if (l.tight(i)) return std::nullopt;
  } else if ((l.classes(i) & kVagueNumber) != 0 || (l.is(i, "a") && l.is(i + 1, "few")) ||
             (l.is(i, "a") && l.is(i + 1, "couple"))) {
    // "several hundred", "a few dozen", "a couple of hundred"
    size_t at = l.is(i, "a") ? i + 2 : i + 1;
    if (l.is(at, "of") && l.is(at - 1, "couple")) ++at;
    if (!l.joined(at)) return std::nullopt;
    if (l.is(at, "hundred"))
      scale = 100;
    else if ((l.classes(at) & kScaleWord) != 0)
      scale = l[at].word->number;
    else
      return std::nullopt;
    end = at + 1;
    while (l.joined(end) && (l.classes(end) & kScaleWord) != 0 && scale < 1e12) scale *= l[end].word->number, ++end;
  } else {
    return std::nullopt;
  }
  out.end = end;
  out.min = 2 * scale;
  numerals::Numeral number;
  number.value = scale;
  number.scaled = true;
  size_t at = end;
  if (l.is(at, "of") && l.joined(at)) ++at;
  if (const auto unit = l.joined(at) ? unit_after(at, number) : std::nullopt; unit && !is_time_unit(l, at)) {
    out.kind = unit->kind;
    out.unit = unit->name;
    out.min = *out.min * unit->factor;
    out.end = unit->end;
  } else if (l.joined(end) && is_time_unit(l, at) && l.classes(at) != 0) {
    if (const auto time = measure_after(at, number)) {
      out.kind = time->kind;
      out.unit = time->name;
      out.end = time->end;
    }
  }
  return out;
}

// "30s", "mid-40s", "late 20s" after a possessive: an age.
Grammar::Found Grammar::age_span(size_t i) const {
  size_t at = i;
  int from = 0;
  int to = 9;
  if (l.is(i, "early") || l.is(i, "mid") || l.is(i, "late")) {
    from = l.is(i, "early") ? 0 : l.is(i, "mid") ? 4 : 7;
    to = l.is(i, "early") ? 3 : l.is(i, "mid") ? 6 : 9;
    at = i + 1;
    if (l.symbol(at, '-')) ++at;
  }
  int tens = 0;
  size_t end = at + 1;
  if (l.digits(at) && l[at].low.size() == 2 && l[at].number % 10 == 0 && l[at].number >= 10) {
    if (l.symbol(end, '\'') && l.tight(end)) ++end;
    if (!l.is(end, "s") || !l.tight(end)) return std::nullopt;
    ++end;
    tens = static_cast<int>(l[at].number);
  } else {
    constexpr std::array<std::string_view, 9> kTens{"teens",   "twenties",  "thirties", "forties", "fifties",
                                                    "sixties", "seventies", "eighties", "nineties"};
    const auto* found = at < l.size() ? std::find(kTens.begin(), kTens.end(), l[at].low) : kTens.end();
    if (found == kTens.end()) return std::nullopt;
    tens = 10 * static_cast<int>(found - kTens.begin() + 1);
  }
  if (i == 0 || !l.joined(i)) return std::nullopt;
  constexpr std::array<std::string_view, 7> kOwners{"his", "her", "their", "my", "our", "your", "its"};
  if (std::find(kOwners.begin(), kOwners.end(), l[i - 1].low) == kOwners.end()) return std::nullopt;
  Match out{i, end, FigureKind::kMeasure, {}, tens + from, tens + to, Approximation::kAbout, "year", ""};
  return out;
}

Grammar::Found Grammar::multiple(size_t i) const {
  // "tenfold", "ten-fold"
  if (!l.word(i)) return std::nullopt;
  const std::string_view low = l[i].low;
  if (low.size() > 6 && low.substr(low.size() - 4) == "fold") {
    const QuantityWord* word = l.words().find(low.substr(0, low.size() - 4));
    if (word == nullptr || (word->classes & kCardinalWord) == 0) return std::nullopt;
    return Match{i, i + 1, FigureKind::kMeasure, word->number, {}, {}, Approximation::kExact, "times", ""};
  }
  return std::nullopt;
}

Grammar::Found Grammar::rank(size_t i) const {
  // "No. 2", "number one"
  if ((l.is(i, "no") && l.symbol(i + 1, '.') && l.tight(i + 1) && l.digits(i + 2) && l.joined(i + 2)) ||
      (l.symbol(i, '#') && l.digits(i + 1) && l.tight(i + 1))) {
    const size_t at = l.symbol(i, '#') ? i + 1 : i + 2;
    if (l[at].low.size() > 5) return std::nullopt;
    return Match{i,  at + 1, FigureKind::kOrdinal, static_cast<double>(l[at].number), {}, {}, Approximation::kExact,
                 "", ""};
  }
  const auto ordinal = numerals::ordinal(l, i);
  if (!ordinal) return std::nullopt;
  if (l.tight(i) && l[i - 1].kind == LexemeKind::kSymbol && (l.symbol(i - 1, '-') || l.symbol(i - 1, '/')))
    return std::nullopt;
  constexpr std::array<std::string_view, 4> kIdioms{"party", "parties", "lady", "aid"};
  size_t noun = ordinal->end;
  if (l.symbol(noun, '-') && l.tight(noun)) ++noun;
  if (l.joined(noun) && std::find(kIdioms.begin(), kIdioms.end(), l[noun].low) != kIdioms.end()) return std::nullopt;
  // "a second" of time, "seconds"; "first" as an adverb of order stays a rank.
  return Match{i, ordinal->end, FigureKind::kOrdinal, ordinal->value, {}, {}, Approximation::kExact, "", ""};
}

}  // namespace readout::figures
