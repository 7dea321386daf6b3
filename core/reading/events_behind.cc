// Who is behind what acts in the words: behind deeds that kill, statements that accuse, things shown somewhere.
#include <algorithm>
#include <array>

#include "reading/events_clause.h"
#include "reading/events_reader.h"
#include "text/unicode.h"

namespace readout::events {

// "Vessby ads": of a place, which is no country.
bool Reader::is_of_place(uint32_t noun) const {
  for (const uint32_t* c = trees_.begin(noun); c != trees_.end(noun); ++c) {
    const auto beside = trees_.has_relation(*c, "compound") ? parties_.at(*c) : std::nullopt;
    const bool capital = beside && parties_.is_place(*beside) && parties_.entity(*beside).country.empty();
    if (beside && parties_.is_place(*beside) && (!parties_.is_country(*c) || capital)) return true;
  }
  return false;
}

// "most in both states": where those are who act.
bool Reader::is_where(uint32_t noun) const {
  const std::string_view link = phrases_.introduced(noun, sentence_->first_token);
  const std::string_view lemma = trees_.lemma(noun);
  const bool place = lemma == "state" || lemma == "city" || lemma == "country" || lemma == "county" ||
                     lemma == "district" || lemma == "province" || lemma == "town";
  return (link == "in" || link == "at" || link == "across") && trees_.token(noun).upos == Upos::kNoun &&
         (place || lexicon_.sector(lemma) == nullptr);
}

// "released a statement criticising ...": those who released it.
std::vector<EntityId> Reader::issuers_of(uint32_t noun) {
  std::vector<EntityId> out;
  const uint32_t verb = trees_.head(noun);
  if (verb == Trees::kNone || !trees_.has_relation(noun, "obj") || trees_.token(verb).upos != Upos::kVerb) return out;
  for (const uint32_t agent : agents(trees_, verb)) append(out, parties_.doers(agent));
  if (out.empty()) {
    for (const uint32_t before : phrases_.before(verb, sentence_->first_token)) append(out, parties_.doers(before));
  }
  return out;
}

// "An attack by rebels killed ...": those behind the deed; a deed is nobody itself. Whether nobody is said to be.
bool Reader::take_deed(uint32_t t, std::vector<EntityId>& sources) {
  bool nobody = false;
  for (const uint32_t agent : agents(trees_, t)) {
    const Predicate* found = lexicon_.event_noun(trees_.lemma(agent));
    const bool deed = found != nullptr && found->code == "ASSAULT" && !found->two_way;
    if (!deed && lexicon_.thing(trees_.lemma(agent)) != Thing::kWeapon) continue;
    // "a terrorist attack": of what kind.
    const bool kind = agent > 0 && trees_.lemma(agent - 1) == "terrorist";
    if (found != nullptr && !kind) append(sources, noun_sources(agent, *found));
    if (sources.empty() && !kind) append(sources, parties_.doers(agent));
    if (sources.empty()) append(sources, targets_.by_preposition(agent, "by"));
    // "artillery fire": what fires, and not who.
    sources.erase(std::remove_if(sources.begin(), sources.end(),
                                 [&](EntityId id) {
                                   return lexicon_.thing(unicode::fold(parties_.entity(id).name)) == Thing::kWeapon;
                                 }),
                  sources.end());
    for (const uint32_t* c = trees_.begin(agent); c != trees_.end(agent) && sources.empty(); ++c) {
      if (*c < agent && trees_.has_relation(*c, "amod") && parties_.is_country(*c)) sources = parties_.doers(*c);
    }
    // "Peruvian government shelling", by the order of words.
    for (uint32_t k = agent; sources.empty() && k > sentence_->first_token && phrases_.in_phrase(k - 1); --k) {
      if (trees_.token(k - 1).upos != Upos::kDet && trees_.lemma(k - 1) != "terrorist" &&
          lexicon_.thing(trees_.lemma(k - 1)) != Thing::kWeapon)
        sources = parties_.doers(k - 1);
    }
    nobody = true;
  }
  return nobody && sources.empty();
}

// "Vessby missiles struck the town", "air strikes hit it": what is fired, whoever fires it.
bool Reader::is_of_war(uint32_t noun) const {
  const std::string_view lemma = trees_.lemma(noun);
  if (lexicon_.thing(lemma) == Thing::kWeapon) return true;
  if (is_form_of(lemma, "airstrike")) return true;
  // "artillery fire"
  if (lemma == "fire" && noun > sentence_->first_token) return lexicon_.thing(trees_.lemma(noun - 1)) == Thing::kWeapon;
  const bool behind = noun > sentence_->first_token && is_form_of(lemma, "strike");
  if (!behind) return false;
  const std::string_view before = trees_.lemma(noun - 1);
  return before == "air" || lexicon_.thing(before) == Thing::kWeapon;
}

// "the two sides", "both leaders": several who are named as one.
bool Reader::is_several(uint32_t t) const {
  for (const uint32_t agent : agents(trees_, t)) {
    for (const uint32_t* c = trees_.begin(agent); c != trees_.end(agent); ++c) {
      const std::string_view lemma = trees_.lemma(*c);
      const bool counts = trees_.has_relation(*c, "nummod") || trees_.has_relation(*c, "det");
      // "sixty-two percent"
      if (*c > 0 && trees_.words(*c - 1) == "-") continue;
      if (counts && (lemma == "two" || lemma == "both" || lemma == "three")) return true;
    }
  }
  return false;
}

}  // namespace readout::events
