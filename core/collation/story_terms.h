// Articles as weighted words, for telling which of them tell of one happening.
//
// Method: TF-IDF vectors of content words (Salton & Buckley 1988); words of the headline and the head of the article
// count more, for the head of a news text says what happened, and the names in it to whom and where. Weights are
// logarithms made from integers. How rare a word is counts in quarters of a doubling, so that an article more or less
// changes few weights: those that it does not change are kept.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "collation/corpus.h"

namespace readout::collation {

struct StoryTerm {
  uint64_t key = 0;
  float weight = 0;         // in a vector of unit length
  uint32_t id = 0;          // of the word in this StoryVectors; hangs on the order in which articles came
  uint32_t first = 0;       // where the word first stands; see term_text()
  uint16_t points = 16;     // 16 + 16 log2 of how much the article makes of it
  bool digit : 1 = false;   // a number, or a word that begins with a digit
  bool number : 1 = false;  // a number of two digits or more that is no year: few happenings have it in common
  bool lead : 1 = false;    // of the name of a person, a body or a place that the headline or the head gives
};

constexpr size_t kHeavyTerms = 32;

struct StoryVector {
  std::vector<StoryTerm> terms;  // by key
  std::vector<uint32_t> heavy;   // indices of the kHeavyTerms weightiest, by falling weight
  float lead = 0;                // the weights of such names together
  // Of the words that are no numbers, as a set; 0 where these are too few to tell a text. Articles with the same one
  // are copies of one text, whatever number each has.
  uint64_t text = 0;
  uint32_t round = 0;  // of StoryVectors::weigh() in which a weight last changed
};

// The vectors of the articles held, by serial.
class StoryVectors {
 public:
  void add(const CorpusArticle& article, const std::vector<Word>& words);
  void remove(Serial serial);

  // Weighs what has changed since the last call. After it the vectors hang on the articles held alone, not on the way
  // to them, but for `id` and `round`. O(terms held), with little work for terms that keep their weight.
  void weigh();

  const StoryVector& operator[](Serial serial) const { return *vectors_[serial]; }
  uint32_t round() const { return round_; }         // of the last weigh()
  size_t word_count() const { return df_.size(); }  // ids lie below it

 private:
  int32_t rarity(size_t holders) const;
  void weigh(StoryVector& vector) const;
  void count(const StoryVector& vector, int change);

  std::vector<std::unique_ptr<StoryVector>> vectors_;  // by serial
  std::unordered_map<uint64_t, uint32_t> ids_;
  std::vector<uint32_t> df_;       // by id: how many articles hold the word
  std::vector<int32_t> rarity_;    // by id: as of the last weigh()
  std::vector<uint32_t> counted_;  // ids whose count has changed since
  int32_t held_rarity_ = 0;        // of a word that no article holds
  size_t held_ = 0;
  uint32_t round_ = 0;
};

struct Likeness {
  float words = 0;      // cosine: from 0 (no word in common) to 1; 1 for copies of one text
  float names = 1;      // how much of the names that either head gives the other article has too, from 0 to 1
  bool number = false;  // a StoryTerm::number is in both
};

inline bool are_copies(const StoryVector& a, const StoryVector& b) { return a.text != 0 && a.text == b.text; }

// One article against others: where its words are is looked up, so that only those of the others are gone through.
class Comparison {
 public:
  explicit Comparison(size_t word_count) : at_(word_count, 0) {}
  // `vector` must last until the next call of set() or clear(). O(terms).
  void set(const StoryVector& vector);
  void clear();
  bool is_set() const { return held_ != nullptr; }
  // With the article that was set. O(terms of `other`).
  Likeness with(const StoryVector& other) const;

 private:
  const StoryVector* held_ = nullptr;
  std::vector<uint32_t> at_;  // by id: one more than its place among the terms; 0: not held
};

// The term as its article writes it; the view lasts as long as the reading.
std::string_view term_text(const CorpusArticle& article, const StoryTerm& term);

}  // namespace readout::collation
