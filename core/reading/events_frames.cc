// Which entry of the lexicon a verb is, by its particle and object, and what its object is.
#include <algorithm>
#include <array>

#include "reading/events_clause.h"
#include "reading/events_reader.h"

namespace readout::events {

namespace {

// "carried out attacks": what no preposition may be, or nothing.
bool is_particle(std::string_view lemma) {
  return lemma.empty() || lemma == "off" || lemma == "out" || lemma == "up" || lemma == "down" || lemma == "over" ||
         lemma == "back" || lemma == "away" || lemma == "in" || lemma == "than" || lemma == "like" || lemma == "as";
}

// Prepositions that are no particles of a verb.
bool is_towards(std::string_view lemma) {
  return lemma == "on" || lemma == "upon" || lemma == "at" || lemma == "for" || lemma == "with" || lemma == "into" ||
         lemma == "to" || lemma == "of" || lemma == "about";
}

// Verbs whose object is told what follows.
bool hears(std::string_view verb) {
  return verb == "tell" || verb == "remind" || verb == "assure" || verb == "warn" || verb == "inform" ||
         verb == "convince" || verb == "persuade";
}

// A verb that describes a noun or a circumstance.
bool is_loose(const Trees& trees, uint32_t t) {
  return trees.has_relation(t, "amod") || trees.has_relation(t, "acl") || trees.has_relation(t, "advcl");
}

// Nouns that say of another that it is done or given.
bool is_undertaking(std::string_view lemma) {
  constexpr std::array<std::string_view, 14> kUndertakings = {
      "campaign", "delivery",  "effort",  "flight", "mission", "operation", "package",
      "process",  "programme", "program", "push",   "session", "shipment",  "supply"};
  for (const std::string_view noun : kUndertakings) {
    if (is_form_of(lemma, noun) ||
        (noun.back() == 'y' && lemma.substr(0, noun.size() - 1) == noun.substr(0, noun.size() - 1)))
      return true;
  }
  return false;
}

}  // namespace

uint32_t Reader::object_of(uint32_t t) const {
  uint32_t object = Trees::kNone;
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    // Of two objects the one behind the verb, which is where objects stand.
    const bool taken = trees_.has_relation(*c, "obj") || is_bare_agent(trees_, *c);
    if (taken && (object == Trees::kNone || (object<t&& * c> t))) object = *c;
  }
  // "seized on a word", "was seized by police": what a preposition introduces is no object, whatever the tree says.
  if (object != Trees::kNone && object > t && !is_particle(phrases_.introduced(object, t))) object = Trees::kNone;
  if (object != Trees::kNone && object > t + 1 && trees_.token(t + 1).upos == Upos::kAdp &&
      is_towards(trees_.lemma(t + 1)) && !(t + 2 < object && parties_.is_date(t + 2)))
    object = Trees::kNone;
  const auto is_relative = [&](uint32_t o) {
    const std::string_view lemma = trees_.lemma(o);
    return trees_.token(o).upos == Upos::kPron &&
           (lemma == "who" || lemma == "whom" || lemma == "which" || lemma == "that");
  };
  const bool relative_clause = trees_.is_relation(t, "acl:relcl") && trees_.head(t) != Trees::kNone;
  // "called Vessby's King Karl": the name that ends the phrase.
  const uint32_t last = object != Trees::kNone && object > t ? phrases_.after(t, sentence_->last_token) : Trees::kNone;
  if (last != Trees::kNone && last > object && last < object + 8) {
    const auto named = parties_.at(last);
    if (named && parties_.is_person(*named) && parties_.at(object) != named) return last;
  }
  // "told Lee that Peru had opposed going there": no "that" of a relative clause.
  const uint32_t told =
      relative_clause && object != Trees::kNone && trees_.lemma(object) == "that" ? trees_.head(t) : Trees::kNone;
  if (told != Trees::kNone && trees_.head(told) != Trees::kNone && hears(trees_.lemma(trees_.head(told))))
    return phrases_.after(t, sentence_->last_token);
  if (object != Trees::kNone) return relative_clause && is_relative(object) ? trees_.head(t) : object;
  if (is_passive(trees_, t)) {
    if (const uint32_t aged = aged_before(t); aged != Trees::kNone) return aged;
    // "confirmed a man has been arrested": what stands right before the auxiliaries, where the tree has no subject.
    const uint32_t own = trees_.child(t, "aux");
    const uint32_t aux = own == Trees::kNone ? trees_.child(t, "aux:pass") : own;
    const uint32_t says = trees_.head(t);
    const bool told = says != Trees::kNone && says < t && is_saying(trees_.lemma(says));
    if (told && trees_.child(t, "nsubj") == Trees::kNone && aux != Trees::kNone && aux > says + 1 && aux < t &&
        (trees_.is_nominal(aux - 1) || trees_.words(aux - 1) == ",") && !parties_.is_date(aux - 1)) {
      const auto heads = phrases_.before(t, sentence_->first_token);
      if (!heads.empty()) return heads.front();
    }
    const auto before = patients(trees_, t);
    return before.empty() ? Trees::kNone : before.front();
  }
  // "urged Peru to leave": the one who is asked, by another name.
  const uint32_t receiver = trees_.child(t, "iobj");
  if (receiver != Trees::kNone) return receiver;
  // A noun taken for a complement or an oblique: "meets Peru's President Lee", "arrested at least four".
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    const bool taken = trees_.has_relation(*c, "xcomp") || trees_.is_relation(*c, "obl");
    const bool nominal = trees_.is_nominal(*c) || trees_.token(*c).upos == Upos::kSym;  // "nearly $2 million"
    if (taken && *c > t && !parties_.is_date(*c) && nominal && trees_.child(*c, "mark") == Trees::kNone &&
        trees_.child(*c, "cop") == Trees::kNone && trees_.child(*c, "case") == Trees::kNone) {
      // "held talks with officials", with those taken for what is held: what stands right behind the verb is nearer.
      const uint32_t near = phrases_.after(t, sentence_->last_token);
      const bool nearer = near != Trees::kNone && near < *c && trees_.token(near + 1).upos == Upos::kAdp;
      return nearer ? near : *c;
    }
  }
  // "the man police arrested"
  const uint32_t subject = trees_.child(t, "nsubj");
  const bool aside = subject != Trees::kNone && trees_.head(t) != Trees::kNone && is_set_apart(trees_.head(t), subject);
  if (relative_clause && subject != Trees::kNone && !is_relative(subject) && !aside) return trees_.head(t);
  // "cordoned off the road", with "off" taken for a preposition.
  const bool apart = t + 1 < sentence_->last_token && trees_.token(t + 1).upos == Upos::kAdp &&
                     trees_.has_relation(t + 1, "case") &&
                     (trees_.lemma(t + 1) == "off" || trees_.lemma(t + 1) == "up" || trees_.lemma(t + 1) == "down");
  if (apart && trees_.token(t).upos == Upos::kVerb) return phrases_.after(t + 1, sentence_->last_token);
  // Whatever the tree makes of it, the noun phrase right behind the verb.
  return trees_.token(t).upos == Upos::kVerb || is_headline_verb(t) ? phrases_.after(t, sentence_->last_token)
                                                                    : Trees::kNone;
}

// Whether a comma stands between the two: "Lee and Roe, the parents of two killed there" has no clause without "whom".
bool Reader::is_set_apart(uint32_t noun, uint32_t subject) const {
  for (uint32_t k = noun + 1; k < subject; ++k) {
    if (trees_.words(k) == ",") return true;
  }
  return false;
}

// The adverb that makes another verb of `t` ("talk up", "bow out"); empty where none does.
std::string_view Reader::phrasal_adverb(uint32_t t) const {
  constexpr std::array<std::string_view, 9> kAdverbs = {"along", "apart", "aside", "away", "back",
                                                        "down",  "off",   "out",   "up"};
  const auto adverb = [&](uint32_t k) { return std::find(kAdverbs.begin(), kAdverbs.end(), trees_.lemma(k)); };
  // "up to 300"
  const auto counts = [&](uint32_t k) {
    if (k + 2 >= sentence_->last_token || trees_.lemma(k + 1) != "to") return false;
    return trees_.token(k + 2).upos == Upos::kNum || trees_.token(k + 2).upos == Upos::kSym;
  };
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    const bool particle = trees_.is_relation(*c, "compound:prt") && *c > t && *c < t + 4 && !counts(*c);
    if (particle && adverb(*c) != kAdverbs.end()) return *adverb(*c);
  }
  if (t + 1 >= sentence_->last_token || adverb(t + 1) == kAdverbs.end() || counts(t + 1)) return {};
  const Upos tag = trees_.token(t + 1).upos;
  const bool beside = trees_.has_relation(t + 1, "advmod") && trees_.head(t + 1) == t;
  return beside && (tag == Upos::kAdv || tag == Upos::kAdp) ? *adverb(t + 1) : std::string_view{};
}

const Predicate* Reader::entry_of(uint32_t t, uint32_t* object) const {
  *object = Trees::kNone;
  const auto found = lexicon_.find_verb(trees_.lemma(t));
  if (found == nullptr) return nullptr;
  const uint32_t direct = object_of(t);
  *object = direct;
  const std::string_view adverb = phrasal_adverb(t);
  // "signed on for the film"
  const bool joins = trees_.lemma(t) == "sign" && t + 2 < sentence_->last_token &&
                     (trees_.lemma(t + 1) == "on" || trees_.lemma(t + 1) == "up") && !parties_.is_date(t + 2);
  if (joins) return nullptr;
  const Predicate* best = nullptr;
  int most = -1;
  for (const Predicate& entry : *found) {
    int asked = 0;
    uint32_t own = direct;
    // "talked up his plans", "fired back": another verb than the one without its adverb.
    if (!adverb.empty() && entry.particle != adverb) continue;
    if (!entry.particle.empty()) {
      if (!has_particle(t, entry.particle)) continue;
      // "called them a step on the way": who has an object already is not called on.
      const bool takes = std::find(entry.targets.begin(), entry.targets.end(), "obj") != entry.targets.end();
      if (!takes && entry.objects.empty() && is_towards(entry.particle) &&
          phrases_.after(t, sentence_->last_token) != Trees::kNone)
        continue;
      asked += 1;
    }
    if (!entry.objects.empty()) {
      // "called for an inquiry": the noun behind the preposition.
      if (!has_object(t, own, entry.objects) && !entry.particle.empty() && entry.objects.front()[0] != '<')
        own = behind_particle(t, entry.particle);
      if (!has_object(t, own, entry.objects)) continue;
      // "called the president a friend"
      const bool rings = trees_.lemma(t) == "call" && entry.mode == "call" && entry.objects.front()[0] != '<';
      if (rings && !stands_apart(own)) continue;
      asked += entry.objects.front()[0] == '<' ? 2 : 3;  // a noun asks for more than a kind of words
    }
    // "adopted a resolution with ..." and "... against ...": of two the one whose preposition is there.
    const bool fits = asked == most && best->strict && !is_linked(t, own, *best) && is_linked(t, own, entry);
    if (asked > most || fits) most = asked, best = &entry, *object = own;
  }
  return best;
}

// Whether a preposition of the entry's target stands behind the verb or its object.
bool Reader::is_linked(uint32_t t, uint32_t object, const Predicate& entry) const {
  return std::any_of(entry.targets.begin(), entry.targets.end(), [&](const std::string& place) {
    if (place == "obj" || place == "iobj" || place == "comp") return object != Trees::kNone;
    return phrases_.behind(t, place, sentence_->last_token) != Trees::kNone ||
           (object != Trees::kNone && object > t &&
            phrases_.behind(object, place, sentence_->last_token) != Trees::kNone);
  });
}

uint32_t Reader::behind_particle(uint32_t t, const std::string& particle) const {
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    if (trees_.has_relation(*c, "obl") && trees_.preposition(*c) == particle) return *c;
  }
  return phrases_.behind(t, particle, sentence_->last_token);
}

// "off": that particle or preposition; "on:strike": that preposition with that noun.
bool Reader::has_particle(uint32_t t, std::string_view particle) const {
  const size_t colon = particle.find(':');
  const std::string_view preposition = particle.substr(0, colon);
  // Right after the verb, however the tree hangs it.
  if (colon == std::string_view::npos && t + 1 < sentence_->last_token && trees_.lemma(t + 1) == particle &&
      (particle == "free" || particle == "off" || particle == "out" || particle == "up" || particle == "down" ||
       particle == "over"))
    return true;
  if (colon == std::string_view::npos && t + 1 < sentence_->last_token && trees_.lemma(t + 1) == particle &&
      trees_.token(t + 1).upos == Upos::kAdp && !(t + 2 < sentence_->last_token && parties_.is_date(t + 2)))
    return true;
  // "went on strike", "put its army on alert"
  for (uint32_t k = t + 1; colon != std::string_view::npos && k + 1 < sentence_->last_token && k < t + 14; ++k) {
    const std::string_view noun = particle.substr(colon + 1);
    if (trees_.lemma(k) != preposition) continue;
    if (is_form_of(trees_.lemma(k + 1), noun)) return true;
    if (k + 2 < sentence_->last_token && is_form_of(trees_.lemma(k + 2), noun)) return true;
  }
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    if (colon != std::string_view::npos) {
      if (trees_.preposition(*c) == preposition && trees_.lemma(*c) == particle.substr(colon + 1)) return true;
      continue;
    }
    const bool beside = trees_.has_relation(*c, "compound") || trees_.has_relation(*c, "advmod") ||
                        (trees_.has_relation(*c, "xcomp") && trees_.token(*c).upos != Upos::kVerb);
    if (beside && trees_.lemma(*c) == particle) return true;
    // "gave the prize in May" is no giving in.
    if (particle == "in" && trees_.lemma(t) == "give") continue;
    // "with his help they work": what stands before belongs to the clause, not to the verb.
    if (*c > t && trees_.has_relation(*c, "obl") && trees_.preposition(*c) == particle && !parties_.is_date(*c))
      return true;
  }
  return false;
}

// Nothing is said of what the noun is: a date, a preposition or the end of the sentence follows.
bool Reader::stands_apart(uint32_t noun) const {
  uint32_t next = noun + 1;
  while (next < sentence_->last_token && (phrases_.in_phrase(next) && parties_.at(next))) ++next;
  if (next >= sentence_->last_token || parties_.is_date(next)) return true;
  // "his counterpart, Ann Lee, on Friday"
  if (trees_.words(next) == "," && next + 1 < sentence_->last_token && parties_.at(next + 1)) return true;
  const Upos tag = trees_.token(next).upos;
  return tag == Upos::kAdp || tag == Upos::kCconj || trees_.words(next) == "." || trees_.lemma(next) == "to";
}

// The words of an entry's object column that are no nouns.
bool Reader::has_object(uint32_t t, uint32_t object, const std::vector<std::string>& asked) const {
  const std::string& first = asked.front();
  if (first == "<none>") return object == Trees::kNone && !is_passive(trees_, t);
  if (first == "<any>") return object != Trees::kNone;
  if (first == "<complement>" || first == "<infinitive>") {
    for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
      const bool clause = trees_.has_relation(*c, "xcomp") || trees_.has_relation(*c, "advcl");
      const uint32_t mark = trees_.child(*c, "mark");
      const Upos tag = trees_.token(*c).upos;
      const bool verbal = tag == Upos::kVerb || tag == Upos::kAux || trees_.child(*c, "cop") != Trees::kNone;
      if (clause && verbal && mark != Trees::kNone && trees_.lemma(mark) == "to") return true;
      if (first == "<complement>" && trees_.has_relation(*c, "ccomp")) return true;
    }
    return false;
  }
  if (object == Trees::kNone) return false;
  if (first == "<thing>") return !parties_.at(object) && lexicon_.sector(trees_.lemma(object)) == nullptr;
  if (first == "<person>") {
    // "called Lee a friend" names, "called Lee on Monday" rings up.
    const auto entity = parties_.at(object);
    uint32_t next = object + 1;
    while (next < sentence_->last_token && parties_.at(next) == entity) ++next;
    // "called Lee and Roe liars"
    while (next + 1 < sentence_->last_token && trees_.lemma(next) == "and" && phrases_.in_phrase(next + 1)) {
      ++next;
      const auto joined = parties_.at(next);
      const bool name = joined && parties_.names()[next];
      while (next < sentence_->last_token && (name ? parties_.at(next) == joined : phrases_.in_phrase(next))) ++next;
    }
    const Upos tag = next < sentence_->last_token ? trees_.token(next).upos : Upos::kPunct;
    const std::string_view word = next < sentence_->last_token ? trees_.words(next) : std::string_view(".");
    if (word == "out") return false;
    const bool apart = parties_.is_date(next < sentence_->last_token ? next : object) || tag == Upos::kAdp ||
                       tag == Upos::kCconj || (tag == Upos::kPart && word == "to") || word == ".";
    // "called him, a former mayor, onto the stage"
    for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
      const std::string_view preposition = trees_.preposition(*c);
      if (preposition == "onto" || preposition == "into") return false;
    }
    return entity && parties_.is_person(*entity) && apart && object > t;
  }
  return names_one_of(object, asked);
}

bool Reader::names_one_of(uint32_t object, const std::vector<std::string>& lemmas) const {
  const auto is_one = [&](uint32_t t) {
    return std::any_of(lemmas.begin(), lemmas.end(),
                       [&](const std::string& noun) { return is_form_of(trees_.lemma(t), noun); });
  };
  if (is_one(object)) return true;
  for (const uint32_t* c = trees_.begin(object); c != trees_.end(object); ++c) {
    if (trees_.has_relation(*c, "conj") && is_one(*c)) return true;
    // "a mediation effort", "aid deliveries": what is done, named before its effort.
    if (trees_.has_relation(*c, "compound") && is_one(*c) && is_undertaking(trees_.lemma(object))) return true;
    // "a round of talks"
    if (trees_.has_relation(*c, "nmod") && trees_.preposition(*c) == "of" && is_one(*c) &&
        lexicon_.thing(trees_.lemma(object)) == Thing::kMeasure)
      return true;
  }
  return false;
}

// "the army on Friday released two men": behind a noun and before a determiner no participle describes anything.
bool Reader::stands_as_verb(uint32_t t) const {
  // "Peru has suspended aid", of which the tree makes aid that has been suspended: no participle before its noun has an
  // auxiliary.
  const uint32_t aux = trees_.child(t, "aux");
  if (aux != Trees::kNone && aux + 1 == t) return true;
  if (goes_on(t)) return true;
  if (t == sentence_->first_token || t + 1 >= sentence_->last_token) return false;
  const Upos next = trees_.token(t + 1).upos;
  const bool behind = trees_.is_nominal(t - 1) || parties_.is_date(t - 1) || trees_.token(t - 1).upos == Upos::kAux;
  return behind && (next == Upos::kDet || next == Upos::kNum || next == Upos::kPron || is_verbless());
}

// "carried out a raid, hitting Vessby": a participle behind a comma and before a name describes no name.
bool Reader::goes_on(uint32_t t) const {
  if (t == sentence_->first_token || t + 1 >= sentence_->last_token || trees_.words(t - 1) != ",") return false;
  const std::string_view word = trees_.words(t);
  return word.size() > 4 && word.substr(word.size() - 3) == "ing" && parties_.names()[t + 1];
}

// No finite verb by its tag: a headline whose verb was taken for a noun or a participle ("Peru lifts ban on fruit").
bool Reader::is_verbless() const {
  for (uint32_t k = sentence_->first_token; k < sentence_->last_token; ++k) {
    const Upos tag = trees_.token(k).upos;
    const uint32_t above = trees_.head(k);
    const bool joined = trees_.has_relation(k, "conj") && above != Trees::kNone && is_loose(trees_, above);
    const bool loose = joined || is_loose(trees_, k);
    if (tag == Upos::kAux || (tag == Upos::kVerb && !loose)) return false;
  }
  return true;
}

// A noun between a name and its object that can be a verb, in a sentence that has none.
bool Reader::is_headline_verb(uint32_t t) const {
  if (t == sentence_->first_token || trees_.words(t).back() != 's' || !parties_.at(t - 1)) return false;
  if (lexicon_.find_verb(trees_.lemma(t)) == nullptr || parties_.at(t)) return false;
  return phrases_.after(t, sentence_->last_token) != Trees::kNone && is_verbless();
}

}  // namespace readout::events
