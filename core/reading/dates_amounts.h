// How many units of time, and how TIMEX3 writes them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "reading/lexemes.h"

namespace readout::dates {

bool is_unit(const Lexemes& lexemes, size_t i);
bool is_plural_unit(const Lexemes& lexemes, size_t i);

// The index behind one word that leaves a length of time as it is ("more", "consecutive", "trading"), else `i`.
size_t skip_filler(const Lexemes& lexemes, size_t i);

struct Count {
  size_t end = 0;
  double value = 0;  // negative: vague
  bool article = false;
  bool hyphen = false;  // "two-week"
};

// How many: "two", "12", "a", "an", "several", "a few", "a couple of", "half a", "two to three", "hundreds of".
std::optional<Count> count_at(const Lexemes& lexemes, size_t i);

// A TIMEX3 amount: whole, or with at most two decimals; X for a vague one.
std::string amount(double value);

struct DurationParts {
  std::string date;  // behind P
  std::string time;  // behind T
};

void add_part(DurationParts& parts, TimeUnit unit, double count);
std::string written(const DurationParts& parts);

}  // namespace readout::dates
