#include "intake/body.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "text/lexicon.h"

namespace readout::intake {

namespace {

constexpr int64_t kNever = -(int64_t{1} << 40);

bool read_number(std::string_view digits, int32_t& out) {
  const bool negative = !digits.empty() && digits.front() == '-';
  if (negative) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 6) return false;
  int32_t value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
  }
  out = negative ? -value : value;
  return true;
}

}  // namespace

Result<LineWeights> LineWeights::load(const Bundle& bundle) {
  const Error malformed{"model-malformed", "The model's weights for lines cannot be read.", std::nullopt};
  std::vector<std::pair<std::string, FeatureId>> names;
  for (size_t id = 0; id < feature_count(); ++id)
    names.emplace_back(feature_name(static_cast<FeatureId>(id)), static_cast<FeatureId>(id));
  std::sort(names.begin(), names.end());

  LineWeights out;
  out.features.assign(feature_count(), {});
  const Lexicon lexicon(bundle.section("lexicon/line_weights"));
  for (size_t row = 0; row < lexicon.size(); ++row) {
    const std::string_view name = lexicon.at(row, 0);
    const auto at = std::lower_bound(names.begin(), names.end(), std::make_pair(std::string(name), FeatureId{0}));
    if (at == names.end() || at->first != name) return malformed;
    for (size_t vote = 0; vote < kVotes; ++vote)
      if (!read_number(lexicon.at(row, vote + 1), out.features[at->second][vote])) return malformed;
  }
  return out;
}

std::vector<Line> lines_to_place(const Page& page) {
  std::vector<Line> lines;
  lines.reserve(page.lines.size());
  for (const Line& line : page.lines)
    if (!line.is_caption()) lines.push_back(line);
  return lines;
}

std::vector<Place> best_places(const PageFeatures& features, const LineWeights& weights) {
  const size_t lines = features.lines();
  std::vector<Place> places(lines, Place::kAbove);
  if (lines == 0) return places;
  enum : uint8_t { kA, kB, kC, kD };  // above, body, aside, below: the order of Place
  std::vector<std::array<uint8_t, kPlaces>> back(lines);
  std::array<int64_t, kPlaces> best = {0, kNever, kNever, kNever};
  for (size_t i = 0; i < lines; ++i) {
    std::array<int64_t, kVotes> votes{};
    for (const FeatureId* id = features.begin(i); id != features.end(i); ++id)
      for (size_t vote = 0; vote < kVotes; ++vote) votes[vote] += weights.features[*id][vote];
    const auto vote = [&](Vote v) { return votes[static_cast<size_t>(v)]; };
    std::array<int64_t, kPlaces> next = {best[kA], best[kA] + vote(Vote::kBegin), best[kB] + vote(Vote::kLeave),
                                         best[kB] + vote(Vote::kEnd)};
    back[i] = {kA, kA, kB, kB};
    const auto consider = [&](uint8_t from, uint8_t to, int64_t value) {
      if (value > next[to]) next[to] = value, back[i][to] = from;
    };
    consider(kB, kB, best[kB]);
    consider(kC, kB, best[kC] + vote(Vote::kReturn));
    consider(kC, kC, best[kC]);
    consider(kD, kD, best[kD]);
    next[kB] += vote(Vote::kBody);
    best = next;
  }
  // A page does not end in an interruption.
  best[kC] = kNever * 4;
  size_t place = static_cast<size_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (size_t i = lines; i-- > 0;) {
    places[i] = static_cast<Place>(place);
    place = back[i][place];
  }
  return places;
}

std::vector<Place> place_lines(const Page& page, const std::vector<WordKey>& title, const LineWeights& weights) {
  const std::vector<Place> judged = best_places(PageFeatures(lines_to_place(page), page.words, title), weights);
  std::vector<Place> places(page.lines.size(), Place::kAbove);
  size_t next = 0;
  Place before = Place::kAbove;
  for (size_t i = 0; i < page.lines.size(); ++i) {
    if (!page.lines[i].is_caption()) {
      places[i] = before = judged[next++];
      continue;
    }
    const Place after = next < judged.size() ? judged[next] : Place::kBelow;
    const bool inside = after == Place::kBody || after == Place::kAside;
    places[i] = inside && before != Place::kAbove ? Place::kBody : before == Place::kBody ? Place::kBelow : before;
  }
  return places;
}

}  // namespace readout::intake
