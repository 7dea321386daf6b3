// Whose an office or organ of state is, and who holds it: "Vessby's army", "Vessby Mayor Ann Lee".
#include <algorithm>
#include <array>

#include "reading/events_parties.h"
#include "reading/identities_bodies.h"
#include "text/unicode.h"

namespace readout::events {

namespace {

constexpr size_t kMostJoined = 8;  // states under one noun

bool is_public_sector(std::string_view sector) {
  return sector == "government" || sector == "military" || sector == "police" || sector == "legislature" ||
         sector == "judiciary";
}

bool is_month(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                        "May",       "June",     "July",     "August",
                                                        "September", "October",  "November", "December"};
  return std::find(kMonths.begin(), kMonths.end(), word) != kMonths.end();
}

bool is_party_name(const std::string& name) {
  const std::string last = unicode::fold(name.substr(name.find_last_of(' ') + 1));
  return last == "party" || last == "gop" || last == "labour" || last == "tory";
}

// Who stands for what he made or holds: "the owner of the club, Ann Lee".
bool is_holder(std::string_view noun) {
  return noun == "owner" || noun == "founder" || noun == "co-founder" || noun == "author" || noun == "creator" ||
         noun == "maker" || noun == "inventor" || noun == "boss" || noun == "producer";
}

// Titles of which one person often has two ("Chairman and CEO").
bool is_company_title(std::string_view title) {
  return title == "chairman" || title == "chairwoman" || title == "ceo" || title == "cfo" || title == "coo" ||
         title == "editor" || title == "publisher" || title == "director" || is_holder(title);
}

bool is_office_of_state(std::string_view noun) {
  constexpr std::array<std::string_view, 9> kOffices = {"ambassador", "government", "governor",  "king", "minister",
                                                        "parliament", "premier",    "president", "queen"};
  return std::any_of(kOffices.begin(), kOffices.end(), [&](std::string_view o) { return is_form_of(noun, o); });
}

}  // namespace

// Words before and behind an organ or office that say whose it is: "Vessby's", "Vessby", "of Vessby", "from Vessby".
std::vector<uint32_t> Parties::named_owners(uint32_t t, std::string_view sector) const {
  std::vector<uint32_t> out;
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t) && out.empty(); ++c) {
    const std::string_view preposition = trees_.preposition(*c);
    // Soldiers in a country are seldom its own.
    const bool linked = trees_.is_relation(*c, "nmod") &&
                        (preposition == "of" || preposition == "from" || (preposition == "in" && sector != "military"));
    const bool beside = trees_.is_relation(*c, "nmod:poss") || trees_.has_relation(*c, "compound");
    if ((!linked && !beside) || trees_.token(*c).upos != Upos::kPropn || in_date_[*c] || is_month(trees_.lemma(*c)))
      continue;
    out.push_back(*c);
    // "of A, B and C", "A and B leaders", each joined to the first or to the one before.
    for (size_t i = out.size() - 1; i < out.size() && out.size() < kMostJoined; ++i) {
      for (const uint32_t* d = trees_.begin(out[i]); d != trees_.end(out[i]); ++d) {
        const bool one = linked || *d < t;
        if (one && trees_.has_relation(*d, "conj") && trees_.token(*d).upos == Upos::kPropn) out.push_back(*d);
      }
    }
  }
  // The same by the order of words: "Vessby security police".
  for (uint32_t k = t; out.empty() && k > 0 && k + 4 > t; --k) {
    const Upos tag = trees_.token(k - 1).upos;
    if (tag == Upos::kPropn && at(k - 1)) out.push_back(k - 1);
    const bool inside = tag == Upos::kNoun || tag == Upos::kAdj || tag == Upos::kPart;
    // "the Peru attorney's office": the attorney's.
    if (tag == Upos::kPart && k > 1 && trees_.token(k - 2).upos != Upos::kPropn) break;
    if (!inside || at(k - 1) != std::nullopt) break;
  }
  // "an attack by the army of Vessby": what follows the organ is the organ's, whichever noun the tree hangs it on.
  const uint32_t end = static_cast<uint32_t>(trees_.tokens().size());
  uint32_t next = t + 2;
  if (!out.empty() || next >= end || trees_.lemma(t + 1) != "of") return out;
  if (trees_.token(next).upos == Upos::kDet) ++next;
  if (next < end && trees_.token(next).upos == Upos::kPropn && at(next)) out.push_back(next);
  return out;
}

// What an organ without a name of its own does, its state does ("Vessby's army", "the Vessby government"); what
// somebody does who is known by an office alone, whoever's office it is ("officials of Vessby"), where that one's
// country, which would say as much, is not known.
std::vector<EntityId> Parties::state_of_organ(uint32_t t) {
  const std::string* sector = lexicon_.sector(trees_.lemma(t));
  if (sector == nullptr || trees_.token(t).upos == Upos::kPropn) return {};
  if (!is_public_sector(*sector) && !lexicon_.is_body(trees_.lemma(t))) return {};
  if (named_beside(t) || named_behind(t) || named_before(t)) return {};
  const bool organ = lexicon_.is_body(trees_.lemma(t));
  // "the Vessby congressman": one of many, whoever it is.
  const bool elected = *sector == "legislature" || trees_.lemma(t) == "governor" || trees_.lemma(t) == "mayor";
  const bool one = elected && !organ && trees_.words(t).back() != 's' && trees_.words(t) != "lawmen" &&
                   trees_.words(t) != "congressmen";
  if (one) return {};
  // "five Vessby officers": those five.
  const uint32_t count = *sector == "police" || *sector == "military" ? trees_.child(t, "nummod") : Trees::kNone;
  if (count != Trees::kNone && count < t && !organ) return {};
  // "a former Vessby official" is of it no more.
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    if (trees_.has_relation(*c, "amod") && (trees_.lemma(*c) == "former" || trees_.lemma(*c) == "onetime") && *c < t)
      return {};
  }
  // "a Vessby police officer": one, and not the police.
  const bool servant = trees_.lemma(t) == "officer" || trees_.lemma(t) == "soldier" || trees_.lemma(t) == "policeman";
  if (servant && trees_.words(t).back() != 's' && trees_.words(t) != "policemen") return {};
  std::vector<EntityId> out;
  const auto owners = named_owners(t, *sector);
  for (const uint32_t c : owners) {
    std::optional<EntityId> owner = at(c);
    const bool possessive = trees_.is_relation(c, "nmod:poss");
    const bool linked = trees_.is_relation(c, "nmod") || trees_.has_relation(c, "conj");
    // "Mrs. Lund's aides": a form of address is nobody.
    const bool address = trees_.words(c).back() == '.' && trees_.words(c).size() < 6;
    if (!owner && !address && (possessive || linked)) owner = make(c, EntityType::kOther, {}, true);
    if (!owner || entity(*owner).unnamed || entity(*owner).type == EntityType::kNationality) continue;
    if (*sector == "legislature" && is_party_name(entity(*owner).name))
      continue;  // "the Labour senators": some of them
    // Nobody but a state has a president, and nobody is in a person, whatever the name alone was taken for.
    const bool of_state = organ || linked || is_office_of_state(trees_.lemma(t));
    const bool guessed = entity(*owner).name.find(' ') == std::string::npos && entity(*owner).roles.empty();
    if (is_person(*owner) && !(of_state && guessed)) continue;
    if (!organ && owners.size() == 1 && is_country(c) && !entity(*owner).country.empty()) continue;
    acting_.emplace_back(*owner, *sector);
    if (std::find(out.begin(), out.end(), *owner) == out.end()) out.push_back(*owner);
  }
  return out;
}

// "the Lee campaign": those who work for somebody, and not that one.
std::optional<EntityId> Parties::make_team(uint32_t t, bool doing) {
  if (trees_.lemma(t) != "campaign" && trees_.lemma(t) != "camp") return std::nullopt;
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    // "Lee's campaign" may be what Lee does; where it does something itself, it is those people.
    const bool whose = trees_.has_relation(*c, "compound") || (doing && trees_.is_relation(*c, "nmod:poss"));
    if (*c < t && whose && at(*c) && is_person(*at(*c))) return make(t, EntityType::kOrganisation, "opposition", false);
  }
  return std::nullopt;
}

// "the Vessby president", taken for somebody of Norland or for a name that is told only later.
bool Parties::is_of_another_country(uint32_t t) const {
  if (mention_of_[t] == 0) return false;
  const Mention& mention = identities_.mentions[mention_of_[t] - 1];
  if (mention.kind != MentionKind::kNominal || !mention.entity || *mention.entity >= first_named_.size()) return false;
  const Entity& meant = entity(*mention.entity);
  if (meant.unnamed || meant.type != EntityType::kPerson || first_named_[*mention.entity] == UINT32_MAX) return false;
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    if (*c > t || !(trees_.has_relation(*c, "amod") || trees_.has_relation(*c, "compound"))) continue;
    const auto country = lists_.countries.find(std::string_view(unicode::fold(trees_.words(*c))));
    if (country == lists_.countries.end() || country->second.code.empty()) continue;
    const bool other = !meant.country.empty() && meant.country != country->second.code;
    // "the Vessby leader, Ann Lee" names him at once.
    const uint32_t named = first_named_[*mention.entity];
    const bool later = named > mention.span.end + 12;
    if (other || later) return true;
  }
  return false;
}

// "opposition from the unions", "to the plan": what somebody is against, not those who are.
bool Parties::is_attitude_to(uint32_t t) const {
  if (trees_.lemma(t) != "opposition" || t + 1 >= trees_.tokens().size()) return false;
  return trees_.lemma(t + 1) == "from" || trees_.lemma(t + 1) == "to" || trees_.lemma(t + 1) == "among";
}

// "Peruvian and Vessby negotiators": two sides under one noun.
std::vector<EntityId> Parties::joined_owners(uint32_t t) {
  const std::string* sector = lexicon_.sector(trees_.lemma(t));
  if (sector == nullptr || t < 3 || trees_.token(t).upos == Upos::kPropn) return {};
  // Backwards over "A and B" right before the noun and its other modifiers.
  uint32_t k = t;
  for (; k > 0 && k + 4 > t && !at(k - 1); --k) {
    const Upos tag = trees_.token(k - 1).upos;
    if (tag == Upos::kPropn) break;  // a name that the names stage does not know
    if (tag != Upos::kNoun && tag != Upos::kAdj) return {};
  }
  if (k == 0) return {};
  const uint32_t last = k - 1;
  auto second = at(last);
  while (k > 0 && at(k - 1) == second && (second || k - 1 == last)) --k;
  if (k > 0 && trees_.token(k - 1).upos == Upos::kDet) --k;
  if (k < 2 || trees_.lemma(k - 1) != "and") return {};
  // "Peruvian, Vessby, and Norrby negotiators"
  const uint32_t before = k > 3 && trees_.words(k - 2) == "," ? k - 3 : k - 2;
  auto first = at(before);
  std::vector<EntityId> others;
  for (uint32_t j = before; first && others.size() < 4;) {
    while (j > 0 && at(j - 1) == at(j)) --j;
    if (j < 2 || trees_.words(j - 1) != ",") break;
    const auto more = at(j - 2);
    if (!more || entity(*more).type != entity(*first).type || trees_.token(j - 2).upos != Upos::kAdj) break;
    others.push_back(*more);
    j -= 2;
  }
  if ((first && is_person(*first)) || (second && is_person(*second))) return {};
  // Names that the names stage does not know.
  const bool names =
      (first || trees_.token(before).upos == Upos::kPropn) && (second || trees_.token(last).upos == Upos::kPropn);
  if (!names || trees_.in_dateline(before)) return {};
  if (!first) first = make(before, EntityType::kOther, {}, true);
  if (!second) second = make(last, EntityType::kOther, {}, true);
  if (*first == *second) return {};
  std::vector<EntityId> out;
  std::reverse(others.begin(), others.end());
  others.insert(others.end(), {*first, *second});
  for (const EntityId side : others) {
    if (entity(side).unnamed) return {};
    acting_.emplace_back(side, *sector);
    out.push_back(side);
  }
  return out;
}

// "Ann Lee, a lawyer, ...": who stands before such an apposition.
std::optional<EntityId> Parties::named_before(uint32_t t) const {
  // "Ann Lee, a lawyer and head of a fund, ...": joined to the apposition.
  const uint32_t first = trees_.has_relation(t, "conj") && !at(t) ? trees_.head(t) : t;
  if (first == Trees::kNone || first > t || !trees_.has_relation(first, "appos")) return std::nullopt;
  if (first != t && (at(first) || trees_.token(first).upos != Upos::kNoun)) return std::nullopt;
  const uint32_t above = trees_.head(first);
  const auto entity = above == Trees::kNone || above > t ? std::nullopt : at(above);
  return entity && is_person(*entity) ? entity : std::nullopt;
}

// "Ann Lee and other leaders", with all that taken for one phrase: who stands before "and other".
std::optional<EntityId> Parties::named_first(uint32_t t) const {
  constexpr uint32_t kReach = 5;
  for (uint32_t k = t; k > 2 && k + kReach > t; --k) {
    const Upos tag = trees_.token(k - 1).upos;
    if (trees_.lemma(k - 1) == "other" && trees_.lemma(k - 2) == "and") {
      const auto first = at(k - 3);
      // Hung on this noun: else it is a conjunct of its own.
      const bool inside = first && is_person(*first) && trees_.head(k - 3) != Trees::kNone &&
                          (trees_.head(k - 3) == t || trees_.head(trees_.head(k - 3)) == t);
      return inside ? first : std::nullopt;
    }
    if (tag != Upos::kNoun && tag != Upos::kAdj && tag != Upos::kPropn) break;
  }
  return std::nullopt;
}

// "the foreign minister, Ann Lee", "President Lee": the person whom the words beside an office name.
std::optional<EntityId> Parties::named_beside(uint32_t t, int depth) const {
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    const bool beside = trees_.has_relation(*c, "flat") || trees_.has_relation(*c, "appos");
    // "prisoners, including Ann Lee": one of them.
    if (!beside || *c < t || *c > t + 8 || trees_.child(*c, "case") != Trees::kNone) continue;
    const auto entity = at(*c);
    if (entity && is_person(*entity)) return entity;
    // "a member, former mayor Ann Lee"
    const auto named = depth == 0 ? named_beside(*c, 1) : std::nullopt;
    if (named) return named;
  }
  // "the speaker of the House, Ann Lee", whichever of both nouns the name hangs on.
  const uint32_t end = std::min(static_cast<uint32_t>(trees_.tokens().size()), t + 10);
  const bool holds = lexicon_.sector(trees_.lemma(t)) != nullptr || is_holder(trees_.lemma(t));
  if (depth > 0 || t + 3 >= end || trees_.lemma(t + 1) != "of" || !holds) return std::nullopt;
  uint32_t k = t + 2;
  // "secretary of state Ann Lee"
  const bool secretary = trees_.lemma(t) == "secretary" || trees_.lemma(t) == "minister";
  if (secretary && trees_.token(k).upos == Upos::kNoun && at(k + 1) && in_name_[k + 1] && is_person(*at(k + 1)))
    return at(k + 1);
  while (k < end && trees_.words(k) != "," &&
         (trees_.is_nominal(k) || trees_.token(k).upos == Upos::kDet || trees_.token(k).upos == Upos::kAdj))
    ++k;
  if (k + 1 >= end || trees_.words(k) != ",") return std::nullopt;
  const auto behind = at(k + 1);
  if (!behind || !in_name_[k + 1] || !is_person(*behind)) return std::nullopt;
  while (k + 1 < trees_.tokens().size() && at(k + 1) == behind) ++k;
  const bool closed = k + 1 < trees_.tokens().size() && trees_.token(k + 1).upos == Upos::kPunct;
  return closed ? behind : std::nullopt;
}

// "Vessby Mayor Ann Lee", wherever the tree puts the head: the person in whose phrase a place stands.
std::optional<EntityId> Parties::named_behind(uint32_t t) const {
  bool title = lexicon_.sector(unicode::fold(trees_.words(t))) != nullptr || trees_.words(t).back() == '.';
  // "Secretary of State Ann Lee"
  const bool of = title && t + 3 < trees_.tokens().size() && trees_.token(t).upos == Upos::kPropn &&
                  trees_.lemma(t + 1) == "of" && !at(t + 2);
  // "Vessby, Norland, police officer Ann Lee"
  const bool where = trees_.token(t).upos == Upos::kPropn && at(t) && is_place(*at(t)) &&
                     t + 4 < trees_.tokens().size() && trees_.words(t + 1) == "," &&
                     trees_.token(t + 2).upos == Upos::kPropn;
  const uint32_t comma = where ? t + 3 + (trees_.words(t + 3) == "." ? 1 : 0) : t;
  const bool apart = where && comma + 1 < trees_.tokens().size() && trees_.words(comma) == "," &&
                     trees_.token(comma + 1).upos == Upos::kNoun && lexicon_.sector(trees_.lemma(comma + 1)) != nullptr;
  for (uint32_t k = apart ? comma + 1 : t + 1; k < trees_.tokens().size() && k < t + 10; ++k) {
    const Upos tag = trees_.token(k).upos;
    const auto entity = at(k);
    if (of && k == t + 1) continue;
    // "Editor-in-Chief", "Chairman and CEO Ann Lee"
    const bool inner = trees_.words(k) == "-" || (trees_.words(k) == "in" && trees_.words(k - 1) == "-");
    const bool both = title && trees_.words(k) == "and" && k + 2 < trees_.tokens().size() && !at(k + 1) &&
                      is_company_title(unicode::fold(trees_.words(k - 1))) &&
                      is_company_title(unicode::fold(trees_.words(k + 1)));
    if (title && (inner || both)) continue;
    if (!entity && tag != Upos::kPropn && tag != Upos::kNoun && tag != Upos::kAdj) break;
    if (entity && is_person(*entity)) return title ? entity : std::nullopt;
    // "its ally Vessby"
    if (entity && k == t + 1 && title && tag == Upos::kPropn && is_place(*entity)) return entity;
    title = title || lexicon_.sector(unicode::fold(trees_.words(k))) != nullptr || trees_.words(k).back() == '.';
  }
  return std::nullopt;
}

// "the advocacy group Vessby Forward", "the magazine The Vessby": the body named right behind what it is.
std::optional<EntityId> Parties::body_behind(uint32_t t) const {
  const std::string noun(trees_.lemma(t));
  const bool kind = naming::is_body_noun(noun) || naming::is_business_noun(noun) || naming::is_outlet_noun(noun) ||
                    naming::is_group_noun(noun);
  const char initial = trees_.words(t)[0];
  if (!kind || trees_.token(t).upos != Upos::kNoun || !(initial >= 'a' && initial <= 'z')) return std::nullopt;
  if (trees_.words(t).back() == 's' || trees_.child(t, "det") == Trees::kNone) return std::nullopt;
  uint32_t k = t + 1;
  if (k + 1 < trees_.tokens().size() && trees_.words(k) == "The") ++k;
  if (k >= trees_.tokens().size() || !in_name_[k]) return std::nullopt;
  const auto body = at(k);
  const EntityType type = entity(*body).type;
  return type == EntityType::kOrganisation || type == EntityType::kOther ? body : std::nullopt;
}

// "charged with defrauding investors": a deed that the tree takes for a word which describes them.
bool Parties::is_done_unto(uint32_t t) const {
  if (trees_.token(t).upos != Upos::kNoun || t < 2) return false;
  const std::string_view word = trees_.words(t - 1);
  const bool gerund = word.size() > 4 && word.substr(word.size() - 3) == "ing" && trees_.head(t - 1) == t;
  const std::string_view link = trees_.lemma(t - 2);
  if (!gerund || (link != "with" && link != "of" && link != "for" && link != "stop")) return false;
  // "of striking workers" describes them; what somebody is charged with, or is to stop, is a deed.
  uint32_t verb = trees_.head(t);
  for (int depth = 0; depth < 6 && verb != Trees::kNone && trees_.token(verb).upos != Upos::kVerb; ++depth)
    verb = trees_.head(verb);
  const std::string_view lemma = verb == Trees::kNone ? std::string_view{} : trees_.lemma(verb);
  return link == "stop" || lemma == "accuse" || lemma == "acquit" || lemma == "charge" || lemma == "convict" ||
         lemma == "suspect";
}

// "a Vessby, Norland, police officer": the common noun of somebody behind two places that say where, with the one who
// is meant unnamed. kNone where `t` is no such place.
uint32_t Parties::behind_place(uint32_t t) const {
  const auto end = static_cast<uint32_t>(trees_.tokens().size());
  const auto place = at(t);
  if (!place || !is_place(*place) || t + 4 >= end || trees_.words(t + 1) != "," ||
      trees_.token(t + 2).upos != Upos::kPropn)
    return Trees::kNone;
  uint32_t first = t;
  while (first > 0 && at(first - 1) == place) --first;
  if (first == 0 || trees_.token(first - 1).upos != Upos::kDet) return Trees::kNone;
  uint32_t k = t + 3;
  while (k + 1 < end && (trees_.words(k) == "." || (at(k) && at(k) == at(t + 2)))) ++k;
  if (trees_.words(k) != ",") return Trees::kNone;
  uint32_t noun = Trees::kNone;
  for (++k; k < end && k < t + 10 && !at(k); ++k) {
    const Upos tag = trees_.token(k).upos;
    if (tag != Upos::kNoun && tag != Upos::kAdj) break;
    if (tag == Upos::kNoun) noun = k;
  }
  const bool name = k < end && at(k);
  return noun != Trees::kNone && !name && lexicon_.sector(trees_.lemma(noun)) != nullptr ? noun : Trees::kNone;
}

std::vector<EntityId> Parties::people_behind(uint32_t t) const {
  constexpr uint32_t kLongest = 60;  // tokens of a list
  constexpr uint32_t kTitle = 6;     // before a name
  const uint32_t end = std::min(static_cast<uint32_t>(trees_.tokens().size()), t + kLongest);
  std::vector<EntityId> out;
  bool joined = false;
  uint32_t k = t;
  const auto skip_name = [&] {
    const auto named = at(k);
    while (k < end && at(k) == named) ++k;
    if (k < end && trees_.words(k) == "(") {
      while (k < end && trees_.words(k) != ")") ++k;
      ++k;
    }
  };
  skip_name();
  while (k < end) {
    if (trees_.words(k) != "," && trees_.lemma(k) != "and") break;
    joined = trees_.lemma(k) == "and" || (k + 1 < end && trees_.lemma(k + 1) == "and");
    k += trees_.words(k) == "," && joined ? 2 : 1;
    uint32_t title = 0;
    while (k < end && title < kTitle && !(at(k) && is_person(*at(k)))) {
      const Upos tag = trees_.token(k).upos;
      const bool part = tag == Upos::kPropn || tag == Upos::kNoun || tag == Upos::kAdj || tag == Upos::kDet;
      if (!part && trees_.words(k) != ".") return {};
      ++k, ++title;
    }
    if (k >= end || !at(k) || !in_name_[k] || !is_person(*at(k))) return {};
    out.push_back(*at(k));
    skip_name();
    if (joined) break;
  }
  const bool clause = k < end && (trees_.token(k).upos == Upos::kVerb || trees_.token(k).upos == Upos::kAux);
  return joined && out.size() > 1 && !clause ? out : std::vector<EntityId>{};
}

}  // namespace readout::events
