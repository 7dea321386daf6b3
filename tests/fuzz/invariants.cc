#include "invariants.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <vector>

#include "text/utf8.h"

namespace readout::fuzz {

namespace {

class Checker {
 public:
  explicit Checker(const Reading& reading) : reading_(reading), text_(reading.article.text) {}

  void check() {
    must(utf8::find_invalid(text_) == std::string_view::npos, "the text is valid UTF-8");
    check_article();
    check_language();
    check_mentions();
    for (const Mention& mention : reading_.mentions) entity(mention.entity);
    for (const Entity& entity : reading_.entities) {
      for (const Role& role : entity.roles) span(role.span, "a role");
    }
    for (const Quotation& quotation : reading_.quotations) check_quotation(quotation);
    for (const Silence& silence : reading_.silences) {
      span(silence.span, "a silence");
      source(silence.source);
      span(silence.topic, "a topic");
    }
    for (const DateExpression& date : reading_.dates) span(date.span, "a date");
    for (const Figure& figure : reading_.figures) {
      span(figure.span, "a figure");
      span(figure.of, "what a figure measures");
      span(figure.period, "a figure's period");
      span(figure.base, "a figure's base");
    }
    for (const Event& event : reading_.events) check_event(event);
  }

 private:
  bool is_boundary(uint32_t at) const {
    return at == text_.size() || (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0) != 0x80);
  }
  void span(Span span, const char* what) const {
    must(span.begin <= span.end && is_boundary(span.begin) && is_boundary(span.end), what);
  }
  void span(const std::optional<Span>& optional, const char* what) const {
    if (optional) span(*optional, what);
  }
  template <class T>
  void ordered(const std::vector<T>& values, const char* what) const {
    uint32_t end = 0;
    for (const T& value : values) {
      span(value.span, what);
      must(value.span.begin >= end, what);
      end = value.span.end;
    }
  }
  void entity(const std::optional<EntityId>& id) const {
    must(!id || *id < reading_.entities.size(), "an entity is one of the reading's");
  }
  void source(const std::optional<Source>& source) const {
    if (!source) return;
    span(source->span, "a source");
    entity(source->entity);
  }

  void check_mentions() const {
    std::vector<uint32_t> open;  // ends of the mentions around, the innermost last
    auto mentions = reading_.mentions;
    for (size_t i = 1; i < mentions.size(); ++i)
      must(!(mentions[i].span < mentions[i - 1].span), "mentions are in order");
    std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    for (const Mention& mention : mentions) {
      span(mention.span, "a mention");
      while (!open.empty() && open.back() <= mention.span.begin) open.pop_back();
      must(open.empty() || mention.span.end <= open.back(), "mentions do not cut through one another");
      open.push_back(mention.span.end);
    }
  }

  void check_article() const {
    const Article& article = reading_.article;
    ordered(article.blocks, "blocks");
    span(article.masthead.title_span, "the title");
    span(article.masthead.published.span, "the published date");
    for (const auto* credits : {&article.masthead.byline, &article.masthead.credits}) {
      for (const Credit& credit : *credits) span(credit.span, "a credit");
    }
    must(!article.truncated || is_boundary(article.truncated->at), "where the text is cut");
  }

  void check_language() const {
    const Annotation& language = reading_.language;
    ordered(language.sentences, "sentences");
    ordered(language.tokens, "tokens");
    ordered(language.names, "names");
    uint32_t last = 0;
    for (const Sentence& sentence : language.sentences) {
      must(sentence.first_token == last && sentence.last_token >= last, "sentences share out the tokens");
      last = sentence.last_token;
    }
    must(last == language.tokens.size(), "every token lies in a sentence");
    const auto count = static_cast<int64_t>(language.tokens.size());
    for (const Token& token : language.tokens) must(token.head >= -1 && token.head < count, "a head is a token");
    for (const Name& name : language.names) span(name.role, "a name's role");
  }

  void check_quotation(const Quotation& quotation) const {
    must(!quotation.content.empty(), "a quotation has content");
    uint32_t end = 0;
    for (const Span part : quotation.content) {
      span(part, "content");
      must(part.begin >= end, "content is in order");
      end = part.end;
    }
    source(quotation.source);
    source(quotation.addressee);
    span(quotation.cue, "a cue");
    span(quotation.occasion, "an occasion");
    for (const Channel& channel : quotation.via) {
      span(channel.span, "a channel");
      entity(channel.entity);
    }
    must(!quotation.parent || *quotation.parent < reading_.quotations.size(), "a parent is a quotation");
  }

  void check_event(const Event& event) const {
    span(event.span, "an event");
    for (const auto* parties : {&event.sources, &event.targets}) {
      for (const EntityId party : *parties) entity(party);
    }
    entity(event.place);
    must(!event.quotation || *event.quotation < reading_.quotations.size(), "an event's quotation is one");
  }

  const Reading& reading_;
  const std::string& text_;
};

}  // namespace

void must(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

void check(const Reading& reading) { Checker(reading).check(); }

}  // namespace readout::fuzz
