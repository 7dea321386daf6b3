// Where the tree and the order of words have those that something is done to: behind prepositions, inside complements,
// nearest below a word.
#include <algorithm>
#include <array>

#include "reading/events_clause.h"
#include "reading/events_targets.h"
#include "reading/events_words.h"

namespace readout::events {

namespace {

constexpr size_t kMostVisited = 48;

constexpr std::array<std::string_view, 13> kTowards = {"",   "against", "between", "for",    "from",    "into", "of",
                                                       "on", "over",    "to",      "toward", "towards", "with"};
constexpr std::array<std::string_view, 10> kWhere = {"across", "along", "around", "at",      "in",
                                                     "inside", "into",  "near",   "outside", "throughout"};

// "offered condolences on Facebook": where something is said.
bool is_medium(const Trees& trees, uint32_t t) {
  constexpr std::array<std::string_view, 11> kMedia = {"Facebook", "Instagram", "LinkedIn", "Reddit",
                                                       "Snapchat", "Telegram",  "TikTok",   "Twitter",
                                                       "Weibo",    "WhatsApp",  "YouTube"};
  const std::string_view link = trees.preposition(t);
  // "called on Facebook", "a ban on Twitter": whom it is done to.
  constexpr std::array<std::string_view, 12> kUpon = {"attack",  "ban",  "call",        "crack",
                                                      "curb",    "fine", "impose",      "pressure",
                                                      "prevail", "rely", "restriction", "sanction"};
  const uint32_t above = trees.head(t);
  if (above != Trees::kNone && among(kUpon, trees.lemma(above))) return false;
  return (link == "on" || link == "via" || link == "over") && among(kMedia, trees.words(t));
}

// "in response to", "in return for": two words of one preposition, whose noun stands for nobody.
bool is_of_preposition(const Trees& trees, uint32_t t) {
  constexpr std::array<std::string_view, 10> kNouns = {"addition", "contrast", "exchange", "reaction",    "reference",
                                                       "regard",   "relation", "response", "retaliation", "return"};
  // "on a patrol": what somebody is doing.
  constexpr std::array<std::string_view, 7> kDoing = {"duty", "leave", "mission", "patrol", "tour", "trial", "watch"};
  if (is_medium(trees, t)) return true;
  const std::string_view preposition = trees.preposition(t);
  return preposition == "in" ? among(kNouns, trees.lemma(t)) : preposition == "on" && among(kDoing, trees.lemma(t));
}

// "in retaliation for raids on Lima": why, and not against whom. The tree may hang the raids on another word.
bool is_of_revenge(const Trees& trees, uint32_t t) {
  constexpr std::array<std::string_view, 3> kRevenge = {"reprisal", "retaliation", "revenge"};
  if (trees.preposition(t) == "in" && among(kRevenge, trees.lemma(t))) return true;
  const uint32_t link = trees.child(t, "case");
  return link != Trees::kNone && link > 0 && trees.lemma(link) == "for" && among(kRevenge, trees.lemma(link - 1));
}

bool is_clause(const Trees& trees, uint32_t c) {
  return trees.has_relation(c, "xcomp") || trees.has_relation(c, "ccomp") ||
         (trees.is_relation(c, "acl") && !trees.is_nominal(c));
}

bool is_purpose(const Trees& trees, uint32_t c) {
  if (!trees.has_relation(c, "advcl")) return false;
  const uint32_t mark = trees.child(c, "mark");
  return mark != Trees::kNone && (trees.lemma(mark) == "to" || trees.lemma(mark) == "of" || trees.lemma(mark) == "for");
}

}  // namespace

std::vector<EntityId> Targets::by_preposition(uint32_t t, std::string_view preposition) {
  const int deepest = preposition == "with" || preposition == "between" ? 3 : 2;
  std::vector<uint32_t> level = {t};
  size_t visited = 0;
  std::vector<EntityId> out;
  for (int depth = 0; depth < deepest && out.empty(); ++depth) {
    std::vector<uint32_t> below;
    for (const uint32_t at : level) {
      for (const uint32_t* c = trees_.begin(at); c != trees_.end(at) && visited < kMostVisited; ++c, ++visited) {
        const bool oblique = trees_.has_relation(*c, "obl") || trees_.has_relation(*c, "nmod");
        if (is_time(trees_.lemma(*c))) continue;
        if (oblique &&
            (is_of_preposition(trees_, *c) || is_of_revenge(trees_, *c) || trees_.child(*c, "cop") != Trees::kNone))
          continue;
        // "In the wake of the Vessby attacks, Peru began raids": when, not where.
        const bool circumstance = at == t && *c < t && trees_.token(t).upos == Upos::kVerb && preposition == "in" &&
                                  trees_.token(*c).upos == Upos::kNoun;
        if (oblique && circumstance) continue;
        if (oblique && trees_.preposition(*c) == preposition) append(out, parties_.of(*c));
        // Through what it is about, where and when; not through other circumstances ("in the face of frictions with").
        const auto entity = parties_.at(*c);
        const bool where = oblique && ((entity && parties_.is_place(*entity)) || parties_.is_date(*c));
        const bool counted = trees_.has_relation(*c, "nmod") && trees_.preposition(*c) == "of";
        // "During the probe of Lee, Roe rejected requests": what stands before the verb is another circumstance.
        const bool before = *c < t && trees_.token(t).upos == Upos::kVerb;
        const std::string_view link = oblique ? trees_.preposition(*c) : std::string_view{};
        const bool about = link == "on" || link == "about" || link == "over";
        const bool first = depth == 0 && oblique && (preposition != "with" || about) && !before;
        if (where || counted || first || trees_.has_relation(*c, "obj")) below.push_back(*c);
      }
    }
    level = std::move(below);
  }
  return out;
}

bool Targets::is_bare_weapon(uint32_t t) const {
  const bool weapon = trees_.has_relation(t, "obj") && trees_.token(t).upos == Upos::kNoun &&
                      lexicon_.thing(trees_.lemma(t)) == Thing::kWeapon;
  if (!weapon || trees_.child(t, "nmod:poss") != Trees::kNone) return false;
  return std::none_of(trees_.begin(t), trees_.end(t), [&](uint32_t c) {
    return c < t && (trees_.has_relation(c, "amod") || trees_.has_relation(c, "compound")) && parties_.is_country(c);
  });
}

std::vector<EntityId> Targets::introduced(uint32_t t, std::string_view preposition) {
  auto out = by_preposition(t, preposition);
  return out.empty() ? in_order(t, preposition) : out;
}

std::vector<EntityId> Targets::nearest(uint32_t t, bool places, const std::vector<EntityId>& sources) {
  std::vector<uint32_t> level = {t};
  size_t visited = 0;
  std::vector<EntityId> out;
  for (int depth = 0; depth < 4 && out.empty(); ++depth) {
    std::vector<uint32_t> below;
    for (const uint32_t at : level) {
      for (const uint32_t* c = trees_.begin(at); c != trees_.end(at) && visited < kMostVisited; ++c, ++visited) {
        if (is_time(trees_.lemma(*c))) continue;
        if (is_clause(trees_, *c) || is_purpose(trees_, *c)) {
          below.push_back(*c);
          continue;
        }
        const bool inside = at != t && (trees_.has_relation(at, "xcomp") || trees_.has_relation(at, "ccomp"));
        const bool nominal = trees_.has_relation(*c, "obj") || trees_.has_relation(*c, "iobj") ||
                             trees_.has_relation(*c, "obl") || trees_.has_relation(*c, "nmod") ||
                             trees_.has_relation(*c, "conj") || trees_.has_relation(*c, "appos") ||
                             (inside && trees_.has_relation(*c, "nsubj"));  // "agreed to let Peru do it"
        if (trees_.has_relation(*c, "conj") && !trees_.is_nominal(*c)) continue;
        if (!nominal || trees_.is_relation(*c, "obl:agent") || parties_.is_date(*c)) continue;
        if (trees_.child(*c, "cop") != Trees::kNone) continue;  // "when she was mayor"
        // "In the wake of the Vessby attacks, Peru began raids": when, not where.
        const bool noun = trees_.token(*c).upos == Upos::kNoun && !parties_.at(*c);
        if (at == t && *c < t && noun && trees_.token(t).upos == Upos::kVerb && trees_.has_relation(*c, "obl"))
          continue;
        if (is_medium(trees_, *c) || is_of_revenge(trees_, *c)) continue;
        const std::string_view preposition = trees_.preposition(*c);
        const bool towards = among(kTowards, preposition) || (places && among(kWhere, preposition));
        if (!towards) continue;
        below.push_back(*c);
        // "threatened to fire Vessby-2 missiles": a weapon is nobody's foe, unless it is his ("Peruvian missiles").
        if (is_means(*c) || is_bare_weapon(*c)) continue;
        auto found = parties_.of(*c);
        subtract(found, sources);
        found.erase(std::remove_if(found.begin(), found.end(), [&](EntityId id) { return parties_.is_thing(id); }),
                    found.end());
        if (out.empty()) append(out, found);
      }
    }
    level = std::move(below);
  }
  return out;
}

std::vector<EntityId> Targets::in_order(uint32_t t, std::string_view preposition) {
  const uint32_t head = phrases_.behind(t, preposition, last_);
  if (head == Trees::kNone || is_of_preposition(trees_, head)) return {};
  std::vector<EntityId> out = parties_.of(head);
  // "their premier Ann Lee and President Bob Roe": what is joined to an earlier word of the phrase.
  for (uint32_t k = head; !out.empty() && k > t && phrases_.in_phrase(k); --k) {
    for (const uint32_t* c = trees_.begin(k); c != trees_.end(k); ++c) {
      if (trees_.has_relation(*c, "conj") && *c > head && trees_.is_nominal(*c)) append(out, parties_.of(*c));
    }
  }
  // "in Vessby's northern region"
  for (uint32_t k = head; out.empty() && k > t && phrases_.in_phrase(k); --k) {
    const auto place = parties_.at(k);
    if (place && parties_.is_place(*place)) out = {*place};
  }
  // "into the death of a man"
  const bool of = out.empty() && head + 1 < last_ && trees_.lemma(head + 1) == "of";
  const uint32_t whose = of ? phrases_.after(head + 1, last_) : Trees::kNone;
  if (whose != Trees::kNone) out = parties_.of(whose);
  return out;
}

std::vector<EntityId> Targets::in_complement(uint32_t t, const std::vector<EntityId>& sources) {
  std::vector<EntityId> out;
  // "demanded (that) Peru leave": whoever stands between the two verbs.
  const uint32_t mark = t + 1 < last_ && trees_.lemma(t + 1) == "that" ? t + 1 : t;
  const uint32_t asked = phrases_.after(mark, last_);
  if (asked != Trees::kNone && asked + 1 < last_) {
    // "alleged that Lee, 61, killed him"
    const bool aged = asked + 4 < last_ && trees_.words(asked + 1) == "," &&
                      trees_.token(asked + 2).upos == Upos::kNum && trees_.words(asked + 3) == ",";
    const Upos next = trees_.token(asked + (aged ? 4 : 1)).upos;
    if (next == Upos::kVerb || next == Upos::kAux) out = parties_.of(asked);
    subtract(out, sources);
    if (!out.empty()) return out;
  }
  // "called for Peru to leave"
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t) && out.empty(); ++c) {
    if (!trees_.has_relation(*c, "obl") || trees_.preposition(*c) != "for") continue;
    for (const uint32_t* d = c + 1; d != trees_.end(t); ++d) {
      const uint32_t mark = trees_.child(*d, "mark");
      const bool infinitive =
          mark != Trees::kNone && trees_.lemma(mark) == "to" && trees_.token(*d).upos != Upos::kNoun;
      // "called for Peru's camps to be struck": asked of nobody.
      if (infinitive && trees_.child(*d, "aux:pass") != Trees::kNone) return {};
      if (infinitive && out.empty() && is_actor(*c)) out = parties_.of(*c);
    }
    subtract(out, sources);
  }
  if (!out.empty()) return out;
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t) && out.empty(); ++c) {
    if (!is_clause(trees_, *c) && !is_purpose(trees_, *c)) continue;
    const uint32_t subject = trees_.child(*c, "nsubj");
    if (subject != Trees::kNone && trees_.token(subject).upos != Upos::kPron) {
      // Whoever is to do it; what it would be done to is not asked.
      out = parties_.of(subject);
      subtract(out, sources);
      return out;
    }
    // "threatened to fire rockets at Peru"
    const bool fires = std::any_of(trees_.begin(*c), trees_.end(*c), [&](uint32_t d) { return is_bare_weapon(d); });
    if (fires) out = by_preposition(*c, "at");
    if (out.empty()) out = nearest(*c, false, sources);
    subtract(out, sources);
  }
  if (!out.empty()) return out;
  // By the order of words: "demanded that Peru ...", "a loan to help Peru".
  const auto take = [&](uint32_t head) {
    if (head == Trees::kNone || is_means(head) || is_bare_weapon(head)) return;
    out = parties_.of(head);
    subtract(out, sources);
  };
  if (t + 2 < last_ && trees_.lemma(t + 1) == "that") take(phrases_.after(t + 1, last_));
  if (out.empty()) take(phrases_.purpose(t, last_));
  return out;
}

}  // namespace readout::events
