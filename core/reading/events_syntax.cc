#include "reading/events_syntax.h"

namespace readout::events {

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

uint32_t Trees::head(uint32_t t) const { return token(t).head < 0 ? kNone : static_cast<uint32_t>(token(t).head); }

Span Trees::noun_phrase(uint32_t t, uint32_t* first) const {
  uint32_t begin_at = t;
  while (begin_at > 0 && head(begin_at - 1) != kNone) {
    const uint32_t before = begin_at - 1;
    const uint32_t governor = head(before);
    if (governor < begin_at || governor > t) break;
    const bool part = has_relation(before, "det") || has_relation(before, "amod") || has_relation(before, "compound") ||
                      has_relation(before, "nummod") || has_relation(before, "flat");
    if (!part) break;
    begin_at = before;
  }
  *first = begin_at;
  return {token(begin_at).span.begin, token(t).span.end};
}

}  // namespace readout::events
