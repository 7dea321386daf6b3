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

  bool is_function_word(uint64_t key) const;
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

  std::vector<uint64_t> function_words_;  // sorted
  std::vector<Phrase> phrases_;           // sorted by first key, then longest first
  std::vector<uint64_t> keys_;
};

}  // namespace readout::intake
