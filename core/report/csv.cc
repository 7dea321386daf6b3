#include "report/csv.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "reading/place.h"
#include "report/dossier_view.h"
#include "report/json_writer.h"
#include "report/plover.h"
#include "report/vocabulary.h"
#include "text/offsets.h"

namespace readout {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Rows of cells, as RFC 4180 has them.
class Csv {
 public:
  explicit Csv(std::initializer_list<std::string_view> columns) : out_(kByteOrderMark) {
    for (const std::string_view column : columns) text(column);
    end_row();
  }

  Csv& text(std::string_view cell) {
    separate();
    std::string safe;
    // What a spreadsheet would run as a formula is shown instead.
    if (!cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos) {
      safe.append("'").append(cell);
      cell = safe;
    }
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
      out_ += cell;
      return *this;
    }
    out_ += '"';
    for (const char c : cell) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
    return *this;
  }

  // A number of ours: a minus sign before it is no formula.
  Csv& number(double value) {
    separate();
    JsonWriter writer;
    out_ += writer.number(value).text();
    return *this;
  }
  Csv& number(const std::optional<double>& value) { return value ? number(*value) : text(""); }
  Csv& flag(bool value) { return text(value ? "yes" : ""); }
  // Ids are counted from 0 everywhere, as in the dossier's JSON.
  Csv& id(const std::optional<uint32_t>& value) { return value ? count(*value) : text(""); }
  Csv& count(uint64_t value) {
    separate();
    out_ += std::to_string(value);
    return *this;
  }

  void end_row() {
    out_ += "\r\n";
    first_ = true;
  }
  std::string take() { return std::move(out_); }

 private:
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }

  std::string out_;
  bool first_ = true;
};

void join(std::string& joined, std::string_view part, std::string_view between = "; ") {
  if (!joined.empty()) joined += between;
  joined += part;
}

std::string joined_words(std::string_view text, const std::vector<Span>& spans) {
  std::string joined;
  for (const Span span : spans) join(joined, words_of(text, span), " … ");
  return joined;
}

// One article while its rows are written.
struct Row {
  Row(const DossierView& view, ArticleIndex index)
      : reading(view.reading(index)),
        entry(view.dossier().articles[index]),
        places(reading),
        offsets(reading.article.text, OffsetUnit::kCodePoints) {}

  std::string_view words(const std::optional<Span>& span) const {
    return span ? words_of(reading.article.text, *span) : std::string_view{};
  }
  std::string_view entity(const std::optional<EntityId>& id) const {
    return id && *id < reading.entities.size() ? std::string_view(reading.entities[*id].name) : std::string_view{};
  }
  std::string_view who(const std::optional<Source>& source) const {
    return source ? entity(source->entity) : std::string_view{};
  }

  void article_cells(Csv& csv) const {
    csv.text(entry.id)
        .text(reading.article.masthead.outlet.value_or(""))
        .text(reading.article.masthead.published.value);
    csv.id(entry.story);
  }
  void place_cells(Csv& csv, Span span) const {
    const Span points = offsets.to_unit(span);
    csv.text(places.describe(span)).count(points.begin).count(points.end);
  }

  const Reading& reading;
  const DossierArticle& entry;
  Places places;
  OffsetMap offsets;
};

std::string articles_csv(const DossierView& view) {
  Csv csv({"article", "outlet", "published", "story", "title", "published how", "byline", "credits", "language",
           "cut off", "origins", "set aside", "sha256"});
  for (ArticleIndex index = 0; index < view.size(); ++index) {
    const Row row(view, index);
    const Article& article = row.reading.article;
    row.article_cells(csv);
    csv.text(article.masthead.title.value_or("")).text(word_of(article.masthead.published.how));
    std::string byline;
    std::string credits;
    std::string origins;
    for (const Credit& credit : article.masthead.byline) join(byline, credit.name);
    for (const Credit& credit : article.masthead.credits) join(credits, credit.name);
    for (const uint32_t origin : row.entry.origins) join(origins, std::to_string(origin));
    csv.text(byline).text(credits).text(row.reading.language.language);
    csv.text(article.truncated ? article.truncated->reason : "").text(origins);
    csv.count(static_cast<uint64_t>(std::count_if(article.blocks.begin(), article.blocks.end(),
                                                  [](const Block& block) { return !is_article_text(block.kind); })));
    csv.text(article.sha256).end_row();
  }
  return csv.take();
}

std::string quotations_csv(const DossierView& view) {
  Csv csv({"article", "outlet", "published", "story", "words", "kind", "speaker", "speaker's words", "cue", "cue class",
           "via", "addressee", "occasion", "anonymous", "inferred", "doubt", "where", "begin", "end"});
  for (ArticleIndex index = 0; index < view.size(); ++index) {
    const Row row(view, index);
    for (const Quotation& quotation : row.reading.quotations) {
      if (quotation.content.empty()) continue;
      row.article_cells(csv);
      csv.text(joined_words(row.reading.article.text, quotation.content)).text(word_of(quotation.kind));
      csv.text(row.who(quotation.source));
      csv.text(quotation.source ? row.words(quotation.source->span) : "").text(row.words(quotation.cue));
      csv.text(word_of(quotation.cue_class));
      std::string via;
      for (const Channel& channel : quotation.via) join(via, channel.text, " > ");
      csv.text(via).text(row.who(quotation.addressee)).text(row.words(quotation.occasion));
      csv.flag(quotation.source && quotation.source->anonymous).flag(quotation.inferred).text(quotation.doubt);
      row.place_cells(csv, {quotation.content.front().begin, quotation.content.back().end});
      csv.end_row();
    }
  }
  return csv.take();
}

std::string figures_csv(const DossierView& view) {
  Csv csv({"article", "outlet", "published", "story", "words", "kind", "value", "least", "most", "approximation",
           "unit", "role", "of", "period", "compared with", "doubt", "where", "begin", "end"});
  for (ArticleIndex index = 0; index < view.size(); ++index) {
    const Row row(view, index);
    for (const Figure& figure : row.reading.figures) {
      row.article_cells(csv);
      csv.text(row.words(figure.span)).text(word_of(figure.kind)).number(figure.value).number(figure.min);
      csv.number(figure.max).text(word_of(figure.approx)).text(figure.unit).text(word_of(figure.role));
      csv.text(row.words(figure.of)).text(row.words(figure.period)).text(row.words(figure.base)).text(figure.doubt);
      row.place_cells(csv, figure.span);
      csv.end_row();
    }
  }
  return csv.take();
}

std::string events_csv(const DossierView& view) {
  Csv csv({"article",   "outlet",
           "published", "story",
           "words",     "code",
           "quad",      "mode",
           "sources",   "source countries",
           "targets",   "target countries",
           "date",      "place",
           "status",    "claimed by",
           "doubt",     "where",
           "begin",     "end"});
  for (ArticleIndex index = 0; index < view.size(); ++index) {
    const Row row(view, index);
    for (const Event& event : row.reading.events) {
      row.article_cells(csv);
      csv.text(row.words(event.span)).text(event.code);
      const int quad = plover_quad(event.code);
      csv.text(quad > 0 ? std::to_string(quad) : "").text(event.mode);
      for (const auto& side : {event.sources, event.targets}) {
        std::string names;
        std::string countries;
        for (const EntityId id : side) {
          join(names, row.entity(id));
          for (const Actor& actor : event.actors)
            if (actor.entity == id && !actor.country.empty()) join(countries, actor.country);
        }
        csv.text(names).text(countries);
      }
      csv.text(event.date).text(row.entity(event.place)).text(word_of(event.status));
      csv.text(event.quotation && !event.reporter ? "not known" : row.entity(event.reporter)).text(event.doubt);
      row.place_cells(csv, event.span);
      csv.end_row();
    }
  }
  return csv.take();
}

std::string people_csv(const DossierView& view) {
  Csv csv({"id", "name", "type", "also called", "roles", "country", "articles", "mentions", "quotations"});
  std::map<std::pair<ArticleIndex, EntityId>, uint32_t> quotations;
  for (ArticleIndex index = 0; index < view.size(); ++index) {
    for (const Quotation& quotation : view.reading(index).quotations) {
      if (quotation.source && quotation.source->entity) ++quotations[{index, *quotation.source->entity}];
    }
  }
  const auto& entities = view.dossier().entities;
  for (uint32_t id = 0; id < entities.size(); ++id) {
    const DossierEntity& entity = entities[id];
    std::string aliases;
    std::vector<std::string> roles;
    std::string country;
    std::vector<ArticleIndex> articles;
    uint32_t said = 0;
    for (const std::string& alias : entity.aliases) join(aliases, alias);
    for (const auto& member : entity.members) {
      articles.push_back(member.first);
      const auto spoken = quotations.find(member);
      said += spoken != quotations.end() ? spoken->second : 0;
      const Reading& reading = view.reading(member.first);
      if (member.second >= reading.entities.size()) continue;
      for (const Role& role : reading.entities[member.second].roles) roles.push_back(role.name);
      if (country.empty()) country = reading.entities[member.second].country;
    }
    std::sort(articles.begin(), articles.end());
    const auto different = std::unique(articles.begin(), articles.end()) - articles.begin();
    std::sort(roles.begin(), roles.end());
    roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
    std::string held;
    for (const std::string& role : roles) join(held, role);
    csv.id(id).text(entity.name).text(word_of(entity.type)).text(aliases).text(held).text(country);
    csv.count(static_cast<uint64_t>(different)).count(entity.mentions.size());
    csv.count(said).end_row();
  }
  return csv.take();
}

std::string_view about(const DossierView& view, const Fact& fact) {
  const auto& entities = view.dossier().entities;
  return fact.entity && *fact.entity < entities.size() ? std::string_view(entities[*fact.entity].name)
                                                       : std::string_view{};
}

std::string timeline_csv(const DossierView& view) {
  Csv csv({"date", "fact", "kind", "text", "about", "story", "origins", "articles"});
  const Dossier& dossier = view.dossier();
  for (const TimelineEntry& entry : dossier.timeline) {
    for (const uint32_t id : entry.facts) {
      if (id >= dossier.facts.size()) continue;
      const Fact& fact = dossier.facts[id];
      std::string articles;
      for (const Cell& cell : fact.cells) {
        if (cell.state == CellState::kCarries || cell.state == CellState::kDiffers)
          join(articles, view.id(cell.article));
      }
      csv.text(entry.date).id(id).text(word_of(fact.kind)).text(fact.text).text(about(view, fact)).id(fact.story);
      csv.count(fact.origins).text(articles).end_row();
    }
  }
  return csv.take();
}

// A row a cell of the matrix, so that a pivot table makes the matrix again.
std::string facts_csv(const DossierView& view) {
  Csv csv({"fact", "story", "kind", "text", "about", "origins", "note", "article", "outlet", "state", "words", "where",
           "reason", "nearest passage"});
  std::vector<Places> places;
  for (ArticleIndex index = 0; index < view.size(); ++index) places.emplace_back(view.reading(index));
  const auto& facts = view.dossier().facts;
  for (uint32_t id = 0; id < facts.size(); ++id) {
    const Fact& fact = facts[id];
    for (const Cell& cell : fact.cells) {
      const Article& article = view.reading(cell.article).article;
      csv.id(id).id(fact.story).text(word_of(fact.kind)).text(fact.text).text(about(view, fact));
      csv.count(fact.origins).text(fact.note).text(article.id).text(article.masthead.outlet.value_or(""));
      csv.text(word_of(cell.state)).text(joined_words(article.text, cell.spans));
      csv.text(cell.spans.empty() ? "" : places[cell.article].describe(cell.spans.front())).text(cell.reason);
      csv.text(cell.nearest ? words_of(article.text, *cell.nearest) : "").end_row();
    }
  }
  return csv.take();
}

}  // namespace

std::string table_csv(std::string_view table, const Dossier& dossier, const std::vector<const Reading*>& readings) {
  const DossierView view(dossier, readings);
  if (table == "quotations") return quotations_csv(view);
  if (table == "people") return people_csv(view);
  if (table == "figures") return figures_csv(view);
  if (table == "events") return events_csv(view);
  if (table == "timeline") return timeline_csv(view);
  if (table == "facts") return facts_csv(view);
  if (table == "articles") return articles_csv(view);
  return {};
}

}  // namespace readout
