#include "collation/talking_points.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

namespace readout::collation {

namespace {

constexpr size_t kLeastShared = 4;     // content words
constexpr size_t kShareOfShorter = 6;  // in tenths
constexpr size_t kShareOfBoth = 4;     // the same, twice what is shared over the sum (Dice 1945)
constexpr size_t kWindow = 32;
constexpr uint32_t kSeveral = UINT32_MAX;

struct Statement {
  uint32_t fact;
  uint32_t story;
  std::vector<uint64_t> keys;
};

// The first account that gives the fact.
const Cell* first_account(const Fact& fact) {
  const auto cell = std::find_if(fact.cells.begin(), fact.cells.end(), [](const Cell& c) { return !c.spans.empty(); });
  return cell == fact.cells.end() ? nullptr : &*cell;
}

bool is_one_point(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  const size_t shared = shared_count(a, b);
  return shared >= kLeastShared && 10 * shared >= kShareOfShorter * std::min(a.size(), b.size()) &&
         20 * shared >= kShareOfBoth * (a.size() + b.size());
}

// Groups of statements of one speaker, by the first of each; each statement by its place.
std::vector<std::vector<uint32_t>> linked(const std::vector<Statement>& statements) {
  std::vector<uint32_t> parent(statements.size());
  for (uint32_t i = 0; i < parent.size(); ++i) parent[i] = i;
  const auto find = [&](uint32_t x) {
    while (parent[x] != x) x = parent[x] = parent[parent[x]];
    return x;
  };
  std::unordered_map<uint64_t, std::vector<uint32_t>> postings;
  for (uint32_t i = 0; i < statements.size(); ++i) {
    std::vector<uint32_t> others;
    for (const uint64_t key : statements[i].keys) {
      auto& posting = postings[key];
      others.insert(others.end(), posting.size() > kWindow ? posting.end() - kWindow : posting.begin(), posting.end());
      posting.push_back(i);
    }
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
    for (const uint32_t other : others) {
      if (statements[other].story == statements[i].story) continue;
      const uint32_t a = find(other);
      const uint32_t b = find(i);
      if (a != b && is_one_point(statements[other].keys, statements[i].keys)) parent[std::max(a, b)] = std::min(a, b);
    }
  }
  std::map<uint32_t, std::vector<uint32_t>> by_root;
  for (uint32_t i = 0; i < parent.size(); ++i) by_root[find(i)].push_back(i);
  std::vector<std::vector<uint32_t>> groups;
  for (auto& [root, group] : by_root) {
    if (group.size() > 1) groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace

std::vector<TalkingPoint> TalkingPointFinder::find(const Corpus& corpus, const std::vector<Fact>& facts,
                                                   const std::vector<DossierEntity>& entities) {
  const auto counts = [](const Fact& fact) { return fact.kind == FactKind::kQuotation && fact.entity && fact.story; };
  constexpr uint32_t kNone = UINT32_MAX - 1;
  std::vector<uint32_t> story_of(entities.size(), kNone);  // of a speaker; kSeveral: of more than one
  for (const Fact& fact : facts) {
    if (!counts(fact)) continue;
    uint32_t& story = story_of[*fact.entity];
    story = story == kNone || story == *fact.story ? *fact.story : kSeveral;
  }
  std::map<uint32_t, std::vector<Statement>> by_speaker;
  for (uint32_t f = 0; f < facts.size(); ++f) {
    const Fact& fact = facts[f];
    if (counts(fact) && story_of[*fact.entity] == kSeveral) by_speaker[*fact.entity].push_back({f, *fact.story, {}});
  }
  std::unordered_map<uint64_t, Speaker> speakers;
  std::vector<TalkingPoint> points;
  for (auto& [speaker, statements] : by_speaker) {
    Speaker now;
    uint64_t first = 0;
    uint32_t story = 0;
    for (size_t i = 0; i < statements.size(); ++i) {
      if (i > 0 && statements[i].story != statements[i - 1].story) ++story;  // facts come by story
      now.signature.push_back(story);
      const Cell* account = first_account(facts[statements[i].fact]);
      if (account == nullptr) {
        now.signature.insert(now.signature.end(), {UINT32_MAX, 0});
        continue;
      }
      const Serial serial = corpus[account->article].serial;
      if (i == 0) first = (static_cast<uint64_t>(serial) << 32) | account->spans.front().begin;
      now.signature.insert(now.signature.end(), {serial, static_cast<uint32_t>(account->spans.size())});
      for (const Span& span : account->spans) now.signature.insert(now.signature.end(), {span.begin, span.end});
    }
    const auto known = speakers_.find(first);
    if (known != speakers_.end() && known->second.signature == now.signature) {
      now.points = std::move(known->second.points);
      speakers_.erase(known);
    } else {
      for (Statement& statement : statements) {
        if (const Cell* account = first_account(facts[statement.fact])) {
          statement.keys = content_keys(corpus[account->article].reading->article.text, account->spans);
        }
      }
      now.points = linked(statements);
    }
    for (const auto& group : now.points) {
      std::vector<uint32_t> stories;
      TalkingPoint& point = points.emplace_back();
      point.entity = speaker;
      for (const uint32_t i : group) {
        point.facts.push_back(statements[i].fact);
        if (stories.empty() || stories.back() != statements[i].story) stories.push_back(statements[i].story);
      }
      point.reason = entities[speaker].name + " says so in " + std::to_string(stories.size()) +
                     " stories, in much the same words: one point, on other occasions.";
    }
    speakers.insert_or_assign(first, std::move(now));
  }
  speakers_ = std::move(speakers);
  std::sort(points.begin(), points.end(),
            [](const TalkingPoint& a, const TalkingPoint& b) { return a.facts < b.facts; });
  return points;
}

}  // namespace readout::collation
