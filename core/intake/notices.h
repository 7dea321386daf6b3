// Known notices: what sites print around an article ("subscribe to", "you may also like"), from lexicon/notices, and
// the function words by which running prose is told from lists, from lexicon/prose_words.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/bundle.h"
#include "text/result.h"

namespace readout::intake {

struct Word;

// What kinds of word a word is; several may hold.
enum WordClass : uint8_t {
  kFunctionWord = 1,  // articles, prepositions, pronouns, auxiliaries: lexicon/prose_words
  kTimeWord = 2,      // months, "ago"
  kFirstPerson = 4,   // I, me, my
  kSecondPerson = 8,  // you, your
  kPictureWord = 16,  // announces a picture's credit where a bracket stands before it or a colon after
  kSayingWord = 32,   // says, wrote
};

// What a notice is for. The order is that of lexicon/notices' classes; kNone first.
enum class NoticeKind : uint8_t {
  kNone,
  kPaywall,     // a limit reached, a subscription needed
  kContinue,    // "continue reading", "to read the full story": what follows is elsewhere
  kSubscribe,   // an appeal to subscribe, register or give
  kNewsletter,  // newsletters and alerts
  kShare,       // share and follow buttons, counts of shares
  kRelated,     // headings of lists of other stories
  kComments,    // readers' comments and their forms
  kLegal,       // copyright, terms, privacy, cookies, disclaimers
  kMenu,        // navigation and page machinery
  kAd,          // advertisement, and links that interrupt the text
  kOrigin,      // where the article first appeared
  kCredit,      // agencies and contributors credited
  kPicture,     // credits of pictures
  kTags,        // topics, tags, categories
  kAuthor,      // who the author is, how to reach them, where else it was printed
};

struct Notice {
  NoticeKind kind = NoticeKind::kNone;
  bool whole = false;  // it is all that the line says
  bool start = false;  // the line begins with it
  bool end = false;    // the line ends with it
};

// Why a line with this notice was set aside, in words for a reporter.
std::string_view reason_of(NoticeKind kind);

// Word lists, hashed. Immutable.
class Vocabulary {
 public:
  Vocabulary() = default;
  // Errors: "model-malformed" where a row has an unknown class or place.
  static Result<Vocabulary> load(const Bundle& bundle);

  // What is known of a word by its key. O(1).
  struct Entry {
    uint64_t key = 0;
    uint32_t first_phrase = 0;  // the phrases that begin with it, in phrases_
    uint32_t phrases = 0;
    uint8_t classes = 0;
    bool used = false;
  };
  const Entry* find(uint64_t key) const {
    if (table_.empty()) return nullptr;
    for (size_t at = key & (table_.size() - 1);; at = (at + 1) & (table_.size() - 1)) {
      if (!table_[at].used) return nullptr;
      if (table_[at].key == key) return &table_[at];
    }
  }

  // The notice in a line's words: the longest phrase that may stand where it stands. Linear in the line's words.
  Notice notice_in(const Word* begin, const Word* end) const;

 private:
  enum class Place : uint8_t { kWhole, kStart, kAny, kEnd };
  struct Phrase {
    uint64_t first = 0;
    uint32_t begin = 0;  // its keys in keys_
    uint32_t size = 0;
    NoticeKind kind = NoticeKind::kNone;
    Place place = Place::kAny;
  };

  Entry& entry(uint64_t key);

  std::vector<Entry> table_;     // open addressing, a power of two, at most half full
  std::vector<Phrase> phrases_;  // sorted by first key, then longest first
  std::vector<uint64_t> keys_;
};

}  // namespace readout::intake
