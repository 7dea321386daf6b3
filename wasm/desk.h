// The desk: holds the readings of one sitting and their dossier, and answers the small questions that the page asks
// (web/engine/protocol.js says what each question and answer looks like; offsets there count UTF-16 units).
//
// Readings are kept once, as values. The dossier is made when a question first needs it after a change, never before.
// Answers depend only on which readings are held, not on the order in which they came.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "collation/collation.h"
#include "reading/values.h"
#include "report/json_access.h"
#include "text/offsets.h"
#include "text/result.h"

namespace readout {

using json_access::Json;
using json_access::OrderedJson;

// One reading on the desk with what the questions need of it again and again. Does not move: `utf16` looks into the
// reading's text.
struct DeskArticle {
  explicit DeskArticle(Reading taken);
  DeskArticle(const DeskArticle&) = delete;
  DeskArticle& operator=(const DeskArticle&) = delete;

  Reading reading;
  std::string key;               // names the article in questions and answers; see desk_key()
  OffsetMap utf16;               // bytes of the text to UTF-16 units
  std::vector<Span> paragraphs;  // of the body, in text order: number n is paragraphs[n - 1]
};

// 12 hexadecimal characters, a pure function of the reading: the beginning of its file's SHA-256, "-2" after it for the
// second article of one file. A record that brought its own id (NDJSON, CSV) is named by a hash over that id too, since
// two outlets may well carry the same text.
std::string desk_key(const Reading& reading);

class Desk {
 public:
  struct Added {
    std::string key;
    bool duplicate = false;  // a file of the same bytes is held under another name; the desk keeps the smaller name
    bool replaced = false;   // a reading of the same id was held and has made way
  };

  Added add(Reading reading);
  bool remove(std::string_view id);

  // What is held, sorted by id. Index i is ArticleIndex i of the dossier.
  const std::vector<const DeskArticle*>& articles() const { return order_; }
  std::vector<const Reading*> readings() const;

  // Collates if anything changed.
  const Dossier& dossier();

  // Errors: "missing-key", "unknown-question", "unknown-article", "unknown-story", "unknown-table".
  Result<OrderedJson> ask(const Json& question);

 private:
  void changed();

  std::map<std::string, std::unique_ptr<DeskArticle>, std::less<>> held_;  // by id
  std::map<std::string, std::string, std::less<>> ids_;                    // key to id
  std::vector<const DeskArticle*> order_;
  Dossier dossier_;
  bool collated_ = true;
};

}  // namespace readout
