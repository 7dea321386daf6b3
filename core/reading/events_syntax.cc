#include "reading/events_syntax.h"

#include <algorithm>

namespace readout::events {

namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_all_capitals(std::string_view word) {
  return word.size() > 2 && std::all_of(word.begin(), word.end(), [](char c) { return is_upper(c) || c == '.'; });
}

bool is_dash(std::string_view word) { return word == "-" || word == "--" || word == "–" || word == "—"; }

}  // namespace

Trees::Trees(std::string_view text, const Annotation& language) : text_(text), language_(language) {
  const auto& tokens = language.tokens;
  first_.assign(tokens.size() + 1, 0);
  const auto valid = [&](const Token& token) {
    return token.head >= 0 && static_cast<size_t>(token.head) < tokens.size();
  };
  for (const Token& token : tokens) {
    if (valid(token)) ++first_[static_cast<size_t>(token.head) + 1];
  }
  for (size_t t = 0; t < tokens.size(); ++t) first_[t + 1] += first_[t];
  children_.resize(first_.back());
  std::vector<uint32_t> next(first_.begin(), first_.end() - 1);
  for (uint32_t t = 0; t < tokens.size(); ++t) {
    if (valid(tokens[t])) children_[next[static_cast<size_t>(tokens[t].head)]++] = t;
  }
  dateline_.assign(tokens.size(), false);
  uint32_t paragraph = UINT32_MAX;
  for (const Sentence& sentence : language.sentences) {
    if (sentence.paragraph != paragraph) mark_dateline(sentence);
    paragraph = sentence.paragraph;
  }
}

void Trees::mark_dateline(const Sentence& sentence) {
  constexpr uint32_t kLongest = 14;
  const uint32_t last = std::min(sentence.last_token, sentence.first_token + kLongest);
  bool capitals = false;
  bool bracket = false;
  bool number = false;
  uint32_t end = sentence.first_token;
  for (uint32_t t = sentence.first_token; t < last && end == sentence.first_token; ++t) {
    const std::string_view word = words(t);
    if (word.empty()) return;
    if (is_dash(word)) {
      const bool apart = t > sentence.first_token && token(t - 1).span.end < token(t).span.begin;
      const bool early = sentence.paragraph == 0 && t < sentence.first_token + 6;
      if (t == sentence.first_token || !(apart || word != "-") || !(capitals || bracket || early)) return;
      end = t + 1;
    } else if (word == ":") {
      const bool early = sentence.paragraph == 0 && t < sentence.first_token + 2;
      if (t == sentence.first_token || !(capitals || bracket || early)) return;
      end = t + 1;
    } else if (word == ")") {
      // "(Agency) Police ...", "Bogota, March 8 (Agency) The ..."
      const bool alone = words(sentence.first_token) == "(" || number;
      const bool quoted = capitals && t + 1 < last && (words(t + 1) == "\"" || words(t + 1) == "''");
      if (quoted) end = t + 2;
      if (alone && t + 1 < last && is_upper(words(t + 1)[0])) end = t + 1;
      bracket = true;
    } else if (is_upper(word[0])) {
      capitals = capitals || is_all_capitals(word);
    } else if (is_digit(word[0])) {
      number = true;
    } else if (word != "," && word != "(" && word != "." && word != "/") {
      return;
    }
  }
  for (uint32_t t = sentence.first_token; t < end; ++t) dateline_[t] = true;
}

uint32_t Trees::after_dateline(uint32_t t, uint32_t before) const {
  while (t < before && dateline_[t]) ++t;
  const uint32_t first = t;
  while (t < before && !is_nominal(t)) {
    if (token(t).upos == Upos::kVerb) return kNone;
    ++t;
  }
  if (t >= before) return kNone;
  for (int depth = 0; depth < 8; ++depth) {
    const uint32_t above = head(t);
    if (above == kNone || above < first || above >= before || !is_nominal(above)) break;
    t = above;
  }
  return t;
}

bool Trees::has_relation(uint32_t t, std::string_view relation) const {
  const std::string_view own = token(t).deprel;
  if (own.substr(0, relation.size()) != relation) return false;
  return own.size() == relation.size() || own[relation.size()] == ':';
}

uint32_t Trees::child(uint32_t t, std::string_view relation) const {
  for (const uint32_t* c = begin(t); c != end(t); ++c) {
    if (has_relation(*c, relation)) return *c;
  }
  return kNone;
}

std::string_view Trees::preposition(uint32_t t) const {
  const uint32_t marker = child(t, "case");
  return marker == kNone ? std::string_view{} : lemma(marker);
}

uint32_t Trees::head(uint32_t t) const {
  const int32_t at = token(t).head;
  return at < 0 || static_cast<size_t>(at) >= language_.tokens.size() ? kNone : static_cast<uint32_t>(at);
}

bool Trees::is_nominal(uint32_t t) const {
  const Upos tag = token(t).upos;
  return tag == Upos::kNoun || tag == Upos::kPropn || tag == Upos::kPron || tag == Upos::kNum;
}

Span Trees::noun_phrase(uint32_t t, uint32_t* first) const {
  uint32_t begin_at = t;
  while (begin_at > 0 && head(begin_at - 1) != kNone) {
    const uint32_t before = begin_at - 1;
    const uint32_t governor = head(before);
    const bool hyphen = words(before) == "-" && token(before).span.end == token(begin_at).span.begin;
    // "42-year-old": whatever the tree makes of its parts.
    const bool glued = words(begin_at) == "-" && token(before).span.end == token(begin_at).span.begin;
    if (!hyphen && !glued && (governor < begin_at || governor > t)) break;
    if (dateline_[before]) break;
    const bool part = has_relation(before, "det") || has_relation(before, "amod") || has_relation(before, "compound") ||
                      has_relation(before, "nummod") || has_relation(before, "flat") || hyphen || glued;
    // "appointed an envoy": nothing but another article stands before an article.
    const bool ends = begin_at < t && has_relation(begin_at, "det") && !has_relation(before, "det");
    if (!part || (ends && !hyphen && !glued)) break;
    begin_at = before;
  }
  if (words(begin_at) == "-" && begin_at < t) ++begin_at;
  // "vows that authorities will", "held today cops say": a conjunction and a day, whatever the tree takes them for. "No
  // bank has been sued": of banks.
  const bool several = words(t).back() == 's' && words(t) != lemma(t);
  if (begin_at < t && ((words(begin_at) == "that" && several) || words(begin_at) == "today" ||
                       words(begin_at) == "No" || words(begin_at) == "no"))
    ++begin_at;
  *first = begin_at;
  return {token(begin_at).span.begin, token(t).span.end};
}

}  // namespace readout::events
