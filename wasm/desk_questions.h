// One function a question of web/engine/protocol.js, a file each: desk + question -> the answer as JSON. Unknown keys
// of a question are ignored; keys of a wrong type count as absent. Errors as in Desk::ask.
#pragma once

#include <string>

#include "desk.h"
#include "text/result.h"

namespace readout::desk {

using Question = nlohmann::json;
using Answer = Result<std::string>;

Answer answer_overview(Desk& desk, const Question& question);
Answer answer_article(Desk& desk, const Question& question);
Answer answer_input(Desk& desk, const Question& question);
Answer answer_aside(Desk& desk, const Question& question);
Answer answer_table(Desk& desk, const Question& question);
Answer answer_person(Desk& desk, const Question& question);
Answer answer_identity(Desk& desk, const Question& question);
Answer answer_matrix(Desk& desk, const Question& question);
Answer answer_origins(Desk& desk, const Question& question);
Answer answer_disagreements(Desk& desk, const Question& question);
Answer answer_actors(Desk& desk, const Question& question);
Answer answer_measures(Desk& desk, const Question& question);
Answer answer_timeline(Desk& desk, const Question& question);
Answer answer_search(Desk& desk, const Question& question);
Answer answer_spread(Desk& desk, const Question& question);
Answer answer_collocates(Desk& desk, const Question& question);
Answer answer_wording(Desk& desk, const Question& question);
Answer answer_keyness(Desk& desk, const Question& question);
Answer answer_alignment(Desk& desk, const Question& question);

// A page of a list: which items, as the question's "from" and "count" ask.
struct Page {
  size_t from = 0;
  size_t end = 0;
};

// At most `most` items, `usual` where the question does not say; empty past the end.
Page page_of(const Question& question, size_t total, size_t usual, size_t most = 1000);

// The article that the question's "key" (or another member) names. Errors: "missing-key", "unknown-article".
Result<const DeskArticle*> article_of(const Desk& desk, const Question& question, std::string_view member);

}  // namespace readout::desk
