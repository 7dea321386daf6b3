#include "reading/events_control.h"

#include <algorithm>
#include <array>

namespace readout::events {

namespace {

constexpr int kHighest = 5;

template <size_t N>
bool among(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

// Verbs whose object has done what follows "for". Sorted.
constexpr std::array<std::string_view, 70> kBlaming = {
    "admonish",  "applaud",   "arrest",      "assail",   "attack", "bash",      "berate",   "blame",     "blast",
    "call",      "castigate", "censure",     "chastise", "chide",  "commend",   "condemn",  "convict",   "credit",
    "criticise", "criticize", "decry",       "denounce", "deride", "detain",    "dismiss",  "excoriate", "execute",
    "fault",     "fine",      "fire",        "forgive",  "hail",   "hammer",    "hit",      "honor",     "honour",
    "impeach",   "indict",    "investigate", "jail",     "knock",  "lambast",   "lambaste", "lash",      "laud",
    "mock",      "pan",       "pardon",      "praise",   "probe",  "prosecute", "punish",   "rail",      "rap",
    "rebuke",    "reprimand", "ridicule",    "rip",      "sack",   "salute",    "sanction", "scold",     "skewer",
    "slam",      "sue",       "suspend",     "target",   "taunt",  "thank",     "trash"};

}  // namespace

bool is_gerund(const Trees& trees, uint32_t t) {
  const std::string_view word = trees.words(t);
  return word.size() > 4 && word.substr(word.size() - 3) == "ing" && trees.child(t, "aux") == Trees::kNone;
}

uint32_t main_of_adjunct(const Trees& trees, uint32_t t) {
  constexpr std::array<std::string_view, 7> kCircumstances = {"after", "before", "by",     "despite",
                                                              "since", "while",  "without"};
  const uint32_t mark = trees.child(t, "mark");
  if (!trees.has_relation(t, "acl") || !is_gerund(trees, t)) return Trees::kNone;
  // "spent much of his campaign attacking her"
  for (uint32_t at = trees.head(t), depth = 0; mark == Trees::kNone && at != Trees::kNone && depth < 3; ++depth) {
    if (trees.lemma(at) == "spend" && at < t) return at;
    at = trees.head(at);
  }
  if (mark == Trees::kNone || mark > t) return Trees::kNone;
  if (std::find(kCircumstances.begin(), kCircumstances.end(), trees.lemma(mark)) == kCircumstances.end())
    return Trees::kNone;
  // "say that by imposing rules, the city ...": of what follows.
  const bool behind = mark > 0 && (trees.is_nominal(mark - 1) || trees.words(mark - 1) == ",");
  if (!behind) return Trees::kNone;
  uint32_t at = trees.head(t);
  for (int depth = 0; depth < kHighest && at != Trees::kNone; ++depth) {
    if (trees.token(at).upos == Upos::kVerb && at < t) return at;
    at = trees.head(at);
  }
  return Trees::kNone;
}

uint32_t blamed_for(const Trees& trees, uint32_t t) {
  const uint32_t mark = trees.child(t, "mark");
  if (mark == Trees::kNone || trees.lemma(mark) != "for" || !is_gerund(trees, t)) return Trees::kNone;
  const uint32_t verb = trees.head(t);
  if (!trees.has_relation(t, "advcl") || verb == Trees::kNone || verb > t || !among(kBlaming, trees.lemma(verb)))
    return Trees::kNone;
  if (trees.child(verb, "aux:pass") != Trees::kNone) return verb;
  uint32_t blamed = trees.child(verb, "obj");
  if (blamed != Trees::kNone && (blamed < verb || blamed > mark)) blamed = Trees::kNone;
  const bool object = blamed != Trees::kNone;
  for (const uint32_t* c = trees.begin(verb); c != trees.end(verb) && !object; ++c) {
    if (*c < verb || *c > mark) continue;
    const std::string_view preposition = trees.preposition(*c);
    const bool against = trees.has_relation(*c, "obl") && (preposition == "against" || preposition == "at" ||
                                                           preposition == "on" || preposition == "into");
    if (against) blamed = *c;
  }
  // "calls out Lee for ...": what stands right before "for", whatever the tree makes of it.
  if (blamed == Trees::kNone && mark > verb + 1 && trees.is_nominal(mark - 1)) {
    blamed = mark - 1;
    while (trees.has_relation(blamed, "flat") && trees.head(blamed) != Trees::kNone && trees.head(blamed) > verb)
      blamed = trees.head(blamed);
  }
  return blamed;
}

bool is_behind_by(const Trees& trees, uint32_t c) {
  constexpr uint32_t kPhrase = 10;
  for (uint32_t k = c; k > trees.head(c) && k + kPhrase > c; --k) {
    if (trees.lemma(k) == "by") return true;
  }
  return false;
}

uint32_t described_agent(const Trees& trees, uint32_t t) {
  const uint32_t verb = trees.head(t);
  const bool participle =
      trees.has_relation(t, "advcl") && is_gerund(trees, t) && trees.child(t, "mark") == Trees::kNone;
  if (!participle || verb == Trees::kNone || verb > t || t == 0 || !trees.is_nominal(t - 1)) return Trees::kNone;
  for (const uint32_t* c = trees.begin(verb); c != trees.end(verb); ++c) {
    const bool agent =
        trees.is_relation(*c, "obl:agent") || (trees.has_relation(*c, "obl") && trees.preposition(*c) == "by");
    if (!agent || *c < verb || *c >= t || !is_behind_by(trees, *c)) continue;
    bool apart = false;
    for (uint32_t k = *c; k < t; ++k) apart = apart || trees.words(k) == ",";
    if (!apart) return *c;
  }
  return Trees::kNone;
}

uint32_t finite_above(const Trees& trees, uint32_t t) {
  const std::string_view word = trees.words(t);
  const bool past = word.size() > 3 && word.substr(word.size() - 2) == "ed" && trees.child(t, "aux") == Trees::kNone &&
                    trees.child(t, "aux:pass") == Trees::kNone;
  if (!past || !trees.has_relation(t, "conj")) return Trees::kNone;
  uint32_t at = trees.head(t);
  for (int depth = 0; depth < kHighest && at != Trees::kNone; ++depth) {
    const uint32_t mark = trees.child(at, "mark");
    if (mark == Trees::kNone || trees.lemma(mark) != "to") return depth == 0 ? Trees::kNone : at;
    at = trees.head(at);
    if (at != Trees::kNone && trees.token(at).upos != Upos::kVerb) return Trees::kNone;
  }
  return Trees::kNone;
}

uint32_t head_of_phrase(const Trees& trees, uint32_t t, uint32_t noun) {
  const std::string_view word = trees.words(t);
  const bool finite = trees.is_relation(t, "acl") && !is_gerund(trees, t) && trees.child(t, "mark") == Trees::kNone &&
                      trees.child(t, "obj") != Trees::kNone && trees.child(t, "obj") > t && word != trees.lemma(t);
  if (!finite || noun > t) return noun;
  for (int depth = 0; depth < kHighest; ++depth) {
    const uint32_t above = trees.head(noun);
    const bool hangs = trees.has_relation(noun, "nmod") && trees.child(noun, "case") != Trees::kNone;
    if (!hangs || above == Trees::kNone || above > noun || !trees.is_nominal(above)) break;
    noun = above;
  }
  return noun;
}

}  // namespace readout::events
