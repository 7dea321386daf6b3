#include "reading/events_clause.h"

#include <algorithm>
#include <array>

namespace readout::events {

namespace {

constexpr int kHighest = 5;  // how many verbs up a subject or a doubt may come from

template <size_t N>
bool among(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

// Verbs whose complement is meant to happen. Sorted.
constexpr std::array<std::string_view, 20> kPlanning = {
    "agree",  "aim",     "announce", "commit",  "decide", "due",      "expect", "intend", "offer",     "plan",
    "pledge", "prepare", "promise",  "propose", "ready",  "schedule", "set",    "slate",  "volunteer", "vow"};
// Verbs whose complement is only thought of. Sorted.
constexpr std::array<std::string_view, 21> kWishing = {
    "appeal", "ask",     "call",     "consider", "demand", "fear", "hope", "invite", "order", "press", "request",
    "seek",   "suggest", "threaten", "try",      "urge",   "want", "warn", "weigh",  "wish",  "would"};
// Verbs whose complement does not happen. Sorted.
constexpr std::array<std::string_view, 9> kNegating = {"avoid",    "cancel",  "decline", "deny",  "fail",
                                                       "postpone", "prevent", "refuse",  "reject"};

bool negates(std::string_view lemma) {
  return lemma == "not" || lemma == "n't" || lemma == "n’t" || lemma == "never" || lemma == "no" || lemma == "without";
}

void subjects(const Trees& trees, uint32_t t, int depth, std::vector<uint32_t>& out) {
  if (depth > kHighest) return;
  for (const uint32_t* c = trees.begin(t); c != trees.end(t); ++c) {
    if (!trees.has_relation(*c, "nsubj")) continue;
    // "who met": the noun before the relative clause.
    const bool relative = trees.token(*c).upos == Upos::kPron && trees.has_relation(t, "acl") &&
                          (trees.lemma(*c) == "who" || trees.lemma(*c) == "which" || trees.lemma(*c) == "that");
    out.push_back(relative ? trees.head(t) : *c);
    return;
  }
  const uint32_t above = trees.head(t);
  if (above == Trees::kNone) return;
  const bool wished = trees.has_relation(t, "advcl") && among(kWishing, trees.lemma(above));
  if (trees.has_relation(t, "xcomp") || wished) {
    // "urged him to leave": the object acts; "plans to leave": the subject does.
    const uint32_t object = trees.child(above, "obj");
    if (object != Trees::kNone && object < t && trees.token(above).upos == Upos::kVerb) {
      out.push_back(object);
      return;
    }
    subjects(trees, above, depth + 1, out);
  } else if (trees.has_relation(t, "conj") || trees.has_relation(t, "advcl") || trees.has_relation(t, "parataxis")) {
    subjects(trees, above, depth + 1, out);
  } else if (trees.has_relation(t, "acl") && trees.token(above).upos != Upos::kVerb) {
    // "a visit to sign ...", "police arresting ...": the noun itself, where it may act.
    out.push_back(above);
  }
}

}  // namespace

bool is_passive(const Trees& trees, uint32_t t) {
  for (const uint32_t* c = trees.begin(t); c != trees.end(t); ++c) {
    if (trees.token(*c).deprel == "nsubj:pass" || trees.token(*c).deprel == "aux:pass") return true;
  }
  if (!trees.has_relation(t, "acl")) return false;
  // "documents signed by Putin"
  for (const uint32_t* c = trees.begin(t); c != trees.end(t); ++c) {
    if (trees.token(*c).deprel == "obl:agent" || (trees.has_relation(*c, "obl") && trees.preposition(*c) == "by"))
      return true;
  }
  return false;
}

std::vector<uint32_t> agents(const Trees& trees, uint32_t t) {
  std::vector<uint32_t> out;
  if (is_passive(trees, t)) {
    for (const uint32_t* c = trees.begin(t); c != trees.end(t); ++c) {
      if (trees.token(*c).deprel == "obl:agent" || (trees.has_relation(*c, "obl") && trees.preposition(*c) == "by")) {
        out.push_back(*c);
      }
    }
    return out;
  }
  subjects(trees, t, 0, out);
  return out;
}

std::vector<uint32_t> patients(const Trees& trees, uint32_t t) {
  std::vector<uint32_t> out;
  if (!is_passive(trees, t)) return out;
  subjects(trees, t, 0, out);
  return out;
}

EventStatus status_of(const Trees& trees, uint32_t t) {
  EventStatus status = EventStatus::kAsserted;
  // The stronger doubt wins: a plan that is denied is negated.
  const auto raise = [&](EventStatus to) {
    const auto rank = [](EventStatus s) {
      return s == EventStatus::kNegated ? 3 : s == EventStatus::kHypothetical ? 2 : s == EventStatus::kPlanned ? 1 : 0;
    };
    if (rank(to) > rank(status)) status = to;
  };
  uint32_t at = t;
  for (int depth = 0; depth <= kHighest; ++depth) {
    for (const uint32_t* c = trees.begin(at); c != trees.end(at); ++c) {
      const std::string_view lemma = trees.lemma(*c);
      if ((trees.has_relation(*c, "advmod") || trees.has_relation(*c, "det")) && negates(lemma))
        raise(EventStatus::kNegated);
      if (trees.has_relation(*c, "aux")) {
        const std::string_view word = trees.words(*c);
        if (lemma == "will" || lemma == "shall" || word == "'ll" || word == "’ll") raise(EventStatus::kPlanned);
        if (lemma == "would" || lemma == "could" || lemma == "may" || lemma == "might" || lemma == "should" ||
            lemma == "can" || lemma == "must" || word == "would") {
          raise(EventStatus::kHypothetical);
        }
      }
      if (trees.has_relation(*c, "mark") && (lemma == "if" || lemma == "unless" || lemma == "whether")) {
        raise(EventStatus::kHypothetical);
      }
    }
    const uint32_t above = trees.head(at);
    if (above == Trees::kNone) break;
    const bool governed = trees.has_relation(at, "xcomp") || trees.has_relation(at, "ccomp") ||
                          trees.has_relation(at, "obj") || trees.has_relation(at, "obl") ||
                          (trees.has_relation(at, "acl") && trees.child(at, "mark") != Trees::kNone);
    if (!governed) {
      // A conjoined verb shares the auxiliaries of the first.
      if (!trees.has_relation(at, "conj") || trees.child(at, "nsubj") != Trees::kNone) break;
      at = above;
      continue;
    }
    const std::string_view verb = trees.lemma(above);
    if (among(kPlanning, verb)) raise(EventStatus::kPlanned);
    if (among(kWishing, verb)) raise(EventStatus::kHypothetical);
    if (among(kNegating, verb)) raise(EventStatus::kNegated);
    // What somebody says or agrees to under "said that" stands by itself: its own words decide.
    if (trees.has_relation(at, "ccomp")) break;
    at = above;
  }
  return status;
}

}  // namespace readout::events
