// The words of many articles in little memory: a word is a number into a lexicon of (form, lemma, tag), its place and
// its length; nine bytes a word, and four more in the index of places.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/annotation.h"
#include "reading/values.h"
#include "text/span.h"

namespace readout::search {

using TypeId = uint32_t;

// Word types in order of arrival. Their numbers mean nothing by themselves and must decide nothing that is shown.
class Lexicon {
 public:
  // The type of a folded form, a folded lemma (the form itself where it is not known) and a tag.
  TypeId type_of(std::string_view form, std::string_view lemma, Upos tag);

  size_t size() const { return types_.size(); }
  std::string_view form(TypeId type) const { return strings_[types_[type].form]; }
  std::string_view lemma(TypeId type) const { return strings_[types_[type].lemma]; }
  // Forms and lemmas by number, equal where the strings are.
  uint32_t form_id(TypeId type) const { return types_[type].form; }
  uint32_t lemma_id(TypeId type) const { return types_[type].lemma; }
  std::string_view string(uint32_t id) const { return strings_[id]; }
  size_t string_count() const { return strings_.size(); }
  Upos tag(TypeId type) const { return types_[type].tag; }

 private:
  struct Type {
    uint32_t form = 0;
    uint32_t lemma = 0;
    Upos tag = Upos::kNone;
  };
  uint32_t intern(std::string_view text);

  std::deque<std::string> strings_;  // do not move, so that the keys of `ids_` may look into them
  std::unordered_map<std::string_view, uint32_t> ids_;
  std::vector<Type> types_;
  std::unordered_map<uint64_t, TypeId> by_parts_;
};

// One article's own words in text order, as arrays of equal length. `breaks` are the words that begin a paragraph:
// no phrase and no window reaches over one.
struct PackedWords {
  std::vector<TypeId> types;
  std::vector<uint32_t> begins;  // bytes of the article's text
  std::vector<uint8_t> lengths;  // bytes
  std::vector<uint32_t> breaks;

  size_t size() const { return types.size(); }
  Span span(uint32_t word) const { return {begins[word], begins[word] + lengths[word]}; }
  // The paragraph of a word: its first word and the one past its last.
  Span paragraph(uint32_t word) const;
  // The first word that ends after byte `at`; size() where none does.
  uint32_t word_at(uint32_t at) const;
};

// Lemmas and tags are those of the reading's tokens where it has any. What was set aside is left out. Linear.
PackedWords pack(const Reading& reading, Lexicon& lexicon);

// One article as the search sees it. Views: what they look into must outlive it.
struct Document {
  std::string_view text;
  const PackedWords* words = nullptr;
};

// The lines that a paragraph's words stand on, as bytes of the text. `paragraph` is one of PackedWords::paragraph.
Span lines_of(const Document& document, Span paragraph);

// Where every type stands. Words are numbered through all documents.
class Index {
 public:
  Index() = default;
  // O(words + types).
  Index(const Lexicon& lexicon, std::vector<Document> documents);

  const std::vector<Document>& documents() const { return documents_; }
  uint32_t word_count() const { return starts_.empty() ? 0 : starts_.back(); }
  uint32_t start_of(uint32_t document) const { return starts_[document]; }
  uint32_t document_of(uint32_t word) const;  // O(log documents)
  uint32_t count(TypeId type) const { return ends_[type] - (type == 0 ? 0 : ends_[type - 1]); }
  // Words of a type, ascending.
  const uint32_t* begin_of(TypeId type) const { return places_.data() + (type == 0 ? 0 : ends_[type - 1]); }
  const uint32_t* end_of(TypeId type) const { return places_.data() + ends_[type]; }
  size_t type_count() const { return ends_.size(); }

 private:
  std::vector<Document> documents_;
  std::vector<uint32_t> starts_;  // first word of every document, then the count of all
  std::vector<uint32_t> ends_;    // by type: past its last place
  std::vector<uint32_t> places_;
};

}  // namespace readout::search
