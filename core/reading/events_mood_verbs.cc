// Kinds of verbs and adjectives by what they make of the deed below them: done with them, taken for granted, or
// weighed.
#include <array>

#include "reading/events_mood.h"
#include "reading/events_words.h"

namespace readout::events {

// "took to the stage to attack him": what is only said is said with that.
bool is_said_at_once(const Trees& trees, uint32_t t, uint32_t above) {
  constexpr std::array<std::string_view, 30> kSaid = {
      "accuse",  "applaud",      "attack",    "back",      "bash",   "blast",    "call",     "chide",
      "condemn", "congratulate", "criticise", "criticize", "decry",  "denounce", "deride",   "endorse",
      "hail",    "lambast",      "lash",      "mock",      "praise", "rebuke",   "ridicule", "rip",
      "salute",  "scold",        "slam",      "thank",     "trash",  "urge"};
  const bool past = trees.token(above).upos == Upos::kVerb && trees.words(above) != trees.lemma(above) &&
                    trees.words(above).back() != 's' &&
                    trees.words(above).substr(trees.words(above).size() - 2) != "ng";
  // "went out of his way to criticise", "did go out of her way"
  bool way = false;
  for (uint32_t k = above + 1; k < t && k < above + 6; ++k) way = way || trees.lemma(k) == "way";
  const bool did = trees.child(above, "aux") != Trees::kNone && trees.words(trees.child(above, "aux")) == "did";
  if (trees.lemma(above) == "go" && way && (past || did)) return true;
  // "went on to endorse"
  const bool went = trees.lemma(above) == "go" && past && above + 1 < t && trees.lemma(above + 1) == "on";
  return went || (past && among(kSaid, trees.lemma(t)));
}

// "if you had a group that was killing people": of a group that is only supposed.
bool is_supposed(const Trees& trees, uint32_t t) {
  constexpr int kFarthest = 8;
  bool relative = false;
  for (int depth = 0; depth < kFarthest && t != Trees::kNone; ++depth, t = trees.head(t)) {
    if (trees.is_relation(t, "acl:relcl") || trees.is_relation(t, "acl")) {
      const uint32_t noun = trees.head(t);
      const uint32_t article = noun == Trees::kNone ? Trees::kNone : trees.child(noun, "det");
      if (article == Trees::kNone || (trees.lemma(article) != "a" && trees.lemma(article) != "any")) return false;
      relative = true;
    }
    const uint32_t mark = relative && trees.has_relation(t, "advcl") ? trees.child(t, "mark") : Trees::kNone;
    if (mark != Trees::kNone && (trees.lemma(mark) == "if" || trees.lemma(mark) == "unless")) return true;
  }
  return false;
}

// "supports banning", "is opposed to sending": an opinion of a deed that nobody is said to have done.
bool weighs(std::string_view verb) {
  constexpr std::array<std::string_view, 9> kWeighing = {"advocate", "back",    "endorse",   "favor",  "favour",
                                                         "oppose",   "opposed", "recommend", "support"};
  return among(kWeighing, verb);
}

// Verbs that presuppose the event which is their object.
bool presupposes(std::string_view verb) {
  return verb == "condemn" || verb == "criticise" || verb == "criticize" || verb == "denounce" || verb == "deplore" ||
         verb == "praise" || verb == "mention" || verb == "recall" || verb == "regret" || verb == "forget" ||
         verb == "forgive" || verb == "detail" || verb == "describe";
}

// Of what is somebody's own these tell that it is, even where they are denied ("would not discuss his attacks").
bool talks_of(std::string_view verb) {
  return verb == "discuss" || verb == "address" || verb == "acknowledge" || verb == "explain" || verb == "defend" ||
         verb == "justify" || verb == "ignore" || verb == "tone" || verb == "temper" || verb == "soften";
}

// "was shocked to get a call": what somebody feels about, and has.
bool is_felt(const Trees& trees, uint32_t adjective) {
  constexpr std::array<std::string_view, 14> kFelt = {"amazed",   "astonished", "delighted", "glad",    "honored",
                                                      "honoured", "lucky",      "pleased",   "proud",   "relieved",
                                                      "shocked",  "stunned",    "surprised", "thrilled"};
  const uint32_t copula = trees.child(adjective, "cop");
  const uint32_t be = copula == Trees::kNone ? trees.child(adjective, "aux:pass") : copula;
  if (be == Trees::kNone || (trees.words(be) != "was" && trees.words(be) != "were")) return false;
  return trees.child(adjective, "aux") == Trees::kNone && among(kFelt, trees.words(adjective));
}

}  // namespace readout::events
