#include "reading/dates_tense.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace readout::dates {

namespace {

constexpr size_t kWindow = 40;

int sign_of(const Lexemes& l, size_t i) {
  if (!l.word(i)) return 0;
  const std::string_view low = l[i].low;
  constexpr std::array<std::string_view, 10> kAhead{"will",  "ll",      "shall", "upcoming", "scheduled",
                                                    "plans", "expects", "wo",    "due",      "expected"};
  if (std::find(kAhead.begin(), kAhead.end(), low) != kAhead.end()) return 1;
  if ((l.classes(i) & kPastVerb) != 0) return -1;
  if (low.size() > 4 && low.substr(low.size() - 2) == "ed" && !l[i].capital) return -1;
  return 0;
}

}  // namespace

int tense_around(const Lexemes& l, size_t first, size_t end) {
  const uint32_t sentence = l[first].sentence;
  for (size_t at = first, steps = 0; at > 0 && steps < kWindow && l[at - 1].sentence == sentence; --at, ++steps) {
    if (const int sign = sign_of(l, at - 1)) return sign;
  }
  for (size_t at = end, steps = 0; at < l.size() && steps < kWindow && l[at].sentence == sentence; ++at, ++steps) {
    if (const int sign = sign_of(l, at)) return sign;
  }
  return 0;
}

}  // namespace readout::dates
