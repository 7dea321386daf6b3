// What the answers share: how an article, a passage and a chain of attribution are shown.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk.h"
#include "report/json_writer.h"

namespace readout::desk {

// The headline, else the beginning of the lead, else the id.
std::string label_of(const Reading& reading);

// Runs of letters and digits in the article's own text.
uint32_t count_words(const Article& article);

// "outlet unknown" where it is.
std::string outlet_of(const DeskArticle& article);

// One line of text for display: white space runs become one space, cut at a word's end with "…" after `most` bytes.
std::string one_line(std::string_view text, size_t most);

// The spans' words on one line, " … " between stretches that do not follow one another.
std::string joined_words(std::string_view text, const std::vector<Span>& spans, size_t most);

// The entity's name, else the words of the span, for a source of a quotation.
std::string name_of(const Reading& reading, const Source& source);

// Speaker first, then each channel outwards; empty where neither is known.
std::vector<std::string> chain_of(const Reading& reading, const Quotation& quotation);

// The content spans in one: the words from the first to the last, and what stands between them.
Span whole_of(const Quotation& quotation);

// The quotation whose content overlaps the span most, looked for near the span's beginning; null where none does.
const Quotation* quotation_at(const DeskArticle& article, Span span);

// The chain of the quotation at the span; empty where there is none.
std::vector<std::string> chain_at(const DeskArticle& article, Span span);

// The span and, where that is only a few words, the sentence around it.
Span with_sentence(const DeskArticle& article, Span span);

// What a fact's cell shows of its article: the words of a quotation, or the first place of anything else with some of
// the sentence around it, cut to about `most` bytes.
std::string cell_words(const DeskArticle& article, FactKind kind, const std::vector<Span>& spans, size_t most);

// Where those words stand: a quotation from its first word to its last, else the first place.
Span cell_span(FactKind kind, const std::vector<Span>& spans);

// Protocol shapes. Spans are bytes of the article's text.
void write_span(JsonWriter& json, const DeskArticle& article, Span span);
void write_open(JsonWriter& json, const DeskArticle& article, Span span);
void write_chain(JsonWriter& json, const std::vector<std::string>& chain);
// {"key","outlet","label"}
void write_article_name(JsonWriter& json, const DeskArticle& article);
// ArticleRow: the article with its story, and what the story's others say of when it was.
void write_article_row(JsonWriter& json, Desk& desk, ArticleIndex index);
// Words. `marks` are bytes of the article's text and are clipped to `span`.
void write_words(JsonWriter& json, const DeskArticle& article, Span span, const std::vector<std::string>& chain,
                 const std::vector<Span>& marks = {});

}  // namespace readout::desk
