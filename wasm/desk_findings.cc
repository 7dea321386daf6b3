#include "desk_findings.h"

#include <algorithm>
#include <map>

#include "desk_changes.h"
#include "desk_facts.h"
#include "desk_finding_text.h"
#include "desk_words.h"
#include "report/vocabulary.h"

namespace readout::desk {
namespace {

constexpr size_t kMostSides = 6;
constexpr size_t kMostClaimsInStory = 2;
constexpr int kOneOriginRank = 3;
constexpr int kSilenceRank = 4;

int rank_of(DisagreementKind kind) {
  switch (kind) {
    case DisagreementKind::kConflict:
    case DisagreementKind::kArithmetic:
      return 0;
    case DisagreementKind::kTranslation:
    case DisagreementKind::kTrim:
    case DisagreementKind::kWording:
      return 1;
    case DisagreementKind::kAttribution:
      return 2;
    case DisagreementKind::kEarlier:
      return 5;
    case DisagreementKind::kScope:
      return 6;
    case DisagreementKind::kRounding:
      return 7;
  }
  return 8;
}

bool compares_words(DisagreementKind kind) {
  return kind == DisagreementKind::kTrim || kind == DisagreementKind::kTranslation ||
         kind == DisagreementKind::kWording;
}

std::vector<Span> shifted(const std::vector<Span>& spans, uint32_t by) {
  std::vector<Span> out;
  for (const Span span : spans) out.push_back({span.begin + by, span.end + by});
  return out;
}

// Marks on every side the words that differ from the first, and on the first those that differ from the second.
void mark_changes(Desk& desk, std::vector<Side>& sides) {
  if (sides.size() < 2) return;
  const auto text = [&](const Side& side) {
    return words_of(desk.articles()[side.article]->reading.article.text, side.span);
  };
  for (size_t i = 1; i < sides.size(); ++i) {
    const auto [first, other] = changed_words(text(sides[0]), text(sides[i]));
    sides[i].marks = shifted(other, sides[i].span.begin);
    if (i == 1) sides[0].marks = shifted(first, sides[0].span.begin);
  }
}

Side side_of(Desk& desk, const Evidence& evidence, bool in_sentence) {
  const DeskArticle& article = *desk.articles()[evidence.article];
  Side side{evidence.article, evidence.span, {}, chain_at(article, evidence.span)};
  if (in_sentence) {
    side.span = with_sentence(article, evidence.span);
    if (!(side.span == evidence.span)) side.marks = {evidence.span};
  }
  return side;
}

const Fact* fact_of(const Dossier& dossier, const std::vector<uint32_t>& facts) {
  return facts.empty() || facts[0] >= dossier.facts.size() ? nullptr : &dossier.facts[facts[0]];
}

Finding disagreement_finding(Desk& desk, const Disagreement& disagreement) {
  const Dossier& dossier = desk.dossier();
  const Fact* fact = fact_of(dossier, disagreement.facts);
  const bool one_article = disagreement.articles.size() == 1;
  Finding finding;
  finding.kind = word_of(disagreement.kind);
  finding.title = title_of(disagreement.kind, fact ? fact->kind : FactKind::kQuotation, one_article);
  finding.why = disagreement.note.empty() ? reason_of(disagreement.kind) : disagreement.note;
  finding.facts = disagreement.facts;
  if (fact) {
    const bool known = fact->entity && *fact->entity < dossier.entities.size();
    if (known) finding.why = with_name(dossier.entities[*fact->entity].name, finding.why);
  }
  for (const Evidence& evidence : disagreement.evidence) {
    if (finding.sides.size() == kMostSides) break;
    if (evidence.article >= desk.articles().size()) continue;
    finding.sides.push_back(side_of(desk, evidence, !compares_words(disagreement.kind)));
    if (disagreement.kind == DisagreementKind::kAttribution) finding.sides.back().marks.clear();  // the chains differ
  }
  if (disagreement.kind == DisagreementKind::kAttribution) {
    const auto own = [](const Side& side) { return side.chain.empty(); };
    const bool some = std::any_of(finding.sides.begin(), finding.sides.end(), own);
    const bool all = std::all_of(finding.sides.begin(), finding.sides.end(), own);
    if (some && !all) finding.title = "Told as fact by one, attributed by another";
  }
  if (one_article) {
    std::stable_partition(finding.sides.begin(), finding.sides.end(), [&](const Side& side) {
      return desk.articles()[side.article]->places.describe(side.span) == "headline";
    });
  }
  if (compares_words(disagreement.kind)) mark_changes(desk, finding.sides);
  return finding;
}

// "In the lead of The Mail. The other 2 complete accounts do not have it; for 1 more it cannot be told."
std::string lacking_sentence(const Fact& fact, const DeskArticle& article, Span span) {
  size_t lacking = 0;
  size_t unknown = 0;
  for (const Cell& cell : fact.cells) {
    lacking += cell.state == CellState::kLacks ? 1 : 0;
    unknown += cell.state == CellState::kCannotTell ? 1 : 0;
  }
  const auto& outlet = article.reading.article.masthead.outlet;
  std::string out = "In the " + article.places.describe(span) + (outlet ? " of " + *outlet : " of one account") + ". ";
  out += lacking == 1 ? "The other complete account does not have it"
                      : "The other " + std::to_string(lacking) + " complete accounts do not have it";
  if (unknown > 0) out += "; for " + std::to_string(unknown) + " more it cannot be told";
  return out + ".";
}

// The first evidence of the fact in a headline or a lead.
std::optional<Evidence> leading_evidence(Desk& desk, const Fact& fact) {
  for (const Cell& cell : fact.cells) {
    if (cell.state != CellState::kCarries || cell.article >= desk.articles().size()) continue;
    const DeskArticle& article = *desk.articles()[cell.article];
    for (const Span span : cell.spans) {
      const std::string where = article.places.describe(span);
      if (where == "lead" || where == "headline") return Evidence{cell.article, span};
    }
  }
  return std::nullopt;
}

int kind_rank(FactKind kind) {
  switch (kind) {
    case FactKind::kQuotation:
      return 0;
    case FactKind::kFigure:
      return 1;
    case FactKind::kEvent:
      return 2;
    case FactKind::kDate:
      return 3;
  }
  return 4;
}

Finding one_origin_finding(Desk& desk, const Lead& lead) {
  const Fact& fact = desk.dossier().facts[lead.index];
  Finding finding;
  finding.kind = "one-origin";
  finding.title = "One origin alone has it";
  finding.why = lacking_sentence(fact, *desk.articles()[lead.evidence.article], lead.evidence.span);
  finding.sides.push_back(side_of(desk, lead.evidence, true));
  finding.facts = {lead.index};
  return finding;
}

Finding silence_finding(Desk& desk, const StatedSilence& silence) {
  const Dossier& dossier = desk.dossier();
  const DeskArticle& article = *desk.articles()[silence.evidence.article];
  Finding finding;
  finding.kind = "silence";
  finding.title = "Stated silence";
  finding.why = "The account says what was not said.";
  Side side{silence.evidence.article, silence.evidence.span, {}, {}};
  if (const auto sentence = article.places.sentence_of(side.span)) {
    const Span whole = article.reading.language.sentences[*sentence].span;
    if (whole.contains(side.span)) {
      side.marks = {side.span};
      side.span = whole;
    }
  }
  if (silence.entity && *silence.entity < dossier.entities.size())
    side.chain = {dossier.entities[*silence.entity].name};
  finding.sides.push_back(std::move(side));
  return finding;
}

void add_disagreements(const Dossier& dossier, std::vector<Lead>& leads) {
  for (uint32_t i = 0; i < dossier.disagreements.size(); ++i) {
    const Fact* fact = fact_of(dossier, dossier.disagreements[i].facts);
    leads.push_back(
        {Lead::Kind::kDisagreement, i, rank_of(dossier.disagreements[i].kind), fact ? fact->story : std::nullopt, {}});
  }
}

// Facts in a headline or lead that one origin alone carries in a story of several.
void add_one_origin_claims(Desk& desk, std::vector<Lead>& leads) {
  const Dossier& dossier = desk.dossier();
  std::vector<uint32_t> candidates;
  for (uint32_t i = 0; i < dossier.facts.size(); ++i) {
    const Fact& fact = dossier.facts[i];
    const bool alone = fact.origins == 1 && fact.story && fact.kind != FactKind::kDate;
    const bool lacked = std::any_of(fact.cells.begin(), fact.cells.end(),
                                    [](const Cell& cell) { return cell.state == CellState::kLacks; });
    if (!alone || !lacked) continue;
    const Figure* figure = figure_of(desk, fact);
    if (!figure || !is_small_talk(*figure)) candidates.push_back(i);
  }
  std::stable_sort(candidates.begin(), candidates.end(), [&](uint32_t a, uint32_t b) {
    return kind_rank(dossier.facts[a].kind) < kind_rank(dossier.facts[b].kind);
  });
  std::map<uint32_t, size_t> taken;
  for (const uint32_t i : candidates) {
    size_t& of_story = taken[*dossier.facts[i].story];
    if (of_story == kMostClaimsInStory) continue;
    if (const auto evidence = leading_evidence(desk, dossier.facts[i])) {
      ++of_story;
      leads.push_back({Lead::Kind::kOneOrigin, i, kOneOriginRank, dossier.facts[i].story, *evidence});
    }
  }
}

void add_silences(Desk& desk, std::vector<Lead>& leads) {
  const Dossier& dossier = desk.dossier();
  for (uint32_t i = 0; i < dossier.silences.size(); ++i) {
    const ArticleIndex article = dossier.silences[i].evidence.article;
    if (article >= desk.articles().size() || article >= dossier.articles.size()) continue;
    leads.push_back({Lead::Kind::kSilence, i, kSilenceRank, dossier.articles[article].story, {}});
  }
}

}  // namespace

std::vector<Lead> leads_of(Desk& desk) {
  std::vector<Lead> leads;
  add_disagreements(desk.dossier(), leads);
  add_one_origin_claims(desk, leads);
  add_silences(desk, leads);
  std::stable_sort(leads.begin(), leads.end(), [](const Lead& a, const Lead& b) { return a.rank < b.rank; });
  return leads;
}

Finding finding_of(Desk& desk, const Lead& lead) {
  const Dossier& dossier = desk.dossier();
  Finding finding;
  switch (lead.kind) {
    case Lead::Kind::kDisagreement:
      finding = disagreement_finding(desk, dossier.disagreements[lead.index]);
      break;
    case Lead::Kind::kOneOrigin:
      finding = one_origin_finding(desk, lead);
      break;
    case Lead::Kind::kSilence:
      finding = silence_finding(desk, dossier.silences[lead.index]);
      break;
  }
  finding.story = lead.story;
  return finding;
}

void write_finding(JsonWriter& json, Desk& desk, const Finding& finding) {
  json.begin_object().member("kind", finding.kind).member("title", finding.title).member("why", finding.why);
  json.key("sides").begin_array();
  for (const Side& side : finding.sides)
    write_words(json, *desk.articles()[side.article], side.span, side.chain, side.marks);
  json.end_array().member("story", finding.story).key("facts").begin_array();
  for (const uint32_t fact : finding.facts) json.integer(fact);
  json.end_array().end_object();
}

}  // namespace readout::desk
