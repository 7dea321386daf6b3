// Regular expressions that cannot hang: Thompson's construction run as sets of states (Thompson 1968; Pike's virtual
// machine, Cox 2009), so that time grows with text times states whatever the expression, and a count of steps ends it
// earlier where it must.
//
// Characters, `.`, `[a-z]` and `[^a-z]`, `\d \w \s` and their capitals, `\b \B`, `^ $` (a line's ends), groups, `|`,
// `* + ? {2} {2,} {2,5}`, `\` before any mark. Case does not count, and straight quotation marks stand for curly ones.
// Not supported: back-references, look-around, lazy repetition (the longest match is always taken), named classes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/result.h"
#include "text/span.h"

namespace readout::search {

class Regex {
 public:
  // Errors: "bad-expression", with a sentence for the reader; `offset` is a byte of the expression.
  static Result<Regex> compile(std::string_view expression);

  // The leftmost match of at least one character that begins at or after `from` inside `within`, the longest of those
  // that begin there, up to kLongestMatch bytes. Takes the states that it visits from `steps`; where these run
  // out nothing is found and `steps` is 0.
  std::optional<Span> find(std::string_view text, Span within, uint32_t from, uint64_t& steps) const;

  static constexpr uint32_t kLongestMatch = 800;  // bytes
  static constexpr size_t kMostStates = 2000;

  struct Range {
    char32_t first = 0;
    char32_t last = 0;
  };
  struct Class {
    std::vector<Range> ranges;
    bool digits = false, words = false, spaces = false;              // \d \w \s
    bool not_digits = false, not_words = false, not_spaces = false;  // \D \W \S
    bool negated = false;
    std::array<bool, 128> ascii{};  // has() of every ASCII character
    bool has(char32_t c) const;
  };
  enum class Op : uint8_t { kChar, kAny, kClass, kSplit, kJump, kBoundary, kNoBoundary, kLineBegin, kLineEnd, kMatch };
  struct State {
    Op op = Op::kMatch;
    char32_t c = 0;  // kChar
    uint32_t a = 0;  // kClass: which; kSplit, kJump: where to
    uint32_t b = 0;  // kSplit: the other
  };

 private:
  bool takes(const State& state, char32_t c, char32_t plain) const;

  std::vector<State> states_;
  std::vector<Class> classes_;
  std::array<bool, 128> first_{};  // ASCII characters with which a match may begin
};

}  // namespace readout::search
