#include <algorithm>
#include <string>
#include <utility>

#include "reading/quotations_sources.h"
#include "text/unicode.h"

namespace readout::quoting {

using wording::Mark;
using wording::Word;

std::vector<Span> SourceReader::conjuncts_of(Span span) const {
  constexpr size_t kMost = 12;
  const TokenRange range = tokens_of(span);
  std::vector<Span> parts;
  uint32_t first = range.first;
  bool joined = false;
  const auto close = [&](uint32_t last) {
    if (first < last) parts.push_back({words_[first].span.begin, words_[last - 1].span.end});
    first = last + 1;
  };
  for (uint32_t i = range.first; i < range.last && parts.size() < kMost; ++i) {
    const Word& word = words_[i];
    if (word.is(wording::kRelative) && !word.is(wording::kPossessive | wording::kDet)) break;
    if (const Mention* mention = mention_at(word.span); mention && mention->kind == MentionKind::kName) continue;
    if (word.is(wording::kConjunction)) {
      joined = true;
      close(i);
    } else if (word.mark == Mark::kComma) {
      close(i);
    }
  }
  if (!joined) return {};
  close(range.last);
  return parts;
}

bool SourceReader::read_several(Source& source) {
  const auto parts = conjuncts_of(source.span);
  if (parts.size() < 2) return false;
  std::vector<EntityId> speakers;
  bool named = false;
  bool described = false;
  for (const Span part : parts) {
    const auto head = head_of(part);
    if (!head) continue;
    // What follows a name's comma with an article describes it: "Ann Lee, the mayor, and Bob Roe".
    const TokenRange range = tokens_of(part);
    const bool conjunct = range.first > 1 && words_[range.first - 1].is(wording::kConjunction);
    const Mention* mention = mention_at(words_[*head].span);
    // "Ann Lee, a lawyer and an old member of the club": both describe her.
    const bool goes_on = described && conjunct && words_[range.first - 2].mark != Mark::kComma &&
                         !(mention && mention->kind == MentionKind::kName && mention->type == EntityType::kPerson);
    described = !speakers.empty() && (goes_on || (words_[range.first].is(wording::kDet) && !conjunct));
    if (described) continue;
    std::optional<EntityId> speaker;
    if (mention && mention->kind != MentionKind::kPronoun) {
      speaker = mention->entity;
      named = named || mention->kind == MentionKind::kName;
    } else if (words_[*head].is(wording::kPeopleNoun) || (named && words_[*head].is(wording::kPersonNoun))) {
      speaker = read(part).entity;
    }
    if (!speaker) return false;
    if (std::find(speakers.begin(), speakers.end(), *speaker) == speakers.end()) speakers.push_back(*speaker);
  }
  if (speakers.size() < 2 || !named) return false;
  source.entity = speakers.front();
  source.also.assign(speakers.begin() + 1, speakers.end());
  return true;
}

bool SourceReader::read_pair(Source& source) {
  const TokenRange range = tokens_of(source.span);
  if (range.last < range.first + 3) return false;
  const auto head = head_of(source.span);
  if (!head || !words_[*head].is(wording::kPeopleNoun) || *head < range.first + 2) return false;
  if (unicode::fold(words_of(text_, words_[range.first].span)) != "the" ||
      unicode::fold(words_of(text_, words_[range.first + 1].span)) != "two")
    return false;
  // The two people named last, within three sentences.
  constexpr uint32_t kNear = 3;
  constexpr size_t kMost = 24;
  const auto& mentions = identities_.mentions;
  auto at = std::lower_bound(mentions.begin(), mentions.end(), source.span.begin,
                             [](const Mention& mention, uint32_t begin) { return mention.span.begin < begin; });
  std::vector<EntityId> people;
  for (size_t n = 0; n < kMost && at != mentions.begin() && people.size() < 2; ++n) {
    --at;
    if (at->kind != MentionKind::kName || at->type != EntityType::kPerson || !at->entity) continue;
    const TokenRange place = tokens_of(at->span);
    if (words_[place.first].sentence + kNear < words_[*head].sentence) break;
    if (std::find(people.begin(), people.end(), *at->entity) == people.end()) people.push_back(*at->entity);
  }
  if (people.size() < 2) return false;
  source.entity = people[1];
  source.also = {people[0]};
  if (const auto span = after_names(range, *head)) {
    add_mention(*span, MentionKind::kNominal, people[1],
                "Taken for the two people named last, " + identities_.entities[people[1]].name + " and " +
                    identities_.entities[people[0]].name + ".");
  }
  return true;
}

bool SourceReader::read_pronoun(Source& source) {
  const TokenRange range = tokens_of(source.span);
  if (range.first + 1 != range.last) return false;
  const Word& word = words_[range.first];
  const bool they = word.is(wording::kThey);
  if (!they && !word.is(wording::kIt)) return false;
  const auto& known = they ? they_ : it_;
  constexpr uint32_t kNear = 2;  // sentences
  if (!known || word.sentence < known->sentence || word.sentence - known->sentence > kNear) return false;
  source.entity = known->source.entity;
  source.also = known->source.also;
  source.anonymous = known->source.anonymous;
  if (!mention_at(word.span)) {
    Mention mention;
    mention.span = source.span;
    mention.type = identities_.entities[*source.entity].type;
    mention.kind = MentionKind::kPronoun;
    mention.entity = source.entity;
    mention.doubt = they ? "Taken for those who spoke before." : "Taken for the one that spoke before.";
    mentions_.push_back(std::move(mention));
  }
  return true;
}

}  // namespace readout::quoting
