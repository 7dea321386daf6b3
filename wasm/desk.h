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

#include <nlohmann/json_fwd.hpp>

#include "collation/collator.h"
#include "reading/place.h"
#include "reading/values.h"
#include "search/index.h"
#include "text/offsets.h"
#include "text/result.h"

namespace readout {

// One reading on the desk with what the questions need of it again and again. Does not move: `utf16` and `places` look
// into the reading.
struct DeskArticle {
  DeskArticle(Reading taken, search::Lexicon& lexicon);
  DeskArticle(const DeskArticle&) = delete;
  DeskArticle& operator=(const DeskArticle&) = delete;

  Reading reading;                                  // without tokens: what is needed of them is in `packed`
  search::PackedWords packed;                       // types of the desk's lexicon
  std::string key;                                  // names the article in questions and answers; see desk_key()
  OffsetMap utf16;                                  // bytes of the text to UTF-16 units
  Places places;                                    // "headline", "lead", "paragraph 9"
  std::vector<std::pair<Span, uint32_t>> contents;  // of quotations, sorted, with the quotation's index
  std::string label;                                // headline, else lead, else the id
  uint32_t words = 0;                               // of the article's own text
};

// 12 hexadecimal characters, a pure function of the reading: the beginning of its file's SHA-256, "-2" after it for the
// second article of one file. A record that brought its own id (NDJSON, CSV) is named by a hash over that id too, since
// two outlets may well carry the same text.
std::string desk_key(const Reading& reading);

namespace desk {
struct SearchState;  // desk_search.h
}

class Desk {
 public:
  Desk();
  ~Desk();

  struct Added {
    std::string key;
    bool duplicate = false;  // a file of the same bytes is held under another name; the desk keeps the smaller name
    bool replaced = false;   // a reading of the same id was held and has made way
  };

  Added add(Reading reading);
  bool remove(std::string_view id);

  // What is held, sorted by id. Index i is ArticleIndex i of the dossier.
  const std::vector<const DeskArticle*>& articles();
  std::vector<const Reading*> readings() const;

  // The article that `key` names; null where none is held.
  const DeskArticle* find(std::string_view key) const;

  // What the reader has decided on entities and stories: it holds from the next dossier on, before anything inferred.
  void set_rules(std::vector<Rule> rules);

  // Made from the one before it if anything changed.
  const Dossier& dossier();
  // Facts that have words in the article, ascending.
  const std::vector<uint32_t>& facts_of(ArticleIndex article);

  const search::Lexicon& lexicon() const { return lexicon_; }
  // The index of all words held, and what the last question of the search found. Made when a question first needs it
  // after a change.
  desk::SearchState& search_state();

  // The answer as JSON. Errors: "missing-key", "unknown-question", "unknown-article", "unknown-story", "unknown-table".
  Result<std::string> ask(const nlohmann::json& question);

 private:
  void changed();

  std::map<std::string, std::unique_ptr<DeskArticle>, std::less<>> held_;  // by id
  std::map<std::string, std::string, std::less<>> ids_;                    // key to id
  std::vector<const DeskArticle*> order_;
  Collator collator_;                            // of the readings in held_
  std::vector<std::vector<uint32_t>> facts_of_;  // by article
  bool collated_ = true;
  search::Lexicon lexicon_;
  std::unique_ptr<desk::SearchState> search_;
};

}  // namespace readout
