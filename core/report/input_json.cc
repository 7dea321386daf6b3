// Inputs and errors as JSON; readings are in reading_json_write.cc and reading_json_read.cc.
#include "report/file_json.h"
#include "report/json_access.h"
#include "report/json_writer.h"
#include "report/reading_json.h"
#include "report/vocabulary.h"
#include "text/offsets.h"

namespace readout {

namespace {

namespace ja = json_access;

Error not_an_article(std::string message) { return {"not-an-article", std::move(message), 0}; }

int digits(std::string_view text, size_t at, size_t count) {
  int value = 0;
  for (size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

// YYYY-MM-DD, a day of the Gregorian calendar.
bool is_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int year = digits(text, 0, 4);
  const int month = digits(text, 5, 2);
  const int day = digits(text, 8, 2);
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

std::vector<Span> restored_spans(const ja::Json& record, std::string_view text) {
  std::vector<Span> spans;
  const OffsetMap offsets(text, OffsetUnit::kCodePoints);
  for (const ja::Json* pair : ja::elements(record, "restored")) {
    if (!pair->is_array() || pair->size() != 2) continue;
    const auto begin = ja::as_index((*pair)[0]);
    const auto end = ja::as_index((*pair)[1]);
    if (!begin || !end) continue;
    // What lies beyond the text holds nothing.
    const Span bytes = offsets.to_byte(Span{*begin, *end});
    if (bytes.begin < bytes.end) spans.push_back(bytes);
  }
  return spans;
}

}  // namespace

Result<ArticleInput> input_from_json(std::string_view line) {
  const auto parsed = ja::parse(line);
  if (!parsed) return parsed.error();
  const ja::Json& record = parsed.value();
  if (!record.is_object()) return not_an_article("A record must be a JSON object with \"id\" and \"text\".");
  ArticleInput input;
  auto id = ja::string(record, "id");
  if (!id || id->empty()) return not_an_article("This record has no \"id\"; give every article one, as text.");
  auto text = ja::string(record, "text");
  if (!text) return not_an_article("This record has no \"text\"; the article's words must stand under that key.");
  input.id = std::move(*id);
  input.text = std::move(*text);
  input.title = ja::string(record, "title");
  input.outlet = ja::string(record, "outlet");
  input.published = ja::string(record, "published");
  if (input.published) {
    std::string& day = *input.published;
    if (day.size() > 10 && (day[10] == 'T' || day[10] == ' ')) day.resize(10);
    if (!is_day(day)) {
      return Error{"bad-date", "\"published\" must be a day written as YYYY-MM-DD, or null where it is not known.", {}};
    }
  }
  if (const auto source = ja::string(record, "source")) {
    const auto kind = member_of<SourceKind>(*source);
    if (!kind) return not_an_article("\"source\" must be \"text\" (the article's own words) or \"page\".");
    input.source = *kind;
  }
  input.sha256 = ja::string(record, "sha256").value_or("");
  input.file = read_file(record);
  input.restored = restored_spans(record, input.text);
  for (const ja::Json* line : ja::elements(record, "repeated"))
    if (auto words = ja::as_string(*line)) input.repeated.push_back(std::move(*words));
  return input;
}

std::string id_of(std::string_view line) { return ja::first_string(line, "id"); }

std::string input_to_json(const ArticleInput& input) {
  JsonWriter json;
  json.reserve(input.text.size() + input.text.size() / 8 + 256);
  json.begin_object().member("id", input.id).member("text", input.text).member("title", input.title);
  json.member("published", input.published).member("outlet", input.outlet).member("source", word_of(input.source));
  if (!input.sha256.empty()) json.member("sha256", input.sha256);
  if (input.file) write_file(json, *input.file);
  if (!input.restored.empty()) {
    const OffsetMap offsets(input.text, OffsetUnit::kCodePoints);
    json.key("restored").begin_array();
    for (const Span bytes : input.restored) {
      const Span span = offsets.to_unit(bytes);
      json.begin_array().integer(span.begin).integer(span.end).end_array();
    }
    json.end_array();
  }
  if (!input.repeated.empty()) {
    json.key("repeated").begin_array();
    for (const std::string& words : input.repeated) json.string(words);
    json.end_array();
  }
  return json.end_object().take();
}

std::string error_to_json(std::string_view id, const Error& error) {
  JsonWriter json;
  json.begin_object().key("id");
  if (id.empty()) {
    json.null();
  } else {
    json.string(id);
  }
  json.key("error").begin_object().member("code", error.code).member("message", error.message);
  json.member("offset", error.offset).end_object();
  return json.end_object().take();
}

}  // namespace readout
