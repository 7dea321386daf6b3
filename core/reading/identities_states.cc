#include "reading/identities_states.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "text/unicode.h"

namespace readout::naming {
namespace {

using wording::Word;

template <size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What nobody but a state has.
bool is_of_states(std::string_view lemma) {
  constexpr std::array<std::string_view, 11> kNouns = {"airspace", "border",      "coastline",  "consulate",
                                                       "embassy",  "navy",        "parliament", "population",
                                                       "premier",  "sovereignty", "territory"};
  return among(kNouns, lemma);
}

// Before "of" or "in": "the capital of |". Governments are also called after who leads them.
bool is_head_of_state(std::string_view lemma) {
  constexpr std::array<std::string_view, 8> kNouns = {"airspace",   "border",    "capital",  "embassy",
                                                      "parliament", "territory", "minister", "soldier"};
  return among(kNouns, lemma);
}

class States {
 public:
  States(std::string_view text, const std::vector<Word>& words, const std::vector<Token>& tokens,
         const wording::WordLists& lists, std::vector<Name>& names)
      : text_(text), words_(words), tokens_(tokens), lists_(lists), names_(names), name_at_(words.size(), 0) {}

  void run() {
    note_names();
    for (uint32_t i = 0; i < names_.size(); ++i) {
      if (is_of_person(i)) names_[i].type = EntityType::kPerson;
    }
    for (uint32_t i = 0; i < names_.size(); ++i) {
      if (is_open(i) && (has_what_states_have(i) || is_spoken_of_as_state(i))) states_.insert(folded(names_[i].span));
    }
    for (uint32_t t = 0; t < tokens_.size(); ++t) {
      if (tokens_[t].lemma == "its" && possesses_state_noun(t)) refer(t);
    }
    if (states_.empty()) return;
    for (uint32_t i = 0; i < names_.size(); ++i) {
      if (!is_open(i) || states_.count(folded(names_[i].span)) == 0) continue;
      names_[i].type = EntityType::kPlace;
      names_[i].doubt = "Taken for a place because it has what states have.";
    }
  }

 private:
  std::string folded(Span span) const { return unicode::fold(words_of(text_, span)); }

  void note_names() {
    uint32_t t = 0;
    for (uint32_t i = 0; i < names_.size(); ++i) {
      while (t < words_.size() && words_[t].span.end <= names_[i].span.begin) ++t;
      uint32_t last = t;
      while (last < words_.size() && words_[last].span.begin < names_[i].span.end) name_at_[last++] = i + 1;
      first_.push_back(t);
      last_.push_back(last);
      if (names_[i].type != EntityType::kPerson || last < t + 2) continue;
      for (uint32_t k = t; k < last; ++k) of_people_.insert(folded(words_[k].span));
      family_names_.insert(folded(words_[last - 1].span));
    }
  }

  // A name of one word of which nothing says that it is somebody's.
  bool is_open(uint32_t i) const {
    const Name& name = names_[i];
    const bool guessed = name.type == EntityType::kPerson || name.type == EntityType::kOther;
    if (!guessed || name.role || last_[i] != first_[i] + 1) return false;
    const std::string word = folded(name.span);
    return lists_.given_names.find(std::string_view(word)) == lists_.given_names.end() &&
           lists_.countries.find(std::string_view(word)) == lists_.countries.end() && of_people_.count(word) == 0;
  }

  // "French said so", where the article names Ann French.
  bool is_of_person(uint32_t i) const {
    const uint32_t t = first_[i];
    if (last_[i] != t + 1 || names_[i].type == EntityType::kPerson) return false;
    const auto found = lists_.countries.find(std::string_view(folded(names_[i].span)));
    if (found == lists_.countries.end() || found->second.word != wording::CountryWord::kAdjective) return false;
    const std::string_view relation = tokens_[t].deprel;
    const bool stands_alone = relation == "nsubj" || relation == "nmod:poss" || relation == "obj" || relation == "obl";
    const bool determined = t > 0 && same_sentence(t - 1, t) && words_[t - 1].is(wording::kDet);
    return stands_alone && !determined && family_names_.count(folded(names_[i].span)) > 0;
  }

  bool same_sentence(uint32_t a, uint32_t b) const {
    return b < words_.size() && words_[a].sentence == words_[b].sentence;
  }

  // The possessive at `t` and up to two words, then a noun that only states have and that describes no other noun.
  bool possesses_state_noun(uint32_t t) const {
    constexpr uint32_t kBetween = 3;
    for (uint32_t k = t + 1; k <= t + kBetween && same_sentence(t, k); ++k) {
      const Upos tag = tokens_[k].upos;
      const bool next_noun = same_sentence(t, k + 1) && (tokens_[k + 1].upos == Upos::kNoun);
      if (is_of_states(tokens_[k].lemma)) return !next_noun;
      const std::string low = folded(words_[k].span);
      if (low == "prime" && same_sentence(t, k + 1) && folded(words_[k + 1].span) == "minister") return true;
      if (tag != Upos::kAdj && tag != Upos::kNoun && tag != Upos::kPropn) return false;
    }
    return false;
  }

  bool has_what_states_have(uint32_t i) const {
    const uint32_t after = last_[i];
    if (after >= words_.size() || !same_sentence(first_[i], after)) return false;
    const std::string_view mark = words_of(text_, words_[after].span);
    return (mark == "'s" || mark == "’s" || mark == "'" || mark == "’") && possesses_state_noun(after);
  }

  // "diplomatic ties with |", "the border with |", "soldiers from |", "the capital of |".
  bool is_spoken_of_as_state(uint32_t i) const {
    uint32_t t = first_[i];
    if (t < 2 || !same_sentence(t, t - 2)) return false;
    const std::string link = folded(words_[t - 1].span);
    const std::string& noun = tokens_[t - 2].lemma;
    if (link == "of" || link == "in" || link == "from") return is_head_of_state(noun) && noun_is(t - 2);
    if (link != "with") return false;
    if (noun == "border") return noun_is(t - 2);
    const bool ties = noun == "tie" || noun == "relation";
    return ties && t >= 3 && tokens_[t - 3].lemma == "diplomatic";
  }

  bool noun_is(uint32_t t) const { return tokens_[t].upos == Upos::kNoun || tokens_[t].upos == Upos::kPropn; }

  // "its embassy": where nothing before it in the sentence could have one but names of which nothing is known, they are
  // states.
  void refer(uint32_t t) {
    constexpr uint32_t kReach = 60;
    uint32_t begin = t;
    while (begin > 0 && t - begin < kReach && words_[begin - 1].sentence == words_[t].sentence) --begin;
    std::vector<uint32_t> open;
    for (uint32_t k = begin; k < t; ++k) {
      if (name_at_[k] == 0) continue;
      const uint32_t i = name_at_[k] - 1;
      if (!is_open(i)) {
        const bool other = names_[i].type == EntityType::kOrganisation ||
                           lists_.countries.find(std::string_view(folded(names_[i].span))) != lists_.countries.end();
        if (other) return;
        continue;
      }
      open.push_back(i);
    }
    for (const uint32_t i : open) states_.insert(folded(names_[i].span));
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  const std::vector<Token>& tokens_;
  const wording::WordLists& lists_;
  std::vector<Name>& names_;
  std::vector<uint32_t> name_at_;  // by token: index of its name + 1; 0 where none
  std::vector<uint32_t> first_;    // by name: its tokens, half-open
  std::vector<uint32_t> last_;
  std::unordered_set<std::string> of_people_;     // words of full names; only looked up
  std::unordered_set<std::string> family_names_;  // of those names; only looked up
  std::unordered_set<std::string> states_;        // only looked up
};

}  // namespace

void settle_states(std::string_view text, const std::vector<Word>& words, const std::vector<Token>& tokens,
                   const wording::WordLists& lists, std::vector<Name>& names) {
  States(text, words, tokens, lists, names).run();
}

}  // namespace readout::naming
