// {"kind":"input"}: the input line that reads a held article again.
#include <utility>

#include "desk_questions.h"
#include "desk_words.h"
#include "report/json_access.h"
#include "report/reading_json.h"

namespace readout::desk {
namespace {

// What the person gives replaces what was given before; "" takes it back; an absent key leaves it.
std::optional<std::string> given(const Question& question, std::string_view member, std::optional<std::string> before) {
  auto now = json_access::string(question, member);
  if (!now) return before;
  if (now->empty()) return std::nullopt;
  return now;
}

std::vector<Span> restored_spans(const DeskArticle& article, const Question& question) {
  std::vector<Span> spans;
  if (json_access::member(question, "restored") == nullptr) {
    for (const Block& block : article.reading.article.blocks)
      if (block.restored) spans.push_back(block.span);
    return spans;
  }
  for (const Question* element : json_access::elements(question, "restored")) {
    const auto begin = json_access::index(*element, "begin");
    const auto end = json_access::index(*element, "end");
    if (begin && end && *begin < *end) spans.push_back(article.utf16.to_byte(Span{*begin, *end}));
  }
  return spans;
}

}  // namespace

Answer answer_input(Desk& desk, const Question& question) {
  const auto found = article_of(desk, question, "key");
  if (!found) return found.error();
  const DeskArticle& article = *found.value();
  const Article& taken = article.reading.article;
  const Masthead& masthead = taken.masthead;
  ArticleInput input;
  input.id = taken.id;
  input.text = taken.text;
  input.source = taken.source;
  input.sha256 = taken.sha256;
  input.file = taken.file;
  input.restored = restored_spans(article, question);
  if (!masthead.title_span) input.title = masthead.title;
  const bool outlet_given = masthead.outlet_reason == "given";
  const bool day_given = masthead.published.how == DateHow::kGiven;
  input.outlet = given(question, "outlet", outlet_given ? masthead.outlet : std::nullopt);
  input.published =
      given(question, "published", day_given ? std::optional<std::string>(masthead.published.value) : std::nullopt);
  JsonWriter json;
  json.begin_object().member("id", taken.id).member("line", input_to_json(input)).end_object();
  return json.take();
}

}  // namespace readout::desk
