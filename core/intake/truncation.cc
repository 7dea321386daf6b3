#include "intake/truncation.h"

#include <algorithm>
#include <string_view>

namespace readout::intake {

namespace {

// Breaks off in the middle: a sentence's worth of words and no mark at the end.
bool breaks_off(const Line& line) {
  if (line.ends_sentence || line.words() < 12) return false;
  const char32_t c = line.last;
  const bool letter = (c >= 'a' && c <= 'z') || c == ',' || c == '-' || c == 0x2013 || c == 0x2014;
  return letter && line.function_words * 5 >= line.words() && line.capitals * 2 < line.words();
}

// Asks for money or an account in order to read on.
bool is_gate(const Line& line) {
  return line.notice.kind == NoticeKind::kPaywall || line.notice.kind == NoticeKind::kSubscribe;
}

}  // namespace

std::optional<uint32_t> cut_mark(std::string_view text, const Line& line) {
  const std::string_view words = words_of(text, line.span);
  const std::string_view end = words.substr(words.size() - std::min<size_t>(words.size(), 24));
  const size_t at = end.rfind("[+");
  if (at == std::string_view::npos || end.back() != ']' || end.find("char", at) == std::string_view::npos)
    return std::nullopt;
  return line.span.end - static_cast<uint32_t>(end.size() - at);
}

std::optional<Truncation> find_truncation(const Page& page, const Judgement& judgement) {
  if (judgement.last_body < 0) return std::nullopt;
  const auto last = static_cast<size_t>(judgement.last_body);
  const Line& line = page.lines[last];
  if (const auto at = cut_mark(page.text, line))
    return Truncation{TruncationKind::kLimit, *at, "The text was cut after a number of characters, and says so"};

  // The lines right below the last paragraph.
  constexpr size_t kNear = 4;
  bool goes_on = false;
  bool gated = false;
  for (size_t i = last + 1; i < page.lines.size() && i <= last + kNear; ++i) {
    const Line& below = page.lines[i];
    gated = gated || is_gate(below);
    goes_on = goes_on || (below.notice.kind == NoticeKind::kContinue && (!below.notice.whole || below.words() >= 3));
    // "Continue reading" alone is a link; with a request to pay beside it, it is a gate.
    goes_on = goes_on || (below.notice.kind == NoticeKind::kContinue && below.notice.whole && gated);
  }
  const bool unfinished = line.ends_open || breaks_off(line);
  if (goes_on && gated)
    return Truncation{TruncationKind::kPaywall, line.span.end,
                      "A request to pay or register in order to read on follows the last paragraph"};
  if (unfinished && gated)
    return Truncation{TruncationKind::kPaywall, line.span.end,
                      "The last sentence breaks off and a notice about paying follows it"};
  if (unfinished && goes_on)
    return Truncation{TruncationKind::kCut, line.span.end,
                      "The last sentence breaks off and a link to the rest follows"};
  if (unfinished) return Truncation{TruncationKind::kCut, line.span.end, "The last sentence breaks off"};
  return std::nullopt;
}

}  // namespace readout::intake
