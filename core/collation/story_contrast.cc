#include "collation/story_contrast.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace readout::collation {

namespace {

// Fitted, together with those of stories.cc and story_terms.cc, on the two development sets at once.
constexpr size_t kLeastSide = 3;
constexpr size_t kFullSide = 4;
constexpr double kApart = 0.46;       // likeness across the sides over that within them
constexpr double kApartSmall = 0.20;  // the same, where a side has fewer than kFullSide articles, copies counted once
constexpr double kApartDeeper = 0.6;  // what was parted once is parted again only on better grounds: a factor
constexpr double kCopy = 0.6;         // articles of one side that are so alike are copies of one text
constexpr double kMostWithin = 0.4;   // copies of one text are no more of one happening than articles of it
constexpr uint32_t kNumberFactor = 3;
constexpr int kPowerRounds = 30;
constexpr int kMeansRounds = 10;
constexpr int kDeepest = 8;
constexpr size_t kShownWords = 3;

struct Weighted {
  uint32_t term;  // index into Local::keys
  double weight;
};

// The group's articles over the words that some but not all of them hold.
struct Local {
  std::vector<uint64_t> keys;  // sorted
  std::vector<std::vector<Weighted>> rows;
  std::vector<uint32_t> copied;  // by row: the first that it is a copy of, or itself
};

Local make_local(const Corpus& corpus, const StoryVectors& vectors, const std::vector<ArticleIndex>& group) {
  std::vector<uint64_t> all;
  for (const ArticleIndex article : group) {
    for (const StoryTerm& term : vectors[corpus[article].serial].terms) all.push_back(term.key);
  }
  std::sort(all.begin(), all.end());
  Local local;
  std::vector<uint32_t> idf;
  for (size_t i = 0; i < all.size();) {
    size_t next = i;
    while (next < all.size() && all[next] == all[i]) ++next;
    const size_t holders = next - i;
    if (holders >= 2 && holders < group.size()) {
      local.keys.push_back(all[i]);
      idf.push_back(log2_sixteenths(group.size() * 64 / holders) - log2_sixteenths(64));
    }
    i = next;
  }
  std::unordered_map<uint64_t, uint32_t> first;  // by text
  for (const ArticleIndex article : group) {
    const auto number = static_cast<uint32_t>(local.copied.size());
    const uint64_t text = vectors[corpus[article].serial].text;
    local.copied.push_back(text == 0 ? number : first.try_emplace(text, number).first->second);
    std::vector<Weighted> row;
    double squares = 0;
    auto at = local.keys.begin();
    for (const StoryTerm& term : vectors[corpus[article].serial].terms) {
      at = std::lower_bound(at, local.keys.end(), term.key);
      if (at == local.keys.end()) break;
      if (*at != term.key) continue;
      const auto index = static_cast<uint32_t>(at - local.keys.begin());
      const double weight = static_cast<double>(term.points * idf[index] * (term.digit ? kNumberFactor : 1));
      squares += weight * weight;
      row.push_back({index, weight});
    }
    const double length = squares > 0 ? std::sqrt(squares) : 1;
    for (Weighted& entry : row) entry.weight /= length;
    local.rows.push_back(std::move(row));
  }
  return local;
}

double dot(const std::vector<Weighted>& row, const std::vector<double>& vector) {
  double sum = 0;
  for (const Weighted& entry : row) sum += entry.weight * vector[entry.term];
  return sum;
}

void add(std::vector<double>& vector, const std::vector<Weighted>& row, double factor) {
  for (const Weighted& entry : row) vector[entry.term] += factor * entry.weight;
}

double length_of(const std::vector<double>& vector) {
  double squares = 0;
  for (const double x : vector) squares += x * x;
  return std::sqrt(squares);
}

// Which side of the first principal component each row lies on.
std::vector<bool> principal_sides(const Local& local) {
  const size_t count = local.rows.size();
  std::vector<double> mean(local.keys.size(), 0);
  for (const auto& row : local.rows) add(mean, row, 1.0 / static_cast<double>(count));
  std::vector<double> score(count);
  // Begin with the rows' likeness to the one that is least like the mean: a fixed start, and rarely at right angles.
  size_t odd = 0;
  double least = 2;
  for (size_t i = 0; i < count; ++i) {
    const double like = dot(local.rows[i], mean);
    if (like < least) least = like, odd = i;
  }
  std::vector<double> axis(local.keys.size(), 0);
  add(axis, local.rows[odd], 1);
  for (size_t k = 0; k < axis.size(); ++k) axis[k] -= mean[k];
  for (int round = 0; round < kPowerRounds; ++round) {
    const double length = length_of(axis);
    if (!(length > 0)) break;
    for (double& x : axis) x /= length;
    double offset = 0;
    for (size_t k = 0; k < axis.size(); ++k) offset += mean[k] * axis[k];
    double total = 0;
    for (size_t i = 0; i < count; ++i) score[i] = dot(local.rows[i], axis) - offset, total += score[i];
    std::fill(axis.begin(), axis.end(), 0.0);
    for (size_t i = 0; i < count; ++i) add(axis, local.rows[i], score[i]);
    for (size_t k = 0; k < axis.size(); ++k) axis[k] -= total * mean[k];
  }
  std::vector<bool> side(count);
  for (size_t i = 0; i < count; ++i) side[i] = score[i] > 0;
  return side;
}

struct Sides {
  std::vector<bool> side;
  size_t size[2] = {0, 0};
  std::vector<double> sum[2];
};

Sides measured(const Local& local, std::vector<bool> side) {
  Sides sides;
  sides.side = std::move(side);
  for (auto& sum : sides.sum) sum.assign(local.keys.size(), 0);
  for (size_t i = 0; i < local.rows.size(); ++i) {
    add(sides.sum[sides.side[i]], local.rows[i], 1);
    ++sides.size[sides.side[i]];
  }
  return sides;
}

Sides two_means(const Local& local) {
  Sides sides = measured(local, principal_sides(local));
  for (int round = 0; round < kMeansRounds && sides.size[0] > 0 && sides.size[1] > 0; ++round) {
    const double length[2] = {length_of(sides.sum[0]), length_of(sides.sum[1])};
    if (!(length[0] > 0) || !(length[1] > 0)) break;
    std::vector<bool> next(local.rows.size());
    for (size_t i = 0; i < local.rows.size(); ++i) {
      next[i] = dot(local.rows[i], sides.sum[1]) / length[1] > dot(local.rows[i], sides.sum[0]) / length[0];
    }
    if (next == sides.side) break;
    sides = measured(local, std::move(next));
  }
  // Copies of one text lie on one side, whatever numbers part them.
  std::vector<bool> together(local.rows.size());
  for (size_t i = 0; i < together.size(); ++i) together[i] = sides.side[local.copied[i]];
  return together == sides.side ? sides : measured(local, std::move(together));
}

// Average likeness of the pairs of one side. Rows have unit length, or none.
double likeness_within(const Local& local, const Sides& sides, size_t which) {
  double own = 0;
  for (size_t i = 0; i < local.rows.size(); ++i) {
    if (sides.side[i] == (which == 1) && !local.rows[i].empty()) own += 1;
  }
  const double length = length_of(sides.sum[which]);
  const auto size = static_cast<double>(sides.size[which]);
  return (length * length - own) / (size * (size - 1));
}

// How many texts a side has, copies counted once, as far as kFullSide: what its articles have in common may be no more
// than one agency's words.
size_t texts_of(const Local& local, const Sides& sides, size_t which) {
  std::vector<std::vector<double>> texts;
  for (size_t i = 0; i < local.rows.size() && texts.size() < kFullSide; ++i) {
    if (sides.side[i] != (which == 1)) continue;
    const auto& row = local.rows[i];
    if (std::any_of(texts.begin(), texts.end(), [&](const auto& text) { return dot(row, text) > kCopy; })) continue;
    add(texts.emplace_back(local.keys.size(), 0), row, 1);
  }
  return texts.size();
}

bool are_apart(const Local& local, const Sides& sides, int depth) {
  if (std::min(sides.size[0], sides.size[1]) < kLeastSide) return false;
  const size_t smaller = std::min(texts_of(local, sides, 0), texts_of(local, sides, 1));
  double across = 0;
  for (size_t k = 0; k < local.keys.size(); ++k) across += sides.sum[0][k] * sides.sum[1][k];
  across /= static_cast<double>(sides.size[0]) * static_cast<double>(sides.size[1]);
  const double within = std::min({kMostWithin, likeness_within(local, sides, 0), likeness_within(local, sides, 1)});
  const double bound = (smaller < kFullSide ? kApartSmall : kApart) * (depth > 0 ? kApartDeeper : 1);
  return across < bound * within;
}

// The words that most of one side hold and few of the other, as the side's first article writes them.
std::string own_words(const Corpus& corpus, const StoryVectors& vectors, const std::vector<ArticleIndex>& group,
                      const Local& local, const Sides& sides, bool which) {
  std::vector<uint32_t> holders[2];
  for (auto& list : holders) list.assign(local.keys.size(), 0);
  for (size_t i = 0; i < group.size(); ++i) {
    for (const Weighted& entry : local.rows[i]) ++holders[sides.side[i]][entry.term];
  }
  const auto own_size = static_cast<int64_t>(sides.size[which]);
  const auto other_size = static_cast<int64_t>(sides.size[!which]);
  std::vector<std::pair<int64_t, uint32_t>> ranked;  // by falling share of its side less that of the other
  for (uint32_t k = 0; k < local.keys.size(); ++k) {
    const int64_t lead = 1000 * holders[which][k] / own_size - 1000 * holders[!which][k] / other_size;
    if (lead >= 500) ranked.emplace_back(-lead, k);
  }
  std::sort(ranked.begin(), ranked.end());
  std::string text;
  size_t shown = 0;
  for (const auto& [lead, k] : ranked) {
    for (size_t i = 0; i < group.size(); ++i) {
      if (sides.side[i] != which) continue;
      const auto& terms = vectors[corpus[group[i]].serial].terms;
      const auto at = std::lower_bound(terms.begin(), terms.end(), local.keys[k],
                                       [](const StoryTerm& t, uint64_t key) { return t.key < key; });
      if (at == terms.end() || at->key != local.keys[k]) continue;
      if (!text.empty()) text += ", ";
      text += term_text(corpus[group[i]], *at);
      ++shown;
      break;
    }
    if (shown == kShownWords) break;
  }
  return text;
}

}  // namespace

std::vector<StoryPart> part_happenings(const Corpus& corpus, const StoryVectors& vectors,
                                       std::vector<ArticleIndex> group) {
  struct Task {
    StoryPart part;
    int depth;
  };
  std::vector<StoryPart> done;
  std::vector<Task> tasks;
  tasks.push_back({{std::move(group), {}}, 0});
  while (!tasks.empty()) {
    Task task = std::move(tasks.back());
    tasks.pop_back();
    if (task.part.articles.size() < 2 * kLeastSide || task.depth == kDeepest) {
      done.push_back(std::move(task.part));
      continue;
    }
    const Local local = make_local(corpus, vectors, task.part.articles);
    const Sides sides = two_means(local);
    if (!are_apart(local, sides, task.depth)) {
      done.push_back(std::move(task.part));
      continue;
    }
    const std::string words[2] = {own_words(corpus, vectors, task.part.articles, local, sides, false),
                                  own_words(corpus, vectors, task.part.articles, local, sides, true)};
    for (const bool which : {false, true}) {
      Task side{{{}, task.part.contrast}, task.depth + 1};
      for (size_t i = 0; i < task.part.articles.size(); ++i) {
        if (sides.side[i] == which) side.part.articles.push_back(task.part.articles[i]);
      }
      if (!words[which].empty() && !words[!which].empty()) {
        side.part.contrast += " Kept apart from a like happening: here most have \xE2\x80\x9C" + words[which] +
                              "\xE2\x80\x9D, there \xE2\x80\x9C" + words[!which] + "\xE2\x80\x9D.";
      }
      tasks.push_back(std::move(side));
    }
  }
  std::sort(done.begin(), done.end(), [](const StoryPart& a, const StoryPart& b) { return a.articles < b.articles; });
  return done;
}

}  // namespace readout::collation
