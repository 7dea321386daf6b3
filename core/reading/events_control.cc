#include "reading/events_control.h"
#include "reading/events_words.h"

#include <algorithm>
#include <array>

namespace readout::events {

namespace {

constexpr int kHighest = 5;

// Verbs whose object has done what follows "for". Sorted.
constexpr std::array<std::string_view, 81> kBlaming = {
    "admonish", "applaud", "arrest",    "assail",   "attack",    "ban",       "bash",    "berate",   "blame",
    "blast",    "boo",     "boycott",   "call",     "castigate", "censure",   "charge",  "chastise", "chide",
    "commend",  "condemn", "convict",   "credit",   "criticise", "criticize", "decry",   "denounce", "deride",
    "detain",   "dismiss", "excoriate", "execute",  "expel",     "fault",     "fine",    "fire",     "forgive",
    "hail",     "hammer",  "heckle",    "hit",      "honor",     "honour",    "impeach", "indict",   "investigate",
    "jail",     "knock",   "lambast",   "lambaste", "lash",      "laud",      "mock",    "oust",     "pan",
    "pardon",   "picket",  "praise",    "probe",    "prosecute", "protest",   "punish",  "rail",     "rap",
    "rebuke",   "remove",  "reprimand", "ridicule", "rip",       "sack",      "salute",  "sanction", "scold",
    "sentence", "skewer",  "slam",      "sue",      "suspend",   "target",    "taunt",   "thank",    "trash"};

}  // namespace

bool is_gerund(const Trees& trees, uint32_t t) {
  const std::string_view word = trees.words(t);
  return word.size() > 4 && word.substr(word.size() - 3) == "ing" && trees.child(t, "aux") == Trees::kNone;
}

bool is_of_no_subject(const Trees& trees, uint32_t t) {
  const uint32_t above = trees.head(t);
  if (!is_gerund(trees, t) || above == Trees::kNone || above > t || trees.child(t, "nsubj") != Trees::kNone)
    return false;
  if (trees.has_relation(t, "conj") && trees.token(above).upos == Upos::kVerb) {
    // Joined to the noun right before, not to a verb that is no gerund itself.
    const uint32_t link = trees.child(t, "cc");
    return link != Trees::kNone && link + 1 == t && link > above + 1 && trees.token(link - 1).upos == Upos::kNoun &&
           (trees.lemma(above) == "have" || trees.lemma(above) == "deny") && trees.lemma(link) == "or";
  }
  constexpr std::array<std::string_view, 6> kHurt = {"bristle", "fume", "reel", "seethe", "smart", "sting"};
  const std::string_view before = trees.lemma(t - 1);
  return among(kHurt, trees.lemma(above)) && (before == "over" || before == "from" || before == "about");
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

uint32_t antecedent_of_told(const Trees& trees, uint32_t t) {
  uint32_t k = t;
  while (k > 0 && (trees.token(k - 1).upos == Upos::kAux || trees.token(k - 1).upos == Upos::kAdv)) --k;
  if (k == 0 || trees.child(t, "mark") != Trees::kNone) return Trees::kNone;
  const uint32_t says = k - 1;
  if (trees.token(says).upos != Upos::kVerb || trees.child(says, "nsubj") == Trees::kNone) return Trees::kNone;
  const bool relative_clause = trees.is_relation(says, "acl:relcl");
  if (!relative_clause && !trees.is_relation(says, "parataxis")) return Trees::kNone;
  for (const uint32_t* c = trees.begin(says); c != trees.end(says); ++c) {
    const std::string_view lemma = trees.lemma(*c);
    const bool relative = lemma == "which" || lemma == "who" || lemma == "that";
    if (relative && *c < says && !trees.has_relation(*c, "nsubj")) return relative_clause ? trees.head(says) : *c;
  }
  return Trees::kNone;
}

uint32_t hired_for(const Trees& trees, uint32_t t) {
  constexpr std::array<std::string_view, 14> kHiring = {"appoint", "assign", "choose",  "commission", "enlist",
                                                        "hire",    "invite", "pay",     "recruit",    "retain",
                                                        "select",  "send",   "station", "task"};
  const uint32_t verb = trees.head(t);
  const uint32_t mark = trees.child(t, "mark");
  if (verb == Trees::kNone || verb > t || !among(kHiring, trees.lemma(verb))) return Trees::kNone;
  if (mark == Trees::kNone || trees.lemma(mark) != "to" || !trees.is_relation(verb, "acl:relcl")) return Trees::kNone;
  const uint32_t subject = trees.child(verb, "nsubj");
  const uint32_t object = trees.child(verb, "obj");
  const bool own = object != Trees::kNone && object > verb;
  const bool acts = subject == Trees::kNone || trees.lemma(subject) == "who" || trees.lemma(subject) == "which" ||
                    trees.lemma(subject) == "that";
  return own || acts || trees.child(verb, "aux:pass") != Trees::kNone ? Trees::kNone : trees.head(verb);
}

uint32_t listed_with(const Trees& trees, uint32_t t) {
  if (!trees.has_relation(t, "advcl") || !is_gerund(trees, t) || t == 0 || trees.words(t - 1) != ",")
    return Trees::kNone;
  const uint32_t bare = trees.head(t);
  if (bare == Trees::kNone || bare > t || !trees.has_relation(bare, "xcomp")) return Trees::kNone;
  if (trees.words(bare) != trees.lemma(bare) || trees.child(bare, "mark") != Trees::kNone) return Trees::kNone;
  const uint32_t first = trees.head(bare);
  return first != Trees::kNone && first < bare && is_gerund(trees, first) ? first : Trees::kNone;
}

// "with the court at an impasse and ministers refusing": the noun right before a participle, which "and" joins to
// another than its subject. kNone where none is.
uint32_t joined_before(const Trees& trees, uint32_t t, uint32_t subject) {
  if (!is_gerund(trees, t) || t == 0 || !trees.is_nominal(t - 1)) return Trees::kNone;
  uint32_t noun = t - 1;
  if (trees.has_relation(noun, "flat") && trees.head(noun) != Trees::kNone) noun = trees.head(noun);
  const uint32_t first = trees.has_relation(noun, "conj") ? trees.head(noun) : Trees::kNone;
  const bool inside = first != Trees::kNone && first > subject && first < noun && noun < t;
  return inside && trees.child(first, "case") != Trees::kNone && trees.child(noun, "cc") != Trees::kNone ? noun
                                                                                                         : Trees::kNone;
}

uint32_t modified_subject(const Trees& trees, uint32_t t, uint32_t subject) {
  if (subject > t || trees.token(t).upos != Upos::kVerb) return subject;
  if (const uint32_t joined = joined_before(trees, t, subject); joined != Trees::kNone) return joined;
  uint32_t k = subject;
  while (k > 0 && (trees.is_nominal(k - 1) || trees.token(k - 1).upos == Upos::kDet ||
                   trees.token(k - 1).upos == Upos::kAdj || trees.token(k - 1).upos == Upos::kPart))
    --k;
  if (k == 0 || trees.token(k - 1).upos != Upos::kVerb || !is_gerund(trees, k - 1)) return subject;
  const uint32_t noun = trees.head(k - 1);
  const bool describes = trees.is_relation(k - 1, "acl") && noun != Trees::kNone && noun < k - 1;
  if (!describes || trees.head(noun) != t || !trees.is_nominal(noun)) return subject;
  if (trees.child(noun, "case") != Trees::kNone || trees.child(k - 1, "obj") != Trees::kNone) return subject;
  for (uint32_t between = noun; between < t; ++between) {
    if (trees.words(between) == ",") return subject;
  }
  return noun;
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
