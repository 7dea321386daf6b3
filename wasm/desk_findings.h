// What a reporter should look at first: the dossier's disagreements, claims in a lead that one origin alone carries,
// and stated silences, ranked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk.h"
#include "report/json_writer.h"

namespace readout::desk {

// A passage shown as one side of a finding; bytes of the article's text.
struct Side {
  ArticleIndex article = 0;
  Span span;
  std::vector<Span> marks;
  std::vector<std::string> chain;
};

struct Finding {
  std::string kind;
  std::string title;
  std::string why;
  std::vector<Side> sides;
  std::optional<uint32_t> story;
  std::vector<uint32_t> facts;
  int rank = 0;  // smaller is shown first
};

// The dossier's disagreements, ranked: conflicts, changed words, attributions, then those that explain themselves
// (earlier counts, scope, rounding).
std::vector<Finding> disagreements(Desk& desk);

// Facts in a headline or lead that one origin alone carries in a story of several, at most `per_story` of a story.
std::vector<Finding> one_origin_claims(Desk& desk, size_t per_story);

// What accounts say was not said.
std::vector<Finding> stated_silences(Desk& desk);

void write_finding(JsonWriter& json, Desk& desk, const Finding& finding);

}  // namespace readout::desk
