#include "search/regex.h"

#include <algorithm>
#include <utility>

#include "search/regex_compiler.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace readout::search {
namespace {

using State = Regex::State;
using Op = Regex::Op;
using Class = Regex::Class;

// The states alive at one place, each with where its match began.
struct Threads {
  std::vector<uint32_t> dense;
  std::vector<uint32_t> place;  // by state: its index in `dense`, if it is there
  std::vector<uint32_t> start;  // by state

  explicit Threads(size_t states) : place(states, 0), start(states, 0) { dense.reserve(states); }
  bool has(uint32_t state) const { return place[state] < dense.size() && dense[place[state]] == state; }
  void add(uint32_t state, uint32_t began) {
    place[state] = static_cast<uint32_t>(dense.size());
    start[state] = began;
    dense.push_back(state);
  }
};

// Whether the class names the character, as it stands.
bool lists(const Regex::Class& of, char32_t c) {
  const bool digit = unicode::is_digit(c);
  const bool word = is_word(c);
  const bool space = unicode::is_space(c);
  if ((of.digits && digit) || (of.words && word) || (of.spaces && space)) return true;
  if ((of.not_digits && !digit) || (of.not_words && !word) || (of.not_spaces && !space)) return true;
  return std::any_of(of.ranges.begin(), of.ranges.end(),
                     [&](const Regex::Range& range) { return range.first <= c && c <= range.last; });
}

}  // namespace

bool Regex::Class::has(char32_t c) const {
  const char32_t straight = plain(c);
  const bool in = lists(*this, c) || (straight != c && lists(*this, straight)) ||
                  (!ranges.empty() && lists(*this, unicode::to_upper(c)));
  return in != negated;
}

// `straight`: the character as it is compared.
bool Regex::takes(const State& state, char32_t c, char32_t straight) const {
  switch (state.op) {
    case Op::kChar:
      return straight == state.c;
    case Op::kAny:
      return c != '\n';
    case Op::kClass:
      return c < 128 ? classes_[state.a].ascii[c] : classes_[state.a].has(c);
    default:
      return false;
  }
}

Result<Regex> Regex::compile(std::string_view expression) {
  auto program = compile_program(expression);
  if (!program) return program.error();
  Regex regex;
  regex.states_ = std::move(program.value().states);
  regex.classes_ = std::move(program.value().classes);
  for (Class& of : regex.classes_)
    for (char32_t c = 0; c < of.ascii.size(); ++c) of.ascii[c] = of.has(c);
  std::vector<bool> seen(regex.states_.size(), false);
  std::vector<uint32_t> open{0};
  while (!open.empty()) {
    const uint32_t at = open.back();
    open.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    const State& state = regex.states_[at];
    if (state.op == Op::kSplit) open.push_back(state.b);
    if (state.op == Op::kSplit || state.op == Op::kJump) {
      open.push_back(state.a);
    } else if (state.op == Op::kChar || state.op == Op::kAny || state.op == Op::kClass) {
      for (char32_t c = 0; c < regex.first_.size(); ++c)
        if (regex.takes(state, c, plain(c))) regex.first_[c] = true;
    } else if (state.op != Op::kMatch) {
      open.push_back(at + 1);
    }
  }
  return regex;
}

std::optional<Span> Regex::find(std::string_view text, Span within, uint32_t from, uint64_t& steps) const {
  const auto end = static_cast<uint32_t>(std::min<size_t>(within.end, text.size()));
  Threads now(states_.size());
  Threads next(states_.size());
  std::vector<uint32_t> open;
  std::optional<Span> best;
  // Follows what takes no character, from `state` on; notes a match that ends at `at`.
  const auto add = [&](Threads& to, uint32_t state, uint32_t began, uint32_t at) {
    const auto before = [&] { return at > within.begin ? utf8::decode_before(text, at).value : U'\n'; };
    const auto after = [&] { return at < end ? utf8::decode(text, at).value : U'\n'; };
    open.assign(1, state);
    while (!open.empty()) {
      const uint32_t top = open.back();
      open.pop_back();
      if (to.has(top)) continue;
      to.add(top, began);
      const State& s = states_[top];
      bool through = false;
      switch (s.op) {
        case Op::kSplit:
          open.push_back(s.b);
          open.push_back(s.a);
          break;
        case Op::kJump:
          open.push_back(s.a);
          break;
        case Op::kBoundary:
          through = is_word(before()) != is_word(after());
          break;
        case Op::kNoBoundary:
          through = is_word(before()) == is_word(after());
          break;
        case Op::kLineBegin:
          through = before() == '\n';
          break;
        case Op::kLineEnd:
          through = after() == '\n' || after() == '\r';
          break;
        case Op::kMatch:
          if (at > began && (!best || began < best->begin || (began == best->begin && at > best->end)))
            best = Span{began, at};
          break;
        default:
          break;
      }
      if (through) open.push_back(top + 1);
    }
  };
  uint32_t at = std::max(from, within.begin);
  while (at <= end) {
    if (now.dense.empty()) {
      if (best) break;
      const uint32_t skipped_from = at;
      while (at < end && static_cast<unsigned char>(text[at]) < 0x80 && !first_[static_cast<unsigned char>(text[at])])
        ++at;
      const uint64_t cost = (at - skipped_from) / 16 + 1;
      if (steps <= cost) return steps = 0, std::nullopt;
      steps -= cost;
    }
    if (at >= end) break;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (!best && (byte >= 0x80 || first_[byte])) add(now, 0, at, at);
    const uint64_t cost = now.dense.size();
    if (steps <= cost) return steps = 0, std::nullopt;
    steps -= cost;
    const auto c = utf8::decode(text, at);
    const char32_t straight = plain(c.value);
    next.dense.clear();
    for (const uint32_t state : now.dense) {
      const uint32_t began = now.start[state];
      if (best && began > best->begin) continue;
      if (at - began >= kLongestMatch) continue;
      if (takes(states_[state], c.value, straight)) add(next, state + 1, began, at + c.size);
    }
    std::swap(now, next);
    at += c.size;
  }
  return best;
}

}  // namespace readout::search
