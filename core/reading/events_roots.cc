// Verbs of the lexicon beside words with which they tell no deed of their root: orders that are quoted, deeds that are
// denied twice over, what firms do with their own.
#include <algorithm>
#include <array>

#include "reading/events_actors.h"
#include "reading/events_clause.h"
#include "reading/events_control.h"
#include "reading/events_mood.h"
#include "reading/events_reader.h"
#include "reading/events_status.h"

namespace readout::events {

namespace {

bool is_quote(std::string_view word) {
  return word == "\"" || word == "''" || word == "``" || word == "“" || word == "‘" || word == "'";
}

bool is_one_of(std::initializer_list<std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

// 'said, "Arrest them"', 'heard him say "stand down"': an order, by a bare verb that opens the quotation.
bool Reader::is_quoted_order(uint32_t t) const {
  if (t <= sentence_->first_token + 1 || trees_.token(t).upos != Upos::kVerb) return false;
  const std::string_view word = trees_.words(t);
  const std::string_view lemma = trees_.lemma(t);
  // The same letters but for a capital.
  if (word.size() != lemma.size() || word.substr(1) != lemma.substr(1)) return false;
  const uint32_t before = t - 1;
  const bool opens = is_quote(trees_.words(before));
  const uint32_t above = trees_.head(t);
  const bool said =
      trees_.has_relation(t, "ccomp") && above != Trees::kNone && trees_.lemma(above) == "say" && above + 1 == t;
  if (!opens && !said) return false;
  if (trees_.has_relation(t, "conj") && above < before) return false;
  // 'will "support" him', 'to "support" him', 'they "support" him'
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    if (*c < t && (trees_.has_relation(*c, "aux") || trees_.has_relation(*c, "mark") ||
                   trees_.has_relation(*c, "nsubj") || trees_.has_relation(*c, "cop")))
      return false;
  }
  if (!opens) return true;
  const std::string_view link = trees_.lemma(before - 1);
  const Upos tag = trees_.token(before - 1).upos;
  return link != "to" && tag != Upos::kAux && tag != Upos::kPron &&
         (trees_.words(before - 1) == "," || trees_.words(before - 1) == ":" || tag == Upos::kVerb);
}

// "nobody had fought against raising it": neither raised nor left alone.
bool Reader::is_denied_twice(uint32_t t) const {
  if (t == sentence_->first_token || !is_gerund(trees_, t)) return false;
  // "knew nothing of theft or hacking": a noun.
  const bool joined = t > sentence_->first_token + 3 && trees_.token(t - 1).upos == Upos::kCconj &&
                      trees_.token(t - 2).upos == Upos::kNoun && trees_.lemma(t - 3) == "of";
  if (joined && t + 1 < sentence_->last_token && trees_.token(t + 1).upos == Upos::kAdp) return true;
  if (trees_.lemma(t - 1) != "against") return false;
  uint32_t at = trees_.head(t);
  for (int depth = 0; depth < 3 && at != Trees::kNone; ++depth, at = trees_.head(at)) {
    if (trees_.token(at).upos == Upos::kVerb) break;
  }
  return at != Trees::kNone && at < t && status_of(trees_, at) == EventStatus::kNegated;
}

// By those who run a firm or own it.
bool Reader::is_of_firm(uint32_t t, const Finding& finding) const {
  const auto is_owner = [&](uint32_t agent) {
    constexpr std::array<std::string_view, 7> kOwners = {"board",    "company",     "director", "firm",
                                                         "investor", "shareholder", "trustee"};
    return std::any_of(kOwners.begin(), kOwners.end(),
                       [&](std::string_view noun) { return is_form_of(trees_.lemma(agent), noun); });
  };
  const auto acting = agents(trees_, t);
  if (std::any_of(acting.begin(), acting.end(), is_owner)) return true;
  // "pressed the board to oust her"
  const uint32_t above = trees_.head(t);
  const uint32_t asked = above == Trees::kNone ? Trees::kNone : trees_.child(above, "obj");
  if (acting.empty() && asked != Trees::kNone && asked < t && is_owner(asked)) return true;
  return !finding.sources.empty() && std::all_of(finding.sources.begin(), finding.sources.end(), [&](EntityId id) {
    return describe_actor(id, parties_.entity(id), lexicon_, lists_).sector == "business";
  });
}

// "sent a probe to the far side of the moon"
bool Reader::is_of_heavens(uint32_t probe) const {
  constexpr uint32_t kWindow = 10;
  const uint32_t end = std::min(sentence_->last_token, probe + kWindow);
  const uint32_t first = probe - std::min(probe - sentence_->first_token, 2U);
  for (uint32_t k = first; k < end; ++k) {
    if (is_one_of({"asteroid", "comet", "lunar", "Mars", "Moon", "moon", "orbit", "planet", "space", "Venus"},
                  trees_.words(k)))
      return true;
  }
  return false;
}

// "a musical tribute"
bool Reader::is_show(uint32_t noun) const {
  if (!is_form_of(trees_.lemma(noun), "tribute")) return false;
  return std::any_of(trees_.begin(noun), trees_.end(noun), [&](uint32_t c) {
    const bool kind = trees_.has_relation(c, "amod") || trees_.has_relation(c, "compound");
    return kind && is_one_of({"dance", "floral", "music", "musical", "song", "video"}, trees_.lemma(c));
  });
}

// "the regulator seized control of three banks", "the ministry suspended the operations of the firm": forced on it by
// rule and without arms. False where nothing is forced on anybody.
bool Reader::is_by_rule(uint32_t t, uint32_t object, Finding& finding) const {
  if (object == Trees::kNone) return true;
  const std::string_view lemma = trees_.lemma(t);
  const auto& targets = finding.targets;
  const bool over = lemma == "take" && has_particle(t, "over");
  const bool control = trees_.lemma(object) == "control" && is_one_of({"assume", "seize", "take"}, lemma);
  if (finding.code == "ASSAULT" && (control || over)) {
    const auto acting = agents(trees_, t);
    const bool rules = std::any_of(acting.begin(), acting.end(), [&](uint32_t agent) {
      return is_one_of({"agency", "authority", "court", "ministry", "regulator", "watchdog"}, trees_.lemma(agent));
    });
    if (over && rules) return false;  // "took over the bank": to run it
    const auto is_taken = [&](EntityId id) { return parties_.is_place(id) || is_fighter(id); };
    if (control && rules && !targets.empty() && std::none_of(targets.begin(), targets.end(), is_taken))
      finding.code = "COERCE";
  }
  // "deployed chemical weapons against them": used them.
  const auto is_poison = [&](uint32_t c) {
    return (trees_.has_relation(c, "amod") || trees_.has_relation(c, "compound")) &&
           is_one_of({"biological", "chemical", "toxic"}, trees_.lemma(c));
  };
  if (finding.code == "MOBILIZE" && is_form_of(trees_.lemma(object), "weapon") && lemma == "deploy" &&
      std::any_of(trees_.begin(object), trees_.end(object), is_poison) &&
      phrases_.behind(t, "to", sentence_->last_token) == Trees::kNone)
    finding.code = "ASSAULT";
  if (finding.code != "RETREAT" || !is_form_of(trees_.lemma(object), "operation")) return true;
  for (const uint32_t* c = trees_.begin(object); c != trees_.end(object); ++c) {
    const bool of = trees_.has_relation(*c, "nmod") && trees_.preposition(*c) == "of";
    if (!of || trees_.child(*c, "nmod:poss") != Trees::kNone) continue;
    if (!any_public(finding.sources)) return false;
    finding.code = "COERCE";
    return true;
  }
  return true;
}

bool Reader::is_unlike_root(uint32_t t, uint32_t object, const Finding& finding) const {
  const std::string_view lemma = trees_.lemma(t);
  const auto& sources = finding.sources;
  const auto holds = [&](EntityId id) { return is_fighter(id) || is_public(id); };
  // "the firm cordoned off the path": power over others is public.
  if (lemma == "cordon" && !sources.empty() && std::none_of(sources.begin(), sources.end(), holds)) return true;
  // "to allow Lee to focus on it": nothing is given up.
  if (finding.code == "CONCEDE" && is_one_of({"allow", "let", "permit"}, lemma)) {
    for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
      const bool clause = trees_.has_relation(*c, "xcomp") || trees_.has_relation(*c, "ccomp");
      if (clause && is_one_of({"appear", "avoid", "claim", "concentrate", "feel", "focus", "grow", "know", "learn",
                               "look", "see", "think", "understand"},
                              trees_.lemma(*c)))
        return true;
    }
  }
  // "we cannot allow it": a call upon everybody.
  const uint32_t speaks = trees_.child(t, "nsubj");
  if (finding.code == "CONCEDE" && speaks != Trees::kNone && is_one_of({"We", "we"}, trees_.words(speaks)) &&
      is_left_undone_by(trees_, t))
    return true;
  // "in favor of legalizing it": an opinion.
  if (finding.code == "CONCEDE" && t > sentence_->first_token + 2 && is_gerund(trees_, t) &&
      trees_.lemma(t - 1) == "of" && is_one_of({"favor", "favour"}, trees_.lemma(t - 2)))
    return true;
  // "called for fresh polls to end the dispute with them": nobody is asked for anything.
  if (finding.code == "DEMAND" && lemma == "call" && t + 1 < sentence_->last_token && trees_.lemma(t + 1) == "for") {
    const uint32_t called = phrases_.behind(t, "for", sentence_->last_token);
    if (called != Trees::kNone && is_one_of({"election", "elections", "poll", "polls"}, trees_.lemma(called)) &&
        phrases_.behind(t, "on", sentence_->last_token) == Trees::kNone)
      return true;
  }
  // "police blocked off the entrance": on duty.
  if (finding.code == "PROTEST" && !sources.empty() &&
      std::all_of(sources.begin(), sources.end(), [&](EntityId id) { return is_fighter(id); }) &&
      is_one_of({"barricade", "block", "occupy"}, lemma))
    return true;
  if (object == Trees::kNone) return false;
  // "staged a mock invasion": an exercise.
  if (finding.code == "ASSAULT" && std::any_of(trees_.begin(object), trees_.end(object), [&](uint32_t c) {
        return trees_.has_relation(c, "amod") && is_one_of({"mock", "simulate", "simulated"}, trees_.lemma(c));
      }))
    return true;
  if (finding.code == "INVESTIGATE" && is_form_of(trees_.lemma(object), "probe") && is_of_heavens(object)) return true;
  // "take inspiration from him, to the streets": nobody takes to them.
  if (finding.code == "PROTEST" && lemma == "take" && object > t &&
      !is_one_of({"anger", "battle", "campaign", "cause", "demand", "fight", "frustration", "fury", "grievance",
                  "message", "protest", "rage", "struggle"},
                 trees_.lemma(object)) &&
      trees_.token(object).upos == Upos::kNoun)
    return true;
  // "extended its liner service to Lima": of those who sell it.
  if (finding.code == "AID" && is_form_of(trees_.lemma(object), "service")) {
    for (const uint32_t* c = trees_.begin(object); c != trees_.end(object); ++c) {
      if (is_one_of({"air", "bus", "cargo", "ferry", "flight", "freight", "liner", "mail", "passenger", "rail",
                     "shipping", "train", "tram"},
                    trees_.lemma(*c)))
        return true;
    }
  }
  // "approved sanctions": imposed them.
  if (lemma == "approve" && finding.code == "SUPPORT") {
    const auto is_hostile = [&](uint32_t noun) {
      const Predicate* deed = lexicon_.event_noun(trees_.lemma(noun));
      return deed != nullptr && !is_cooperation(deed->code);
    };
    if (is_hostile(object)) return true;
    for (const uint32_t* c = trees_.begin(object); c != trees_.end(object); ++c) {
      const bool counted = trees_.has_relation(*c, "nmod") && trees_.preposition(*c) == "of" &&
                           lexicon_.thing(trees_.lemma(object)) == Thing::kMeasure;
      if (counted && is_hostile(*c)) return true;
    }
  }
  // "called him as a witness"
  if (finding.mode == "call" && lemma == "call" && object > t) {
    for (uint32_t k = object + 1; k + 1 < sentence_->last_token && k < object + 4; ++k) {
      if (trees_.lemma(k) == "as" || (trees_.lemma(k) == "to" && trees_.lemma(k + 1) == "testify")) return true;
    }
  }
  // "helped engineer a boom": a verb.
  const uint32_t next = object + 1;
  if (lemma == "help" && object == t + 1 && trees_.child(object, "det") == Trees::kNone &&
      trees_.token(object).upos == Upos::kNoun && trees_.words(object).back() != 's' && next < sentence_->last_token &&
      trees_.token(next).upos == Upos::kDet)
    return true;
  // "housed a number of firms"
  if (lemma == "house" && lexicon_.thing(trees_.lemma(object)) == Thing::kMeasure) {
    for (const uint32_t* c = trees_.begin(object); c != trees_.end(object); ++c) {
      const bool counted = trees_.has_relation(*c, "nmod") && trees_.preposition(*c) == "of";
      if (counted && lexicon_.sector(trees_.lemma(*c)) == nullptr) return true;
    }
  }
  if (lemma == "house" && is_one_of({"number", "share", "majority", "portion"}, trees_.lemma(object))) return true;
  // "destroyed the missile", "did not destroy the missiles": shot down or missed; one's own are given up.
  if (finding.code == "RETREAT" && lemma == "destroy" && trees_.child(object, "nmod:poss") == Trees::kNone) {
    const bool one =
        trees_.words(object) == trees_.lemma(object) && is_one_of({"missile", "warhead"}, trees_.lemma(object));
    if (one || modality_of(trees_, t).negated) return true;
  }
  // "was ordered to pay two million": a fine.
  const uint32_t above = lemma == "pay" && trees_.has_relation(t, "xcomp") ? trees_.head(t) : Trees::kNone;
  if (above != Trees::kNone &&
      is_one_of({"compel", "force", "oblige", "order", "require", "sentence"}, trees_.lemma(above)))
    return true;
  // "sent a crew to the red planet"
  if (finding.code == "MOBILIZE" && is_of_heavens(object)) return true;
  return is_show(object);
}

}  // namespace readout::events
