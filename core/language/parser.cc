#include "language/parser.h"

#include <algorithm>
#include <array>
#include <utility>

#include "language/turns.h"

namespace readout {

namespace {

// A decision is doubtful where the second action is at least a third as likely.
constexpr int32_t kDoubtful = kUnit / kActionStep;
constexpr size_t kMostBranches = 3;
// Branches of a sentence longer than this would cost more than they tell: it is a list or a page.
constexpr uint32_t kLongest = 256;
constexpr int32_t kCertain = kUnit * 100 / kActionStep;

// The actions that are open, the likeliest first; of equals, the first. Without branches: any may be the likeliest.
class Order {
 public:
  Order(const int16_t* scores, const bool* allowed) {
    for (uint32_t a = 0; a < kActionCount; ++a) {
      ranked_[a] = allowed[a] ? scores[a] * 4 + static_cast<int32_t>(kActionCount - a) : kClosed;
      open_ += allowed[a] ? 1 : 0;
    }
    sort(ranked_[0], ranked_[1]);
    sort(ranked_[1], ranked_[2]);
    sort(ranked_[0], ranked_[1]);
  }
  uint32_t open() const { return open_; }
  Action action(uint32_t rank) const { return static_cast<Action>(kActionCount - (ranked_[rank] & 3)); }
  uint32_t rank_of(Action action) const { return action == this->action(0) ? 0 : action == this->action(1) ? 1 : 2; }
  // By how much the action of this rank is below the likeliest.
  int32_t below(uint32_t rank) const { return (ranked_[0] >> 2) - (ranked_[rank] >> 2); }
  int32_t margin() const { return open_ > 1 ? below(1) : kCertain; }

 private:
  static constexpr int32_t kClosed = INT32_MIN;
  static void sort(int32_t& a, int32_t& b) {
    const int32_t high = std::max(a, b);
    b = std::min(a, b);
    a = high;
  }
  int32_t ranked_[kActionCount];  // score and action
  uint32_t open_ = 0;
};
static_assert(kActionCount == 3);

bool is_finite_verb(std::string_view penn) { return penn == "VBD" || penn == "VBZ" || penn == "VBP" || penn == "MD"; }

// What was decided, by the signature of the sentence and of all that decides it; the latest stay. Branches often come
// by what another analysis has seen.
template <class Value>
class Memory {
 public:
  const Value* find(uint64_t signature) const {
    const Entry& entry = entries_[signature % kSize];
    return entry.signature == signature ? &entry.value : nullptr;
  }
  void keep(uint64_t signature, const Value& value) { entries_[signature % kSize] = {signature, value}; }

 private:
  static constexpr size_t kSize = 256;
  struct Entry {
    uint64_t signature = 0;
    Value value{};
  };
  std::array<Entry, kSize> entries_;
};

// Parses one sentence after another, a decision at a time.
class Lane {
 public:
  explicit Lane(const ParserModel& model) : actions_(&model.actions), labels_(&model.labels) {}

  void begin(std::span<const WordFeatures> words, std::span<const TagId> tags, std::span<Arc> arcs) {
    see_words(words, tags, words_);
    size_ = static_cast<uint32_t>(words.size());
    arcs_ = arcs;
    restart();
    path_.clear();
    doubtful_.clear();
    branch_at_ = kNoBranch;
    sentence_ += 0x9E3779B97F4A7C15ull;
    go_on();
  }
  bool done() const { return asks_ == Asks::kNothing; }

  void ask() {
    if (asks_ == Asks::kAction) {
      const ActionView view(state_, words_);
      if (in_doubt_) {
        view.rest(actions_->ask<kActionStride>(action_sum_));
      } else {
        view.first(actions_->ask<kActionStride>(action_sum_));
      }
    } else {
      const LabelView view(state_, words_, head(), state_.from_top(0));
      if (in_doubt_) {
        view.rest(labels_->ask<kLabelStride>(label_sum_));
      } else {
        view.first(labels_->ask<kLabelStride>(label_sum_));
      }
    }
  }
  void decide() {
    if (asks_ == Asks::kAction)
      decide_action();
    else
      decide_label();
  }

 private:
  enum class Asks : uint8_t { kNothing, kAction, kLabel };
  static constexpr size_t kNoBranch = ~size_t{0};

  struct Step {
    Action action = kShift;
    Action second = kShift;  // the next likely
    RelationId relation = 0;
    int32_t margin = 0;  // by how much the second is less likely
    int32_t cost = 0;    // how far the step is from certain
    uint64_t state = 0;  // a hash of stack and buffer before it
  };
  using Path = std::vector<Step>;
  using ActionScores = std::array<int16_t, kActionStride>;
  struct Label {
    RelationId relation = 0;
    int32_t cost = 0;
  };

  void restart() {
    state_.reset(size_);
    stack_hashes_.resize(size_ + 1);
  }
  bool branching() const { return branch_at_ != kNoBranch; }
  uint32_t head() const { return step_.action == kLeft ? state_.front() : state_.from_top(1); }

  // Takes the steps that need no decision, up to the next that does.
  void go_on() {
    asks_ = Asks::kNothing;
    for (;;) {
      const size_t at = branching() ? branch_.size() : path_.size();
      step_ = {};
      step_.margin = kCertain;
      step_.state = stack_hashes_[state_.height()] * 0x9E3779B97F4A7C15ull + state_.front();
      if (branching() && new_cost_ >= most_cost_) {
        if (!begin_branch()) return;
        continue;
      }
      // As many steps lead to a state whichever way it was reached.
      if (branching() && at > branch_at_ && at < path_.size() && step_.state == path_[at].state) {
        branch_.insert(branch_.end(), path_.begin() + static_cast<std::ptrdiff_t>(at), path_.end());
        finish_branch();
        if (!begin_branch()) return;
      } else if (state_.done()) {
        if (branching()) {
          finish_branch();
        } else {
          find_doubtful();
        }
        if (!begin_branch()) return;
      } else if (may_left(state_) || may_right(state_)) {
        signature_ = sentence_ ^ ActionView(state_, words_).signature();
        if (const ActionScores* known = branching() ? known_actions_.find(signature_) : nullptr) {
          action_scores_ = *known;
          take_action(order());
          if (asks_ == Asks::kLabel) return;
        } else {
          asks_ = Asks::kAction;
          in_doubt_ = false;
          return;
        }
      } else {
        keep_step();
      }
    }
  }

  void decide_action() {
    if (in_doubt_) {
      actions_->add<kActionStride, ActionView::kRest>(action_sum_, action_scores_.data());
    } else {
      action_scores_ = {};
      actions_->add<kActionStride, ActionView::kFirst>(action_sum_, action_scores_.data());
    }
    const Order order = this->order();
    if (!in_doubt_ && order.margin() < kActionSettled) {
      in_doubt_ = true;
      return;
    }
    in_doubt_ = false;
    known_actions_.keep(signature_, action_scores_);
    asks_ = Asks::kNothing;
    take_action(order);
    if (asks_ == Asks::kNothing) go_on();
  }

  Order order() const {
    const bool allowed[kActionCount] = {may_shift(state_), may_left(state_), may_right(state_)};
    return {action_scores_.data(), allowed};
  }

  // Takes the action that the scores are for; where it makes an arc, its relation may have to be asked for.
  void take_action(const Order& order) {
    const uint32_t rank = branching() && branch_.size() == branch_at_ ? order.rank_of(path_[branch_at_].second) : 0;
    step_.action = order.action(rank);
    if (order.open() > 1) step_.second = order.action(1);
    step_.margin = order.margin();
    ShareSum all;
    for (uint32_t i = 0; i < order.open(); ++i) all.add(order.below(i) * kActionStep);
    step_.cost = all.logarithm() + order.below(rank) * kActionStep;
    if (step_.action == kShift) {
      keep_step();
    } else if (head() == size_) {
      step_.relation = kRootRelation;
      keep_step();
    } else {
      signature_ = sentence_ ^ LabelView(state_, words_, head(), state_.from_top(0)).signature();
      if (const Label* known = branching() ? known_labels_.find(signature_) : nullptr)
        take_label(*known);
      else
        asks_ = Asks::kLabel;
    }
  }

  void decide_label() {
    if (in_doubt_) {
      labels_->add<kLabelStride, LabelView::kRest>(label_sum_, label_scores_.data());
    } else {
      label_scores_ = {};
      labels_->add<kLabelStride, LabelView::kFirst>(label_sum_, label_scores_.data());
    }
    const Decision decision = highest_of<kRelationCount>(label_scores_.data());
    if (!in_doubt_ && decision.margin < kLabelSettled) {
      in_doubt_ = true;
      return;
    }
    Label label{static_cast<RelationId>(decision.best), 0};
    if (in_doubt_) {
      ShareSum all;
      for (uint32_t r = 0; r < kRelationCount; ++r)
        all.add((label_scores_[decision.best] - label_scores_[r]) * kLabelStep);
      label.cost = all.logarithm();
    }
    in_doubt_ = false;
    known_labels_.keep(signature_, label);
    asks_ = Asks::kNothing;
    take_label(label);
    go_on();
  }

  void take_label(const Label& label) {
    step_.relation = label.relation;
    step_.cost += label.cost;
    keep_step();
  }

  void keep_step() {
    if (branching()) {
      old_cost_ += path_[branch_.size()].cost;
      new_cost_ += step_.cost;
      branch_.push_back(step_);
    } else {
      path_.push_back(step_);
    }
    apply(step_);
  }

  void apply(const Step& step) {
    if (step.action == kShift) {
      const uint32_t height = state_.height();
      stack_hashes_[height + 1] = (stack_hashes_[height] ^ (state_.front() + 1)) * 0xD6E8FEB86659FD93ull;
      state_.shift();
    } else {
      state_.attach(step.action == kLeft ? state_.front() : state_.from_top(1), step.relation);
    }
  }

  // The greedy analysis is there: which of its steps to take the other way.
  void find_doubtful() {
    if (path_.size() > 2 * size_t{kLongest}) return;
    for (uint32_t i = 0; i < path_.size(); ++i)
      if (path_[i].margin < kDoubtful) doubtful_.push_back(i);
    std::stable_sort(doubtful_.begin(), doubtful_.end(),
                     [this](uint32_t a, uint32_t b) { return path_[a].margin < path_[b].margin; });
    if (doubtful_.size() > kMostBranches) doubtful_.resize(kMostBranches);
    std::reverse(doubtful_.begin(), doubtful_.end());
  }

  // Goes to the next step to be taken the other way; where there is none the arcs are given, and all is done.
  bool begin_branch() {
    branch_at_ = kNoBranch;
    while (!doubtful_.empty()) {
      const uint32_t at = doubtful_.back();
      doubtful_.pop_back();
      if (path_[at].margin >= kDoubtful) continue;
      branch_at_ = at;
      branch_.assign(path_.begin(), path_.begin() + at);
      restart();
      for (const Step& step : branch_) apply(step);
      old_cost_ = 0;
      new_cost_ = 0;
      most_cost_ = 0;
      for (size_t i = at; i < path_.size(); ++i) most_cost_ += path_[i].cost;
      return true;
    }
    give_arcs();
    return false;
  }

  void give_arcs() {
    std::vector<uint32_t>& stack = doubtful_;  // empty by now
    uint32_t front = 0;
    for (const Step& step : path_) {
      if (step.action == kShift) {
        stack.push_back(front++);
        continue;
      }
      const uint32_t child = stack.back();
      stack.pop_back();
      arcs_[child] = {step.action == kLeft ? front : stack.back(), step.relation};
    }
  }

  void finish_branch() {
    if (new_cost_ < old_cost_) path_.swap(branch_);
  }

  const Weights* actions_;
  const Weights* labels_;
  std::vector<ParserWord> words_;
  uint32_t size_ = 0;      // of the sentence
  uint64_t sentence_ = 0;  // another for each
  std::span<Arc> arcs_;
  ParserState state_;
  std::vector<uint64_t> stack_hashes_;  // of the stack at each height
  Path path_;                           // the likeliest so far
  Path branch_;                         // the one tried
  size_t branch_at_ = kNoBranch;
  int32_t old_cost_ = 0;  // of the two, from branch_at_ on
  int32_t new_cost_ = 0;
  int32_t most_cost_ = 0;  // of path_ to its end: no step costs less than nothing, so a branch that has cost it is lost
  std::vector<uint32_t> doubtful_;  // the most doubtful last

  Asks asks_ = Asks::kNothing;
  bool in_doubt_ = false;  // the first features did not settle it
  Step step_;              // being decided
  Weights::Sum<std::max(ActionView::kFirst, ActionView::kRest)> action_sum_;
  Weights::Sum<std::max(LabelView::kFirst, LabelView::kRest)> label_sum_;
  ActionScores action_scores_{};
  std::array<int16_t, kLabelStride> label_scores_{};
  uint64_t signature_ = 0;  // of what is being decided
  Memory<ActionScores> known_actions_;
  Memory<Label> known_labels_;
};

}  // namespace

void see_words(std::span<const WordFeatures> words, std::span<const TagId> tags, std::vector<ParserWord>& out) {
  out.assign(words.size() + 4, kNothing);
  out[words.size() + 1] = {1, 0, kTagCount + 2, 0, 0};
  uint8_t verbs = 0;
  uint8_t link = 0;
  for (size_t i = words.size(); i-- > 0;) {
    out[i + 1] = {words[i].form, words[i].word_class, tags[i], static_cast<uint8_t>(verbs * 4 + link),
                  words[i].suffix3};
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

void parse(std::span<const WordFeatures> words, std::span<const TagId> tags, std::span<const Sentence> sentences,
           const ParserModel& model, std::span<Arc> arcs) {
  std::vector<Lane> lanes(kLanes, Lane(model));
  take_turns(std::span(lanes), sentences, [&](Lane& lane, size_t first, size_t size) {
    lane.begin(words.subspan(first, size), tags.subspan(first, size), arcs.subspan(first, size));
  });
}

}  // namespace readout
