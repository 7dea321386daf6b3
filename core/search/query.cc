#include "search/query.h"

#include <algorithm>

#include "language/tagset.h"
#include "search/words.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace readout::search {
namespace {

bool is_quote(char32_t c) {
  return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0x00AB || c == 0x00BB;
}
bool is_word(char32_t c) { return unicode::is_letter(c) || unicode::is_number(c); }

std::optional<Upos> tag_named(std::string_view name) {
  for (auto i = static_cast<uint8_t>(Upos::kAdj); i <= static_cast<uint8_t>(Upos::kX); ++i)
    if (name_of(static_cast<Upos>(i)) == name) return static_cast<Upos>(i);
  return std::nullopt;
}

class Parser {
 public:
  explicit Parser(std::string_view query) : text_(query) {}

  Query parse() {
    while (skip_spaces()) {
      if (query_.terms.size() == kMostTerms) {
        tell("Only the first " + std::to_string(kMostTerms) + " terms can be looked for at once.");
        break;
      }
      read_term();
    }
    const bool only_excluded = !query_.terms.empty() && std::all_of(query_.terms.begin(), query_.terms.end(),
                                                                    [](const Term& term) { return term.excluded; });
    if (only_excluded) tell("Say what to look for, beside what must not be there.");
    return std::move(query_);
  }

 private:
  char32_t peek(size_t ahead = 0) const { return utf8::decode(text_, at_ + ahead).value; }
  bool more() const { return at_ < text_.size(); }
  void step() { at_ += std::max<size_t>(1, utf8::decode(text_, at_).size); }
  bool skip_spaces() {
    while (more() && unicode::is_space(peek())) step();
    return more();
  }
  void tell(std::string problem) {
    if (query_.problem.empty()) query_.problem = std::move(problem);
  }

  void read_term() {
    Term term;
    const size_t begin = at_;
    if (peek() == '-' && at_ + 1 < text_.size() && !unicode::is_space(peek(1))) {
      term.excluded = true;
      step();
    }
    if (peek() == '/') {
      if (read_regex(term)) query_.terms.push_back(std::move(term));
      return;
    }
    if (is_quote(peek())) {
      step();
      while (skip_spaces() && !is_quote(peek())) read_steps(term, true);
      if (more()) step();
    } else {
      read_steps(term, false);
    }
    const bool nothing = std::all_of(term.steps.begin(), term.steps.end(),
                                     [](const Step& s) { return s.groups.empty() && s.entity.empty(); });
    if (!term.steps.empty() && !nothing) query_.terms.push_back(std::move(term));
    if (at_ == begin) step();
  }

  // "/.../": to the last slash before white space or the end; a slash inside is written "\/".
  bool read_regex(Term& term) {
    step();
    const size_t begin = at_;
    while (more() && peek() != '/') {
      if (peek() == '\\') step();
      if (more()) step();
    }
    const std::string_view expression = text_.substr(begin, at_ - begin);
    if (!more()) {
      if (!expression.empty()) tell("A regular expression ends with “/”.");
      return false;
    }
    step();
    if (expression.empty()) return false;
    auto regex = Regex::compile(expression);
    if (!regex.ok()) {
      tell("The expression cannot be read: " + regex.error().message + ".");
      return false;
    }
    term.regex = std::move(regex).value();
    return true;
  }

  // One run without white space; in a phrase a quotation mark ends it, too.
  void read_steps(Term& term, bool in_phrase) {
    if (text_.substr(at_, 3) == "..." || peek() == 0x2026) {
      at_ += 3;
      if (in_phrase && !term.steps.empty() && term.steps.size() < kMostSteps) {
        Step gap;
        gap.gap = true;
        term.steps.push_back(std::move(gap));
      }
      return;
    }
    // A run is groups of alternatives: a|b&c. The kind that a prefix gives holds for the alternatives after it.
    Step first;
    std::vector<Step> rest;  // further words of a run such as "trade-war", which must stand together
    std::vector<Pattern> group;
    Pattern::Of of = Pattern::Of::kForm;
    bool any = false;
    while (more() && !unicode::is_space(peek()) && !(in_phrase && is_quote(peek()))) {
      const size_t begin = at_;
      if (const auto kind = prefix()) of = *kind;
      if (entity_) {
        entity_ = false;
        first.entity = read_name();
        continue;
      }
      read_alternative(of, group, rest, any);
      if (peek() == '&') {
        if (!group.empty()) first.groups.push_back(std::move(group));
        group.clear();
        of = Pattern::Of::kForm;
        step();
      } else if (peek() == '|') {
        step();
      }
      if (at_ == begin) step();
    }
    if (!group.empty()) first.groups.push_back(std::move(group));
    if (first.groups.empty() && first.entity.empty() && !(any && in_phrase)) return;
    push(term, std::move(first));
    for (Step& more_words : rest) push(term, std::move(more_words));
  }

  void push(Term& term, Step step) {
    if (term.steps.size() < kMostSteps) {
      term.steps.push_back(std::move(step));
    } else {
      tell("Only the first " + std::to_string(kMostSteps) + " words of a phrase can be looked for.");
    }
  }

  // "lemma:", "tag:", "word:" or "entity:", if it stands here.
  std::optional<Pattern::Of> prefix() {
    const auto starts = [&](std::string_view name) {
      const std::string folded_here = folded(text_.substr(at_, name.size()));
      if (folded_here != name || at_ + name.size() >= text_.size()) return false;
      if (unicode::is_space(utf8::decode(text_, at_ + name.size()).value)) return false;
      at_ += name.size();
      return true;
    };
    if (starts("lemma:")) return Pattern::Of::kLemma;
    if (starts("tag:")) return Pattern::Of::kTag;
    if (starts("word:")) return Pattern::Of::kForm;
    if (starts("entity:")) entity_ = true;
    return std::nullopt;
  }

  // A name after "entity:": to the white space, or within quotation marks, or with "_" for spaces.
  std::string read_name() {
    const bool quoted = is_quote(peek());
    if (quoted) step();
    std::string name;
    while (more() && (quoted ? !is_quote(peek()) : !unicode::is_space(peek()) && !is_quote(peek()))) {
      const char32_t c = peek();
      utf8::append(name, c == '_' ? U' ' : c);
      step();
    }
    if (quoted && more()) step();
    return folded(name);
  }

  // One alternative up to "|", "&", white space or the end.
  void read_alternative(Pattern::Of of, std::vector<Pattern>& group, std::vector<Step>& rest, bool& any) {
    const size_t begin = at_;
    while (more()) {
      const char32_t c = peek();
      if (c == '|' || c == '&' || unicode::is_space(c) || is_quote(c)) break;
      step();
    }
    const std::string_view run = text_.substr(begin, at_ - begin);
    if (run == "*") {
      any = true;
      return;
    }
    if (of == Pattern::Of::kTag) {
      std::string name(run);
      std::transform(name.begin(), name.end(), name.begin(),
                     [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
      const auto tag = tag_named(name);
      if (!tag)
        return tell(
            "There is no tag “" + std::string(run) +
            "”. Tags are adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, sconj, sym, verb, x.");
      group.push_back({of, {}, false, *tag});
      return;
    }
    add_words(run, of, group, rest);
  }

  // The words of a run. Wildcards belong to the word that they touch.
  static void add_words(std::string_view run, Pattern::Of of, std::vector<Pattern>& group, std::vector<Step>& rest) {
    bool first = true;
    uint32_t past = 0;
    while (past < run.size()) {
      const Span word = next_word(run, past);
      if (word.empty()) break;
      uint32_t begin = word.begin;
      while (begin > past && is_wild(run[begin - 1])) --begin;
      uint32_t end = word.end;
      // "c?t" is one word to the reader, two to the cutter.
      while (end < run.size() &&
             (is_wild(run[end]) || (is_wild(run[end - 1]) && is_word(utf8::decode(run, end).value))))
        end = is_wild(run[end]) ? end + 1 : next_word(run, end).end;
      const std::string_view whole = run.substr(begin, end - begin);
      Pattern pattern{of, folded(whole), whole.find_first_of("*?") != std::string_view::npos, Upos::kNone};
      if (first) {
        group.push_back(std::move(pattern));
      } else if (rest.size() < kMostSteps) {
        Step step;
        step.tight = true;
        step.groups.push_back({std::move(pattern)});
        rest.push_back(std::move(step));
      }
      first = false;
      past = end;
    }
  }

  static bool is_wild(char c) { return c == '*' || c == '?'; }

  std::string_view text_;
  size_t at_ = 0;
  Query query_;
  bool entity_ = false;
};

}  // namespace

Query parse_query(std::string_view query) { return Parser(query).parse(); }

bool fits_wildcard(std::string_view word, std::string_view pattern) {
  // `at` and `star` walk as in the usual greedy matcher: after a star, one more character is given to it each time.
  size_t at = 0;
  size_t in_pattern = 0;
  size_t star = std::string_view::npos;
  size_t star_at = 0;
  while (at < word.size()) {
    if (in_pattern < pattern.size() && pattern[in_pattern] == '*') {
      star = in_pattern++;
      star_at = at;
    } else if (in_pattern < pattern.size() && pattern[in_pattern] == '?') {
      at += std::max<size_t>(1, utf8::decode(word, at).size);
      ++in_pattern;
    } else if (in_pattern < pattern.size() && pattern[in_pattern] == word[at]) {
      ++at;
      ++in_pattern;
    } else if (star != std::string_view::npos) {
      in_pattern = star + 1;
      at = ++star_at;
    } else {
      return false;
    }
  }
  while (in_pattern < pattern.size() && pattern[in_pattern] == '*') ++in_pattern;
  return in_pattern == pattern.size();
}

}  // namespace readout::search
