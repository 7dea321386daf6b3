#include "language/parser.h"

#include <algorithm>

#include "language/certainty.h"

namespace readout {

namespace {

// A decision is doubtful where the second action is at least a third as likely.
constexpr int32_t kDoubtful = kUnit;
constexpr size_t kMostBranches = 4;
// Branches of a sentence longer than this would cost more than they tell: it is a list or a page.
constexpr uint32_t kLongest = 256;

bool is_finite_verb(std::string_view penn) { return penn == "VBD" || penn == "VBZ" || penn == "VBP" || penn == "MD"; }

}  // namespace

void see_words(std::span<const WordFeatures> words, std::span<const TagId> tags, std::vector<ParserWord>& out) {
  out.resize(words.size() + 1);
  out.back() = {1, 0, kTagCount + 2, 0, 0};
  uint8_t verbs = 0;
  uint8_t link = 0;
  for (size_t i = words.size(); i-- > 0;) {
    out[i] = {words[i].form, words[i].word_class, tags[i], static_cast<uint8_t>(verbs * 4 + link), words[i].suffix3};
    const Tag tag = tag_of(tags[i]);
    if (is_finite_verb(tag.penn)) {
      if (verbs < 3) ++verbs;
      link = 0;
    } else if (tag.penn == ",") {
      link = 1;
    } else if (tag.upos == Upos::kCconj) {
      link = 2;
    }
  }
}

RelationId Parser::label(uint32_t head, uint32_t child, std::span<const ParserWord> words, int32_t& cost) {
  if (head + 1 == words.size()) return kRootRelation;
  uint64_t hashes[kLabelFeatures];
  int16_t scores[kLabelStride];
  const uint32_t count = label_features(state_, words, head, child, hashes);
  labels_.sum<kLabelStride>(hashes, count, scores);
  RelationId best = 0;
  for (uint32_t r = 1; r < kRelationCount; ++r)
    if (scores[r] > scores[best]) best = static_cast<RelationId>(r);
  ShareSum all;
  for (uint32_t r = 0; r < kRelationCount; ++r) all.add((scores[best] - scores[r]) * kLabelStep);
  cost += all.logarithm();
  return best;
}

// Decides the next step of the present state; the action is `forced` where it is given.
Parser::Step Parser::decide(std::span<const ParserWord> words, const Action* forced) {
  const bool allowed[kActionCount] = {may_shift(state_), may_left(state_), may_right(state_)};
  Step step;
  step.margin = kUnit * 100;
  step.state = (stack_hashes_.empty() ? 0 : stack_hashes_.back()) * 0x9E3779B97F4A7C15ull + state_.front;
  if (allowed[kLeft] || allowed[kRight]) {
    uint64_t hashes[kActionFeatures];
    int16_t scores[kActionStride];
    const uint32_t count = action_features(state_, words, hashes);
    actions_.sum<kActionStride>(hashes, count, scores);
    Action order[kActionCount] = {};
    uint32_t open = 0;
    for (uint32_t a = 0; a < kActionCount; ++a) {
      if (!allowed[a]) continue;
      uint32_t at = open++;
      for (; at > 0 && scores[a] > scores[order[at - 1]]; --at) order[at] = order[at - 1];
      order[at] = static_cast<Action>(a);
    }
    step.action = forced != nullptr ? *forced : order[0];
    if (open > 1) {
      step.second = order[1];
      step.margin = scores[order[0]] - scores[order[1]];
    }
    ShareSum all;
    for (uint32_t i = 0; i < open; ++i) all.add(scores[order[0]] - scores[order[i]]);
    step.cost = all.logarithm() + scores[order[0]] - scores[step.action];
  }
  if (step.action != kShift) {
    const uint32_t head = step.action == kLeft ? state_.front : state_.from_top(1);
    step.relation = label(head, state_.stack.back(), words, step.cost);
  }
  return step;
}

void Parser::apply(const Step& step) {
  if (step.action == kShift) {
    const uint64_t below = stack_hashes_.empty() ? 0 : stack_hashes_.back();
    stack_hashes_.push_back((below ^ (state_.front + 1)) * 0xD6E8FEB86659FD93ull);
    state_.stack.push_back(state_.front++);
    return;
  }
  const uint32_t child = state_.stack.back();
  const uint32_t head = step.action == kLeft ? state_.front : state_.from_top(1);
  state_.attach(head, child, step.relation);
  state_.stack.pop_back();
  stack_hashes_.pop_back();
}

bool Parser::branch(std::span<const ParserWord> words, const Path& from, uint32_t at) {
  state_.reset(static_cast<uint32_t>(words.size() - 1));
  stack_hashes_.clear();
  branch_.assign(from.begin(), from.begin() + at);
  for (const Step& step : branch_) apply(step);
  int32_t old_cost = 0;
  int32_t new_cost = 0;
  for (uint32_t i = at; i < from.size(); ++i) {
    const Step step = decide(words, i == at ? &from[at].second : nullptr);
    // As many steps lead to a state whichever way it was reached.
    if (i > at && step.state == from[i].state) {
      branch_.insert(branch_.end(), from.begin() + i, from.end());
      break;
    }
    old_cost += from[i].cost;
    new_cost += step.cost;
    branch_.push_back(step);
    apply(step);
  }
  return new_cost < old_cost;
}

void Parser::parse(std::span<const ParserWord> words, std::vector<Arc>& arcs) {
  const auto size = static_cast<uint32_t>(words.size() - 1);
  state_.reset(size);
  stack_hashes_.clear();
  path_.clear();
  doubtful_.clear();
  while (!state_.done()) {
    path_.push_back(decide(words, nullptr));
    apply(path_.back());
  }
  if (size <= kLongest) {
    for (uint32_t i = 0; i < path_.size(); ++i)
      if (path_[i].margin < kDoubtful) doubtful_.push_back(i);
    std::stable_sort(doubtful_.begin(), doubtful_.end(),
                     [this](uint32_t a, uint32_t b) { return path_[a].margin < path_[b].margin; });
    if (doubtful_.size() > kMostBranches) doubtful_.resize(kMostBranches);
    const bool changed = !doubtful_.empty();
    for (const uint32_t at : doubtful_)
      if (path_[at].margin < kDoubtful && branch(words, path_, at)) path_.swap(branch_);
    if (changed) {
      state_.reset(size);
      stack_hashes_.clear();
      for (const Step& step : path_) apply(step);
    }
  }
  arcs.resize(size);
  for (uint32_t i = 0; i < size; ++i) arcs[i] = {state_.nodes[i].head, state_.nodes[i].label};
}

}  // namespace readout
