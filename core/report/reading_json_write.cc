#include <unordered_map>

#include "readout.h"
#include "report/file_json.h"
#include "report/json_writer.h"
#include "report/reading_json.h"
#include "report/vlq.h"
#include "report/vocabulary.h"

namespace readout {

namespace {

// One reading on its way to JSON. Contract keys come first in each object, in the contract's order; keys beyond the
// contract follow and are left out where they say nothing.
class ReadingWriter {
 public:
  ReadingWriter(const Reading& reading, const ReadingJsonOptions& options)
      : reading_(reading), options_(options), offsets_(reading.article.text, options.unit) {}

  std::string write() {
    const Article& article = reading_.article;
    json_.reserve(article.text.size() * 3 + 4096);
    json_.begin_object();
    json_.member("schema", kReadingSchema).member("id", article.id).member("sha256", article.sha256);
    json_.member("language", reading_.language.language).member("text", article.text);
    write_masthead();
    write_truncation();
    list("blocks", article.blocks, &ReadingWriter::write_block);
    list("sentences", reading_.language.sentences, &ReadingWriter::write_sentence);
    if (options_.tokens) list("tokens", reading_.language.tokens, &ReadingWriter::write_token);
    if (options_.words) write_words();
    list("mentions", reading_.mentions, &ReadingWriter::write_mention);
    write_entities();
    list("quotes", reading_.quotations, &ReadingWriter::write_quotation);
    list("dates", reading_.dates, &ReadingWriter::write_date);
    list("figures", reading_.figures, &ReadingWriter::write_figure);
    list("events", reading_.events, &ReadingWriter::write_event);
    list("silences", reading_.silences, &ReadingWriter::write_silence);
    if (options_.tokens) list("names", reading_.language.names, &ReadingWriter::write_name);
    json_.member("model", reading_.model).member("source", word_of(article.source));
    if (article.file) write_file(json_, *article.file);
    some("limits", reading_.language.limits);
    json_.end_object();
    return json_.take();
  }

 private:
  template <class T>
  void list(std::string_view key, const std::vector<T>& values, void (ReadingWriter::*write)(const T&)) {
    json_.key(key).begin_array();
    for (const T& value : values) {
      json_.begin_object();
      (this->*write)(value);
      json_.end_object();
    }
    json_.end_array();
  }

  // A key beyond the contract, left out where it is empty.
  void some(std::string_view key, std::string_view value) {
    if (!value.empty()) json_.member(key, value);
  }
  void some(std::string_view key, const std::optional<Span>& value) {
    if (value) span_member(key, value);
  }
  void flag(std::string_view key, bool value) {
    if (value) json_.member(key, true);
  }

  void span_keys(Span bytes) {
    const Span span = offsets_.to_unit(bytes);
    json_.member("begin", span.begin).member("end", span.end);
  }
  void span_object(Span bytes) {
    json_.begin_object();
    span_keys(bytes);
    json_.end_object();
  }
  void span_member(std::string_view key, const std::optional<Span>& bytes) {
    json_.key(key);
    if (bytes) {
      span_object(*bytes);
    } else {
      json_.null();
    }
  }

  void write_masthead() {
    const Masthead& masthead = reading_.article.masthead;
    json_.key("article").begin_object();
    json_.member("title", masthead.title).member("outlet", masthead.outlet);
    json_.key("published").begin_object();
    if (masthead.published.value.empty()) {
      json_.key("value").null();
    } else {
      json_.member("value", masthead.published.value);
    }
    json_.member("how", word_of(masthead.published.how));
    span_member("span", masthead.published.span);
    json_.member("reason", masthead.published.reason).end_object();
    write_credits("byline", masthead.byline);
    write_credits("credits", masthead.credits);
    some("title_span", masthead.title_span);
    some("outlet_reason", masthead.outlet_reason);
    if (masthead.republisher) json_.member("republisher", *masthead.republisher);
    if (masthead.dateline_place) json_.member("dateline_place", *masthead.dateline_place);
    json_.end_object();
  }

  void write_credits(std::string_view key, const std::vector<Credit>& credits) {
    json_.key(key).begin_array();
    for (const Credit& credit : credits) {
      json_.begin_object().member("name", credit.name);
      span_member("span", credit.span);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_truncation() {
    json_.key("truncated");
    const auto& truncated = reading_.article.truncated;
    if (!truncated) {
      json_.null();
      return;
    }
    json_.begin_object().member("kind", word_of(truncated->kind)).member("at", offsets_.to_unit(truncated->at));
    json_.member("reason", truncated->reason).end_object();
  }

  void write_block(const Block& block) {
    span_keys(block.span);
    json_.member("kind", word_of(block.kind)).member("reason", block.reason);
    flag("restored", block.restored);
  }

  void write_sentence(const Sentence& sentence) {
    span_keys(sentence.span);
    json_.member("paragraph", sentence.paragraph);
  }

  void write_token(const Token& token) {
    span_keys(token.span);
    json_.member("lemma", token.lemma).member("upos", word_of(token.upos)).member("head", token.head);
    json_.member("deprel", token.deprel);
  }

  void write_words() {
    std::unordered_map<std::string_view, uint32_t> numbers;
    std::string lemmas;
    std::string tokens;
    uint32_t last = 0;
    for (const Token& token : reading_.language.tokens) {
      uint32_t lemma = 0;
      if (!token.lemma.empty() && token.lemma.find(' ') == std::string::npos) {
        const auto [at, added] = numbers.emplace(token.lemma, static_cast<uint32_t>(numbers.size() + 1));
        if (added) lemmas.append(lemmas.empty() ? "" : " ").append(token.lemma);
        lemma = at->second;
      }
      const Span span = offsets_.to_unit(token.span);
      for (const uint32_t number : {span.begin - last, span.size(), static_cast<uint32_t>(token.upos), lemma})
        append_vlq(tokens, number);
      last = span.end;
    }
    json_.key("words").begin_object().member("lemmas", lemmas).member("tokens", tokens).end_object();
  }

  void write_name(const Name& name) {
    span_keys(name.span);
    json_.member("type", word_of(name.type));
    some("role", name.role);
    some("doubt", name.doubt);
  }

  void write_mention(const Mention& mention) {
    span_keys(mention.span);
    json_.member("type", word_of(mention.type)).member("kind", word_of(mention.kind));
    json_.member("entity", mention.entity);
    some("doubt", mention.doubt);
  }

  void write_entities() {
    json_.key("entities").begin_array();
    for (size_t id = 0; id < reading_.entities.size(); ++id) {
      const Entity& entity = reading_.entities[id];
      json_.begin_object().member("id", id).member("name", entity.name).member("type", word_of(entity.type));
      json_.key("aliases").begin_array();
      for (const std::string& alias : entity.aliases) json_.string(alias);
      json_.end_array().key("roles").begin_array();
      for (const Role& role : entity.roles) json_.string(role.name);
      json_.end_array();
      if (!entity.roles.empty()) {
        json_.key("role_spans").begin_array();
        for (const Role& role : entity.roles) span_object(role.span);
        json_.end_array();
      }
      some("country", entity.country);
      if (!entity.offices.empty()) {
        json_.key("offices").begin_array();
        for (const Office& office : entity.offices) {
          json_.begin_object().member("office", office.name);
          some("country", office.country);
          json_.end_object();
        }
        json_.end_array();
      }
      flag("unnamed", entity.unnamed);
      some("doubt", entity.doubt);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_source(std::string_view key, const std::optional<Source>& source) {
    json_.key(key);
    if (!source) {
      json_.null();
      return;
    }
    json_.begin_object();
    span_keys(source->span);
    json_.member("entity", source->entity);
    flag("anonymous", source->anonymous);
    if (!source->also.empty()) write_ids("also", source->also);
    json_.end_object();
  }

  void write_quotation(const Quotation& quotation) {
    json_.member("kind", word_of(quotation.kind)).key("content").begin_array();
    for (const Span span : quotation.content) span_object(span);
    json_.end_array();
    write_source("source", quotation.source);
    span_member("cue", quotation.cue);
    json_.key("via").begin_array();
    for (const Channel& channel : quotation.via) {
      json_.begin_object();
      span_keys(channel.span);
      json_.member("text", channel.text).member("entity", channel.entity).end_object();
    }
    json_.end_array().member("parent", quotation.parent);
    json_.member("cue_class", word_of(quotation.cue_class));
    if (quotation.addressee) write_source("addressee", quotation.addressee);
    some("occasion", quotation.occasion);
    if (quotation.fuller) json_.member("fuller", quotation.fuller);
    flag("inferred", quotation.inferred);
    some("doubt", quotation.doubt);
  }

  void write_silence(const Silence& silence) {
    span_keys(silence.span);
    write_source("source", silence.source);
    span_member("topic", silence.topic);
  }

  void write_date(const DateExpression& date) {
    span_keys(date.span);
    json_.member("type", word_of(date.type)).member("value", date.value);
    some("mod", date.mod);
    some("anchor", date.anchor);
    flag("relative", date.relative);
    some("doubt", date.doubt);
  }

  void write_figure(const Figure& figure) {
    span_keys(figure.span);
    json_.member("kind", word_of(figure.kind));
    json_.member("value", figure.value).member("min", figure.min).member("max", figure.max);
    json_.member("approx", word_of(figure.approx)).member("unit", figure.unit);
    span_member("of", figure.of);
    json_.member("role", word_of(figure.role));
    some("period", figure.period);
    some("base", figure.base);
    some("doubt", figure.doubt);
  }

  void write_ids(std::string_view key, const std::vector<EntityId>& ids) {
    json_.key(key).begin_array();
    for (const EntityId id : ids) json_.integer(id);
    json_.end_array();
  }

  void write_event(const Event& event) {
    span_keys(event.span);
    json_.member("code", event.code);
    write_ids("sources", event.sources);
    write_ids("targets", event.targets);
    if (event.date.empty()) {
      json_.key("date").null();
    } else {
      json_.member("date", event.date);
    }
    json_.member("place", event.place).member("status", word_of(event.status));
    some("mode", event.mode);
    if (event.quotation) json_.member("quotation", *event.quotation);
    if (event.reporter) json_.member("reporter", *event.reporter);
    if (!event.actors.empty()) {
      json_.key("actors").begin_array();
      for (const Actor& actor : event.actors) {
        json_.begin_object().member("entity", actor.entity);
        some("country", actor.country);
        some("sector", actor.sector);
        json_.end_object();
      }
      json_.end_array();
    }
    some("doubt", event.doubt);
  }

  const Reading& reading_;
  const ReadingJsonOptions& options_;
  OffsetMap offsets_;
  JsonWriter json_;
};

}  // namespace

std::string reading_to_json(const Reading& reading, const ReadingJsonOptions& options) {
  return ReadingWriter(reading, options).write();
}

}  // namespace readout
