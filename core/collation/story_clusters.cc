#include "collation/story_clusters.h"

#include <algorithm>
#include <queue>
#include <tuple>
#include <utility>

namespace readout::collation {

namespace {

struct Neighbour {
  uint32_t group;
  double sum;  // of the likeness of pairs
};

using Neighbours = std::vector<Neighbour>;  // by group

Neighbours::iterator place_of(Neighbours& list, uint32_t group) {
  return std::lower_bound(list.begin(), list.end(), group, [](const Neighbour& n, uint32_t g) { return n.group < g; });
}

void drop(Neighbours& list, uint32_t group) {
  const auto at = place_of(list, group);
  if (at != list.end() && at->group == group) list.erase(at);
}

void set(Neighbours& list, uint32_t group, double sum) {
  const auto at = place_of(list, group);
  if (at != list.end() && at->group == group) {
    at->sum = sum;
  } else {
    list.insert(at, {group, sum});
  }
}

// The neighbours of `a` and `b` together, without themselves; a sum of both is that of `a` and then that of `b`.
Neighbours joined(const Neighbours& of_a, const Neighbours& of_b, uint32_t a, uint32_t b) {
  Neighbours both;
  both.reserve(of_a.size() + of_b.size());
  auto x = of_a.begin();
  auto y = of_b.begin();
  while (x != of_a.end() || y != of_b.end()) {
    Neighbour next{};
    if (y == of_b.end() || (x != of_a.end() && x->group < y->group)) {
      next = *x++;
    } else if (x == of_a.end() || y->group < x->group) {
      next = *y++;
    } else {
      next = {x->group, x->sum + y->sum};
      ++x, ++y;
    }
    if (next.group != a && next.group != b) both.push_back(next);
  }
  return both;
}

// By article: the first of those that it hangs together with over pairs that are alike enough by themselves.
std::vector<uint32_t> connected(size_t articles, const std::vector<StoryEdge>& edges, double least) {
  std::vector<uint32_t> parent(articles);
  for (uint32_t i = 0; i < articles; ++i) parent[i] = i;
  const auto find = [&](uint32_t x) {
    while (parent[x] != x) x = parent[x] = parent[parent[x]];
    return x;
  };
  for (const StoryEdge& edge : edges) {
    if (static_cast<double>(edge.similarity) < least) continue;
    const uint32_t a = find(edge.a);
    const uint32_t b = find(edge.b);
    parent[std::max(a, b)] = std::min(a, b);
  }
  for (uint32_t i = 0; i < articles; ++i) parent[i] = find(i);
  return parent;
}

struct Offer {
  double average;
  uint32_t a;
  uint32_t b;
  uint32_t version_a;
  uint32_t version_b;
};

struct Later {
  bool operator()(const Offer& x, const Offer& y) const {
    if (x.average != y.average) return x.average < y.average;
    return std::tie(x.a, x.b) > std::tie(y.a, y.b);
  }
};

}  // namespace

double pairs_between(size_t a, size_t b) {
  return static_cast<double>(std::min(a, b) * std::min(std::max(a, b), kStoryCandidates / 2));
}

std::vector<std::vector<ArticleIndex>> cluster_stories(size_t articles, const std::vector<StoryEdge>& edges,
                                                       double least) {
  std::vector<std::vector<ArticleIndex>> members(articles);
  std::vector<Neighbours> sums(articles);
  std::vector<uint32_t> version(articles, 0);
  for (ArticleIndex i = 0; i < articles; ++i) members[i] = {i};
  std::vector<Offer> offers;
  const auto offer = [&](uint32_t a, uint32_t b, double sum) {
    if (b < a) std::swap(a, b);
    const double average = sum / pairs_between(members[a].size(), members[b].size());
    if (average >= least) offers.push_back({average, a, b, version[a], version[b]});
  };
  const auto parts = connected(articles, edges, least);
  for (const StoryEdge& edge : edges) {
    const bool says_something = edge.similarity >= kLeastAlike || edge.similarity < 0;
    if (!says_something || parts[edge.a] != parts[edge.b]) continue;
    const auto sum = static_cast<double>(edge.similarity);
    sums[edge.a].push_back({edge.b, sum});
    sums[edge.b].push_back({edge.a, sum});
    offer(edge.a, edge.b, sum);
  }
  for (Neighbours& list : sums) {
    std::sort(list.begin(), list.end(), [](const Neighbour& x, const Neighbour& y) { return x.group < y.group; });
  }
  std::priority_queue<Offer, std::vector<Offer>, Later> queue(Later(), std::move(offers));
  offers = {};
  while (!queue.empty()) {
    const Offer next = queue.top();
    queue.pop();
    const uint32_t a = next.a;
    const uint32_t b = next.b;
    if (version[a] != next.version_a || version[b] != next.version_b) continue;
    members[a].insert(members[a].end(), members[b].begin(), members[b].end());
    members[b] = {};
    ++version[a], ++version[b];
    sums[a] = joined(sums[a], sums[b], a, b);
    for (const Neighbour& of_b : sums[b]) {
      if (of_b.group != a) drop(sums[of_b.group], b);
    }
    sums[b] = {};
    for (const Neighbour& neighbour : sums[a]) {
      set(sums[neighbour.group], a, neighbour.sum);
      offer(a, neighbour.group, neighbour.sum);
    }
    for (const Offer& made : offers) queue.push(made);
    offers.clear();
  }
  std::vector<std::vector<ArticleIndex>> groups;
  for (auto& group : members) {
    if (group.empty()) continue;
    std::sort(group.begin(), group.end());
    groups.push_back(std::move(group));
  }
  std::sort(groups.begin(), groups.end());
  return groups;
}

}  // namespace readout::collation
