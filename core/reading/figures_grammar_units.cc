// Units and currencies beside a number.
#include <algorithm>
#include <array>
#include <string_view>

#include "reading/figures_grammar.h"

namespace readout::figures {

namespace {

// Whether the mark at lexeme `at` ends what another opened in the same line: "in January 2021" in quotation marks
// ends with a year, not with inches.
bool closes_quotation(const Lexemes& l, size_t at) {
  constexpr uint32_t kFar = 2000;
  const std::string_view text = l.text();
  const uint32_t mark = l[at].span.begin;
  uint32_t i = mark;
  while (i > 0 && mark - i < kFar && text[i - 1] != '\n') --i;
  bool open = false;
  for (; i < mark; ++i) {
    const bool inches = !open && i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9';
    if (text[i] == '"' && !inches) open = !open;
  }
  return open;
}

// Whole numbers of the lexicon's columns.
double field_number(const std::string& digits) {
  double value = 0;
  int exponent = 0;
  bool in_exponent = false;
  for (const char c : digits) {
    if (c == 'e') {
      in_exponent = true;
    } else if (c >= '0' && c <= '9') {
      if (in_exponent)
        exponent = exponent * 10 + (c - '0');
      else
        value = value * 10 + (c - '0');
    }
  }
  for (; exponent > 0; --exponent) value *= 10;
  return value;
}

// The last lexeme of a form ends where a longer word would go on.
bool ends_free(const Lexemes& l, size_t end) {
  if (!l.tight(end)) return true;
  return !l.word(end) && !l.digits(end);
}

// Currency codes stand in capitals; in lower case only those that are no words.
bool code_fits(const Lexemes& l, size_t i) {
  if (l[i].shout) return true;
  constexpr std::array<std::string_view, 15> kNoWords{"usd", "eur", "gbp", "jpy", "cny", "rmb", "inr", "aud",
                                                      "cad", "chf", "hkd", "nzd", "sgd", "mxn", "egp"};
  return one_of(l[i].low, kNoWords);
}

// A lone letter is a unit only in its own case: 5g is a weight, 5G a network.
bool letter_fits(std::string_view text) {
  if (text.size() != 1) return true;
  constexpr std::string_view kFits = "mgtlLCFWVxX\"p";
  return kFits.find(text.front()) != std::string_view::npos;
}

}  // namespace

std::optional<Unit> Grammar::currency_before(size_t i) const {
  size_t end = 0;
  const QuantityPhrase* phrase = l.phrase(i, PhraseKind::kCurrency, end);
  if (phrase == nullptr || phrase->fields.size() < 3) return std::nullopt;
  const std::string& kind = phrase->fields[1];
  const auto text = l.text().substr(l[i].span.begin, l[end - 1].span.end - l[i].span.begin);
  if (kind == "code") {
    if (!code_fits(l, i)) return std::nullopt;
    if (l.symbol(end, '$') && l.tight(end)) ++end;
  } else if (kind != "symbol") {
    return std::nullopt;
  } else if (l.word(i) && end == i + 1) {
    // "Rs", "RM": letters without a sign need their capital.
    if (!l[i].capital) return std::nullopt;
    if (l.symbol(end, '.') && l.tight(end)) ++end;
  }
  if (l.word(i) && l.tight(i) && l[i - 1].kind == LexemeKind::kDigits) return std::nullopt;
  if (text.empty() || !l.joined(end)) return std::nullopt;
  return Unit{end, FigureKind::kMoney, phrase->fields[0], 1};
}

std::optional<Unit> Grammar::currency_after(size_t i, const numerals::Numeral& number) const {
  size_t end = 0;
  size_t at = i;
  const bool hyphen = l.symbol(at, '-') && l.tight(at) && l.tight(at + 1);
  if (hyphen) ++at;
  if (l.is(at, "of") && number.scaled) ++at;
  if (!l.joined(at)) return std::nullopt;
  const QuantityPhrase* phrase = l.phrase(at, PhraseKind::kCurrency, end);
  if (phrase == nullptr && l.word(at) && l[at].shout && l[at].low.size() == 4 && l[at].low.front() == 'm') {
    // "48.5 MGBP": millions of a code.
    const QuantityWord* word = l.words().find(l[at].low.substr(1));
    if (word == nullptr) return std::nullopt;
    for (const QuantityPhrase& code : word->phrases) {
      if (code.kind == PhraseKind::kCurrency && code.rest.empty() && code.fields.size() > 1 &&
          code.fields[1] == "code") {
        return Unit{at + 1, FigureKind::kMoney, code.fields[0], 1e6};
      }
    }
  }
  if (phrase == nullptr || phrase->fields.size() < 3) return std::nullopt;
  const std::string& code = phrase->fields[0];
  const std::string& kind = phrase->fields[1];
  if (!ends_free(l, end)) return std::nullopt;
  if (kind == "code") {
    if (!code_fits(l, at)) return std::nullopt;
    // "75 USD million"
    if (l.joined(end) && (l.classes(end) & kScaleWord) != 0 && !number.scaled) {
      return Unit{end + 1, FigureKind::kMoney, code, l[end].word->number};
    }
  }
  if (kind == "symbol") {
    // "10 $ 30 $": a sign behind a space belongs to a number behind it, unless none follows closely.
    if (l.word(at) && end == at + 1 && (!number.digits || !l[at].capital)) return std::nullopt;
    if (!l.tight(at) && l.tight(end) && l.digits(end)) return std::nullopt;
    if (!number.digits && !number.scaled) return std::nullopt;
  }
  if (kind == "minor" && end == at + 1 && (l[at].low == "p" || l[at].low == "c") &&
      !(number.digits && l.tight(at) && !l[at].capital)) {
    return std::nullopt;
  }
  if (kind == "word") {
    const std::string_view word = l[at].low;
    constexpr std::array<std::string_view, 8> kOtherWords{"won", "real", "mark", "sol", "lei", "dram", "ether", "lev"};
    if (end == at + 1 && one_of(word, kOtherWords) && !number.scaled && number.value < 1000 && !number.grouped)
      return std::nullopt;
    // "Pounds" of weight: beside a verb of weighing, or in one word with the number.
    if (code == "GBP" && end == at + 1 && (word == "pound" || word == "pounds")) {
      if (hyphen && !number.scaled) return std::nullopt;
      constexpr std::array<std::string_view, 14> kWeighing{"weigh", "weighs", "weighed", "weighing", "weight",
                                                           "lost",  "gained", "drop",    "dropped",  "shed",
                                                           "lift",  "lifted", "heavy",   "weights"};
      const size_t number_start = i;
      // "20 pounds of explosives"; money is counted in pounds of nothing, but for millions of pounds.
      if (l.is(end, "of") && l.joined(end) && !number.scaled && number.value < 1000) return std::nullopt;
      for (size_t back = 1; back <= 8 && back < number_start; ++back) {
        const Lexeme& lexeme = l[number_start - back];
        if (lexeme.sentence != l[i].sentence) break;
        if (lexeme.kind == LexemeKind::kWord && one_of(lexeme.low, kWeighing) && !number.scaled) return std::nullopt;
      }
    }
  }
  const double divisor = field_number(phrase->fields[2]);
  return Unit{end, FigureKind::kMoney, code, divisor > 1 ? 1 / divisor : 1};
}

std::optional<Unit> Grammar::measure_after(size_t i, const numerals::Numeral& number) const {
  size_t at = i;
  const bool hyphen = l.symbol(at, '-') && l.tight(at) && l.tight(at + 1);
  if (hyphen) ++at;
  if (!l.joined(at)) return std::nullopt;
  size_t end = 0;
  // "20 [kg]"
  const bool bracket = l.symbol(at, '[') && l.word(at + 1) && l.symbol(at + 2, ']');
  if (bracket) ++at;
  const QuantityPhrase* phrase = l.phrase(at, PhraseKind::kUnit, end);
  if (phrase == nullptr || phrase->fields.size() < 3) {
    // "500-pound", "weighed 200 pounds": left over by the currencies.
    if ((l.is(at, "pound") || l.is(at, "pounds")) && ends_free(l, at + 1))
      return Unit{at + 1, FigureKind::kMeasure, "lb", 1};
    return std::nullopt;
  }
  if (!ends_free(l, end)) return std::nullopt;
  const std::string& name = phrase->fields[0];
  const bool symbol = phrase->fields[2] == "symbol";
  const bool tight = l.tight(at);
  if (symbol) {
    // "five kg"; a lone letter stands behind digits alone.
    if (!number.digits && (l[at].low.size() < 2 || !l.word(at) || name == "in" || !l.joined(at) || tight))
      return std::nullopt;
    const auto text = l.text().substr(l[at].span.begin, l[end - 1].span.end - l[at].span.begin);
    if (end == at + 1 && l.word(at)) {
      if (!letter_fits(text)) return std::nullopt;
      // Apart from the number a symbol may be a word ("in") or a letter.
      const bool closes = !l.joined(end) || l.symbol(end, ',') || l.symbol(end, '.') || l.symbol(end, ')');
      if (!tight &&
          ((name == "in" && !closes) || name == "°C" || name == "°F" || name == "times" || name == "W" || name == "V"))
        return std::nullopt;
      if (!tight && l.symbol(end, '.') && l.tight(end) && l.word(end + 1)) return std::nullopt;
    }
    if (l.symbol(at, '"') && (!tight || closes_quotation(l, at))) return std::nullopt;
    // "deg.", "ft.": the full stop of the abbreviation is no part of the figure.
  } else {
    if (name == "times" && !(l.is(at, "times") || hyphen || tight)) return std::nullopt;
    // "the two second-placed": only a hyphen or "one" makes a singular "second" a unit.
    if (l.is(at, "second") && !hyphen && number.value != 1 && end == at + 1) return std::nullopt;
    if (l.is(at, "stone") && l.word(end) && l.joined(end) && l.is(end + 1, "s")) return std::nullopt;
    if ((l.is(at, "quarter") || l.is(at, "season")) && end == at + 1) return std::nullopt;
  }
  if (bracket) ++end;
  const double factor = field_number(phrase->fields[1]);
  const FigureKind kind =
      name == "%" || name == "pp" || name == "bp" || name == "‰" ? FigureKind::kPercent : FigureKind::kMeasure;
  return Unit{end, kind, name, factor};
}

std::optional<Unit> Grammar::unit_after(size_t i, const numerals::Numeral& number) const {
  if (auto money = currency_after(i, number)) return money;
  return measure_after(i, number);
}

double Grammar::scale_letter(size_t& end, bool money) const {
  if (!l.tight(end) || !l.word(end) || (l.classes(end) & kScaleSuffix) == 0 || l[end].low.size() != 1) return 1;
  if (l.tight(end + 1) && (l.word(end + 1) || l.digits(end + 1))) return 1;
  const std::string_view low = l[end].low;
  const bool capital = l[end].capital;
  // Lower-case m, t and b are metres, tonnes and bytes where no money stands before.
  const bool million_people = low == "m" && !capital && l.joined(end + 1) && l.word(end + 1) && !l[end + 1].capital;
  if (low == "m" && !money && !capital) {
    constexpr std::array<std::string_view, 36> kNotCounted{
        "in",        "of",        "at",      "from",  "to",     "on",     "by",    "above", "below",
        "and",       "or",        "for",     "with",  "after",  "deep",   "high",  "long",  "wide",
        "tall",      "away",      "into",    "under", "over",   "before", "but",   "as",    "the",
        "butterfly", "freestyle", "hurdles", "relay", "sprint", "race",   "title", "off",   "was"};
    if (!million_people || one_of(l[end + 1].low, kNotCounted)) return 1;
  }
  if (low == "t" && !money) return 1;
  const double scale = l[end].word->scale_suffix;
  ++end;
  return scale;
}

// "thirteen dollars and forty-five cents", "5ft 11in", "7 feet and 10 inches".
void Grammar::add_minor_parts(Match& match) const {
  struct Part {
    std::string_view unit;
    double size;
    int family;
  };
  constexpr std::array<Part, 11> kParts{{{"km", 1000000, 1},
                                         {"m", 1000, 1},
                                         {"cm", 10, 1},
                                         {"mm", 1, 1},
                                         {"yd", 36, 2},
                                         {"ft", 12, 2},
                                         {"in", 1, 2},
                                         {"st", 14 * 16, 3},
                                         {"lb", 16, 3},
                                         {"oz", 1, 3},
                                         {"kg", 0, 4}}};
  if (!match.value || *match.value < 0) return;
  const auto part_of = [&](const std::string& unit) -> const Part* {
    for (const Part& part : kParts) {
      if (part.unit == unit && part.size > 0) return &part;
    }
    return nullptr;
  };
  for (int more = 0; more < 3; ++more) {
    size_t at = match.end;
    if (l.symbol(at, ',') && l.joined(at)) ++at;
    if (l.is(at, "and") && l.joined(at)) ++at;
    if (!l.joined(at)) return;
    const auto number = numerals::cardinal(l, at, false);
    if (!number || number->scaled) return;
    if (match.kind == FigureKind::kMoney) {
      const auto cents = currency_after(number->end, *number);
      // "15 dollars 50", "20 rupees and 43"
      const bool word_before = l.word(match.end - 1) && (l.classes(match.end - 1) & kPhraseStart) != 0;
      if (!cents && word_before && l.digits(at) && number->end == at + 1 && number->value < 100 &&
          *match.value == static_cast<double>(static_cast<int64_t>(*match.value)) && !l.word(number->end) &&
          !l.symbol(number->end, '-') && !l.symbol(number->end, '%')) {
        match.value = (*match.value * 100 + number->value) / 100;
        match.end = number->end;
        return;
      }
      if (!cents || cents->factor >= 1 || number->value >= 100) return;
      const bool same = cents->name == match.unit || l.is(cents->end - 1, "cents") || l.is(cents->end - 1, "cent") ||
                        l.is(cents->end - 1, "c");
      if (!same) return;
      match.value = (*match.value * 100 + number->value * cents->factor * 100) / 100;
      match.end = cents->end;
      return;
    }
    const auto smaller = measure_after(number->end, *number);
    if (!smaller) return;
    const Part* big = part_of(match.unit);
    const Part* small = part_of(smaller->name);
    if (big == nullptr || small == nullptr || big->family != small->family || small->size >= big->size) return;
    match.value = *match.value * (big->size / small->size) + number->value;
    match.unit = smaller->name;
    match.end = smaller->end;
  }
}

}  // namespace readout::figures
