// Readings given by hand, for tests of what comes after reading.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "reading/values.h"
#include "text/sha256.h"

namespace readout {

// An article and its sentences: the first line is its headline, every other line with words a body paragraph of one
// sentence. Nothing else is read.
inline Reading reading_by_hand(const std::string& id, const std::string& text) {
  Reading reading;
  Article& article = reading.article;
  article.id = id;
  article.text = text;
  article.sha256 = sha256_hex(text);
  article.file = FileOrigin{id, 0, text.size()};
  uint32_t paragraph = 0;
  for (uint32_t at = 0; at < text.size();) {
    const auto end = static_cast<uint32_t>(std::min(text.find('\n', at), text.size()));
    if (end > at) {
      article.blocks.push_back({{at, end}, paragraph == 0 ? BlockKind::kHeadline : BlockKind::kBody, "", false});
      reading.language.sentences.push_back({{at, end}, 0, 0, paragraph++});
    }
    at = end + 1;
  }
  return reading;
}

// Where the words stand first.
inline Span at(const Reading& reading, std::string_view words) {
  const auto begin = static_cast<uint32_t>(reading.article.text.find(words));
  return {begin, begin + static_cast<uint32_t>(words.size())};
}

}  // namespace readout
