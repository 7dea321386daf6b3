#include "reading/events_clause.h"

#include <algorithm>
#include <array>

#include "reading/events_control.h"
#include "reading/events_words.h"

namespace readout::events {

namespace {

constexpr int kHighest = 5;         // how many verbs up a subject may come from
constexpr uint32_t kFarthest = 12;  // how far an inverted subject stands behind its verb

// Verbs whose object does what their complement says. Sorted.
constexpr std::array<std::string_view, 57> kObjectActs = {
    "accuse",    "advise", "allow",   "appeal",   "appoint",  "ask",     "authorise", "authorize", "ban",
    "bar",       "blame",  "cause",   "charge",   "compel",   "condemn", "convict",   "convince",  "criticise",
    "criticize", "demand", "deploy",  "dispatch", "drive",    "enable",  "encourage", "force",     "get",
    "help",      "hire",   "implore", "inspire",  "instruct", "invite",  "lead",      "let",       "mandate",
    "motivate",  "order",  "permit",  "persuade", "praise",   "press",   "pressure",  "prevent",   "prod",
    "prompt",    "push",   "request", "send",     "spur",     "stop",    "suspect",   "tell",      "thank",
    "urge",      "want",   "warn"};

// Sorted.
constexpr std::array<std::string_view, 28> kSaying = {
    "add",    "admit",    "announce", "argue",    "assert", "claim",  "confirm", "declare",  "disclose",  "explain",
    "hint",   "indicate", "insist",   "maintain", "note",   "pledge", "promise", "reaffirm", "reiterate", "report",
    "reveal", "say",      "state",    "stress",   "tell",   "tweet",  "vow",     "write"};

// What one rings somebody up for. Sorted.
constexpr std::array<std::string_view, 15> kUttering = {"apologise", "apologize",    "ask",     "complain", "concede",
                                                        "condemn",   "congratulate", "discuss", "express",  "invite",
                                                        "offer",     "praise",       "talk",    "thank",    "urge"};

// "Peru's donors Friday said": when, though it stands where a subject may.
bool is_weekday(std::string_view lemma) {
  return lemma.size() > 5 && lemma.substr(lemma.size() - 3) == "day" && lemma[0] >= 'A' && lemma[0] <= 'Z';
}

bool is_kin(std::string_view noun) {
  constexpr std::array<std::string_view, 12> kKin = {"brother", "daughter", "family", "father", "friend", "husband",
                                                     "lawyer",  "mother",   "parent", "sister", "son",    "wife"};
  return among(kKin, noun);
}

bool has_own_auxiliary(const Trees& trees, uint32_t t) {
  return trees.child(t, "aux") != Trees::kNone || trees.child(t, "mark") != Trees::kNone;
}

bool is_relative_pronoun(const Trees& trees, uint32_t t) {
  const std::string_view lemma = trees.lemma(t);
  return lemma == "who" || lemma == "which" || lemma == "that" || lemma == "whom";
}

// "Lee, the second man under Kim, had left": a finite verb behind a comma, taken for a relative clause of the last
// name, has the noun before the first comma for its subject.
uint32_t before_apposition(const Trees& trees, uint32_t t) {
  if (!trees.is_relation(t, "acl:relcl") || trees.child(t, "aux") == Trees::kNone) return Trees::kNone;
  constexpr uint32_t kWindow = 24;
  uint32_t commas = 0;
  const uint32_t first = t > kWindow ? t - kWindow : 0;
  for (uint32_t k = t; k-- > first;) {
    const std::string_view word = trees.words(k);
    const Upos tag = trees.token(k).upos;
    if (commas == 0 && word != ",") {
      if (tag != Upos::kAux && tag != Upos::kAdv) return Trees::kNone;
    } else if (word == ",") {
      ++commas;
    } else if (tag == Upos::kVerb || word == ".") {
      return Trees::kNone;
    }
    if (commas == 2) return k > 0 && trees.is_nominal(k - 1) ? k - 1 : Trees::kNone;
  }
  return Trees::kNone;
}

// "said Peru must leave": what stands right before a finite verb and behind a verb of saying is the subject of the
// former, where the tree takes it for the object of the latter. Nobody is said; somebody may be told.
uint32_t said_before(const Trees& trees, uint32_t t) {
  const uint32_t above = trees.head(t);
  const bool says = above != Trees::kNone && (among(kSaying, trees.lemma(above)) || trees.lemma(above) == "hope");
  if (!trees.has_relation(t, "ccomp") || !says || trees.lemma(above) == "tell") return Trees::kNone;
  const uint32_t object = trees.child(above, "obj");
  if (object == Trees::kNone || object < above || object >= t) return Trees::kNone;
  for (uint32_t k = t; k-- > object + 1;) {
    const Upos tag = trees.token(k).upos;
    // A name ends behind its head ("Xi Jinping").
    const bool own = trees.head(k) == object && trees.has_relation(k, "flat");
    if (tag != Upos::kAux && tag != Upos::kAdv && trees.lemma(k) != "not" && !own) return Trees::kNone;
  }
  return object;
}

// The clause whose subject the clause of `t` takes over, where the tree hangs it on another: "Peru plays games, they
// say, barring traders" goes on what Peru does; "Besides barring traders, while they booed, Peru ..." belongs to the
// main verb.
uint32_t governing(const Trees& trees, uint32_t t, uint32_t above) {
  const std::string_view word = trees.words(t);
  const bool participle = word.size() > 4 && word.substr(word.size() - 3) == "ing" && !has_own_auxiliary(trees, t);
  const uint32_t higher = trees.head(above);
  if (higher == Trees::kNone || trees.token(higher).upos != Upos::kVerb) return above;
  if (participle && t > above && trees.has_relation(above, "parataxis") && among(kSaying, trees.lemma(above)))
    return higher;
  const uint32_t mark = trees.child(above, "mark");
  if (t < above && trees.has_relation(above, "advcl") && mark != Trees::kNone && mark > t) return higher;
  return above;
}

// Whether a list may go on from the noun `first` to the noun `last`: "Peru, Norrby (in the north) and other states".
bool is_list(const Trees& trees, uint32_t first, uint32_t last) {
  bool joined = false;
  for (uint32_t k = first + 1; k < last; ++k) {
    const Upos tag = trees.token(k).upos;
    const std::string_view word = trees.words(k);
    joined = joined || tag == Upos::kCconj;
    const bool mark = word == "," || word == "(" || word == ")" || word == "." || word == "-";
    const bool part = tag == Upos::kCconj || tag == Upos::kDet || tag == Upos::kAdj || tag == Upos::kPart ||
                      tag == Upos::kAdv || trees.has_relation(k, "amod") || trees.is_nominal(k);
    if (!mark && !part) return false;
  }
  return joined;
}

// "the guard, the army and the police freed": whether the last of two subjects is joined to a third that stands before
// the verb, with no comma behind.
bool goes_on(const Trees& trees, uint32_t first, uint32_t last, uint32_t t) {
  const uint32_t third = trees.child(last, "conj");
  if (third == Trees::kNone || third < last || third > t || trees.words(first + 1) != ",") return false;
  for (uint32_t k = first + 2; k < last; ++k) {
    const Upos tag = trees.token(k).upos;
    if (tag != Upos::kDet && tag != Upos::kAdj && !trees.is_nominal(k)) return false;
  }
  for (uint32_t k = last; k < t; ++k) {
    if (trees.words(k) == ",") return false;
  }
  return true;
}

// "Lee and Roe, the parents of two, sued": set apart by commas, with nothing that joins it behind the first of them.
bool is_aside(const Trees& trees, uint32_t first, uint32_t noun, uint32_t t) {
  bool joined = false;
  bool apart = false;
  for (uint32_t k = first + 1; k < noun; ++k) {
    const bool links = trees.token(k).upos == Upos::kCconj;
    if (links && apart) return false;
    joined = joined || links;
    apart = apart || trees.words(k) == ",";
  }
  if (!joined || !apart) return false;
  for (uint32_t k = noun + 1; k < t; ++k) {
    if (trees.words(k) == ",") return true;
  }
  return false;
}

// "the mayors — a group of friends — sued": set apart by dashes.
bool is_dashed(const Trees& trees, uint32_t first, uint32_t noun, uint32_t t) {
  const auto dash = [&](uint32_t from, uint32_t to) {
    for (uint32_t k = from; k < to; ++k) {
      const std::string_view word = trees.words(k);
      if (word == "—" || word == "–" || word == "--") return true;
    }
    return false;
  };
  return dash(first + 1, noun) && dash(noun + 1, t);
}

// The subjects that the tree gives the verb itself. Of several the one that stands next before it, and those that a
// list joins to that; others were joined to the verb wrongly: "Lima -- Police freed", "On Monday Peru the army freed".
std::vector<uint32_t> own_subjects(const Trees& trees, uint32_t t) {
  std::vector<uint32_t> out;
  for (const uint32_t* c = trees.begin(t); c != trees.end(t); ++c) {
    if (!trees.has_relation(*c, "nsubj") || *c > t + kFarthest) continue;
    if (out.empty()) {
      out.push_back(*c);
      continue;
    }
    // "who with her brother freed": what a preposition introduces is no subject.
    const bool other = is_weekday(trees.lemma(*c)) || trees.child(*c, "case") != Trees::kNone;
    if (*c > t || other || is_relative_pronoun(trees, out.back())) continue;
    if (is_aside(trees, out.back(), *c, t) || is_dashed(trees, out.back(), *c, t)) continue;
    if (!is_list(trees, out.back(), *c) && !goes_on(trees, out.back(), *c, t)) out.clear();
    out.push_back(*c);
  }
  return out;
}

void subjects(const Trees& trees, uint32_t t, int depth, std::vector<uint32_t>& out) {
  if (depth > kHighest) return;
  const auto own = own_subjects(trees, t);
  for (const uint32_t subject : own) {
    // "who met": the noun before the relative clause.
    const bool relative = is_relative_pronoun(trees, subject) && trees.has_relation(t, "acl");
    if (relative) {
      out.push_back(trees.head(t));
    } else if (trees.in_dateline(subject)) {
      const uint32_t other = trees.after_dateline(subject, t);
      if (other != Trees::kNone) out.push_back(other);
    } else {
      out.push_back(modified_subject(trees, t, subject));
    }
  }
  if (!own.empty()) return;
  const uint32_t above = trees.head(t);
  if (above == Trees::kNone) return;
  if (trees.in_dateline(above)) {
    const uint32_t other = trees.after_dateline(above, t);
    if (other != Trees::kNone) out.push_back(other);
    return;
  }
  // "Peru's arming of rebels", "Peru's arming rebels": whose doing it is.
  if (t > 1 && is_gerund(trees, t) && trees.token(t - 1).upos == Upos::kPart && trees.words(t - 1) != "to" &&
      trees.has_relation(t - 1, "case") && trees.head(t - 1) != Trees::kNone && trees.head(t - 1) < t) {
    out.push_back(trees.head(t - 1));
    return;
  }
  if (const uint32_t said = said_before(trees, t); said != Trees::kNone) {
    out.push_back(said);
    return;
  }
  if (const uint32_t main = main_of_adjunct(trees, t); main != Trees::kNone && main != t) {
    subjects(trees, main, depth + 1, out);
    return;
  }
  if (const uint32_t agent = described_agent(trees, t); agent != Trees::kNone) {
    out.push_back(agent);
    return;
  }
  if (const uint32_t blamed = blamed_for(trees, t); blamed != Trees::kNone) {
    if (is_passive(trees, above)) {
      subjects(trees, above, depth + 1, out);
    } else {
      out.push_back(blamed);
    }
    return;
  }
  for (const auto find : {antecedent_of_told, hired_for}) {
    const uint32_t noun = find(trees, t);
    if (noun == Trees::kNone) continue;
    out.push_back(noun);
    return;
  }
  if (const uint32_t first = listed_with(trees, t); first != Trees::kNone) {
    subjects(trees, first, depth + 1, out);
    return;
  }
  const bool to = trees.child(t, "mark") != Trees::kNone && trees.lemma(trees.child(t, "mark")) == "to";
  // "accused Peru of arming ..."
  const uint32_t mark = trees.child(t, "mark");
  const bool linked = mark != Trees::kNone && (trees.lemma(mark) == "to" || trees.lemma(mark) == "of" ||
                                               trees.lemma(mark) == "for" || trees.lemma(mark) == "from");
  const bool controlled = trees.has_relation(t, "xcomp") || trees.has_relation(t, "ccomp") ||
                          (linked && trees.has_relation(t, "advcl") &&
                           (among(kObjectActs, trees.lemma(above)) || (to && trees.lemma(above) == "call")));
  if (controlled && trees.token(above).upos == Upos::kVerb) {
    // "urged him to leave": the object acts; "plans to leave": the subject does.
    const uint32_t direct = trees.child(above, "obj");
    uint32_t object = direct == Trees::kNone ? trees.child(above, "iobj") : direct;
    // "called on Lee to apologise"
    const bool asks = trees.lemma(above) == "call" || trees.lemma(above) == "appeal" || trees.lemma(above) == "plead";
    for (const uint32_t* c = trees.begin(above); asks && to && c != trees.end(above) && object == Trees::kNone; ++c) {
      const std::string_view preposition = trees.preposition(*c);
      const bool asked = preposition == "on" || preposition == "upon" || preposition == "to" || preposition == "with" ||
                         preposition == "for";
      if (asked && trees.has_relation(*c, "obl") && *c + 6 > t && *c < t) object = *c;
    }
    // "became the first to visit": who became it.
    const bool becomes = trees.lemma(above) == "become" || trees.lemma(above) == "remain";
    const bool acts = object != Trees::kNone && object < t && !becomes &&
                      (asks || trees.has_relation(t, "xcomp") || among(kObjectActs, trees.lemma(above)));
    // "called Lee to thank him": who rang up. "called on Lee to thank him" asks.
    const bool rings = trees.lemma(above) == "call" && to && direct != Trees::kNone && among(kUttering, trees.lemma(t));
    if (rings && !is_passive(trees, above)) {
      subjects(trees, above, depth + 1, out);
      return;
    }
    if (acts && is_passive(trees, above)) {
      subjects(trees, above, depth + 1, out);
    } else if (acts) {
      out.push_back(object);
    } else {
      subjects(trees, governing(trees, t, above), depth + 1, out);
    }
  } else if (const uint32_t finite = finite_above(trees, t); finite != Trees::kNone) {
    subjects(trees, finite, depth + 1, out);
  } else if (trees.has_relation(t, "xcomp") || trees.has_relation(t, "conj") || trees.has_relation(t, "advcl") ||
             trees.has_relation(t, "ccomp")) {
    subjects(trees, governing(trees, t, above), depth + 1, out);
  } else if (const uint32_t apart = before_apposition(trees, t); apart != Trees::kNone) {
    out.push_back(apart);
  } else if (trees.has_relation(t, "acl") && trees.token(above).upos != Upos::kVerb) {
    // "police arresting ...": the noun itself; "a decision to leave": whose it is, else the subject of its verb.
    const uint32_t predicated = trees.child(above, "cop") == Trees::kNone ? Trees::kNone : trees.child(above, "nsubj");
    // "Peru is the largest donor, giving ...": the subject of which the noun is said.
    out.push_back(predicated == Trees::kNone ? above : predicated);
    // "most in both camps backed him": a finite verb that was taken for a participle of the last noun.
    if (predicated == Trees::kNone) out.back() = head_of_phrase(trees, t, above);
    // "the sister of the boy killed by police": the boy.
    const uint32_t whose = t > 0 && predicated == Trees::kNone && !is_gerund(trees, t) ? t - 1 : Trees::kNone;
    if (whose != Trees::kNone && whose > above && is_kin(trees.lemma(above)) && trees.head(whose) == above &&
        trees.preposition(whose) == "of")
      out.back() = whose;
    const uint32_t verb = trees.head(above);
    if (to && predicated == Trees::kNone && verb != Trees::kNone && trees.token(verb).upos == Upos::kVerb &&
        trees.child(above, "nmod:poss") == Trees::kNone) {
      // "became the first member to go": who became it.
      if (trees.lemma(verb) == "become" && (trees.has_relation(above, "xcomp") || trees.has_relation(above, "obj")))
        out.clear();
      // "urged the court to act", with the court that acts as object.
      const bool acts = trees.has_relation(above, "obj") && among(kObjectActs, trees.lemma(verb));
      if (!acts && (trees.has_relation(above, "obj") || trees.has_relation(above, "obl"))) out.clear();
      if (out.empty()) subjects(trees, verb, depth + 1, out);
    }
  }
}

// An agent without "by" is an object that was taken for one.
bool is_agent(const Trees& trees, uint32_t c) {
  if (!trees.has_relation(c, "obl")) return false;
  if (trees.preposition(c) == "by") return true;
  return trees.is_relation(c, "obl:agent") && is_behind_by(trees, c);
}

}  // namespace

bool is_saying(std::string_view verb) { return among(kSaying, verb); }

bool object_acts(std::string_view verb) { return among(kObjectActs, verb); }

std::vector<uint32_t> clause_subject(const Trees& trees, uint32_t t) {
  std::vector<uint32_t> out;
  subjects(trees, t, 0, out);
  return out;
}

std::vector<uint32_t> agents(const Trees& trees, uint32_t t) {
  if (!is_passive(trees, t)) return clause_subject(trees, t);
  std::vector<uint32_t> out;
  for (const uint32_t* c = trees.begin(t); c != trees.end(t); ++c) {
    if (is_agent(trees, *c)) out.push_back(*c);
  }
  return out;
}

std::vector<uint32_t> patients(const Trees& trees, uint32_t t) {
  return is_passive(trees, t) ? clause_subject(trees, t) : std::vector<uint32_t>{};
}

uint32_t reporting_verb(const Trees& trees, uint32_t t) {
  for (int depth = 0; depth < kHighest; ++depth) {
    for (const uint32_t* c = trees.begin(t); c != trees.end(t); ++c) {
      // "X said he will ...", with the verbs hung the other way round.
      if (*c < t && (trees.has_relation(*c, "advcl") || trees.has_relation(*c, "ccomp")) &&
          among(kSaying, trees.lemma(*c)) && trees.child(*c, "nsubj") != Trees::kNone &&
          trees.child(*c, "mark") == Trees::kNone && trees.child(*c, "obj") == Trees::kNone) {
        return *c;
      }
      // "..., the ministry said"
      if ((trees.has_relation(*c, "parataxis") || trees.has_relation(*c, "ccomp")) && *c > t &&
          among(kSaying, trees.lemma(*c)) && trees.child(*c, "nsubj") != Trees::kNone &&
          trees.child(*c, "ccomp") == Trees::kNone && trees.child(*c, "obj") == Trees::kNone) {
        return *c;
      }
    }
    const uint32_t above = trees.head(t);
    if (above == Trees::kNone) break;
    if (trees.has_relation(t, "ccomp") && among(kSaying, trees.lemma(above))) return above;
    const bool same = trees.has_relation(t, "xcomp") || trees.has_relation(t, "conj");
    if (!same) break;
    t = above;
  }
  return Trees::kNone;
}

}  // namespace readout::events
