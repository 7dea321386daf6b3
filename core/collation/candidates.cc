#include "collation/candidates.h"

#include <algorithm>
#include <map>

#include "text/utf8.h"

namespace readout::collation {

namespace {

constexpr size_t kLeastKeys = 2;  // a quotation of fewer content words says too little to be compared

// A day, month or year that stands fast: YYYY, YYYY-MM or YYYY-MM-DD.
bool is_fixed_date(const DateExpression& date) {
  if (date.type != DateType::kDate || date.relative) return false;
  const std::string& v = date.value;
  if (v.size() != 4 && v.size() != 7 && v.size() != 10) return false;
  for (size_t i = 0; i < v.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? v[i] != '-' : v[i] < '0' || v[i] > '9') return false;
  }
  return true;
}

// The stretches of a quotation's content inside quotation marks: all of it where it is direct (its spans leave the
// marks out), what stands between marks where it is mixed, none where it is indirect.
std::vector<Span> quoted_spans(const Reading& reading, QuotationKind kind, const std::vector<Span>& all) {
  if (kind == QuotationKind::kDirect) return all;
  if (kind == QuotationKind::kIndirect) return {};
  std::vector<Span> spans;
  for (const Span content : all) {
    bool open = false;
    uint32_t begin = 0;
    for (size_t at = content.begin; at < content.end && at < reading.article.text.size();) {
      const auto point = utf8::decode(reading.article.text, at);
      const bool opens = point.value == 0x201C || point.value == 0xAB || point.value == 0x201E;
      const bool closes = point.value == 0x201D || point.value == 0xBB;
      if (opens || (point.value == '"' && !open)) {
        open = true;
        begin = static_cast<uint32_t>(at + point.size);
      } else if (open && (closes || point.value == '"')) {
        spans.push_back({begin, static_cast<uint32_t>(at)});
        open = false;
      }
      at += point.size;
    }
    if (open) spans.push_back({begin, content.end});
  }
  return spans;
}

// What a quotation states, one by one: a sentence that runs from one quoted stretch to another ("relations are “at a
// high level,” influenced by the “pattern of pressure ...”") says two things, which another account may give apart.
std::vector<std::vector<Span>> statements_of(const Reading& reading, const Quotation& quotation) {
  constexpr size_t kLeastQuoted = 3;  // content words that make a quoted stretch a statement
  if (quotation.kind != QuotationKind::kMixed || quotation.content.size() != 1) return {quotation.content};
  const Span whole = quotation.content.front();
  std::vector<std::vector<Span>> statements;
  uint32_t begin = whole.begin;
  for (const Span stretch : quoted_spans(reading, quotation.kind, quotation.content)) {
    if (content_keys(reading.article.text, {stretch}).size() < kLeastQuoted) continue;
    // The closing mark belongs to the words before it.
    uint32_t end = stretch.end;
    if (end < whole.end) end += utf8::decode(reading.article.text, end).size;
    statements.push_back({{begin, end}});
    begin = end;
  }
  if (statements.size() < 2) return {quotation.content};
  statements.back().front().end = whole.end;
  return statements;
}

// Who speaks, the first as the article names them first, where a name stands for each: two accounts may call one
// unnamed source by other words.
std::vector<uint32_t> speakers_of(const Reading& reading, const Quotation& quotation, ArticleIndex article,
                                  const IdentityTable& identities) {
  std::vector<uint32_t> speakers;
  if (!quotation.source || !quotation.source->entity) return speakers;
  const auto add = [&](EntityId id) {
    if (id >= reading.entities.size() || reading.entities[id].unnamed) return;
    if (const auto entity = identities.of(article, id)) speakers.push_back(*entity);
  };
  add(*quotation.source->entity);
  for (const EntityId also : quotation.source->also) add(also);
  return speakers;
}

// The first quotation whose content holds the span's beginning.
std::optional<uint32_t> quotation_around(const Reading& reading, Span span) {
  // In order of their first content: those that begin after the span are no matter.
  for (uint32_t q = 0; q < reading.quotations.size(); ++q) {
    const auto& content = reading.quotations[q].content;
    if (content.empty()) continue;
    if (content.front().begin > span.begin) break;
    if (content.back().end <= span.begin) continue;
    if (std::any_of(content.begin(), content.end(), [&](Span part) { return part.contains(span.begin); })) return q;
  }
  return std::nullopt;
}

}  // namespace

std::string verbatim(const Reading& reading, const std::vector<Span>& spans) {
  if (spans.empty()) return {};
  return std::string(words_of(reading.article.text, {spans.front().begin, spans.back().end}));
}

std::vector<Candidate> candidates_of(const Corpus& corpus, ArticleIndex index, const IdentityTable& identities) {
  const CorpusArticle& article = corpus[index];
  const Reading& reading = *article.reading;
  std::vector<Candidate> out;
  const auto add = [&](FactKind kind, uint32_t item, std::vector<Span> spans) -> Candidate& {
    Candidate& candidate = out.emplace_back();
    candidate.article = index;
    candidate.kind = kind;
    candidate.item = item;
    candidate.spans = std::move(spans);
    candidate.headline = !candidate.spans.empty() && article.places.describe(candidate.spans.front()) == "headline";
    return candidate;
  };
  for (uint32_t i = 0; i < reading.quotations.size(); ++i) {
    const Quotation& quotation = reading.quotations[i];
    if (quotation.parent) continue;
    for (const auto& spans : statements_of(reading, quotation)) {
      auto keys = content_keys(reading.article.text, spans);
      if (keys.size() < kLeastKeys) continue;
      Candidate& candidate = add(FactKind::kQuotation, i, spans);
      candidate.keys = std::move(keys);
      candidate.quoted = content_keys(reading.article.text, quoted_spans(reading, quotation.kind, spans));
      candidate.speakers = speakers_of(reading, quotation, index, identities);
      if (!candidate.speakers.empty()) candidate.entity = candidate.speakers.front();
      std::sort(candidate.speakers.begin(), candidate.speakers.end());
    }
  }
  for (uint32_t i = 0; i < reading.figures.size(); ++i) {
    const Figure& figure = reading.figures[i];
    if (!is_comparable(article, figure)) continue;
    Candidate& candidate = add(FactKind::kFigure, i, {figure.span});
    candidate.measure = measure_of(article, figure);
    candidate.said = quotation_around(reading, figure.span);
  }
  std::map<std::string, size_t> dates;  // value -> index into out
  for (uint32_t i = 0; i < reading.dates.size(); ++i) {
    const DateExpression& date = reading.dates[i];
    if (!is_fixed_date(date)) continue;
    // One cell gathers every place where the article names the day.
    const auto [same, fresh] = dates.try_emplace(date.value, out.size());
    if (!fresh) {
      out[same->second].spans.push_back(date.span);
      continue;
    }
    Candidate& candidate = add(FactKind::kDate, i, {date.span});
    candidate.value = date.value;
    candidate.keys = {hash(date.value)};
    candidate.headline = false;
  }
  for (uint32_t i = 0; i < reading.events.size(); ++i) {
    const Event& event = reading.events[i];
    Candidate& candidate = add(FactKind::kEvent, i, {event.span});
    candidate.value = event.code;
    candidate.said = event.quotation;
    for (const auto& side : {event.sources, event.targets}) {
      for (const EntityId id : side) {
        if (const auto entity = identities.of(index, id)) candidate.keys.push_back(*entity);
      }
    }
    std::sort(candidate.keys.begin(), candidate.keys.end());
    candidate.keys.erase(std::unique(candidate.keys.begin(), candidate.keys.end()), candidate.keys.end());
    if (!event.sources.empty()) candidate.entity = identities.of(index, event.sources.front());
  }
  return out;
}

}  // namespace readout::collation
