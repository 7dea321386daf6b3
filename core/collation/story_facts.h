// The facts of all stories, kept from one dossier to the next where nothing that they hang on has changed.
#pragma once

#include <cstdint>
#include <vector>

#include "collation/facts.h"

namespace readout::collation {

class FactKeeper {
 public:
  // Fills facts and disagreements of `made`, whose stories are there. `before` is the last dossier that was so filled
  // (empty at first); what can be taken over is moved out of it. Keeps `by_reading` of the identities, which goes.
  void find(const Corpus& corpus, const std::vector<Story>& stories, IdentityTable& identities,
            const OriginTable& origins, Dossier& before, Dossier& made);

 private:
  // What a story's facts hang on beside its readings: which of their entities are one and how they are called, and
  // which of their words are of one origin. Entities and origins are numbered as the story meets them.
  using Signature = std::vector<uint32_t>;

  struct Kept {
    std::vector<Serial> articles;
    Signature signature;
    uint32_t facts_begin = 0;
    uint32_t facts_end = 0;
    uint32_t disagreements_begin = 0;
    uint32_t disagreements_end = 0;
  };

  std::vector<Kept> kept_;                        // by story of the last dossier
  std::vector<uint32_t> story_of_;                // by serial: index into kept_
  std::vector<ArticleIndex> places_;              // by serial, in the last dossier
  std::vector<std::vector<uint32_t>> entity_of_;  // by article of the last dossier and entity of its reading
};

}  // namespace readout::collation
