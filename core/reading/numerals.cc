#include "reading/numerals.h"

#include <algorithm>
#include <string_view>

#include "reading/numerals_digits.h"

namespace readout::numerals {

namespace {

// Exponent of a power of ten, -1 for any other number.
int exponent_of(double value) {
  int exponent = 0;
  for (double power = 1; exponent <= 15; ++exponent, power *= 10) {
    if (power == value) return exponent;
  }
  return -1;
}

bool is_cardinal_word(const Lexemes& l, size_t i) { return (l.classes(i) & kCardinalWord) != 0; }
bool is_scale_word(const Lexemes& l, size_t i) { return (l.classes(i) & kScaleWord) != 0; }
// "3 dozens", "two billions": a plural that a number makes exact.
bool is_plural_scale(const Lexemes& l, size_t i) { return (l.classes(i) & kScalePlural) != 0; }
double worth(const Lexemes& l, size_t i) { return l[i].word->number; }

// Lexeme after `i` where a hyphen or a space joins it, else npos.
constexpr size_t kNone = static_cast<size_t>(-1);
size_t joined_next(const Lexemes& l, size_t i) {
  if (l.symbol(i, '-') && l.joined(i) && l.joined(i + 1)) return i + 1;
  return l.joined(i) ? i : kNone;
}

// A run of number words below a thousand, or one such word times hundred: "twenty-five hundred and six".
struct Small {
  size_t end = 0;
  double value = 0;
};

std::optional<Small> below_hundred(const Lexemes& l, size_t i) {
  if (!is_cardinal_word(l, i) || worth(l, i) >= 100) return std::nullopt;
  Small out{i + 1, worth(l, i)};
  if (out.value >= 20) {
    const size_t next = joined_next(l, i + 1);
    if (next != kNone && is_cardinal_word(l, next) && worth(l, next) >= 1 && worth(l, next) <= 9) {
      out.value += worth(l, next);
      out.end = next + 1;
    }
  }
  return out;
}

// Where `low` is "and" and what follows is a number word, the index of that word; else kNone.
size_t after_and(const Lexemes& l, size_t i) {
  return l.is(i, "and") && l.joined(i) && l.joined(i + 1) && is_cardinal_word(l, i + 1) ? i + 1 : kNone;
}

std::optional<Small> below_thousand(const Lexemes& l, size_t i, bool join_and) {
  auto out = below_hundred(l, i);
  if (!out) return std::nullopt;
  const size_t hundred = joined_next(l, out->end);
  if (hundred == kNone || !l.is(hundred, "hundred")) return out;
  out->value *= 100;
  out->end = hundred + 1;
  size_t next = joined_next(l, out->end);
  if (next != kNone && l.is(next, "and")) next = join_and ? after_and(l, next) : kNone;
  if (next == kNone) return out;
  const auto rest = below_hundred(l, next);
  if (!rest) return out;
  // "one hundred and two hundred" are two numbers.
  const size_t again = joined_next(l, rest->end);
  if (again != kNone && l.is(again, "hundred")) return out;
  return Small{rest->end, out->value + rest->value};
}

// "half a million", "half-dozen", "half a dozen": the index after it and the value, where scale words follow half.
std::optional<Numeral> half_scale(const Lexemes& l, size_t i) {
  if (!l.is(i, "half")) return std::nullopt;
  size_t at = joined_next(l, i + 1);
  if (at != kNone && (l.is(at, "a"))) at = joined_next(l, at + 1);
  if (at == kNone || !is_scale_word(l, at)) return std::nullopt;
  Numeral out;
  out.end = at + 1;
  out.value = worth(l, at) / 2;
  out.scaled = true;
  return out;
}

// "and a half", "and a quarter", "and three quarters" behind a whole number.
std::optional<Small> and_fraction(const Lexemes& l, size_t i) {
  if (!l.is(i, "and") || !l.joined(i) || !l.joined(i + 1)) return std::nullopt;
  // "two and half years" drops the article.
  if (l.is(i + 1, "half")) return Small{i + 2, 0.5};
  const bool article = l.is(i + 1, "a") || l.is(i + 1, "one");
  const double count = article ? 1 : is_cardinal_word(l, i + 1) ? worth(l, i + 1) : 0;
  if (count == 0 || count > 9) return std::nullopt;
  const size_t part = joined_next(l, i + 2);
  if (part == kNone || (l.classes(part) & (kFractionWord | (article ? kOrdinalWord : 0u))) == 0) return std::nullopt;
  const double divisor = worth(l, part);
  return divisor > count ? std::optional<Small>(Small{part + 1, count / divisor}) : std::nullopt;
}

bool is_long_suffix(const Lexemes& l, size_t i) {
  return (l.classes(i) & kScaleSuffix) != 0 && l[i].low.size() > 1 && l.joined(i);
}

}  // namespace

std::optional<Numeral> cardinal(const Lexemes& l, size_t i, bool join_and) {
  if (i >= l.size()) return std::nullopt;
  if (auto half = half_scale(l, i)) return half;
  Numeral out;
  double total = 0;
  double limit = 1e18;  // the scale that the next part must stay below
  size_t at = i;
  bool first = true;
  const bool article = l.is(i, "a") && l.joined(i + 1) && (is_scale_word(l, i + 1) || l.is(i + 1, "hundred"));
  for (;;) {
    double part = 0;
    size_t end = at;
    Digits digits;
    bool whole = true;
    bool plain = true;  // the part is the digits alone
    if (first && article) {
      part = 1;
      end = at + 1;
      out.article = true;
      if (l.is(end, "hundred")) {
        part = 100;
        ++end;
        const size_t next = join_and ? after_and(l, end) : kNone;
        const auto rest = next == kNone ? std::nullopt : below_hundred(l, next);
        if (rest && !l.is(rest->end, "hundred")) {
          part += rest->value;
          end = rest->end;
        }
      }
    } else if (const auto read = first || l.digits(at) ? read_digits(l, at) : std::nullopt) {
      digits = *read;
      part = decimal_value(digits.mantissa, digits.exponent) + digits.fraction;
      end = digits.end;
      whole = !digits.decimal;
      if (first) {
        out.digits = true;
        out.length = static_cast<uint8_t>(std::min<size_t>(l[l.digits(at) ? at : at + 1].low.size(), 255));
      }
      out.grouped = out.grouped || digits.grouped;
      out.decimal = out.decimal || digits.decimal;
      // "1.3e6"
      if (l.is(end, "e") && l.tight(end) && l.digits(end + 1) && l.tight(end + 1) && l[end + 1].number <= 15) {
        part = decimal_value(digits.mantissa, digits.exponent + static_cast<int>(l[end + 1].number));
        end += 2;
        plain = false;
      }
      if (l.is(end, "hundred") && l.joined(end) && whole && part < 100) {
        // "3 hundred and 21"
        part *= 100;
        ++end;
        plain = false;
        size_t next = l.is(end, "and") && l.joined(end) ? end + 1 : end;
        if (!join_and && next > end) next = end;
        if (l.joined(next) && l.digits(next) && l[next].low.size() <= 2 && !l.tight(next + 1) && next > end) {
          part += static_cast<double>(l[next].number);
          end = next + 1;
        } else if (const auto rest = l.joined(next) ? below_hundred(l, next) : std::nullopt) {
          part += rest->value;
          end = rest->end;
        }
      }
    } else if (const auto small = below_thousand(l, at, join_and)) {
      part = small->value;
      end = small->end;
    } else if (first && l.is(at, "hundred")) {
      return std::nullopt;
    } else {
      break;
    }
    // "two and a half million": the fraction belongs to the part before its scale.
    if (join_and && whole && part > 0) {
      if (const auto extra = and_fraction(l, end)) {
        part += extra->value;
        end = extra->end;
        out.decimal = true;
        whole = false;
      }
    }
    // "one point five": digits read out one by one.
    if (l.is(end, "point") && l.joined(end) && whole && part < 1000) {
      double power = 0.1;
      size_t digit = end + 1;
      while (l.joined(digit) &&
             ((is_cardinal_word(l, digit) && worth(l, digit) < 10) || (l.digits(digit) && l[digit].low.size() == 1))) {
        part += power * (l.digits(digit) ? static_cast<double>(l[digit].number) : worth(l, digit));
        power /= 10;
        ++digit;
      }
      if (digit > end + 1) {
        end = digit;
        out.decimal = true;
        whole = false;
      }
    }
    // Scale words multiply what stands before them; two of them only as in "a hundred thousand million".
    double scale = 1;
    for (size_t next = joined_next(l, end);
         next != kNone && (is_scale_word(l, next) || is_plural_scale(l, next)) && scale <= 1e6;
         next = joined_next(l, end)) {
      scale *= worth(l, next);
      end = next + 1;
      out.scaled = true;
    }
    if (scale == 1 && out.digits && is_long_suffix(l, end)) {
      scale = l[end].word->scale_suffix;
      ++end;
      out.scaled = true;
    }
    const double worth_of_part = part * scale;
    if (!first && (scale >= limit || worth_of_part >= limit)) break;
    const int exponent = exponent_of(scale);
    total +=
        plain && digits.end > 0 && digits.fraction == 0 && exponent >= 0 && end > digits.end && whole == !digits.decimal
            ? decimal_value(digits.mantissa, digits.exponent + exponent)
            : worth_of_part;
    out.end = end;
    if (scale > 1) out.scale = scale;
    first = false;
    // Only a part with a scale takes a smaller part behind it: "two thousand and twelve", "3 crore 12 lakh".
    if (scale == 1 || out.decimal || scale == 12) break;
    limit = scale;
    size_t next = joined_next(l, end);
    if (next != kNone && l.is(next, "and")) next = join_and ? after_and(l, next) : kNone;
    if (next == kNone || !(is_cardinal_word(l, next) || (l.digits(next) && !l.is(end, "and")))) break;
    if (l.digits(next) && (out.digits == false || l[next].low.size() > 3)) break;
    at = next;
  }
  if (first) return std::nullopt;
  out.value = total;
  return out;
}

std::optional<Numeral> ordinal(const Lexemes& l, size_t i) {
  Numeral out;
  if (l.digits(i)) {
    const size_t end = end_of_groups(l, i);
    if (!l.tight(end) || !(l.is(end, "st") || l.is(end, "nd") || l.is(end, "rd") || l.is(end, "th"))) {
      return std::nullopt;
    }
    for (size_t at = i; at < end; ++at) {
      if (l.digits(at)) out.value = out.value * (at == i ? 1 : 1000) + static_cast<double>(l[at].number);
    }
    out.digits = true;
    out.length = static_cast<uint8_t>(std::min<size_t>(l[i].low.size(), 255));
    out.end = end + 1;
    return out;
  }
  double base = 0;
  size_t at = i;
  if (is_cardinal_word(l, i) || l.is(i, "a")) {
    // The cardinal before the last word: "twenty"-first, "one hundred and" first.
    if (const auto tens = below_hundred(l, i); tens && tens->end == i + 1 && tens->value >= 20) {
      const size_t next = joined_next(l, i + 1);
      if (next != kNone && (l.classes(next) & kOrdinalWord) != 0 && worth(l, next) <= 9) {
        out.value = tens->value + worth(l, next);
        out.end = next + 1;
        return out;
      }
    }
    const auto before = cardinal(l, i);
    if (!before) return std::nullopt;
    base = before->value;
    at = before->end;
    if (l.is(at, "and") && l.joined(at)) ++at;
    at = joined_next(l, at);
    if (at == kNone || (l.classes(at) & kOrdinalWord) == 0) return std::nullopt;
    const double last = worth(l, at);
    if (before->decimal || before->digits) return std::nullopt;
    const uint64_t tail = static_cast<uint64_t>(base) % 100;
    const bool tens = last < 10 && tail >= 20 && tail % 10 == 0;
    if (last >= 100 ? base >= 1000 : (base < 100 || (tail != 0 && !tens))) return std::nullopt;
    out.value = last >= 100 ? base * last : base + last;
    out.end = at + 1;
    return out;
  }
  if ((l.classes(i) & kOrdinalWord) == 0) return std::nullopt;
  out.value = worth(l, i);
  out.end = i + 1;
  return out;
}

std::optional<Numeral> fraction(const Lexemes& l, size_t i) {
  Numeral out;
  out.decimal = true;
  if (i >= l.size()) return std::nullopt;
  if (fraction_sign(l[i].symbol) > 0) {
    out.value = fraction_sign(l[i].symbol);
    out.end = i + 1;
    out.digits = true;
    return out;
  }
  if (l.digits(i)) {
    if (!(l.symbol(i + 1, '/') && l.tight(i + 1) && l.digits(i + 2) && l.tight(i + 2)) || l[i + 2].number == 0 ||
        (l.symbol(i + 3, '/') && l.tight(i + 3)) || l[i].low.size() > 3 || l[i + 2].low.size() > 4) {
      return std::nullopt;
    }
    out.value = static_cast<double>(l[i].number) / static_cast<double>(l[i + 2].number);
    out.end = i + 3;
    out.digits = true;
    out.length = static_cast<uint8_t>(l[i].low.size());
    return out;
  }
  if (l.is(i, "half")) {
    out.value = 0.5;
    out.end = i + 1;
    return out;
  }
  size_t at = i;
  double count = 0;
  if (l.is(i, "a") || l.is(i, "an")) {
    count = 1;
    at = i + 1;
    out.article = true;
  } else if (const auto number = below_thousand(l, i, true)) {
    count = number->value;
    at = number->end;
  }
  const size_t part = joined_next(l, at);
  if (count == 0 || part == kNone) return std::nullopt;
  const uint32_t classes = l.classes(part);
  const bool plural = !l[part].low.empty() && (l[part].low.back() == 's' || l.is(part, "halves"));
  if ((classes & (kFractionWord | kOrdinalWord)) == 0 || worth(l, part) < 2 || (count == 1) == plural) {
    return std::nullopt;
  }
  if (l.is(part, "second")) return std::nullopt;
  out.value = count / worth(l, part);
  out.end = part + 1;
  return out;
}

}  // namespace readout::numerals
