#include "desk_findings.h"

#include <algorithm>
#include <map>

#include "desk_changes.h"
#include "desk_facts.h"
#include "desk_words.h"
#include "report/vocabulary.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace readout::desk {
namespace {

constexpr size_t kMostSides = 6;

int rank_of(DisagreementKind kind) {
  switch (kind) {
    case DisagreementKind::kConflict:
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

std::string title_of(DisagreementKind kind, FactKind fact, bool one_article) {
  switch (kind) {
    case DisagreementKind::kConflict:
      switch (fact) {
        case FactKind::kFigure:
          return "Two figures disagree";
        case FactKind::kDate:
          return "Two dates disagree";
        case FactKind::kQuotation:
          return "One statement, told in two ways";
        case FactKind::kEvent:
          return "Two accounts of one event disagree";
      }
      return "Two accounts disagree";
    case DisagreementKind::kEarlier:
      return "An earlier count";
    case DisagreementKind::kScope:
      return "Two figures of different scope";
    case DisagreementKind::kRounding:
      return "One figure, rounded differently";
    case DisagreementKind::kTrim:
      return one_article ? "Headline against body" : "One statement, cut differently";
    case DisagreementKind::kTranslation:
      return "One statement, two translations";
    case DisagreementKind::kAttribution:
      return "One statement, attributed differently";
    case DisagreementKind::kWording:
      return one_article ? "Headline against body" : "One statement, other words";
  }
  return "Two accounts disagree";
}

std::string reason_of(DisagreementKind kind) {
  switch (kind) {
    case DisagreementKind::kConflict:
      return "Both cannot be right, or they measure different things.";
    case DisagreementKind::kEarlier:
      return "The lower count was given before the higher one.";
    case DisagreementKind::kScope:
      return "The figures cover different things.";
    case DisagreementKind::kRounding:
      return "The figures agree once rounded.";
    case DisagreementKind::kTrim:
      return "One account leaves out words that the other has.";
    case DisagreementKind::kTranslation:
      return "The marked words differ; compare what each makes the speaker say.";
    case DisagreementKind::kAttribution:
      return "The accounts do not give the same speaker, or the same way to the words.";
    case DisagreementKind::kWording:
      return "The marked words differ.";
  }
  return "";
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

// "Ms Vasko. The marked words differ.": unless the sentence names her anyway.
std::string with_name(const std::string& name, const std::string& sentence) {
  if (name.empty() || sentence.find(name) != std::string::npos) return sentence;
  const auto first = utf8::decode(name, 0);
  std::string out;
  utf8::append(out, unicode::to_upper(first.value));
  return out.append(name, first.size, std::string::npos).append(". ").append(sentence);
}

Finding finding_of(Desk& desk, const Disagreement& disagreement) {
  const Dossier& dossier = desk.dossier();
  const Fact* fact = fact_of(dossier, disagreement.facts);
  const bool one_article = disagreement.articles.size() == 1;
  Finding finding;
  finding.kind = word_of(disagreement.kind);
  finding.title = title_of(disagreement.kind, fact ? fact->kind : FactKind::kQuotation, one_article);
  finding.why = disagreement.note.empty() ? reason_of(disagreement.kind) : disagreement.note;
  finding.facts = disagreement.facts;
  finding.rank = rank_of(disagreement.kind);
  if (fact) {
    finding.story = fact->story;
    const bool known = fact->entity && *fact->entity < dossier.entities.size();
    if (known) finding.why = with_name(dossier.entities[*fact->entity].name, finding.why);
  }
  for (const Evidence& evidence : disagreement.evidence) {
    if (finding.sides.size() == kMostSides) break;
    if (evidence.article >= desk.articles().size()) continue;
    finding.sides.push_back(side_of(desk, evidence, !compares_words(disagreement.kind)));
    if (disagreement.kind == DisagreementKind::kAttribution) finding.sides.back().marks.clear();  // the chains differ
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

}  // namespace

std::vector<Finding> disagreements(Desk& desk) {
  std::vector<Finding> findings;
  for (const Disagreement& disagreement : desk.dossier().disagreements)
    findings.push_back(finding_of(desk, disagreement));
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.rank < b.rank; });
  return findings;
}

std::vector<Finding> one_origin_claims(Desk& desk, size_t per_story) {
  const Dossier& dossier = desk.dossier();
  std::vector<uint32_t> candidates;
  for (uint32_t i = 0; i < dossier.facts.size(); ++i) {
    const Fact& fact = dossier.facts[i];
    const bool alone = fact.origins == 1 && fact.story && fact.kind != FactKind::kDate;
    const bool lacked = std::any_of(fact.cells.begin(), fact.cells.end(),
                                    [](const Cell& cell) { return cell.state == CellState::kLacks; });
    const Figure* figure = figure_of(desk, fact);
    if (alone && lacked && !(figure && is_small_talk(*figure))) candidates.push_back(i);
  }
  std::stable_sort(candidates.begin(), candidates.end(), [&](uint32_t a, uint32_t b) {
    return kind_rank(dossier.facts[a].kind) < kind_rank(dossier.facts[b].kind);
  });
  std::map<uint32_t, size_t> taken;
  std::vector<Finding> findings;
  for (const uint32_t i : candidates) {
    const Fact& fact = dossier.facts[i];
    if (taken[*fact.story] == per_story) continue;
    const auto evidence = leading_evidence(desk, fact);
    if (!evidence) continue;
    ++taken[*fact.story];
    Finding finding;
    finding.kind = "one-origin";
    finding.title = "One origin alone has it";
    finding.why = lacking_sentence(fact, *desk.articles()[evidence->article], evidence->span);
    finding.sides.push_back(side_of(desk, *evidence, true));
    finding.story = fact.story;
    finding.facts = {i};
    finding.rank = 3;
    findings.push_back(std::move(finding));
  }
  return findings;
}

std::vector<Finding> stated_silences(Desk& desk) {
  const Dossier& dossier = desk.dossier();
  std::vector<Finding> findings;
  for (const StatedSilence& silence : dossier.silences) {
    if (silence.evidence.article >= desk.articles().size()) continue;
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
    if (silence.evidence.article < dossier.articles.size())
      finding.story = dossier.articles[silence.evidence.article].story;
    finding.rank = 4;
    findings.push_back(std::move(finding));
  }
  return findings;
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
