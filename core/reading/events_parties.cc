#include "reading/events_parties.h"

#include <algorithm>
#include <array>

namespace readout::events {

namespace {

constexpr int kDeepest = 4;  // nouns of nouns of nouns

}  // namespace

Parties::Parties(const Trees& trees, const Identities& identities, const EventLexicon& lexicon,
                 const std::vector<DateExpression>& dates, std::string_view text)
    : trees_(trees), identities_(identities), lexicon_(lexicon), text_(text) {
  const auto& tokens = trees.tokens();
  mention_of_.assign(tokens.size(), 0);
  made_of_.assign(tokens.size(), 0);
  in_date_.assign(tokens.size(), false);
  size_t date = 0;
  for (uint32_t t = 0; t < tokens.size(); ++t) {
    while (date < dates.size() && dates[date].span.end <= tokens[t].span.begin) ++date;
    in_date_[t] = date < dates.size() && dates[date].span.overlaps(tokens[t].span);
  }
  size_t next = 0;
  for (uint32_t t = 0; t < tokens.size(); ++t) {
    while (next < identities.mentions.size() && identities.mentions[next].span.end <= tokens[t].span.begin) ++next;
    if (next < identities.mentions.size() && identities.mentions[next].span.overlaps(tokens[t].span) &&
        identities.mentions[next].entity) {
      mention_of_[t] = static_cast<uint32_t>(next) + 1;
    }
  }
}

std::optional<EntityId> Parties::at(uint32_t t) const {
  if (mention_of_[t] > 0) return identities_.mentions[mention_of_[t] - 1].entity;
  if (made_of_[t] > 0) return static_cast<EntityId>(identities_.entities.size() + made_of_[t] - 1);
  return std::nullopt;
}

bool Parties::is_place(EntityId entity) const {
  return entity < identities_.entities.size() && identities_.entities[entity].type == EntityType::kPlace;
}

std::optional<EntityId> Parties::make_actor(uint32_t t) {
  std::string lemma(trees_.lemma(t));
  auto role = lexicon_.actors.find(lemma);
  if (role == lexicon_.actors.end() && lemma.size() > 3 && lemma.back() == 's') {
    lemma.pop_back();
    role = lexicon_.actors.find(lemma);
  }
  const Upos tag = trees_.token(t).upos;
  // A name that the names stage has not typed is still a party; a verb never is.
  const bool named = tag == Upos::kPropn;
  if (tag == Upos::kVerb || (role == lexicon_.actors.end() && !named)) return std::nullopt;
  uint32_t first = t;
  const Span phrase = trees_.noun_phrase(t, &first);
  Entity entity;
  entity.name = std::string(words_of(text_, phrase));
  const std::string sector = role != lexicon_.actors.end() ? role->second : std::string();
  if (sector.empty()) {
    entity.type = EntityType::kOther;
  } else if (sector == "civilians" || sector == "labour" || sector == "opposition") {
    entity.type = EntityType::kPerson;
  } else {
    entity.type = EntityType::kOrganisation;
  }
  entity.unnamed = !named;
  // The country stands in the phrase ("Peruvian police").
  for (uint32_t k = first; k < t; ++k) {
    if (mention_of_[k] == 0) continue;
    const Entity& named = identities_.entities[*identities_.mentions[mention_of_[k] - 1].entity];
    if (!named.country.empty()) entity.country = named.country;
  }
  Mention mention;
  // Mentions never overlap: the phrase from after its last name on.
  uint32_t begin = t;
  while (begin > first && mention_of_[begin - 1] == 0 && made_of_[begin - 1] == 0) --begin;
  mention.span = {trees_.token(begin).span.begin, phrase.end};
  mention.type = entity.type;
  mention.kind = MentionKind::kNominal;
  mention.entity = static_cast<EntityId>(identities_.entities.size() + made_.entities.size());
  if (!sector.empty()) entity.roles.push_back({sector, trees_.token(t).span});
  made_.entities.push_back(std::move(entity));
  made_.mentions.push_back(std::move(mention));
  for (uint32_t k = begin; k <= t; ++k) made_of_[k] = static_cast<uint32_t>(made_.entities.size());
  return at(t);
}

void Parties::add(uint32_t t, std::vector<EntityId>& out, int depth) {
  const auto put = [&](EntityId entity) {
    if (std::find(out.begin(), out.end(), entity) == out.end()) out.push_back(entity);
  };
  const size_t before = out.size();
  if (in_date_[t]) return;
  if (const auto entity = at(t)) {
    put(*entity);
  } else if (trees_.token(t).upos != Upos::kPron) {
    if (const auto actor = make_actor(t)) {
      put(*actor);
    } else if (depth < kDeepest) {
      // A thing stands for whose it is: "Russia's decision", "the US call", "the village of ...".
      static constexpr std::array<std::string_view, 4> kOwners = {"nmod:poss", "compound", "amod", "nmod"};
      for (const std::string_view relation : kOwners) {
        for (const uint32_t* c = trees_.begin(t); c != trees_.end(t) && out.size() == before; ++c) {
          if (!trees_.has_relation(*c, relation)) continue;
          if (relation == "amod" && !at(*c)) continue;
          add(*c, out, depth + 1);
        }
      }
    }
  }
  for (const uint32_t* c = trees_.begin(t); c != trees_.end(t); ++c) {
    if (depth < kDeepest && trees_.has_relation(*c, "conj") && trees_.token(*c).upos != Upos::kVerb)
      add(*c, out, depth + 1);
  }
}

std::vector<EntityId> Parties::of(uint32_t t) {
  std::vector<EntityId> out;
  if (t != Trees::kNone) add(t, out, 0);
  return out;
}

}  // namespace readout::events
