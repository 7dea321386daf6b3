#include "collation/disagreements.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace readout::collation {

namespace {

void mark_differing(Fact& fact, ArticleIndex article) {
  for (Cell& cell : fact.cells) {
    if (cell.article == article) cell.state = CellState::kDiffers;
  }
}

Disagreement make(DisagreementKind kind, const Candidate& a, const Candidate& b, std::string note) {
  Disagreement disagreement;
  disagreement.kind = kind;
  disagreement.articles = {a.article};
  if (b.article != a.article) disagreement.articles.push_back(b.article);
  std::sort(disagreement.articles.begin(), disagreement.articles.end());
  disagreement.evidence = {{a.article, {a.spans.front().begin, a.spans.back().end}},
                           {b.article, {b.spans.front().begin, b.spans.back().end}}};
  disagreement.note = std::move(note);
  return disagreement;
}

// By the alphabet, so that the order does not hang on what other stories hold.
std::string names_of(const std::vector<uint32_t>& entities, const IdentityTable& identities) {
  std::vector<std::string_view> names;
  for (const uint32_t entity : entities) names.push_back(identities.entities[entity].name);
  std::sort(names.begin(), names.end());
  std::string text;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  return text;
}

// A trim drops words but changes none; a third may go before it is worth saying.
constexpr size_t kTrimPermille = 667;
// Content words that must differ on either side before two wordings pass for two translations.
constexpr size_t kTranslatedWords = 2;
// Words around a figure that two accounts must share before it matters whose claim it is.
constexpr size_t kVoicedWords = 3;
constexpr size_t kMostPaired = 24;     // members of a fact among which the nearest pair is looked for
constexpr size_t kVoicedSentence = 4;  // the same, of the whole sentence

std::optional<Disagreement> compare_quotations(const Candidate& a, const Candidate& b, const IdentityTable& identities,
                                               Fact& fact) {
  // Where both have words in quotation marks, these are compared: what leads into them is the outlet's own.
  const size_t quoted_least = std::min(a.quoted.size(), b.quoted.size());
  const bool both_quote = quoted_least >= 2 || (quoted_least == 1 && shared_count(a.quoted, b.quoted) == 1);
  const auto& left = both_quote ? a.quoted : a.keys;
  const auto& right = both_quote ? b.quoted : b.keys;
  const size_t shared = shared_count(left, right);
  const size_t shorter = std::min(left.size(), right.size());
  const size_t longer = std::max(left.size(), right.size());
  if (have_other_speakers(a, b)) {
    mark_differing(fact, a.article);
    mark_differing(fact, b.article);
    return make(DisagreementKind::kAttribution, a, b,
                "One account gives these words to " + names_of(a.speakers, identities) + ", the other to " +
                    names_of(b.speakers, identities) + ".");
  }
  const bool same_words = shared * 1000 >= shorter * 850;
  if (a.article == b.article) {
    if (shared == longer) return std::nullopt;
    mark_differing(fact, a.article);
    return make(DisagreementKind::kWording, a, b, "The headline words it otherwise than the text below it.");
  }
  if (same_words) {
    if (!both_quote || shorter * 1000 >= longer * kTrimPermille) return std::nullopt;
    return make(DisagreementKind::kTrim, a, b, "One account gives only a part of the statement.");
  }
  // Two accounts that tell it in words of their own do not disagree.
  if (!both_quote) return std::nullopt;
  mark_differing(fact, a.article);
  mark_differing(fact, b.article);
  // A translator changes more than a word or two; an editor who does makes the quotation one that was never said.
  if (longer - shared < kTranslatedWords || shorter - shared < kTranslatedWords) {
    return make(DisagreementKind::kWording, a, b,
                "Both put it in quotation marks, nearly in the same words: at least one is not verbatim.");
  }
  return make(DisagreementKind::kTranslation, a, b,
              "Both put it in quotation marks, in different words: two translations, or one is not verbatim.");
}

// "2023-05-23 and 2023-05-24", in order; empty where the days of publication are not known or are the same.
std::string other_days(const Reading& a, const Reading& b) {
  const std::string& x = a.article.masthead.published.value;
  const std::string& y = b.article.masthead.published.value;
  if (x.size() != 10 || y.size() != 10 || x == y) return {};
  return std::min(x, y) + " and " + std::max(x, y);
}

std::optional<Disagreement> compare_values(const Corpus& corpus, const Candidate& a, const Candidate& b, Fact& fact) {
  const Reading& left = *corpus[a.article].reading;
  const Reading& right = *corpus[b.article].reading;
  const Figure& x = left.figures[a.item];
  const Figure& y = right.figures[b.item];
  switch (compare_figures(x, y)) {
    case FigureRelation::kSame:
    case FigureRelation::kIncomparable:
      return std::nullopt;
    case FigureRelation::kRounded:
      return make(DisagreementKind::kRounding, a, b, "The values agree once rounded or hedged as the words say.");
    case FigureRelation::kDifferent:
      break;
  }
  mark_differing(fact, a.article);
  mark_differing(fact, b.article);
  const bool same_period = !a.measure.periods.empty() && !b.measure.periods.empty();
  const std::string days = other_days(left, right);
  if (!days.empty() && !same_period) {
    return make(DisagreementKind::kEarlier, a, b,
                "The articles are of different days (" + days + "): the figure may have changed in between.");
  }
  if (compare_measures(x, a.measure, y, b.measure) != MeasureRelation::kOne) {
    return make(DisagreementKind::kScope, a, b,
                "The values differ, and so do some words around them: they may not count the same.");
  }
  return make(DisagreementKind::kConflict, a, b,
              "The accounts give different values for what reads as one measure, and nothing in their words explains "
              "it.");
}

// One account gives as a speaker's words what another says in its own voice.
std::optional<Disagreement> compare_voices(const Corpus& corpus, const std::vector<Candidate>& candidates,
                                           const std::vector<uint32_t>& members) {
  const Candidate* claimed = nullptr;
  const Candidate* own = nullptr;
  for (const uint32_t member : members) {
    const Candidate& candidate = candidates[member];
    if (candidate.headline) continue;
    const Candidate*& kept = candidate.said ? claimed : own;
    if (kept == nullptr) kept = &candidate;
  }
  if (claimed == nullptr || own == nullptr || claimed->article == own->article) return std::nullopt;
  const Reading& reading = *corpus[claimed->article].reading;
  if (*claimed->said >= reading.quotations.size()) return std::nullopt;
  const auto& source = reading.quotations[*claimed->said].source;
  if (!source || !source->entity || *source->entity >= reading.entities.size()) return std::nullopt;
  const Entity& speaker = reading.entities[*source->entity];
  if (speaker.unnamed || speaker.name.empty()) return std::nullopt;
  const auto words_around = [&](const Candidate& candidate) -> const std::vector<uint64_t>* {
    const auto sentence = corpus[candidate.article].places.sentence_of(candidate.spans.front());
    return sentence ? &corpus[candidate.article].sentence_keys[*sentence] : nullptr;
  };
  const auto* left = words_around(*claimed);
  const auto* right = words_around(*own);
  if (left == nullptr || right == nullptr || shared_count(*left, *right) < kVoicedSentence) return std::nullopt;
  if (claimed->kind == FactKind::kFigure &&
      (compare_figures(reading.figures[claimed->item], corpus[own->article].reading->figures[own->item]) !=
           FigureRelation::kSame ||
       shared_count(claimed->measure.near, own->measure.near) < kVoicedWords)) {
    return std::nullopt;
  }
  return make(DisagreementKind::kAttribution, *claimed, *own,
              "One account gives this as the words of " + speaker.name + "; another says it in its own voice.");
}

// Two values are compared where the words around them are most alike: a pair of members of which one has the value of
// the reference, and one that of the member.
std::pair<uint32_t, uint32_t> nearest_pair(const Corpus& corpus, const std::vector<Candidate>& candidates,
                                           const std::vector<uint32_t>& members, uint32_t reference, uint32_t member) {
  std::pair<uint32_t, uint32_t> best{reference, member};
  const auto compared = [&](uint32_t a, uint32_t b) {
    return compare_figures(corpus[candidates[a].article].reading->figures[candidates[a].item],
                           corpus[candidates[b].article].reading->figures[candidates[b].item]);
  };
  if (candidates[member].kind != FactKind::kFigure || members.size() > kMostPaired ||
      compared(reference, member) != FigureRelation::kDifferent) {
    return best;
  }
  uint32_t most = likeness(candidates[reference], candidates[member], corpus);
  for (const uint32_t p : members) {
    if (compared(p, reference) != FigureRelation::kSame) continue;
    for (const uint32_t q : members) {
      if (compared(q, member) != FigureRelation::kSame) continue;
      const uint32_t alike = likeness(candidates[p], candidates[q], corpus);
      if (alike > most) most = alike, best = {p, q};
    }
  }
  return best;
}

// Sets more articles and words beside those that a disagreement already shows.
void widen(Disagreement& disagreement, const std::vector<ArticleIndex>& articles,
           const std::vector<Evidence>& evidence) {
  const auto add = [](auto& list, const auto& more) {
    list.insert(list.end(), more.begin(), more.end());
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  };
  add(disagreement.articles, articles);
  add(disagreement.evidence, evidence);
}

// One disagreement a kind.
void gather(std::vector<Disagreement>& found, Disagreement more) {
  const auto same =
      std::find_if(found.begin(), found.end(), [&](const Disagreement& d) { return d.kind == more.kind; });
  if (same == found.end()) {
    found.push_back(std::move(more));
  } else {
    widen(*same, more.articles, more.evidence);
  }
}

}  // namespace

std::vector<Disagreement> compare_cells(const Corpus& corpus, const std::vector<Candidate>& candidates,
                                        const std::vector<uint32_t>& members, uint32_t reference,
                                        const IdentityTable& identities, Fact& fact) {
  std::vector<Disagreement> found;
  for (const uint32_t member : members) {
    if (member == reference) continue;
    const auto [left, right] = nearest_pair(corpus, candidates, members, reference, member);
    const Candidate& first = candidates[left];
    const Candidate& other = candidates[right];
    std::optional<Disagreement> disagreement;
    if (fact.kind == FactKind::kQuotation) disagreement = compare_quotations(first, other, identities, fact);
    if (fact.kind == FactKind::kFigure) disagreement = compare_values(corpus, first, other, fact);
    if (disagreement) gather(found, std::move(*disagreement));
  }
  if (fact.kind == FactKind::kFigure || fact.kind == FactKind::kEvent) {
    if (auto voices = compare_voices(corpus, candidates, members)) gather(found, std::move(*voices));
  }
  // A conflict is shown with all who take part in it, those who agree with the reference too.
  for (Disagreement& disagreement : found) {
    if (disagreement.kind != DisagreementKind::kConflict && disagreement.kind != DisagreementKind::kRounding) continue;
    for (const uint32_t member : members) {
      const Candidate& other = candidates[member];
      widen(disagreement, {other.article}, {{other.article, {other.spans.front().begin, other.spans.back().end}}});
      if (disagreement.kind == DisagreementKind::kConflict) mark_differing(fact, other.article);
    }
  }
  if (members.size() > 1) {
    fact.note = found.empty() ? "The accounts agree." : found.front().note;
  }
  return found;
}

}  // namespace readout::collation
