// Running subjects above stories: happenings of one kind between the same parties that follow each other, as two visits
// a year apart.
#pragma once

#include <vector>

#include "collation/parties.h"
#include "collation/stories.h"

namespace readout::collation {

// Stories are of one subject where their words are alike (StoryGroup::related), at least two of the parties that each
// names most are the same (parties to a great part of all stories do not count), and both tell of one kind of doing
// (the root or mode of their events), on different days where these are known; of more than two stories, two parties
// take part in all. `stories` are those of the dossier,
// dated, in the order of `groups`; `named` of find_named(). Subjects of one story are left out. O(related pairs +
// mentions).
std::vector<Subject> find_subjects(const Corpus& corpus, const std::vector<StoryGroup>& groups,
                                   const std::vector<Story>& stories, const std::vector<Named>& named,
                                   const std::vector<DossierEntity>& entities);

}  // namespace readout::collation
