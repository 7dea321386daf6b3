#include "reading/events_parties.h"
#include "reading/events_words.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace readout::events {

namespace {

constexpr int kDeepest = 4;  // nouns of nouns of nouns

// Through these a thing is somebody's, or done to somebody.
constexpr std::array<std::string_view, 14> kLinks = {"of",      "by",   "from",      "against", "on",
                                                     "to",      "for",  "with",      "between", "toward",
                                                     "towards", "into", "including", "among"};
constexpr std::array<std::string_view, 3> kDoingLinks = {"by", "of", "from"};

// What is favoured or opposed by somebody is not theirs.
bool is_attitude(std::string_view verb) {
  constexpr std::array<std::string_view, 14> kAttitudes = {"affect", "back",   "condemn", "criticise", "criticize",
                                                           "favor",  "favour", "hate",    "hit",       "like",
                                                           "oppose", "see",    "support", "use"};
  return listed(kAttitudes, verb);
}

// What happens to people by itself: nobody acts through it. Its owner is where it struck.
bool acts_alone(const EventLexicon& lexicon, std::string_view noun) { return lexicon.thing(noun) == Thing::kCause; }

}  // namespace

Parties::Parties(const Trees& trees, const Identities& identities, const EventLexicon& lexicon,
                 const wording::WordLists& lists, const std::vector<DateExpression>& dates, std::string_view text)
    : trees_(trees), identities_(identities), lexicon_(lexicon), lists_(lists), text_(text) {
  const auto& tokens = trees.tokens();
  mention_of_.assign(tokens.size(), 0);
  made_of_.assign(tokens.size(), 0);
  in_date_.assign(tokens.size(), false);
  in_name_.assign(tokens.size(), false);
  first_named_.assign(identities.entities.size(), UINT32_MAX);
  for (const Mention& mention : identities.mentions) {
    if (mention.kind != MentionKind::kName || !mention.entity || *mention.entity >= first_named_.size()) continue;
    first_named_[*mention.entity] = std::min(first_named_[*mention.entity], mention.span.begin);
  }
  size_t date = 0;
  size_t next = 0;
  size_t cut = SIZE_MAX;
  for (uint32_t t = 0; t < tokens.size(); ++t) {
    while (date < dates.size() && dates[date].span.end <= tokens[t].span.begin) ++date;
    in_date_[t] = date < dates.size() && dates[date].span.overlaps(tokens[t].span);
    while (next < identities.mentions.size() && identities.mentions[next].span.end <= tokens[t].span.begin) ++next;
    // What stands before belongs to the name.
    if (next < identities.mentions.size() && identities.mentions[next].span.begin == tokens[t].span.begin &&
        is_end_of_name(trees, t))
      cut = next;
    if (next == cut) continue;
    if (next < identities.mentions.size() && identities.mentions[next].span.overlaps(tokens[t].span) &&
        identities.mentions[next].entity && !is_part_of_description(text, identities.mentions[next].span)) {
      mention_of_[t] = static_cast<uint32_t>(next) + 1;
      in_name_[t] = identities.mentions[next].kind == MentionKind::kName;
    }
  }
}

std::optional<EntityId> Parties::at(uint32_t t) const {
  if (mention_of_[t] > 0) return identities_.mentions[mention_of_[t] - 1].entity;
  if (made_of_[t] > 0) return static_cast<EntityId>(identities_.entities.size() + made_of_[t] - 1);
  return std::nullopt;
}

const Entity& Parties::entity(EntityId id) const {
  const size_t known = identities_.entities.size();
  return id < known ? identities_.entities[id] : made_.entities[id - known];
}

bool Parties::is_place(EntityId id) const { return entity(id).type == EntityType::kPlace; }
bool Parties::is_person(EntityId id) const { return entity(id).type == EntityType::kPerson && !entity(id).unnamed; }

bool Parties::is_thing(EntityId id) const {
  const Entity& thing = entity(id);
  if (!thing.unnamed || !thing.roles.empty()) return false;
  if (thing.type != EntityType::kOther && thing.type != EntityType::kEvent) return false;
  // "two ex-ministers"
  const std::string last = thing.name.substr(thing.name.find_last_of(" -") + 1);
  return lexicon_.sector(unicode::fold(last)) == nullptr;
}

const std::string* Parties::acting_sector(EntityId id) const {
  for (const auto& [entity, sector] : acting_) {
    if (entity == id) return &sector;
  }
  return nullptr;
}

bool Parties::is_country(uint32_t t) const {
  if (lists_.countries.find(std::string_view(unicode::fold(trees_.words(t)))) != lists_.countries.end()) return true;
  if (mention_of_[t] == 0) return false;
  const Mention& mention = identities_.mentions[mention_of_[t] - 1];
  if (mention.type == EntityType::kNationality) return true;
  const std::string name = unicode::fold(words_of(text_, mention.span));
  const auto found = lists_.countries.find(std::string_view(name));
  return found != lists_.countries.end() && found->second.word != wording::CountryWord::kMetonym;
}

// "one of the 168 committee members", "two of the five ministers": some of those, and nobody knows whom.
bool Parties::is_subset(uint32_t t) const {
  if (trees_.token(t).upos != Upos::kNum && trees_.lemma(t) != "one") return false;
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    if (!trees_.has_relation(*c, "nmod") || trees_.preposition(*c) != "of" || at(*c)) continue;
    if (trees_.child(*c, "nummod") != Trees::kNone || lexicon_.thing(trees_.lemma(*c)) == Thing::kMeasure) return true;
  }
  return false;
}

// "dozens of rebels"
void Parties::add_counted(uint32_t t, std::vector<EntityId>& out, int depth, bool doing) {
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    if (trees_.has_relation(*c, "nmod") && trees_.preposition(*c) == "of") add(*c, out, depth + 1, doing);
  }
}

// "a pro-Vessby group": of what it is for or against, not whose it is.
bool Parties::is_for_or_against(uint32_t t) const {
  uint32_t k = t;
  while (k > 0 && at(k - 1) && at(k - 1) == at(t)) --k;
  const auto marks = [&](uint32_t m) {
    const std::string word = unicode::fold(trees_.words(m));
    return word == "pro" || word == "anti" || word == "non" || word.compare(0, 4, "pro-") == 0 ||
           word.compare(0, 5, "anti-") == 0;
  };
  if (marks(k) || (k > 0 && marks(k - 1))) return true;
  return k > 1 && trees_.words(k - 1) == "-" && marks(k - 2);
}

void Parties::add_owners(uint32_t t, std::vector<EntityId>& out, int depth, bool doing) {
  if (doing && acts_alone(lexicon_, trees_.lemma(t))) return;
  if (is_time(trees_.lemma(t))) return;
  // "family members of the rebels" are no rebels.
  const uint32_t kin = trees_.lemma(t) == "member" ? trees_.child(t, "compound") : Trees::kNone;
  if (kin != Trees::kNone && trees_.lemma(kin) == "family") return;
  const size_t before = out.size();
  const bool event = lexicon_.event_noun(trees_.lemma(t)) != nullptr;
  if (trees_.token(t).upos == Upos::kNum) add_counted(t, out, depth, doing);
  if (out.size() != before) return;
  static constexpr std::array<std::string_view, 4> kOwners = {"nmod:poss", "amod", "compound", "nmod"};
  for (const std::string_view relation : kOwners) {
    for (const uint32_t* c = trees_.begin(t); c != trees_.end(t) && out.size() == before; ++c) {
      if (!trees_.has_relation(*c, relation) || (relation == "nmod" && trees_.is_relation(*c, "nmod:poss"))) continue;
      if (relation == "amod" && (!at(*c) || trees_.token(*c).upos == Upos::kVerb)) continue;
      if (is_for_or_against(*c)) continue;
      // "Lee endorsers": others than he.
      const std::string_view head = trees_.words(t);
      const bool doers = head.size() > 5 && head.substr(head.size() - 3) == "ers";
      if (relation == "compound" && doing && doers && at(*c) && entity(*at(*c)).type == EntityType::kPerson) continue;
      // "the pilot programme" is no pilot's.
      const bool common = trees_.token(*c).upos == Upos::kNoun && !at(*c) && !lexicon_.is_body(trees_.lemma(*c)) &&
                          lexicon_.sector(trees_.lemma(*c)) != nullptr;
      if (relation == "compound" && !doing && common) continue;
      // "a tourist ship", "jury instructions", "artillery rounds": of what kind, and not whose.
      constexpr std::array<std::string_view, 6> kKinds = {"artillery", "child", "crew", "family", "jury", "tourist"};
      if (relation == "compound" && trees_.token(*c).upos == Upos::kNoun && !at(*c) && listed(kKinds, trees_.lemma(*c)))
        continue;
      // "the Lima attack" is where, "the Peru attack" may be whose.
      if (relation == "compound" && doing && at(*c) && is_place(*at(*c)) && !is_country(*c)) continue;
      if (relation == "nmod") {
        const std::string_view preposition = trees_.preposition(*c);
        if (!(doing ? listed(kDoingLinks, preposition) : listed(kLinks, preposition))) continue;
        if (doing && event && preposition == "of") continue;
      }
      add(*c, out, depth + 1, doing);
    }
  }
  // "an appeal lodged by ...": whoever did what is said of the thing.
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t) && out.size() == before; ++c) {
    if (!trees_.has_relation(*c, "acl") || is_attitude(trees_.lemma(*c))) continue;
    // "the hall, which is run by ...": an aside.
    if (trees_.is_relation(*c, "acl:relcl") && t + 1 < *c && trees_.words(t + 1) == ",") continue;
    for (const uint32_t* d = trees_.begin(*c); d != trees_.end(*c) && out.size() == before; ++d) {
      const bool by = trees_.has_relation(*d, "obl") && trees_.preposition(*d) == "by";
      if (trees_.is_relation(*d, "obl:agent") || by) add(*d, out, depth + 1, doing);
    }
  }
  if (out.size() == before && !doing) add_where_led(t, out, depth);
}

// "the roads leading into Peru"
void Parties::add_where_led(uint32_t t, std::vector<EntityId>& out, int depth) {
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    if (!trees_.has_relation(*c, "acl") || trees_.lemma(*c) != "lead") continue;
    for (const uint32_t* d = trees_.begin(*c); d != trees_.end(*c); ++d) {
      const std::string_view preposition = trees_.has_relation(*d, "obl") ? trees_.preposition(*d) : std::string_view{};
      if (preposition == "into" || preposition == "to") add(*d, out, depth + 1, false);
    }
  }
}

void Parties::add(uint32_t t, std::vector<EntityId>& out, int depth, bool doing) {
  if (in_date_[t] || trees_.in_dateline(t) || is_subset(t) || is_attitude_to(t) || is_done_unto(t)) return;
  if (is_of_another_country(t)) return;
  const auto put = [&](EntityId entity) {
    if ((doing && is_document(this->entity(entity))) || is_scrap(this->entity(entity))) return;
    if (std::find(out.begin(), out.end(), entity) == out.end()) out.push_back(entity);
  };
  uint32_t title_end = t;
  const auto own = at(t);
  const bool nominal =
      own && mention_of_[t] > 0 && identities_.mentions[mention_of_[t] - 1].kind == MentionKind::kNominal;
  auto states = !own || nominal ? state_of_organ(t) : std::vector<EntityId>{};
  if (states.empty() && (!own || nominal)) states = joined_owners(t);
  // "a Vessby, Norland, police officer": who stands behind where.
  if (const uint32_t noun = behind_place(t); noun != Trees::kNone && depth < kDeepest) {
    if (const auto actor = make_actor(noun)) {
      put(*actor);
      return;
    }
  }
  // "Former prosecutor and Mayor Ann Lee", "the Vessby Front, the group that ...", "African Americans".
  if (const auto titled = named_after_titles(t)) return put(*titled);
  if (const auto body = own && !nominal ? std::nullopt : body_before(t)) return put(*body);
  if (const auto people = people_within(t)) return put(*people);
  // "Ann Lee, a Republican who ...": the person.
  if (const auto before = own && !is_person(*own) ? named_before(t) : std::nullopt) {
    put(*before);
    return;
  }
  const auto body_named = (!own || nominal) && !named_before(t) ? body_behind(t) : std::nullopt;
  if (body_named) {
    put(*body_named);
    // "the group Vessby Forward and the mayor", hung on the name.
    for (uint32_t k = t + 1; k < trees_.tokens().size() && k < t + 8 && depth < kDeepest; ++k) {
      if (at(k) != body_named) continue;
      for (const uint32_t* c = trees_.begin(k); c != trees_.end(k); ++c) {
        if (trees_.has_relation(*c, "conj") && trees_.is_nominal(*c)) add(*c, out, depth + 1, doing);
      }
    }
  } else if (!states.empty()) {
    for (const EntityId state : states) put(state);
  } else if (own) {
    // "the North's leader, Kim": whom the words name, whoever the office was taken for.
    const bool by_name = nominal && trees_.token(t).upos != Upos::kPron && is_person(*own) &&
                         entity(*own).name[0] >= 'A' && entity(*own).name[0] <= 'Z';
    // "its president, Ann Lee": whoever the words name right behind.
    const char initial = entity(*own).name[0];
    const bool described = entity(*own).unnamed || (initial >= 'a' && initial <= 'z');
    const bool office = nominal && described && trees_.token(t).upos == Upos::kNoun &&
                        lexicon_.sector(trees_.lemma(t)) != nullptr && trees_.words(t).back() != 's';
    const auto beside = by_name || office ? named_beside(t) : std::nullopt;
    const bool named = beside.has_value();
    EntityId party = beside.value_or(*own);
    // Whom the words name so, acts as that.
    if (office && named) acting_.emplace_back(party, *lexicon_.sector(trees_.lemma(t)));
    const bool body = entity(*own).type == EntityType::kOrganisation && !entity(*own).unnamed;
    // "Peruvian President Ann Lee": hung on the adjective.
    const bool people = entity(*own).type == EntityType::kNationality;
    if (!named && (is_place(*own) || nominal || body || people)) party = named_behind(t).value_or(party);
    put(party);
    // "Vessby News Chairman and CEO Ann Lee": of the title nothing is joined.
    for (uint32_t k = t + 1; party != *own && !named && title_end == t && k < trees_.tokens().size() && k < t + 10;
         ++k) {
      const auto behind = at(k);
      if (behind && *behind == party) title_end = k;
    }
  } else if (trees_.token(t).upos != Upos::kPron || trees_.lemma(t) == "other") {
    const size_t before = out.size();
    const bool counts = lexicon_.thing(trees_.lemma(t)) == Thing::kMeasure && ranks_of(t) == Trees::kNone;
    if (counts && depth < kDeepest) add_counted(t, out, depth, doing);
    if (out.size() == before) {
      if (const auto behind = named_behind(t)) {
        put(*behind);
        // "its premier Ann Lee and President Bob Roe"
        for (uint32_t k = t + 1; k < trees_.tokens().size() && k < t + 8 && depth < kDeepest; ++k) {
          if (at(k) != behind) continue;
          for (const uint32_t* c = trees_.begin(k); c != trees_.end(k); ++c) {
            if (trees_.has_relation(*c, "conj") && trees_.is_nominal(*c)) add(*c, out, depth + 1, doing);
          }
        }
      } else if (const auto beside = named_beside(t)) {
        put(*beside);
        // "two developers, Ann Lee and Bob Roe"
        for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
          if (at(*c) != beside || depth >= kDeepest) continue;
          for (const uint32_t* d = trees_.begin(*c); d != trees_.end(*c); ++d) {
            if (trees_.has_relation(*d, "conj") && at(*d) && is_person(*at(*d))) put(*at(*d));
          }
        }
      } else if (const auto before = named_before(t)) {
        put(*before);
        return;
      } else if (const auto actor = make_actor(t)) {
        put(*actor);
      } else if (has_people(t)) {
        put(*make(t, EntityType::kOrganisation, "business", false));
      } else if (const auto team = make_team(t, doing)) {
        put(*team);
      } else if (depth < kDeepest) {
        add_owners(t, out, depth, doing);
      }
    }
  } else if (depth < kDeepest) {
    // "some of the rebels", "those of ..."
    add_counted(t, out, depth, doing);
  }
  if (const auto first = named_first(t)) put(*first);
  if (depth < kDeepest) {
    add_their_people(t, out, depth, doing);
    add_last_of_list(t, out, depth, doing);
  }
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    if (depth >= kDeepest || !trees_.has_relation(*c, "conj") || !trees_.is_nominal(*c)) continue;
    if (*c > t && *c < title_end) continue;
    // "and has been a critic": another clause; but "and his would-be successor".
    const uint32_t copula = trees_.child(*c, "cop");
    if (copula != Trees::kNone && !(copula > 0 && trees_.words(copula - 1) == "-")) continue;
    // "A (B) and C": a clause is no conjunct. "the attacks on A, but B has ..." begins another, "not B" leaves B out.
    const uint32_t link = trees_.child(*c, "cc");
    const bool apart = link != Trees::kNone && trees_.lemma(link) != "and" && trees_.lemma(link) != "or" &&
                       trees_.lemma(link) != "nor" && trees_.lemma(link) != "as" && trees_.lemma(link) != "&" &&
                       trees_.lemma(link) != "plus";
    // "in A, and B went": of two no comma parts the second.
    const bool comma = link != Trees::kNone && link > 0 && trees_.words(link - 1) == ",";
    if (comma && is_lone_conjunct(t, *c)) continue;
    // "they, Lee notes, applaud": names that nothing joins.
    if (link == Trees::kNone && is_lone_conjunct(t, *c) && !is_joined_on(*c)) continue;
    // "killed by a gunman and an outcry within the party"
    constexpr std::array<std::string_view, 5> kPlaces = {"about", "amid", "in", "over", "within"};
    if (doing && listed(kPlaces, trees_.preposition(*c))) continue;
    if (apart || trees_.child(*c, "nsubj") != Trees::kNone) continue;
    if (!at(*c) && are_people_as(*c, t)) make(*c, EntityType::kPerson, "civilians", false);
    add(*c, out, depth + 1, doing);
  }
  // "Vessbians, Norrbians and Lundians", with the second taken for another name of the first.
  const uint32_t beside = own && depth < kDeepest ? trees_.child(t, "appos") : Trees::kNone;
  const auto is_people = [&](uint32_t k) {
    return trees_.token(k).upos == Upos::kPropn && trees_.words(k).back() == 's' && !(at(k) && is_person(*at(k)));
  };
  if (beside != Trees::kNone && beside > t && entity(*own).type == EntityType::kNationality && is_people(t) &&
      is_people(beside) && trees_.child(beside, "conj") != Trees::kNone)
    add(beside, out, depth + 1, doing);
  // "countries such as Vessby and Norrby"
  if (trees_.token(t).upos != Upos::kNoun || out.empty()) return;
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    const std::string_view preposition = trees_.has_relation(*c, "nmod") ? trees_.preposition(*c) : std::string_view{};
    if ((preposition == "such" || preposition == "including") && at(*c) && in_name_[*c] && depth < kDeepest)
      add(*c, out, depth + 1, doing);
  }
}

std::vector<EntityId> Parties::owners(uint32_t t) {
  std::vector<EntityId> out;
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    const bool adjective = trees_.has_relation(*c, "amod") && at(*c) && trees_.token(*c).upos != Upos::kVerb;
    const bool beside = adjective || trees_.is_relation(*c, "nmod:poss") || trees_.has_relation(*c, "compound");
    const bool of = trees_.has_relation(*c, "nmod") && trees_.preposition(*c) == "of";
    if ((beside || of) && out.empty()) add(*c, out, 1, false);
  }
  if (out.empty()) add_where_led(t, out, 0);
  return out;
}

std::vector<EntityId> Parties::collect(uint32_t t, bool doing) {
  std::vector<EntityId> out;
  if (t != Trees::kNone) add(t, out, 0, doing);
  return out;
}

}  // namespace readout::events
