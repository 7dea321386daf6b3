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
  source.entity = entity_of(span);
  if (source.entity) {
    source.anonymous = identities_.entities[*source.entity].unnamed;
    return source;
  }
  const auto head = head_of(span);
  if (!head || !words_[*head].is(wording::kPersonNoun | wording::kPeopleNoun)) return source;
  const TokenRange range = tokens_of(span);
  uint32_t first = range.first;
  const bool definite = words_of(text_, words_[first].span) == "the" || words_of(text_, words_[first].span) == "The";
  Mention mention;
  mention.type = EntityType::kPerson;
  mention.kind = MentionKind::kNominal;
  for (uint32_t i = range.first; i <= *head; ++i) {
    if (mention_at(words_[i].span)) first = i + 1;
  }
  if (first > *head) return source;
  mention.span = {words_[first].span.begin, words_[*head].span.end};
  source.anonymous = true;
  for (auto known = unnamed_.rbegin(); known != unnamed_.rend() && known - unnamed_.rbegin() < 16; ++known) {
    if (known->head != *head) continue;
    source.entity = known->entity;  // the same words again, as the source of a second report
    return source;
  }
  const std::string noun = singular(words_of(text_, words_[*head].span));
  if (definite) {
    for (auto known = unnamed_.rbegin(); known != unnamed_.rend() && known - unnamed_.rbegin() < 16; ++known) {
      if (singular(words_of(text_, words_[known->head].span)) != noun) continue;
      source.entity = known->entity;
      mention.entity = known->entity;
      mention.doubt = "Taken for the one spoken of before.";
      mentions_.push_back(std::move(mention));
      return source;
    }
  }
  Entity entity;
  constexpr uint32_t kLongestName = 120;
  Span words = span;
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
  return source;
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
