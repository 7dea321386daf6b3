#include <algorithm>
#include <utility>

#include "report/file_json.h"
#include "report/json_access.h"
#include "report/reading_json.h"
#include "report/relations.h"
#include "report/vlq.h"
#include "report/vocabulary.h"

namespace readout {

namespace {

namespace ja = json_access;

std::string text_of(const ja::Json& object, std::string_view key) { return ja::string(object, key).value_or(""); }

// The member of E that the word under `key` names, else `otherwise`.
template <class E>
E word(const ja::Json& object, std::string_view key, E otherwise) {
  const auto name = ja::string(object, key);
  return name ? member_of<E>(*name).value_or(otherwise) : otherwise;
}

template <class T>
void in_text_order(std::vector<T>& values) {
  const auto before = [](const T& a, const T& b) { return a.span < b.span; };
  if (!std::is_sorted(values.begin(), values.end(), before)) {
    std::stable_sort(values.begin(), values.end(), before);
  }
}

// Turns the parsed line into a reading. References (entity, parent, quotation) are checked against the lists that they
// point into, which are therefore counted first.
class ReadingReader {
 public:
  ReadingReader(const ja::Json& line, std::string text)
      : line_(line), text_(std::move(text)), offsets_(text_, OffsetUnit::kCodePoints) {
    entity_count_ = ja::elements(line, "entities").size();
    quotation_count_ = ja::elements(line, "quotes").size();
  }

  Reading read() {
    Reading reading;
    reading.model = text_of(line_, "model");
    read_article(reading.article);
    reading.language.language = ja::string(line_, "language").value_or("und");
    reading.language.limits = text_of(line_, "limits");
    list("sentences", reading.language.sentences, &ReadingReader::read_sentence);
    list("tokens", reading.language.tokens, &ReadingReader::read_token);
    if (reading.language.tokens.empty()) read_words(reading.language.tokens);
    list("names", reading.language.names, &ReadingReader::read_name);
    in_text_order(reading.language.sentences);
    in_text_order(reading.language.names);
    place_tokens(reading.language);
    list("mentions", reading.mentions, &ReadingReader::read_mention);
    in_text_order(reading.mentions);
    list("entities", reading.entities, &ReadingReader::read_entity);
    list("quotes", reading.quotations, &ReadingReader::read_quotation);
    list("dates", reading.dates, &ReadingReader::read_date);
    list("figures", reading.figures, &ReadingReader::read_figure);
    list("events", reading.events, &ReadingReader::read_event);
    list("silences", reading.silences, &ReadingReader::read_silence);
    reading.article.text = std::move(text_);
    return reading;
  }

 private:
  template <class T>
  void list(std::string_view key, std::vector<T>& values, T (ReadingReader::*read)(const ja::Json&) const) const {
    const auto elements = ja::elements(line_, key);
    values.reserve(elements.size());
    for (const ja::Json* element : elements) values.push_back((this->*read)(*element));
  }

  // The span whose "begin" and "end" are members of `object`.
  Span span(const ja::Json& object) const {
    const Span bytes =
        offsets_.to_byte(Span{ja::index(object, "begin").value_or(0), ja::index(object, "end").value_or(0)});
    return {bytes.begin, std::max(bytes.begin, bytes.end)};
  }
  std::optional<Span> span(const ja::Json& object, std::string_view key) const {
    const ja::Json* member = ja::member(object, key);
    if (member == nullptr || !member->is_object()) return std::nullopt;
    return span(*member);
  }

  std::optional<uint32_t> reference(const ja::Json& object, std::string_view key, size_t count) const {
    const auto id = ja::index(object, key);
    return id && *id < count ? id : std::nullopt;
  }
  std::optional<EntityId> entity(const ja::Json& object, std::string_view key = "entity") const {
    return reference(object, key, entity_count_);
  }
  std::vector<EntityId> entities(const ja::Json& object, std::string_view key) const {
    std::vector<EntityId> ids;
    for (const ja::Json* element : ja::elements(object, key)) {
      const auto id = ja::as_index(*element);
      if (id && *id < entity_count_) ids.push_back(*id);
    }
    return ids;
  }

  void read_article(Article& article) const {
    article.id = text_of(line_, "id");
    article.sha256 = text_of(line_, "sha256");
    article.source = word(line_, "source", SourceKind::kPage);
    article.file = read_file(line_);
    list("blocks", article.blocks, &ReadingReader::read_block);
    in_text_order(article.blocks);
    if (const ja::Json* truncated = ja::member(line_, "truncated"); truncated != nullptr && truncated->is_object()) {
      article.truncated = Truncation{word(*truncated, "kind", TruncationKind::kCut),
                                     offsets_.to_byte(ja::index(*truncated, "at").value_or(offsets_.length())),
                                     text_of(*truncated, "reason")};
    }
    if (const ja::Json* masthead = ja::member(line_, "article")) read_masthead(*masthead, article.masthead);
  }

  void read_masthead(const ja::Json& object, Masthead& masthead) const {
    masthead.title = ja::string(object, "title");
    masthead.title_span = span(object, "title_span");
    masthead.outlet = ja::string(object, "outlet");
    masthead.outlet_reason = text_of(object, "outlet_reason");
    masthead.republisher = ja::string(object, "republisher");
    masthead.dateline_place = ja::string(object, "dateline_place");
    read_credits(object, "byline", masthead.byline);
    read_credits(object, "credits", masthead.credits);
    if (const ja::Json* published = ja::member(object, "published")) {
      masthead.published = {text_of(*published, "value"), word(*published, "how", DateHow::kUnknown),
                            span(*published, "span"), text_of(*published, "reason")};
    }
  }

  void read_credits(const ja::Json& object, std::string_view key, std::vector<Credit>& credits) const {
    for (const ja::Json* credit : ja::elements(object, key)) {
      credits.push_back({text_of(*credit, "name"), span(*credit, "span")});
    }
  }

  Block read_block(const ja::Json& block) const {
    return {span(block), word(block, "kind", BlockKind::kBody), text_of(block, "reason"),
            ja::boolean(block, "restored").value_or(false)};
  }

  Sentence read_sentence(const ja::Json& sentence) const {
    return {span(sentence), 0, 0, ja::index(sentence, "paragraph").value_or(0)};
  }

  Token read_token(const ja::Json& token) const {
    const auto head = ja::index(token, "head");
    return {span(token), word(token, "upos", Upos::kNone), text_of(token, "lemma"),
            head && *head < kMostTokens ? static_cast<int32_t>(*head) : -1, known_relation(text_of(token, "deprel"))};
  }

  // Tokens of "words"; what does not fit the form ends the list.
  void read_words(std::vector<Token>& tokens) const {
    const ja::Json* words = ja::member(line_, "words");
    if (words == nullptr) return;
    const std::string lemma_text = text_of(*words, "lemmas");
    std::vector<std::string_view> lemmas;
    for (size_t begin = 0; begin < lemma_text.size();) {
      const size_t end = std::min(lemma_text.find(' ', begin), lemma_text.size());
      lemmas.push_back(std::string_view(lemma_text).substr(begin, end - begin));
      begin = end + 1;
    }
    const std::string numbers = text_of(*words, "tokens");
    uint32_t at = 0;
    for (size_t place = 0; place < numbers.size();) {
      const auto gap = take_vlq(numbers, place);
      const auto length = take_vlq(numbers, place);
      const auto tag = take_vlq(numbers, place);
      const auto lemma = take_vlq(numbers, place);
      const bool fits = gap && length && tag && lemma && *gap <= offsets_.length() - at &&
                        *length <= offsets_.length() - at - *gap && *tag <= static_cast<uint32_t>(Upos::kX) &&
                        *lemma <= lemmas.size();
      if (!fits) return;
      Token token;
      token.span = offsets_.to_byte(Span{at + *gap, at + *gap + *length});
      token.upos = static_cast<Upos>(*tag);
      if (*lemma > 0) token.lemma = lemmas[*lemma - 1];
      at += *gap + *length;
      tokens.push_back(std::move(token));
    }
  }

  // Gives each sentence its tokens, which lie in text order inside it, and drops heads that point nowhere.
  static void place_tokens(Annotation& language) {
    auto& tokens = language.tokens;
    if (!std::is_sorted(tokens.begin(), tokens.end(), [](const Token& a, const Token& b) { return a.span < b.span; })) {
      tokens.clear();
    }
    uint32_t at = 0;
    for (Sentence& sentence : language.sentences) {
      while (at < tokens.size() && tokens[at].span.begin < sentence.span.begin) ++at;
      sentence.first_token = at;
      while (at < tokens.size() && tokens[at].span.begin < sentence.span.end) ++at;
      sentence.last_token = at;
    }
    for (Token& token : tokens) {
      if (token.head >= static_cast<int64_t>(tokens.size())) token.head = -1;
    }
  }

  Name read_name(const ja::Json& name) const {
    return {span(name), word(name, "type", EntityType::kOther), span(name, "role"), text_of(name, "doubt")};
  }

  Mention read_mention(const ja::Json& mention) const {
    return {span(mention), word(mention, "type", EntityType::kOther), word(mention, "kind", MentionKind::kName),
            entity(mention), text_of(mention, "doubt")};
  }

  Entity read_entity(const ja::Json& object) const {
    Entity entity;
    entity.name = text_of(object, "name");
    entity.type = word(object, "type", EntityType::kOther);
    for (const ja::Json* alias : ja::elements(object, "aliases")) {
      if (auto name = ja::as_string(*alias)) entity.aliases.push_back(std::move(*name));
    }
    const auto spans = ja::elements(object, "role_spans");
    const auto roles = ja::elements(object, "roles");
    for (size_t i = 0; i < roles.size(); ++i) {
      entity.roles.push_back({ja::as_string(*roles[i]).value_or(""), i < spans.size() ? span(*spans[i]) : Span{}});
    }
    entity.country = text_of(object, "country");
    entity.unnamed = ja::boolean(object, "unnamed").value_or(false);
    entity.doubt = text_of(object, "doubt");
    for (const ja::Json* office : ja::elements(object, "offices")) {
      entity.offices.push_back({text_of(*office, "office"), text_of(*office, "country")});
    }
    return entity;
  }

  std::optional<Source> source(const ja::Json& object, std::string_view key) const {
    const ja::Json* member = ja::member(object, key);
    if (member == nullptr || !member->is_object()) return std::nullopt;
    Source source{span(*member), entity(*member), ja::boolean(*member, "anonymous").value_or(false)};
    source.also = entities(*member, "also");
    return source;
  }

  Quotation read_quotation(const ja::Json& object) const {
    Quotation quotation;
    quotation.kind = word(object, "kind", QuotationKind::kDirect);
    for (const ja::Json* content : ja::elements(object, "content")) quotation.content.push_back(span(*content));
    quotation.source = source(object, "source");
    quotation.cue = span(object, "cue");
    quotation.cue_class = word(object, "cue_class", CueClass::kUnknown);
    for (const ja::Json* via : ja::elements(object, "via")) {
      quotation.via.push_back({span(*via), text_of(*via, "text"), entity(*via)});
    }
    quotation.addressee = source(object, "addressee");
    quotation.occasion = span(object, "occasion");
    quotation.parent = reference(object, "parent", quotation_count_);
    quotation.fuller = reference(object, "fuller", quotation_count_);
    quotation.inferred = ja::boolean(object, "inferred").value_or(false);
    quotation.doubt = text_of(object, "doubt");
    return quotation;
  }

  Silence read_silence(const ja::Json& silence) const {
    return {span(silence), source(silence, "source"), span(silence, "topic")};
  }

  DateExpression read_date(const ja::Json& object) const {
    DateExpression date;
    date.span = span(object);
    date.type = word(object, "type", DateType::kDate);
    date.value = text_of(object, "value");
    date.mod = text_of(object, "mod");
    date.anchor = text_of(object, "anchor");
    date.relative = ja::boolean(object, "relative").value_or(false);
    date.doubt = text_of(object, "doubt");
    return date;
  }

  Figure read_figure(const ja::Json& object) const {
    Figure figure;
    figure.span = span(object);
    figure.kind = word(object, "kind", FigureKind::kCount);
    figure.value = ja::number(object, "value");
    figure.min = ja::number(object, "min");
    figure.max = ja::number(object, "max");
    figure.approx = word(object, "approx", Approximation::kExact);
    figure.unit = text_of(object, "unit");
    figure.role = word(object, "role", FigureRole::kValue);
    figure.of = span(object, "of");
    figure.period = span(object, "period");
    figure.base = span(object, "base");
    figure.doubt = text_of(object, "doubt");
    return figure;
  }

  Event read_event(const ja::Json& object) const {
    Event event;
    event.span = span(object);
    event.code = text_of(object, "code");
    event.mode = text_of(object, "mode");
    event.sources = entities(object, "sources");
    event.targets = entities(object, "targets");
    event.date = text_of(object, "date");
    event.place = entity(object, "place");
    event.status = word(object, "status", EventStatus::kAsserted);
    event.quotation = reference(object, "quotation", quotation_count_);
    event.doubt = text_of(object, "doubt");
    event.reporter = entity(object, "reporter");
    for (const ja::Json* element : ja::elements(object, "actors")) {
      const auto id = entity(*element);
      if (id) event.actors.push_back({*id, text_of(*element, "country"), text_of(*element, "sector")});
    }
    return event;
  }

  static constexpr uint32_t kMostTokens = 1u << 31;

  const ja::Json& line_;
  std::string text_;
  OffsetMap offsets_;
  size_t entity_count_ = 0;
  size_t quotation_count_ = 0;
};

}  // namespace

Result<Reading> reading_from_json(std::string_view line) {
  const auto parsed = ja::parse(line);
  if (!parsed) return parsed.error();
  const ja::Json& object = parsed.value();
  auto text = ja::string(object, "text");
  const auto id = ja::string(object, "id");
  const auto schema = ja::string(object, "schema");
  if (!text || !id || id->empty() || !schema || schema->rfind("readout/reading/", 0) != 0) {
    return Error{"not-a-reading",
                 "This line is no reading; give `readout collate` what `readout read` or the page has written.", 0};
  }
  if (*schema != "readout/reading/1") {
    return Error{"not-a-reading", "This reading was written by a newer Readout; read the article again with this one.",
                 0};
  }
  return ReadingReader(object, std::move(*text)).read();
}

}  // namespace readout
