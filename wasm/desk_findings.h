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

// A finding in short: what it is about and where it ranks. Cheap, so that thousands can be ranked and few written out.
struct Lead {
  enum class Kind : uint8_t { kDisagreement, kOneOrigin, kSilence };
  Kind kind = Kind::kDisagreement;
  uint32_t index = 0;  // into the dossier's disagreements, facts or silences
  int rank = 0;        // smaller is shown first; above kLastFirst it explains itself (rounding, scope, earlier counts)
  std::optional<uint32_t> story;
  Evidence evidence;  // of a claim of one origin: its words in a headline or lead
};
constexpr int kLastFirst = 4;

struct Finding {
  std::string kind;
  std::string title;
  std::string why;
  std::vector<Side> sides;
  std::optional<uint32_t> story;
  std::vector<uint32_t> facts;
};

// Ranked: conflicts, changed words, attributions, claims in a headline or lead that one origin alone carries (a few of
// a story), stated silences, then disagreements that explain themselves.
std::vector<Lead> leads_of(Desk& desk);

Finding finding_of(Desk& desk, const Lead& lead);

void write_finding(JsonWriter& json, Desk& desk, const Finding& finding);

}  // namespace readout::desk
