#include "reading/quotations_sources.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "text/unicode.h"

namespace readout::quoting {
namespace {

using wording::Mark;
using wording::Word;

bool is_stop(const Word& word) {
  if (!word.is_word()) return word.mark != Mark::kQuote && word.mark != Mark::kOther;
  return word.is(wording::kPreposition | wording::kRelative) && !word.is(wording::kPossessive | wording::kDet);
}

// "official" and "officials" are one head.
std::string singular(std::string_view noun) {
  std::string key = unicode::fold(noun);
  if (key.size() > 3 && key.back() == 's') key.pop_back();
  return key;
}

}  // namespace

TokenRange SourceReader::tokens_of(Span span) const {
  const auto first = std::lower_bound(words_.begin(), words_.end(), span.begin,
                                      [](const Word& word, uint32_t begin) { return word.span.end <= begin; });
  const auto last = std::lower_bound(first, words_.end(), span.end,
                                     [](const Word& word, uint32_t end) { return word.span.begin < end; });
  return {static_cast<uint32_t>(first - words_.begin()), static_cast<uint32_t>(last - words_.begin())};
}

const Mention* SourceReader::mention_at(Span span) const {
  const auto& mentions = identities_.mentions;
  const auto at = std::lower_bound(mentions.begin(), mentions.end(), span.begin,
                                   [](const Mention& mention, uint32_t begin) { return mention.span.end <= begin; });
  return at != mentions.end() && at->span.begin < span.end ? &*at : nullptr;
}

std::optional<uint32_t> SourceReader::head_of(Span span) const {
  const TokenRange range = tokens_of(span);
  std::optional<uint32_t> head;
  for (uint32_t i = range.first; i < range.last; ++i) {
    const Word& word = words_[i];
    // A name may hold a preposition ("Bank of England").
    if (const Mention* mention = mention_at(word.span); mention && mention->kind == MentionKind::kName) {
      head = i;
      continue;
    }
    if (is_stop(word) && i > range.first) break;
    // "people familiar with", "officials briefed on": what follows the noun describes it.
    const Upos tag = tokens_[i].upos;
    if (head && words_[*head].is(wording::kPersonNoun | wording::kPeopleNoun) && !word.capital &&
        (tag == Upos::kAdj || tag == Upos::kVerb))
      break;
    if (word.is_word() && word.span.size() > 1 && words_of(text_, word.span) != "'s" &&
        words_of(text_, word.span) != "\u2019s" && !word.is(wording::kAdverb | wording::kConjunction))
      head = i;
    if (word.is(wording::kSubjectPronoun)) head = i;
  }
  return head;
}

std::optional<EntityId> SourceReader::entity_of(Span span) const {
  const auto head = head_of(span);
  if (!head) return std::nullopt;
  if (const Mention* mention = mention_at(words_[*head].span)) {
    // "Western leaders and Kyiv" are two.
    for (uint32_t i = tokens_of(span).first; i < *head; ++i) {
      if (words_[i].is(wording::kConjunction) && words_[i].span.end <= mention->span.begin) return std::nullopt;
    }
    return mention->entity;
  }
  // "US Special Representative for Iran Brian Hook": a person at the end that no preposition stands before.
  const TokenRange whole = tokens_of(span);
  uint32_t last = whole.first;
  while (last < whole.last && words_[last].is_word()) ++last;
  if (last > *head + 2 && words_[*head].is(wording::kOffice | wording::kPersonNoun)) {
    const Mention* mention = mention_at(words_[last - 1].span);
    if (mention && mention->kind == MentionKind::kName && mention->type == EntityType::kPerson) {
      uint32_t first = last - 1;
      while (first > *head + 1 && words_[first - 1].span.begin >= mention->span.begin) --first;
      const Word& before = words_[first - 1];
      if (!before.is(wording::kPreposition | wording::kDet | wording::kPossessive | wording::kConjunction) &&
          before.capital)
        return mention->entity;
    }
  }
  // "the president, Barack Obama": the name beside a head that mentions nobody by itself.
  const TokenRange range = tokens_of(span);
  if (*head + 2 < range.last && words_[*head + 1].mark == Mark::kComma) {
    const Mention* mention = mention_at(words_[*head + 2].span);
    if (mention && mention->kind == MentionKind::kName && mention->type == EntityType::kPerson) return mention->entity;
  }
  return std::nullopt;
}

bool SourceReader::is_channel(Span span) const {
  const auto head = head_of(span);
  if (!head) return false;
  if (words_[*head].is(wording::kPlatform) && words_[*head].capital) return true;
  if (words_[*head].is(wording::kOccasion)) return false;
  if (words_[*head].is(wording::kMedia | wording::kDocument)) return true;
  for (uint32_t i = tokens_of(span).first; i < *head; ++i) {
    if (words_[i].is(wording::kMedia)) return true;  // "the broadcaster ARD"
  }
  const Mention* mention = mention_at(words_[*head].span);
  return mention && mention->kind == MentionKind::kName &&
         lists_.outlets.find(unicode::fold(words_of(text_, mention->span))) != lists_.outlets.end();
}

Source SourceReader::read(Span span) {
  Source source;
  source.span = span;
  if (!read_several(source) && !read_pronoun(source) && !read_pair(source)) read_one(source);
  return source;
}

Source SourceReader::speaker(Span span) {
  Source source = read(span);
  const auto head = head_of(span);
  if (!source.entity || !head) return source;
  const Entity& entity = identities_.entities[*source.entity];
  const bool several = !source.also.empty() || (entity.unnamed && words_[*head].is(wording::kPeopleNoun));
  const bool body = entity.type == EntityType::kOrganisation || entity.type == EntityType::kPlace;
  if (several || body) they_ = Spoken{source, words_[*head].sentence};
  if (body && !several) it_ = Spoken{source, words_[*head].sentence};
  return source;
}

void SourceReader::read_one(Source& source) {
  const Span span = source.span;
  source.entity = entity_of(span);
  if (source.entity) {
    source.anonymous = identities_.entities[*source.entity].unnamed;
    return;
  }
  const auto head = head_of(span);
  if (!head || read_written_name(source, *head) || read_office(source, *head) || read_body(source, *head)) return;
  if (!words_[*head].is(wording::kPersonNoun | wording::kPeopleNoun)) return;
  const TokenRange range = tokens_of(span);
  uint32_t first = range.first;
  const bool definite = words_of(text_, words_[first].span) == "the" || words_of(text_, words_[first].span) == "The";
  Mention mention;
  mention.type = EntityType::kPerson;
  mention.kind = MentionKind::kNominal;
  for (uint32_t i = range.first; i <= *head; ++i) {
    if (mention_at(words_[i].span)) first = i + 1;
  }
  // "Lee appointed an envoy who ...": the envoy.
  uint32_t begin = span.begin;
  for (uint32_t i = range.first + 1; i < *head; ++i) {
    if (!words_[i].is(wording::kDet) || !words_[i - 1].is_word()) continue;
    if (words_[i - 1].is(wording::kPreposition | wording::kDet | wording::kConjunction | wording::kPossessive))
      continue;
    first = std::max(first, i);
    begin = words_[i].span.begin;
  }
  if (first > *head) return;
  mention.span = {words_[first].span.begin, words_[*head].span.end};
  source.anonymous = true;
  for (auto known = unnamed_.rbegin(); known != unnamed_.rend() && known - unnamed_.rbegin() < 16; ++known) {
    if (known->head != *head) continue;
    source.entity = known->entity;  // the same words again, as the source of a second report
    return;
  }
  const std::string noun = singular(words_of(text_, words_[*head].span));
  if (definite) {
    for (auto known = unnamed_.rbegin(); known != unnamed_.rend() && known - unnamed_.rbegin() < 16; ++known) {
      if (singular(words_of(text_, words_[known->head].span)) != noun) continue;
      source.entity = known->entity;
      mention.entity = known->entity;
      mention.doubt = "Taken for the one spoken of before.";
      mentions_.push_back(std::move(mention));
      return;
    }
  }
  Entity entity;
  constexpr uint32_t kLongestName = 120;
  // "a student who": a student.
  uint32_t last = range.last;
  while (last > *head + 1 && (words_[last - 1].is(wording::kRelative) || !words_[last - 1].is_word())) --last;
  Span words{begin, last < range.last ? words_[last - 1].span.end : span.end};
  if (words.size() > kLongestName) words.end = words_[*head].span.end;
  entity.name = std::string(words_of(text_, words));
  entity.type = EntityType::kPerson;
  entity.unnamed = true;
  const auto id = static_cast<EntityId>(identities_.entities.size());
  identities_.entities.push_back(std::move(entity));
  unnamed_.push_back({id, *head});
  source.entity = id;
  mention.entity = id;
  mentions_.push_back(std::move(mention));
}

EntityId SourceReader::add_entity(Entity entity) {
  identities_.entities.push_back(std::move(entity));
  return static_cast<EntityId>(identities_.entities.size() - 1);
}

void SourceReader::add_mention(Span span, MentionKind kind, EntityId entity, std::string doubt) {
  if (mention_at(span)) return;
  Mention mention;
  mention.span = span;
  mention.type = identities_.entities[entity].type;
  mention.kind = kind;
  mention.entity = entity;
  mention.doubt = std::move(doubt);
  mentions_.push_back(std::move(mention));
}

bool SourceReader::read_written_name(Source& source, uint32_t head) {
  const auto is_part = [&](uint32_t i) {
    // In the middle of a sentence a capital says more than the tag.
    const bool inside = i > 0 && words_[i - 1].sentence == words_[i].sentence && words_[i - 1].is_word();
    return words_[i].capital && words_[i].is_word() && (tokens_[i].upos == Upos::kPropn || inside) &&
           !words_[i].is(wording::kOffice | wording::kPersonNoun | wording::kPeopleNoun | wording::kTime) &&
           !mention_at(words_[i].span);
  };
  const uint32_t begin = tokens_of(source.span).first;
  if (!is_part(head)) return false;
  uint32_t first = head;
  while (first > begin && is_part(first - 1)) --first;
  const Span span{words_[first].span.begin, words_[head].span.end};
  Entity entity;
  entity.name = std::string(words_of(text_, span));
  entity.doubt = "Taken for a name because of its capital letters.";
  source.entity = entity_written(std::move(entity));
  add_mention(span, MentionKind::kName, *source.entity);
  return true;
}

EntityId SourceReader::entity_written(Entity fresh) {
  std::string key = unicode::fold(fresh.name);
  const auto known = written_.find(std::string_view(key));
  if (known != written_.end()) return known->second;
  const EntityId id = add_entity(std::move(fresh));
  written_.emplace(std::move(key), id);
  return id;
}

std::optional<Span> SourceReader::after_names(TokenRange range, uint32_t head) const {
  uint32_t first = range.first;
  while (first < head && words_[first].is(wording::kDet)) ++first;
  for (uint32_t i = first; i <= head; ++i) {
    const auto word = words_of(text_, words_[i].span);
    if (mention_at(words_[i].span) || word == "'s" || word == "\u2019s") first = i + 1;
  }
  if (first > head) return std::nullopt;
  return Span{words_[first].span.begin, words_[head].span.end};
}

bool SourceReader::read_office(Source& source, uint32_t head) {
  const TokenRange range = tokens_of(source.span);
  if (!words_[head].is(wording::kOffice) || unicode::fold(words_of(text_, words_[range.first].span)) != "the")
    return false;
  const auto span = after_names(range, head);
  if (!span || head == range.first) return false;
  Entity entity;
  entity.name = std::string(words_of(text_, {words_[range.first].span.begin, words_[head].span.end}));
  entity.type = EntityType::kPerson;
  entity.doubt = "The article does not name who holds this office.";
  source.entity = entity_written(std::move(entity));
  add_mention(*span, MentionKind::kNominal, *source.entity);
  return true;
}

bool SourceReader::read_body(Source& source, uint32_t head) {
  const Word& noun = words_[head];
  const bool media = noun.is(wording::kMedia) && !noun.is(wording::kDocument);
  if (!media && !noun.is(wording::kBody)) return false;
  const TokenRange range = tokens_of(source.span);
  uint32_t first = range.first;
  while (first < head && words_[first].is(wording::kDet)) ++first;
  const auto opening = unicode::fold(words_of(text_, words_[range.first].span));
  if (!media && first > range.first && opening != "the") return false;
  // "The Interfax news agency" is Interfax.
  for (uint32_t i = first; media && i < head; ++i) {
    const Mention* mention = mention_at(words_[i].span);
    if (!mention || mention->kind != MentionKind::kName || !mention->entity) continue;
    if (mention->type != EntityType::kOrganisation && mention->type != EntityType::kOther) continue;
    source.entity = mention->entity;
    return true;
  }
  const auto span = after_names(range, head);
  // "The paper" alone says nothing of which it is.
  if (!span || first == head) return false;
  // "Israel's army" is Israel's: the stage that reads deeds says whose.
  if (!media && span->begin != words_[first].span.begin) return false;
  Entity entity;
  entity.name = std::string(words_of(text_, {words_[first].span.begin, words_[head].span.end}));
  entity.type = EntityType::kOrganisation;
  for (uint32_t i = first; i < head && entity.country.empty(); ++i) {
    const auto country = lists_.countries.find(unicode::fold(words_of(text_, words_[i].span)));
    if (country != lists_.countries.end()) entity.country = country->second.code;
  }
  source.entity = entity_written(std::move(entity));
  add_mention(*span, MentionKind::kNominal, *source.entity);
  return true;
}

void SourceReader::flush() {
  std::stable_sort(mentions_.begin(), mentions_.end(),
                   [](const Mention& a, const Mention& b) { return a.span < b.span; });
  std::vector<Mention> merged;
  merged.reserve(identities_.mentions.size() + mentions_.size());
  std::merge(std::make_move_iterator(identities_.mentions.begin()), std::make_move_iterator(identities_.mentions.end()),
             std::make_move_iterator(mentions_.begin()), std::make_move_iterator(mentions_.end()),
             std::back_inserter(merged), [](const Mention& a, const Mention& b) { return a.span < b.span; });
  identities_.mentions.clear();
  for (Mention& mention : merged) {
    if (!identities_.mentions.empty() && identities_.mentions.back().span.overlaps(mention.span)) continue;
    identities_.mentions.push_back(std::move(mention));
  }
  mentions_.clear();
}

}  // namespace readout::quoting
