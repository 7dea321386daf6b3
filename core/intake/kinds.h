// What each line of a page is, and why: places (body.h) turned into the kinds that a reader sees.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/body.h"
#include "intake/lines.h"
#include "text/article.h"

namespace readout::intake {

struct Judged {
  BlockKind kind = BlockKind::kBody;
  std::string_view reason;  // static storage
  bool restored = false;
};

// One line each. `headline`: the line that is the title, or -1.
struct Judgement {
  std::vector<Judged> lines;
  int64_t headline = -1;
  int64_t outlet = -1;      // the line that is the outlet's name, where the form of the page says so
  int64_t first_body = -1;  // first and last lines of kind body
  int64_t last_body = -1;
};

// A page: furniture and strays are found. `title` is what was given beside the text, if anything.
Judgement judge_page(const Page& page, const std::optional<std::string>& title, const LineWeights& weights);

// An article's own body: nothing is removed.
Judgement judge_text(const Page& page, const std::optional<std::string>& title);

// Takes a page's or a text's own lines off that say what one of `repeated` (sorted keys of lines) says, unless half the
// article or more would go with them: then they are the article, carried twice. Headlines, bylines and datelines stay.
void set_aside_repeated(const Page& page, const std::vector<WordKey>& repeated, Judgement& judgement);

// Reads every line that overlaps one of `spans` as body.
void restore(const Page& page, const std::vector<Span>& spans, Judgement& judgement);

// Runs of lines with one kind and one reason. Paragraphs that stand on adjacent lines without a blank line between
// them become blocks of their own, so that no later stage reads one on into the next.
std::vector<Block> blocks_of(const Page& page, const Judgement& judgement);

}  // namespace readout::intake
