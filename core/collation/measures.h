// What figures measure, and whether two of them can be set side by side.
//
// Two values are compared only where nothing in the words around them may explain that they differ: other names,
// another period, a target beside a value, a narrower group. Everything is decided by counts of words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "collation/corpus.h"

namespace readout::collation {

// What the words around a figure say of it. Sorted, distinct.
struct Measure {
  std::vector<uint64_t> near;        // content words of its clause; words of one meaning (killed, dead) share a key
  std::vector<uint64_t> names;       // those of them that are names
  std::vector<std::string> periods;  // the days, months or years it is for: TIMEX3
  bool crowded = false;              // its sentence gives more figures of the kind: which goes with what is not told
};

Measure measure_of(const CorpusArticle& article, const Figure& figure);

// Whether a figure is worth comparing: ranks, lengths of time, labels ("category 3"), small numbers in words ("the two
// sides") and values given again in another unit ("180 mph (285 kph)") are not.
bool is_comparable(const CorpusArticle& article, const Figure& figure);

// How two values compare, their words left aside.
enum class FigureRelation : uint8_t { kSame, kRounded, kDifferent, kIncomparable };
FigureRelation compare_figures(const Figure& a, const Figure& b);

// Whether the words around two figures let them be one measure.
enum class MeasureRelation : uint8_t {
  kOne,         // the same words, as far as they tell a measure
  kNarrower,    // one adds words that may narrow it
  kOtherTime,   // alike, but for another period
  kOtherClaim,  // alike, but one is a target or a forecast and the other is not
  kOther        // another measure, or too little to tell
};
MeasureRelation compare_measures(const Figure& a, const Measure& of_a, const Figure& b, const Measure& of_b);

// How alike two figures are, from 0 (another measure) upwards: values that agree come before values that differ.
uint32_t figure_likeness(const Figure& a, const Measure& of_a, const Figure& b, const Measure& of_b);

// "up a quarter" between two totals: whether `change` (percent) fits the way from `before` to `after`, given how
// exactly the three are written.
bool change_fits(const Figure& before, const Figure& after, const Figure& change);

}  // namespace readout::collation
