// Which articles share copy, pair by pair.
//
// Method: word n-gram fingerprints (Manber 1994; Broder 1997) over the outlet's own words, extended to maximal runs.
// Words inside quotation marks are left out first: a quotation that both carry is not shared copy. Fingerprints are
// kept sorted in levels of falling size that are merged as they fill (Bentley & Saxe 1980), and links while nothing
// that they hang on changes, so that an article more costs little beside those that are held.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "collation/corpus.h"

namespace readout::collation {

constexpr uint32_t kShingleWords = 8;  // words that must agree in a row

// A half-open range of an article's own words.
using WordRange = std::pair<uint32_t, uint32_t>;

// Joins ranges that touch or lie within a small edit of each other; sorts them.
std::vector<WordRange> joined_ranges(std::vector<WordRange> ranges);

// What two articles share, where it is enough to be copy.
struct CopyLink {
  Serial a = 0;  // the earlier by id
  Serial b = 0;
  std::vector<WordRange> in_a;  // joined
  std::vector<WordRange> in_b;
};

struct Shingle {
  uint64_t key;
  Serial article;
  uint32_t at;  // index of its first word among the article's own

  friend bool operator<(const Shingle& x, const Shingle& y) {
    if (x.key != y.key) return x.key < y.key;
    return x.article != y.article ? x.article < y.article : x.at < y.at;
  }
};

// Since the last answer: held all along, come, gone.
enum class CopyState : uint8_t { kAbsent, kHeld, kFresh, kGone };

struct GoneCopy {
  std::string id;
  std::vector<uint64_t> keys;
};

// An article's own words: their places, and the keys of the shingles that begin with them.
struct OwnWords {
  std::vector<Span> places;
  std::vector<uint64_t> keys;
};

std::vector<Shingle> shingles_of(const std::vector<uint64_t>& keys, Serial serial);

class SharedCopy {
 public:
  void add(const CorpusArticle& article, const std::vector<Word>& words);
  void remove(const CorpusArticle& article);

  // By a and b, in order of articles. `corpus` holds the articles that were added and not removed. The links hang on it
  // alone. From nothing O(words log words) where no passage stands in very many articles.
  const std::vector<CopyLink>& find(const Corpus& corpus);

  // The places of an article's own words, in order.
  const std::vector<Span>& own_words(Serial serial) const { return own_words_[serial].places; }

 private:
  using State = CopyState;

  void find_all(const Corpus& corpus);
  void find_changed(const Corpus& corpus);

  std::vector<std::vector<Shingle>> levels_;  // each sorted; may hold absent articles
  std::vector<Shingle> fresh_;
  std::map<Serial, GoneCopy> gone_;
  std::vector<State> state_;         // by serial
  std::vector<OwnWords> own_words_;  // by serial
  std::vector<CopyLink> links_;
  size_t changed_ = 0;  // articles that came or went
};

}  // namespace readout::collation
