// What one speaker says again in another story: the same point on other occasions, which is no one statement.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "collation/corpus.h"

namespace readout::collation {

// Keeps, from one question to the next, what was linked of speakers of whom nothing is new.
class TalkingPointFinder {
 public:
  // Quotations of one speaker in different stories, where most content words of the shorter stand in the other. `facts`
  // are those of the dossier; they stay as they are. By their first fact; hangs on the arguments alone. O(facts, and
  // the quotations of speakers who are in several stories and have a new one, times the last 32 of theirs that share a
  // word).
  std::vector<TalkingPoint> find(const Corpus& corpus, const std::vector<Fact>& facts,
                                 const std::vector<DossierEntity>& entities);

 private:
  // What a speaker says, and what of it is one point.
  struct Speaker {
    std::vector<uint32_t> signature;            // where each statement stands and, numbered as they come, its story
    std::vector<std::vector<uint32_t>> points;  // statements, by their place among the speaker's
  };

  std::unordered_map<uint64_t, Speaker> speakers_;  // by the place of their first statement
};

}  // namespace readout::collation
