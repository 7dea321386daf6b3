#include "search/index.h"

#include <algorithm>

#include "search/words.h"

namespace readout::search {
namespace {

// Whether a blank line stands in the gap between two words.
bool has_blank_line(std::string_view gap) {
  bool line = false;
  for (const char c : gap) {
    if (c == '\n') {
      if (line) return true;
      line = true;
    } else if (c != ' ' && c != '\t' && c != '\r') {
      line = false;
    }
  }
  return false;
}

}  // namespace

uint32_t Lexicon::intern(std::string_view text) {
  const auto found = ids_.find(text);
  if (found != ids_.end()) return found->second;
  const auto id = static_cast<uint32_t>(strings_.size());
  strings_.emplace_back(text);
  ids_.emplace(strings_.back(), id);
  return id;
}

TypeId Lexicon::type_of(std::string_view form, std::string_view lemma, Upos tag) {
  const uint32_t form_id = intern(form);
  const uint32_t lemma_id = lemma.empty() ? form_id : intern(lemma);
  constexpr unsigned kStringBits = 29;
  constexpr unsigned kTagBits = 5;
  const uint64_t parts = (static_cast<uint64_t>(form_id) << (kStringBits + kTagBits)) |
                         (static_cast<uint64_t>(lemma_id) << kTagBits) | static_cast<uint64_t>(tag);
  const auto [at, added] = by_parts_.emplace(parts, static_cast<TypeId>(types_.size()));
  if (added) types_.push_back({form_id, lemma_id, tag});
  return at->second;
}

Span PackedWords::paragraph(uint32_t word) const {
  const auto after = std::upper_bound(breaks.begin(), breaks.end(), word);
  const uint32_t begin = after == breaks.begin() ? 0 : *(after - 1);
  return {begin, after == breaks.end() ? static_cast<uint32_t>(size()) : *after};
}

uint32_t PackedWords::word_at(uint32_t at) const {
  auto word = static_cast<uint32_t>(std::upper_bound(begins.begin(), begins.end(), at) - begins.begin());
  if (word > 0 && span(word - 1).end > at) --word;
  return word;
}

PackedWords pack(const Reading& reading, Lexicon& lexicon) {
  PackedWords words;
  const std::string_view text = reading.article.text;
  const auto& tokens = reading.language.tokens;
  size_t token = 0;
  bool fresh = true;  // a paragraph begins at the next word
  BlockKind before = BlockKind::kBody;
  uint32_t last_end = 0;
  for (const Block& block : reading.article.blocks) {
    if (!is_article_text(block.kind) || block.kind != before) fresh = true;
    before = block.kind;
    if (!is_article_text(block.kind)) continue;
    const std::string_view own = text.substr(0, std::min<size_t>(block.span.end, text.size()));
    for (Span word = next_word(own, block.span.begin); !word.empty(); word = next_word(own, word.end)) {
      while (token < tokens.size() && tokens[token].span.end <= word.begin) ++token;
      const bool tagged = token < tokens.size() && tokens[token].span.overlaps(word);
      const std::string form = folded(words_of(text, word));
      // A lemma belongs to the word only where the token is no more than the word: not to "bel" in "Bel-Air".
      const bool whole = tagged && tokens[token].span.begin >= word.begin && tokens[token].span.end <= word.end;
      const std::string lemma = whole ? folded(tokens[token].lemma) : std::string();
      const bool pair = whole && token + 1 < tokens.size() && tokens[token + 1].span.overlaps(word);
      words.types.push_back(
          lexicon.type_of(form, pair ? std::string_view() : lemma, tagged ? tokens[token].upos : Upos::kNone));
      if (fresh || has_blank_line(text.substr(last_end, word.begin - last_end)))
        words.breaks.push_back(static_cast<uint32_t>(words.begins.size()));
      fresh = false;
      last_end = word.end;
      words.begins.push_back(word.begin);
      words.lengths.push_back(static_cast<uint8_t>(word.size()));
    }
  }
  words.types.shrink_to_fit();
  words.begins.shrink_to_fit();
  words.lengths.shrink_to_fit();
  words.breaks.shrink_to_fit();
  return words;
}

Span lines_of(const Document& document, Span paragraph) {
  const std::string_view text = document.text;
  const uint32_t begin = document.words->begins[paragraph.begin];
  const uint32_t end = document.words->span(paragraph.end - 1).end;
  const size_t before = begin == 0 ? std::string_view::npos : text.rfind('\n', begin - 1);
  const size_t after = text.find('\n', end);
  return {before == std::string_view::npos ? 0 : static_cast<uint32_t>(before + 1),
          static_cast<uint32_t>(after == std::string_view::npos ? text.size() : after)};
}

Index::Index(const Lexicon& lexicon, std::vector<Document> documents) : documents_(std::move(documents)) {
  starts_.reserve(documents_.size() + 1);
  uint32_t total = 0;
  for (const Document& document : documents_) {
    starts_.push_back(total);
    total += static_cast<uint32_t>(document.words->size());
  }
  starts_.push_back(total);
  ends_.assign(lexicon.size(), 0);
  for (const Document& document : documents_)
    for (const TypeId type : document.words->types) ++ends_[type];
  uint32_t sum = 0;
  for (uint32_t& end : ends_) {
    const uint32_t count = end;
    end = sum;  // where the type's places begin, until they are filled in below
    sum += count;
  }
  places_.resize(total);
  uint32_t word = 0;
  for (const Document& document : documents_)
    for (const TypeId type : document.words->types) places_[ends_[type]++] = word++;
}

uint32_t Index::document_of(uint32_t word) const {
  return static_cast<uint32_t>(std::upper_bound(starts_.begin(), starts_.end(), word) - starts_.begin() - 1);
}

}  // namespace readout::search
