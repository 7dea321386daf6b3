#include "reading/identities_descriptions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "reading/identities_bodies.h"
#include "text/unicode.h"

namespace readout::naming {
namespace {

using wording::Mark;
using wording::Word;

constexpr size_t kMostInMind = 16;
constexpr uint32_t kNear = 2;  // sentences

template <size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 6> kCountryNouns = {"country", "kingdom",  "monarchy",
                                                           "nation",  "republic", "state"};
constexpr std::array<std::string_view, 4> kBareCountryNouns = {"country", "kingdom", "nation", "republic"};
// A country or body named before.
struct InMind {
  EntityId entity = 0;
  std::string country;  // of a country or its adjective
  uint32_t token = 0;   // its last
  uint32_t sentence = 0;
  bool possessor = false;  // "Russia's"
  bool body = false;
};

class Search {
 public:
  Search(const DescriptionContext& context, std::vector<Entity>& entities) : c_(context), entities_(entities) {
    for (const Reference& name : c_.named) {
      const Entity& entity = entities_[name.entity];
      if (entity.type == EntityType::kPlace && is_country(name)) countries_.emplace(entity.country, name.entity);
    }
    key_words_.resize(entities_.size());
    times_named_.assign(entities_.size(), 0);
    for (const Reference& name : c_.named) ++times_named_[name.entity];
    const auto west =
        std::find_if(entities_.begin(), entities_.end(), [](const Entity& e) { return e.name == "the West"; });
    if (west != entities_.end()) west_ = static_cast<EntityId>(west - entities_.begin());
  }

  std::vector<Mention> run() {
    size_t next = 0;
    for (uint32_t i = 0; i < c_.words.size(); ++i) {
      while (next < c_.named.size() && c_.named[next].last_token <= i) ++next;
      if (next < c_.named.size() && c_.named[next].first_token <= i) {
        if (c_.named[next].first_token == i) keep(c_.named[next]);
        continue;
      }
      if (!c_.taken[i]) read(i);
    }
    return std::move(found_);
  }

 private:
  std::string_view text(uint32_t i) const { return words_of(c_.text, c_.words[i].span); }
  std::string low(uint32_t i) const { return i < c_.words.size() ? wording::key_of(text(i)) : std::string(); }
  bool same_sentence(uint32_t a, uint32_t b) const {
    return b < c_.words.size() && c_.words[a].sentence == c_.words[b].sentence;
  }
  bool named_follows(uint32_t i) const { return i + 1 < c_.words.size() && same_sentence(i, i + 1) && c_.taken[i + 1]; }

  const wording::Country* country_of(const Reference& name) const {
    const auto found = c_.lists.countries.find(unicode::fold(words_of(c_.text, name.span)));
    return found == c_.lists.countries.end() ? nullptr : &found->second;
  }
  bool is_country(const Reference& name) const {
    const auto* country = country_of(name);
    return country && country->word == wording::CountryWord::kName;
  }

  void keep(const Reference& name) {
    const Entity& entity = entities_[name.entity];
    InMind one;
    one.entity = name.entity;
    one.token = name.last_token - 1;
    one.sentence = c_.words[one.token].sentence;
    one.body = entity.type == EntityType::kOrganisation;
    if (const auto* country = country_of(name); country && entity.type != EntityType::kPerson) {
      one.country = country->code;
      // An adjective speaks of the country where the article names it.
      const auto place = countries_.find(std::string_view(one.country));
      if (place != countries_.end()) one.entity = place->second;
      if (place == countries_.end() && country->word != wording::CountryWord::kName) one.country.clear();
      const std::string after = low(name.last_token);
      one.possessor = after == "'s" || after == "'";
    }
    if (entity.type != EntityType::kPerson && entity.type != EntityType::kPlace && one.country.empty() &&
        describe(name))
      one.body = true;
    if (!one.body && one.country.empty()) return;
    if (mind_.size() >= kMostInMind) mind_.erase(mind_.begin());
    mind_.push_back(std::move(one));
  }

  // "Vessby Forward, a group that ...", "the magazine Vessby Weekly": remembers what the words beside a name call it.
  bool describe(const Reference& name) {
    constexpr uint32_t kReach = 6;
    const auto is_noun = [&](const std::string& word) {
      return is_body_noun(word) || is_business_noun(word) || is_outlet_noun(word) || is_alliance_noun(word);
    };
    std::string called;
    if (name.first_token > 0 && same_sentence(name.first_token - 1, name.first_token)) {
      const std::string before = low(name.first_token - 1);
      if (is_noun(before) && !c_.words[name.first_token - 1].capital) called = before;
    }
    uint32_t k = name.last_token;
    const bool comma =
        k + 1 < c_.words.size() && c_.words[k].mark == Mark::kComma && same_sentence(name.first_token, k + 1);
    if (called.empty() && comma && c_.words[k + 1].is(wording::kIndefinite)) {
      for (k += 2; k < c_.words.size() && k < name.last_token + kReach && same_sentence(name.first_token, k); ++k) {
        if (!c_.words[k].is_word() || c_.words[k].is(wording::kPreposition | wording::kRelative | wording::kAuxiliary))
          break;
        if (is_noun(low(k))) called = low(k);
      }
    }
    if (called.empty()) return false;
    if (!carries(name.entity, called)) key_words_[name.entity] += " " + called + " ";
    return true;
  }

  // A body that the noun at token `i` speaks of again stays in mind.
  void keep_body(EntityId entity, uint32_t i) {
    InMind one;
    one.entity = entity;
    one.token = i;
    one.sentence = c_.words[i].sentence;
    one.body = true;
    if (mind_.size() >= kMostInMind) mind_.erase(mind_.begin());
    mind_.push_back(std::move(one));
  }

  void add(uint32_t first, uint32_t last, EntityId entity, std::string doubt) {
    Mention mention;
    mention.span = {c_.words[first].span.begin, c_.words[last].span.end};
    mention.type = entities_[entity].type;
    mention.kind = MentionKind::kNominal;
    mention.entity = entity;
    mention.doubt = std::move(doubt);
    found_.push_back(std::move(mention));
  }

  void read(uint32_t i) {
    const Word& word = c_.words[i];
    if (!word.is_word() || i == 0 || !same_sentence(i, i - 1)) return;
    const std::string noun = low(i);
    const std::string before = low(i - 1);
    if (text(i) == "West" && (before == "the" || before == "collective")) return read_west(i);
    if (noun == "neighbour" || noun == "neighbor") return read_neighbour(i);
    const bool country = one_of(noun, kCountryNouns);
    if (country && !named_follows(i) && read_described(i)) return;
    if (before != "the" || named_follows(i)) return;
    // "The state department", "the country house": the noun must head its phrase.
    if (i + 1 < c_.words.size() && c_.words[i + 1].is(wording::kPersonNoun | wording::kPeopleNoun | wording::kBody))
      return;
    if (one_of(noun, kBareCountryNouns)) return read_country(i);
    read_body(i, noun);
  }

  void read_west(uint32_t i) {
    // "The West Bank", "the West of England".
    if (same_sentence(i, i + 1) && (c_.words[i + 1].capital || low(i + 1) == "of")) return;
    if (!west_) {
      Entity entity;
      entity.name = "the West";
      entity.type = EntityType::kPlace;
      entity.doubt = "Taken for the Western countries together.";
      west_ = static_cast<EntityId>(entities_.size());
      entities_.push_back(std::move(entity));
    }
    add(i, i, *west_, {});
    found_.back().kind = MentionKind::kName;
  }

  std::string doubt_of(EntityId entity, std::string_view why) const {
    return "Taken for " + entities_[entity].name + ", " + std::string(why) + ".";
  }

  // The one entity that fits among those in mind of sentence `sentence`; none where two do.
  template <class Fits>
  std::optional<EntityId> only(uint32_t sentence, Fits fits) const {
    std::optional<EntityId> chosen;
    for (const InMind& one : mind_) {
      if (one.sentence != sentence || !fits(one)) continue;
      if (chosen && *chosen != one.entity) return std::nullopt;
      chosen = one.entity;
    }
    return chosen;
  }
  template <class Fits>
  bool any(uint32_t sentence, Fits fits) const {
    return std::any_of(mind_.begin(), mind_.end(),
                       [&](const InMind& one) { return one.sentence == sentence && fits(one); });
  }

  // "The country": the one country spoken of in the sentence before it, without the one whose act it suffers ("Russia's
  // invasion of the country"); else the one of the sentence before.
  void read_country(uint32_t i) {
    const uint32_t sentence = c_.words[i].sentence;
    const bool suffers = i >= 2 && low(i - 2) == "of";
    const auto fits = [&](const InMind& one) {
      return !one.country.empty() && !(suffers && one.possessor && i - one.token < 6);
    };
    std::optional<EntityId> chosen;
    if (any(sentence, fits)) {
      chosen = only(sentence, fits);
    } else if (sentence > 0) {
      chosen = only(sentence - 1, fits);
    }
    if (chosen) add(i - 1, i, *chosen, doubt_of(*chosen, "the one country spoken of just before"));
  }

  // "Its neighbour": a country named before that borders on the one whose it is.
  void read_neighbour(uint32_t i) {
    if (named_follows(i)) return;
    uint32_t first = i;
    constexpr uint32_t kReach = 3;
    while (first > 0 && i - first < kReach && low(first) != "its" && same_sentence(first, first - 1)) --first;
    if (low(first) != "its") return;
    const uint32_t sentence = c_.words[i].sentence;
    const InMind* owner = nullptr;
    for (const InMind& one : mind_) {
      if (one.sentence != sentence || one.country.empty()) continue;
      if (!owner || one.possessor) owner = &one;
    }
    if (!owner) return;
    const auto borders = c_.lists.borders.find(std::string_view(owner->country));
    if (borders == c_.lists.borders.end()) return;
    const auto fits = [&](const InMind& one) {
      const auto& codes = borders->second;
      return !one.country.empty() && std::find(codes.begin(), codes.end(), one.country) != codes.end();
    };
    for (uint32_t back = 0; back <= kNear && back <= sentence; ++back) {
      if (!any(sentence - back, fits)) continue;
      if (const auto chosen = only(sentence - back, fits))
        add(first + 1, i, *chosen, doubt_of(*chosen, "the neighbour named last"));
      return;
    }
  }

  // "The former Soviet republic".
  bool read_described(uint32_t i) {
    constexpr uint32_t kLongest = 3;  // words of a description
    std::string phrase;
    uint32_t first = i;
    const std::vector<std::string>* codes = nullptr;
    for (uint32_t n = 1; n <= kLongest && first > 0 && same_sentence(first, first - 1); ++n) {
      --first;
      phrase = low(first) + (phrase.empty() ? "" : " ") + phrase;
      const auto found = c_.lists.descriptions.find(std::string_view(phrase));
      if (found == c_.lists.descriptions.end()) continue;
      codes = &found->second;
      break;
    }
    if (!codes || first == 0 || low(first - 1) != "the") return false;
    const auto fits = [&](const InMind& one) {
      return std::find(codes->begin(), codes->end(), one.country) != codes->end();
    };
    const uint32_t sentence = c_.words[i].sentence;
    for (uint32_t back = 0; back <= kNear && back <= sentence; ++back) {
      if (!any(sentence - back, fits)) continue;
      if (const auto chosen = only(sentence - back, fits)) add(i, i, *chosen, doubt_of(*chosen, "named just before"));
      return true;
    }
    std::optional<EntityId> chosen;
    for (const std::string& code : *codes) {
      const auto place = countries_.find(std::string_view(code));
      if (place == countries_.end()) continue;
      if (chosen) return true;
      chosen = place->second;
    }
    if (chosen) add(i, i, *chosen, doubt_of(*chosen, "the only such country that the article names"));
    return true;
  }

  const std::string& key_of(EntityId entity) {
    std::string& key = key_words_[entity];
    if (key.empty()) key = key_of_names(entities_[entity]);
    return key;
  }
  bool carries(EntityId entity, const std::string& noun) { return is_named_as(key_of(entity), noun); }

  // "A group of activists said ...": whom no name stands for, spoken of behind token `after`, before token `i`.
  bool is_of_nobody_named(const std::string& noun, uint32_t after, uint32_t i) const {
    constexpr uint32_t kReach = 4;
    constexpr uint32_t kFar = 200;  // tokens looked back over
    for (uint32_t k = std::max(after + 1, i > kFar ? i - kFar : 0); k + 1 < i; ++k) {
      if (c_.taken[k] || low(k) != noun) continue;
      for (uint32_t d = k; d-- > 0 && d + kReach >= k && same_sentence(d, k);) {
        if (!c_.words[d].is(wording::kIndefinite)) continue;
        // "Vessby Forward, a group that ..."
        const bool apposed = d == after + 2 && c_.words[d - 1].mark == wording::Mark::kComma;
        if (!apposed) return true;
        break;
      }
    }
    return false;
  }

  bool are_one(EntityId a, EntityId b) const { return a == b || are_one_name(entities_[a].name, entities_[b].name); }

  // The body in mind that the noun fits; of several the only one in the sentence that names any last, just before,
  // unless the article is about another, or else the one that it is about. Null where the words do not tell.
  const InMind* last_such(const std::string& noun, uint32_t sentence, bool* several) {
    const InMind* last = nullptr;
    const InMind* most = nullptr;
    bool tied = false;
    for (auto one = mind_.rbegin(); one != mind_.rend(); ++one) {
      if (!one->body || !carries(one->entity, noun) || (noun == "party" && carries(one->entity, "tea"))) continue;
      if (!last) last = &*one;
      if (!most || times_named_[one->entity] > times_named_[most->entity]) most = &*one;
      if (are_one(one->entity, last->entity)) continue;
      *several = true;
      tied = tied || one->sentence == last->sentence;
    }
    if (!*several) return last;
    constexpr uint32_t kManyTimes = 3;
    const bool about_one = std::all_of(mind_.begin(), mind_.end(), [&](const InMind& one) {
      return are_one(one.entity, most->entity) || !one.body || !carries(one.entity, noun) ||
             times_named_[most->entity] >= kManyTimes * times_named_[one.entity];
    });
    const bool near = sentence - last->sentence <= kNear && !tied;
    if (near && (!about_one || are_one(most->entity, last->entity))) return last;
    return about_one && !near ? most : nullptr;
  }

  void read_body(uint32_t i, const std::string& noun) {
    const uint32_t sentence = c_.words[i].sentence;
    // "The group of activists", "the bank of the river".
    if (same_sentence(i, i + 1) && low(i + 1) == "of") return;
    if (is_body_noun(noun)) {
      bool several = false;
      if (const InMind* last = last_such(noun, sentence, &several)) {
        if (is_of_nobody_named(noun, last->token, i)) return;
        const EntityId chosen = last->entity;
        add(i - 1, i, chosen, several ? doubt_of(chosen, "the one named last") : std::string());
        keep_body(chosen, i);
        return;
      }
      if (several) return;
    }
    if (is_group_noun(noun) && read_group(i, noun)) return;
    const bool business = is_business_noun(noun);
    const bool outlet = is_outlet_noun(noun);
    if (!business && !outlet && !is_alliance_noun(noun)) return;
    const auto fits = [&](const InMind& one) {
      if (!one.body || !one.country.empty() || sentence - one.sentence > kNear) return false;
      const Entity& entity = entities_[one.entity];
      // "the credit agency Vessby Data" may be a company.
      if (business && is_other_body(key_of_names(entity))) return false;
      const bool known = c_.lists.outlets.find(unicode::fold(entity.name)) != c_.lists.outlets.end();
      if (outlet) return known;
      if (known) return false;
      return true;
    };
    std::optional<EntityId> chosen;
    for (const InMind& one : mind_) {
      if (!fits(one)) continue;
      if (chosen && !are_one(*chosen, one.entity)) return;
      if (!chosen) chosen = one.entity;
    }
    if (chosen) add(i - 1, i, *chosen, doubt_of(*chosen, "the one such body named just before"));
  }

  // "The group": the one caucus, league, armed group or the like that was named just before.
  bool read_group(uint32_t i, const std::string& noun) {
    const InMind* last = nullptr;
    for (const InMind& one : mind_) {
      if (!one.body || !one.country.empty() || c_.words[i].sentence - one.sentence > kNear) continue;
      if (!is_group(key_of(one.entity))) continue;
      if (last && last->entity != one.entity) return false;
      last = &one;
    }
    if (!last) return false;
    if (is_of_nobody_named(noun, last->token, i)) return true;
    const EntityId chosen = last->entity;
    add(i - 1, i, chosen, doubt_of(chosen, "the one such body named just before"));
    keep_body(chosen, i);
    return true;
  }

  const DescriptionContext& c_;
  std::vector<Entity>& entities_;
  wording::StringMap<EntityId> countries_;  // named in the article, by code
  std::vector<std::string> key_words_;      // by entity: its folded name between spaces
  std::vector<uint32_t> times_named_;       // by entity
  std::vector<InMind> mind_;
  std::vector<Mention> found_;
  std::optional<EntityId> west_;
};

}  // namespace

std::vector<Mention> find_descriptions(const DescriptionContext& context, std::vector<Entity>& entities) {
  return Search(context, entities).run();
}

}  // namespace readout::naming
