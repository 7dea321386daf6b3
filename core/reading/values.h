// The values of a reading: what one article says. Every one carries the span of the words that support it. A field
// that a stage does not know stays empty: absent, never made up. `doubt` is empty, or says in plain words why the
// value is uncertain; the page shows it beside the value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "language/annotation.h"
#include "text/article.h"
#include "text/span.h"

namespace readout {

using EntityId = uint32_t;  // index into Reading::entities

enum class MentionKind : uint8_t { kName, kNominal, kPronoun };

struct Mention {
  Span span;
  EntityType type = EntityType::kOther;
  MentionKind kind = MentionKind::kName;
  std::optional<EntityId> entity;
  std::string doubt;
};

// A role or title and the words that give it.
struct Role {
  std::string name;
  Span span;
};

// What a role says: "Russian Premier" is {head of government, RU}. `name` is one for all names of the office.
struct Office {
  std::string name;
  std::string country;  // ISO 3166-1 alpha-2; empty: not said

  friend bool operator==(const Office& a, const Office& b) { return a.name == b.name && a.country == b.country; }
};

struct Entity {
  std::string name;  // the fullest form found
  EntityType type = EntityType::kOther;
  std::vector<std::string> aliases;  // other forms, in order of appearance
  std::vector<Role> roles;
  std::string country;   // ISO 3166-1 alpha-2 of the office or body; empty: not known
  bool unnamed = false;  // "a senior official": its own entity, never merged with another
  std::string doubt;
  std::vector<Office> offices = {};  // those that the article gives a person, each once
};

enum class QuotationKind : uint8_t { kDirect, kMixed, kIndirect };

// How a reporting verb presents what is said. Classes after the usual journalism-studies division; kUnknown: no verb.
enum class CueClass : uint8_t { kUnknown, kNeutral, kAssertive, kDoubting, kDenying, kAgreeing, kAsking, kWarning };

// One link of the way by which words reached the reader: an agency, broadcaster, document, readout, outlet.
struct Channel {
  Span span;
  std::string text;
  std::optional<EntityId> entity;
};

struct Source {
  Span span;
  std::optional<EntityId> entity;
  bool anonymous = false;
  std::vector<EntityId> also = {};  // the others where several speak as one: "Ann Lee and Bob Roe said"
};

struct Quotation {
  QuotationKind kind = QuotationKind::kDirect;
  std::vector<Span> content;  // in text order, without the quotation marks
  std::optional<Source> source;
  std::optional<Span> cue;
  CueClass cue_class = CueClass::kUnknown;
  std::vector<Channel> via;  // from the speaker outwards
  std::optional<Source> addressee;
  std::optional<Span> occasion;
  std::optional<uint32_t> parent;  // index into Reading::quotations: the one it stands inside
  std::optional<uint32_t> fuller;  // in a headline: index of the quotation whose words it shortens
  bool inferred = false;           // the speaker is carried over from words before, not stated here
  std::string doubt;
};

// "did not mention ...": who is silent on what, as the article says.
struct Silence {
  Span span;
  std::optional<Source> source;
  std::optional<Span> topic;
};

enum class DateType : uint8_t { kDate, kTime, kDuration, kSet };

// TIMEX3 (ISO-TimeML). `anchor` says in plain words what fixed a relative expression ("the published date,
// 2023-05-24"); `relative` is set where it could not be fixed and `value` keeps TIMEX3's unanchored form.
struct DateExpression {
  Span span;
  DateType type = DateType::kDate;
  std::string value;
  std::string mod;  // TIMEX3 mod: BEFORE, AFTER, START, MID, END, APPROX ...; empty: none
  std::string anchor;
  bool relative = false;
  std::string doubt;
};

enum class FigureKind : uint8_t { kMoney, kPercent, kMeasure, kCount, kOrdinal };
enum class Approximation : uint8_t { kExact, kAbout, kOver, kUnder };

// What a figure claims to be. A target or a forecast is not a value, and is never compared with one.
enum class FigureRole : uint8_t { kValue, kChange, kTarget, kForecast, kRecord, kLimit };

struct Figure {
  Span span;
  FigureKind kind = FigureKind::kCount;
  std::optional<double> value;  // null for a range
  std::optional<double> min;
  std::optional<double> max;
  Approximation approx = Approximation::kExact;
  std::string unit;  // ISO 4217, "%", "pp", "km" ...; empty for plain counts and ordinals
  FigureRole role = FigureRole::kValue;
  std::optional<Span> of;      // what it measures
  std::optional<Span> period;  // the time it covers
  std::optional<Span> base;    // what a change is measured against
  std::string doubt;
};

enum class EventStatus : uint8_t { kAsserted, kNegated, kPlanned, kHypothetical };

// What a party of an event is: whose, and of which kind. `sector` is one of government, military, police, legislature,
// judiciary, opposition, armed group, international, business, media, labour, civilians; empty: not known.
struct Actor {
  EntityId entity = 0;
  std::string country;  // ISO 3166-1 alpha-2; empty: not known, or of no one country
  std::string sector;
};

struct Event {
  Span span;         // the predicate's words
  std::string code;  // PLOVER root
  std::string mode;  // visit, meet, call, sign ...; empty: none
  std::vector<EntityId> sources;
  std::vector<EntityId> targets;
  std::string date;  // YYYY-MM-DD or coarser; empty: not known
  std::optional<EntityId> place;
  EventStatus status = EventStatus::kAsserted;
  std::optional<uint32_t> quotation;  // it stands in this quotation: its speaker's claim, not the outlet's
  std::string doubt;
  // What is known of the sources and targets, each once, in their order; a party of which nothing is known is left out.
  std::vector<Actor> actors;
  // Whose claim it is: the speaker of its quotation, or who accuses, says, announces; empty: the outlet's own words.
  std::optional<EntityId> reporter;
};

// All that was understood from one article.
struct Reading {
  std::string model;  // version of the model that read it
  Article article;
  Annotation language;
  std::vector<Mention> mentions;  // in text order; one without a name may hold others ("Peru's police")
  std::vector<Entity> entities;
  std::vector<Quotation> quotations;  // in order of their first content span
  std::vector<Silence> silences;
  std::vector<DateExpression> dates;
  std::vector<Figure> figures;
  std::vector<Event> events;
};

}  // namespace readout
