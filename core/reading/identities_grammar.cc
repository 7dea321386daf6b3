#include "reading/identities_grammar.h"

#include <algorithm>
#include <array>

namespace readout::naming {

namespace {

constexpr int kHighest = 12;
constexpr int kMostChildren = 48;

// The relation without its subtype.
std::string_view base(std::string_view relation) { return relation.substr(0, relation.find(':')); }

bool is_beside(std::string_view preposition) {
  constexpr std::array<std::string_view, 8> kBeside = {"around", "before", "behind", "beneath",
                                                       "beside", "near",   "over",   "with"};
  return std::find(kBeside.begin(), kBeside.end(), preposition) != kBeside.end();
}

bool is_enabling(std::string_view participle) {
  constexpr std::array<std::string_view, 10> kEnabling = {"allowing", "costing", "earning", "enabling", "giving",
                                                          "helping",  "leaving", "letting", "making",   "sparing"};
  return std::find(kEnabling.begin(), kEnabling.end(), participle) != kEnabling.end();
}

}  // namespace

Grammar::Grammar(std::string_view text, const std::vector<wording::Word>& words, const std::vector<Token>& tokens)
    : text_(text), words_(words), tokens_(tokens) {
  first_child_.assign(tokens.size(), kNoToken);
  next_sibling_.assign(tokens.size(), kNoToken);
  for (auto t = static_cast<uint32_t>(tokens.size()); t-- > 0;) {
    const uint32_t above = head(t);
    if (above == kNoToken) continue;
    next_sibling_[t] = first_child_[above];
    first_child_[above] = t;
  }
}

uint32_t Grammar::head(uint32_t t) const {
  const int32_t above = tokens_[t].head;
  return above < 0 || static_cast<size_t>(above) >= tokens_.size() ? kNoToken : static_cast<uint32_t>(above);
}

bool Grammar::is(uint32_t t, std::string_view relation) const {
  const std::string_view own = tokens_[t].deprel;
  return own == relation || base(own) == relation;
}

uint32_t Grammar::child(uint32_t t, std::string_view relation) const {
  int left = kMostChildren;
  for (uint32_t c = first_child_[t]; c != kNoToken && left > 0; c = next_sibling_[c], --left) {
    if (is(c, relation)) return c;
  }
  return kNoToken;
}

bool Grammar::has_preposition(uint32_t t, std::string_view word) const {
  const uint32_t found = child(t, "case");
  return found != kNoToken && words_of(text_, tokens_[found].span) == word;
}

uint32_t Grammar::head_of(uint32_t first, uint32_t last) const {
  for (uint32_t t = first; t < last && t < tokens_.size(); ++t) {
    const uint32_t above = head(t);
    if (above == kNoToken || above < first || above >= last) return t;
  }
  return first;
}

bool Grammar::is_clause(uint32_t t) const {
  const std::string_view relation = base(tokens_[t].deprel);
  if (relation == "root" || relation == "ccomp" || relation == "advcl" || relation == "acl" || relation == "xcomp" ||
      relation == "parataxis" || relation == "csubj")
    return true;
  return relation == "conj" && (tokens_[t].upos == Upos::kVerb || child(t, "nsubj") != kNoToken);
}

bool Grammar::is_relative(uint32_t t) const {
  const std::string_view word = words_of(text_, tokens_[t].span);
  return word == "who" || word == "which" || word == "that" || word == "whom";
}

uint32_t Grammar::clause_of(uint32_t t) const {
  uint32_t at = t;
  for (int depth = 0; depth < kHighest; ++depth) {
    if (at != t && (is_clause(at) || tokens_[at].upos == Upos::kVerb)) return at;
    const uint32_t above = head(at);
    if (above == kNoToken) return at == t ? kNoToken : at;
    at = above;
  }
  return kNoToken;
}

// "asked Lee to leave", "thanked Lee for leaving", "called on Lee to leave": who is to do, or does, what `clause` says.
uint32_t Grammar::asked_by(uint32_t verb, uint32_t clause) const {
  const uint32_t mark = is(clause, "advcl") ? child(clause, "mark") : kNoToken;
  const std::string_view link = mark == kNoToken ? std::string_view{} : words_of(text_, tokens_[mark].span);
  // "sold the house to pay": a purpose is the seller's.
  if (is(clause, "xcomp") || is(clause, "ccomp") || link == "for" || link == "of" || link == "from" || link == "into") {
    for (const std::string_view relation : {"obj", "iobj"}) {
      const uint32_t object = child(verb, relation);
      if (object != kNoToken && object > verb && object < clause) return object;
    }
  }
  if (!is(clause, "xcomp") && link != "to") return kNoToken;
  const uint32_t behind = child(verb, "obl");
  if (behind == kNoToken || behind < verb || behind > clause) return kNoToken;
  return has_preposition(behind, "on") || has_preposition(behind, "upon") ? behind : kNoToken;
}

// "Lee, who left": the name right before, else what the clause hangs on.
uint32_t Grammar::antecedent(uint32_t relative, uint32_t clause) const {
  const bool comma = relative > 1 && words_[relative - 1].mark == wording::Mark::kComma;
  const uint32_t before = relative - (comma ? 2 : 1);
  const bool who = words_of(text_, tokens_[relative].span) == "who";
  if (who && relative > 1 && tokens_[before].upos == Upos::kPropn &&
      words_[before].sentence == words_[relative].sentence)
    return before;
  return is(clause, "acl") ? head(clause) : relative;
}

uint32_t Grammar::subject_of(uint32_t clause) const {
  uint32_t at = clause;
  for (int depth = 0; depth < kHighest && at != kNoToken; ++depth) {
    const uint32_t own = child(at, "nsubj");
    const std::string_view relation = tokens_[at].deprel;
    if (own != kNoToken) return is_relative(own) ? antecedent(own, at) : own;
    const uint32_t above = head(at);
    if (above == kNoToken) return kNoToken;
    if (base(relation) == "acl") {
      // "Lee's failure to end his stay": of whose it is.
      const uint32_t mark = child(at, "mark");
      const bool to = mark != kNoToken && tokens_[mark].lemma == "to";
      const uint32_t owner = to && tokens_[above].upos == Upos::kNoun ? child(above, "nmod:poss") : kNoToken;
      return relation == "acl:relcl" ? kNoToken : owner != kNoToken ? owner : above;
    }
    const uint32_t asked = asked_by(above, at);
    if (asked != kNoToken) return asked;
    const std::string_view kind = base(relation);
    if (kind != "xcomp" && kind != "ccomp" && kind != "conj" && kind != "advcl" && kind != "parataxis") return kNoToken;
    at = above;
  }
  return kNoToken;
}

uint32_t Grammar::subject_above(uint32_t clause) const {
  const uint32_t above = head(clause);
  if (above == kNoToken) return kNoToken;
  // "Lee's claim that he left"
  const uint32_t owner =
      tokens_[above].upos == Upos::kNoun && (tokens_[clause].deprel != "acl:relcl" || child(clause, "mark") != kNoToken)
          ? child(above, "nmod:poss")
          : kNoToken;
  if (owner != kNoToken) return owner;
  // "asked Lee why he left"
  if (is(clause, "ccomp") && tokens_[above].lemma == "ask") {
    const uint32_t asked = asked_by(above, clause);
    if (asked != kNoToken) return asked;
  }
  const uint32_t outer = is_clause(above) || tokens_[above].upos == Upos::kVerb ? above : clause_of(above);
  return outer == kNoToken ? kNoToken : subject_of(outer);
}

uint32_t Grammar::subject_before(uint32_t clause, uint32_t pronoun) const {
  const uint32_t adverbial = child(clause, "advcl");
  return adverbial == kNoToken || adverbial > pronoun ? kNoToken : child(adverbial, "nsubj");
}

Standing Grammar::standing(uint32_t t) const {
  Standing found;
  uint32_t at = t;
  const uint32_t other = child(t, "conj");
  found.joined = other != kNoToken && tokens_[other].upos != Upos::kVerb;
  for (int depth = 0; depth < kHighest; ++depth) {
    const std::string_view relation = tokens_[at].deprel;
    const std::string_view kind = base(relation);
    const uint32_t above = head(at);
    if (kind == "nsubj" && above != kNoToken) {
      const std::string_view clause = base(tokens_[above].deprel);
      const bool main = clause == "root" || clause == "parataxis" || words_[above].verb != wording::kNoVerb ||
                        (clause == "conj" && head(above) != kNoToken && is(head(above), "root"));
      const bool possessor = found.role == GrammaticalRole::kPossessor;
      if (possessor) {
        found.of_subject = true;
      } else {
        found.role = main ? GrammaticalRole::kSubject : GrammaticalRole::kEmbeddedSubject;
      }
      return found;
    }
    if (found.role == GrammaticalRole::kPossessor) {
      found.of_subject = kind == "root";
      return found;
    }
    if (kind == "obj" || kind == "iobj") {
      found.role = GrammaticalRole::kObject;
      return found;
    }
    if (relation == "nmod:poss") {
      found.role = GrammaticalRole::kPossessor;
    } else if (kind == "obl" || kind == "nmod" || kind == "compound" || kind == "amod") {
      found.role = GrammaticalRole::kOblique;
      return found;
    } else if (kind == "conj") {
      found.joined = true;
    } else if (kind != "appos" && kind != "flat" && kind != "dep" && kind != "list") {
      return found;
    }
    if (above == kNoToken) return found;
    at = above;
  }
  return found;
}

// "After saying that he was sorry, Mr. Lee only once thanked her", where the tree hangs the verb on what stands before:
// the name right before a verb without a subject.
uint32_t Grammar::named_before(uint32_t verb) const {
  if (tokens_[verb].upos != Upos::kVerb || child(verb, "nsubj") != kNoToken || is(verb, "xcomp")) return kNoToken;
  if (words_[verb].form == wording::VerbForm::kGerund) return kNoToken;
  uint32_t t = verb;
  for (int depth = 0; depth < kHighest && t > 0 && words_[t - 1].sentence == words_[verb].sentence; ++depth) {
    --t;
    if (tokens_[t].upos == Upos::kPropn) return is(t, "flat") && head(t) < t ? head(t) : t;
    if (tokens_[t].upos != Upos::kAdv && tokens_[t].upos != Upos::kAux) return kNoToken;
  }
  return kNoToken;
}

std::vector<uint32_t> Grammar::barred(uint32_t pronoun) const {
  std::vector<uint32_t> out;
  const uint32_t above = head(pronoun);
  if (above == kNoToken) return out;
  const auto put = [&](uint32_t t) {
    if (t != kNoToken && t != pronoun) out.push_back(t);
  };
  const std::string_view relation = base(tokens_[pronoun].deprel);
  if (tokens_[pronoun].deprel == "nmod:poss") {
    // "his father, Lee", "Lee is his father", "Lee, his father"
    put(above);
    int left = kMostChildren;
    for (uint32_t c = first_child_[above]; c != kNoToken && left > 0; c = next_sibling_[c], --left) {
      const bool apposed = is(c, "appos") || is(c, "flat") || is(c, "compound");
      const bool predicate = child(above, "cop") != kNoToken && child(above, "case") == kNoToken;
      if (apposed || (is(c, "nsubj") && predicate)) put(c);
    }
    if (is(above, "appos") || is(above, "compound") || is(above, "flat")) put(head(above));
    return out;
  }
  if (relation == "obj" || relation == "iobj" || relation == "obl") {
    // "Lee won, enabling him to ...": what a clause does is no deed of its subject.
    if (is(above, "advcl") && is_enabling(words_of(text_, tokens_[above].span))) return out;
    // "Lee brought a book with him"
    const uint32_t preposition =
        relation == "obl" && child(above, "obj") != kNoToken ? child(pronoun, "case") : kNoToken;
    if (preposition != kNoToken && is_beside(words_of(text_, tokens_[preposition].span))) return out;
    put(subject_of(above));
    put(named_before(above));
    return out;
  }
  if (relation == "nsubj") {
    // "She endorsed Berg": of another.
    for (const std::string_view other : {"obj", "iobj", "obl"}) put(child(above, other));
  }
  if (relation == "nmod") put(child(above, "nmod:poss"));
  if (relation == "conj") {
    // "Lee and his brother": not the first of them.
    put(above);
  }
  return out;
}

uint32_t Grammar::subject_ahead(uint32_t pronoun, uint32_t first) const {
  uint32_t at = pronoun;
  for (int depth = 0; depth < kHighest; ++depth) {
    const uint32_t above = head(at);
    if (above == kNoToken) return kNoToken;
    if ((is(at, "advcl") || is(at, "obl")) && above > pronoun) {
      const uint32_t subject = child(above, "nsubj");
      // Nothing but what opens the sentence stands before.
      if (subject != kNoToken && subject > pronoun && subject > at && pronoun < first + kHighest) return subject;
    }
    at = above;
  }
  return kNoToken;
}

uint32_t Grammar::subject_behind(uint32_t pronoun, uint32_t first) const {
  constexpr uint32_t kReach = 30;
  const uint32_t verb = is(pronoun, "nsubj") ? head(pronoun) : kNoToken;
  const uint32_t mark = verb == kNoToken || verb < pronoun ? kNoToken : child(verb, "mark");
  if (mark == kNoToken || mark + 1 != pronoun || mark > first + 1) return kNoToken;
  for (uint32_t k = verb + 1; k + 1 < tokens_.size() && k < verb + kReach; ++k) {
    if (words_of(text_, tokens_[k].span) == ".") return kNoToken;
    if (words_of(text_, tokens_[k].span) != ",") continue;
    const uint32_t main = is(k + 1, "nsubj") ? head(k + 1) : kNoToken;
    if (main != kNoToken && main > k + 1 && child(main, "mark") == kNoToken) return k + 1;
  }
  return kNoToken;
}

}  // namespace readout::naming
