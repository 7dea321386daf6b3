// From what an expression says to a TIMEX3 value: anchored against the day of the telling (the article's published
// date) or against the date last spoken of. Where the anchor is unknown the value keeps TIMEX3's unanchored form.
#pragma once

#include <optional>
#include <string>

#include "reading/dates_grammar.h"
#include "reading/dates_points.h"

namespace readout::dates {

// Where the sentence looks from an expression: -1 back, +1 ahead, 0 not said.
using Tense = int;

struct Resolved {
  std::string value;
  std::string anchor;  // plain words
  std::string doubt;
  bool relative = false;
  std::optional<Point> point;
  bool dated = false;  // a length of time that proved to be a date: "in two weeks"
};

class Resolver {
 public:
  // `telling`: the published date, kNone where unknown; `telling_words` names it in anchors.
  Resolver(Point telling, std::string telling_words) : telling_(telling), telling_words_(std::move(telling_words)) {}

  // Expressions come in text order: each may become what later ones are told from. `paragraph` is where it stands.
  Resolved resolve(const Match& match, Tense tense, uint32_t paragraph);

 private:
  Resolved calendar_date(const When& when, Tense tense);
  Resolved holiday(const When& when, Tense tense);
  Resolved unit(const When& when);
  Resolved offset(const When& when, Tense tense);
  Resolved numbered(const When& when, Tense tense);
  Resolved recurring(const When& when) const;
  Resolved weekday(const When& when, Tense tense);
  Resolved part_of_year(const When& when, Tense tense);
  Resolved add_clock(Resolved resolved, const When& when) const;
  std::optional<int> related_year(Relation relation) const;

  Resolved told(Point point) const;     // fixed by the published date
  Resolved spoken(Point point) const;   // fixed by the date last spoken of
  Resolved written(Point point) const;  // fixed by its own words
  Resolved unanchored(std::string value) const;

  bool knows(Grain grain) const { return telling_.grain != Grain::kNone && telling_.grain >= grain; }

  Point telling_;
  std::string telling_words_;
  Point reference_;  // the date last spoken of
  uint32_t reference_paragraph_ = 0;
  uint32_t paragraph_ = 0;
};

}  // namespace readout::dates
