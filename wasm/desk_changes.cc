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

bool is_word(char32_t c) { return unicode::is_letter(c) || unicode::is_number(c); }

// Whether `c` holds a word together: "don't", "long-delayed", "€2.1", "1.6%".
bool joins(char32_t c, char32_t before, char32_t after) {
  if (c == '\'' || c == 0x2019 || c == '-') return is_word(before) && is_word(after);
  if (c == '.' || c == ',') return unicode::is_number(before) && unicode::is_number(after);
  if (c == '%') return unicode::is_number(before);
  return unicode::is_symbol(c) && unicode::is_number(after);
}

std::vector<Word> words_in(std::string_view text) {
  std::vector<Word> words;
  char32_t before = 0;
  bool inside = false;
  for (size_t at = 0; at < text.size() && words.size() < kMostChangeWords;) {
    const auto c = utf8::decode(text, at);
    const char32_t after = utf8::decode(text, at + c.size).value;
    const auto end = static_cast<uint32_t>(at + c.size);
    if (!is_word(c.value) && !joins(c.value, before, after)) {
      inside = false;
    } else if (inside) {
      words.back().span.end = end;
    } else {
      words.push_back({{static_cast<uint32_t>(at), end}, {}});
      inside = true;
    }
    before = c.value;
    at = end;
  }
  for (Word& word : words) word.folded = unicode::fold(words_of(text, word.span));
  return words;
}

bool is_article(std::string_view folded) {
  return folded == "a" || folded == "an" || folded == "the" || folded == "that";
}

std::vector<Span> stretches(const std::vector<Word>& words, const std::vector<bool>& kept) {
  std::vector<Span> out;
  std::vector<bool> telling;
  for (size_t i = 0; i < words.size(); ++i) {
    if (kept[i]) continue;
    if (i > 0 && !kept[i - 1] && !out.empty()) {
      out.back().end = words[i].span.end;
    } else {
      out.push_back(words[i].span);
    }
    telling.resize(out.size(), false);
    if (!is_article(words[i].folded)) telling.back() = true;
  }
  size_t kept_count = 0;
  for (size_t i = 0; i < out.size(); ++i)
    if (telling[i]) out[kept_count++] = out[i];
  out.resize(kept_count);
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
