// The grammar of English quantities: which words form one, its value, its unit, and how exact it is said to be.
// Hand-written recursive descent over lexemes; every rule reads a bounded number of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "reading/lexemes.h"
#include "reading/numerals.h"
#include "reading/values.h"

namespace readout::figures {

struct Match {
  size_t first = 0;  // lexemes [first, end), hedges not among them
  size_t end = 0;
  FigureKind kind = FigureKind::kCount;
  std::optional<double> value;
  std::optional<double> min;
  std::optional<double> max;
  Approximation approx = Approximation::kExact;
  std::string unit;
  std::string doubt;
};

// A unit or currency beside a number.
struct Unit {
  size_t end = 0;
  FigureKind kind = FigureKind::kMeasure;
  std::string name;
  double factor = 1;
};

class Grammar {
 public:
  explicit Grammar(const Lexemes& lexemes) : l(lexemes) {}

  // The quantity that begins at lexeme `i`; `between` where "between" or "from" stands before it, so that "and" may
  // part the two ends of a range.
  std::optional<Match> quantity(size_t i, bool between) const;

  // Number of lexemes from `i` on that are no figures but hold numbers (a phone number, a score, a list's number);
  // 0 where there are none.
  size_t not_a_figure(size_t i) const;

 private:
  using Found = std::optional<Match>;

  // figures_grammar.cc
  Found amount(size_t i, bool between) const;
  Found money_in_front(size_t i, bool between) const;
  Found bare_count(const numerals::Numeral& number, size_t first, bool negative) const;
  bool is_designation(size_t i) const;
  bool opens_range(size_t i) const;
  size_t sign(size_t i, bool& negative) const;

  // figures_grammar_shares.cc: parts of a whole, vague numbers, multiples, ranks
  Found share(size_t i) const;
  Found ratio(size_t i) const;
  Found vague(size_t i) const;
  Found age_span(size_t i) const;
  Found multiple(size_t i) const;
  Found rank(size_t i) const;

  // figures_grammar_units.cc
  std::optional<Unit> currency_before(size_t i) const;
  std::optional<Unit> unit_after(size_t i, const numerals::Numeral& number) const;
  std::optional<Unit> currency_after(size_t i, const numerals::Numeral& number) const;
  std::optional<Unit> measure_after(size_t i, const numerals::Numeral& number) const;
  // Scale letters behind digits: 5m, 10k; 1 where there are none.
  double scale_letter(size_t& end, bool money) const;
  void add_minor_parts(Match& match) const;

  const Lexemes& l;
};

}  // namespace readout::figures
