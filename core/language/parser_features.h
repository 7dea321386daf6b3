// What the parser looks at. Shared with the trainer, so that both see the same.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>
#include <vector>

#include "language/tagset.h"
#include "language/weights.h"
#include "language/words.h"

namespace readout {

constexpr uint32_t kNoWord = 0xFFFFFFFFu;

// One word as the parser sees it. A sentence's: kNothing, its words, the root, and kNothing twice, so that what is
// asked for and is not there needs no branch: word i stands at i + 1 (modulo 2^32: kNoWord at 0).
struct ParserWord {
  uint32_t form = 0;
  uint16_t word_class = 0;
  uint8_t tag = kTagCount;
  uint8_t ahead = 0;  // finite verbs behind it (at most 3) * 4 + whether a comma (1) or a conjunction (2) leads to them
  uint32_t suffix = 0;  // WordFeatures::suffix3
};

constexpr ParserWord kNothing{0, 0, static_cast<uint8_t>(kTagCount + 1)};

// The state of an arc-hybrid parser (Kuhlmann et al. 2011): words [0, n), the root is n and stands last in the buffer.
// A word's children are known by their leftmost and rightmost two. What is asked for and is not there is kNoWord or an
// empty node that stands in its place, so that asking needs no branch.
class ParserState {
 public:
  struct Node {
    uint32_t left1 = kNoWord;
    uint32_t left2 = kNoWord;
    uint32_t right1 = kNoWord;
    uint32_t right2 = kNoWord;
    uint8_t left_count = 0;
    uint8_t right_count = 0;
    uint8_t label = kRelationCount;
    uint64_t labels = 0;     // bit set of its children's
    uint64_t signature = 0;  // a hash of its children and their labels
  };

  void reset(uint32_t words) {
    nodes_.assign(words + 2, Node{});
    stack_.resize(words + kBelow);
    std::fill(stack_.begin(), stack_.begin() + kBelow, kNoWord);
    height_ = 0;
    front_ = 0;
    size_ = words;
  }
  uint32_t front() const { return front_; }  // first of the buffer
  uint32_t size() const { return size_; }
  uint32_t height() const { return height_; }
  std::span<const uint32_t> stack() const { return std::span(stack_).subspan(kBelow, height_); }
  // `depth` < 3.
  uint32_t from_top(uint32_t depth) const { return stack_[height_ + kBelow - 1 - depth]; }
  // `word`: up to size(), or kNoWord.
  const Node& node(uint32_t word) const { return nodes_[word + 1]; }
  bool done() const { return front_ == size_ && height_ == 0; }

  void shift() { stack_[kBelow + height_++] = front_++; }
  // Takes the top of the stack off and hangs it from `head`.
  void attach(uint32_t head, RelationId label) {
    const uint32_t child = from_top(0);
    --height_;
    nodes_[child + 1].label = label;
    Node& node = nodes_[head + 1];
    node.labels |= uint64_t{1} << label;
    node.signature = (node.signature ^ (uint64_t{child} * 64 + label + 1)) * 0xD6E8FEB86659FD93ull;
    if (child < head) {
      node.left2 = node.left1;
      node.left1 = child;
      node.left_count = static_cast<uint8_t>(std::min(node.left_count + 1, kMostCounted));
    } else {
      node.right2 = node.right1;
      node.right1 = child;
      node.right_count = static_cast<uint8_t>(std::min(node.right_count + 1, kMostCounted));
    }
  }

 private:
  static constexpr uint32_t kBelow = 3;  // entries kNoWord below the stack
  static constexpr int kMostCounted = 7;
  std::vector<Node> nodes_;  // that of no word, then of the words and the root
  std::vector<uint32_t> stack_;
  uint32_t height_ = 0;
  uint32_t front_ = 0;
  uint32_t size_ = 0;
};

enum Action : uint8_t { kShift, kLeft, kRight };
constexpr uint32_t kActionCount = 3;

inline bool may_shift(const ParserState& state) { return state.front() < state.size(); }
// Only one word may hang from the root.
inline bool may_left(const ParserState& state) {
  return state.height() > 0 && (state.front() < state.size() || state.height() == 1);
}
inline bool may_right(const ParserState& state) { return state.height() >= 2; }

namespace parser_detail {

// 0 to 4 as they are, then 5 (5, 6), 6 (7 to 10), 7 (11 to 20) and 8.
inline uint32_t bucket(uint32_t distance) {
  static constexpr uint8_t kBuckets[] = {0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8};
  return kBuckets[std::min<size_t>(distance, std::size(kBuckets) - 1)];
}

constexpr uint64_t mix(uint64_t a, uint64_t b) {
  const uint64_t hash = (a ^ ((b ^ (b >> 29)) * 0x9E3779B97F4A7C15ull)) * 0xD6E8FEB86659FD93ull;
  return hash ^ (hash >> 32);
}

struct View {
  const ParserState& state;
  const ParserWord* words;

  const ParserWord& word(uint32_t i) const { return words[i + 1]; }
  const ParserState::Node& node(uint32_t i) const { return state.node(i); }
};

}  // namespace parser_detail

// The words that decide the next action.
class ActionView {
 public:
  static constexpr uint32_t kFirst = 24;
  static constexpr uint32_t kRest = 39;

  ActionView(const ParserState& state, std::span<const ParserWord> words)
      : view_{state, words.data()},
        s0_(state.from_top(0)),
        s1_(state.from_top(1)),
        n0(view_.node(s0_)),
        n1(view_.node(s1_)),
        nb(view_.node(state.front())),
        w0(view_.word(s0_)),
        w1(view_.word(s1_)),
        w2(view_.word(state.from_top(2))),
        wb(view_.word(state.front())),
        wb1(view_.word(state.front() + 1)),
        wb2(view_.word(state.front() + 2)),
        w0l(view_.word(n0.left1)),
        wbl(view_.word(nb.left1)),
        distance_(s0_ == kNoWord ? 0 : parser_detail::bucket(state.front() - s0_)),
        gap_(s1_ == kNoWord ? 0 : parser_detail::bucket(s0_ - s1_)) {}

  // All that the hashes are of: the same, and so is the decision.
  uint64_t signature() const {
    using parser_detail::mix;
    const uint64_t words = mix(mix(s0_, s1_), mix(view_.state.from_top(2), view_.state.front()));
    return mix(mix(words, n0.signature), mix(n1.signature, nb.signature));
  }

  // Hashes of what tells most: for most decisions it is enough. O(1).
  template <class Out>
  uint32_t first(Out out) const {
    uint32_t count = 0;
    uint32_t id = 101;
    const auto add = [&](uint64_t value) { out[count++] = feature_hash(id++, value); };
    add(tagged(w0));
    add(tagged(wb));
    add(tags(w0.tag, wb.tag, distance_, 0));
    add(join(w1.tag, tagged(wb)));
    add(tags(w0.tag, wb.tag, wb1.tag, 0));
    add(tags(w0.tag, wb.tag, wb1.tag, wb2.tag));
    add(tags(w1.tag, w0.tag, wb.tag, 0));
    add(tags(w1.tag, w0.tag, wb.tag, wb1.tag));
    add(tags(w2.tag, w1.tag, w0.tag, wb.tag));
    add(tags(w0.tag, w0l.tag, wb.tag, 0));
    add(tags(w0.tag, wb.tag, wbl.tag, 0));
    add(tags(w0.tag, n0.right_count, n0.left_count, wb.tag));
    add(tags(wb.tag, nb.left_count, w0.tag, 1));
    add(join(tagged(w0), n0.labels));
    add(join(w0.tag, n0.labels, wb.tag));
    add(join(wb.tag, nb.labels, w0.tag));
    add(join(w0.word_class, wb.word_class));
    add(join(w1.word_class, w0.word_class));
    add(join(w0.word_class, wb.tag));
    add(join(w0.tag, wb.word_class));
    add(join(tagged(w0), wb.tag, wb1.tag));
    add(tags(w0.tag, wb.tag, wb.ahead, 3));
    add(join(tags(w1.tag, w0.tag, wb.tag, wb.ahead), 7));
    add(join(w0.form, n0.right_count));
    return count;
  }

  // Hashes of the rest. O(1).
  template <class Out>
  uint32_t rest(Out out) const {
    const ParserWord& w1l = view_.word(n1.left1);
    const ParserWord& w1r = view_.word(n1.right1);
    const ParserWord& wbl2 = view_.word(nb.left2);
    const ParserWord& w0r = view_.word(n0.right1);
    const uint32_t b0 = view_.state.front();
    const ParserWord& before = view_.word(b0 - 1);
    const auto label = [&](uint32_t i) -> uint32_t { return view_.node(i).label; };
    uint32_t count = 0;
    uint32_t id = 101 + kFirst;
    const auto add = [&](uint64_t value) { out[count++] = feature_hash(id++, value); };
    add(w0.form);
    add(w0.tag);
    add(wb.form);
    add(wb.tag);
    add(tagged(wb1));
    add(wb1.form);
    add(wb1.tag);
    add(tagged(wb2));
    add(wb2.tag);
    add(w1.tag);
    add(tagged(w2));
    add(w2.tag);
    add(tags(wb.tag, wb1.tag, 0, 0));
    add(tags(w1.tag, w0.tag, gap_, 0));
    add(join(tagged(w1), wb.tag));
    add(tags(wb.tag, wb1.tag, wb2.tag, 0));
    add(tags(w2.tag, w1.tag, w0.tag, 0));
    add(tags(w1.tag, w0.tag, w0l.tag, 0));
    add(tags(w1.tag, w1l.tag, w0.tag, wb.tag));
    add(tags(w1.tag, w1r.tag, w0.tag, wb.tag));
    add(join(w0.form, distance_));
    add(join(wb.form, distance_));
    add(join(w0.form, n0.left_count));
    add(join(wb.form, nb.left_count));
    add(w0l.form);
    add(w0r.form);
    add(w1r.form);
    add(wbl.form);
    add(tags(w0.tag, label(n0.left1), label(n0.left2), wb.tag));
    add(tags(wb.tag, label(nb.left1), label(nb.left2), w0.tag));
    add(tags(w1.tag, label(n1.left1), w0.tag, label(n0.left1)));
    add(join(w1.word_class, w0.tag));
    add(join(w0.word_class, wbl.word_class, wb.tag));
    add(tags(w0.tag, before.tag, wb.tag, wbl.tag));
    add(tags(wbl2.tag, wbl.tag, wb.tag, w0.tag));
    add(tags(w1.tag, w0.tag, w0r.tag, wb.tag));
    add(tags(wb.tag, wb1.tag, wb.ahead, 5));
    add(join(w0.suffix, wb.tag));
    add(join(w0.tag, wb.suffix));
    return count;
  }

 private:
  static uint32_t tagged(const ParserWord& w) { return w.form * 0x9E3779B1u + w.tag; }
  static uint64_t tags(uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
    return (uint64_t{a} << 24) | (b << 16) | (c << 8) | d;
  }

  // s: on the stack from its top; b: in the buffer from its front; n: with its children; l, r: left, right child.
  parser_detail::View view_;
  uint32_t s0_;
  uint32_t s1_;
  const ParserState::Node& n0;
  const ParserState::Node& n1;
  const ParserState::Node& nb;
  const ParserWord& w0;
  const ParserWord& w1;
  const ParserWord& w2;
  const ParserWord& wb;
  const ParserWord& wb1;
  const ParserWord& wb2;
  const ParserWord& w0l;
  const ParserWord& wbl;
  uint32_t distance_;
  uint32_t gap_;
};

// What decides how `child` hangs from `head`, when `child` has all its children.
class LabelView {
 public:
  static constexpr uint32_t kFirst = 12;
  static constexpr uint32_t kRest = 17;

  LabelView(const ParserState& state, std::span<const ParserWord> words, uint32_t head, uint32_t child)
      : view_{state, words.data()},
        head_(head),
        child_(child),
        h(view_.word(head)),
        c(view_.word(child)),
        nh(view_.node(head)),
        nc(view_.node(child)),
        before(view_.word(child - 1)),
        after(view_.word(child + 1)),
        side_(head > child ? 16 : 0),
        way_(side_ + parser_detail::bucket(head > child ? head - child : child - head)) {}

  // All that the hashes are of: the same, and so is the decision.
  uint64_t signature() const {
    using parser_detail::mix;
    return mix(mix(head_ + 1, child_), mix(nh.signature, nc.signature));
  }

  // Hashes of what tells most: for most arcs it is enough. O(1).
  template <class Out>
  uint32_t first(Out out) const {
    uint32_t count = 0;
    uint32_t id = 301;
    const auto add = [&](uint64_t value) { out[count++] = feature_hash(id++, value); };
    add(join(h.form, side_));
    add(join(tagged(c), side_));
    add(tags(h.tag, c.tag, way_, 1));
    add(tags(h.tag, c.tag, side_, before.tag));
    add(tags(h.tag, c.tag, side_, after.tag));
    add(join(tags(h.tag, c.tag, side_, 0), nh.labels));
    add(join(c.tag, nc.labels, side_));
    add(join(c.form, nc.labels, side_));
    add(join(h.word_class, c.tag, side_));
    add(join(h.tag, c.word_class, side_));
    add(join(tags(c.tag, label(nc.left1), label(nc.right1), label(nc.left2)), tags(h.tag, side_, 0, 0)));
    add(join(tags(h.tag, c.tag, nh.left_count, nh.right_count), side_));
    return count;
  }

  // Hashes of the rest. O(1).
  template <class Out>
  uint32_t rest(Out out) const {
    const ParserWord& cl = view_.word(nc.left1);
    const ParserWord& cl2 = view_.word(nc.left2);
    const ParserWord& cr = view_.word(nc.right1);
    const ParserWord& hbefore = view_.word(head_ - 1);
    const ParserWord& hafter = view_.word(head_ + 1);
    const uint32_t sibling = side_ != 0 ? nh.left1 : nh.right1;
    const ParserWord& ws = view_.word(sibling);
    uint32_t count = 0;
    uint32_t id = 301 + kFirst;
    const auto add = [&](uint64_t value) { out[count++] = feature_hash(id++, value); };
    add(join(h.tag, side_));
    add(join(c.form, side_));
    add(join(c.tag, side_));
    add(tags(h.tag, c.tag, side_, 0));
    add(join(tagged(c), way_));
    add(tags(h.tag, c.tag, before.tag, after.tag) ^ side_);
    add(tags(h.tag, c.tag, hbefore.tag, hafter.tag) ^ side_);
    add(join(c.tag, after.form, side_));
    add(join(tags(h.tag, c.tag, side_, label(sibling)), 2));
    add(join(tags(h.tag, c.tag, side_, ws.tag), 3));
    add(join(cl.form, c.tag, side_));
    add(join(cl.form, c.form, side_));
    add(join(cl2.form, c.tag, side_));
    add(join(cr.form, c.tag, side_));
    add(join(tags(h.tag, c.tag, cl.tag, cr.tag), side_));
    add(join(c.word_class, nc.labels, side_));
    add(join(c.word_class, side_));
    return count;
  }

 private:
  static uint32_t tagged(const ParserWord& w) { return w.form * 0x9E3779B1u + w.tag; }
  static uint64_t tags(uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
    return (uint64_t{a} << 24) | (b << 16) | (c << 8) | d;
  }
  uint32_t label(uint32_t i) const { return view_.node(i).label; }

  parser_detail::View view_;
  uint32_t head_;
  uint32_t child_;
  const ParserWord& h;
  const ParserWord& c;
  const ParserState::Node& nh;
  const ParserState::Node& nc;
  const ParserWord& before;
  const ParserWord& after;
  uint32_t side_;
  uint32_t way_;
};

}  // namespace readout
