#include "report/dossier_json.h"

#include "readout.h"
#include "report/dossier_view.h"
#include "report/json_writer.h"
#include "report/vocabulary.h"
#include "text/offsets.h"

namespace readout {

namespace {

// One dossier on its way to JSON; key order as in reading_json_write.cc.
class DossierWriter {
 public:
  explicit DossierWriter(const DossierView& view) : view_(view), dossier_(view.dossier()) {
    for (ArticleIndex i = 0; i < view.size(); ++i) {
      offsets_.emplace_back(view.reading(i).article.text, OffsetUnit::kCodePoints);
    }
  }

  std::string write() {
    json_.begin_object().member("schema", kDossierSchema);
    list("articles", dossier_.articles, &DossierWriter::write_article);
    list("subjects", dossier_.subjects, &DossierWriter::write_subject);
    list("stories", dossier_.stories, &DossierWriter::write_story);
    list("origins", dossier_.origins, &DossierWriter::write_origin);
    list("entities", dossier_.entities, &DossierWriter::write_entity);
    list("facts", dossier_.facts, &DossierWriter::write_fact);
    list("disagreements", dossier_.disagreements, &DossierWriter::write_disagreement);
    list("points", dossier_.points, &DossierWriter::write_point);
    list("timeline", dossier_.timeline, &DossierWriter::write_entry);
    list("silences", dossier_.silences, &DossierWriter::write_silence);
    return json_.end_object().take() + "\n";
  }

 private:
  template <class T>
  void list(std::string_view key, const std::vector<T>& values, void (DossierWriter::*write)(const T&, size_t)) {
    json_.key(key).begin_array();
    for (size_t id = 0; id < values.size(); ++id) {
      json_.begin_object();
      (this->*write)(values[id], id);
      json_.end_object();
    }
    json_.end_array();
  }

  void some(std::string_view key, std::string_view value) {
    if (!value.empty()) json_.member(key, value);
  }
  void numbers(std::string_view key, const std::vector<uint32_t>& values) {
    json_.key(key).begin_array();
    for (const uint32_t value : values) json_.integer(value);
    json_.end_array();
  }
  void ids(std::string_view key, const std::vector<ArticleIndex>& articles) {
    json_.key(key).begin_array();
    for (const ArticleIndex article : articles) json_.string(view_.id(article));
    json_.end_array();
  }
  void strings(std::string_view key, const std::vector<std::string>& values) {
    json_.key(key).begin_array();
    for (const std::string& value : values) json_.string(value);
    json_.end_array();
  }

  void span_keys(ArticleIndex article, Span bytes) {
    const Span span = offsets_[article].to_unit(bytes);
    json_.member("begin", span.begin).member("end", span.end);
  }
  void evidence_keys(const Evidence& evidence) {
    json_.member("article", view_.id(evidence.article));
    span_keys(evidence.article, evidence.span);
  }
  void evidence(std::string_view key, const std::vector<Evidence>& places) {
    json_.key(key).begin_array();
    for (const Evidence& place : places) {
      json_.begin_object();
      evidence_keys(place);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_article(const DossierArticle& article, size_t index) {
    json_.member("id", article.id).member("story", article.story);
    numbers("origins", article.origins);
    const Article& read = view_.reading(static_cast<ArticleIndex>(index)).article;
    json_.member("sha256", read.sha256).member("title", read.masthead.title).member("outlet", read.masthead.outlet);
    some("published", read.masthead.published.value);
    if (article.bound) {
      json_.key("bound").begin_object().member("latest", article.bound->latest);
      json_.member("article", view_.id(article.bound->article)).member("reason", article.bound->reason).end_object();
    }
  }

  void write_subject(const Subject& subject, size_t id) {
    json_.member("id", id).member("title", subject.title);
    numbers("stories", subject.stories);
    numbers("parties", subject.parties);
    some("kind", subject.kind);
    some("reason", subject.reason);
  }

  void write_story(const Story& story, size_t id) {
    json_.member("id", id).member("title", story.title);
    ids("articles", story.articles);
    if (story.title_evidence) {
      json_.key("title_evidence").begin_object();
      evidence_keys(*story.title_evidence);
      json_.end_object();
    }
    some("date", story.date);
    some("date_reason", story.date_reason);
    numbers("who", story.who);
    some("reason", story.reason);
    if (story.decided) json_.member("decided", true);
  }

  void write_origin(const Origin& origin, size_t id) {
    json_.member("id", id);
    ids("articles", origin.articles);
    evidence("passages", origin.passages);
    some("reason", origin.reason);
  }

  void write_entity(const DossierEntity& entity, size_t id) {
    json_.member("id", id).member("name", entity.name).member("type", word_of(entity.type));
    evidence("mentions", entity.mentions);
    strings("aliases", entity.aliases);
    json_.key("members").begin_array();
    for (const auto& [article, member] : entity.members) {
      json_.begin_object().member("article", view_.id(article)).member("entity", member).end_object();
    }
    json_.end_array();
    some("reason", entity.reason);
    if (entity.decided) json_.member("decided", true);
  }

  void write_fact(const Fact& fact, size_t id) {
    json_.member("id", id).member("story", fact.story).member("kind", word_of(fact.kind)).member("text", fact.text);
    json_.member("origins", fact.origins).key("cells").begin_array();
    for (const Cell& cell : fact.cells) write_cell(cell);
    json_.end_array();
    if (fact.entity) json_.member("entity", *fact.entity);
    some("note", fact.note);
  }

  void write_cell(const Cell& cell) {
    json_.begin_object().member("article", view_.id(cell.article)).member("state", word_of(cell.state));
    json_.key("spans").begin_array();
    for (const Span span : cell.spans) {
      json_.begin_object();
      span_keys(cell.article, span);
      json_.end_object();
    }
    json_.end_array().key("nearest");
    if (cell.nearest) {
      json_.begin_object();
      span_keys(cell.article, *cell.nearest);
      json_.end_object();
    } else {
      json_.null();
    }
    json_.member("reason", cell.reason).end_object();
  }

  void write_disagreement(const Disagreement& disagreement, size_t) {
    json_.member("kind", word_of(disagreement.kind));
    numbers("facts", disagreement.facts);
    ids("articles", disagreement.articles);
    json_.member("note", disagreement.note);
    evidence("evidence", disagreement.evidence);
  }

  void write_point(const TalkingPoint& point, size_t id) {
    json_.member("id", id).member("entity", point.entity);
    numbers("facts", point.facts);
    json_.member("reason", point.reason);
  }

  void write_entry(const TimelineEntry& entry, size_t) {
    json_.member("date", entry.date);
    numbers("facts", entry.facts);
  }

  void write_silence(const StatedSilence& silence, size_t) {
    evidence_keys(silence.evidence);
    json_.member("entity", silence.entity);
    if (silence.topic) {
      json_.key("topic").begin_object();
      span_keys(silence.evidence.article, *silence.topic);
      json_.end_object();
    }
  }

  const DossierView& view_;
  const Dossier& dossier_;
  std::vector<OffsetMap> offsets_;
  JsonWriter json_;
};

}  // namespace

std::string dossier_to_json(const Dossier& dossier, const std::vector<const Reading*>& readings) {
  const DossierView view(dossier, readings);
  return DossierWriter(view).write();
}

}  // namespace readout
