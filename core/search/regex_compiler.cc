#include "search/regex_compiler.h"

#include <algorithm>
#include <string>
#include <utility>

#include "text/utf8.h"

namespace readout::search {
namespace {

constexpr int kDeepestGroup = 40;
constexpr uint32_t kMostRepeats = 200;
constexpr uint32_t kNoLimit = 0xFFFFFFFF;

using State = Regex::State;
using Op = Regex::Op;
using Class = Regex::Class;

// A compiled part: states [begin, end) that fall through at the end.
class Compiler {
 public:
  explicit Compiler(std::string_view expression) : text_(expression) {}

  std::vector<State> states;
  std::vector<Class> classes;
  std::string problem;
  size_t problem_at = 0;

  bool compile() {
    alternatives(0);
    if (ok() && at_ < text_.size()) fail("a “)” closes nothing");
    if (ok()) put({Op::kMatch, 0, 0, 0});
    return ok();
  }

 private:
  bool ok() const { return problem.empty(); }

  void fail(std::string_view why) {
    if (!ok()) return;
    problem = why;
    problem_at = at_;
  }

  char32_t peek() const { return at_ < text_.size() ? utf8::decode(text_, at_).value : 0; }
  char32_t take() {
    const auto c = utf8::decode(text_, at_);
    at_ += c.size;
    return c.value;
  }
  bool more() const { return at_ < text_.size(); }

  uint32_t put(State state) {
    if (states.size() >= Regex::kMostStates) fail("it is too long, or repeats too much");
    if (ok()) states.push_back(state);
    return static_cast<uint32_t>(states.size() - (states.empty() ? 0 : 1));
  }

  uint32_t here() const { return static_cast<uint32_t>(states.size()); }

  // Makes room for one state before `begin`; targets behind it move on.
  void insert(uint32_t begin, State state) {
    if (states.size() >= Regex::kMostStates) fail("it is too long, or repeats too much");
    if (!ok()) return;
    for (uint32_t i = begin; i < states.size(); ++i) {
      State& moved = states[i];
      if (moved.op != Op::kSplit && moved.op != Op::kJump) continue;
      if (moved.a >= begin) ++moved.a;
      if (moved.op == Op::kSplit && moved.b >= begin) ++moved.b;
    }
    states.insert(states.begin() + begin, state);
  }

  void alternatives(int depth) {
    if (depth > kDeepestGroup) return fail("its groups are too deep");
    const uint32_t begin = here();
    sequence(depth);
    std::vector<uint32_t> exits;
    uint32_t branch = begin;
    while (ok() && peek() == '|') {
      take();
      insert(branch, {Op::kSplit, 0, branch + 1, 0});
      for (uint32_t& jump : exits)
        if (jump >= branch) ++jump;
      exits.push_back(put({Op::kJump, 0, 0, 0}));
      if (!ok()) return;
      states[branch].b = here();
      branch = here();
      sequence(depth);
    }
    for (const uint32_t jump : exits) states[jump].a = here();
  }

  void sequence(int depth) {
    while (ok() && more() && peek() != '|' && peek() != ')') {
      const uint32_t begin = here();
      atom(depth);
      while (ok() && more() && repeat(begin)) {
      }
    }
  }

  void atom(int depth) {
    const char32_t c = take();
    switch (c) {
      case '(':
        if (peek() == '?') {
          take();
          if (take() != ':') return fail("look-around and named groups are not supported");
        }
        alternatives(depth + 1);
        if (!ok()) return;
        if (peek() != ')') return fail("a “(” is not closed");
        take();
        return;
      case '[':
        return bracket();
      case '.':
        put({Op::kAny, 0, 0, 0});
        return;
      case '^':
        put({Op::kLineBegin, 0, 0, 0});
        return;
      case '$':
        put({Op::kLineEnd, 0, 0, 0});
        return;
      case '*':
      case '+':
      case '?':
        return fail("there is nothing to repeat");
      case '\\':
        return escape();
      default:
        put({Op::kChar, plain(c), 0, 0});
    }
  }

  // The class that a letter after a backslash names.
  static bool shorthand(char32_t c, Class& of) {
    switch (c) {
      case 'd':
        return of.digits = true;
      case 'w':
        return of.words = true;
      case 's':
        return of.spaces = true;
      case 'D':
        return of.not_digits = true;
      case 'W':
        return of.not_words = true;
      case 'S':
        return of.not_spaces = true;
      default:
        return false;
    }
  }

  void put_class(Class of) {
    classes.push_back(std::move(of));
    put({Op::kClass, 0, static_cast<uint32_t>(classes.size() - 1), 0});
  }

  void escape() {
    if (!more()) return fail("nothing follows the “\\”");
    const char32_t c = take();
    Class of;
    if (shorthand(c, of)) return put_class(std::move(of));
    if (c == 'b' || c == 'B') {
      put({c == 'b' ? Op::kBoundary : Op::kNoBoundary, 0, 0, 0});
    } else if (c == 'n' || c == 't') {
      put({Op::kChar, c == 'n' ? U'\n' : U'\t', 0, 0});
    } else if (is_word(c)) {
      fail("“\\” before this letter or number is not supported");
    } else {
      put({Op::kChar, plain(c), 0, 0});
    }
  }

  void bracket() {
    Class of;
    if (peek() == '^') {
      take();
      of.negated = true;
    }
    for (bool first = true; ok(); first = false) {
      if (!more()) return fail("a “[” is not closed");
      char32_t c = take();
      if (c == ']' && !first) break;
      if (c == '\\') {
        if (!more()) return fail("nothing follows the “\\”");
        c = take();
        if (shorthand(c, of)) continue;
        if (c == 'n') c = '\n';
        if (c == 't') c = '\t';
      }
      char32_t last = c;
      if (peek() == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ']') {
        take();
        last = take();
        if (last == '\\' && more()) last = take();
        if (last < c) return fail("a range runs backwards");
      }
      of.ranges.push_back({c, last});
    }
    put_class(std::move(of));
  }

  // A repetition of what stands from `begin`; false where none follows.
  bool repeat(uint32_t begin) {
    uint32_t least = 0;
    uint32_t most = kNoLimit;
    const char32_t c = peek();
    if (c == '*') {
      take();
    } else if (c == '+') {
      take();
      least = 1;
    } else if (c == '?') {
      take();
      most = 1;
    } else if (c == '{') {
      if (!counts(least, most)) return false;
    } else {
      return false;
    }
    if (ok() && peek() == '?') {
      fail("lazy repetition is not supported: the longest match is taken");
      return false;
    }
    if (ok()) repeat_states(begin, least, most);
    return ok();
  }

  bool number(uint32_t& value) {
    const size_t begin = at_;
    value = 0;
    while (more() && text_[at_] >= '0' && text_[at_] <= '9' && value <= kMostRepeats)
      value = value * 10 + static_cast<uint32_t>(text_[at_++] - '0');
    return at_ > begin;
  }

  bool counts(uint32_t& least, uint32_t& most) {
    take();
    if (!number(least)) {
      fail("a count is wanted in “{ }”: {2}, {2,} or {2,5}");
      return false;
    }
    most = least;
    if (peek() == ',') {
      take();
      if (!number(most)) most = kNoLimit;
    }
    if (peek() != '}') {
      fail("a “{” is not closed");
      return false;
    }
    take();
    if (least > kMostRepeats || (most != kNoLimit && (most > kMostRepeats || most < least))) {
      fail("a count is too large, or its ends are the wrong way round");
      return false;
    }
    return true;
  }

  // Appends a copy of the part, its targets moved.
  void copy(const std::vector<State>& part, uint32_t from) {
    const uint32_t by = here() - from;
    for (State state : part) {
      if (state.op == Op::kSplit || state.op == Op::kJump) state.a += by;
      if (state.op == Op::kSplit) state.b += by;
      put(state);
      if (!ok()) return;
    }
  }

  void repeat_states(uint32_t begin, uint32_t least, uint32_t most) {
    const std::vector<State> part(states.begin() + begin, states.end());
    states.resize(begin);
    for (uint32_t i = 0; i < least && ok(); ++i) copy(part, begin);
    if (most == kNoLimit) {
      const uint32_t split = put({Op::kSplit, 0, here() + 1, 0});
      copy(part, begin);
      put({Op::kJump, 0, split, 0});
      if (ok()) states[split].b = here();
      return;
    }
    std::vector<uint32_t> splits;
    for (uint32_t i = least; i < most && ok(); ++i) {
      splits.push_back(put({Op::kSplit, 0, here() + 1, 0}));
      copy(part, begin);
    }
    if (!ok()) return;
    for (const uint32_t split : splits) states[split].b = here();
  }

  std::string_view text_;
  size_t at_ = 0;
};

}  // namespace

Result<RegexProgram> compile_program(std::string_view expression) {
  Compiler compiler(expression);
  if (!compiler.compile()) return Error{"bad-expression", compiler.problem, compiler.problem_at};
  return RegexProgram{std::move(compiler.states), std::move(compiler.classes)};
}

}  // namespace readout::search
