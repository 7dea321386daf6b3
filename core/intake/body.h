// Which lines of a page are the article: the best run of places over the page under weighted features (features.h).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "intake/features.h"
#include "intake/lines.h"
#include "text/bundle.h"
#include "text/result.h"

namespace readout::intake {

// Where a line stands: above the article, in it, in something that interrupts it, below it.
enum class Place : uint8_t { kAbove, kBody, kAside, kBelow };
constexpr size_t kPlaces = 4;

// What a feature of a line can speak for: that the line is the article's, or that the article begins with it, is left
// (interrupted) before it, returns with it, or has ended before it. A stretch that is not the article is judged where
// it begins and ends and not line by line, so that a long list of links in the midst of an article does not end it.
enum class Vote : uint8_t { kBody, kBegin, kLeave, kReturn, kEnd };
constexpr size_t kVotes = 5;

// Integers, so that every machine decides alike. From lexicon/line_weights.
struct LineWeights {
  std::vector<std::array<int32_t, kVotes>> features;  // by FeatureId

  // Errors: "model-malformed" where a row names no feature or holds no numbers.
  static Result<LineWeights> load(const Bundle& bundle);
};

// The lines that are judged, in order: all but captions, which stand in an article's midst and in its margins alike.
std::vector<Line> lines_to_place(const Page& page);

// The best sequence of places, by Viterbi's algorithm over a linear chain. Ties go to the earlier place. Linear.
std::vector<Place> best_places(const PageFeatures& features, const LineWeights& weights);

// One place a line of the page. A caption stands in the body where the lines around it do, else where the line above
// does.
std::vector<Place> place_lines(const Page& page, const std::vector<WordKey>& title, const LineWeights& weights);

}  // namespace readout::intake
