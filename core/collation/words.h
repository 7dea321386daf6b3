// The words of an article as collation compares them. Collation cuts its own words so that it needs no tokens: readings
// parsed back from JSON have none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace readout::collation {

// A run of letters and digits, with apostrophes and hyphens cut off ("Russia's" is one word, "Russia").
struct Word {
  Span span;
  uint64_t key = 0;      // hash of the folded, stemmed form: equal for "meeting" and "meetings"
  uint64_t exact = 0;    // hash of the folded form
  bool content = false;  // not a function word
  bool capital = false;
  bool digit = false;
};

// The words that begin inside `within`, in order. O(length).
std::vector<Word> words_in(std::string_view text, Span within);

// The folded form without inflection: a light suffix stripper for English (after Harman's S-stemmer, with -ed and
// -ing), good for comparing, not for showing. Words of other languages come back nearly as they are.
std::string stem(std::string_view folded);

// FNV-1a, 64 bits: the same everywhere.
uint64_t hash(std::string_view bytes);

// Sorted, distinct keys of the content words.
std::vector<uint64_t> content_keys(const std::vector<Word>& words);
std::vector<uint64_t> content_keys(std::string_view text, const std::vector<Span>& spans);

// How many keys two sorted lists share.
size_t shared_count(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b);

}  // namespace readout::collation
