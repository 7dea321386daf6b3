// {"kind":"search"}: a concordance. Every text is scanned word by word, so nothing is kept beside the texts.
#include <algorithm>
#include <utility>

#include "desk_questions.h"
#include "desk_words.h"
#include "report/json_access.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace readout::desk {
namespace {

constexpr size_t kContextBytes = 90;
constexpr size_t kMostTerms = 32;
constexpr size_t kMostWordsInTerm = 32;

struct QueryWord {
  std::string folded;
  bool prefix = false;  // "trad*"
  bool tight = false;   // no white space may stand before it: "1.6", "Russia's"
};
using Term = std::vector<QueryWord>;

bool is_word(char32_t c) { return unicode::is_letter(c) || unicode::is_number(c); }

// The word at or after `at`: a run of letters and digits; characters of scripts without spaces stand alone. Empty at
// the end of the text.
Span next_word(std::string_view text, size_t at) {
  while (at < text.size()) {
    const auto c = utf8::decode(text, at);
    if (!is_word(c.value)) {
      at += c.size;
      continue;
    }
    size_t end = at + c.size;
    if (!unicode::is_cjk(c.value)) {
      while (end < text.size()) {
        const auto next = utf8::decode(text, end);
        const bool part = is_word(next.value) || unicode::is_ignorable(next.value);
        if (!part || unicode::is_cjk(next.value)) break;
        end += next.size;
      }
    }
    return {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
  }
  return {static_cast<uint32_t>(text.size()), static_cast<uint32_t>(text.size())};
}

bool has_space(std::string_view gap) {
  for (size_t at = 0; at < gap.size();) {
    const auto c = utf8::decode(gap, at);
    if (unicode::is_space(c.value)) return true;
    at += c.size;
  }
  return false;
}

// The words of one stretch of the query, as one term.
void add_words(std::string_view stretch, bool tight, Term& term) {
  size_t at = 0;
  for (Span word = next_word(stretch, 0); !word.empty() && term.size() < kMostWordsInTerm;
       word = next_word(stretch, word.end)) {
    QueryWord out;
    out.folded = unicode::fold(words_of(stretch, word));
    out.prefix = word.end < stretch.size() && stretch[word.end] == '*';
    out.tight = tight && !term.empty() && !has_space(stretch.substr(at, word.begin - at));
    at = word.end;
    term.push_back(std::move(out));
  }
}

// Terms: "quoted phrases", and runs without white space outside them.
std::vector<Term> parse_query(std::string_view query) {
  std::vector<Term> terms;
  auto take = [&](std::string_view stretch, bool tight) {
    Term term;
    add_words(stretch, tight, term);
    if (!term.empty() && terms.size() < kMostTerms) terms.push_back(std::move(term));
  };
  size_t begin = 0;
  bool quoted = false;
  for (size_t at = 0; at <= query.size();) {
    const auto c = utf8::decode(query, at);
    const bool mark = c.value == '"' || c.value == 0x201C || c.value == 0x201D || c.value == 0x201E;
    if (c.size == 0 || mark || (!quoted && unicode::is_space(c.value))) {
      if (at > begin) take(query.substr(begin, at - begin), !quoted);
      begin = at + c.size;
      if (mark) quoted = !quoted;
      if (c.size == 0) break;
    }
    at += c.size;
  }
  return terms;
}

bool matches(const QueryWord& query, std::string_view folded) {
  return query.prefix ? folded.substr(0, query.folded.size()) == query.folded : folded == query.folded;
}

// The folded word in `buffer`; most words are ASCII and need no table.
std::string_view fold_into(std::string_view word, std::string& buffer) {
  buffer.clear();
  for (const char c : word) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      buffer = unicode::fold(word);
      return buffer;
    }
    buffer.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return buffer;
}

// The end of the term whose first word was matched at `first`, or 0.
uint32_t match_rest(std::string_view text, const Term& term, Span first, std::string& buffer) {
  Span last = first;
  for (size_t i = 1; i < term.size(); ++i) {
    const Span word = next_word(text, last.end);
    if (word.empty() || !matches(term[i], fold_into(words_of(text, word), buffer))) return 0;
    const std::string_view gap = text.substr(last.end, word.begin - last.end);
    if (term[i].tight && has_space(gap)) return 0;
    if (gap.find("\n\n") != std::string_view::npos) return 0;
    last = word;
  }
  return last.end;
}

struct Hit {
  const DeskArticle* article = nullptr;
  Span span;
};

// Appends the article's hits if it holds every term. Time: words of the text times terms.
void search_article(const DeskArticle& article, const std::vector<Term>& terms, std::vector<Hit>& hits) {
  const std::string_view text = article.reading.article.text;
  const size_t before = hits.size();
  uint32_t found = 0;
  std::string buffer;
  std::string rest_buffer;
  for (Span word = next_word(text, 0); !word.empty(); word = next_word(text, word.end)) {
    const std::string_view folded = fold_into(words_of(text, word), buffer);
    uint32_t end = 0;
    for (size_t i = 0; i < terms.size(); ++i) {
      if (!matches(terms[i][0], folded)) continue;
      const uint32_t term_end = match_rest(text, terms[i], word, rest_buffer);
      if (term_end != 0) found |= 1u << i;
      end = std::max(end, term_end);
    }
    if (end != 0) hits.push_back({&article, {word.begin, end}});
  }
  const uint32_t all = terms.size() == 32 ? ~0u : (1u << terms.size()) - 1;
  if (found != all) hits.resize(before);
}

// Words before and after, as far as the paragraph goes.
std::string left_of(std::string_view text, uint32_t at) {
  size_t begin = at > kContextBytes ? at - kContextBytes : 0;
  if (begin > 0) {
    while (begin < at && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
    const size_t space = text.find(' ', begin);
    if (space != std::string_view::npos && space < at) begin = space + 1;
  }
  std::string_view before = text.substr(begin, at - begin);
  if (const size_t gap = before.rfind("\n\n"); gap != std::string_view::npos) before = before.substr(gap + 2);
  std::string out = one_line(before, kContextBytes * 2);
  if (!out.empty() && unicode::is_space(utf8::decode_before(before, before.size()).value)) out.push_back(' ');
  return out;
}

std::string right_of(std::string_view text, uint32_t at) {
  size_t end = std::min<size_t>(at + kContextBytes * 2, text.size());
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  std::string_view after = text.substr(at, end - at);
  after = after.substr(0, after.find("\n\n"));
  const std::string out = one_line(after, kContextBytes);
  return !out.empty() && has_space(after.substr(0, 1)) ? std::string(1, ' ').append(out) : out;
}

void write_hit(JsonWriter& json, const Hit& hit) {
  const DeskArticle& article = *hit.article;
  const std::string_view text = article.reading.article.text;
  const Span units = article.utf16.to_unit(hit.span);
  json.begin_object().member("key", article.key).member("begin", units.begin).member("end", units.end);
  json.member("left", left_of(text, hit.span.begin)).member("match", words_of(text, hit.span));
  json.member("right", right_of(text, hit.span.end)).member("label", article.label);
  json.member("outlet", article.reading.article.masthead.outlet);
  json.member("where", article.places.describe(hit.span)).end_object();
}

}  // namespace

Answer answer_search(Desk& desk, const Question& question) {
  const auto query = json_access::string(question, "query");
  if (!query) return Error{"missing-key", "The question does not say what to search for.", std::nullopt};
  const std::vector<Term> terms = parse_query(*query);
  std::vector<Hit> hits;
  if (!terms.empty())
    for (const DeskArticle* article : desk.articles()) search_article(*article, terms, hits);
  const Page page = page_of(question, hits.size(), 100);
  JsonWriter json;
  json.begin_object().member("total", hits.size()).key("hits").begin_array();
  for (size_t i = page.from; i < page.end; ++i) write_hit(json, hits[i]);
  json.end_array().end_object();
  return json.take();
}

}  // namespace readout::desk
