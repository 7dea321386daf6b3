#include "reading/quotations_steps.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace readout::quoting {
namespace {

using wording::Mark;
using wording::Word;

bool ends_sentence(std::string_view text, Span inner) {
  const auto last = utf8::decode_before(text, inner.end);
  return last.value == '.' || last.value == '!' || last.value == '?' || last.value == 0x2026;
}

// Whether the sentence that begins at `token` is the reporting clause of the quotation before it: `"Why?" Lee asked.`
// After a statement ("... home." Lee said.) nothing may follow the verb.
bool begins_with_report(const std::vector<Word>& words, uint32_t token, uint32_t end, bool statement) {
  constexpr uint32_t kFar = 5;
  if (token >= end) return false;
  if (!words[token].capital && words[token].is_word()) return true;
  if (words[token].mark == Mark::kDash) return true;
  for (uint32_t i = token; i < std::min(end, token + kFar); ++i) {
    if (!words[i].is_word()) return false;
    if (words[i].verb == wording::kNoVerb || i == token) continue;
    return i + 1 >= end || words[i + 1].mark == Mark::kStop || (!statement && words[i + 1].mark == Mark::kComma);
  }
  return false;
}

}  // namespace

Steps lay_steps(std::string_view text, const Annotation& language, const std::vector<Word>& words,
                const std::vector<QuotedStretch>& stretches) {
  Steps laid;
  laid.steps.reserve(words.size());
  const auto ranges = paragraph_ranges(text, language);
  size_t next = 0;  // the next outermost stretch
  const auto skip_inner = [&] {
    while (next < stretches.size() && stretches[next].inside) ++next;
  };
  skip_inner();
  for (uint32_t paragraph = 0; paragraph < ranges.size(); ++paragraph) {
    bool open = false;  // a sentence has begun
    const auto close = [&] {
      if (!open) return;
      laid.sentences.back().last = static_cast<uint32_t>(laid.steps.size());
      open = false;
    };
    for (uint32_t s = ranges[paragraph].first_sentence; s < ranges[paragraph].last_sentence; ++s) {
      const Sentence& sentence = language.sentences[s];
      const uint32_t last_token = std::min<uint32_t>(sentence.last_token, static_cast<uint32_t>(words.size()));
      bool inside = false;  // the sentence's end falls into a stretch
      bool after_stretch = false;
      for (uint32_t i = sentence.first_token; i < last_token; ++i) {
        while (next < stretches.size() && stretches[next].outer.end <= words[i].span.begin) {
          ++next;
          skip_inner();
        }
        const bool quoted = next < stretches.size() && stretches[next].outer.begin < words[i].span.end;
        const auto index = static_cast<int32_t>(next);
        if (quoted && !laid.steps.empty() && laid.steps.back().stretch == index) {
          inside = true;
          after_stretch = true;
          continue;
        }
        if (!open) {
          laid.sentences.push_back({static_cast<uint32_t>(laid.steps.size()), 0, paragraph});
          open = true;
        }
        laid.steps.push_back({quoted ? stretches[next].outer : words[i].span, i, quoted ? index : kNoStretch});
        inside = quoted;
        after_stretch = quoted;
      }
      if (after_stretch) {
        const QuotedStretch& stretch = stretches[static_cast<size_t>(laid.steps.back().stretch)];
        const uint32_t following =
            s + 1 < ranges[paragraph].last_sentence ? last_token : static_cast<uint32_t>(words.size());
        inside = following < words.size() && words[following].span.begin < stretch.outer.end;
        if (!inside && following < words.size()) {
          const uint32_t end = s + 1 < language.sentences.size() ? language.sentences[s + 1].last_token : following;
          const bool stopped = ends_sentence(text, stretch.inner);
          const bool statement = stopped && utf8::decode_before(text, stretch.inner.end).value == '.';
          inside =
              !stopped || begins_with_report(words, following,
                                             std::min<uint32_t>(end, static_cast<uint32_t>(words.size())), statement);
        }
      }
      // `"..." -- | Ann Lee`: the dash belongs with the name that signs.
      const size_t laid_here = open ? laid.steps.size() - laid.sentences.back().first : 0;
      if (!after_stretch && laid_here == 2 && laid.steps[laid.steps.size() - 2].stretch != kNoStretch &&
          words[laid.steps.back().token].mark == Mark::kDash) {
        inside = true;
      }
      // A sentence never grows with the paragraph, so that looking around in it stays cheap.
      constexpr size_t kLongest = 512;
      if (!inside || (open && laid.steps.size() - laid.sentences.back().first > kLongest)) close();
    }
    close();
  }
  return laid;
}

}  // namespace readout::quoting
