#include "reading/quotations_headlines.h"

#include <algorithm>
#include <string>
#include <utility>

#include "text/unicode.h"

namespace readout::quoting {
namespace {

using wording::Word;

constexpr size_t kMostHeadline = 8;
constexpr size_t kMostBody = 256;
constexpr size_t kMostWords = 96;

struct Said {
  std::string key;  // folded
  uint32_t token = 0;
  bool counts = false;  // not a word of mere structure
  bool marked = false;  // inside quotation marks
};

class Sayings {
 public:
  Sayings(std::string_view text, const std::vector<Word>& words, const std::vector<QuotedStretch>& stretches)
      : text_(text), words_(words), stretches_(stretches) {}

  std::vector<Said> of(const Quotation& quotation) const {
    constexpr wording::Classes kStructure = wording::kDet | wording::kPossessive | wording::kPreposition |
                                            wording::kConjunction | wording::kSubordinator | wording::kAuxiliary |
                                            wording::kSubjectPronoun | wording::kIt | wording::kThey;
    std::vector<Said> said;
    for (const Span content : quotation.content) {
      auto at = std::lower_bound(words_.begin(), words_.end(), content.begin,
                                 [](const Word& word, uint32_t begin) { return word.span.end <= begin; });
      for (; at != words_.end() && at->span.begin < content.end && said.size() < kMostWords; ++at) {
        if (!at->is_word()) continue;
        Said one;
        one.key = unicode::fold(words_of(text_, at->span));
        one.token = static_cast<uint32_t>(at - words_.begin());
        one.counts = !at->is(kStructure) && one.key.size() > 2;
        one.marked = is_marked(at->span.begin);
        said.push_back(std::move(one));
      }
    }
    return said;
  }

 private:
  bool is_marked(uint32_t at) const {
    auto after = std::upper_bound(stretches_.begin(), stretches_.end(), at,
                                  [](uint32_t begin, const QuotedStretch& s) { return begin < s.outer.begin; });
    constexpr int kNested = 3;
    for (int n = 0; n < kNested && after != stretches_.begin(); ++n) {
      --after;
      if (after->inner.contains(at)) return true;
    }
    return false;
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  const std::vector<QuotedStretch>& stretches_;
};

// Whether one is the other with an ending: "firm" and "firmly", "interest" and "interests".
bool same_word(const std::string& a, const std::string& b) {
  const std::string& shorter = a.size() <= b.size() ? a : b;
  const std::string& longer = a.size() <= b.size() ? b : a;
  if (longer.size() - shorter.size() > 3) return false;
  if (shorter.size() == longer.size()) return shorter == longer;
  constexpr size_t kLeastStem = 4;
  std::string_view stem = shorter;
  if (stem.size() > kLeastStem && stem.back() == 'e') stem.remove_suffix(1);
  return stem.size() >= kLeastStem && std::string_view(longer).substr(0, stem.size()) == stem;
}

struct Fit {
  uint32_t shared = 0;
  uint32_t weight = 0;
  uint32_t counted = 0;     // the headline's words that count
  std::vector<bool> taken;  // by word of the body's quotation
};

Fit fit(const std::vector<Said>& headline, const std::vector<Said>& body) {
  Fit found;
  found.taken.assign(body.size(), false);
  for (const Said& word : headline) {
    if (!word.counts) continue;
    ++found.counted;
    for (size_t k = 0; k < body.size(); ++k) {
      if (found.taken[k] || !body[k].counts || !same_word(word.key, body[k].key)) continue;
      found.taken[k] = true;
      ++found.shared;
      found.weight += word.marked && body[k].marked ? 2 : 1;
      break;
    }
  }
  return found;
}

// The words of the body between the first and the last that the headline takes, without those.
std::string left_out(std::string_view text, const std::vector<Word>& words, const std::vector<Said>& body,
                     const std::vector<bool>& taken) {
  const auto first = std::find(taken.begin(), taken.end(), true) - taken.begin();
  const auto last = taken.rend() - std::find(taken.rbegin(), taken.rend(), true);
  constexpr size_t kLongest = 160;
  std::string out;
  for (auto k = first; k < last; ++k) {
    const auto at = static_cast<size_t>(k);
    if (taken[at]) continue;
    const bool goes_on = at > 0 && !taken[at - 1] && !out.empty();
    // A word's ending is a token of its own.
    const bool joined = goes_on && words[body[at].token].span.begin == words[body[at - 1].token].span.end;
    if (out.size() > kLongest) return out + " \u2026";
    out += out.empty() || joined ? "" : goes_on ? " " : " \u2026 ";
    out += words_of(text, words[body[at].token].span);
  }
  return out;
}

}  // namespace

Span headline_of(const Article& article) {
  if (article.masthead.title_span) return *article.masthead.title_span;
  for (const Block& block : article.blocks) {
    if (block.kind == BlockKind::kHeadline) return block.span;
  }
  return {};
}

void align_headlines(std::string_view text, const std::vector<Word>& words, const std::vector<QuotedStretch>& stretches,
                     Span headline, std::vector<Quotation>& quotations) {
  if (headline.empty()) return;
  const Sayings sayings(text, words, stretches);
  std::vector<std::pair<uint32_t, std::vector<Said>>> above;
  std::vector<std::pair<uint32_t, std::vector<Said>>> body;
  for (uint32_t i = 0; i < quotations.size() && body.size() < kMostBody; ++i) {
    if (quotations[i].content.empty() || quotations[i].parent) continue;
    if (!headline.contains(quotations[i].content.front().begin)) {
      if (!above.empty()) body.emplace_back(i, sayings.of(quotations[i]));
    } else if (above.size() < kMostHeadline) {
      above.emplace_back(i, sayings.of(quotations[i]));
    }
  }
  for (const auto& [index, said] : above) {
    Quotation& quotation = quotations[index];
    uint32_t most = 0;
    std::string missing;
    for (const auto& [other, fuller] : body) {
      const auto& source = quotations[other].source;
      if (source && quotation.source && source->entity && quotation.source->entity &&
          *source->entity != *quotation.source->entity)
        continue;
      const Fit found = fit(said, fuller);
      if (found.shared < 2 || found.shared * 2 < found.counted || found.weight <= most) continue;
      most = found.weight;
      quotation.fuller = other;
      missing = left_out(text, words, fuller, found.taken);
    }
    if (quotation.fuller && !missing.empty()) {
      if (!quotation.doubt.empty()) quotation.doubt += " ";
      quotation.doubt += "The headline leaves out words that the text has: \u201c" + missing + "\u201d.";
    }
  }
}

}  // namespace readout::quoting
