#include "desk_changes.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "text/unicode.h"
#include "text/utf8.h"

namespace readout::desk {
namespace {

struct Word {
  Span span;
  std::string folded;
};

bool inside_word(char32_t c) {
  return unicode::is_letter(c) || unicode::is_number(c) || c == '\'' || c == 0x2019 || c == '-' || c == '%';
}

std::vector<Word> words_in(std::string_view text) {
  std::vector<Word> words;
  for (size_t at = 0; at < text.size() && words.size() < kMostChangeWords;) {
    const size_t begin = at;
    auto c = utf8::decode(text, at);
    if (!inside_word(c.value)) {
      at += c.size;
      continue;
    }
    while (c.size != 0 && inside_word(c.value)) {
      at += c.size;
      c = utf8::decode(text, at);
    }
    const Span span{static_cast<uint32_t>(begin), static_cast<uint32_t>(at)};
    words.push_back({span, unicode::fold(words_of(text, span))});
  }
  return words;
}

std::vector<Span> stretches(const std::vector<Word>& words, const std::vector<bool>& kept) {
  std::vector<Span> out;
  for (size_t i = 0; i < words.size(); ++i) {
    if (kept[i]) continue;
    if (i > 0 && !kept[i - 1] && !out.empty()) {
      out.back().end = words[i].span.end;
    } else {
      out.push_back(words[i].span);
    }
  }
  return out;
}

}  // namespace

std::pair<std::vector<Span>, std::vector<Span>> changed_words(std::string_view a, std::string_view b) {
  const std::vector<Word> left = words_in(a);
  const std::vector<Word> right = words_in(b);
  const size_t width = right.size() + 1;
  // length[i * width + j]: the longest common subsequence of left[i..] and right[j..].
  std::vector<uint16_t> length((left.size() + 1) * width, 0);
  for (size_t i = left.size(); i-- > 0;) {
    for (size_t j = right.size(); j-- > 0;) {
      const uint16_t skipped = std::max(length[(i + 1) * width + j], length[i * width + j + 1]);
      const bool same = left[i].folded == right[j].folded;
      length[i * width + j] =
          same ? std::max<uint16_t>(skipped, static_cast<uint16_t>(length[(i + 1) * width + j + 1] + 1)) : skipped;
    }
  }
  std::vector<bool> kept_left(left.size(), false);
  std::vector<bool> kept_right(right.size(), false);
  for (size_t i = 0, j = 0; i < left.size() && j < right.size();) {
    if (left[i].folded == right[j].folded) {
      kept_left[i++] = true;
      kept_right[j++] = true;
    } else if (length[(i + 1) * width + j] >= length[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return {stretches(left, kept_left), stretches(right, kept_right)};
}

}  // namespace readout::desk
