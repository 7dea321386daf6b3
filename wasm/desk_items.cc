#include "desk_items.h"

#include <algorithm>
#include <utility>

#include "desk_plain.h"
#include "desk_words.h"
#include "report/vocabulary.h"

namespace readout::desk {
namespace {

constexpr size_t kTitleBytes = 160;

std::string quoted(std::string_view words) { return "“" + one_line(words, kTitleBytes) + "”"; }

// "what: words" for a span that may be missing.
void add_span(std::vector<std::string>& lines, std::string_view what, std::string_view text,
              const std::optional<Span>& span) {
  if (span) lines.push_back(std::string(what) + quoted(words_of(text, *span)));
}

void add_line(std::vector<std::string>& lines, std::string_view line) {
  if (!line.empty()) lines.emplace_back(line);
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  return out;
}

std::string names_of(const Reading& reading, const std::vector<EntityId>& ids) {
  std::vector<std::string> names;
  for (const EntityId id : ids)
    if (id < reading.entities.size()) names.push_back(reading.entities[id].name);
  return joined(names);
}

Item quotation_item(const Reading& reading, const Quotation& quotation) {
  const std::string_view text = reading.article.text;
  Item item;
  item.kind = ItemKind::kQuotation;
  item.how = word_of(quotation.kind);
  item.title = joined_words(text, quotation.content, kTitleBytes);
  item.chain = chain_of(reading, quotation);
  item.doubt = quotation.doubt;
  item.spans = quotation.content;
  if (quotation.cue) {
    std::string line(one_line(words_of(text, *quotation.cue), kTitleBytes));
    if (const auto stance = stance_text(quotation.cue_class); !stance.empty()) line += ", " + std::string(stance);
    item.lines.push_back(std::move(line));
  }
  switch (quotation.kind) {
    case QuotationKind::kDirect:
      item.lines.emplace_back("in the speaker's own words");
      break;
    case QuotationKind::kMixed:
      item.lines.emplace_back("partly in the speaker's own words");
      break;
    case QuotationKind::kIndirect:
      item.lines.emplace_back("reported, not word for word");
      break;
  }
  if (quotation.source) item.entity = quotation.source->entity;
  if (!quotation.source) item.lines.emplace_back("the speaker is not known");
  if (quotation.source && quotation.source->anonymous) item.lines.emplace_back("the speaker is not named");
  if (quotation.addressee) item.lines.push_back("to " + name_of(reading, *quotation.addressee));
  add_span(item.lines, "on the occasion of ", text, quotation.occasion);
  if (quotation.inferred) item.lines.emplace_back("the speaker is carried over from the words before");
  if (quotation.parent && *quotation.parent < reading.quotations.size()) {
    const Quotation& outer = reading.quotations[*quotation.parent];
    if (outer.source) item.lines.push_back("inside the words of " + name_of(reading, *outer.source));
  }
  return item;
}

Item figure_item(const Reading& reading, const Figure& figure) {
  const std::string_view text = reading.article.text;
  Item item;
  item.kind = ItemKind::kFigure;
  item.title = one_line(words_of(text, figure.span), kTitleBytes);
  item.doubt = figure.doubt;
  item.spans = {figure.span};
  const std::string value = value_text(figure);
  const bool range = !figure.value && figure.min && figure.max;
  if (!value.empty()) item.lines.push_back((range ? "a range: " : "") + value);
  add_line(item.lines, role_text(figure.role));
  add_span(item.lines, "of ", text, figure.of);
  add_span(item.lines, "for ", text, figure.period);
  add_span(item.lines, "measured against ", text, figure.base);
  return item;
}

std::string_view mod_text(std::string_view mod) {
  constexpr std::pair<std::string_view, std::string_view> kMods[] = {
      {"BEFORE", "before it"},       {"AFTER", "after it"},           {"ON_OR_BEFORE", "no later"},
      {"ON_OR_AFTER", "no earlier"}, {"LESS_THAN", "less than that"}, {"MORE_THAN", "more than that"},
      {"EQUAL_OR_LESS", "at most"},  {"EQUAL_OR_MORE", "at least"},   {"START", "the beginning of it"},
      {"MID", "the middle of it"},   {"END", "the end of it"},        {"APPROX", "about then"},
  };
  for (const auto& [code, words] : kMods)
    if (code == mod) return words;
  return mod;
}

Item date_item(const Reading& reading, const DateExpression& date) {
  Item item;
  item.kind = ItemKind::kDate;
  item.title = one_line(words_of(reading.article.text, date.span), kTitleBytes);
  item.doubt = date.doubt;
  item.spans = {date.span};
  if (!date.relative && !date.value.empty()) {
    std::string line = date_text(date.value);
    if (date.type == DateType::kSet) line = "again and again: " + line;
    if (date.type == DateType::kDuration) line = "lasting " + line;
    item.lines.push_back(std::move(line));
  }
  add_line(item.lines, mod_text(date.mod));
  if (!date.anchor.empty() && date.anchor != "its own words") item.lines.push_back("fixed by " + date.anchor);
  if (date.relative) item.lines.emplace_back("which day this is could not be fixed");
  return item;
}

Item name_item(const Entity& entity) {
  Item item;
  item.kind = ItemKind::kName;
  item.how = word_of(entity.type);
  item.title = entity.name;
  item.doubt = entity.doubt;
  if (entity.type != EntityType::kOther) item.lines.emplace_back(word_of(entity.type));
  std::vector<std::string> roles;
  for (const Role& role : entity.roles)
    if (std::find(roles.begin(), roles.end(), role.name) == roles.end() && roles.size() < 6) roles.push_back(role.name);
  add_line(item.lines, joined(roles));
  if (!entity.aliases.empty()) item.lines.push_back("also " + joined(entity.aliases));
  if (!entity.country.empty()) item.lines.push_back("country: " + entity.country);
  if (entity.unnamed) item.lines.emplace_back("not named in this account");
  return item;
}

Item event_item(const Reading& reading, const Event& event) {
  Item item;
  item.kind = ItemKind::kEvent;
  item.how = event.code;
  item.title = one_line(words_of(reading.article.text, event.span), kTitleBytes);
  item.doubt = event.doubt;
  item.spans = {event.span};
  item.lines.push_back(event_text(event.code) + (event.mode.empty() ? "" : ": " + event.mode));
  const std::string who = names_of(reading, event.sources);
  const std::string whom = names_of(reading, event.targets);
  if (!who.empty()) item.lines.push_back("by " + who);
  if (!whom.empty()) item.lines.push_back("towards " + whom);
  if (!event.date.empty()) item.lines.push_back(date_text(event.date));
  if (event.place && *event.place < reading.entities.size())
    item.lines.push_back("in " + reading.entities[*event.place].name);
  switch (event.status) {
    case EventStatus::kAsserted:
      break;
    case EventStatus::kNegated:
      item.lines.emplace_back("said not to have happened");
      break;
    case EventStatus::kPlanned:
      item.lines.emplace_back("planned");
      break;
    case EventStatus::kHypothetical:
      item.lines.emplace_back("only considered possible");
      break;
  }
  if (event.quotation && *event.quotation < reading.quotations.size()) {
    const Quotation& quotation = reading.quotations[*event.quotation];
    item.lines.push_back(quotation.source ? "claimed by " + name_of(reading, *quotation.source)
                                          : "a claim in quoted words");
  }
  return item;
}

}  // namespace

std::vector<Item> items_of(const Reading& reading) {
  std::vector<Item> items;
  for (const Quotation& quotation : reading.quotations) items.push_back(quotation_item(reading, quotation));
  for (const Figure& figure : reading.figures) items.push_back(figure_item(reading, figure));
  for (const DateExpression& date : reading.dates) items.push_back(date_item(reading, date));
  const size_t names = items.size();
  for (EntityId entity = 0; entity < reading.entities.size(); ++entity) {
    items.push_back(name_item(reading.entities[entity]));
    items.back().entity = entity;
  }
  for (const Mention& mention : reading.mentions) {
    if (!mention.entity || *mention.entity >= reading.entities.size()) continue;
    Item& item = items[names + *mention.entity];
    item.spans.push_back(mention.span);
    if (item.doubt.empty()) item.doubt = mention.doubt;
  }
  for (const Event& event : reading.events) items.push_back(event_item(reading, event));
  return items;
}

std::string_view item_word(ItemKind kind) {
  switch (kind) {
    case ItemKind::kQuotation:
      return "quotation";
    case ItemKind::kFigure:
      return "figure";
    case ItemKind::kDate:
      return "date";
    case ItemKind::kName:
      return "name";
    case ItemKind::kEvent:
      return "event";
  }
  return "";
}

}  // namespace readout::desk
