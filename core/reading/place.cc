#include "reading/place.h"

#include <algorithm>

namespace readout {

Places::Places(const Reading& reading) : reading_(&reading) {
  const auto& sentences = reading.language.sentences;
  number_.reserve(sentences.size());
  uint32_t count = 0;
  std::optional<uint32_t> last;
  for (const Sentence& sentence : sentences) {
    const Block* block = block_of(sentence.span);
    const bool body = !block || block->kind == BlockKind::kBody || block->kind == BlockKind::kDateline;
    if (body && last != sentence.paragraph) {
      last = sentence.paragraph;
      ++count;
    }
    number_.push_back(body ? count : 0);
  }
}

const Block* Places::block_of(Span span) const {
  const auto& blocks = reading_->article.blocks;
  auto after = std::upper_bound(blocks.begin(), blocks.end(), span.begin,
                                [](uint32_t at, const Block& block) { return at < block.span.begin; });
  if (after == blocks.begin()) return nullptr;
  --after;
  return after->span.contains(span.begin) ? &*after : nullptr;
}

std::optional<uint32_t> Places::sentence_of(Span span) const {
  const auto& sentences = reading_->language.sentences;
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), span.begin,
                                      [](uint32_t at, const Sentence& s) { return at < s.span.begin; });
  if (after == sentences.begin()) return std::nullopt;
  return static_cast<uint32_t>(after - sentences.begin() - 1);
}

uint32_t Places::body_paragraph(Span span) const {
  const auto sentence = sentence_of(span);
  return sentence ? number_[*sentence] : 0;
}

std::string Places::describe(Span span) const {
  if (const Block* block = block_of(span)) {
    switch (block->kind) {
      case BlockKind::kHeadline:
        return "headline";
      case BlockKind::kByline:
        return "byline";
      case BlockKind::kCaption:
        return "caption";
      case BlockKind::kFurniture:
      case BlockKind::kStray:
        return "set aside";
      case BlockKind::kDateline:
      case BlockKind::kBody:
        break;
    }
  }
  const uint32_t number = body_paragraph(span);
  if (number == 0) return {};
  return number == 1 ? "lead" : "paragraph " + std::to_string(number);
}

}  // namespace readout
