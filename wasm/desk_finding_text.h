// The words in which a disagreement is told.
#pragma once

#include <string>

#include "collation/dossier.h"

namespace readout::desk {

// "Two figures disagree". `one_article`: the sides stand in one article, its headline against its body.
std::string title_of(DisagreementKind kind, FactKind fact, bool one_article);

// One plain sentence, where the dossier has none of its own.
std::string reason_of(DisagreementKind kind);

// "Ms Vasko. The marked words differ.": unless the sentence names her anyway.
std::string with_name(const std::string& name, const std::string& sentence);

}  // namespace readout::desk
