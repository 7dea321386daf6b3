#include "intake/nexis.h"

#include <algorithm>
#include <array>

#include "intake/stated_date.h"

namespace readout::intake {

namespace {

constexpr std::string_view kHeader = "The database's note on the document";
constexpr std::string_view kField = "A field of the database";
constexpr std::string_view kHeadline = "The headline field of the document";
constexpr std::string_view kByline = "The byline field of the document";
constexpr std::string_view kDateline = "The document's place or date";
constexpr std::string_view kBody = "The body of the document";

enum class Field : uint8_t { kNone, kOther, kHeadline, kByline, kDateline, kBody };

// "LOAD-DATE: ..." -> "LOAD-DATE"; a label is capitals, hyphens and spaces, then a colon.
std::string_view label_of(std::string_view words) {
  const size_t colon = words.substr(0, 24).find(':');
  if (colon == std::string_view::npos || colon < 3) return {};
  const std::string_view label = words.substr(0, colon);
  const bool capitals =
      std::all_of(label.begin(), label.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '-' || c == ' '; });
  return capitals ? label : std::string_view{};
}

Field field_of(std::string_view words) {
  static constexpr std::array<std::string_view, 18> kOthers = {
      "SECTION",          "LENGTH",       "LOAD-DATE",  "LANGUAGE", "GRAPHIC", "URL",     "SUBJECT",
      "PUBLICATION-TYPE", "JOURNAL-CODE", "TYPE",       "SERIES",   "CITY",    "COUNTRY", "STATE",
      "PERSON",           "ORGANIZATION", "GEOGRAPHIC", "HIGHLIGHT"};
  const std::string_view label = label_of(words);
  if (label.empty()) return Field::kNone;
  if (label == "HEADLINE") return Field::kHeadline;
  if (label == "BYLINE") return Field::kByline;
  if (label == "DATELINE") return Field::kDateline;
  if (label == "BODY") return Field::kBody;
  return std::find(kOthers.begin(), kOthers.end(), label) != kOthers.end() ? Field::kOther : Field::kNone;
}

bool is_copyright(const Page& page, const Line& line) {
  return line.first == 0xA9 || (line.words() > 0 && page.words[line.first_word].key == key_of("copyright"));
}

}  // namespace

bool is_document_number(const Page& page, const Line& line) {
  if (line.words() != 4) return false;
  const Word* words = page.words.data() + line.first_word;
  const auto is_documents = [](const Word& word) {
    return word.key == key_of("documents") || word.key == key_of("document");
  };
  const bool after = words[0].numeric && words[1].key == key_of("of") && words[2].numeric && is_documents(words[3]);
  const bool before = is_documents(words[0]) && words[1].numeric && words[2].key == key_of("of") && words[3].numeric;
  return after || before;
}

std::string_view without_label(std::string_view words) {
  if (field_of(words) == Field::kNone) return words;
  words.remove_prefix(words.find(':') + 1);
  const size_t begin = words.find_first_not_of(" \t");
  return begin == std::string_view::npos ? std::string_view{} : words.substr(begin);
}

std::optional<Judgement> judge_nexis(const Page& page) {
  const size_t count = page.lines.size();
  if (count == 0 || !is_document_number(page, page.lines.front())) return std::nullopt;
  std::vector<Field> fields(count, Field::kNone);
  size_t labelled = 0;
  size_t first_field = count;
  bool has_headline = false;
  bool has_body = false;
  for (size_t i = 0; i < count; ++i) {
    fields[i] = field_of(words_of(page.text, page.lines[i].span));
    if (fields[i] == Field::kNone) continue;
    ++labelled;
    first_field = std::min(first_field, i);
    has_headline = has_headline || fields[i] == Field::kHeadline;
    has_body = has_body || fields[i] == Field::kBody;
  }
  if (labelled < 3) return std::nullopt;

  Judgement out;
  out.lines.assign(count, {BlockKind::kFurniture, kHeader, false});
  // Without a label the headline is the last line above the fields that is no date and no edition.
  if (!has_headline && first_field > 2) out.headline = static_cast<int64_t>(first_field) - 1;
  bool body = false;
  for (size_t i = 1; i < count; ++i) {
    const Line& line = page.lines[i];
    Judged& judged = out.lines[i];
    switch (fields[i]) {
      case Field::kHeadline:
        judged = {BlockKind::kHeadline, kHeadline, false};
        out.headline = static_cast<int64_t>(i);
        break;
      case Field::kByline:
        judged = {BlockKind::kByline, kByline, false};
        break;
      case Field::kDateline:
        judged = {BlockKind::kDateline, kDateline, false};
        break;
      case Field::kBody:
        judged = {BlockKind::kFurniture, kField, false};
        break;
      case Field::kOther:
        judged = {BlockKind::kFurniture, kField, false};
        break;
      case Field::kNone:
        if (i < first_field) {
          if (stated_date(words_of(page.text, line.span))) {
            judged = {BlockKind::kDateline, kDateline, false};
          } else if (i == 1) {
            out.outlet = 1;
          }
        } else if (body && !is_copyright(page, line)) {
          judged = {BlockKind::kBody, kBody, false};
        }
        break;
    }
    // The body runs from its label, or from the last field above the text, to the next field.
    if (fields[i] == Field::kBody) {
      body = true;
    } else if (fields[i] != Field::kNone) {
      body = !has_body && i >= first_field;
    }
  }
  if (!has_headline && out.headline >= 0)
    out.lines[static_cast<size_t>(out.headline)] = {BlockKind::kHeadline, kHeadline, false};
  for (size_t i = 0; i < count; ++i) {
    if (out.lines[i].kind != BlockKind::kBody) continue;
    if (out.first_body < 0) out.first_body = static_cast<int64_t>(i);
    out.last_body = static_cast<int64_t>(i);
  }
  if (out.first_body < 0) return std::nullopt;
  return out;
}

}  // namespace readout::intake
