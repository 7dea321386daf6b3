#include "reading/events_targets.h"

#include <algorithm>
#include <array>

namespace readout::events {

namespace {

constexpr size_t kMostVisited = 48;

template <size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 13> kTowards = {"",     "of",   "to",     "for",     "against", "on",  "with",
                                                       "from", "into", "toward", "towards", "between", "over"};
constexpr std::array<std::string_view, 10> kWhere = {"in",     "at",     "near", "along",      "across",
                                                     "inside", "around", "into", "throughout", "outside"};

// Codes of which the place is the one it is done to, where no other is named.
bool reaches_places(std::string_view code) {
  constexpr std::array<std::string_view, 9> kCodes = {"AGREE",    "AID",     "ASSAULT", "COERCE",  "CONCEDE",
                                                      "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"};
  return among(kCodes, code);
}

bool prefers_things(std::string_view code) { return code == "ASSAULT" || code == "COERCE" || code == "RETREAT"; }

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

void append(std::vector<EntityId>& to, const std::vector<EntityId>& more) {
  for (const EntityId entity : more) {
    if (std::find(to.begin(), to.end(), entity) == to.end()) to.push_back(entity);
  }
}

void subtract(std::vector<EntityId>& from, const std::vector<EntityId>& others) {
  from.erase(std::remove_if(from.begin(), from.end(),
                            [&](EntityId e) { return std::find(others.begin(), others.end(), e) != others.end(); }),
             from.end());
}

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
        if (oblique && trees_.preposition(*c) == preposition) append(out, parties_.of(*c));
        // Through what it is about, where and when; not through other circumstances ("in the face of frictions with").
        const auto entity = parties_.at(*c);
        const bool where = oblique && ((entity && parties_.is_place(*entity)) || parties_.is_date(*c));
        const bool counted = trees_.has_relation(*c, "nmod") && trees_.preposition(*c) == "of";
        const bool first = depth == 0 && oblique && preposition != "with";
        if (where || counted || first || trees_.has_relation(*c, "obj")) below.push_back(*c);
      }
    }
    level = std::move(below);
  }
  return out;
}

std::vector<EntityId> Targets::nearest(uint32_t t, bool places, const std::vector<EntityId>& sources) {
  std::vector<uint32_t> level = {t};
  size_t visited = 0;
  std::vector<EntityId> out;
  for (int depth = 0; depth < 4 && out.empty(); ++depth) {
    std::vector<uint32_t> below;
    for (const uint32_t at : level) {
      for (const uint32_t* c = trees_.begin(at); c != trees_.end(at) && visited < kMostVisited; ++c, ++visited) {
        if (is_clause(trees_, *c) || is_purpose(trees_, *c)) {
          below.push_back(*c);
          continue;
        }
        const bool nominal = trees_.has_relation(*c, "obj") || trees_.has_relation(*c, "iobj") ||
                             trees_.has_relation(*c, "obl") || trees_.has_relation(*c, "nmod") ||
                             trees_.has_relation(*c, "conj") || trees_.has_relation(*c, "appos");
        if (!nominal || trees_.is_relation(*c, "obl:agent") || parties_.is_date(*c)) continue;
        const std::string_view preposition = trees_.preposition(*c);
        const bool towards = among(kTowards, preposition) || (places && among(kWhere, preposition));
        if (!towards) continue;
        below.push_back(*c);
        if (is_means(*c)) continue;
        auto found = parties_.of(*c);
        subtract(found, sources);
        if (out.empty()) append(out, found);
      }
    }
    level = std::move(below);
  }
  return out;
}

bool Targets::is_means(uint32_t t) const {
  constexpr std::array<std::string_view, 16> kMeans = {
      "troop", "force",  "soldier",     "army",      "navy",   "jet",     "warship",   "police",
      "team",  "expert", "peacekeeper", "personnel", "doctor", "platoon", "battalion", "contingent"};
  if (!among(kMeans, trees_.lemma(t)) || !trees_.has_relation(t, "obj")) return false;
  const uint32_t owner = trees_.child(t, "nmod:poss");
  return owner == Trees::kNone ? trees_.child(t, "amod") == Trees::kNone : trees_.token(owner).upos == Upos::kPron;
}

std::vector<EntityId> Targets::in_complement(uint32_t t, const std::vector<EntityId>& sources) {
  std::vector<EntityId> out;
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t) && out.empty(); ++c) {
    if (!is_clause(trees_, *c) && !is_purpose(trees_, *c)) continue;
    const uint32_t subject = trees_.child(*c, "nsubj");
    if (subject != Trees::kNone && trees_.token(subject).upos != Upos::kPron) {
      // Whoever is to do it; what it would be done to is not asked.
      out = parties_.of(subject);
      subtract(out, sources);
      return out;
    }
    out = nearest(*c, false, sources);
  }
  return out;
}

std::vector<EntityId> Targets::of_verb(uint32_t t, uint32_t object, const Predicate& entry,
                                       const std::vector<EntityId>& sources) {
  std::vector<EntityId> out;
  const bool named_object = !entry.objects.empty() && entry.objects.front()[0] != '<';
  const bool has_object = object != Trees::kNone;
  // "struck an army camp in ...": the thing that was struck, by its owner's name where one stands beside it.
  if (has_object && prefers_things(entry.code) && !named_object && !parties_.at(object) &&
      lexicon_.thing(trees_.lemma(object)) == Thing::kBodily && lexicon_.sector(trees_.lemma(object)) == nullptr) {
    out = parties_.owners(object);
    subtract(out, sources);
    // "an army base" is a base; "Peru's base" is Peru's.
    if (out.empty() || parties_.entity(out.front()).unnamed) {
      out.clear();
      if (const auto thing = parties_.thing(object)) out = {*thing};
    }
    return out;
  }
  // "condemned the attack on ...": those who attack, else the attack.
  const Predicate* event = has_object ? lexicon_.event_noun(trees_.lemma(object)) : nullptr;
  if (event != nullptr && !named_object && entry.code == "ACCUSE" && !is_cooperation(event->code)) {
    out = parties_.doers(object);
    subtract(out, sources);
    if (out.empty()) {
      if (const auto thing = parties_.thing(object)) out = {*thing};
    }
    return out;
  }
  for (const std::string& place : entry.targets) {
    if (place == "obj") {
      if (has_object && !is_means(object)) {
        const bool body = lexicon_.sector(trees_.lemma(object)) != nullptr && trees_.lemma(object) != "state";
        out = named_object && !body ? parties_.owners(object) : parties_.of(object);
      }
    } else if (place == "iobj") {
      const uint32_t receiver = trees_.child(t, "iobj");
      if (receiver != Trees::kNone) out = parties_.of(receiver);
    } else if (place == "comp") {
      out = in_complement(t, sources);
    } else {
      out = by_preposition(t, place);
      if (out.empty() && object != Trees::kNone) out = by_preposition(object, place);
    }
    subtract(out, sources);
    if (!out.empty()) return out;
  }
  if (entry.two_way) return out;
  if (has_object && !is_means(object)) {
    out = named_object ? parties_.owners(object) : parties_.of(object);
    const bool own = !out.empty();
    subtract(out, sources);
    // What is the source's own is nobody else's ("defended his words").
    if (!out.empty() || (own && entry.targets.front() == "obj")) return out;
  }
  // A verb that wants an object and has none ("warned that ...") names nobody.
  if (!has_object && entry.targets.front() == "obj") return out;
  if (entry.code != "PROTEST") out = nearest(t, false, sources);
  if (!out.empty()) return out;
  const bool asks = entry.code == "DEMAND" || entry.code == "AGREE" || entry.code == "THREATEN";
  const auto as_thing = [&] {
    if (object == Trees::kNone || named_object || asks) return;
    // What is the source's own is no other party ("defended his words").
    const uint32_t owner = trees_.child(object, "nmod:poss");
    if (owner != Trees::kNone) return;
    if (const auto thing = parties_.thing(object)) out = {*thing};
    subtract(out, sources);
  };
  if (prefers_things(entry.code)) as_thing();
  if (out.empty() && reaches_places(entry.code)) out = nearest(t, true, sources);
  if (out.empty() && std::find(entry.targets.begin(), entry.targets.end(), "obj") != entry.targets.end()) as_thing();
  return out;
}

std::vector<EntityId> Targets::of_noun(uint32_t t, const Predicate& entry, const std::vector<EntityId>& sources) {
  std::vector<EntityId> out;
  for (const std::string& preposition : entry.targets) {
    out = by_preposition(t, preposition);
    subtract(out, sources);
    if (!out.empty()) break;
  }
  return out;
}

}  // namespace readout::events
