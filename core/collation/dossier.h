// The values of a dossier: what the readings say together. Every line carries its evidence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "language/annotation.h"
#include "text/span.h"

namespace readout {

using ArticleIndex = uint32_t;  // index into Dossier::articles, which is sorted by article id

// A place in an article; bytes of its text.
struct Evidence {
  ArticleIndex article = 0;
  Span span;

  friend bool operator==(const Evidence& a, const Evidence& b) { return a.article == b.article && a.span == b.span; }
  friend bool operator<(const Evidence& a, const Evidence& b) {
    return a.article != b.article ? a.article < b.article : a.span < b.span;
  }
};

// What another article of the story says of when the happening was: it was told of by then.
struct DateBound {
  std::string latest;  // YYYY-MM-DD
  ArticleIndex article = 0;
  std::string reason;
};

struct DossierArticle {
  std::string id;
  std::optional<uint32_t> story;        // index into stories
  std::vector<uint32_t> origins;        // indices into origins
  std::optional<DateBound> bound = {};  // where this article's own date says less: it has none, or a later one
};

// A running subject: happenings of one kind between the same parties, over time.
struct Subject {
  std::string title;              // who and what: "Norland, Sudmark: visits"
  std::vector<uint32_t> stories;  // by date
  std::vector<uint32_t> parties;  // indices into entities: who takes part in at least two of them, most named first
  std::string kind;               // what they do, in a word; empty where no event was read
  std::string reason;
};

// One real-world happening. The title is a headline or a lead of one of its articles, with the place it was taken from.
struct Story {
  std::string title;
  std::optional<Evidence> title_evidence;
  std::vector<ArticleIndex> articles;
  std::string date;           // YYYY-MM-DD or coarser; empty: not known
  std::string date_reason;    // how it is known
  std::vector<uint32_t> who;  // indices into entities, most named first
  std::string reason;         // why these articles were put together
  bool decided = false;       // a rule of the reader's made it what it is
};

// Articles, or passages, whose words come from one text.
struct Origin {
  std::vector<ArticleIndex> articles;
  std::vector<Evidence> passages;
  std::string reason;
};

struct DossierEntity {
  std::string name;
  EntityType type = EntityType::kOther;
  std::vector<std::string> aliases;
  std::vector<Evidence> mentions;
  // The entities of the readings that were put together: (article, index into its Reading::entities).
  std::vector<std::pair<ArticleIndex, uint32_t>> members;
  std::string reason;
  bool decided = false;  // a rule of the reader's had a part in it
};

enum class CellState : uint8_t { kCarries, kDiffers, kLacks, kCannotTell };

// What one article has of one fact.
struct Cell {
  ArticleIndex article = 0;
  CellState state = CellState::kLacks;
  std::vector<Span> spans;      // the words that carry it
  std::optional<Span> nearest;  // the nearest passage, as proof of a lack
  std::string reason;           // "paragraph 9", "the text ends at a paywall", ...
};

enum class FactKind : uint8_t { kQuotation, kFigure, kDate, kEvent };

// One statement, quantity, date or happening as the articles together give it. `story` is empty where it spans stories.
struct Fact {
  FactKind kind = FactKind::kQuotation;
  std::optional<uint32_t> story;
  std::string text;                // the fullest wording, verbatim
  std::optional<uint32_t> entity;  // the speaker, or what is measured; index into entities
  std::vector<Cell> cells;         // one an article of the story, by article
  uint32_t origins = 0;            // independent ones that carry it
  std::string note;                // what ties the cells together, in plain words
};

// What one speaker says again in other stories: quotations alike in words, each a fact of its own story.
struct TalkingPoint {
  uint32_t entity = 0;  // the speaker
  std::vector<uint32_t> facts;
  std::string reason;
};

enum class DisagreementKind : uint8_t {
  kConflict,
  kEarlier,
  kScope,
  kRounding,
  kTrim,
  kTranslation,
  kAttribution,
  kWording,
  kArithmetic
};

struct Disagreement {
  DisagreementKind kind = DisagreementKind::kConflict;
  std::vector<uint32_t> facts;
  std::vector<ArticleIndex> articles;
  std::vector<Evidence> evidence;  // the values side by side
  std::string note;
};

struct TimelineEntry {
  std::string date;  // YYYY-MM-DD or coarser
  std::vector<uint32_t> facts;
};

// A stated silence, gathered for the overview.
struct StatedSilence {
  Evidence evidence;
  std::optional<uint32_t> entity;
  std::optional<Span> topic = {};  // what is not spoken of, in the same article
};

struct Dossier {
  std::vector<DossierArticle> articles;  // sorted by id
  std::vector<Subject> subjects;
  std::vector<Story> stories;
  std::vector<Origin> origins;
  std::vector<DossierEntity> entities;
  std::vector<Fact> facts;
  std::vector<Disagreement> disagreements;
  std::vector<TalkingPoint> points;
  std::vector<TimelineEntry> timeline;
  std::vector<StatedSilence> silences;
};

}  // namespace readout
