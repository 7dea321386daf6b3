#include "desk_words.h"

#include <algorithm>

#include "report/vocabulary.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace readout::desk {
namespace {

constexpr size_t kLabelBytes = 140;
constexpr uint32_t kShortEvidence = 60;     // bytes: shorter evidence is shown in its sentence
constexpr uint32_t kLongestSentence = 400;  // bytes

constexpr ptrdiff_t kNeighbours = 8;  // quotations looked at on either side of a place

}  // namespace

std::string label_of(const Reading& reading) {
  const Article& article = reading.article;
  if (article.masthead.title) {
    std::string title = one_line(*article.masthead.title, kLabelBytes);
    if (!title.empty()) return title;
  }
  for (const BlockKind wanted : {BlockKind::kHeadline, BlockKind::kBody}) {
    for (const Block& block : article.blocks) {
      if (block.kind != wanted) continue;
      Span span = block.span;
      if (wanted == BlockKind::kBody) {
        const auto first =
            std::lower_bound(reading.language.sentences.begin(), reading.language.sentences.end(), span.begin,
                             [](const Sentence& s, uint32_t at) { return s.span.begin < at; });
        if (first != reading.language.sentences.end() && first->span.begin < span.end) span = first->span;
      }
      std::string label = one_line(words_of(article.text, span), kLabelBytes);
      if (!label.empty()) return label;
    }
  }
  return article.id;
}

uint32_t count_words(const Article& article) {
  uint32_t count = 0;
  for (const Block& block : article.blocks) {
    if (!is_article_text(block.kind)) continue;
    const std::string_view text = words_of(article.text, block.span);
    bool inside = false;
    for (size_t at = 0; at < text.size();) {
      const auto c = utf8::decode(text, at);
      const bool word = unicode::is_letter(c.value) || unicode::is_number(c.value);
      if (word && !inside) ++count;
      inside = word || (inside && (c.value == '\'' || c.value == 0x2019 || c.value == '-'));
      at += c.size;
    }
  }
  return count;
}

std::string outlet_of(const DeskArticle& article) {
  return article.reading.article.masthead.outlet.value_or("outlet unknown");
}

std::string one_line(std::string_view text, size_t most) {
  std::string out;
  size_t last_word_end = 0;
  bool space = false;
  for (size_t at = 0; at < text.size();) {
    const auto c = utf8::decode(text, at);
    if (unicode::is_space(c.value)) {
      space = !out.empty();
      at += c.size;
      continue;
    }
    if (space) {
      last_word_end = out.size();
      out.push_back(' ');
      space = false;
    }
    if (out.size() + c.size > most) {
      out.resize(last_word_end > most / 2 ? last_word_end : out.size());
      out += "…";
      return out;
    }
    out.append(text.substr(at, c.size));
    at += c.size;
  }
  return out;
}

std::string joined_words(std::string_view text, const std::vector<Span>& spans, size_t most) {
  std::string out;
  for (const Span span : spans) {
    if (out.size() >= most) break;
    if (!out.empty()) out += " … ";
    out += one_line(words_of(text, span), most - std::min(most, out.size()));
  }
  return out;
}

std::string name_of(const Reading& reading, const Source& source) {
  const auto known = [&](EntityId id) { return id < reading.entities.size() && !reading.entities[id].name.empty(); };
  if (source.entity && known(*source.entity)) {
    std::string names = reading.entities[*source.entity].name;
    for (size_t i = 0; i < source.also.size(); ++i) {
      if (!known(source.also[i])) continue;
      names += (i + 1 == source.also.size() ? " and " : ", ") + reading.entities[source.also[i]].name;
    }
    return names;
  }
  return one_line(words_of(reading.article.text, source.span), kLabelBytes);
}

std::vector<std::string> chain_of(const Reading& reading, const Quotation& quotation) {
  std::vector<std::string> chain;
  if (quotation.source) chain.push_back(name_of(reading, *quotation.source));
  for (const Channel& channel : quotation.via) chain.push_back(channel.text);
  return chain;
}

Span whole_of(const Quotation& quotation) {
  if (quotation.content.empty()) return {};
  return {quotation.content.front().begin, std::max(quotation.content.front().begin, quotation.content.back().end)};
}

const Quotation* quotation_at(const DeskArticle& article, Span span) {
  const auto& contents = article.contents;
  const auto at = std::lower_bound(contents.begin(), contents.end(), std::pair<Span, uint32_t>{span, 0});
  const auto from = at - std::min<ptrdiff_t>(at - contents.begin(), kNeighbours);
  const auto to = at + std::min<ptrdiff_t>(contents.end() - at, kNeighbours);
  const Quotation* best = nullptr;
  uint32_t most = 0;
  for (auto it = from; it != to; ++it) {
    if (!it->first.overlaps(span)) continue;
    const uint32_t shared = std::min(it->first.end, span.end) - std::max(it->first.begin, span.begin);
    if (shared > most) {
      most = shared;
      best = &article.reading.quotations[it->second];
    }
  }
  return best;
}

std::vector<std::string> chain_at(const DeskArticle& article, Span span) {
  const Quotation* quotation = quotation_at(article, span);
  return quotation == nullptr ? std::vector<std::string>{} : chain_of(article.reading, *quotation);
}

Span with_sentence(const DeskArticle& article, Span span) {
  if (span.size() >= kShortEvidence) return span;
  const auto index = article.places.sentence_of(span);
  if (!index) return span;
  const Span sentence = article.reading.language.sentences[*index].span;
  if (!sentence.contains(span) || sentence.size() > kLongestSentence) return span;
  return sentence;
}

Span cell_span(FactKind kind, const std::vector<Span>& spans) {
  if (spans.empty()) return {};
  if (kind != FactKind::kQuotation) return spans.front();
  return {spans.front().begin, std::max(spans.front().begin, spans.back().end)};
}

std::string cell_words(const DeskArticle& article, FactKind kind, const std::vector<Span>& spans, size_t most) {
  const std::string_view text = article.reading.article.text;
  if (kind == FactKind::kQuotation || spans.empty()) return joined_words(text, spans, most);
  const Span span = spans.front();
  const auto sentence = article.places.sentence_of(span);
  const Span whole = sentence ? article.reading.language.sentences[*sentence].span : span;
  if (!whole.contains(span)) return one_line(words_of(text, span), most);
  const size_t room = span.size() < most ? (most - span.size()) / 2 : 0;
  size_t begin = whole.begin;
  if (span.begin - begin > room) {
    begin = text.find(' ', span.begin - room);
    begin = begin < span.begin ? begin + 1 : span.begin;
  }
  size_t end = whole.end;
  if (end - span.end > room) {
    end = text.rfind(' ', span.end + room);
    if (end == std::string_view::npos || end < span.end) end = span.end;
  }
  std::string out = begin > whole.begin ? "… " : "";
  out += one_line(text.substr(begin, end - begin), most * 2);
  return end < whole.end ? out + " …" : out;
}

void write_span(JsonWriter& json, const DeskArticle& article, Span span) {
  const Span units = article.utf16.to_unit(span);
  json.begin_object().member("begin", units.begin).member("end", units.end).end_object();
}

void write_open(JsonWriter& json, const DeskArticle& article, Span span) {
  const Span units = article.utf16.to_unit(span);
  json.begin_object().member("key", article.key).member("begin", units.begin).member("end", units.end).end_object();
}

void write_chain(JsonWriter& json, const std::vector<std::string>& chain) {
  json.begin_array();
  for (const std::string& link : chain) json.string(link);
  json.end_array();
}

void write_article_name(JsonWriter& json, const DeskArticle& article) {
  json.begin_object().member("key", article.key).member("label", article.label);
  json.member("outlet", article.reading.article.masthead.outlet).end_object();
}

void write_article_row(JsonWriter& json, Desk& desk, ArticleIndex index) {
  const DeskArticle& article = *desk.articles()[index];
  const auto& told = desk.dossier().articles;
  const auto story = index < told.size() ? told[index].story : std::nullopt;
  const Article& taken = article.reading.article;
  const PublishedDate& published = taken.masthead.published;
  json.begin_object().member("key", article.key).member("id", taken.id).member("label", article.label);
  json.member("outlet", taken.masthead.outlet).member("outletReason", taken.masthead.outlet_reason);
  json.key("published").begin_object().member("value", published.value).member("how", word_of(published.how));
  json.member("reason", published.reason).end_object().key("truncated");
  if (taken.truncated) {
    json.begin_object().member("kind", word_of(taken.truncated->kind)).member("reason", taken.truncated->reason);
    json.end_object();
  } else {
    json.null();
  }
  size_t removed = 0;
  for (const Block& block : taken.blocks) removed += is_article_text(block.kind) ? 0 : 1;
  json.member("words", article.words).member("removed", removed).member("story", story);
  json.member("language", article.reading.language.language).member("limits", article.reading.language.limits);
  json.key("bound");
  const auto bound = index < told.size() ? told[index].bound : std::nullopt;
  if (bound && bound->article < desk.articles().size()) {
    json.begin_object().member("latest", bound->latest).member("key", desk.articles()[bound->article]->key);
    json.end_object();
  } else {
    json.null();
  }
  json.end_object();
}

void write_words(JsonWriter& json, const DeskArticle& article, Span span, const std::vector<std::string>& chain,
                 const std::vector<Span>& marks) {
  const Span units = article.utf16.to_unit(span);
  json.begin_object().member("key", article.key).member("begin", units.begin).member("end", units.end);
  json.member("words", words_of(article.reading.article.text, span));
  json.member("where", article.places.describe(span)).member("from", outlet_of(article));
  json.key("chain");
  write_chain(json, chain);
  json.key("marks").begin_array();
  for (const Span mark : marks) {
    if (!mark.overlaps(span)) continue;
    const Span clipped = article.utf16.to_unit(Span{std::max(mark.begin, span.begin), std::min(mark.end, span.end)});
    json.begin_object().member("begin", clipped.begin - units.begin).member("end", clipped.end - units.begin);
    json.end_object();
  }
  json.end_array().end_object();
}

}  // namespace readout::desk
