// What the parser looks at. Shared with the trainer, so that both see the same.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/tagset.h"
#include "language/weights.h"
#include "language/words.h"

namespace readout {

constexpr uint32_t kActionFeatures = 63;
constexpr uint32_t kLabelFeatures = 29;
constexpr uint32_t kNoWord = 0xFFFFFFFFu;

// One word as the parser sees it.
struct ParserWord {
  uint32_t form = 0;
  uint16_t word_class = 0;
  uint8_t tag = kTagCount;
  uint8_t ahead = 0;  // finite verbs behind it (at most 3) * 4 + whether a comma (1) or a conjunction (2) leads to them
  uint32_t suffix = 0;  // WordFeatures::suffix3
};

// The state of an arc-hybrid parser (Kuhlmann et al. 2011): words [0, n), the root is n and stands last in the buffer.
// A word's children are known by their leftmost and rightmost two.
struct ParserState {
  struct Node {
    uint32_t head = kNoWord;
    uint32_t left1 = kNoWord;
    uint32_t left2 = kNoWord;
    uint32_t right1 = kNoWord;
    uint32_t right2 = kNoWord;
    uint8_t left_count = 0;
    uint8_t right_count = 0;
    uint8_t label = kRelationCount;
    uint64_t labels = 0;  // bit set of its children's
  };
  std::vector<Node> nodes;
  std::vector<uint32_t> stack;
  uint32_t front = 0;  // first of the buffer
  uint32_t size = 0;

  void reset(uint32_t words) {
    nodes.assign(words + 1, Node{});
    stack.clear();
    front = 0;
    size = words;
  }
  uint32_t from_top(uint32_t depth) const { return depth < stack.size() ? stack[stack.size() - 1 - depth] : kNoWord; }
  bool done() const { return front == size && stack.empty(); }

  void attach(uint32_t head, uint32_t child, RelationId label) {
    nodes[child].head = head;
    nodes[child].label = label;
    Node& node = nodes[head];
    node.labels |= uint64_t{1} << label;
    if (child < head) {
      node.left2 = node.left1;
      node.left1 = child;
      if (node.left_count < 7) ++node.left_count;
    } else {
      node.right2 = node.right1;
      node.right1 = child;
      if (node.right_count < 7) ++node.right_count;
    }
  }
};

enum Action : uint8_t { kShift, kLeft, kRight };
constexpr uint32_t kActionCount = 3;

inline bool may_shift(const ParserState& state) { return state.front < state.size; }
// Only one word may hang from the root.
inline bool may_left(const ParserState& state) {
  return !state.stack.empty() && (state.front < state.size || state.stack.size() == 1);
}
inline bool may_right(const ParserState& state) { return state.stack.size() >= 2; }

namespace parser_detail {

constexpr ParserWord kNothing{0, 0, static_cast<uint8_t>(kTagCount + 1)};

inline uint32_t bucket(uint32_t distance) {
  return distance < 5 ? distance : distance < 7 ? 5 : distance < 11 ? 6 : distance < 21 ? 7 : 8;
}

struct View {
  const ParserState& state;
  std::span<const ParserWord> words;  // the root's last

  const ParserWord& word(uint32_t i) const { return i == kNoWord || i >= words.size() ? kNothing : words[i]; }
  const ParserState::Node& node(uint32_t i) const {
    static constexpr ParserState::Node kEmpty;
    return i == kNoWord || i >= state.nodes.size() ? kEmpty : state.nodes[i];
  }
};

}  // namespace parser_detail

// Hashes that decide the next action. O(1).
inline uint32_t action_features(const ParserState& state, std::span<const ParserWord> words, uint64_t* out) {
  using namespace parser_detail;
  const View view{state, words};
  const uint32_t s0 = state.from_top(0);
  const uint32_t s1 = state.from_top(1);
  const uint32_t s2 = state.from_top(2);
  const uint32_t b0 = state.front;
  const uint32_t b1 = b0 + 1 <= state.size ? b0 + 1 : kNoWord;
  const uint32_t b2 = b0 + 2 <= state.size ? b0 + 2 : kNoWord;
  const auto& n0 = view.node(s0);
  const auto& n1 = view.node(s1);
  const auto& nb = view.node(b0);
  const ParserWord& w0 = view.word(s0);
  const ParserWord& w1 = view.word(s1);
  const ParserWord& w2 = view.word(s2);
  const ParserWord& wb = view.word(b0);
  const ParserWord& wb1 = view.word(b1);
  const ParserWord& wb2 = view.word(b2);
  const ParserWord& w0l = view.word(n0.left1);
  const ParserWord& w0r = view.word(n0.right1);
  const ParserWord& w1l = view.word(n1.left1);
  const ParserWord& w1r = view.word(n1.right1);
  const ParserWord& wbl = view.word(nb.left1);
  const ParserWord& wbl2 = view.word(nb.left2);
  const ParserWord& before = view.word(b0 > 0 ? b0 - 1 : kNoWord);
  const auto label = [&](uint32_t i) -> uint32_t { return view.node(i).label; };
  const auto wt = [](const ParserWord& w) { return w.form * 0x9E3779B1u + w.tag; };
  const uint32_t distance = s0 == kNoWord ? 0 : bucket(b0 - s0);
  const uint32_t gap = s1 == kNoWord ? 0 : bucket(s0 - s1);
  uint32_t count = 0;
  uint32_t id = 101;
  const auto add = [&](uint64_t value) { out[count++] = feature_hash(id++, value); };
  const auto tags = [](uint32_t a, uint32_t b, uint32_t c, uint32_t d) -> uint64_t {
    return (uint64_t{a} << 24) | (b << 16) | (c << 8) | d;
  };
  add(wt(w0));
  add(w0.form);
  add(w0.tag);
  add(wt(wb));
  add(wb.form);
  add(wb.tag);
  add(wt(wb1));
  add(wb1.form);
  add(wb1.tag);
  add(wt(wb2));
  add(wb2.tag);
  add(w1.tag);
  add(wt(w2));
  add(w2.tag);
  add(tags(w0.tag, wb.tag, distance, 0));
  add(tags(wb.tag, wb1.tag, 0, 0));
  add(tags(w1.tag, w0.tag, gap, 0));
  add(join(wt(w1), wb.tag));
  add(join(w1.tag, wt(wb)));
  add(tags(wb.tag, wb1.tag, wb2.tag, 0));
  add(tags(w0.tag, wb.tag, wb1.tag, 0));
  add(tags(w0.tag, wb.tag, wb1.tag, wb2.tag));
  add(tags(w1.tag, w0.tag, wb.tag, 0));
  add(tags(w1.tag, w0.tag, wb.tag, wb1.tag));
  add(tags(w2.tag, w1.tag, w0.tag, 0));
  add(tags(w2.tag, w1.tag, w0.tag, wb.tag));
  add(tags(w0.tag, w0l.tag, wb.tag, 0));
  add(tags(w0.tag, wb.tag, wbl.tag, 0));
  add(tags(w1.tag, w0.tag, w0l.tag, 0));
  add(tags(w1.tag, w1l.tag, w0.tag, wb.tag));
  add(tags(w1.tag, w1r.tag, w0.tag, wb.tag));
  add(join(w0.form, distance));
  add(join(wb.form, distance));
  add(join(w0.form, n0.right_count));
  add(join(w0.form, n0.left_count));
  add(tags(w0.tag, n0.right_count, n0.left_count, wb.tag));
  add(join(wb.form, nb.left_count));
  add(tags(wb.tag, nb.left_count, w0.tag, 1));
  add(w0l.form);
  add(w0r.form);
  add(w1r.form);
  add(wbl.form);
  add(tags(w0.tag, label(n0.left1), label(n0.left2), wb.tag));
  add(tags(wb.tag, label(nb.left1), label(nb.left2), w0.tag));
  add(tags(w1.tag, label(n1.left1), w0.tag, label(n0.left1)));
  add(join(wt(w0), n0.labels));
  add(join(w0.tag, n0.labels, wb.tag));
  add(join(wb.tag, nb.labels, w0.tag));
  add(join(w0.word_class, wb.word_class));
  add(join(w1.word_class, w0.word_class));
  add(join(w0.word_class, wb.tag));
  add(join(w0.tag, wb.word_class));
  add(join(w1.word_class, w0.tag));
  add(join(wt(w0), wb.tag, wb1.tag));
  add(join(w0.word_class, wbl.word_class, wb.tag));
  add(tags(w0.tag, before.tag, wb.tag, wbl.tag));
  add(tags(wbl2.tag, wbl.tag, wb.tag, w0.tag));
  add(tags(w1.tag, w0.tag, w0r.tag, wb.tag));
  add(tags(w0.tag, wb.tag, wb.ahead, 3));
  add(join(tags(w1.tag, w0.tag, wb.tag, wb.ahead), 7));
  add(tags(wb.tag, wb1.tag, wb.ahead, 5));
  add(join(w0.suffix, wb.tag));
  add(join(w0.tag, wb.suffix));
  return count;
}

// Hashes that decide how `child` hangs from `head`, when `child` has all its children. O(1).
inline uint32_t label_features(const ParserState& state, std::span<const ParserWord> words, uint32_t head,
                               uint32_t child, uint64_t* out) {
  using namespace parser_detail;
  const View view{state, words};
  const ParserWord& h = view.word(head);
  const ParserWord& c = view.word(child);
  const auto& nh = view.node(head);
  const auto& nc = view.node(child);
  const ParserWord& cl = view.word(nc.left1);
  const ParserWord& cl2 = view.word(nc.left2);
  const ParserWord& cr = view.word(nc.right1);
  const ParserWord& before = view.word(child > 0 ? child - 1 : kNoWord);
  const ParserWord& after = view.word(child + 1);
  const ParserWord& hbefore = view.word(head > 0 ? head - 1 : kNoWord);
  const ParserWord& hafter = view.word(head + 1);
  const uint32_t side = head > child ? 16 : 0;
  const uint32_t way = side + bucket(head > child ? head - child : child - head);
  const uint32_t sibling = side != 0 ? nh.left1 : nh.right1;
  const ParserWord& ws = view.word(sibling);
  const auto label = [&](uint32_t i) -> uint32_t { return view.node(i).label; };
  const auto wt = [](const ParserWord& w) { return w.form * 0x9E3779B1u + w.tag; };
  const auto tags = [](uint32_t a, uint32_t b, uint32_t c3, uint32_t d) -> uint64_t {
    return (uint64_t{a} << 24) | (b << 16) | (c3 << 8) | d;
  };
  uint32_t count = 0;
  uint32_t id = 301;
  const auto add = [&](uint64_t value) { out[count++] = feature_hash(id++, value); };
  add(join(h.form, side));
  add(join(h.tag, side));
  add(join(c.form, side));
  add(join(c.tag, side));
  add(join(wt(c), side));
  add(tags(h.tag, c.tag, side, 0));
  add(tags(h.tag, c.tag, way, 1));
  add(join(wt(c), way));
  add(tags(h.tag, c.tag, side, before.tag));
  add(tags(h.tag, c.tag, side, after.tag));
  add(tags(h.tag, c.tag, before.tag, after.tag) ^ side);
  add(tags(h.tag, c.tag, hbefore.tag, hafter.tag) ^ side);
  add(join(c.tag, after.form, side));
  add(join(tags(h.tag, c.tag, side, label(sibling)), 2));
  add(join(tags(h.tag, c.tag, side, ws.tag), 3));
  add(join(tags(h.tag, c.tag, side, 0), nh.labels));
  add(join(c.tag, nc.labels, side));
  add(join(c.form, nc.labels, side));
  add(join(cl.form, c.tag, side));
  add(join(cl.form, c.form, side));
  add(join(cl2.form, c.tag, side));
  add(join(cr.form, c.tag, side));
  add(join(tags(h.tag, c.tag, cl.tag, cr.tag), side));
  add(join(tags(c.tag, label(nc.left1), label(nc.right1), label(nc.left2)), tags(h.tag, side, 0, 0)));
  add(join(h.word_class, c.tag, side));
  add(join(h.tag, c.word_class, side));
  add(join(c.word_class, nc.labels, side));
  add(join(c.word_class, side));
  add(join(tags(h.tag, c.tag, nh.left_count, nh.right_count), side));
  return count;
}

}  // namespace readout
