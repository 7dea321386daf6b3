// Mentions, and the dossier's entities that they belong to.
#pragma once

#include <optional>
#include <vector>

#include "desk.h"
#include "desk_questions.h"
#include "report/json_writer.h"

namespace readout::desk {

// {"key","begin","end","left","match","right","how","where","doubt"}: the mention in its sentence, cut at words.
void write_mention(JsonWriter& json, const DeskArticle& article, const Mention& mention);

// The dossier's entity that the mention at the question's "key", "begin" and "end" (UTF-16 units) belongs to; without
// an "end" the shortest mention at "begin". Error "unknown-name" where there is no mention, or where the reader said
// that it names nothing. O(members of all entities).
Result<uint32_t> entity_of(Desk& desk, const Question& question);

// Whether no account names it: "reporters", "an official". Of the rules only rejection reaches it.
bool is_unnamed(Desk& desk, const DossierEntity& entity);

// For each entity of the article's reading the dossier's; none where the reader said that it is none. O(members of all
// entities).
std::vector<std::optional<uint32_t>> entities_of(Desk& desk, ArticleIndex article);

}  // namespace readout::desk
