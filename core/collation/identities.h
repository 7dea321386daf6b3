// Who is the same over many articles.
//
// Names that fold to one key (accents, case, common transliteration endings) are one entity; a person's lone surname
// joins the only fuller name that it fits within its story, and so does one with initials; acronyms and names in other
// languages join their body where an article or a table of bodies says so, or where their letters fit the only body of
// the story; an office for which an article names nobody is filled in
// from another article of the story that does. Nothing is merged against the evidence: the type of name (a person is no
// place), offices of other countries, or of which nobody has two at one time. By office alone nobody is the same person
// beyond a story: two foreign ministers in two years are two. Unnamed sources are never merged.
#pragma once

#include <vector>

#include "collation/identity_names.h"
#include "collation/identity_short_forms.h"
#include "collation/stories.h"

namespace readout::collation {

struct IdentityTable {
  static constexpr uint32_t kRejected = UINT32_MAX;  // in by_reading: the reader says that this is no entity

  std::vector<DossierEntity> entities;            // in order of their first mention
  std::vector<std::vector<uint32_t>> by_reading;  // [article][entity of its reading] -> index into entities

  // The dossier's entity of a reading's; none where the reading has none.
  std::optional<uint32_t> of(ArticleIndex article, const std::optional<EntityId>& id) const;
};

class IdentityLinker {
 public:
  void add(const CorpusArticle& article);
  void remove(Serial serial);

  // `corpus` holds the articles that were added and not removed; the table hangs on it, the stories and the rules
  // alone. Rules on entities come first: what they merge is one whatever its names, what they split never meets, and
  // what they reject is no entity of the table. `before` are the entities of the last table (empty at first): names and
  // places of one that holds what it held are moved out of it. O(entities + mentions).
  IdentityTable link(const Corpus& corpus, const std::vector<StoryGroup>& stories, const std::vector<Rule>& rules,
                     std::vector<DossierEntity>& before);

 private:
  // A mention of an entity, without what linking does not ask for.
  struct Place {
    Span span;
    EntityId entity;
  };
  // What is kept of an article.
  struct Known {
    std::vector<FoldedName> names;    // by entity
    std::vector<Item> items;          // by entity; without article and story
    std::vector<Place> mentions;      // in order
    std::vector<uint32_t> before;     // by entity: of the last table; empty where it held no such article
    ArticleIndex place = UINT32_MAX;  // then
  };

  std::vector<Item> make_items(const Corpus& corpus, const std::vector<StoryGroup>& stories) const;
  void name_entity(const Corpus& corpus, DossierEntity& entity) const;

  KeyTable keys_;
  KnownBodies known_{keys_};
  std::vector<Known> articles_;  // by serial
};

}  // namespace readout::collation
